"""What a rule may look at: a programme laid over its calendar and counted."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from curriculum.coverage import Coverage
from curriculum.model import Programme
from curriculum.timetable import Timetable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts:
    """A programme, its sessions in real dates, and what they cover."""

    programme: Programme
    timetable: Timetable
    coverage: Coverage
    _known: dict[Callable[["Facts"], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, compute: Callable[["Facts"], T]) -> T:
        """What a function makes of the facts, computed once however many ask."""
        if compute not in self._known:
            self._known[compute] = compute(self)
        known: T = self._known[compute]
        return known


def gather(programme: Programme) -> Facts:
    """Lay out and count a programme, once."""
    timetable = Timetable.of(programme)
    return Facts(programme, timetable, Coverage.of(programme, timetable))
