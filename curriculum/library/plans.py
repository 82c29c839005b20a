"""The assessment plans of the library, set beside the standards that they assess."""

from collections.abc import Collection, Iterator
from itertools import groupby

from curriculum.checks._plan_names import lacking
from curriculum.findings import Finding, Severity
from curriculum.library.pins import Pin
from curriculum.library.reading import read_held, read_plan
from curriculum.library.records import Edition, Plan
from curriculum.library.store import Library
from curriculum.model import AssessmentPlan, SourceRef, Standard


def editions_of(library: Library, plan: Plan) -> list[Edition]:
    """What a plan assesses: the texts of its version.

    Where either does not say its version, the text that the reference alone names.
    """
    held = library.editions(Pin(plan.reference))
    same = [edition for edition in held if edition.version == plan.version]
    if same or not held:
        return same
    if plan.version:
        return [edition for edition in held if not edition.version]
    return [library.one(Pin(plan.reference))]


def check_plans(
    library: Library, plans: Collection[Plan], editions: Collection[Edition]
) -> Iterator[Finding]:
    """What is odd about plans, and what they name that the editions do not have."""
    for _, group in groupby(plans, key=lambda plan: (plan.reference, plan.version)):
        same = list(group)
        last = same[-1]
        if len(same) > 1:
            files = ", ".join(plan.origin.file for plan in same)
            message = f"{last.label} is held with {len(same)} texts: {files}"
            yield _found("STD208", last.reference, message, last.source)
        if not editions_of(library, last):
            message = f"{last.label} is held without that standard"
            yield _found("STD209", last.reference, message, last.source)
    for plan in plans:
        for edition in editions_of(library, plan):
            if edition in editions:
                yield from compared(library, read_plan(library, plan)[0], edition)


def check_named(
    library: Library, plan: AssessmentPlan, editions: Collection[Edition]
) -> Iterator[Finding]:
    """What a plan that is not in the library names and the editions do not have."""
    for edition in editions:
        if plan.reference not in ("", edition.reference):
            message = (
                f"the plan is that of {plan.reference}, not of {edition.reference}"
            )
            yield _found("STD210", edition.reference, message, plan.source)
        else:
            yield from compared(library, plan, edition)


def compared(
    library: Library, plan: AssessmentPlan, edition: Edition
) -> Iterator[Finding]:
    """What a plan names and an edition does not have."""
    _, got = read_held(library, edition.pin)
    for standard in got.records:
        if isinstance(standard, Standard):
            yield from lacking(plan, standard.ksbs, edition.label)


def _found(code: str, subject: str, message: str, source: SourceRef) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        subject=subject,
        message=message,
        source=source,
    )
