"""The training plan as plain rows: what, when, who, where, and for how many hours.

Hours of prior learning come off a statement's part of each session that teaches it,
never more than the part itself.
"""

from collections import defaultdict
from typing import TypedDict

from curriculum.model import Learner, Module, PriorLearning, Programme, Session
from curriculum.reviewed import Review
from curriculum.writers._module_rows import modules as module_rows
from curriculum.writers._scheme_fields import (
    AssessmentFields,
    DeliveryFields,
    ProgrammeFields,
)
from curriculum.writers._shared_hours import ItemKey, shared_hours, shares
from curriculum.writers._words import NONE, NOT_STATED, day, number, or_none

_TO_COMPLETE = "To be completed"
_NO_DATE = "No date"


class LearnerFields(TypedDict):
    """``learner.…``: who trains, and where."""

    name: str
    employer: str
    line_manager: str
    workplace: str
    provider_contact: str
    starts: str
    ends: str


class ComponentFields(TypedDict):
    """``part.…``: one module as a component of the training."""

    what: str
    when: str
    who: str
    where: str
    planned: str
    taken_out: str
    left: str


class MonthFields(TypedDict):
    """``month.…``: the off-the-job hours of one month."""

    month: str
    sessions: str
    planned: str
    taken_out: str
    left: str


class PriorFields(TypedDict):
    """``prior.…``: one statement learned before."""

    key: str
    wording: str
    planned: str
    taken_out: str
    evidence: str


class TrainingTotalFields(TypedDict):
    """``total.…``: hours, against what is published."""

    planned: str
    taken_out: str
    left: str
    against: list[str]


class TrainingFields(TypedDict):
    """Everything that a template for the training plan may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    learner: LearnerFields
    part: list[ComponentFields]
    month: list[MonthFields]
    prior: list[PriorFields]
    assessment: list[AssessmentFields]
    total: TrainingTotalFields


def learner_fields(review: Review) -> LearnerFields:
    """Who trains; what nobody has stated is to be completed by hand."""
    calendar, held = review.programme.calendar, review.learner
    asked = ("name", "employer", "line_manager", "workplace", "provider_contact")
    name, employer, manager, workplace, contact = (
        (getattr(held, field) if held else "") or _TO_COMPLETE for field in asked
    )
    return LearnerFields(
        name=name,
        employer=employer,
        line_manager=manager,
        workplace=workplace,
        provider_contact=contact,
        starts=day((held and held.starts) or calendar.starts),
        ends=day((held and held.ends) or calendar.ends),
    )


def taken(programme: Programme, learner: Learner | None) -> list[Module]:
    """The modules of a learner: all that are not optional, and those chosen."""
    chosen = learner.modules if learner else ()
    return [m for m in programme.modules if not m.optional or m.key in chosen]


class Plan:
    """The hours of one learner's plan."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._programme = review.programme
        self.modules = taken(review.programme, review.learner)
        held = self._programme.model_copy(update={"modules": tuple(self.modules)})
        self._planned = shared_hours(held)
        self._known = review.learner.prior if review.learner else ()
        claimed: defaultdict[ItemKey, float] = defaultdict(float)
        for prior in self._known:
            claimed[prior.framework, prior.item] += prior.hours
        self._cut = {
            item: min(1.0, claimed[item] / planned) if planned else 0.0
            for item, planned in self._planned.items()
        }
        """The part of each statement's hours that prior learning takes out."""

    def components(self) -> list[ComponentFields]:
        """Every module that the learner takes."""
        rows = {row["key"]: row for row in module_rows(self._review)}
        programme = self._programme
        return [
            ComponentFields(
                what=f"{module.key} {module.title}",
                when=rows[module.key]["when"],
                who=rows[module.key]["lead"],
                where=or_none(programme.venue),
                **self._hours(list(module.sessions)),
            )
            for module in self.modules
        ]

    def months(self) -> list[MonthFields]:
        """Off-the-job hours of each month, in order; undated ones last."""
        held: defaultdict[str, list[Session]] = defaultdict(list)
        at = self._review.timetable.by_session
        sessions = [s for module in self.modules for s in module.sessions]
        dated = [s for s in sessions if s.key in at]
        for session in sorted(dated, key=lambda s: at[s.key].starts):
            held[f"{at[session.key].starts:%B %Y}"].append(session)
        undated = [s for s in sessions if s.key not in at]
        if undated:
            held[_NO_DATE] = undated
        return [
            MonthFields(month=month, sessions=str(len(of)), **self._hours(of))
            for month, of in held.items()
        ]

    def prior(self) -> list[PriorFields]:
        """Every statement learned before."""
        return [self._prior(prior) for prior in self._known]

    def _prior(self, prior: PriorLearning) -> PriorFields:
        framework = self._programme.framework(prior.framework)
        item = framework.item(prior.item) if framework else None
        planned = self._planned.get((prior.framework, prior.item), 0.0)
        return PriorFields(
            key=prior.item,
            wording=item.wording if item else NONE,
            planned=number(planned),
            taken_out=number(min(prior.hours, planned)),
            evidence=prior.evidence or NOT_STATED,
        )

    def totals(self) -> TrainingTotalFields:
        """All hours, and what they are held against."""
        sessions = [s for module in self.modules for s in module.sessions]
        planned, out = self._sums(sessions)
        against = []
        for framework in self._programme.frameworks:
            least = framework.minimum_hours
            if least:
                against.append(
                    f"{framework.label}: published minimum {number(least.figure)} "
                    f"hours; less prior learning {number(least.figure - out)}; "
                    f"this plan has {number(planned - out)}. {least.authority}"
                )
        return TrainingTotalFields(
            planned=number(planned),
            taken_out=number(out),
            left=number(planned - out),
            against=against or ["No minimum of hours is published for this programme"],
        )

    def _hours(self, sessions: list[Session]) -> "_HourFields":
        planned, out = self._sums(sessions)
        return _HourFields(
            planned=number(planned), taken_out=number(out), left=number(planned - out)
        )

    def _sums(self, sessions: list[Session]) -> tuple[float, float]:
        planned = sum(s.hours for s in sessions if s.off_the_job)
        out = sum(
            share * self._cut[item]
            for session in sessions
            for item, share in shares(self._programme, session).items()
        )
        return planned, round(out, 2)


class _HourFields(TypedDict):
    planned: str
    taken_out: str
    left: str
