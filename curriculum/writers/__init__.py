"""Writers: one document a file.

A writer is a module of this folder with ``FILENAME``, ``TITLE`` and
``write(review, path)``.  It sets out a review and decides nothing: what is
marked is what has a finding.  A pure function gives plain rows first.
``SUMMARY`` says in a line what the document holds; a document that is
``OPTIONAL`` is written only when it is asked for by name.
Files whose name begins with an underscore are shared by writers.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol

from curriculum.reviewed import Review


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
    summary: str = ""
    optional: bool = False

    @property
    def stem(self) -> str:
        """The name of its file without the ending: "scheme-of-work"."""
        return self.filename.partition(".")[0]


def usual_writers() -> tuple[Writer, ...]:
    """The writers of what is written unless documents are asked for by name."""
    return tuple(writer for writer in all_writers() if not writer.optional)


def writers_named(name: str) -> tuple[Writer, ...]:
    """The writers of a document, with or without the ending of its file's name."""
    wanted = name.strip().casefold()
    return tuple(w for w in all_writers() if wanted in (w.stem, w.filename))


def documents_like(name: str) -> str:
    """The document that may be meant: "; did you mean findings?", or nothing."""
    known = [n for w in all_writers() for n in (w.stem, w.filename)]
    near = get_close_matches(name.strip().casefold(), known, n=1)
    return f"; did you mean {near[0]}?" if near else ""


@cache
def all_writers() -> tuple[Writer, ...]:
    """Every writer of this folder, by name."""
    found = []
    for info in pkgutil.iter_modules(__path__):
        if not info.name.startswith("_"):
            module: _WriterModule = import_module(f"{__name__}.{info.name}")
            found.append(
                Writer(
                    info.name,
                    module.FILENAME,
                    module.TITLE,
                    module.write,
                    getattr(module, "SUMMARY", module.TITLE),
                    getattr(module, "OPTIONAL", False),
                )
            )
    return tuple(found)
