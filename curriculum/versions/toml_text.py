"""Marks of a programme file given other keys; every other byte stays as it lies.

What one key said goes to another, to several, or into a comment, on the line where
it stood; ``curriculum.edits`` gives keys other values.
Files are written one mark a line, so that a line is edited, not the document
re-made.  Whoever edits compares what the text then says with what it should say,
and falls back on ``tomlkit`` where a file is written in another form.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import tomli
import tomlkit

from curriculum.edits import toml_value
from curriculum.findings import SourceError
from curriculum.readers.programme.lines import Lines
from curriculum.versions.marks import value_at

Path = tuple[Any, ...]
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STATEMENT = re.compile(
    r"""(?P<before>\s*(?:[\w-]+\s*\.\s*|"[^"]*"\s*\.\s*|'[^']*'\s*\.\s*)*)"""
    r"""(?P<key>[\w-]+|"[^"]*"|'[^']*')(?P<sign>\s*=\s*)"""
    r"""(?P<value>\{[^}]*\}|"(?:\\.|[^"\\])*"|'[^']*'|[^\s#"'{\[]+)"""
    r"""(?P<after>\s*(?:\#.*)?)$"""
)
_IN_ARRAY = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'[^']*')(?P<comma>[ \t]*,[ \t]*)?|\#[^\n]*|\]"""
)
_HEADER = re.compile(r"\s*\[")


class TomlText:
    """The text of one file, edited by statement."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.data = tomli.loads(text.replace("\r\n", "\n"))
        self._lines = text.split("\n")
        self._at = Lines(text.replace("\r\n", "\n"))
        self._end = "\r" if self._lines[0].endswith("\r") else ""

    def line(self, path: Path) -> int:
        """The line, from 1, at which a path stands."""
        return self._at.at(path)

    def set(self, path: Path, entries: Sequence[tuple[str, Any]], note: str) -> bool:
        """Put entries in the place of one; none leaves it as a comment with a note.

        False if the statement does not stand on a line of its own.
        """
        place = self.line(path) - 1
        line = self._lines[place].removesuffix("\r")
        found = _STATEMENT.match(line)
        if found is None or _unquoted(found["key"]) != path[-1]:
            return False
        same = value_at(self.data, path)
        made = [
            f"{found['before']}{_key(key, found['key'])}{found['sign']}"
            f"{found['value'] if value == same else toml_value(value)}{found['after']}"
            for key, value in entries
        ]
        if not entries and note:
            made = [f"# {line.strip()}  # {note}"]
        self._lines[place] = "\n".join(text + self._end for text in made) or _GONE
        return True

    def insert_after(self, path: Path, key: str, value: object) -> None:
        """One more statement on the line after that of a path."""
        place = self.line(path) - 1
        self._lines[place] += f"\n{key} = {toml_value(value)}{self._end}"

    def set_array(self, path: Path, new: Callable[[str], Iterable[str]]) -> None:
        """Put other strings in the place of each string of an array."""
        start = self.line(path) - 1
        rest = "\n".join(self._lines[start:])
        begin = rest.find("[", rest.find("=")) + 1
        made, place = [rest[:begin]], begin
        for token in _IN_ARRAY.finditer(rest, begin):
            made.append(rest[place : token.start()])
            place = token.end()
            if token[0] == "]":
                place -= 1
                break
            made.append(_tokens(token, new) if token["string"] else token[0])
        edited = "".join(made) + rest[place:]
        self._lines[start:] = edited.split("\n")

    def comment_out(self, path: Path, note: str) -> None:
        """Make a whole table a comment, up to the next table."""
        place = self.line(path) - 1
        end = place + 1
        while end < len(self._lines) and not _HEADER.match(self._lines[end]):
            end += 1
        self._lines[place] = f"# {note}{self._end}\n# {self._lines[place]}"
        for number in range(place + 1, end):
            if self._lines[number].strip():
                self._lines[number] = f"# {self._lines[number]}"

    def result(self) -> str:
        """The edited text."""
        return "\n".join(line for line in self._lines if line != _GONE)


_GONE = "\0gone"
"""A line that is left out; no TOML file holds it."""


def settled(name: str, edited: str, wanted: dict[str, Any], original: str) -> str:
    """The edited text if it says what is wanted, or the original re-made to say it.

    Raises SourceError if even that does not hold: nothing is written then.
    """
    if _says(edited, wanted):
        return edited
    remade = _remade(original, wanted)
    if _says(remade, wanted):
        return remade
    raise SourceError(
        f"{name}: is written in a form that cannot be edited; "
        "write one mark a line, as curriculum new does"
    )


def _says(text: str, wanted: dict[str, Any]) -> bool:
    try:
        return tomli.loads(text.replace("\r\n", "\n")) == wanted
    except tomli.TOMLDecodeError:
        return False


def _remade(original: str, wanted: dict[str, Any]) -> str:
    """The document with every value that differs replaced."""
    document = tomlkit.parse(original)
    _replace(document, wanted)
    return tomlkit.dumps(document)


def _replace(held: Any, wanted: Any) -> None:  # noqa: ANN401 (TOML is untyped)
    """Make a table or an array of tables say what is wanted, deepest first."""
    if isinstance(wanted, dict):
        for key in [key for key in held if key not in wanted]:
            del held[key]
        for key, value in wanted.items():
            if key in held and _alike(held[key], value):
                _replace(held[key], value)
            elif key not in held or held[key] != value:
                held[key] = value
    elif isinstance(wanted, list):
        for one, other in zip(held, wanted, strict=True):
            _replace(one, other)


def _alike(held: object, value: object) -> bool:
    """Whether both are tables, or lists of as many tables."""
    if isinstance(held, dict) and isinstance(value, dict):
        return True
    return (
        isinstance(held, list)
        and isinstance(value, list)
        and len(held) == len(value)
        and all(isinstance(one, dict) for one in (*held, *value))
    )


def _key(key: str, like: str = "") -> str:
    """A key, quoted if it must be or if it was."""
    if _BARE.fullmatch(key) and like[:1] not in {'"', "'"}:
        return key
    return json.dumps(key, ensure_ascii=False)


def _unquoted(key: str) -> str:
    return key[1:-1] if key[:1] in {'"', "'"} else key


def _tokens(token: re.Match[str], new: Callable[[str], Iterable[str]]) -> str:
    """The strings in the place of one, with its comma."""
    old = _unquoted(token["string"])
    strings = list(new(old))
    if strings == [old]:
        return token[0]
    if not strings:
        return ""
    return ", ".join(toml_value(text) for text in strings) + (token["comma"] or "")
