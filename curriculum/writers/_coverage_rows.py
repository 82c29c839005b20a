"""The coverage report as plain rows: verdict, gaps, duties, hours, sequence."""

from collections.abc import Iterable, Iterator
from datetime import date
from math import fsum

from curriculum.coverage import Teaching
from curriculum.findings import Severity, counted
from curriculum.model import Framework, Item, Purpose
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
from curriculum.writers._words import NONE, number, or_none, short_day

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
    else:
        said = "Nothing stands in the way of approval"
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


def figures(review: Review) -> list[HoursFields]:
    """Planned hours beside what is published and what the calendar offers."""
    held = hours(review.programme)
    rows = [
        ("Planned in all", held.planned, NONE),
        (
            "Planned off the job",
            held.off_the_job,
            _in_optional(held.optional_off_the_job),
        ),
        ("Offered by the calendar", review.timetable.slot_hours, NONE),
    ]
    for framework in review.programme.frameworks:
        least = framework.minimum_hours
        if least:
            said = ". ".join(
                t.rstrip(".") for t in (least.authority, least.remark) if t
            )
            rows.append(
                (f"Published minimum for {framework.label}", least.figure, said)
            )
    return [
        HoursFields(measure=measure, hours=number(figure), remark=remark)
        for measure, figure, remark in rows
    ]


def _in_optional(figure: float) -> str:
    return f"of which {number(figure)} in optional modules" if figure else NONE


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
