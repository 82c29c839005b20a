"""The mapping grid beside bare XlsxWriter, which writes the same cells.

Both write the same sheets, each with its table and widths, and the same cells,
formulas, links and formats.  Bare XlsxWriter is handed the cells made ready; the
writer counts, sets out, fits rows to their text, and adds colours, lists, names
and print settings.
"""

import gc
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from xlsxwriter import Workbook

from curriculum import pipeline
from curriculum.paths import WORKED_EXAMPLE
from curriculum.reviewed import Review
from curriculum.writers import _house, mapping_grid
from curriculum.writers._sheets import (
    FIRST_ROW,
    Cell,
    Formula,
    Jump,
    Kind,
    Sheet,
    headings,
)

MOST_TIMES_BARE = 1.3
ROUNDS = 25
"""The quickest of them counts: what slows the others is the machine."""


@pytest.fixture(scope="module")
def reviewed() -> Review:
    return pipeline.review(pipeline.load(WORKED_EXAMPLE))


class Ready:
    """A sheet whose cells are calls of XlsxWriter, made ready beforehand."""

    def __init__(self, sheet: Sheet) -> None:
        self.name = sheet.name
        self.texts = [sheet.title, sheet.explanation]
        self.headings = list(headings(sheet.columns))
        self.widths = [column.width for column in sheet.columns]
        self.last_row = sheet.last_row
        self.cells = [
            (row, at, column.kind, *call(cell, row + 1))
            for row, cells in enumerate(sheet.laid_out, start=FIRST_ROW - 1)
            for at, (cell, column) in enumerate(zip(cells, sheet.columns, strict=True))
        ]

    def table(self) -> dict[str, object]:
        return {"columns": [{"header": heading} for heading in self.headings]}


def call(cell: Cell, row: int) -> tuple[str, object, object]:
    match cell:
        case "":
            return "write_blank", None, None
        case str():
            return "write_string", cell, None
        case Jump(sheet):
            return "write_url", f"internal:'{sheet}'!A1", None
        case Formula(text, value):
            return "write_formula", text.replace("{row}", str(row)), value
        case date():
            return "write_datetime", cell, None
        case _:
            return "write_number", cell, None


def bare(path: Path, sheets: list[Ready]) -> None:
    """The same cells through XlsxWriter's own calls."""
    with Workbook(path, {"in_memory": True}) as book:
        looks = {kind: book.add_format(_house.CELLS[kind]) for kind in Kind}
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.write_column(0, 0, sheet.texts)
            page.add_table(
                2, 0, sheet.last_row - 1, len(sheet.headings) - 1, sheet.table()
            )
            for at, width in enumerate(sheet.widths):
                page.set_column(at, at, width)
            for row, at, kind, name, content, value in sheet.cells:
                if name == "write_formula":
                    page.write_formula(row, at, content, looks[kind], value)
                else:
                    getattr(page, name)(row, at, content, looks[kind])


def seconds(work: Callable[[], None]) -> float:
    """Processor time, without what collecting other tests' garbage takes."""
    gc.collect()
    gc.disable()
    begun = process_time()
    work()
    taken = process_time() - begun
    gc.enable()
    return taken


def test_the_grid_costs_little_more_than_its_cells(
    reviewed: Review, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / mapping_grid.FILENAME
    ready = [Ready(sheet) for sheet in mapping_grid.sheets(reviewed)]
    pairs = [
        (
            seconds(lambda: mapping_grid.write(reviewed, path)),
            seconds(lambda: bare(path, ready)),
        )
        for _ in range(ROUNDS)
    ]
    ours, theirs = (min(times) for times in zip(*pairs, strict=True))
    ratio = ours / theirs
    with capsys.disabled():
        print(  # noqa: T201 the figure is what a benchmark is for
            f"\nmapping grid {1000 * ours:.1f} ms, bare XlsxWriter "
            f"{1000 * theirs:.1f} ms: {ratio:.2f} times"
        )
    assert ratio <= MOST_TIMES_BARE


def test_mapping_grid(
    reviewed: Review, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = tmp_path / mapping_grid.FILENAME
    benchmark(mapping_grid.write, reviewed, path)
    assert path.stat().st_size


def test_bare_xlsxwriter(
    reviewed: Review, tmp_path: Path, benchmark: BenchmarkFixture
) -> None:
    path = tmp_path / mapping_grid.FILENAME
    ready = [Ready(sheet) for sheet in mapping_grid.sheets(reviewed)]
    benchmark(bare, path, ready)
    assert path.stat().st_size
