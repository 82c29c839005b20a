"""How fast this machine is just now, so that limits in seconds hold on a slow one.

Limits are stated for an ordinary core that does nothing else.  A fixed piece of work,
the spell, is timed beside what is measured, and the limit grows with it.
"""

from time import process_time
from timeit import timeit

QUIET_SPELL_MILLISECONDS = 10
"""What ``spell`` takes on an ordinary core that does nothing else."""


def spell() -> int:
    """A fixed piece of work: what it takes says how busy the computer is."""
    return sum(number * number % 7 for number in range(100_000))


def slowness() -> float:
    """How many times slower than an ordinary core this one is just now; at least 1."""
    took = min(timeit(spell, timer=process_time, number=1) for _ in range(3))
    return max(1.0, 1000 * took / QUIET_SPELL_MILLISECONDS)


def allowed(seconds: float) -> float:
    """A limit stated for an ordinary core, on this machine just now."""
    return seconds * slowness()
