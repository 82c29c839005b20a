"""Reads a returned form: what it says, what stands in the way, what is kept aside."""

from functools import lru_cache
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.form.baseline import PROPERTY, SHEET, Baseline, read_rows
from curriculum.form.copies import Copy
from curriculum.form.fields import MODULES, TABLES
from curriculum.form.layout import grids
from curriculum.form.locate import Locator
from curriculum.form.names import card_name
from curriculum.form.proposals import offers, read_proposals
from curriculum.form.read_grids import GridReader
from curriculum.form.read_tables import TableReader
from curriculum.form.records import Records, records_of
from curriculum.form.source import Source
from curriculum.form.spelling import Spelling
from curriculum.form.write_start import START_SHEET
from curriculum.form.write_tables import LIVE, SESSION_HOURS
from curriculum.form.writing import LISTS_SHEET
from curriculum.office.workbook import Book, KnownSheets, Sheet, letters
from curriculum.plurals import many

_OWN_SHEETS = {START_SHEET, LISTS_SHEET, SHEET}
_NOT_FORMS = {
    ".csv": "is a plain table, which has one sheet and no baseline",
    ".tsv": "is a plain table, which has one sheet and no baseline",
    ".txt": "is plain text",
    ".ods": "is an OpenDocument workbook",
    ".xls": "is in the format of Excel 97",
    ".xlsb": "is a binary workbook",
    ".docx": "is a Word document",
    ".pdf": "is a PDF",
}
_LONGEST_NOTE = 120


def is_lock(path: Path) -> bool:
    """Whether a file is only what an office program leaves beside an open workbook."""
    return path.name.startswith(("~$", ".~lock."))


def open_form(path: Path, known: KnownSheets | None = None) -> Book:
    """Open a workbook.  Raises SourceError, with a sentence, for what is none."""
    kind = _NOT_FORMS.get(path.suffix.lower())
    if kind and path.is_file():
        raise SourceError(
            f"{path.name}: {kind}; send the form as an Excel workbook (.xlsx)"
        )
    return Book.open(path, known)


def baseline_in(book: Book) -> tuple[Baseline | None, str]:
    """The baseline that a workbook carries, or why there is none to trust."""
    if SHEET not in book.sheets:
        return None, "its hidden sheet is gone"
    lines, stamp = _rows(book.sheet(SHEET))
    try:
        baseline = _baseline("\n".join(lines))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None, "its hidden sheet cannot be read"
    if baseline.stamp != stamp:
        return None, "its hidden sheet was changed"
    if book.properties.get(PROPERTY) != stamp:
        return None, "its document property was removed"
    return baseline, ""


@lru_cache(maxsize=4)
def _baseline(text: str) -> Baseline:
    """A baseline, read once for all copies of one form."""
    return read_rows(text.split("\n"))


@lru_cache(maxsize=4)
def _records(baseline_key: "_Same") -> Records:
    return records_of(baseline_key.baseline.files)


class _Same:
    """A baseline as a key: two of one revision are the same."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline

    def __hash__(self) -> int:
        return hash(self.baseline.revision)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and other.baseline.revision == self.baseline.revision
        )


def read_form(  # noqa: PLR0913 (three of them are told by name)
    path: Path,
    source: Source,
    now: Records,
    *,
    everything: bool = False,
    known: KnownSheets | None = None,
    name: str = "",
) -> Copy:
    """What a returned form says, compared with its baseline, or else with now.

    ``known`` are sheets of other copies, ``name`` what the copy is called.  Raises
    SourceError when it is no workbook, or the form of another programme.
    """
    book = open_form(path, known)
    baseline, why = baseline_in(book)
    base = _records(_Same(baseline)) if baseline else now
    copy = Copy(name or path.name, baseline, base)
    _same_programme(copy, source, book)
    if baseline is None:
        message = f"{why}, so every difference is to be confirmed"
        copy.found("FRM206", copy.name, message, copy.at(""))
    spelling = Spelling(copy.base)
    spelling.add(item.key for held in source.frameworks for item in held.items)
    reader = TableReader(copy, Locator(book), spelling, everything)
    reader.card()
    reader.locator.column(card_name(LIVE), MODULES.sheet, SESSION_HOURS)
    for table in TABLES:
        reader.table(table)
    then = baseline.files["programme.toml"] if baseline else {}
    current = source.files.get("programme.toml", {})
    same = baseline is None or then.get("frameworks") == current.get("frameworks")
    for grid in grids(source.frameworks, copy.base):
        GridReader(reader, grid, same).read()
    read_proposals(reader.locator, copy, offers(source, now))
    _aside(reader.locator, copy)
    if any(path.with_name(lock).exists() for lock in _locks(path)):
        message = "it is open in another program; what is not saved yet is not read"
        copy.found("FRM208", copy.name, message, copy.at(""))
    return copy


def _locks(path: Path) -> tuple[str, ...]:
    return f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#"


def _rows(sheet: Sheet) -> tuple[list[str], str]:
    """The lines of the baseline's sheet, put together, and its stamp."""
    rows: dict[int, list[str]] = {}
    for (row, _), cell in sorted(sheet.cells.items()):
        rows.setdefault(row, []).append(str(cell.value))
    lines = ["".join(parts) for parts in rows.values()]
    return lines[2:], lines[1] if len(lines) > 1 else ""


def _same_programme(copy: Copy, source: Source, book: Book) -> None:
    if not copy.baseline and not any(n.startswith("form__") for n in book.names):
        known = {table.sheet for table in TABLES} & set(book.sheets)
        if len(known) < len(TABLES) // 2:
            raise SourceError(
                f"{copy.name}: is a workbook, but not a form of this kind"
            )
    code = str(source.files.get("programme.toml", {}).get("code", ""))
    if copy.baseline and copy.baseline.code != code:
        raise SourceError(
            f"{copy.name}: is the form of another programme, {copy.baseline.code}, "
            f"not of {code}"
        )


def _aside(locator: Locator, copy: Copy) -> None:
    """What people added: sheets, columns, notes."""
    for name in locator.book.sheets:
        if name in locator.ours or name in _OWN_SHEETS:
            continue
        if name in locator.named_sheets:
            why = "is not read, for the programme has no such framework now"
        else:
            why = "is no part of the form"
        copy.aside.append(f"the sheet {name} {why}")
    for name, numbers in locator.ours.items():
        sheet = locator.sheet(name)
        extra: dict[int, list[int]] = {}
        for row, column in sheet.cells:
            if column not in numbers:
                extra.setdefault(column, []).append(row)
        for column, rows in sorted(extra.items()):
            copy.aside.append(_column(sheet, name, column, rows))
        for address, text in sheet.notes.items():
            short = text if len(text) <= _LONGEST_NOTE else text[:_LONGEST_NOTE] + "…"
            copy.aside.append(f"the note at {name}!{address}: {short}")


def _column(sheet: Sheet, name: str, column: int, rows: list[int]) -> str:
    first = sheet.cells[min(rows), column]
    said = f" headed {first.value}" if isinstance(first.value, str) else ""
    return (
        f"the column {letters(column)} of {name}{said} ({many(len(rows), 'cell')}) "
        "is no part of the form"
    )
