"""Writers: one document a file.

A writer is a module of this folder with ``FILENAME``, ``TITLE`` and
``write(review, path)``.  It sets out a review and decides nothing: what is
marked is what has a finding.  A pure function gives plain rows first.
Files whose name begins with an underscore are shared by writers.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from curriculum.review import Review


class _WriterModule(Protocol):
    FILENAME: str
    TITLE: str
    write: Callable[[Review, Path], None]


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer with the name of its file."""

    name: str
    filename: str
    title: str
    write: Callable[[Review, Path], None]


@cache
def all_writers() -> tuple[Writer, ...]:
    """Every writer of this folder, by name."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            module: _WriterModule = import_module(f"{__name__}.{info.name}")  # type: ignore[assignment]
            found.append(Writer(info.name, module.FILENAME, module.TITLE, module.write))
    return tuple(found)
