"""Flows: from the duties of a standard through its statements to the modules."""

from collections.abc import Iterator, Sequence
from math import ceil

from curriculum.illustrations.wording import some, span
from curriculum.model import Framework, Item
from curriculum.pictures import Picture
from curriculum.pictures.duty_flow import DutyFlow, FlowNode, duty_flow
from curriculum.reviewed import Review

MOST_ITEMS = 36
"""Statements that one picture has room for; more are shown kind by kind."""


def duty_flows(review: Review) -> Iterator[Picture]:
    """A flow, or one for each kind of statement, for each standard with duties.

    None before there are modules: everything would flow nowhere.
    """
    if not review.programme.modules:
        return
    for framework in review.programme.frameworks:
        if framework.policy.advisory or not framework.duties:
            continue
        for title, items in _parts(framework):
            yield duty_flow(_held(review, framework, title, items))


def _parts(framework: Framework) -> Iterator[tuple[str, Sequence[Item]]]:
    if len(framework.items) <= MOST_ITEMS:
        yield "statements", framework.items
        return
    for group in framework.groups:
        items = [item for item in framework.items if item.group == group]
        size = ceil(len(items) / ceil(len(items) / MOST_ITEMS))
        for at in range(0, len(items), size):
            part = items[at : at + size]
            cut = f" {span(part[0].key, part[-1].key)}" if size < len(items) else ""
            yield f"{group.lower()}{cut}", part


def _held(
    review: Review, framework: Framework, title: str, items: Sequence[Item]
) -> DutyFlow:
    coverage, keys = review.coverage, [item.key for item in items]
    teaching = {key: coverage.modules(framework.id, key) for key in keys}
    percent = {
        d.duty: d.percent for d in coverage.duties if d.framework == framework.id
    }
    duties = [
        FlowNode(
            f"{duty.key} {duty.wording}",
            f"{percent[duty.key]}% of its KSBs taught and assessed",
            [key for key in keys if key in duty.ksbs],
        )
        for duty in framework.duties
    ]
    modules = [
        _module(f"{module.key} {module.title}", module.key, teaching)
        for module in review.programme.modules
    ]
    named = f"{framework.label}: from duties through {title} to modules"
    flow = DutyFlow(named, "", duties, keys, modules)
    return DutyFlow(named, _finding(framework, title, flow), duties, keys, modules)


def _module(title: str, module: str, teaching: dict[str, tuple[str, ...]]) -> FlowNode:
    held = [key for key, modules in teaching.items() if module in modules]
    return FlowNode(title, f"teaches {len(held)} of these", held)


def _finding(framework: Framework, title: str, flow: DutyFlow) -> str:
    resting = {item for duty in flow.duties for item in duty.items}
    untaught = [item for item in flow.items if item in flow.untaught]
    loose = [item for item in flow.items if item not in resting]
    broken = [
        duty.title.partition(" ")[0]
        for duty in flow.duties
        if flow.untaught.intersection(duty.items)
    ]
    total, taught = len(flow.items), len(flow.items) - len(untaught)
    duties = sum(bool(duty.items) for duty in flow.duties)
    return (
        f"{framework.label}, {title}: {taught} of {total} statements are taught; "
        f"{duties} of the {len(flow.duties)} duties rest on them. "
        f"Taught in no module: {some(untaught)}. "
        f"Duties that rest on what is not taught: {some(broken)}. "
        f"Named by no duty: {some(loose)}."
    )
