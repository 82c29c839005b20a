"""The labour-market table of a profile: occupations with jobs, openings and pay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.model import MarketOccupation
from curriculum.readers._profile_lines import Notes, Row, Section, normal

_COLUMNS = {
    "title": r"occupations?(?: titles?)?",
    "jobs": r"(?P<year>\d{4}) jobs",
    "change": r"(?:percent )?change(?: \d{4} \d{4})?",
    "hires_2023": r"(?P<year>\d{4}) hires",
    "openings_per_year": r"(?:avg |average )?annual (?:job )?openings",
    "pay_p10_usd_per_hour": r"10th percentile hourly(?: earnings| wages?)?",
    "pay_median_usd_per_hour": r"median hourly(?: earnings| wages?)?",
    "entry_education": r"(?:typical )?entry level education(?: required)?",
}
_JOBS = ("jobs_2024", "jobs_2029")
_FIELDS = (
    "title",
    *_JOBS,
    *(field for field in _COLUMNS if field not in {"title", "jobs"}),
)
_FEWEST_KNOWN = 3

_COUNT = r"\d{1,3}(?:,\d{3}){1,4}|\d{1,12}"
_FORMS = {
    "change": (r"([-\u2212\u2013+]?\d{1,6}(?:\.\d{1,6})?) ?%", "a percentage"),
    "pay_p10_usd_per_hour": (rf"\$ ?((?:{_COUNT})(?:\.\d{{1,6}})?)", "US dollars"),
    "pay_median_usd_per_hour": (rf"\$ ?((?:{_COUNT})(?:\.\d{{1,6}})?)", "US dollars"),
}
_WHOLE_NUMBER = (rf"({_COUNT})", "a whole number")
_WORDS = {"title", "entry_education"}


@dataclass(frozen=True, slots=True)
class _Column:
    field: str | None
    heading: str
    year: str = ""


def occupations(rows: list[Row], notes: Notes) -> tuple[MarketOccupation, ...]:
    """The rows of the table; what a cell cannot be read as is left empty."""
    headings: list[str] = []
    columns: list[_Column] = []
    found: list[tuple[Row, MarketOccupation]] = []
    for row in rows:
        if columns:
            if row.cells != headings:  # a table over two pages has them twice
                found.append((row, _occupation(row, columns, notes)))
        elif columns := _columns(row.cells):
            headings = row.cells
            _note_columns(row, columns, notes)
        else:
            message = f"“{row.cells[0]}” stands before the headings and is not read"
            notes.say("SRC321", row, Section.OCCUPATIONS, message)
    _note_education(found, notes)
    return tuple(occupation for _, occupation in found)


def _columns(cells: list[str]) -> list[_Column]:
    """The columns that a row of headings names; none where it is another row."""
    columns = [_column(cell) for cell in cells]
    jobs = sorted({c.year for c in columns if c.field == "jobs"})
    fields = dict(zip(jobs, _JOBS, strict=False))
    columns = [
        _Column(fields.get(c.year), c.heading, c.year) if c.field == "jobs" else c
        for c in columns
    ]
    return columns if sum(c.field is not None for c in columns) >= _FEWEST_KNOWN else []


def _column(heading: str) -> _Column:
    for field, pattern in _COLUMNS.items():
        if match := re.fullmatch(pattern, normal(heading)):
            return _Column(field, heading, match.groupdict().get("year", ""))
    return _Column(None, heading)


def _note_columns(row: Row, columns: list[_Column], notes: Notes) -> None:
    here = Section.OCCUPATIONS
    for column in columns:
        if column.field is None:
            message = f"the column {column.heading or 'without a heading'} is not read"
            notes.say("SRC322", row, here, message)
        elif column.year and not column.field.endswith(column.year):
            message = f"the column {column.heading} is held as {column.field}"
            notes.say("SRC323", row, here, message)
    for field in _FIELDS:
        if all(column.field != field for column in columns):
            notes.say("SRC322", row, here, f"the table has no column for {field}")


def _occupation(row: Row, columns: list[_Column], notes: Notes) -> MarketOccupation:
    cells, title = list(row.cells), row.cells[0]
    while len(cells) > len(columns) and not cells[-1]:
        cells.pop()
    if len(cells) != len(columns):
        surplus = "; ".join(cells[len(columns) :])
        message = (
            f"{title} has {len(cells)} cells under {len(columns)} headings "
            "and is read from the left"
        )
        if surplus:
            message += f"; “{surplus}” is not read"
        notes.say("SRC324", row, title, message)
    values: dict[str, object] = {}
    for column, cell in zip(columns, cells, strict=False):
        if column.field is not None:
            values[column.field] = _value(row, column, cell, notes)
    place = notes.text.at(row.line)
    occupation = MarketOccupation.model_validate(
        {"title": "", **values, "source": place}
    )
    for message in _contradictions(occupation, cells, columns):
        notes.say("SRC327", row, title, message)
    return occupation


def _value(row: Row, column: _Column, cell: str, notes: Notes) -> str | float | None:
    title, heading = row.cells[0] or "an occupation", column.heading
    if not cell:
        message = f"{title}: {heading} is empty"
        notes.say("SRC325", row, title, message)
    if column.field in _WORDS:
        return cell
    pattern, kind = _FORMS.get(column.field or "", _WHOLE_NUMBER)
    match = re.fullmatch(pattern, cell)
    if cell and not match:
        message = f"{title}: {heading} “{cell}” cannot be read as {kind}"
        notes.say("SRC326", row, title, message)
    if not match:
        return None
    figure = match[1].replace(",", "").replace("\u2212", "-").replace("\u2013", "-")
    return int(figure) if kind == _WHOLE_NUMBER[1] else float(figure)


def _contradictions(
    occupation: MarketOccupation, cells: list[str], columns: list[_Column]
) -> Iterator[str]:
    printed = dict(zip((c.field for c in columns), cells, strict=False))
    now, then = occupation.jobs_2024, occupation.jobs_2029
    if now and then is not None and occupation.change is not None:
        change = (then - now) / now * 100
        decimals = len(printed["change"].strip(" %").partition(".")[2])
        if abs(change - occupation.change) > 0.5 * 10**-decimals + 1e-9:
            yield (
                f"{occupation.title}: the printed change is {printed['change']}, "
                f"but the jobs {now:,} and {then:,} differ by {change:.1f}%"
            )
    low, middle = occupation.pay_p10_usd_per_hour, occupation.pay_median_usd_per_hour
    if low is not None and middle is not None and low > middle:
        yield (
            f"{occupation.title}: the 10th percentile of pay, {low:.2f} dollars, "
            f"is over the median, {middle:.2f}"
        )


def _note_education(found: list[tuple[Row, MarketOccupation]], notes: Notes) -> None:
    """Note the same words set in another way than in an earlier row."""
    seen: dict[str, str] = {}
    for row, occupation in found:
        words = occupation.entry_education.replace("\u2019", "'")
        before = seen.setdefault(normal(words).replace(" ", ""), words)
        if before != words:
            message = (
                f"{occupation.title}: “{words}” stands where others have “{before}”"
            )
            notes.say("SRC329", row, occupation.title, message)
