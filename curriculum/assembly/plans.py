"""The published assessment plan of a framework: what it says joins the framework."""

from collections.abc import Sequence

from curriculum.assembly.shelf import Shelf
from curriculum.checks._plan_names import lacking
from curriculum.model import AssessmentOutcome, AssessmentPlan, Item
from curriculum.readers.programme import FrameworkDraft


def outcomes_of(
    wanted: FrameworkDraft, items: Sequence[Item], shelf: Shelf
) -> tuple[AssessmentOutcome, ...]:
    """The outcomes that the programme writes down, or else those of the plan."""
    plan = _plan(wanted, shelf)
    if plan is None:
        return wanted.assessment_outcomes
    shelf.findings += lacking(plan, items, wanted.id)
    return wanted.assessment_outcomes or plan.outcomes


def _plan(wanted: FrameworkDraft, shelf: Shelf) -> AssessmentPlan | None:
    if not wanted.assessment_plan:
        return None
    subject = f"the assessment plan of {wanted.id}"
    opened = shelf.open(subject, wanted.assessment_plan, wanted.at, plan=True)
    if opened is None:
        return None
    plans = [r for r in opened[1].records if isinstance(r, AssessmentPlan)]
    if not plans:
        message = f"{wanted.assessment_plan} is no assessment plan"
        shelf.found("ASM213", wanted.id, message, wanted.at)
        return None
    plan = plans[0]
    if plan.reference and plan.reference.casefold() != wanted.id.casefold():
        message = (
            f"{wanted.assessment_plan} is the assessment plan of {plan.reference}, "
            f"not of {wanted.id}"
        )
        shelf.found("ASM213", wanted.id, message, wanted.at)
    return plan
