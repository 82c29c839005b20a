"""A college's own house style: other looks, the same facts."""

from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from curriculum.paths import TEMPLATES
from curriculum.pipeline import load, review
from curriculum.reviewed import Review
from curriculum.writers import Writer, all_writers
from house_style import FONT, INK, PLUM, house_style
from office_checks import faults
from real_programs import complaints

SMALL = Path(__file__).parent / "programmes" / "care-foundation"


def templated() -> list[Writer]:
    return [w for w in all_writers() if (TEMPLATES / w.filename).suffix == ".docx"]


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every Word document of the small programme in the other style."""
    folder = tmp_path_factory.mktemp("house")
    own = house_style(TEMPLATES, folder / "templates")
    reviewed: Review = replace(review(load(SMALL)), templates=own)
    for writer in templated():
        writer.write(reviewed, folder / writer.filename)
    return folder


@pytest.mark.parametrize("writer", templated(), ids=lambda writer: writer.stem)
def test_a_document_takes_every_look_and_stays_whole(
    writer: Writer, ours: Path
) -> None:
    path = ours / writer.filename
    assert faults(path.read_bytes()) == []
    with ZipFile(path) as package:
        assert any(name.startswith("word/media/") for name in package.namelist())
        body = package.read("word/document.xml").decode()
        styles = package.read("word/styles.xml").decode()
    assert f'w:ascii="{FONT}"' in styles
    assert PLUM in styles
    assert INK not in body + styles


def test_columns_stand_in_the_order_that_the_college_wants(ours: Path) -> None:
    word = Document(str(ours / "scheme-of-work.docx"))
    heads = [[c.text for c in t.rows[0].cells[:4]] for t in word.tables]
    assert heads.count(["Date", "Topic", "Week", "Outcomes"]) == 1
    assert not any(head[0] == "Week" for head in heads)


@pytest.mark.office
@pytest.mark.parametrize("writer", templated(), ids=lambda writer: writer.stem)
def test_a_document_in_the_other_style_is_valid(writer: Writer, ours: Path) -> None:
    assert complaints(ours / writer.filename) == []
