"""HRS114."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About
from curriculum.checks._words import hours
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import DeliverySlot


@rule("HRS114", Severity.WARNING)
def slots_overlap(facts: Facts) -> Hits:
    """Two delivery slots of one day share time.

    ## What it checks
    Of the slots on one day of the week that state when they start, each has ended
    when the next one starts; so it is for each group.

    ## Why it matters
    The time that is shared counts twice, and sessions are laid into both slots.

    ## What to do
    Correct the start or the hours; learners who are taught apart are a group of
    their own.

    ## Authority
    Arithmetic.
    """
    calendar = facts.programme.calendar
    for slots in (calendar.delivery, *(group.delivery for group in calendar.groups)):
        for (start, earlier), (next_start, later) in pairwise(_in_order(slots)):
            if next_start < start + earlier.hours * 60:
                yield (
                    About(f"{later.day} {later.starts:%H:%M}", later.source),
                    (
                        f"{later.day} has a slot at {later.starts:%H:%M}, before the "
                        f"{hours(earlier.hours)} from {earlier.starts:%H:%M} are over"
                    ),
                )


def _in_order(slots: Iterable[DeliverySlot]) -> Iterator[tuple[int, DeliverySlot]]:
    """The slots that say when they start, with their minute of the week."""
    timed = [
        ((slot.day.number * 24 + slot.starts.hour) * 60 + slot.starts.minute, slot)
        for slot in slots
        if slot.starts is not None
    ]
    yield from sorted(timed, key=lambda one: one[0])
