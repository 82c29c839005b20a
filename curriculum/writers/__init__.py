"""Writers: one document a file.

A writer is a module of this folder with ``FILENAME``, ``TITLE`` and
``write(review, path)``.  It sets out a review and decides nothing: what is
marked is what has a finding.  A pure function gives plain rows first.
``SUMMARY`` says in a line what the document holds; a document that is
``OPTIONAL`` is written only when it is asked for by name.  A document that is also
cut into parts has ``each(review)``, which gives each part's file name and writer.
Files whose name begins with an underscore are shared by writers.
"""

import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Protocol

from curriculum.reviewed import Review

CARRIERS = (".docx", ".xlsx")
"""Endings of the files that carry the facts they show."""


class _WriterModule(Protocol):
    FILENAME: str
    TITLE: str
    write: "Write"


Write = Callable[[Review, Path], None]
Each = Callable[[Review], Iterable[tuple[str, Write]]]


@dataclass(frozen=True, slots=True)
class Writer:
    """A writer with the name of its file."""

    name: str
    filename: str
    title: str
    write: Write
    summary: str = ""
    optional: bool = False
    each: Each | None = None
    """The document's parts, each as a file of its own."""

    @property
    def stem(self) -> str:
        """The name of its file without the ending: "scheme-of-work"."""
        return self.filename.partition(".")[0]

    def parted(self, review: Review) -> "tuple[Writer, ...]":
        """The writer of the whole, then one for each part."""
        parts = self.each(review) if self.each else ()
        return (
            replace(self, each=None),
            *(
                replace(
                    self,
                    filename=name,
                    write=_carrying(write, name, self.title),
                    each=None,
                )
                for name, write in parts
            ),
        )


def usual_writers() -> tuple[Writer, ...]:
    """The writers of what is written unless documents are asked for by name."""
    return tuple(writer for writer in all_writers() if not writer.optional)


def writers_named(name: str) -> tuple[Writer, ...]:
    """The writers of a document, with or without the ending of its file's name."""
    wanted = name.strip().casefold()
    return tuple(
        w if wanted == w.stem else replace(w, each=None)
        for w in all_writers()
        if wanted in (w.stem, w.filename)
    )


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
                    _carrying(module.write, module.FILENAME, module.TITLE),
                    getattr(module, "SUMMARY", module.TITLE),
                    getattr(module, "OPTIONAL", False),
                    getattr(module, "each", None),
                )
            )
    return tuple(found)


def _carrying(write: Write, filename: str, title: str) -> Write:
    """A writer's function; Office documents carry the facts that they show."""
    if not filename.endswith(CARRIERS):
        return write
    return partial(_write_carrying, write, filename, title)


def _write_carrying(
    write: Write,
    filename: str,
    title: str,
    review: Review,
    path: Path,
) -> None:
    from curriculum.carried import carry  # noqa: PLC0415 (listing needs none of it)

    write(review, path)
    carry(path, review, filename, title)
