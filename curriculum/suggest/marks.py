"""Writing accepted proposals into the programme's files, as marks.

A mark is one line: it is put among the marks of its place, in the order of the
framework, and every other byte stays as it lies.  A file written in another form is
edited by ``tomlkit``; either way what the file then says is compared with what it
should say before anything is written.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import tomli
import tomlkit

from curriculum.errors import SourceError
from curriculum.model import Depth, Framework, Programme
from curriculum.suggest.proposals import ROLES, Proposal
from curriculum.suggest.texts import PlaceKind

_HEADER = re.compile(r"\s*\[+\s*(?P<path>[^\]]+?)\s*\]+\s*(?:#.*)?$")
_MARK = re.compile(r"\s*(?P<key>[\w-]+|\"[^\"]*\")\s*=")
_LISTS = {PlaceKind.SESSION: "sessions", PlaceKind.ASSESSMENT: "assessments"}
Document = dict[str, Any]


def accepted(
    folder: Path, programme: Programme, proposals: Iterable[Proposal], depth: Depth
) -> dict[Path, str]:
    """The files that change, each with its new text; nothing is written yet.

    Raises SourceError when a file cannot be edited so that it says just that.
    """
    files: defaultdict[Path, list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        files[folder / _file(programme, proposal)].append(proposal)
    return {path: _edited(path, some, programme, depth) for path, some in files.items()}


def write(files: dict[Path, str]) -> None:
    """Put the new texts in place, each whole."""
    for path, text in files.items():
        made = path.with_name(f".{path.name}.new")
        with made.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        made.replace(path)


def _file(programme: Programme, proposal: Proposal) -> str:
    place = proposal.place
    if place.kind is PlaceKind.MODULE:
        records = [m.source for m in programme.modules if m.key == place.key]
    elif place.kind is PlaceKind.SESSION:
        records = [s.source for _, s in programme.sessions() if s.key == place.key]
    else:
        records = [a.source for a in programme.assessments if a.key == place.key]
    return records[0].file


def _edited(
    path: Path, some: Sequence[Proposal], programme: Programme, depth: Depth
) -> str:
    """The file's text with one more mark for each proposal."""
    with path.open(encoding="utf-8", newline="") as stream:
        original = stream.read()
    try:
        wanted = _loaded(original)
    except tomli.TOMLDecodeError as error:
        raise SourceError(f"{path}: cannot be read as TOML: {error}") from error
    for proposal in some:
        _mark(wanted, proposal, _word(proposal, depth))
    for attempt in (_by_line, _remade):
        made = attempt(original, some, programme, depth)
        if made is not None and _says(made, wanted):
            return made
    keys = ", ".join(proposal.key for proposal in some)
    raise SourceError(f"{path}: {keys} cannot be written here; mark them by hand")


def _word(proposal: Proposal, depth: Depth) -> str:
    return depth.value if proposal.place.kind is PlaceKind.SESSION else "assessed"


def _by_line(
    text: str, some: Sequence[Proposal], programme: Programme, depth: Depth
) -> str | None:
    """The text with a line for each mark; None if its tables are written otherwise."""
    for proposal in some:
        framework = programme.framework(proposal.framework)
        if framework is None or proposal.place.kind is PlaceKind.MODULE:
            return None
        line = f'{_quoted(proposal.item.key)} = "{_word(proposal, depth)}"'
        made = _with_line(text, proposal, framework, line)
        if made is None:
            return None
        text = made
    return text


def _with_line(
    text: str, proposal: Proposal, framework: Framework, line: str
) -> str | None:
    """The text with one more line; None if its tables are written otherwise."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    block = _block(lines, proposal)
    if block is None:
        return None
    start, stop = block
    of = _LISTS[proposal.place.kind]
    table = f"{of}.{ROLES[proposal.place.kind]}.{_quoted(framework.id)}"
    marks = _section(lines, start, stop, table)
    if marks is None:
        while not lines[stop - 1].strip():
            stop -= 1
        lines[stop:stop] = ["", f"[{table}]", line]
    else:
        lines.insert(_place(lines, *marks, proposal.item.key, framework), line)
    return end.join(lines)


def _block(lines: Sequence[str], proposal: Proposal) -> tuple[int, int] | None:
    """From the header of the place's record to the next record."""
    of = _LISTS[proposal.place.kind]
    starts = [n for n, line in enumerate(lines) if _path(line) == of]
    key = re.compile(rf"""\s*key\s*=\s*["']{re.escape(proposal.place.key)}["']""")
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        if any(key.match(line) for line in lines[start:stop]):
            return start, stop
    return None


def _section(
    lines: Sequence[str], start: int, stop: int, table: str
) -> tuple[int, int] | None:
    """The lines of a table within a record, without the header."""
    for n in range(start, stop):
        if _path(lines[n]) == table:
            end = n + 1
            while end < stop and _path(lines[end]) is None:
                end += 1
            return n + 1, end
    return None


def _place(
    lines: Sequence[str], start: int, stop: int, key: str, framework: Framework
) -> int:
    """After the last mark of an item that the framework names earlier."""
    order = {item.key: nth for nth, item in enumerate(framework.items)}
    place = start
    for n in range(start, stop):
        found = _MARK.match(lines[n])
        if found and order.get(found["key"].strip('"'), -1) < order[key]:
            place = n + 1
    return place


def _path(line: str) -> str | None:
    found = _HEADER.match(line)
    return found["path"] if found else None


def _quoted(key: str) -> str:
    """A key as TOML writes it."""
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else f'"{key}"'


def _loaded(text: str) -> Document:
    return tomli.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _says(text: str, wanted: Document) -> bool:
    try:
        return _loaded(text) == wanted
    except tomli.TOMLDecodeError:
        return False


def _mark(document: Document, proposal: Proposal, word: str) -> None:
    """Make the mark in a document that is already read."""
    place, framework = proposal.place, proposal.framework
    role = ROLES[place.kind]
    if place.kind is PlaceKind.MODULE:
        document.setdefault(role, {}).setdefault(framework, []).append(
            proposal.item.key
        )
        return
    for record in document[_LISTS[place.kind]]:
        if record.get("key") == place.key:
            marks = record.setdefault(role, {}).setdefault(framework, {})
            marks[proposal.item.key] = word
            return


def _remade(
    text: str, some: Sequence[Proposal], _programme: Programme, depth: Depth
) -> str:
    """The document written again by tomlkit."""
    document = tomlkit.parse(text.removeprefix("\ufeff"))
    for proposal in some:
        _mark(document, proposal, _word(proposal, depth))
    made: str = document.as_string()
    return made
