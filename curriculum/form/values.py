"""What a cell shows of a value, and what a cell says: each back from the other.

Nothing is guessed: what Excel made of something else, or what can be read in two
ways that differ, is told instead of taken.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from curriculum.form.fields import Field, Sort
from curriculum.form.records import Value, canonical
from curriculum.model import Depth
from curriculum.office.workbook import Cell
from curriculum.writers._sheets import fitting

Spell = Callable[[str], str]
"""A code as the programme spells it: k7 is K7."""

_NO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_QUOTES = "'\"\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2032\u2033`"
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_BULLET = re.compile("[•·▪◦‣●○\u2013]\\s+")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(am|pm)?")
_NAMED_DATES = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y-%m-%d", "%Y/%m/%d")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_ORDINAL = re.compile(r"(\d)(st|nd|rd|th)\b", re.IGNORECASE)
_YEARS = range(1990, 2101)
_HALF_DAY = 12
_TICKS = frozenset(
    {"x", "✓", "✔", "☑", "●", "•", "■", "1", "yes", "y", "true", "√", "✗"}
)
_YES = _TICKS - {"✗"}
_NO = frozenset({"no", "n", "false", "0"})
_DEPTHS = {d.letter.casefold(): d.value for d in Depth} | {
    d.value: d.value for d in Depth
}
_MADE_BY_EXCEL = (
    "which Excel makes of what looks like a date or a number, such as 1/2, 03-04 or "
    "1E5; type it again with an apostrophe in front"
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a cell says, or why it cannot be taken; ``remark`` how it was read."""

    value: Value = None
    problem: str = ""
    remark: str = ""


def shown(held: Field, value: Value) -> str | int | float | date | time | None:
    """What a cell shows of a value."""
    if value is None:
        value = held.default  # type: ignore[assignment]
    match value:
        case None:
            return None
        case bool():
            return _shown_yes(held, value)
        case tuple():
            return fitting((", " if held.sort is Sort.CODES else "\n").join(value))
        case str() if held.sort is Sort.MARK and value in _DEPTHS.values():
            return value[0].upper()
        case str():
            return fitting(str(value))
    return value


def said(held: Field, value: Value) -> str:
    """A value in words, for a message."""
    if value is None:
        value = held.default  # type: ignore[assignment]
    marks = held.sort in (Sort.MARK, Sort.TICK)
    match value:
        case None:
            return "not marked" if marks else "nothing"
        case bool():
            return "marked" if marks else ("yes" if value else "no")
        case tuple():
            return "; ".join(value)
        case date():
            return f"{value.day} {value:%b %Y}"
        case time():
            return f"{value:%H:%M}"
    return str(value)


def normal(held: Field, value: Value) -> Value:
    """A value as it looks once it has been through a form."""
    if isinstance(value, tuple) and held.sort is Sort.LINES:
        return _lines(held, fitting("\n".join(value)))
    if isinstance(value, str) and held.sort is not Sort.MARK:
        return canonical(held, cleaned(fitting(value)))
    return value


def cleaned(text: str) -> str:
    """Text without the odd spaces, line ends and invisible signs of pasting."""
    text = _NO_WIDTH.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    lines = (line.rstrip() for line in _SPACES.sub(" ", text).split("\n"))
    return "\n".join(lines).strip()


def plain_code(text: str) -> str:
    """A code without the spaces and quotes that pasting brings along."""
    return " ".join(cleaned(text).translate(_HYPHENS).split()).strip(_QUOTES).strip()


def taken(held: Field, cell: Cell, spell: Spell, *, from_1904: bool = False) -> Taken:
    """What a cell says."""
    if cell.error:
        return Taken(problem=f"holds the error {cell.value}")
    if cell.value is None:
        return Taken(
            problem="holds a formula without a stored value; open the workbook in "
            "Excel or LibreOffice, let it calculate, and save it"
        )
    if isinstance(cell.value, str) and not cleaned(cell.value):
        return Taken()
    got = _READ[held.sort](held, cell, spell, from_1904)
    if cell.formula and not got.problem:
        return Taken(got.value, remark="holds a formula; its value was read")
    return got


def _shown_yes(held: Field, value: bool) -> str:  # noqa: FBT001 (the value shown)
    if held.sort is Sort.TICK:
        return held.letter if value else ""
    return "yes" if value else "no"


def _text(held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    if not isinstance(cell.value, str):
        return Taken(problem=_not_text(cell))
    if held.sort is Sort.LINES:
        return Taken(_lines(held, cell.value))
    return Taken(canonical(held, cleaned(cell.value)))


def _not_text(cell: Cell) -> str:
    """What a number or a date in a column of text is."""
    if isinstance(cell.value, bool):
        return f"holds {str(cell.value).upper()}, not text"
    number = float(cell.value or 0)
    if cell.dated:
        day = _day(number, from_1904=False)
        return f"holds the date {said(_ANY, day) if day else number}, {_MADE_BY_EXCEL}"
    return f"holds the number {number:g}, {_MADE_BY_EXCEL}"


def _lines(held: Field, text: str) -> Value:
    lines = (_BULLET.sub("", line.strip()) for line in cleaned(text).split("\n"))
    return canonical(held, tuple(line for line in lines if line))


def _code(held: Field, cell: Cell, spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    text = code_text(cell, spell)
    if text is None:
        return Taken(problem=_not_text(cell))
    return Taken(canonical(held, spell(text)))


def code_text(cell: Cell, spell: Spell) -> str | None:
    """A code; a number only if the programme has a code of just those digits."""
    if isinstance(cell.value, str):
        return plain_code(cell.value)
    if isinstance(cell.value, float) and not cell.dated:
        text = f"{cell.value:g}"
        if spell(f"\0{text}") != f"\0{text}":
            return text
    return None


def _codes(held: Field, cell: Cell, spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    if not isinstance(cell.value, str):
        return _code(held, cell, spell, _old)
    parts = re.split(r"[,;\n]", cleaned(cell.value))
    codes = [spell(plain_code(part)) for part in parts if plain_code(part)]
    if held.words:
        return _words(held, codes)
    return Taken(canonical(held, tuple(codes)))


def _words(held: Field, said_: list[str]) -> Taken:
    """Several of the words of a list."""
    known = {str(word).casefold(): str(word) for word in held.words}
    for word in said_:
        if word.casefold() not in known:
            return Taken(
                problem=f"holds {word}, which is none of {', '.join(held.words)}"
            )
    return Taken(canonical(held, tuple(known[word.casefold()] for word in said_)))


def _word(held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    said_ = plain_code(str(cell.value)).casefold().replace("_", " ")
    for word in held.words:
        if said_.replace("-", " ") == word.casefold().replace("-", " "):
            return Taken(canonical(held, str(word)))
    return Taken(
        problem=f"holds {cell.value}, which is none of {', '.join(held.words)}"
    )


def _number(held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    value = cell.value
    if isinstance(value, str):
        text = plain_code(value).removesuffix("%").strip()
        if not _NUMBER.fullmatch(text):
            return Taken(problem=f"holds {value}, which is not a number such as 2.5")
        value = float(text)
    if isinstance(value, bool) or value is None or cell.dated:
        return Taken(problem=f"holds {_shown_number(cell)}, which is not a number")
    number = round(value * 100 if cell.percent else value, 9)
    if held.sort is Sort.WHOLE and number % 1:
        return Taken(problem=f"holds {number:g}, which is not a whole number")
    return Taken(canonical(held, number))


def _shown_number(cell: Cell) -> str:
    if cell.dated and isinstance(cell.value, float):
        day = _day(cell.value, from_1904=False)
        return f"the date {said(_ANY, day)}" if day else f"{cell.value:g}"
    if isinstance(cell.value, float):
        return f"{cell.value:g}"
    return str(cell.value).upper()


def _yes(held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    said_ = _as_word(cell)
    if said_ in _YES | _NO:
        return Taken(canonical(held, said_ in _YES))
    return Taken(problem=f"holds {cell.value}, which is neither yes nor no")


def _mark(_held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    said_ = _as_word(cell)
    if said_ in _DEPTHS:
        return Taken(_DEPTHS[said_])
    if said_ in _TICKS:
        return Taken(
            "taught", remark=f"holds {_mark_text(cell)}; it was read as taught"
        )
    return Taken(problem=f"holds {_mark_text(cell)}, which is no mark: I, D, M or T")


def _tick(held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    said_ = _as_word(cell)
    if said_ == held.letter.casefold() or said_ in _TICKS:
        return Taken(value=True)
    return Taken(problem=f"holds {_mark_text(cell)}, which is no mark: {held.letter}")


def _mark_text(cell: Cell) -> str:
    if isinstance(cell.value, str):
        return cleaned(cell.value)
    return _shown_number(cell)


def _as_word(cell: Cell) -> str:
    """What a cell says in one small word; TRUE and 1 count as words, dates do not."""
    value = cell.value
    if isinstance(value, float):
        return "" if cell.dated else f"{value:g}"
    return plain_code(str(value)).casefold()


def _date(_held: Field, cell: Cell, _spell: Spell, old: bool) -> Taken:  # noqa: FBT001
    if isinstance(cell.value, str):
        return _date_in_words(cleaned(cell.value))
    serial = 0.0 if isinstance(cell.value, bool) else float(cell.value or 0)
    day = _day(float(int(serial)), old)
    if day is None or day.year not in _YEARS:
        return Taken(problem=f"holds {_mark_text(cell)}, which is no date of our time")
    if serial % 1:
        return Taken(problem=f"holds {said(_ANY, day)} with a time of day")
    return Taken(day)


def _day(serial: float, from_1904: bool) -> date | None:  # noqa: FBT001
    """The day of a serial number; None for one with a time of day, or out of reach."""
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    try:
        return first + timedelta(days=int(serial)) if serial % 1 == 0 else None
    except OverflowError:
        return None


def _date_in_words(text: str) -> Taken:
    plain = " ".join(
        _ORDINAL.sub(r"\1", _WEEKDAY.sub("", text)).replace(",", " ").split()
    )
    plain = plain.translate(_HYPHENS).removesuffix(" 00:00:00")
    for form in _NAMED_DATES:
        try:
            day = datetime.strptime(plain, form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
        return Taken(day)
    found = _DAY_FIRST.fullmatch(plain)
    if not found:
        return Taken(problem=f"holds {text}, which is not a date such as 8 Sep 2026")
    first, second, year = (int(part) for part in found.groups())
    year += 2000 if year < 100 else 0  # noqa: PLR2004 (years of two digits)
    try:
        day = date(year, second, first)
    except ValueError:
        return Taken(
            problem=f"holds {text}, which is no date with the day first; "
            "write the month in letters, such as 8 Sep 2026"
        )
    remark = f"holds the text {text}; it was read with the day first"
    return Taken(day, remark=f"{remark}, as {said(_ANY, day)}")


def _time(_held: Field, cell: Cell, _spell: Spell, _old: bool) -> Taken:  # noqa: FBT001
    if isinstance(cell.value, str):
        found = _TIME.fullmatch(cleaned(cell.value).casefold())
        if found:
            hour = int(found[1]) % _HALF_DAY if found[4] else int(found[1])
            hour += _HALF_DAY if found[4] == "pm" else 0
            try:
                return Taken(time(hour, int(found[2]), int(found[3] or 0)))
            except ValueError:
                pass
    elif not isinstance(cell.value, bool) and 0 <= float(cell.value or 0) < 1:
        seconds = round(float(cell.value or 0) * 86_400)
        return Taken((datetime(2000, 1, 1) + timedelta(seconds=seconds)).time())  # noqa: DTZ001
    return Taken(problem=f"holds {_mark_text(cell)}, which is not a time such as 09:30")


_ANY = Field((), "")
_READ: dict[Sort, Callable[[Field, Cell, Spell, bool], Taken]] = {
    Sort.CODE: _code,
    Sort.CODES: _codes,
    Sort.WORD: _word,
    Sort.TEXT: _text,
    Sort.LINES: _text,
    Sort.NUMBER: _number,
    Sort.WHOLE: _number,
    Sort.DATE: _date,
    Sort.TIME: _time,
    Sort.YES: _yes,
    Sort.MARK: _mark,
    Sort.TICK: _tick,
}
