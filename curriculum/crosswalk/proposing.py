"""Proposals between two frameworks: how sure they are, and what that means."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tomli

from curriculum.crosswalk.likeness import Likeness, likenesses
from curriculum.paths import SOURCE_DATA
from curriculum.suggest.aliases import Alias, aliases_of
from curriculum.versions.edition import Edition

MEASURED = SOURCE_DATA / "suggest" / "crosswalks.toml"
AT_LEAST = 0.4
"""Below it most proposals between short wordings share one word by chance."""
SURE = 0.6
"""From it on a statement counts as carried by a proposal, never as confirmed."""


@dataclass(frozen=True, slots=True)
class Level:
    """What became of the proposals of one level when people read them."""

    low: float
    proposed: int
    confirmed: int

    @property
    def meaning(self) -> str:
        """In a sentence."""
        return (
            f"{self.confirmed} of the {self.proposed} proposals at this level were "
            "confirmed in the one crosswalk that was read pair by pair"
        )


def proposed(
    one: Edition,
    other: Edition,
    at_least: float = AT_LEAST,
    aliases: Sequence[Alias] | None = None,
) -> list[Likeness]:
    """What may correspond, the surest first."""
    known = aliases_of() if aliases is None else aliases
    found = likenesses(one.items, other.items, known)
    kept = [pair for pair in found if pair.alike >= at_least]
    return sorted(kept, key=lambda pair: -pair.alike)


def meaning(confidence: float) -> str:
    """What a confidence says, as far as it was measured."""
    for level in levels():
        if confidence >= level.low:
            return level.meaning
    return "no proposal of this level was measured"


@cache
def levels() -> tuple[Level, ...]:
    """The levels that were measured, the surest first."""
    data: dict[str, Any] = tomli.loads(MEASURED.read_text(encoding="utf-8"))
    found = [
        Level(float(row["from"]), int(row["proposed"]), int(row["confirmed"]))
        for row in data["levels"]
    ]
    return tuple(sorted(found, key=lambda level: -level.low))
