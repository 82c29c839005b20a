"""Whether what a plan says fits together."""

from collections import defaultdict

from curriculum.model import AssessmentPlan, Regime
from curriculum.readers._notes import Notes
from curriculum.readers._plan.said import Said, keys_in

_LONGEST = 160


def look_at(plan: AssessmentPlan, lines: list[Said], notes: Notes) -> None:
    """Note what is missing, what stands twice, and what was not understood."""
    _nothing_mapped(plan, notes)
    _not_assessed(plan, notes)
    _twice(plan, notes)
    _themes(plan, notes)
    _mandatory(plan, notes)
    _prose(lines, notes)
    for said in lines:
        if not said.used and keys_in(said.text):
            message = f"“{_short(said.text)}” names KSBs and is not understood"
            notes.warn("SRC606", str(said.number), keys_in(said.text)[0], message)


def _nothing_mapped(plan: AssessmentPlan, notes: Notes) -> None:
    mapped = any(m.items for m in plan.methods) or any(o.items for o in plan.outcomes)
    if not mapped:
        what = "outcome" if plan.regime is Regime.REFORMED else "method of assessment"
        message = f"the plan maps no KSB to any {what} that can be read"
        notes.error("SRC602", plan.source.place, plan.reference or "plan", message)


def _not_assessed(plan: AssessmentPlan, notes: Notes) -> None:
    parts = plan.outcomes or plan.methods
    held = {key for part in parts for key in part.items} | set(plan.verified)
    for ksb in plan.statements if held else ():
        if ksb.key not in held:
            where = "outcome" if plan.outcomes else "method"
            message = f"{ksb.key} is stated and mapped to no {where}"
            notes.warn("SRC604", ksb.source.place, ksb.key, message)


def _twice(plan: AssessmentPlan, notes: Notes) -> None:
    held: defaultdict[str, list[str]] = defaultdict(list)
    for outcome in plan.outcomes:
        for key in outcome.items:
            held[key].append(outcome.key)
    for key, outcomes in held.items():
        if len(outcomes) > 1:
            last = next(o for o in plan.outcomes if o.key == outcomes[-1])
            message = f"{key} stands in {' and '.join(outcomes)}"
            notes.warn("SRC603", last.source.place, key, message)


def _themes(plan: AssessmentPlan, notes: Notes) -> None:
    items = {method.key: set(method.items) for method in plan.methods}
    for theme in plan.themes:
        of_method = items.get(theme.method)
        for key in theme.items if of_method else ():
            if of_method and key not in of_method:
                message = (
                    f"the theme {theme.title or theme.items[0]} grades {key}, which "
                    f"{theme.method} does not assess"
                )
                notes.warn("SRC607", theme.source.place, key, message)


def _mandatory(plan: AssessmentPlan, notes: Notes) -> None:
    if plan.outcomes and not any(o.mandatory for o in plan.outcomes):
        message = (
            "no statement is marked as mandatory; plans mark them by bold letters, "
            "which plain text does not keep"
        )
        notes.warn("SRC612", plan.outcomes[0].source.place, "outcomes", message)


def _prose(lines: list[Said], notes: Notes) -> None:
    left = [said for said in lines if not said.used and not keys_in(said.text)]
    if left:
        count = "1 line is" if len(left) == 1 else f"{len(left)} lines are"
        message = (
            f"{count} headings or prose, of which no record keeps anything, from "
            f"“{_short(left[0].text)}” on; --coverage lists them"
        )
        notes.warn("SRC608", str(left[0].number), "plan", message)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
