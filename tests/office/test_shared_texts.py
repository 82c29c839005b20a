"""Shared texts of a workbook: plain ones in one go, all others by the parser."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from curriculum.office.workbook import Book, _plain_texts

ODD = ("a & b", "<i>", " space ", "two\nlines", '"q"', "_x0041_", "Łódź", "\x07")
SST = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def test_texts_are_the_same_whichever_way_they_are_read(tmp_path: Path) -> None:
    for rich in (False, True):
        path = tmp_path / f"{rich}.xlsx"
        with Workbook(path) as book:
            page = book.add_worksheet("A")
            for row, text in enumerate(ODD):
                page.write_string(row, 0, text)
            if rich:
                page.write_rich_string(9, 0, "x ", book.add_format({"bold": True}), "y")
        cells = Book.open(path).sheet("A").cells
        assert [cells[row, 1].value for row in range(1, len(ODD) + 1)] == [*ODD]
        assert (10, 1) not in cells or cells[10, 1].value == "x y"


@pytest.mark.parametrize(
    "part",
    [
        b"",
        SST + b"<si><t>a</t></si>",
        SST + b"<si><t>a&other;</t></si></sst>",
        SST + b"<si><t>a</t><phoneticPr/></si></sst>",
        SST + b"<si><t>\xff</t></si></sst>",
        b"<!DOCTYPE sst>" + SST + b"<si><t>a</t></si></sst>",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(part: bytes) -> None:
    assert _plain_texts(SST + b"<si><t>a</t></si></sst>") == ["a"]
    assert _plain_texts(part) is None
