"""What stands behind the rationale: the figures of content, order, demand, checks."""

from curriculum.findings import counted
from curriculum.model import Purpose
from curriculum.reviewed import Review
from curriculum.writers._coverage_rows import verdict
from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._position_rows import in_demand
from curriculum.writers._scheme_fields import ProgrammeFields
from curriculum.writers._statements import by_policy
from curriculum.writers._tally import hours
from curriculum.writers._words import all_or_none, count, number

_ROOM = 240
"""Letters of two lines or so: it is a document of one page."""


class RationaleFields(PictureFields):
    """Everything that a template for the rationale may name."""

    programme: ProgrammeFields
    content: list[str]
    order: list[str]
    demand: list[str]
    checks: list[str]
    statement: str
    """By which policy coverage was judged, with its date."""


def content(review: Review) -> list[str]:
    """What is taught, counted."""
    planned = hours(review.programme)
    modules = count(len(review.programme.modules), "module")
    off_the_job = number(planned.off_the_job)
    return [
        verdict(review)["counts"],
        f"{modules}, {number(planned.planned)} hours, {off_the_job} off the job",
    ]


def order(review: Review) -> list[str]:
    """The modules in the order of teaching, or the first and the last of many."""
    titles = [f"{m.key} {m.title}" for m in review.programme.modules]
    said = "; ".join(titles)
    if len(said) > _ROOM:
        between = count(len(titles) - 2, "module")
        said = f"First {titles[0]}, then {between}, and last {titles[-1]}"
    return [said or "No modules are stated"]


def demand(review: Review) -> list[str]:
    """The published evidence that the content is asked for."""
    programme = review.programme
    published = "; ".join(
        f"{f.label}, {f.publisher}" for f in programme.frameworks if f.publisher
    )
    at = programme.position
    advice = [in_demand(programme)] if at and at.profile else []
    named = [published] if published else []
    return all_or_none([*named, *advice], "No evidence is named")


def checks(review: Review) -> list[str]:
    """How learning is checked, counted."""
    programme = review.programme
    held = programme.assessments
    by = ", ".join(
        f"{sum(a.purpose is purpose for a in held)} {purpose.value}"
        for purpose in Purpose
    )
    sessions = [session for _, session in programme.sessions()]
    checked = sum(bool(session.check.strip()) for session in sessions)
    verified = sum(a.verify_sample is not None for a in held)
    return [
        f"{count(len(held), 'assessment')} ({by}); {verified} with a sample verified",
        f"A check of learning in {checked} of {count(len(sessions), 'session')}",
        f"Checks: {counted(review.findings)}, {by_policy(review)}",
    ]
