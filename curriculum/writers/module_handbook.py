"""The module handbook: what learners meet in each module, and what they hand in."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _handbook_rows as rows
from curriculum.writers._handbook_fields import HandbookFields
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._word import filled, template_of

FILENAME = "module-handbook.docx"
TITLE = "Module handbook"
SUMMARY = (
    "For learners: each module with outcomes, KSBs, sessions, assessments, resources"
)
TEMPLATE = TEMPLATES / FILENAME
FIELDS = HandbookFields


def write(review: Review, path: Path) -> None:
    """Write the module handbook as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, handbook(review))


def handbook(review: Review) -> HandbookFields:
    """The content as plain rows."""
    return HandbookFields(
        programme=programme_fields(review.programme),
        delivery=delivery_fields(review),
        module=rows.handbook(review),
    )
