"""How long an import takes: from the file to a folder of TOML."""

import gc
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

import docx
import pytest
from openpyxl import Workbook
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.importing.opening import open_document
from curriculum.importing.understanding import understand
from curriculum.importing.writing import write
from curriculum.model import Ksb, Standard
from curriculum.starter import Start, standard_named

TODAY = date(2026, 7, 1)
ROUNDS = 5
SCHEME_S, GRID_S = 1.0, 0.5
"""The bars: a 40-page scheme of 400 rows, and a grid of 150 KSBs by 60 columns."""


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten columns, 400 rows, some fifty words a row."""
    path = tmp_path_factory.mktemp("scheme") / "scheme.docx"
    document = docx.Document()
    heads = (
        *("Week", "Date", "Topic", "Learning outcomes", "Teaching and learning"),
        *("Resources", "Assessment", "KSBs", "Homework", "Wider skills"),
    )
    table = document.add_table(401, len(heads))
    rows = table.rows
    for number, row in enumerate(rows):
        day = date.fromordinal(date(2026, 9, 7).toordinal() + number)
        texts = (
            *(str(number // 5 + 1), f"{day.day} {day:%B %Y}", f"Topic {number}"),
            "Trace a loop\nWrite a loop that ends\nExplain why it ends",
            "Lecturer: shows a loop on the board\nLearners: write one and run it",
            "Slides\nWorksheet\nRoom 12",
            "Each learner predicts the output of a loop before it is run",
            f"K{number % 25 + 1}-K{number % 25 + 2}, S{number % 30 + 1}",
            "Read the next chapter and bring one question",
            "English: reading aloud\nMaths: counting from zero",
        )
        for cell, text in zip(row.cells, heads if not number else texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def grid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("grid") / "grid.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["KSB", "Wording", *(f"Module {n}" for n in range(1, 61))])
    for number in range(150):
        marks = ("IDMT "[(number + n) % 5].strip() for n in range(60))
        sheet.append([f"K{number + 1}", f"Statement {number + 1}", *marks])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def start() -> Start:
    return standard_named("ST0128")


def _large(standard: Standard) -> Standard:
    """A standard of 150 statements, to be understood and not written."""
    first = standard.ksbs[0]
    ksbs = tuple(
        Ksb(key=f"K{n}", text=f"Statement {n}", source=first.source)
        for n in range(1, 151)
    )
    return standard.model_copy(update={"ksbs": ksbs})


def _quickest(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        gc.collect()
        begun = process_time()
        work()
        spent.append(process_time() - begun)
    return min(spent)


def test_a_scheme_of_400_rows(
    benchmark: BenchmarkFixture, scheme: Path, start: Start, tmp_path: Path
) -> None:
    def work() -> None:
        folder = tmp_path / "made"
        shutil.rmtree(folder, ignore_errors=True)
        got = understand(open_document(scheme), start.standard, today=TODAY)
        assert len(got.reading.sessions) == 400
        write(folder, got, start, first=TODAY, today=TODAY)

    benchmark(work)
    spent = _quickest(work)
    assert spent <= SCHEME_S, f"{spent:.3f} s"


def test_a_grid_of_150_ksbs_by_60(
    benchmark: BenchmarkFixture, grid: Path, start: Start, tmp_path: Path
) -> None:
    standard = _large(start.standard)
    whole = Start(standard, start.got, start.source, start.copy)

    def work() -> None:
        folder = tmp_path / "made"
        shutil.rmtree(folder, ignore_errors=True)
        got = understand(open_document(grid), standard, today=TODAY)
        assert len(got.reading.modules) == 60
        write(folder, got, whole, first=TODAY, today=TODAY)

    benchmark(work)
    spent = _quickest(work)
    assert spent <= GRID_S, f"{spent:.3f} s"
