"""An assessment plan as lines of plain text."""

from collections.abc import Iterator

from curriculum.model import AssessmentPlan, Regime

_REGIMES = {
    Regime.EPA: "end-point assessment",
    Regime.REFORMED: "assessment outcomes (the reformed form)",
}


def plan_outline(plan: AssessmentPlan) -> Iterator[str]:
    """The plan, a fact a line."""
    version = f" v{plan.version}" if plan.version else ""
    yield f"\nAssessment plan of {plan.reference or 'a standard'}{version} {plan.title}"
    yield f"level {plan.level or 'unknown'}, {_REGIMES[plan.regime]}"
    yield from _methods(plan)
    yield from _outcomes(plan)
    if plan.verified:
        yield f"\nVerified by the employer: {' '.join(plan.verified)}"
    yield from _graded(plan)
    if plan.statements:
        yield f"\nStatements ({len(plan.statements)})"
        yield from (f"  {ksb.key}: {ksb.wording}" for ksb in plan.statements)
    if plan.licence:
        yield f"\n{plan.licence}"


def _methods(plan: AssessmentPlan) -> Iterator[str]:
    if plan.methods:
        yield f"\nMethods of assessment ({len(plan.methods)})"
    for method in plan.methods:
        must = {True: ", mandatory", False: ", not mandatory", None: ""}
        grades = f" ({', '.join(method.grades)})" if method.grades else ""
        items = f" [{' '.join(method.items)}]" if method.items else ""
        yield f"  {method.key}: {method.title}{grades}{must[method.mandatory]}{items}"


def _outcomes(plan: AssessmentPlan) -> Iterator[str]:
    if plan.outcomes:
        yield f"\nAssessment outcomes ({len(plan.outcomes)})"
    for outcome in plan.outcomes:
        yield f"  {outcome.key}: {outcome.text} [{' '.join(outcome.items)}]"
        if outcome.mandatory:
            yield f"    mandatory: {' '.join(outcome.mandatory)}"


def _graded(plan: AssessmentPlan) -> Iterator[str]:
    if plan.themes:
        yield f"\nGrade themes ({len(plan.themes)})"
    for theme in plan.themes:
        of = f" in {theme.method}" if theme.method else ""
        yield f"  {theme.title or 'without a title'}{of} [{' '.join(theme.items)}]"
        yield from (f"    {d.grade}: {d.text}" for d in theme.descriptors)
    if plan.descriptors:
        yield "\nPerformance descriptors"
    for descriptor in plan.descriptors:
        yield f"  {descriptor.category}, {descriptor.grade}: {descriptor.text}"
