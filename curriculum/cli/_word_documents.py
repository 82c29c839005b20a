"""The Word documents that are made through templates, each with a sample of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from curriculum.cli._show import reviewed
from curriculum.findings import SourceError
from curriculum.model import SCHEME_COLUMNS, Programme
from curriculum.office.fields import Group, fields_of
from curriculum.paths import TEMPLATES
from curriculum.verifying import report
from curriculum.verifying.comparing import Comparison, between
from curriculum.versions import affected, compare, edition_of, word_report
from curriculum.writers import Writer, all_writers

Sample = Callable[[Path, Path, Path], None]
"""Writes a document of a programme through a template to a path."""


@dataclass(frozen=True, slots=True)
class WordDocument:
    """A document with the fields that its template may name."""

    filename: str
    fields: Group
    sample: Sample
    left_out: tuple[str, ...] = ()
    """Columns that are left out unless a college asks for them."""

    @property
    def stem(self) -> str:
        """The name of its file without the ending."""
        return self.filename.removesuffix(".docx")


@cache
def word_documents() -> dict[str, WordDocument]:
    """Those that build writes, then those of other commands, by name."""
    built = (w for w in all_writers() if (TEMPLATES / w.filename).suffix == ".docx")
    others = (
        WordDocument(report.FILENAME, fields_of(report.ComparisonFields), _comparison),
        WordDocument(
            word_report.FILENAME, fields_of(word_report.VersionDiffFields), _difference
        ),
    )
    return {held.stem: held for held in (*map(_built, built), *others)}


def _built(writer: Writer) -> WordDocument:
    made: Any = import_module(f"curriculum.writers.{writer.name}")

    def sample(programme: Path, template: Path, path: Path) -> None:
        own = path.with_name(writer.filename)
        own.write_bytes(template.read_bytes())
        writer.write(replace(reviewed(programme), templates=own.parent), path)

    left_out = made.unwanted(SCHEME_COLUMNS) if hasattr(made, "unwanted") else ()
    return WordDocument(
        writer.filename, fields_of(made.FIELDS), sample, tuple(left_out)
    )


def _comparison(programme: Path, template: Path, path: Path) -> None:
    """Of the programme with an imagined older one: another title, a module less."""
    new = reviewed(programme).programme
    title, modules = f"{new.title} (draft)", new.modules[:-1]
    old = new.model_copy(update={"title": title, "modules": modules})
    name = programme.resolve().name
    held = Comparison(f"{name} (draft)", name, between(old, new))
    path.write_bytes(report.as_word(held, template))


def _difference(programme: Path, template: Path, path: Path) -> None:
    """Of its first framework with an imagined older one: an item less, one shorter."""
    held: Programme = reviewed(programme).programme
    if not held.frameworks:
        raise SourceError(f"{programme}: names no standard to compare")
    new = edition_of(held.frameworks[0])
    items = tuple(
        replace(item, wording=item.wording.rpartition(" ")[0] or item.wording)
        if at == 0
        else item
        for at, item in enumerate(new.items[: max(1, len(new.items) - 1)])
    )
    difference = compare(replace(new, version="draft", items=items), new)
    impact = affected(held, difference)
    path.write_bytes(
        word_report.as_word(difference, [impact] if impact else [], template)
    )
