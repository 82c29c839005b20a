"""The training plan as plain rows: what, when, who, where, and for how many hours.

Hours of prior learning come off a statement's part of each session that teaches it,
never more than the part itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TypedDict

from curriculum.model import (
    DatedFigure,
    Framework,
    Learner,
    Module,
    PriorLearning,
    Programme,
    Session,
)
from curriculum.reviewed import Review
from curriculum.writers._module_rows import modules as module_rows
from curriculum.writers._module_rows import modules_of
from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    AssessmentFields,
    DeliveryFields,
    ProgrammeFields,
)
from curriculum.writers._scheme_tables import assessment_schedule
from curriculum.writers._shared_hours import ItemKey, shared_hours, shares
from curriculum.writers._words import NONE, NOT_STATED, count, day, number, or_none

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
    missed: str
    """Sessions outside the learner's own dates, which are not counted."""
    against: list[str]


class TrainingFields(PictureFields):
    """Everything that a template for the training plan may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    learner: LearnerFields
    part: list[ComponentFields]
    month: list[MonthFields]
    prior: list[PriorFields]
    assessment: list[AssessmentFields]
    total: TrainingTotalFields
    statement: str
    """By which policy coverage was judged, with its date."""


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
        everything = taken(review.programme, review.learner)
        self.modules = [self._within(module) for module in everything]
        self._missed = [
            session
            for module, own in zip(everything, self.modules, strict=True)
            for session in module.sessions
            if session.key not in {kept.key for kept in own.sessions}
        ]
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

    def _within(self, module: Module) -> Module:
        """A module with the sessions that lie within the learner's own dates."""
        learner, at = self._review.learner, self._review.timetable.by_session
        first = (learner and learner.starts) or date.min
        last = (learner and learner.ends) or date.max
        own = tuple(
            session
            for session in module.sessions
            if session.key not in at or first <= at[session.key].starts <= last
        )
        return module.model_copy(update={"sessions": own})

    def assessments(self) -> list[AssessmentFields]:
        """The assessments of the modules taken, and of the whole programme."""
        keys = {module.key for module in self.modules}
        own = {
            assessment.key
            for assessment in self._programme.assessments
            if not modules_of(assessment) or keys.intersection(modules_of(assessment))
        }
        rows = assessment_schedule(self._programme)
        return [row for row in rows if row["key"] in own]

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
        """Off-the-job hours of every month from first to last; undated ones last."""
        at = self._review.timetable.by_session
        sessions = [s for module in self.modules for s in module.sessions]
        days = sorted(at[s.key].starts for s in sessions if s.key in at)
        held: dict[str, list[Session]] = {f"{d:%B %Y}": [] for d in _months(days)}
        for session in sessions:
            if session.key in at:
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
                against.append(_against(framework, least, planned, out))
        return TrainingTotalFields(
            planned=number(planned),
            taken_out=number(out),
            left=number(planned - out),
            missed=self._not_counted(),
            against=against or ["No minimum of hours is published for this programme"],
        )

    def _not_counted(self) -> str:
        """What the learner's own dates leave out."""
        hours = sum(s.hours for s in self._missed if s.off_the_job)
        if not self._missed:
            return "None"
        sessions = count(len(self._missed), "session")
        return f"{sessions} with {number(hours)} hours, outside the dates of this plan"

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


def _against(
    framework: Framework, least: DatedFigure, planned: float, out: float
) -> str:
    """The plan's hours beside the published minimum, both less prior learning."""
    apart = round(planned - least.figure, 2)
    enough = "which is enough" if apart >= 0 else f"{number(-apart)} too few"
    said = ". ".join(t.rstrip(".") for t in (least.authority, least.remark) if t)
    return (
        f"{framework.label}: published minimum {number(least.figure)} hours; less "
        f"prior learning {number(least.figure - out)}; this plan has "
        f"{number(planned - out)}, {enough}. {said}"
    )


def _months(days: Sequence[date]) -> Iterator[date]:
    """The first day of every month from the first day to the last."""
    if not days:
        return
    at = days[0].replace(day=1)
    while at <= days[-1]:
        yield at
        at = (at + timedelta(days=31)).replace(day=1)


class _HourFields(TypedDict):
    planned: str
    taken_out: str
    left: str
