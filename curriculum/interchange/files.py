"""Files as they come and go: bounded reading, and CSV in which text stays text.

A spreadsheet takes a cell that begins with = + - or @ for a formula.  In a CSV
file such a text gets an apostrophe before it, which the readers here take off
again; a workbook says of each cell that it is text, and needs none.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from curriculum.files import bytes_of
from curriculum.findings import Finding, SourceError
from curriculum.interchange.listing import Listing

LARGEST_MB = 20
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")
_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 30


@dataclass(frozen=True, slots=True)
class Taken:
    """A listing that was read, and what was found."""

    listing: Listing
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table, with its place in the file."""

    place: str
    cells: tuple[str, ...]


def text_of(path: Path) -> str:
    """A text file's text; Windows-1252 where it is not UTF-8 or UTF-16.

    Raises SourceError, with a sentence, for what is none or too large.
    """
    data = bytes_of(path, LARGEST_MB)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SourceError(f"{path.name}: is not a text file")
    return text


def lines_of(path: Path) -> list[Line]:
    """The rows of a CSV file that hold anything."""
    text = text_of(path)
    csv.field_size_limit(LARGEST_MB * 1_000_000)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    try:
        return [
            Line(f"row {number}", tuple(unguarded(cell) for cell in row))
            for number, row in enumerate(reader, start=1)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise SourceError(f"{path.name}: is damaged ({error})") from None


def csv_text(rows: Iterable[Sequence[str]], *, guard: bool = True) -> str:
    """Rows as CSV; ``guard`` keeps spreadsheets from taking text for formulas."""
    stream = StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded(cell) for cell in row] if guard else row)
    return stream.getvalue()


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text that was guarded."""
    return text[1:] if _GUARDED.match(text) else text


def _separator(text: str) -> str:
    """The sign that most of the first lines hold outside quotes."""
    first = text[:100_000].splitlines()[:_LINES_LOOKED_AT]
    bare = ["".join(line.split('"')[::2]) for line in first]
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in bare))
