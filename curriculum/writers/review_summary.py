"""The review summary: what a reviewer of an awarding body reads first."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.snapshot import digest_of, snapshot
from curriculum.writers import _summary_rows as rows
from curriculum.writers._coverage_rows import figures, verdict
from curriculum.writers._packed import packed
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._scheme_tables import waiver_rows
from curriculum.writers._summary_fields import PackedFields, SummaryFields
from curriculum.writers._word import filled, template_of

FILENAME = "review-summary.docx"
TITLE = "Review summary"
SUMMARY = (
    "For an awarding body: pinned standard, verdict, hours, sign-offs, trace sample"
)
OPTIONAL = True
TEMPLATE = TEMPLATES / FILENAME
FIELDS = SummaryFields


def write(review: Review, path: Path) -> None:
    """Write the review summary as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, summary(review)))


def summary(review: Review) -> SummaryFields:
    """The content as plain rows."""
    programme = review.programme
    sample, traces = rows.sample(review)
    return SummaryFields(
        programme=programme_fields(programme),
        delivery=delivery_fields(review),
        verdict=verdict(review),
        document=[
            PackedFields(file=w.filename, title=w.title, what=w.summary)
            for w in packed(review)
        ],
        standard=rows.pinned(review),
        figure=figures(review),
        waiver=waiver_rows(review.waived),
        signoff=rows.signoffs(programme),
        since=rows.since(programme),
        sample=sample,
        trace=traces,
        digest=digest_of(snapshot(programme)),
    )
