"""At which line of a TOML file each key stands; the parser does not say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import tomli

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(
    r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_TOKEN = re.compile(r'''"""|\'\'\'|"(?:\\.|[^"\\])*"|'[^']*'|\#.*|[\[\]{}]''')


@dataclass(frozen=True, slots=True)
class Statement:
    """A header or a key of a TOML text: what it speaks of, and its lines."""

    path: Path
    line: int
    last: int
    header: bool


def statements(text: str) -> Iterator[Statement]:
    """Every header and key of a TOML text, in order; lines count from 1."""
    counts: dict[Path, int] = {}
    table: Path = ()
    beginnings = list(_beginnings(text))
    ends = [number - 1 for number, _ in beginnings[1:]] + [text.count("\n") + 1]
    for (number, line), last in zip(beginnings, ends, strict=True):
        if header := _HEADER.match(line):
            table = _table(header, counts)
            yield Statement(table, number, last, header=True)
        elif key := _KEY.match(line):
            yield Statement((*table, *_parts(key[1])), number, last, header=False)


class Lines:
    """The line, from 1, of every table and key of one TOML text."""

    def __init__(self, text: str) -> None:
        self._at: dict[Path, int] = {}
        for statement in statements(text):
            if statement.header:
                # [settings.COV103] is where settings begin, too.
                for end in range(1, len(statement.path) + 1):
                    self._at.setdefault(statement.path[:end], statement.line)
            else:
                self._at[statement.path] = statement.line

    def at(self, path: Path) -> int:
        """The line of a key, or else of the nearest table around it."""
        while path and path not in self._at:
            path = path[:-1]
        return self._at.get(path, 1)


def _table(header: re.Match[str], counts: dict[Path, int]) -> Path:
    """The path of a table, with the index of each array on the way."""
    path: Path = ()
    parts = _parts(header[2])
    for place, part in enumerate(parts):
        path = (*path, part)
        if header[1] == "[[" and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _parts(dotted: str) -> list[str]:
    return [part.strip("\"'") for part in _PART.findall(dotted)]


def _beginnings(text: str) -> Iterator[tuple[int, str]]:
    """Lines that begin a statement, not those inside a long string or array."""
    quote, depth = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not quote and not depth:
            yield number, line
            if _HEADER.match(line):
                continue
        quote, depth = _after(line, quote, depth)


def _after(line: str, quote: str, depth: int) -> tuple[str, int]:
    """The open long quote and the bracket depth at the end of a line."""
    place = 0
    while True:
        if quote:
            end = line.find(quote, place)
            if end < 0:
                return quote, depth
            place, quote = end + 3, ""
        token = _TOKEN.search(line, place)
        if token is None:
            return quote, depth
        place = token.end()
        if token[0] in ('"""', "'''"):
            quote = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1


def line_of(error: tomli.TOMLDecodeError) -> str:
    """The line that a syntax error names, or "1"."""
    found = re.search(r"line (\d+)", str(error))
    return found[1] if found else "1"


_PLAIN = {
    "Cannot overwrite a value": "a key stands twice in one table",
    "Cannot declare": "a table stands twice",
    "Invalid value": (
        "what follows = is no text in straight quotes, number, date or list"
    ),
    "Expected newline or end of document after a statement": (
        "something is left over after a value; a text needs straight quotes, and a "
        "date must exist"
    ),
    "Unterminated string": "a text has no closing quote",
    "Illegal character": "a text has no closing quote on its line",
    "Expected '=' after a key": "a key is not followed by =",
    "Unclosed array": "a list has no closing bracket",
    "Invalid date or datetime": "a date or a time does not exist",
    "Invalid hex value": "a backslash in a text stands once, and must stand twice",
    "Unescaped '\\' in a string": (
        "a backslash in a text stands once, and must stand twice"
    ),
    "Found invalid character '\\r'": "a line ends as on old Macs; save the file anew",
}


def in_plain_words(error: tomli.TOMLDecodeError) -> str:
    """A syntax error as a person would say it, with what the parser says."""
    said = str(error)
    plain = next((p for start, p in _PLAIN.items() if said.startswith(start)), "")
    return f"{plain} ({said})" if plain else said
