"""The skills scan in Excel: prior learning, statement by statement."""

from pathlib import Path

from curriculum.reviewed import Review
from curriculum.writers._scan_sheets import sheets
from curriculum.writers._workbook import properties_of, write_workbook

FILENAME = "skills-scan.xlsx"
TITLE = "Skills scan"
SUMMARY = "Self-assessment by KSB, the line manager's check, hours of prior learning"


def write(review: Review, path: Path) -> None:
    """Write the skills scan as an Excel workbook."""
    write_workbook(path, sheets(review), properties_of(review.programme, TITLE))
