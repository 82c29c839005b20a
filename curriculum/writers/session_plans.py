"""Session plans: one page a session, with room for the lecturer's notes."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _session_plan_rows as rows
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import programme_fields
from curriculum.writers._session_plan_rows import SessionPlansFields
from curriculum.writers._statements import in_brief
from curriculum.writers._word import filled, template_of

FILENAME = "session-plans.docx"
TITLE = "Session plans"
SUMMARY = (
    "One page a session: objectives, activities, check, stretch and support, notes"
)
OPTIONAL = True
TEMPLATE = TEMPLATES / FILENAME
FIELDS = SessionPlansFields


def write(review: Review, path: Path) -> None:
    """Write the session plans as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, plans(review)))


def plans(review: Review) -> SessionPlansFields:
    """The content as plain rows."""
    return SessionPlansFields(
        programme=programme_fields(review.programme),
        plan=rows.plans(review),
        statement=in_brief(review),
    )
