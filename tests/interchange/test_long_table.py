from pathlib import Path

import openpyxl
import pytest

from curriculum.facts import gather
from curriculum.findings import SourceError
from curriculum.interchange.files import guarded, unguarded
from curriculum.interchange.long_in import read_long
from curriculum.interchange.long_out import long_csv, write_long_xlsx
from curriculum.interchange.long_rows import LongRow, long_rows
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from notation import facts
from reviews import TWO_FRAMEWORKS


def written_csv(folder: Path, rows: list[LongRow]) -> Path:
    path = folder / "long.csv"
    path.write_bytes(long_csv(rows).encode("utf-8-sig"))
    return path


def test_one_row_for_each_item_place_and_role() -> None:
    rows = long_rows(
        facts("""
            ksbs K1 S1
            M1 teaches K1 introduced
            M1 teaches K1 developed
            A1 assesses K1 on 2026-11-02
        """)
    )
    assert [(r.code, r.role, r.place, r.depth, r.date) for r in rows] == [
        ("K1", "taught", "M1.01", "introduced", "2026-09-07"),
        ("K1", "taught", "M1.02", "developed", "2026-09-07"),
        ("K1", "assessed", "A1", "", "2026-11-02"),
        ("S1", "", "", "", ""),
    ]


def test_the_rows_of_the_worked_example_are_its_marks() -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    laid_out = gather(programme)
    rows = long_rows(laid_out)
    coverage = laid_out.coverage
    assert len([r for r in rows if r.role == "taught"]) == sum(
        map(len, coverage.taught.values())
    )
    assert len([r for r in rows if r.role == "assessed"]) == sum(
        map(len, coverage.assessed.values())
    )
    assert list(dict.fromkeys((r.framework, r.code) for r in rows)) == [
        (f.id, i.key) for f in programme.frameworks for i in f.items
    ]


def test_the_table_is_read_back_from_csv_and_from_a_workbook(tmp_path: Path) -> None:
    laid_out = facts(TWO_FRAMEWORKS)
    rows = long_rows(laid_out)
    book = tmp_path / "long.xlsx"
    write_long_xlsx(rows, laid_out.programme, book)
    for path in (written_csv(tmp_path, rows), book):
        taken = read_long(path)
        assert taken.findings == ()
        assert list(taken.rows) == rows


def test_text_that_looks_like_a_formula_is_text_in_csv_and_workbook(
    tmp_path: Path,
) -> None:
    laid_out = facts(TWO_FRAMEWORKS)
    rows = long_rows(laid_out)
    formula = '=HYPERLINK("http://example.org") is how a formula begins'
    assert formula in {row.statement for row in rows}
    text = long_csv(rows)
    assert "'=HYPERLINK" in text
    assert ',"=HYPERLINK' not in text
    book = tmp_path / "long.xlsx"
    write_long_xlsx(rows, laid_out.programme, book)
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    cells = [c for row in sheet.iter_rows() for c in row if c.value == formula]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize(
    "text", ["=1", "+44", "-1", "@a", "'=1", "''-x", "'tis", "plain", "", "\t=1"]
)
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in {"=", "+", "-", "@", "\t"}


def test_the_same_table_gives_the_same_workbook(tmp_path: Path) -> None:
    laid_out = facts(TWO_FRAMEWORKS)
    books = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for book in books:
        write_long_xlsx(long_rows(laid_out), laid_out.programme, book)
    assert books[0].read_bytes() == books[1].read_bytes()


def test_columns_may_stand_in_any_order_and_faults_are_found(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text(
        "Our table\nrole;CODE;Remark\nTaught;K1;x\nshown;K2;\n;;nothing\n", "utf-8"
    )
    taken = read_long(path)
    assert [(row.code, row.role) for row in taken.rows] == [
        ("K1", "taught"),
        ("K2", "shown"),
    ]
    assert [str(f) for f in taken.findings] == [
        "own.csv:row 2: XCH104 the column Remark is not taken",
        "own.csv:row 4: XCH105 K2 has the role shown; there are taught and assessed",
        "own.csv:row 5: XCH101 a row has no code and is left out",
    ]


def test_a_file_without_its_headings_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(SourceError, match="no row has the headings Code and Role"):
        read_long(path)
