"""The Word template engine: compiled once, filled many times.

A template is an ordinary Word document.  ``{{ programme.title }}`` may stand
anywhere: text, tables, headers, footers, text boxes, alternative texts, document
properties.

- A table row that names fields of a collection (``{{ session.topic }}``)
  repeats by itself; rows below each other that name the same collection repeat
  together, and ``{{ only if session.marked }}`` in a row chooses between them.
- A paragraph ``{{ each module }}`` repeats what follows, to ``{{ end module }}``.
- A paragraph ``{{ if waiver }}`` shows what follows, to ``{{ end if }}``, only if
  there is any; ``{{ only if … }}`` within a paragraph shows that paragraph.
- A paragraph of one field that holds several texts, or pictures, repeats once for
  each; a picture is as wide as the page, the column or the cell lets it be.

Filling joins strings and deflates the parts that changed.  Values go in as
text: nothing in them is ever taken for markup, nor for a field.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.findings import SourceError
from curriculum.office import word_blocks
from curriculum.office.fields import Group
from curriculum.office.package import Package
from curriculum.office.word_blocks import Block
from curriculum.office.word_compiler import Compiled, Problem, Use, compiled
from curriculum.office.word_pictures import GATHERED, Gathered, Media

_SOME = 8_192
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """What a template was found to hold."""

    uses: tuple[Use, ...]
    problems: tuple[Problem, ...]


class TemplateError(SourceError):
    """A template that cannot be filled; ``problems`` are all that was found."""

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        lines = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(f"{name}: the template has {count}{lines}")


class WordTemplate:
    """A compiled template; filling it changes nothing, so threads may share it."""

    def __init__(
        self, package: Package, parts: Mapping[str, Block], media: Media | None = None
    ) -> None:
        self._parts, self._media = dict(parts), media
        changing = {*parts, *(media.changing if media else ())}
        self._packer = package.packer(changing)

    @classmethod
    def open(
        cls,
        source: Path | bytes,
        fields: Group,
        *,
        without: Collection[str] = (),
        name: str = "",
    ) -> "WordTemplate":
        """Compile a template for data with these fields.

        Table columns that name only fields of ``without`` are left out.  Raises
        TemplateError with everything that cannot be done, and SourceError for
        what is no Word document.
        """
        package, made = _compiled(source, fields, without, name)
        if made.problems:
            raise TemplateError(package.name, made.problems)
        return cls(package, made.parts, made.media)

    def fill(self, data: Mapping[str, Any]) -> bytes:
        """The document for some data; the same data gives the same bytes."""
        filled: dict[str, Iterable[bytes]] = {}
        gathered = Gathered(self._media) if self._media else None
        data = {**data, GATHERED: gathered} if gathered else data
        for part, block in self._parts.items():
            pieces: list[str] = [_HEAD]
            word_blocks.write(block, [data], pieces.append)
            filled[part] = _encoded(pieces)
        return self._packer.pack({**filled, **(gathered.parts() if gathered else {})})


def check_template(
    source: Path | bytes,
    fields: Group,
    *,
    without: Collection[str] = (),
    name: str = "",
) -> TemplateCheck:
    """What a template names, and what in it cannot be done; raises SourceError.

    It is compiled whole, and as it is when the columns of ``without`` are left out.
    """
    _, whole = _compiled(source, fields, (), name)
    problems = dict.fromkeys(whole.problems)
    if without:
        problems |= dict.fromkeys(_compiled(source, fields, without, name)[1].problems)
    return TemplateCheck(tuple(dict.fromkeys(whole.uses)), tuple(problems))


def _encoded(pieces: Sequence[str]) -> Iterator[bytes]:
    """Pieces as bytes, some at a time, so that a long text is never held whole."""
    for at in range(0, len(pieces), _SOME):
        yield "".join(pieces[at : at + _SOME]).encode()


def _compiled(
    source: Path | bytes, fields: Group, without: Collection[str], name: str
) -> tuple[Package, Compiled]:
    package = Package.open(source, name=name)
    return package, compiled(package, fields, without)
