"""What LibreOffice and the Open XML validator make of the documents."""

from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from curriculum import pipeline
from curriculum.paths import WORKED_EXAMPLE
from curriculum.reviewed import Review
from curriculum.writers import mapping_grid
from proposed import with_proposals
from real_programs import complaints, converted
from reviews import full_review, review
from test_workbook_checks import broken
from workbook_text import Cells, stored_values

pytestmark = pytest.mark.office

REVIEWS: dict[str, Callable[[], Review]] = {
    "worked example": lambda: pipeline.review(pipeline.load(WORKED_EXAMPLE)),
    "two frameworks": full_review,
    "proposals": lambda: with_proposals(
        full_review(), "M1.01:ST0128:K2", "M2:DT:r-rstudio", "A2:ST0128:S1"
    ),
    "nothing at all": lambda: review("module M1"),
}


@pytest.fixture(params=REVIEWS, scope="module")
def reviewed(request: pytest.FixtureRequest) -> Review:
    return REVIEWS[request.param]()


@pytest.fixture
def grid(reviewed: Review, tmp_path: Path) -> Path:
    path = tmp_path / mapping_grid.FILENAME
    mapping_grid.write(reviewed, path)
    return path


def recalculated(path: Path, folder: Path) -> Cells:
    return stored_values(converted(path, "xlsx", folder))


def test_libreoffice_computes_exactly_the_stored_values(
    grid: Path, tmp_path: Path
) -> None:
    assert recalculated(grid, tmp_path) == stored_values(grid)


def test_libreoffice_shows_a_stored_value_that_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "wrong.xlsx"
    with Workbook(path) as book:
        book.add_worksheet().write_formula("A1", "=1+1", None, 3)
    assert stored_values(path) == {("Sheet1", "A1"): 3}
    assert recalculated(path, tmp_path) == {("Sheet1", "A1"): 2}


def test_the_validator_accepts_the_grid(grid: Path) -> None:
    assert complaints(grid) == []


def test_the_validator_refuses_a_broken_workbook(tmp_path: Path) -> None:
    path = tmp_path / mapping_grid.FILENAME
    mapping_grid.write(full_review(), path)
    spoilt = broken(path, "xl/worksheets/sheet1.xml", "<sheetData>", "<sheetDate>")
    assert complaints(spoilt)
