"""Heat maps: how far each module takes each statement that must be covered."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TypeVar

from curriculum.illustrations.wording import count, some, span
from curriculum.model import Framework, Item, Module
from curriculum.pictures import Picture
from curriculum.pictures.heat_map import HeatMap, HeatRow, heat_map
from curriculum.reviewed import Review

MOST_MODULES, MOST_ITEMS = 30, 72
"""What one picture has room for on a page; more gives several pictures."""
_TAUGHT = "T"
_T = TypeVar("_T")


def heat_maps(review: Review) -> Iterator[Picture]:
    """A heat map, or several, for each framework that must be covered."""
    for framework in review.programme.frameworks:
        if framework.policy.advisory:
            continue
        for items in _shares(framework.items, MOST_ITEMS):
            for modules in _shares(review.programme.modules, MOST_MODULES):
                yield heat_map(_held(review, framework, items, modules))


def _shares(held: Sequence[_T], most: int) -> Iterator[Sequence[_T]]:
    """What is held in as few parts as will do, of about one size."""
    if held:
        size = ceil(len(held) / ceil(len(held) / most))
        yield from (held[at : at + size] for at in range(0, len(held), size))


def _held(
    review: Review,
    framework: Framework,
    items: Sequence[Item],
    modules: Sequence[Module],
) -> HeatMap:
    groups = dict.fromkeys(item.group for item in items)
    kinds = [
        (
            group,
            [_row(review, framework, i, modules) for i in items if i.group == group],
        )
        for group in groups
    ]
    first, last = modules[0].key, modules[-1].key
    title = f"{framework.label}: coverage by module, {span(first, last)}"
    if len(items) < len(framework.items):
        title += f", statements {span(items[0].key, items[-1].key)}"
    finding = _finding(review, framework, items, modules)
    return HeatMap(title, finding, [m.key for m in modules], kinds)


def _row(
    review: Review, framework: Framework, item: Item, modules: Sequence[Module]
) -> HeatRow:
    coverage, at = review.coverage, (framework.id, item.key)
    taught = set(coverage.modules(*at))
    marks = [_letter(review, at, m.key) if m.key in taught else "" for m in modules]
    return HeatRow(
        item.key, marks, len(coverage.teaching(*at)), len(coverage.assessing(*at))
    )


def _letter(review: Review, at: tuple[str, str], module: str) -> str:
    depth = review.coverage.depth_in(*at, module)
    return depth.letter if depth else _TAUGHT


def _finding(
    review: Review,
    framework: Framework,
    items: Sequence[Item],
    modules: Sequence[Module],
) -> str:
    """What the picture shows, for those who hear it."""
    coverage, id_ = review.coverage, framework.id
    untaught = [i.key for i in items if not coverage.teaching(id_, i.key)]
    unassessed = [i.key for i in items if not coverage.assessing(id_, i.key)]
    total, taught = len(items), len(items) - len(untaught)
    assessed = total - len(unassessed)
    counts = f"{taught} of {total} statements are taught, {assessed} assessed"
    parts = [
        f"{framework.label} {framework.title}: {counts}.",
        f"Not taught: {some(untaught)}.",
        f"Not assessed: {some(unassessed)}.",
        _extremes(review, framework, items, modules),
    ]
    return " ".join(parts)


def _extremes(
    review: Review,
    framework: Framework,
    items: Sequence[Item],
    modules: Sequence[Module],
) -> str:
    """Which of the modules teaches most, and which least."""
    held = {
        module.key: sum(
            module.key in review.coverage.modules(framework.id, item.key)
            for item in items
        )
        for module in modules
    }
    most, least = max(held, key=held.__getitem__), min(held, key=held.__getitem__)
    if held[most] == held[least]:
        each = "Each module" if len(held) > 1 else f"Module {most}"
        return f"{each} teaches {held[most]} of them."
    return (
        f"Of {count(len(held), 'module')}, {most} teaches most of them "
        f"({held[most]}) and {least} fewest ({held[least]})."
    )
