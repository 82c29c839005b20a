"""The coverage report for quality teams: verdict and gaps first, then the proof."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _coverage_rows as rows
from curriculum.writers import _heat_rows as heat
from curriculum.writers._coverage_fields import CoverageReportFields
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._scheme_tables import finding_rows, source_rows, waiver_rows
from curriculum.writers._word import filled, template_of

FILENAME = "coverage-report.docx"
TITLE = "Coverage report"
SUMMARY = "Verdict and gaps first; then every KSB by module, duties, hours, sequence"
TEMPLATE = TEMPLATES / FILENAME
FIELDS = CoverageReportFields


def write(review: Review, path: Path) -> None:
    """Write the coverage report as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    held = with_pictures(review, report(review))
    return filled(template, FIELDS, held, heat.unused(review))


def report(review: Review) -> CoverageReportFields:
    """The content as plain rows."""
    return CoverageReportFields(
        programme=programme_fields(review.programme),
        delivery=delivery_fields(review),
        verdict=rows.verdict(review),
        kind=rows.kinds(review),
        gap=rows.gaps(review),
        grid=heat.grids(review),
        duty=rows.duties(review),
        figure=rows.figures(review),
        sequence=rows.sequences(review),
        finding=finding_rows(review.findings),
        waiver=waiver_rows(review.waived),
        source=source_rows(review.programme.sources),
    )
