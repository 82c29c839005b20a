"""The terms that a document names, and the weeks of theirs that rows stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from curriculum.importing.dates import Day, Years, before_days, monday_of, when
from curriculum.importing.drafts import DayOff, SessionDraft, TermDraft
from curriculum.importing.headings import known, words_of
from curriculum.importing.reading import Reading
from curriculum.plurals import many

_HALF_TERM = re.compile(
    r"\bhalf[ -]?terms?\b(?:\s+(?:holidays?|break|week))?"
    r"(?!\s*(?:\d\b(?!\d|\s*[-–/.])|one\b|two\b))",
    re.IGNORECASE,
)
_HOLIDAY = re.compile(
    r"\b(?:holidays?|break|vacation|closed|gwyliau|ferie)\b", re.IGNORECASE
)
_SEASONS = frozenset(
    {"autumn", "spring", "summer", "block", "hydref", "gwanwyn", "haf"}
)
_LONGEST_BREAK_DAYS = 16
"""A stretch that is called half term and is longer is half of a term."""
_LONGEST_TERM_DAYS = 240
_FRIDAY = 4


def terms_in(text: str, place: str, *, named: bool = False) -> Iterator[TermDraft]:
    """The terms of a text, a line each; ``named``: its label says that it has some."""
    for line in re.split(r"[\n;]+", text):
        term = _term(line, place, named=named)
        if term:
            yield term


def _term(line: str, place: str, *, named: bool) -> TermDraft | None:
    half = _HALF_TERM.search(line)
    own = line[: half.start()] if half and when(line[: half.start()]).last else line
    said = when(own)
    if said.first is None or said.last is None or said.monday or said.week:
        return None
    days = _days_between(said.first, said.last)
    words = set(words_of(before_days(own)))
    calls = named or _calls(words)
    rest = bool(half and own is line and days <= _LONGEST_BREAK_DAYS)
    if not calls or rest or _HOLIDAY.search(before_days(own)):
        return None
    if not 0 < days <= _LONGEST_TERM_DAYS:
        return None
    return TermDraft(_title(before_days(own)), place, said.first, said.last)


def _calls(words: set[str]) -> bool:
    """Whether words name a term: "Autumn 1" does, "Summer project" does not."""
    terms = set(known()["rows"]["terms"])
    more = {w for w in words - terms if not w.isdecimal()}
    return bool(words & terms) and (bool(words & terms - _SEASONS) or not more)


def _title(text: str) -> str:
    """What the term is called: "Scheme of work – Term 1" ends in its name."""
    pieces = [" ".join(p.split()) for p in re.split(r"\s[–—|-]\s|[:,]", text)]
    terms = set(known()["rows"]["terms"])
    named = [p for p in pieces if set(words_of(p)) & terms]
    return named[-1] if named else pieces[0]


def half_terms_in(text: str, place: str) -> Iterator[DayOff]:
    """The breaks of lines such as "7 Sept to 18 Dec (half term 26-30 Oct)"."""
    for line in re.split(r"[\n;]+", text):
        half = _HALF_TERM.search(line)
        said = when(line[half.start() :]) if half else None
        if half and said and said.first and when(line[: half.start()]).last:
            yield DayOff(place, line[half.start() :].strip(" ()."), said)


def _days_between(first: Day, last: Day) -> int:
    year = first.year or last.year or 2025
    begins, ends = first.in_year(year), last.in_year(last.year or year)
    if begins and ends and ends < begins and last.year is None:
        ends = last.in_year(year + 1)
    return (ends - begins).days + 1 if begins and ends else 0


def add_terms(reading: Reading, text: str, place: str, *, named: bool = False) -> bool:
    """Take up the terms that a text names; whether it names any."""
    found = list(terms_in(text, place, named=named))
    for term in found:
        term.after = len(reading.sessions)
        term.title = term.title or f"Term {len(reading.terms) + 1}"
        held = {(t.first, t.last) for t in reading.terms}
        if (term.first, term.last) not in held:
            reading.terms.append(term)
    for off in half_terms_in(text, place) if found else ():
        off.after = len(reading.sessions)
        reading.days_off.append(off)
    return bool(found)


def settle_terms(reading: Reading, begins: int) -> None:
    """Give terms their dates, and rows that name a week of a term that week."""
    years = Years(begins)
    for term in reading.terms:
        term.starts, term.ends = (years.resolve(d)[0] for d in (term.first, term.last))
    whole = [t for t in reading.terms if t.starts and t.ends and t.starts < t.ends]
    for term in [t for t in reading.terms if t not in whole]:
        message = f"the dates of {term.title} are not understood; it is left out"
        reading.notes.found("IMP107", term.title, message, term.place)
    reading.terms = whole
    for term in whole:
        message = f"{term.title} is read as the term from {term.starts} to {term.ends}"
        reading.notes.found("IMP106", term.title, message, term.place)
    _Weeks(reading).place()


@dataclass(frozen=True, slots=True)
class _Weeks:
    """Counts the weeks of terms for the sessions that have no date."""

    reading: Reading

    def place(self) -> None:
        """Place what stands under each heading of a term, or under all of them."""
        terms = self.reading.terms
        if not terms:
            return
        ends = [*(t.after for t in terms[1:]), len(self.reading.sessions)]
        headed = [
            (t, list(range(t.after, end))) for t, end in zip(terms, ends, strict=True)
        ]
        if len(terms) > 1 and not any(held for _, held in headed[:-1]):
            self._count(list(range(terms[-1].after, ends[-1])), terms)
            return
        for term, held in headed:
            self._count(held, [term])

    def _count(self, at: Sequence[int], terms: Sequence[TermDraft]) -> None:
        sessions = [self.reading.sessions[n] for n in at]
        if not sessions or any(s.when.first for s in sessions):
            return
        weeks = [week for term in terms for week in _mondays(term)]
        numbers = [s.when.week for s in sessions]
        # Weeks without teaching that have no number are counted too, in one term.
        skips = [self._skipped(at[0], n) if len(terms) == 1 else 0 for n in at]
        if all(numbers):
            offs = [o.when.week for o in self._offs(at[0], at[-1]) if o.when.week]
            base = min(*[n for n in numbers if n], *offs, numbers[0] or 1)
            steps = [
                (n or 0) - base + skip for n, skip in zip(numbers, skips, strict=True)
            ]
        elif not any(numbers) and len(sessions) + max(skips) <= len(weeks):
            steps = [n + skip for n, skip in enumerate(skips)]
        else:
            return
        self._give(sessions, steps, weeks, terms[0])

    def _give(
        self, sessions: list[SessionDraft], steps: list[int],
        weeks: list[date], term: TermDraft,
    ) -> None:  # fmt: skip
        placed = 0
        for session, step in zip(sessions, steps, strict=True):
            if step < len(weeks):
                session.starts, session.week_known = weeks[step], False
                placed += 1
            else:
                message = "its week lies beyond the terms that the document gives"
                self.reading.notes.found(
                    "IMP107", session.place, message, session.place
                )
        if placed:
            message = (
                f"{many(placed, 'session')} without a date; weeks are counted from "
                f"{weeks[0]}, the first of {term.title}"
            )
            self.reading.notes.found("IMP106", term.title, message, term.place)

    def _offs(self, first: int, last: int) -> list[DayOff]:
        return [o for o in self.reading.days_off if first <= o.after <= last]

    def _skipped(self, first: int, at: int) -> int:
        """How many weeks off stand above a session, and have no number of their own."""
        return sum(
            o.when.week is None and o.after > first and _is_week_off(o)
            for o in self._offs(first, at)
        )


def _is_week_off(off: DayOff) -> bool:
    said = off.when
    if said.first is None or said.monday:
        return True
    return said.last is not None and _days_between(said.first, said.last) >= _FRIDAY


def _mondays(term: TermDraft) -> Iterator[date]:
    """The first day of each of its weeks that lies in it."""
    if term.starts is None or term.ends is None:
        return
    monday = monday_of(term.starts)
    while monday <= term.ends:
        yield max(monday, term.starts)
        monday += timedelta(days=7)
