"""The assessment plan in Excel, to sort and filter."""

from pathlib import Path

from curriculum.reviewed import Review
from curriculum.writers._plan_sheets import sheets
from curriculum.writers._workbook import properties_of, write_workbook

FILENAME = "assessment-plan.xlsx"
TITLE = "Assessment plan in Excel"
SUMMARY = "The same assessment plan with dates to sort and filter"


def write(review: Review, path: Path) -> None:
    """Write the assessment plan as an Excel workbook."""
    write_workbook(
        path, sheets(review), properties_of(review.programme, "Assessment plan")
    )
