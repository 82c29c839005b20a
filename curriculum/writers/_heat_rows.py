"""The grid of items by modules, with a letter where a module teaches an item.

A page holds so many columns and no more; a longer programme gets several tables.
"""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any, cast

from curriculum.model import Framework, Item, Module
from curriculum.reviewed import Review
from curriculum.writers._shared_fields import GridFields, MarkFields
from curriculum.writers._tally import DEPTH_LETTER
from curriculum.writers._words import NONE

MOST = 16
"""Modules that one table has room for."""


def grids(review: Review) -> list[GridFields]:
    """A table, or several beside each other, for each framework to be covered."""
    return [
        _grid(review, framework, held)
        for framework in review.programme.frameworks
        if not framework.policy.advisory
        for held in _shares(review.programme.modules)
    ]


def columns(review: Review) -> list[str]:
    """The fields of the columns that there are modules for, such as m1."""
    wide = max(map(len, _shares(review.programme.modules)), default=0)
    return [f"m{number}" for number in range(1, max(wide, 1) + 1)]


def unused(review: Review) -> set[str]:
    """Fields of columns for which there is no module, in a heading and below it."""
    wide = len(columns(review))
    numbers = range(wide + 1, MOST + 1)
    return {f"{row}.m{number}" for number in numbers for row in ("grid", "mark")}


def _shares(modules: Sequence[Module]) -> list[Sequence[Module]]:
    """The modules in as few tables as hold them, of about one width."""
    if not modules:
        return []
    size = ceil(len(modules) / ceil(len(modules) / MOST))
    return [modules[at : at + size] for at in range(0, len(modules), size)]


def _grid(review: Review, framework: Framework, held: Sequence[Module]) -> GridFields:
    keys = [module.key for module in held]
    first, last = keys[0], keys[-1]
    grid: dict[str, Any] = {
        "title": f"{framework.label} {framework.title}",
        "modules": first if first == last else f"{first} to {last}",
        **_columns(keys),
        "mark": [_mark(review, framework, item, keys) for item in framework.items],
    }
    return cast("GridFields", grid)


def _mark(
    review: Review, framework: Framework, item: Item, modules: Sequence[str]
) -> MarkFields:
    coverage, at = review.coverage, (framework.id, item.key)
    assessed = ", ".join(a.assessment.key for a in coverage.assessing(*at))
    taught = set(coverage.modules(*at))
    letters = [
        DEPTH_LETTER[coverage.depth_in(*at, m)] if m in taught else NONE
        for m in modules
    ]
    mark: dict[str, str] = {
        "key": item.key,
        "wording": item.wording,
        "sessions": str(len(coverage.teaching(*at))),
        "assessed": assessed or "Not assessed",
        **_columns(letters),
    }
    return cast("MarkFields", mark)


def _columns(texts: Sequence[str]) -> dict[str, str]:
    """The texts as m1, m2 …, with dashes for what is left."""
    return dict(_numbered([*texts, *[NONE] * (MOST - len(texts))]))


def _numbered(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield from ((f"m{number}", text) for number, text in enumerate(texts, start=1))
