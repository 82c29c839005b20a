"""What other parts ask of the library: the standard or plan that a name pins.

The database is opened only when a name has the form of a pin.
"""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from curriculum.library.pins import OWN_LIBRARY, Pin, default_library
from curriculum.readers import Read


class Received(NamedTuple):
    """A published file, byte for byte, and where and when it was fetched."""

    name: str = ""
    content: bytes = b""
    fetched: str = ""


def read_pinned(pin: Pin, prefer: str = "", folder: Path | None = None) -> Read:
    """A standard as a library holds it; its digest is that of its text.

    A library in the programme's own folder comes before the user's.  Of several texts
    of one version, the one of the digest preferred is taken.
    Raises SourceError if no library holds the standard.
    """
    path = (folder and holder_of(pin, folder)) or default_library()
    return _read_once(path, _changed(path), pin, prefer)


def received(pin: Pin, prefer: str = "", folder: Path | None = None) -> Received:
    """The file that the standard of ``read_pinned`` was read from, as it was received.

    Raises SourceError if no library holds the standard.
    """
    path = (folder and holder_of(pin, folder)) or default_library()
    return _received_once(path, _changed(path), pin, prefer)


def read_pinned_plan(pin: Pin, folder: Path) -> tuple[Read, Received]:
    """The assessment plan of what a pin names, and the file that it was read from.

    Raises SourceError if no library holds one.
    """
    path = plan_holder_of(pin, folder) or default_library()
    return _plan_once(path, _changed(path), pin)


def holder_of(pin: Pin, folder: Path) -> Path | None:
    """The library that holds what a pin names: the folder's own, else the user's.

    Raises SourceError for a library that cannot be used.
    """
    return next((p for p in _libraries(folder) if _holds(p, _changed(p), pin)), None)


def plan_holder_of(pin: Pin, folder: Path) -> Path | None:
    """The library that holds an assessment plan of what a pin names.

    Raises SourceError for a library that cannot be used.
    """
    held = (p for p in _libraries(folder) if _holds_plan(p, _changed(p), pin))
    return next(held, None)


def _libraries(folder: Path) -> Iterator[Path]:
    """The folder's own, then the user's, where there are such."""
    paths = (folder / OWN_LIBRARY, default_library())
    return (path for path in paths if path.is_file())


def _changed(path: Path) -> tuple[int, int]:
    """What tells that a file is another than before."""
    state = path.stat() if path.is_file() else None
    return (state.st_mtime_ns, state.st_size) if state else (0, 0)


@lru_cache(maxsize=64)
def _holds(path: Path, _changed: tuple[int, int], pin: Pin) -> bool:
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        return bool(library.editions(pin))


@lru_cache(maxsize=64)
def _holds_plan(path: Path, _changed: tuple[int, int], pin: Pin) -> bool:
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        return bool(library.plans(pin) or library.plans(Pin(pin.reference, "")))


@lru_cache(maxsize=64)
def _read_once(path: Path, _changed: tuple[int, int], pin: Pin, prefer: str) -> Read:
    """Read again only when the library has changed."""
    from curriculum.library.reading import read_held  # noqa: PLC0415 (opens SQLite)
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        return read_held(library, pin, prefer)[1]


@lru_cache(maxsize=16)
def _received_once(
    path: Path, _changed: tuple[int, int], pin: Pin, prefer: str
) -> Received:
    """Unpacked again only when the library has changed."""
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        copy = library.copies(library.one(pin, prefer))[-1]
        name, content = Path(copy.file).name, library.raw(copy.digest)
        return Received(name, content, copy.fetched_in_words)


@lru_cache(maxsize=16)
def _plan_once(
    path: Path, _changed: tuple[int, int], pin: Pin
) -> tuple[Read, Received]:
    """Read again only when the library has changed."""
    from curriculum.library.reading import read_plan  # noqa: PLC0415 (opens SQLite)
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        plan = library.one_plan(pin)
        copy = plan.origin
        name, content = Path(copy.file).name, library.raw(copy.digest)
        held = Received(name, content, copy.fetched_in_words)
        return read_plan(library, plan)[1], held
