"""No word of a shipped template is broken because its column is too narrow."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import Table

from curriculum.paths import TEMPLATES
from curriculum.pictures.letters import width

PEOPLE = (".assessor }}", ".verifier }}", "part.who }}")
LONG_NAME = "Łukasiewicz"
_MARGINS = 7.5
"""Points that the cells of the shipped style leave on both sides."""


def words(text: str) -> list[str]:
    """The words that a column must hold: those printed, and a person's name."""
    if any(field in text for field in PEOPLE):
        return [LONG_NAME]
    return [] if "{{" in text else text.replace("-", "- ").split()


def broken(table: Table) -> Iterator[str]:
    columns = [
        int(column.get(qn("w:w")) or 0) / 20
        for column in table._tbl.tblGrid.gridCol_lst  # noqa: SLF001 no public name
    ]
    for row in table.rows:
        if len(row.cells) != len(columns):
            continue
        for cell, room in zip(row.cells, columns, strict=True):
            for paragraph in cell.paragraphs:
                style = paragraph.style
                assert isinstance(style, ParagraphStyle)
                size = style.font.size.pt if style.font.size else 10.0
                for word in words(paragraph.text):
                    long = width(word, size, bold=bool(style.font.bold))
                    if long > room - _MARGINS:
                        yield f"{word}: {long:.1f} of {room - _MARGINS:.1f} points"


CHOSEN = "scheme-of-work"
"""Its columns are chosen, and those that stay share the width of those left out."""
OTHERS = sorted(p for p in TEMPLATES.glob("*.docx") if p.stem != CHOSEN)


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_every_heading_and_a_long_name_fit_their_column(path: Path) -> None:
    tables = Document(str(path)).tables
    assert tables
    assert [word for table in tables for word in broken(table)] == []
