"""The training plan of an apprentice, agreed between three parties."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._statements import in_brief
from curriculum.writers._training_rows import Plan, TrainingFields, learner_fields
from curriculum.writers._word import filled, template_of

FILENAME = "training-plan.docx"
TITLE = "Training plan"
SUMMARY = "For an apprentice: what, when, who, where, hours a month, prior learning"
OPTIONAL = True
TEMPLATE = TEMPLATES / FILENAME
FIELDS = TrainingFields


def write(review: Review, path: Path) -> None:
    """Write the training plan as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, training(review)))


def training(review: Review) -> TrainingFields:
    """The content as plain rows."""
    plan = Plan(review)
    return TrainingFields(
        programme=programme_fields(review.programme),
        delivery=delivery_fields(review),
        learner=learner_fields(review),
        part=plan.components(),
        month=plan.months(),
        prior=plan.prior(),
        assessment=plan.assessments(),
        total=plan.totals(),
        statement=in_brief(review),
    )
