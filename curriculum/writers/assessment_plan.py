"""The assessment plan: what is handed out, in and back, and who verifies it."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _plan_rows as rows
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._plan_fields import PlanFields
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._scheme_tables import assessment_schedule, finding_rows
from curriculum.writers._statements import statements
from curriculum.writers._word import filled, template_of

FILENAME = "assessment-plan.docx"
TITLE = "Assessment plan"
SUMMARY = "Hand-out, hand-in and verification by date and by module; who samples what"
TEMPLATE = TEMPLATES / FILENAME
FIELDS = PlanFields


def write(review: Review, path: Path) -> None:
    """Write the assessment plan as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The plan's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, plan(review)))


def plan(review: Review) -> PlanFields:
    """The content as plain rows."""
    programme = review.programme
    keys = {assessment.key for assessment in programme.assessments}
    return PlanFields(
        programme=programme_fields(programme),
        delivery=delivery_fields(review),
        assessment=assessment_schedule(programme),
        event=rows.events(review),
        block=rows.blocks(programme),
        coverage=rows.coverage(review),
        outcome=rows.outcomes(programme),
        sample=rows.sampling(programme),
        statement=statements(review),
        finding=finding_rows(f for f in review.findings if f.subject in keys),
        total=rows.totals(review),
    )
