"""The coverage report as one page that opens anywhere: no script, nothing to fetch."""

from pathlib import Path

from curriculum.reviewed import Review
from curriculum.writers._heat_rows import columns
from curriculum.writers._pages import page
from curriculum.writers._picture_fields import pictures
from curriculum.writers.coverage_report import report

FILENAME = "coverage-report.html"
TITLE = "Coverage report to read"
SUMMARY = "The same coverage report as a page for the browser"


def write(review: Review, path: Path) -> None:
    """Write the page."""
    held = report(review)
    text = page(
        FILENAME,
        page=held,
        programme=held["programme"],
        columns=columns(review),
        pictures=pictures(review),
    )
    path.write_bytes(text)
