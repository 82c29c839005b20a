"""A college changes the paper, and no table runs off the page."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.shared import Inches, Twips
from lxml import etree

from curriculum.office.word_fit import narrow_tables
from curriculum.office.word_room import A4
from curriculum.paths import TEMPLATES
from curriculum.pipeline import load, review
from curriculum.writers import all_writers
from house_style import house_style

CARE = Path(__file__).parent.parent / "programmes" / "care-foundation"
_MARGINS = 220
"""A table reaches into the margins by its cells' own."""


def widths(word: DocumentObject) -> list[int]:
    return [
        sum(int(c.get(qn("w:w"))) for c in t.iter(qn("w:gridCol")))
        for t in word.element.body.iter(qn("w:tbl"))
    ]


def room(word: DocumentObject) -> int:
    section = word.sections[0]
    margins = (section.left_margin or 0) + (section.right_margin or 0)
    return round(((section.page_width or 0) - margins) / Twips(1))


def test_every_table_stays_on_narrower_paper(tmp_path: Path) -> None:
    own = house_style(TEMPLATES, tmp_path / "templates")
    care = replace(review(load(CARE)), templates=own)
    for writer in all_writers():
        if (TEMPLATES / writer.filename).suffix == ".docx":
            path = tmp_path / writer.filename
            writer.write(care, path)
            word = Document(str(path))
            assert max(widths(word)) <= room(word) + _MARGINS, writer.filename


@pytest.mark.parametrize("columns", [(9000, 9000), (4000, 2000, 16000)])
def test_columns_keep_their_proportions(columns: tuple[int, ...]) -> None:
    word = Document()
    table = word.add_table(1, len(columns))
    for cell, grid, wide in zip(
        table.rows[0].cells, table.columns, columns, strict=True
    ):
        cell.width = grid.width = Twips(wide)
    narrow_tables(word.element, A4)
    made = [int(c.get(qn("w:w"))) for c in word.element.iter(qn("w:gridCol"))]
    assert sum(made) <= room(word)
    assert [w / made[0] for w in made] == pytest.approx(
        [w / columns[0] for w in columns], rel=0.01
    )
    cells = [int(c.get(qn("w:w"))) for c in word.element.iter(qn("w:tcW"))]
    assert cells == made


def test_what_fits_is_left_alone() -> None:
    word = Document()
    word.add_table(2, 3)
    before = etree.tostring(word.element)
    narrow_tables(word.element, A4)
    assert etree.tostring(word.element) == before


def test_a_table_in_a_cell_shrinks_with_the_table_around_it() -> None:
    word = Document()
    outer = word.add_table(1, 1)
    outer.columns[0].width = outer.cell(0, 0).width = Inches(12)
    inner = outer.cell(0, 0).add_table(1, 1)
    inner.columns[0].width = inner.cell(0, 0).width = Inches(6)
    narrow_tables(word.element, A4)
    around, within = (int(c.get(qn("w:w"))) for c in word.element.iter(qn("w:gridCol")))
    assert around <= room(word)
    assert within == pytest.approx(around / 2, abs=2)
