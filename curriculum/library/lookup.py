"""What other parts ask of the library: the standard that a name pins.

The database is opened only when a name has the form of a pin.
"""

from functools import lru_cache
from pathlib import Path

from curriculum.library.pins import Pin, default_library
from curriculum.readers import Read


def read_pinned(pin: Pin, prefer: str = "") -> Read:
    """A standard as the user's library holds it; its digest is that of its text.

    Of several texts of one version, the one of the digest preferred is taken.
    Raises SourceError if the library does not hold the standard.
    """
    path = default_library()
    state = path.stat() if path.is_file() else None
    changed = (state.st_mtime_ns, state.st_size) if state else (0, 0)
    return _read_once(path, changed, pin, prefer)


@lru_cache(maxsize=64)
def _read_once(path: Path, _changed: tuple[int, int], pin: Pin, prefer: str) -> Read:
    """Read again only when the library has changed."""
    from curriculum.library.reading import read_held  # noqa: PLC0415 (opens SQLite)
    from curriculum.library.store import Library  # noqa: PLC0415 (opens SQLite)

    with Library(path) as library:
        return read_held(library, pin, prefer)[1]
