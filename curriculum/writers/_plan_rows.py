"""The assessment plan as plain rows: by date, by module, sampling, coverage."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from curriculum.findings import counted
from curriculum.model import Assessment, Framework, Item, Module, Programme, Purpose
from curriculum.reviewed import Review
from curriculum.writers._module_rows import modules_of, testing
from curriculum.writers._plan_fields import (
    EventFields,
    ModulePlanFields,
    PlanCoverageFields,
    PlanTotalFields,
    SampledFields,
    SharedFields,
    TestedFields,
)
from curriculum.writers._remarks import Remarks
from curriculum.writers._scheme_tables import purpose_of, reassessment
from curriculum.writers._tally import tallies
from curriculum.writers._words import (
    NONE,
    NOT_PLANNED,
    NOT_STATED,
    count,
    number,
    or_none,
    sentence_case,
    short_day,
)

_WHOLE = "Whole programme"


# By date.


def events(review: Review) -> list[EventFields]:
    """Everything that happens, in order of date, with who does it."""
    return [event for _, event in dated_events(review)]


def dated_events(review: Review) -> list[tuple[date, EventFields]]:
    """The same, each with its day."""
    weeks = {week.monday: week.number for week in review.timetable.weeks}
    told = [
        (day, assessment, what, who)
        for assessment in review.programme.assessments
        for day, what, who in _dates(assessment)
    ]
    return [
        (
            day,
            EventFields(
                date=f"{day:%a} {short_day(day)}",
                week=_week(day, weeks),
                what=what,
                assessment=f"{assessment.key} {assessment.title}",
                who=review.programme.name_of(who) or NOT_STATED,
            ),
        )
        for day, assessment, what, who in sorted(told, key=lambda event: event[0])
    ]


def _dates(assessment: Assessment) -> Iterator[tuple[date, str, str]]:
    purpose = assessment.purpose.value
    told = (
        (assessment.verify_brief, "Brief internally verified", assessment.verifier),
        (assessment.hand_out, "Hand out", assessment.assessor),
        (assessment.hand_in, f"Hand in ({purpose})", "Learners"),
        (assessment.feedback, "Feedback returned", assessment.assessor),
        (assessment.verify_sample, "Marking sampled", assessment.verifier),
        (assessment.reassess_by, "Reassessment closes", "Learners"),
    )
    for day, what, who in told:
        if day:
            yield day, what, who


def _week(day: date, weeks: dict[date, int | None]) -> str:
    monday = date.fromordinal(day.toordinal() - day.weekday())
    held = weeks.get(monday)
    return str(held) if held else NONE


# By module.


def blocks(programme: Programme) -> list[ModulePlanFields]:
    """The assessments of each module, and those of no one module."""
    made = [
        ModulePlanFields(
            title=f"{module.key} {module.title}",
            facts=_facts(programme, module),
            task=[
                _shared(programme, assessment, module)
                for assessment in testing(programme, module.key)
            ],
        )
        for module in programme.modules
    ]
    whole = [a for a in programme.assessments if not modules_of(a)]
    if whole:
        made.append(
            ModulePlanFields(
                title=_WHOLE,
                facts="Assessments that belong to no one module",
                task=[_shared(programme, assessment, None) for assessment in whole],
            )
        )
    return made


def _facts(programme: Programme, module: Module) -> str:
    lead = programme.name_of(module.lead)
    led = f"Led by {lead}; " if lead else ""
    told = count(len(testing(programme, module.key)), "assessment")
    return sentence_case(f"{led}{number(module.session_hours)} hours; {told}")


def _shared(
    programme: Programme, assessment: Assessment, module: Module | None
) -> SharedFields:
    handed_in = short_day(assessment.hand_in)
    formative = assessment.purpose is Purpose.FORMATIVE
    return SharedFields(
        key=assessment.key,
        title=assessment.title,
        purpose=purpose_of(programme, assessment),
        outcomes=_outcomes_in(assessment, module),
        verify_brief=short_day(assessment.verify_brief),
        hand_out=short_day(assessment.hand_out),
        formative=handed_in if formative else NONE,
        summative=NONE if formative else handed_in,
        feedback=short_day(assessment.feedback),
        verify_sample=short_day(assessment.verify_sample),
        reassessment=reassessment(assessment),
        assessor=or_none(programme.name_of(assessment.assessor)),
        verifier=or_none(programme.name_of(assessment.verifier)),
    )


def _outcomes_in(assessment: Assessment, module: Module | None) -> str:
    if module is None:
        return ", ".join(assessment.outcomes) or NONE
    keys = [_own_key(name, assessment, module.key) for name in assessment.outcomes]
    return ", ".join(filter(None, keys)) or NONE


def _own_key(name: str, assessment: Assessment, module: str) -> str:
    """The outcome's key in a module, or nothing if it is another module's."""
    owner, dot, key = name.rpartition(".")
    return key if (owner if dot else assessment.module) == module else ""


# What is covered.


def coverage(review: Review) -> list[PlanCoverageFields]:
    """Every item that must be covered, with what assesses it and when."""
    remarks = Remarks(review)
    return [
        PlanCoverageFields(
            title=f"{framework.label}: {tally.title}",
            counts=_counts(review, framework, tally.items),
            item=[_item(review, framework, item, remarks) for item in tally.items],
        )
        for framework in review.programme.frameworks
        if not framework.policy.advisory
        for tally in tallies(framework, review.coverage)
    ]


def _counts(review: Review, framework: Framework, items: Iterable[Item]) -> str:
    held = [review.coverage.assessing(framework.id, item.key) for item in items]
    by = {
        purpose: sum(any(a.assessment.purpose is purpose for a in one) for one in held)
        for purpose in Purpose
    }
    told = ", ".join(f"{n} {purpose.value}" for purpose, n in by.items())
    return f"{sum(map(bool, held))} of {len(held)} assessed: {told}"


def _item(
    review: Review, framework: Framework, item: Item, remarks: Remarks
) -> TestedFields:
    held = [a.assessment for a in review.coverage.assessing(framework.id, item.key)]
    said = [remarks.codes(framework, item.key), remarks.reasons(framework, item.key)]
    return _tested(item.key, item.wording, held, "; ".join(filter(None, said)))


def outcomes(programme: Programme) -> list[TestedFields]:
    """Every outcome of every module, with what assesses it."""
    return [
        _tested(
            f"{module.key} {outcome.key}",
            outcome.text,
            [
                a
                for a in testing(programme, module.key)
                if any(_own_key(n, a, module.key) == outcome.key for n in a.outcomes)
            ],
        )
        for module in programme.modules
        for outcome in module.outcomes
    ]


def _tested(
    key: str, wording: str, held: Sequence[Assessment], remark: str = ""
) -> TestedFields:
    def by(purpose: Purpose) -> str:
        keys = [a.key for a in held if a.purpose is purpose]
        return ", ".join(keys) or (NONE if held else "Not assessed")

    return TestedFields(
        key=key,
        wording=wording,
        formative=by(Purpose.FORMATIVE),
        summative=by(Purpose.SUMMATIVE),
        remark=or_none(remark),
    )


# Who samples what.


def sampling(programme: Programme) -> list[SampledFields]:
    """Every assessor, module, assessment and site: who samples it, and when."""
    held = programme.assessments
    assessors = dict.fromkeys(a.assessor for a in held if a.assessor)
    rows = [
        _sampled(
            programme,
            "Assessor",
            programme.name_of(key),
            [a for a in held if a.assessor == key],
        )
        for key in assessors
    ]
    rows += [
        _sampled(programme, "Module", f"{m.key} {m.title}", testing(programme, m.key))
        for m in programme.modules
    ]
    whole = [a for a in held if not modules_of(a)]
    rows += [_sampled(programme, "Module", _WHOLE, whole)] if whole else []
    rows += [_sampled(programme, "Assessment", f"{a.key} {a.title}", [a]) for a in held]
    return [*rows, _sampled(programme, "Site", programme.venue or NOT_STATED, held)]


def _sampled(
    programme: Programme, what: str, name: str, held: Sequence[Assessment]
) -> SampledFields:
    verifiers = dict.fromkeys(programme.name_of(a.verifier) for a in held)
    dates = sorted(a.verify_sample for a in held if a.verify_sample)
    told = ", ".join(short_day(day) for day in dict.fromkeys(dates))
    return SampledFields(
        what=what,
        name=name,
        assessments=", ".join(a.key for a in held) or "None",
        verifiers=", ".join(filter(None, verifiers)) or NONE,
        dates=told or (NOT_PLANNED if held else NONE),
    )


# Counts.


def totals(review: Review) -> PlanTotalFields:
    """How many assessments, how many verified, how much covered."""
    programme = review.programme
    held = programme.assessments
    found = [f for f in review.findings if f.subject in {a.key for a in held}]
    hours = sum(a.hours or 0 for a in held)
    spent = f"{number(hours)} hours" if hours else "hours not stated"
    return PlanTotalFields(
        assessments=f"{count(len(held), 'assessment')}: {_by_purpose(held)}",
        hours=f"learners' time: {spent}",
        verified=list(_verified(programme)),
        coverage=[f"{block['title']}: {block['counts']}" for block in coverage(review)],
        findings=counted(found),
    )


def _by_purpose(held: Iterable[Assessment]) -> str:
    purposes = [a.purpose for a in held]
    return ", ".join(f"{purposes.count(p)} {p.value}" for p in Purpose)


def _verified(programme: Programme) -> Iterator[str]:
    """How far internal verification reaches."""
    held = programme.assessments
    briefs = sum(a.verify_brief is not None for a in held)
    samples = [a for a in held if a.verify_sample]
    yield f"Internal verification is dated for {briefs} of {count(len(held), 'brief')}"
    yield f"Marking is sampled for {len(samples)} of {count(len(held), 'assessment')}"
    assessors = {a.assessor for a in held if a.assessor}
    reached = {a.assessor for a in samples if a.assessor}
    yield f"{len(reached)} of {count(len(assessors), 'assessor')} sampled"
    tested = {key for a in held for key in modules_of(a)}
    sampled = {key for a in samples for key in modules_of(a)}
    yield f"{len(sampled)} of {count(len(tested), 'assessed module')} sampled"
