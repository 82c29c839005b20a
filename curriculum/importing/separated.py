"""Tables of separated values, as Excel and other programs save them."""

import codecs
import csv
import re
from io import StringIO

from curriculum.findings import SourceError
from curriculum.importing.tables import Cell, Document, Row, Table, tidy

LARGEST_MB = 20
_SEPARATORS = ";,\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINES_LOOKED_AT = 30
_POLISH = re.compile(r"[a-z][¹³¿¼Ÿ][a-z]")
"""Polish letters of Windows-1250 as they look in Windows-1252."""
_FEWEST_BYTES = 20


def read(name: str, data: bytes, document: Document) -> None:
    """Add the one table of a file of separated values."""
    if len(data) > LARGEST_MB * 1_000_000:
        raise SourceError(f"{name}: is larger than {LARGEST_MB} MB")
    text = _decoded(name, data, document)
    csv.field_size_limit(1_000_000)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_separator(text))
    rows = []
    try:
        for number, values in enumerate(lines, start=1):
            cells = [
                Cell(column, tidy(value), f"row {number}, column {column + 1}")
                for column, value in enumerate(values)
                if value.strip()
            ]
            if cells:
                rows.append(Row(number, f"row {number}", cells))
    except csv.Error:
        raise SourceError(f"{name}: is damaged; save it again as .csv") from None
    document.tables.append(Table("the table", rows))


def _decoded(name: str, data: bytes, document: Document) -> str:
    marked = next((e for mark, e in _MARKS if data.startswith(mark)), "")
    encoding = marked or _wide(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        page = "1252"
        if _POLISH.search(text):
            page, text = "1250", data.decode("cp1250", errors="replace")
        why = f"is not UTF-8 and is read as Windows-{page}; check accents and quotes"
        document.faults.append(("", why))
    if "\0" in text:
        raise SourceError(f"{name}: is not a text file; save it as .csv or .xlsx")
    return text


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain letters is empty."""
    first = data[:200]
    if len(first) < _FEWEST_BYTES or not first.count(0) * 3 > len(first):
        return ""
    return "utf-16-le" if first[1::2].count(0) > first[::2].count(0) else "utf-16-be"


def _separator(text: str) -> str:
    """What most lines hold most evenly, outside quotes."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) > 4:  # noqa: PLR2004
        return first.strip()[4]
    lines = [
        _bare(line) for line in (first + "\n" + rest).split("\n")[:_LINES_LOOKED_AT]
    ]
    held = {sign: sum(sign in line for line in lines) for sign in _SEPARATORS}
    counts = {sign: sum(line.count(sign) for line in lines) for sign in _SEPARATORS}
    return max(_SEPARATORS, key=lambda sign: (held[sign], counts[sign]))


def _bare(line: str) -> str:
    """A line without what stands in quotes."""
    return "".join(line.split('"')[::2])
