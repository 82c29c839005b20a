"""Session plans as plain rows."""

from collections.abc import Iterator

from curriculum.model import Module, Session
from curriculum.reviewed import Review
from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import ProgrammeFields, SessionFields
from curriculum.writers._scheme_sessions import sessions_of
from curriculum.writers._words import all_or_none, or_none, short_day


class SessionPlanFields(SessionFields):
    """``plan.…``: one session with what came before it."""

    module: str
    lead: str
    venue: str
    stretch: str
    support: str
    check: str
    tutor: str
    learners: str
    statements: list[str]
    """Wordings of what it teaches."""
    met_before: list[str]
    """What of that earlier sessions taught, and where last."""


class SessionPlansFields(PictureFields):
    """Everything that a template for session plans may name."""

    programme: ProgrammeFields
    plan: list[SessionPlanFields]
    statement: str
    """By which policy coverage was judged, with its date."""


def plans(review: Review) -> list[SessionPlanFields]:
    """A plan for every session, in the order of teaching."""
    rows = sessions_of(review)
    return [
        _plan(review, module, session, row)
        for module in review.programme.modules
        for session, row in zip(module.sessions, rows[module.key], strict=True)
    ]


def _plan(
    review: Review, module: Module, session: Session, row: SessionFields
) -> SessionPlanFields:
    programme = review.programme
    return SessionPlanFields(
        **row,
        module=f"{module.key} {module.title}",
        lead=or_none(programme.name_of(module.lead)),
        venue=or_none(programme.venue),
        stretch=or_none(session.stretch),
        support=or_none(session.support),
        check=or_none(session.check),
        tutor=or_none(session.tutor),
        learners=or_none(session.learners),
        statements=all_or_none(_statements(review, session)),
        met_before=all_or_none(_met_before(review, session), "Nothing: all is new"),
    )


def _statements(review: Review, session: Session) -> Iterator[str]:
    for link in session.teaches:
        framework = review.programme.framework(link.framework)
        item = framework.item(link.item) if framework else None
        if framework and item and not framework.policy.advisory:
            depth = f" ({link.depth.value})" if link.depth else ""
            yield f"{item.key}{depth}: {item.wording}"


def _met_before(review: Review, session: Session) -> Iterator[str]:
    """Each statement of the session that an earlier one taught, and where last."""
    for link in session.teaches:
        framework = review.programme.framework(link.framework)
        if framework is None or framework.policy.advisory:
            continue
        held = review.coverage.teaching(link.framework, link.item)
        keys = [t.session.key for t in held]
        at = keys.index(session.key) if session.key in keys else 0
        if at:
            last = held[at - 1]
            day = f", {short_day(last.placement.starts)}" if last.placement else ""
            yield f"{link.item} in {last.session.key}{day}"
