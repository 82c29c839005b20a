"""Tables that several documents share: coverage, schedule, findings, sources."""

from collections.abc import Iterable, Sequence

from curriculum.findings import Finding, counted
from curriculum.model import (
    Assessment,
    Depth,
    Framework,
    Item,
    Link,
    Programme,
    PublishedSource,
    Purpose,
)
from curriculum.reviewed import Review
from curriculum.waivers import Waived
from curriculum.writers._crosswalked import unmet_by
from curriculum.writers._remarks import Remarks
from curriculum.writers._scheme_fields import (
    AssessmentFields,
    CoverageFields,
    FindingFields,
    ItemFields,
    SkillFields,
    SourceFields,
    TotalFields,
    WaiverFields,
)
from curriculum.writers._tally import Tally, tallies
from curriculum.writers._words import (
    NONE,
    NOT_PLANNED,
    count,
    dates_in_words,
    number,
    or_none,
    sentence_case,
    short_day,
)


def coverage_tables(review: Review) -> list[CoverageFields]:
    """A table for each kind of item of each framework that must be covered."""
    remarks = Remarks(review)
    return [
        CoverageFields(
            title=f"{framework.label}: {tally.title}",
            framework=framework.label,
            counts=_counts(tally),
            item=[_item(review, framework, item, remarks) for item in tally.items],
        )
        for framework in review.programme.frameworks
        if not framework.policy.advisory
        for tally in tallies(framework, review.coverage)
    ]


def _counts(tally: Tally) -> str:
    return (
        f"{tally.taught} of {tally.total} taught, "
        f"{tally.assessed} of {tally.total} assessed"
    )


def _item(
    review: Review, framework: Framework, item: Item, remarks: Remarks
) -> ItemFields:
    coverage = review.coverage
    teaching = coverage.teaching(framework.id, item.key)
    dated = [t.placement for t in teaching if t.placement]
    said = [remarks.codes(framework, item.key), remarks.reasons(framework, item.key)]
    return ItemFields(
        key=item.key,
        wording=item.wording,
        duties=", ".join(d.key for d in framework.duties if item.key in d.ksbs) or NONE,
        taught=", ".join(_taught(t.session.key, t.link) for t in teaching)
        or "Not taught",
        first_taught=short_day(dated[0].starts) if dated else NONE,
        assessed=", ".join(
            f"{a.assessment.key} ({a.assessment.purpose.value})"
            for a in coverage.assessing(framework.id, item.key)
        )
        or "Not assessed",
        remark="; ".join(filter(None, said)) or NONE,
    )


def _taught(session: str, link: Link) -> str:
    if link.depth is None or link.depth is Depth.TAUGHT:
        return session
    return f"{session}\N{NO-BREAK SPACE}{link.depth.letter}"


def assessment_schedule(programme: Programme) -> list[AssessmentFields]:
    """The assessments in order of hand-out; those without a date come last."""
    dated = sorted(
        programme.assessments,
        key=lambda a: (a.hand_out is None, a.hand_out or programme.calendar.ends),
    )
    return [_assessment(programme, assessment) for assessment in dated]


def _assessment(programme: Programme, assessment: Assessment) -> AssessmentFields:
    return AssessmentFields(
        key=assessment.key,
        title=assessment.title,
        method=or_none(assessment.method),
        purpose=purpose_of(programme, assessment),
        module=assessment.module or "Whole programme",
        outcomes=_outcomes(assessment),
        ksbs=_assessed(programme, assessment),
        hours=NONE if assessment.hours is None else number(assessment.hours),
        brief=or_none(assessment.brief),
        evidence=or_none(assessment.evidence),
        hand_out=short_day(assessment.hand_out),
        hand_in=short_day(assessment.hand_in),
        feedback=short_day(assessment.feedback),
        verify_brief=short_day(assessment.verify_brief),
        verify_sample=short_day(assessment.verify_sample),
        reassessment=reassessment(assessment),
        assessor=or_none(programme.name_of(assessment.assessor)),
        verifier=or_none(programme.name_of(assessment.verifier)),
    )


def purpose_of(programme: Programme, assessment: Assessment) -> list[str]:
    """Formative or summative, what it counts, and what it prepares for."""
    said = [sentence_case(assessment.purpose.value)]
    if assessment.weight is not None:
        whole = "its module" if assessment.module else "the programme"
        said.append(f"{number(assessment.weight)}% of {whole}")
    if assessment.practises:
        methods = programme.end_point.methods if programme.end_point else ()
        titles = {method.key: method.title for method in methods}
        method = titles.get(assessment.practises, assessment.practises)
        said.append(f"Mock of: {method}")
    return said


def reassessment(assessment: Assessment) -> str:
    """The window between feedback and the last day for reassessed work."""
    if assessment.reassess_by:
        after = assessment.feedback or assessment.hand_in
        began = f"after {short_day(after)}, " if after else ""
        return sentence_case(f"{began}until {short_day(assessment.reassess_by)}")
    formative = assessment.purpose is Purpose.FORMATIVE
    return "None: formative" if formative else NOT_PLANNED


def _outcomes(assessment: Assessment) -> str:
    """Outcomes by module: "M02 LO1, LO3; M04 LO2"."""
    by_module: dict[str, list[str]] = {}
    for named in assessment.outcomes:
        module, dot, key = named.rpartition(".")
        by_module.setdefault(module if dot else assessment.module, []).append(key)
    told = (f"{module} {', '.join(keys)}" for module, keys in by_module.items())
    return "; ".join(text.strip() for text in told) or NONE


def _assessed(programme: Programme, assessment: Assessment) -> str:
    """The items that an assessment assesses, by framework where there are several."""
    held = [f for f in programme.frameworks if not f.policy.advisory]
    told = []
    for framework in held:
        keys = [k.item for k in assessment.assesses if k.framework == framework.id]
        named = f"{framework.id}: " if len(held) > 1 else ""
        told += [named + ", ".join(keys)] if keys else []
    return "; ".join(told) or NONE


def skills(review: Review) -> list[SkillFields]:
    """Every item of the advisory frameworks: where it is taught, or why not."""
    remarks = Remarks(review)
    return [
        _skill(review, framework, item, remarks)
        for framework in review.programme.frameworks
        if framework.policy.advisory
        for item in framework.items
    ]


def _skill(
    review: Review, framework: Framework, item: Item, remarks: Remarks
) -> SkillFields:
    teaching = review.coverage.teaching(framework.id, item.key)
    where = ", ".join(t.session.key for t in teaching)
    reasons = _reasons(review, item.key)
    said = reasons or remarks.codes(framework, item.key)
    unmet = unmet_by(review.programme, framework, item.key)
    return SkillFields(
        framework=framework.label,
        group=item.group,
        wording=item.wording,
        where=where or "Not taught",
        remark=" ".join(filter(None, (said, unmet))) or NONE,
    )


def _reasons(review: Review, key: str) -> str:
    """Why findings about an item are waived, in the words of the waivers."""
    said = [w.waiver.reason for w in review.waived if w.finding.subject == key]
    return " ".join(dict.fromkeys(said))


def finding_rows(findings: Iterable[Finding]) -> list[FindingFields]:
    """Findings that stand."""
    return [
        FindingFields(
            severity=sentence_case(finding.severity.value),
            code=finding.code,
            subject=dates_in_words(finding.subject),
            message=dates_in_words(finding.message),
            place=str(finding.source),
        )
        for finding in findings
    ]


def waiver_rows(waived: Iterable[Waived]) -> list[WaiverFields]:
    """Findings that are excepted, with the reason."""
    return [
        WaiverFields(
            code=w.finding.code,
            subject=dates_in_words(w.finding.subject),
            message=dates_in_words(w.finding.message),
            reason=w.waiver.reason,
            who=or_none(w.waiver.who),
            until=short_day(w.waiver.ends),
        )
        for w in waived
    ]


def source_rows(sources: Sequence[PublishedSource]) -> list[SourceFields]:
    """The published documents, with acknowledgement and corrections."""
    return [
        SourceFields(
            title=source.title,
            facts="; ".join(
                filter(
                    None,
                    (
                        source.publisher,
                        source.dated,
                        source.licence,
                        source.file and f"read from {source.file}",
                    ),
                )
            )
            or NONE,
            acknowledgement=or_none(source.acknowledgement),
            corrections=list(source.corrections),
        )
        for source in sources
    ]


def totals(review: Review) -> TotalFields:
    """How many there are of everything, in words."""
    advisory = [f for f in review.programme.frameworks if f.policy.advisory]
    items = [(f.id, item.key) for f in advisory for item in f.items]
    taught = sum(bool(review.coverage.teaching(*item)) for item in items)
    return TotalFields(
        findings=counted(review.findings),
        waived=_waived(len(review.waived)),
        published=counted(review.published),
        skills=f"{taught} of {count(len(items), 'skill')}",
        coverage=[
            f"{f.label} {tally.title}: {_counts(tally)}"
            for f in review.programme.frameworks
            if not f.policy.advisory
            for tally in tallies(f, review.coverage)
        ]
        + list(review.statements),
    )


def _waived(amount: int) -> str:
    if amount > 1:
        return f"{count(amount, 'finding')} are waived, each with its reason"
    return "1 finding is waived, with its reason" if amount else "None is waived"
