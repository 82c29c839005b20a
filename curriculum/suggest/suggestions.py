"""All that is proposed for a programme folder, with what was rejected left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from curriculum.facts import Facts
from curriculum.suggest.aliases import aliases_of
from curriculum.suggest.encoders import Encoder
from curriculum.suggest.gaps import Doubt, Gap, doubts, gaps
from curriculum.suggest.proposals import Compared, Proposal, compared, proposals
from curriculum.suggest.store import rejected, standing
from curriculum.suggest.texts import Place, places

AT_LEAST = 0.6
"""Below it fewer than 6 in 10 were right on held-out standards."""


@dataclass(frozen=True)
class Suggestions:
    """A programme's texts compared with its frameworks, once."""

    folder: Path
    facts: Facts
    places: tuple[Place, ...]
    compared: tuple[Compared, ...]

    @classmethod
    def of(
        cls, folder: Path, facts: Facts, encoder: Encoder | None = None
    ) -> "Suggestions":
        """Compare every text with every item.

        Raises SourceError when the folder's own aliases cannot be used.
        """
        found = places(facts.programme, aliases_of(folder))
        some = compared(facts.programme, found, encoder)
        return cls(folder, facts, tuple(found), tuple(some))

    @cached_property
    def rejected(self) -> dict[str, str]:
        """What was rejected, each with the fingerprint of the texts at the time."""
        return rejected(self.folder)

    def proposals(self, at_least: float = AT_LEAST) -> list[Proposal]:
        """What may be marked, the surest first."""
        return standing(proposals(self.compared, at_least), self.rejected)

    def named(self, keys: Sequence[str]) -> tuple[list[Proposal], list[str]]:
        """The proposals of these keys, and the keys that nothing proposes."""
        of = {place.key for place in self.places if _starts(keys, place.key)}
        some = standing(proposals(self.compared, 0.0, of), self.rejected)
        by_key = {p.key.casefold(): p for p in some}
        found = [by_key[k.casefold()] for k in keys if k.casefold() in by_key]
        return found, [k for k in keys if k.casefold() not in by_key]

    def gaps(self) -> list[Gap]:
        """What nothing covers, with what is nearest to it."""
        return gaps(self.facts.programme, self.facts.coverage, self.compared)

    def doubts(self) -> list[Doubt]:
        """Marks that no word of their place supports."""
        return doubts(self.facts.programme, self.places)


def _starts(keys: Sequence[str], place: str) -> bool:
    return any(key.casefold().startswith(f"{place.casefold()}:") for key in keys)
