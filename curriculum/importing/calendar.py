"""A calendar in which the sessions fall on the dates that the source gives."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import groupby

from curriculum.bank_holidays import bank_holidays
from curriculum.days import LONGEST_YEARS
from curriculum.importing.dates import Years, when
from curriculum.importing.drafts import DayOff, SessionDraft, TermDraft
from curriculum.importing.given_hours import HOURS, more_weeks
from curriculum.importing.headings import known, words_of
from curriculum.importing.reading import Reading
from curriculum.model import Calendar, Closure, DeliverySlot, SourceRef, Term, Weekday
from curriculum.plurals import many

DIVISION = "GB-ENG"
_MOST_SLOT_HOURS = 24
_DAY_HOURS = 6.0
"""A taught day at most, where the source gives hours of whole modules only."""
_AUGUST = 8
_SPARE_WEEKS = 12
"""Room for holidays where the source gives no dates."""
_LONGEST_OFF_DAYS = 120
_NO_SESSION = "No session in the imported source"
Slot = tuple[time | None, float]


@dataclass(frozen=True, slots=True)
class Closed:
    """Days without teaching, and why."""

    title: str
    starts: date
    ends: date
    kind: str


@dataclass(slots=True)
class Plan:
    """What calendar.toml says."""

    starts: date
    ends: date
    bank_holidays: str = DIVISION
    slots: dict[int, list[Slot]] = field(default_factory=dict)
    """For each day of the week, the times and hours of teaching."""
    closed: list[Closed] = field(default_factory=list)
    terms: list[TermDraft] = field(default_factory=list)

    def in_term(self, day: date) -> bool:
        """Whether a day lies in a term, where there are any."""
        return not self.terms or any(
            t.starts and t.ends and t.starts <= day <= t.ends for t in self.terms
        )

    def as_read(self, at: SourceRef) -> Calendar:
        """The calendar that calendar.toml will be read as."""
        return Calendar(
            starts=self.starts,
            ends=self.ends,
            bank_holidays=self.bank_holidays,
            terms=tuple(
                Term(title=t.title, starts=t.starts, ends=t.ends, source=at)
                for t in self.terms
                if t.starts and t.ends
            ),
            closures=tuple(
                Closure(title=c.title, starts=c.starts, ends=c.ends, source=at)
                for c in self.closed
            ),
            delivery=tuple(
                DeliverySlot(
                    day=list(Weekday)[number], starts=begins, hours=hours, source=at
                )
                for number, slots in self.slots.items()
                for begins, hours in slots
            ),
            source=at,
        )


def plan(
    reading: Reading,
    sessions: list[SessionDraft],
    first: date,
    *,
    shortest: bool = False,
) -> Plan:
    """The calendar of sessions in their order; ``first`` where no date is known.

    ``shortest``: longer sessions go on in the next slot, rather than fill a longer one.
    """
    dated = [s for s in sessions if s.starts]
    if dated:
        made = _of_dates(reading, dated, shortest=shortest)
    else:
        made = _of_weeks(reading, sessions, first)
    undated = len(sessions) - len(dated)
    if made.terms:
        made.ends = max(made.ends, *(t.ends for t in made.terms if t.ends))
    if dated and undated:
        per_week = sum(map(len, made.slots.values())) or 1
        made.ends += timedelta(weeks=undated // per_week + _SPARE_WEEKS)
        said = many(undated, "session")
        message = f"{said} without a date; they are taught in order with the others"
        reading.notes.found("IMP106", "dates", message, _first_undated(sessions))
    _stated_end(reading, made)
    _make_room(made, sum(s.hours or HOURS for s in sessions))
    return made


def _make_room(made: Plan, hours: float) -> None:
    """Let the calendar go on until every session has a place."""
    years = range(made.starts.year, made.ends.year + LONGEST_YEARS)
    division = made.bank_holidays
    public = (bank_holidays(division, years) or {}) if division else {}
    offered, day = 0.0, made.starts
    last_term = max((t.ends for t in made.terms if t.ends), default=date.max)
    last = made.starts + timedelta(days=365 * (LONGEST_YEARS - 1))
    while day <= made.ends or (offered < hours and day < last):
        closed = day in public or any(c.starts <= day <= c.ends for c in made.closed)
        taught = made.in_term(day) or day > last_term
        if taught and not closed and day.weekday() in made.slots:
            offered += sum(slot[1] for slot in made.slots[day.weekday()])
        made.ends = max(made.ends, day)
        day += timedelta(days=1)


def _first_undated(sessions: list[SessionDraft]) -> str:
    return next(s.place for s in sessions if s.starts is None)


def _of_dates(reading: Reading, dated: list[SessionDraft], *, shortest: bool) -> Plan:
    by_day: defaultdict[date, list[SessionDraft]] = defaultdict(list)
    used: set[date] = set()
    for session in dated:
        day = session.starts or date.min
        by_day[day].append(session)
        last = min(_last_day(session), day + timedelta(days=_LONGEST_OFF_DAYS))
        used |= {day + timedelta(days=n) for n in range((last - day).days + 1)}
    last = max(map(_last_day, dated))
    made = Plan(min(by_day), max(*by_day, last))
    made.slots = _pattern(by_day, shortest=shortest)
    used |= set(_gone_on(by_day, made))
    made.terms = _terms(reading, dated)
    if all(s.when.monday or not s.week_known for s in dated):
        message = (
            "the source gives weeks and no days; sessions are written on the first "
            "day of their week"
        )
        reading.notes.found("IMP111", "delivery", message, dated[0].place)
    public = bank_holidays(DIVISION, range(made.starts.year, made.ends.year + 1)) or {}
    taught = sorted(set(by_day) & set(public))
    if taught:
        made.bank_holidays = ""
        message = (
            f"the source has sessions on bank holidays ({taught[0]}); the calendar "
            "is written without them"
        )
        reading.notes.found(
            "IMP111", "bank_holidays", message, by_day[taught[0]][0].place
        )
        public = {}
    made.closed = _closures(reading, made, used, public)
    return made


def _last_day(session: SessionDraft) -> date:
    """The last day of a row, by its dates or by how many weeks it covers."""
    day = session.starts or date.min
    return session.until or day + timedelta(weeks=more_weeks(session.when))


def _weekly(session: SessionDraft) -> float:
    """The hours that a row takes of each of its weeks."""
    return (session.hours or HOURS) / (1 + more_weeks(session.when))


def _gone_on(by_day: Mapping[date, list[SessionDraft]], made: Plan) -> Iterator[date]:
    """Days on which sessions go on that are longer than the slots of their day."""
    offered = {
        day: sum(hours for _, hours in slots) for day, slots in made.slots.items()
    }
    left = 0.0
    for step in range((made.ends - made.starts).days + 1):
        day = made.starts + timedelta(days=step)
        held = by_day.get(day)
        if held:
            left = sum(s.hours or HOURS for s in held)
        elif left > 0 and day.weekday() in offered:
            yield day
        left -= offered.get(day.weekday(), 0) if left > 0 else 0


def _pattern(
    by_day: Mapping[date, list[SessionDraft]], *, shortest: bool
) -> dict[int, list[Slot]]:
    """For each weekday, the slots that most of its days have, or the shortest."""
    seen: defaultdict[int, Counter[tuple[Slot, ...]]] = defaultdict(Counter)
    for day, sessions in by_day.items():
        slots = tuple((s.at, min(_weekly(s), _MOST_SLOT_HOURS)) for s in sessions)
        seen[day.weekday()][slots] += 1
    if shortest:
        return {n: list(min(seen[n], key=_total)) for n in sorted(seen)}
    return {n: list(seen[n].most_common(1)[0][0]) for n in sorted(seen)}


def _total(slots: Iterable[Slot]) -> float:
    return sum(hours for _, hours in slots)


def _closures(
    reading: Reading, made: Plan, used: set[date], public: Mapping[date, str]
) -> list[Closed]:
    """Days off that the source names, and taught weekdays on which it has nothing."""
    last = max((t.ends for t in made.terms if t.ends), default=made.ends)
    offs = [o for o in reading.days_off if o.starts and not _clash(o, used)]
    found = [
        _closed(o.title, o.starts, o.until or o.starts)
        for o in offs
        if o.starts and o.starts <= last and (o.until or o.starts) >= made.starts
        if not all(public.get(d) for d in _each_day(o.starts, o.until))
    ]
    gaps: list[list[date]] = []
    gone_on = False
    for step in range((made.ends - made.starts).days + 1):
        day = made.starts + timedelta(days=step)
        if day.weekday() not in made.slots:
            continue
        free = day not in used and day not in public and made.in_term(day)
        if free and not any(c.starts <= day <= c.ends for c in found):
            if gone_on:
                gaps[-1].append(day)
            else:
                gaps.append([day])
            gone_on = True
        elif day in used:
            gone_on = False
    if gaps:
        told = ", ".join(str(gap[0]) for gap in gaps[:6])
        more = f" and {len(gaps) - 6} more" if len(gaps) > 6 else ""  # noqa: PLR2004
        message = (
            f"the source has no session on {many(sum(map(len, gaps)), 'day')} of its "
            f"weekly pattern (from {told}{more}); closures stand for them"
        )
        reading.notes.found("IMP111", "closures", message)
    return sorted(
        [*found, *(Closed(_NO_SESSION, g[0], g[-1], "closure") for g in gaps)],
        key=lambda c: (c.starts, c.ends),
    )


def _each_day(first: date, last: date | None) -> Iterator[date]:
    last = min(last or first, first + timedelta(days=_LONGEST_OFF_DAYS))
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _terms(reading: Reading, dated: list[SessionDraft]) -> list[TermDraft]:
    """The terms that the source gives, unless it teaches outside them."""
    terms = reading.terms
    for session in dated if terms else ():
        day = session.starts or date.min
        if not any(t.starts and t.ends and t.starts <= day <= t.ends for t in terms):
            message = (
                f"a session on {day} lies outside the terms that the source gives; the "
                "calendar is written without terms"
            )
            reading.notes.found("IMP113", "terms", message, session.place)
            return []
    return terms


def _clash(off: DayOff, used: set[date]) -> bool:
    if off.starts is None:
        return True
    return any(day in used for day in _each_day(off.starts, off.until))


def _closed(title: str, starts: date, ends: date) -> Closed:
    plain = " ".join(words_of(title))
    staff = any(
        " ".join(words_of(p)) in plain for p in known()["rows"]["staff_development"]
    )
    kind = "staff development" if staff else "holiday"
    return Closed(title, starts, max(starts, ends), kind)


def _of_weeks(reading: Reading, sessions: list[SessionDraft], first: date) -> Plan:
    """Sessions without dates: so many a week as the source numbers them."""
    weeks = {s.when.week for s in sessions if s.when.week}
    # Numbers begin anew in every term, so that what counts is what stands together.
    runs = Counter(
        len(list(held)) for week, held in groupby(s.when.week for s in sessions) if week
    )
    per_week = runs.most_common(1)[0][0] if runs else 1
    hours = Counter(map(_weekly, sessions))
    usual = min(hours.most_common(1)[0][0], _DAY_HOURS) if hours else HOURS
    total = sum(s.hours or HOURS for s in sessions)
    needed = int(total / (usual * per_week)) + 1
    last = max(needed, 0, *weeks) if weeks else needed
    starts, place = _stated(reading, "starts")
    terms = reading.terms
    if not starts and terms:
        starts, place = terms[0].starts, terms[0].place
        per_week = max(per_week, -(-len(sessions) // sum(map(_weeks_in, terms))))
    begins = starts or first
    made = Plan(begins, begins + timedelta(weeks=last + _SPARE_WEEKS))
    made.terms = terms
    made.slots = {begins.weekday(): [(None, usual)] * min(per_week, 8)}
    said = "as the document says" if starts else "which is assumed"
    message = (
        f"the sessions have no dates; the calendar begins on {begins}, {said}, with "
        f"{per_week} of {usual:g} hours every {list(Weekday)[begins.weekday()].value}"
    )
    reading.notes.found("IMP106", "calendar", message, place)
    return made


def _weeks_in(term: TermDraft) -> int:
    days = (term.ends - term.starts).days if term.ends and term.starts else 0
    return days // 7 + 1


def _stated(reading: Reading, name: str) -> tuple[date | None, str]:
    """A day that the document states for the whole programme, and where."""
    for fact, last in ((name, False), ("dates", name == "ends")):
        text, place = reading.facts.get(fact, ("", ""))
        said = when(text)
        day = said.last if last else said.first
        if day and day.year:
            return Years(day.year - (day.month < _AUGUST)).resolve(day)[0], place
    return None, ""


def _stated_end(reading: Reading, made: Plan) -> None:
    ends, _ = _stated(reading, "ends")
    if ends and ends > made.ends:
        made.ends = ends
