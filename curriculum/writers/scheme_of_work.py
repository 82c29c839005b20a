"""The scheme of work, written through a Word template.

The look of the page belongs to templates/scheme-of-work.docx, which a college
edits in Word; this file knows no font or colour.
"""

from collections.abc import Collection
from pathlib import Path

from curriculum.model import SCHEME_COLUMNS
from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _scheme_header as header
from curriculum.writers import _scheme_tables as tables
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_fields import SchemeFields
from curriculum.writers._scheme_sessions import blocks
from curriculum.writers._word import filled, template_of

FILENAME = "scheme-of-work.docx"
TITLE = "Scheme of work"
SUMMARY = (
    "Every session with its date, teaching, KSBs and assessment; coverage and schedule"
)
TEMPLATE = TEMPLATES / FILENAME
FIELDS = SchemeFields

COLUMNS: dict[str, tuple[str, ...]] = {
    "week": ("session.week",),
    "date": ("session.date",),
    "hours": ("session.hours",),
    "topic": ("session.label", "session.topic"),
    "outcomes": ("session.outcomes", "session.serves"),
    "teaching": ("session.teaching",),
    "resources": ("session.resources",),
    "assessment": ("session.assessment",),
    "ksbs": ("session.ksbs",),
    "skills": ("session.skills",),
    "wider_skills": ("session.wider_skills",),
    "stretch_support": ("session.stretch_support",),
    "workplace": ("session.workplace",),
    "homework": ("session.homework",),
}
"""The columns that a college may choose, with the fields that make each up."""


def write(review: Review, path: Path) -> None:
    """Write the scheme of work as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The scheme of work's bytes, through the shipped or a college's own template."""
    columns = review.programme.documents.columns or SCHEME_COLUMNS
    held = with_pictures(review, scheme(review))
    return filled(template, FIELDS, held, unwanted(columns))


def unwanted(columns: Collection[str]) -> set[str]:
    """The fields that are left out when only these columns are printed."""
    return {
        field
        for column, fields in COLUMNS.items()
        if column not in columns
        for field in fields
    }


def scheme(review: Review) -> SchemeFields:
    """The content as plain rows, for templates, tests and the web page."""
    programme, made = review.programme, blocks(review)
    return SchemeFields(
        programme=header.programme_fields(programme),
        delivery=header.delivery_fields(review),
        position=header.position_fields(programme),
        block=made,
        session=[row for block in made for row in block["session"]],
        coverage=tables.coverage_tables(review),
        assessment=tables.assessment_schedule(programme),
        skill=tables.skills(review),
        finding=tables.finding_rows(review.findings),
        waiver=tables.waiver_rows(review.waived),
        source=tables.source_rows(programme.sources),
        total=tables.totals(review),
    )
