"""A small library of just what one programme pins, to go along with it.

It lies in the folder of the programme, where it is looked into before the user's own.
"""

import zlib
from collections.abc import Collection, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.library.lookup import holder_of, plan_holder_of
from curriculum.library.pins import OWN_LIBRARY, Pin
from curriculum.library.reading import entry_of, plan_entry_of, read_held, read_plan
from curriculum.library.records import Entry, PlanEntry
from curriculum.library.store import Library
from curriculum.model import Standard

LARGEST_MB = 4
"""Compressed; the page of a standard takes some 0.03."""


def carried(
    wanted: Iterable[tuple[Pin, str]], plans: Collection[Pin], folder: Path
) -> bytes:
    """The pinned standards and plans as a library; nothing where there are none.

    The pin of a standard has the digest that is preferred among several texts of one
    version.
    What no library holds is left out: who puts the programme together is told.
    Raises SourceError for a library that cannot be used.
    """
    entries: list[Entry | PlanEntry] = []
    for pin, prefer in wanted:
        path = holder_of(pin, folder)
        if path is not None:
            entries += _entries(path, pin, prefer)
    for pin in plans:
        path = plan_holder_of(pin, folder)
        if path is not None:
            entries.append(_plan_entry(path, pin))
    packed = {entry.copy.digest: len(entry.packed) for entry in entries}
    if not entries or sum(packed.values()) > LARGEST_MB * 1_000_000:
        return b""
    with TemporaryDirectory(prefix="curriculum-") as work:
        made = Path(work) / OWN_LIBRARY
        with Library(made, create=True) as library:
            library.add(entries)
        return made.read_bytes()


def _entries(path: Path, pin: Pin, prefer: str) -> list[Entry]:
    with Library(path) as library:
        edition, got = read_held(library, pin, prefer)
        copy = library.copies(edition)[-1]
        packed = zlib.compress(library.raw(copy.digest), 9)
    standards = [record for record in got.records if isinstance(record, Standard)]
    return [entry_of(one, copy, packed, edition.version) for one in standards]


def _plan_entry(path: Path, pin: Pin) -> PlanEntry:
    with Library(path) as library:
        held = library.one_plan(pin)
        plan, _ = read_plan(library, held)
        packed = zlib.compress(library.raw(held.origin.digest), 9)
    return plan_entry_of(plan, held.origin, packed, held.version)
