"""Word documents through templates: what all writers of .docx files share.

The look of a page belongs to its template, which a college edits in Word; no
writer knows a font or a colour.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curriculum.findings import SourceError
from curriculum.model import Programme
from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review

if TYPE_CHECKING:
    from curriculum.office.word_template import WordTemplate


def templates_of(programme: Programme, path: Path) -> Path | None:
    """The folder of templates that a programme read from a path names itself.

    Raises SourceError if there is no such folder.
    """
    named = programme.documents.templates
    if not named:
        return None
    folder = (path if path.is_dir() else path.parent) / named
    if not folder.is_dir():
        raise SourceError(
            f'{path}: templates = "{named}" under [documents] names no folder; '
            "it is a path from the programme's folder"
        )
    return folder


def template_of(review: Review, filename: str) -> Path:
    """The college's own template of that name, or else the shipped one."""
    return template_in(review.templates, filename)


def template_in(folder: Path | None, filename: str) -> Path:
    """The template of that name in a college's folder, or else the shipped one."""
    own = folder / filename if folder else None
    return own if own and own.is_file() else TEMPLATES / filename


def filled(
    template: Path,
    fields: type,
    data: Mapping[str, Any],
    without: Collection[str] = (),
) -> bytes:
    """The bytes of a template filled with data of a TypedDict.

    Table columns that name only fields of ``without`` are left out.
    """
    changed = template.stat().st_mtime_ns if template.exists() else 0
    return _compiled(template, fields, frozenset(without), changed).fill(data)


@lru_cache(maxsize=32)
def _compiled(
    template: Path, fields: type, without: frozenset[str], _changed_ns: int
) -> "WordTemplate":
    """A template compiled for these fields, until its file changes."""
    from curriculum.office.fields import fields_of  # noqa: PLC0415 - imports lxml
    from curriculum.office.word_template import WordTemplate  # noqa: PLC0415 - likewise

    return WordTemplate.open(template, fields_of(fields), without=without)
