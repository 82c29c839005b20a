"""The rationale on one page: why this content, in this order, and how it is checked."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _rationale_rows as rows
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._rationale_rows import RationaleFields
from curriculum.writers._scheme_header import programme_fields
from curriculum.writers._statements import in_brief
from curriculum.writers._word import filled, template_of

FILENAME = "curriculum-rationale.docx"
TITLE = "Curriculum rationale"
SUMMARY = (
    "One page: why this content, why this order, what demand, how learning is checked"
)
TEMPLATE = TEMPLATES / FILENAME
FIELDS = RationaleFields


def write(review: Review, path: Path) -> None:
    """Write the curriculum rationale as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, rationale(review)))


def rationale(review: Review) -> RationaleFields:
    """The content as plain rows."""
    programme = review.programme
    return RationaleFields(
        programme=programme_fields(programme),
        content=rows.content(review),
        order=rows.order(review),
        demand=rows.demand(review),
        checks=rows.checks(review),
        statement=in_brief(review),
    )
