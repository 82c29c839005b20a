"""A college's own list of KSBs: a table of two columns, codes and texts.

As CSV with commas, semicolons, tabs or strokes, with headings or without.  A list
says nothing of its reference, title or level: the name of the file must do.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import PurePath

from curriculum.findings import Finding
from curriculum.model import Ksb, Product, Standard
from curriculum.readers import Yield
from curriculum.readers._ksb_table import (
    Columns,
    cell,
    columns_of,
    share,
    table_rows,
)
from curriculum.readers._notes import Notes
from curriculum.readers._text import LARGEST_MB, SourceText

TITLE = "list of KSBs in two columns (CSV)"

FINDINGS = {
    "SRC501": "A list of KSBs prints no reference; it is taken from the file's name.",
    "SRC502": "A row of a list of KSBs lacks its code or its text and is left out.",
    "SRC503": "Two rows of a list of KSBs have the same code.",
    "SRC504": "A column of a list of KSBs is not read.",
    "SRC505": "A code is printed otherwise than codes are.",
    "SRC506": "A list of KSBs prints kinds and no numbers, and has house codes.",
    "SRC507": "The text has no table of codes and texts.",
}

_SURE = 0.6
_LEAST_SHARE = 0.6
_LEAST_OF_A_LIST = 0.1
"""Of the rows that have a code and a text; in other texts a few may, by chance."""
_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 30
_REFERENCE = re.compile(r"(?<![A-Z0-9])(?:ST|FA|AU)\d{4}(?!\d)", re.IGNORECASE)
_UNFIT = re.compile(r"[^A-Za-z0-9._-]+")
_PREFIXES = {"FA": Product.FOUNDATION, "AU": Product.UNIT}
Row = tuple[int, list[str]]


def recognises(text: SourceText) -> float:
    """How sure it is: nearly every row has a code, or a kind, and a text."""
    rows = [cells for _, cells in _table(text)]
    columns = columns_of(rows)
    if columns is None or share(rows, columns) < _LEAST_SHARE:
        return 0.0
    return _SURE


def read(text: SourceText) -> Yield:
    """The list as a standard of which only the KSBs are known, then the findings."""
    notes, table = Notes(text.file), _table(text)
    rows = [cells for _, cells in table]
    columns = columns_of(rows)
    if columns is None or share(rows, columns) < _LEAST_OF_A_LIST:
        message = "no column holds codes such as K1, S12 or B3 beside a column of texts"
        notes.error("SRC507", "1", text.file, message)
        yield from notes.found
        return
    ksbs = tuple(_ksbs(table, columns, notes))
    reference = _reference(text.file)
    message = f"the list prints no reference or title; {reference} is the file's name"
    notes.warn("SRC501", "1", reference, message)
    yield Standard(
        reference=reference,
        title=PurePath(text.file).stem,
        product=_PREFIXES.get(reference[:2], Product.APPRENTICESHIP),
        ksbs=ksbs,
        source=notes.at("1"),
    )
    yield from _sorted(notes.found)


def _ksbs(table: list[Row], columns: Columns, notes: Notes) -> Iterator[Ksb]:
    for row in table_rows([cells for _, cells in table], columns):
        place = str(table[row.at][0])
        if row.fault:
            code = "SRC503" if row.key and row.text else "SRC502"
            notes.warn(
                code, place, row.key or "row", f"{row.fault}: {_shown(row.text)}"
            )
            continue
        if not columns.numbered:
            message = f"{row.key} is a house code: the list prints {row.printed}"
            notes.warn("SRC506", place, row.key, message)
        elif row.printed != row.key:
            message = f"{row.printed} is read as {row.key}"
            notes.warn("SRC505", place, row.key, message)
        yield Ksb(key=row.key, text=row.text, source=notes.at(place))
    _note_columns(table, columns, notes)


def _note_columns(table: list[Row], columns: Columns, notes: Notes) -> None:
    """Say what stands in further columns, for none of it is kept."""
    width = max(len(cells) for _, cells in table)
    for at in range(width):
        said = [(line, cell(cells, at)) for line, cells in table if cell(cells, at)]
        if at not in {columns.code, columns.text} and said:
            line, first = said[0]
            message = f"column {at + 1} is not read; it begins with {_shown(first)}"
            notes.warn("SRC504", str(line), f"column {at + 1}", message)


def _table(text: SourceText) -> list[Row]:
    """The rows that hold anything, each with the number of its first line."""
    lines = [line.meant for line in text.lines]
    found: list[Row] = []
    csv.field_size_limit(LARGEST_MB * 1_000_000)
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=_separator(lines))
    number = 1
    for cells in reader:
        if any(each.strip() for each in cells):
            found.append((number, [_unguarded(each) for each in cells]))
        number = reader.line_num + 1
    return found


def _separator(lines: list[str]) -> str:
    """The sign that most of the first lines hold outside quotes."""
    bare = ["".join(line.split('"')[::2]) for line in lines[:_LINES_LOOKED_AT]]
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in bare))


def _unguarded(text: str) -> str:
    """The text without the apostrophe that keeps it from being a formula."""
    guarded = text.startswith("'") and text[1:2] in {"=", "+", "-", "@"}
    return text[1:] if guarded else text


def _reference(file: str) -> str:
    """A reference in the name of the file, or the name in signs that a key may have."""
    stem = PurePath(file).stem
    found = _REFERENCE.search(stem)
    return found[0].upper() if found else _UNFIT.sub("-", stem).strip("-._") or "LIST"


def _shown(text: str) -> str:
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"  # noqa: PLR2004 (an excerpt)


def _sorted(found: list[Finding]) -> list[Finding]:
    return sorted(found, key=lambda finding: int(finding.source.place))
