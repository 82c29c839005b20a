"""Pictures in every Word document, through the shipped or a college's own template."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from curriculum.paths import TEMPLATES, WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.reviewed import Review
from curriculum.writers import Writer, all_writers, writers_named
from curriculum.writers._picture_fields import PictureFields, pictures
from reviews import full_review, review

NAMES = tuple(PictureFields.__annotations__)
WORD = [w for w in all_writers() if (TEMPLATES / w.filename).suffix == ".docx"]
SHOWN = {
    "coverage-report": ["coverage by module"],
    "scheme-of-work": ["Year 1", "Year 2"],
    "assessment-plan": ["Year 1", "Year 2"],
    "programme-specification": ["Pathway", "Jobs in the United States"],
}
"""What the shipped templates show, in order."""


@pytest.fixture(scope="module")
def worked() -> Review:
    return reviewed(load(WORKED_EXAMPLE))


def written(writer: Writer, held: Review, folder: Path) -> list[tuple[str, str]]:
    """The pictures of a document: names and alt texts."""
    path = folder / writer.filename
    writer.write(held, path)
    root = Document(str(path)).element
    return [(p.get("name", ""), p.get("descr", "")) for p in root.iter(qn("wp:docPr"))]


@pytest.mark.parametrize("writer", WORD, ids=lambda w: w.stem)
def test_a_colleges_own_template_may_show_every_picture(
    writer: Writer, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    word = Document()
    for name in NAMES:
        word.add_paragraph(f"{{{{ {name} }}}}")
    word.save(str(own / writer.filename))
    held = replace(full_review(), templates=own)
    expected = [
        (picture.title, picture.finding)
        for name in NAMES
        for picture in pictures(held)[name]  # type: ignore[literal-required]
    ]
    assert len(expected) >= 4
    assert written(writer, held, tmp_path) == expected


@pytest.mark.parametrize("stem", SHOWN)
def test_the_shipped_templates_show_pictures_where_they_help(
    stem: str, worked: Review, tmp_path: Path
) -> None:
    (writer,) = writers_named(f"{stem}.docx")
    found = written(writer, worked, tmp_path)
    assert all(len(alt) > 60 for _, alt in found)
    assert all(part in n for (n, _), part in zip(found, SHOWN[stem], strict=True))


@pytest.mark.parametrize("stem", SHOWN)
def test_what_there_is_nothing_to_show_of_is_left_out(
    stem: str, tmp_path: Path
) -> None:
    (writer,) = writers_named(f"{stem}.docx")
    assert written(writer, review(""), tmp_path) == []
