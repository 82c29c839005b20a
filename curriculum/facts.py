"""What a rule may look at: a programme laid over its calendar and counted."""

from dataclasses import dataclass

from curriculum.coverage import Coverage
from curriculum.model import Programme
from curriculum.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Facts:
    """A programme, its sessions in real dates, and what they cover."""

    programme: Programme
    timetable: Timetable
    coverage: Coverage


def gather(programme: Programme) -> Facts:
    """Lay out and count a programme, once."""
    timetable = Timetable.of(programme)
    return Facts(programme, timetable, Coverage.of(programme, timetable))
