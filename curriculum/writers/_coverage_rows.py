"""The coverage report as plain rows: verdict, gaps, duties, hours, sequence."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import fsum

from curriculum.coverage import Teaching
from curriculum.findings import Severity, counted
from curriculum.model import Framework, Item, Programme, Purpose
from curriculum.reviewed import Review
from curriculum.writers._coverage_fields import (
    DutyFields,
    GapFields,
    HoursFields,
    KindFields,
    SequenceFields,
    StepFields,
    VerdictFields,
)
from curriculum.writers._grid_duties import gaps as duty_gaps
from curriculum.writers._remarks import Remarks
from curriculum.writers._tally import Tally, hours, tallies, whole
from curriculum.writers._words import NONE, NOT_STATED, number, or_none, short_day

_NO_DATE = "No date"


def judged(review: Review) -> list[Framework]:
    """The frameworks that must be covered."""
    return [f for f in review.programme.frameworks if not f.policy.advisory]


# The verdict.


def verdict(review: Review) -> VerdictFields:
    """What was found, and by what it was judged."""
    counts = [
        f"{framework.label}: {_taught_and_assessed(whole(framework, review.coverage))}"
        for framework in judged(review)
    ]
    return VerdictFields(
        sentence=_sentence(review),
        counts="; ".join(counts) or "No framework is named that must be covered",
        statements=list(review.statements),
    )


def _sentence(review: Review) -> str:
    errors = [f for f in review.findings if f.severity is Severity.ERROR]
    warnings = [f for f in review.findings if f.severity is Severity.WARNING]
    be = "is" if len(warnings) == 1 else "are"
    decide = f"{counted(warnings)} {be} for a person to decide" if warnings else ""
    if errors:
        stand = "stands" if len(errors) == 1 else "stand"
        said = f"{counted(errors)} {stand} in the way of approval"
    elif judged(review):
        said = "Nothing stands in the way of approval"
    else:
        said = "No verdict can be given"
    return f"{said}; {decide}." if decide else f"{said}."


def _taught_and_assessed(tally: Tally) -> str:
    return (
        f"{tally.taught} of {tally.total} taught, "
        f"{tally.assessed} of {tally.total} assessed"
    )


def kinds(review: Review) -> list[KindFields]:
    """Coverage of each kind of item, gaps first."""
    return [
        KindFields(
            framework=framework.label,
            title=tally.title,
            not_taught=str(len(tally.not_taught)),
            not_assessed=str(len(tally.not_assessed)),
            taught_once=str(len(tally.taught_once)),
            taught=f"{tally.taught} of {tally.total}",
            assessed=f"{tally.assessed} of {tally.total}",
        )
        for framework in judged(review)
        for tally in (
            *tallies(framework, review.coverage),
            whole(framework, review.coverage),
        )
    ]


# Gaps.


def gaps(review: Review) -> list[GapFields]:
    """What a quality team counts first; each with what shows it."""
    return [
        GapFields(title=title, count=str(len(keys)), which=", ".join(keys) or "None")
        for title, keys in _gaps(review)
    ]


def _gaps(review: Review) -> Iterator[tuple[str, list[str]]]:
    many = len(judged(review)) > 1
    for framework in judged(review):
        named = f"{framework.label}: " if many else ""
        for title, keys in _gaps_of(review, framework):
            yield f"{named}{title}", keys
    yield "Modules without any statement", _modules_without(review)


def _gaps_of(review: Review, framework: Framework) -> Iterator[tuple[str, list[str]]]:
    """Gaps of one framework; what its policy does not ask for is none."""
    held = whole(framework, review.coverage)
    tested = [i.key for i in framework.items if framework.asks_assessment(i)]
    taught = [i.key for i in framework.items if framework.policy.asks_teaching(i)]
    summative = _summative(review, framework)
    yield "Not taught", [k for k in taught if k in held.not_taught]
    yield "Not assessed", [k for k in tested if k in held.not_assessed]
    yield (
        "Assessed but not taught",
        [k for k in held.not_taught if k not in held.not_assessed],
    )
    yield (
        "Assessed in formative work only",
        [k for k in tested if k not in summative and k not in held.not_assessed],
    )
    yield "Taught in one session only", [k for k in taught if k in held.taught_once]


def _summative(review: Review, framework: Framework) -> set[str]:
    """Keys of items that summative work assesses."""
    return {
        item.key
        for item in framework.items
        if _assessed(review, framework, item, Purpose.SUMMATIVE)
    }


def _modules_without(review: Review) -> list[str]:
    ids = {framework.id for framework in judged(review)}
    return [
        module.key
        for module in review.programme.modules
        if not any(k.framework in ids for s in module.sessions for k in s.teaches)
    ]


# Duties and hours.


def duties(review: Review) -> list[DutyFields]:
    """Every duty, with the share of it that is both taught and assessed."""
    held = {(d.framework, d.duty): d for d in review.coverage.duties}
    return [
        DutyFields(
            key=duty.key,
            wording=duty.wording,
            percent=f"{held[framework.id, duty.key].percent}%",
            gaps=duty_gaps(review, framework, duty),
            ksbs=", ".join(duty.ksbs) or NONE,
        )
        for framework in judged(review)
        for duty in framework.duties
    ]


_TQT = "guided and independent hours together; homework is planned by task, not hours"


def figures(review: Review) -> list[HoursFields]:
    """Planned hours beside what is published and what the calendar offers."""
    programme = review.programme
    held = hours(programme)
    optional = held.optional_off_the_job
    inside = f"of which {number(optional)} in optional modules" if optional else NONE
    rows = [
        ("Planned in all", held.planned, NONE),
        ("Planned off the job", held.off_the_job, inside),
        ("Offered by the calendar", review.timetable.slot_hours, NONE),
        *_minimums(programme, held.off_the_job),
        (
            "Guided learning hours (GLH) of the qualification",
            programme.guided_learning_hours,
            _against(held.planned, programme.guided_learning_hours, "planned"),
        ),
        (
            "Total qualification time (TQT)",
            programme.total_qualification_hours,
            _TQT,
        ),
    ]
    return [
        HoursFields(
            measure=measure,
            hours=NOT_STATED if figure is None else number(figure),
            remark=NONE if figure is None else remark,
        )
        for measure, figure, remark in rows
    ]


def _minimums(
    programme: Programme, planned: float
) -> Iterator[tuple[str, float | None, str]]:
    """The published minimum of each framework that must be covered."""
    for framework in programme.frameworks:
        least = framework.minimum_hours
        title = f"Published off-the-job minimum for {framework.label}"
        if least:
            compared = _against(planned, least.figure, "planned off the job")
            told = (compared, least.authority, least.remark)
            said = ". ".join(text.rstrip(".") for text in told if text)
            yield title, least.figure, said
        elif not framework.policy.advisory:
            yield title, None, NONE


def _against(planned: float, asked: float | None, how: str) -> str:
    """How far planned hours are from what is asked for: "17 more are planned"."""
    if asked is None:
        return NONE
    apart = round(planned - asked, 2)
    if not apart:
        return f"exactly as many are {how}"
    return f"{number(abs(apart))} {'more' if apart > 0 else 'fewer'} are {how}"


# Sequence.


def sequences(review: Review) -> list[SequenceFields]:
    """When each item is met, reaches its greatest depth, and is assessed."""
    remarks = Remarks(review)
    return [
        SequenceFields(
            title=f"{framework.label} {framework.title}",
            step=[_step(review, framework, item, remarks) for item in framework.items],
        )
        for framework in judged(review)
    ]


def _step(
    review: Review, framework: Framework, item: Item, remarks: Remarks
) -> StepFields:
    held = review.coverage.teaching(framework.id, item.key)
    deepest = max(held, key=_rank, default=None)

    def by(purpose: Purpose) -> str:
        return short_day(_assessed(review, framework, item, purpose))

    said = [remarks.codes(framework, item.key), remarks.reasons(framework, item.key)]
    return StepFields(
        key=item.key,
        sessions=str(len(held)),
        hours=number(fsum(t.session.hours for t in held)),
        first=_when(held[:1]),
        deepest=_when([deepest] if deepest and _rank(deepest) else []),
        last=_when(held[-1:]),
        formative=by(Purpose.FORMATIVE),
        summative=by(Purpose.SUMMATIVE),
        remark=or_none("; ".join(filter(None, said))),
    )


def _rank(teaching: Teaching) -> int:
    return teaching.link.depth.rank if teaching.link.depth else 0


def _when(held: Iterable[Teaching]) -> str:
    """Session, depth and date: "M01.02 I, 8 Sep 2026"."""
    for teaching in held:
        depth = teaching.link.depth
        letter = f" {depth.letter}" if depth and depth.rank else ""
        at = teaching.placement
        day = short_day(at.starts) if at else _NO_DATE
        return f"{teaching.session.key}{letter}, {day}"
    return NONE


def _assessed(
    review: Review, framework: Framework, item: Item, purpose: Purpose
) -> date | None:
    """When an item is first handed in for a purpose; undated work is the last day."""
    held = [
        a.assessment.hand_in or review.programme.calendar.ends
        for a in review.coverage.assessing(framework.id, item.key)
        if a.assessment.purpose is purpose
    ]
    return min(held, default=None)
