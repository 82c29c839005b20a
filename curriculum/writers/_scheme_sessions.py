"""The teaching tables of the scheme of work, as plain rows."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from curriculum.days import DayOffKind
from curriculum.model import (
    Assessment,
    Depth,
    Link,
    Module,
    Programme,
    Session,
    SessionKind,
    TableBy,
    Theme,
)
from curriculum.reviewed import Review
from curriculum.timetable import Placement, Timetable, Week
from curriculum.writers._scheme_fields import BlockFields, SessionFields
from curriculum.writers._words import (
    NONE,
    NONE_PLANNED,
    all_or_none,
    count,
    days,
    number,
    or_none,
    paragraphs,
    sentence_case,
    short_day,
    weeks,
)

_WEEKDAYS = 5


@dataclass(frozen=True, slots=True)
class _Event:
    """Something of an assessment that happens on a day."""

    day: date
    text: str


def blocks(review: Review) -> list[BlockFields]:
    """A table for each module, or for each term."""
    programme, timetable = review.programme, review.timetable
    by_term = programme.documents.tables is TableBy.TERM
    events = list(_events(programme))
    beside, alone = _beside_sessions(events, timetable)
    rows = [*_rows_without_session(timetable, alone, by_term=by_term)]
    placed = _Rows(programme, beside)
    made = [
        _block(programme, placed, held, _before(rows, held, last=last))
        for held, last in _runs(timetable.placements, by_term=by_term)
    ]
    return [*made, *_without_date(placed, timetable)]


def sessions_of(review: Review) -> dict[str, list[SessionFields]]:
    """The rows of each module's sessions, without days on which nothing is taught."""
    beside, _ = _beside_sessions(list(_events(review.programme)), review.timetable)
    placed, at = _Rows(review.programme, beside), review.timetable.by_session
    return {
        module.key: [placed.row(s, at.get(s.key)) for s in module.sessions]
        for module in review.programme.modules
    }


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the row of a session."""

    programme: Programme
    events: dict[str, list[str]]

    def row(self, session: Session, at: Placement | None) -> SessionFields:
        """A session as a row; without a date where it has none."""
        plain = session.kind is SessionKind.TEACHING
        kind = sentence_case(session.kind.value)
        return SessionFields(
            key=session.key,
            kind=kind,
            label=session.key if plain else f"{session.key}: {kind.lower()}",
            taught=plain,
            marked=not plain,
            no_teaching=False,
            week=str(at.week) if at else NONE,
            date=_when(at),
            hours=_hours(session),
            topic=or_none(session.topic),
            outcomes=all_or_none(session.objectives),
            serves=_serves(session),
            teaching=_teaching(session),
            resources=all_or_none(session.resources),
            assessment=self._assessment(session),
            ksbs=self._marks(session, advisory=False),
            skills=self._marks(session, advisory=True),
            wider_skills=_wider(session),
            stretch_support=_stretch_support(session),
            workplace=or_none(session.workplace),
            homework=or_none(session.homework),
        )

    def _assessment(self, session: Session) -> list[str]:
        check = [session.check] if session.check.strip() else []
        return all_or_none([*check, *self.events.get(session.key, [])], NONE_PLANNED)

    def _marks(self, session: Session, *, advisory: bool) -> list[str]:
        """The items of each framework that a session teaches."""
        told: list[str] = []
        frameworks = [
            f for f in self.programme.frameworks if f.policy.advisory is advisory
        ]
        for framework in frameworks:
            links = [k for k in session.teaches if k.framework == framework.id]
            if advisory:
                items = [framework.item(k.item) for k in links]
                told += [item.wording for item in items if item]
            elif links:
                named = f"{framework.id}: " if len(frameworks) > 1 else ""
                told.append(named + ", ".join(map(_marked, links)))
        return all_or_none(told)


def _marked(link: Link) -> str:
    if link.depth is None or link.depth is Depth.TAUGHT:
        return link.item
    return f"{link.item}\N{NO-BREAK SPACE}{link.depth.letter}"


def _when(at: Placement | None) -> list[str]:
    if at is None:
        return ["No date in the calendar"]
    first = f"{at.starts:%a} {short_day(at.starts)}"
    if at.finishes != at.starts:
        first = f"{first} to {at.finishes:%a} {short_day(at.finishes)}"
    time = [f"{at.starts_at:%H:%M}"] if at.starts_at else []
    return [first, *time, f"w/c {short_day(at.monday)}"]


def _hours(session: Session) -> str:
    hours = number(session.hours)
    return hours if session.off_the_job else f"{hours} (not off-the-job)"


def _serves(session: Session) -> str:
    return f"Serves {', '.join(session.outcomes) or 'no stated outcome'}"


def _teaching(session: Session) -> list[str]:
    tutor = f"Lecturer: {session.tutor}" if session.tutor.strip() else ""
    learners = f"Learners: {session.learners}" if session.learners.strip() else ""
    return all_or_none([tutor, learners])


def _wider(session: Session) -> list[str]:
    order = list(Theme)
    carried = sorted(session.embedding, key=lambda e: order.index(e.theme))
    return all_or_none(f"{e.theme.heading}: {e.text}" for e in carried)


def _stretch_support(session: Session) -> list[str]:
    stretch = f"Stretch: {session.stretch}" if session.stretch.strip() else ""
    support = f"Support: {session.support}" if session.support.strip() else ""
    return all_or_none([stretch, support])


# Assessments beside the sessions of their day.


def _events(programme: Programme) -> Iterator[_Event]:
    for assessment in programme.assessments:
        named = f"{assessment.key} {assessment.title}"
        for when, text in (
            (assessment.hand_out, f"Hand out {named}{_due(assessment)}"),
            (assessment.hand_in, f"Hand in {named}"),
            (assessment.feedback, f"Return {named} with feedback"),
        ):
            if when:
                yield _Event(when, text)


def _due(assessment: Assessment) -> str:
    due = assessment.hand_in
    return f" (hand-in {short_day(due)})" if due else ""


def _beside_sessions(
    events: Sequence[_Event], timetable: Timetable
) -> tuple[dict[str, list[str]], list[_Event]]:
    """Events by session of their day or week, and those of weeks without one."""
    beside: dict[str, list[str]] = {}
    alone: list[_Event] = []
    for event in events:
        monday = event.day - timedelta(days=event.day.weekday())
        week = [p for p in timetable.placements if p.monday == monday]
        held = [p for p in week if p.starts <= event.day] or week
        if not held:
            alone.append(event)
            continue
        near = next((p for p in held if p.starts == event.day), held[-1])
        told = "" if near.starts == event.day else f" ({short_day(event.day)})"
        beside.setdefault(near.key, []).append(event.text + told)
    return beside, alone


# Rows that stand for no session.


def _rows_without_session(
    timetable: Timetable, events: Sequence[_Event], *, by_term: bool
) -> list[tuple[date, SessionFields]]:
    """Holidays, days off and lone events, in order of date."""
    rows = list(_days_off(timetable.weeks, between_terms=not by_term))
    for event in events:
        topic = "No session this week"
        rows.append((event.day, _row(topic, event.day, event.day, event.text)))
    rows += _free_weeks(timetable, {event.day for event in events})
    return sorted(rows, key=lambda row: row[0])


def _free_weeks(
    timetable: Timetable, told: Collection[date]
) -> Iterator[tuple[date, SessionFields]]:
    """A row for delivery weeks in a run that no session uses.

    A week that another row tells of needs none.
    """
    held = [(p.starts, p.finishes) for p in timetable.placements]

    def is_free(week: Week) -> bool:
        sunday = week.monday + timedelta(days=6)
        used = any(first <= sunday and last >= week.monday for first, last in held)
        tells = any(week.monday <= day <= sunday for day in told)
        return week.number is not None and not used and not tells

    for free, run in groupby(timetable.weeks, is_free):
        if free:
            weeks_free = list(run)
            first, last = weeks_free[0], weeks_free[-1]
            friday = last.monday + timedelta(days=_WEEKDAYS - 1)
            row = _row("No session planned: time in hand", first.monday, friday)
            numbers = dict.fromkeys((str(first.number), str(last.number)))
            yield first.monday, {**row, "week": " to ".join(numbers)}


def _row(topic: str, first: date, last: date, event: str = "") -> SessionFields:
    span = [f"{first:%a} {short_day(first)}"]
    if last != first:
        span.append(f"to {last:%a} {short_day(last)}")
    return SessionFields(
        key=NONE,
        kind="No teaching",
        label="No teaching",
        taught=False,
        marked=False,
        no_teaching=True,
        week=NONE,
        date=span,
        hours=NONE,
        topic=topic,
        outcomes=[NONE],
        serves=NONE,
        teaching=[NONE],
        resources=[NONE],
        assessment=[event or NONE],
        ksbs=[NONE],
        skills=[NONE],
        wider_skills=[NONE],
        stretch_support=[NONE],
        workplace=NONE,
        homework=NONE,
    )


def _days_off(
    weeks_: Sequence[Week], *, between_terms: bool
) -> Iterator[tuple[date, SessionFields]]:
    for holiday, held in groupby(weeks_, lambda week: week.term is None):
        run = list(held)
        if holiday and any(w.days_off for w in run):
            if between_terms:
                off = [d for w in run for d, _, _ in w.days_off]
                yield off[0], _row("Holiday between terms", off[0], off[-1])
        elif not holiday:
            yield from _single_days([d for w in run for d in w.days_off])


def _single_days(
    off: Sequence[tuple[date, DayOffKind, str]],
) -> Iterator[tuple[date, SessionFields]]:
    for (kind, title), held in groupby(off, lambda day: (day[1], day[2])):
        dates = [day for day, _, _ in held]
        if kind is DayOffKind.BETWEEN_TERMS:
            topic = "Holiday between terms"
        elif kind is DayOffKind.BANK_HOLIDAY:
            topic = f"Bank holiday: {title}"
        else:
            topic = title or sentence_case(kind.value)
        yield dates[0], _row(topic, dates[0], dates[-1])


# Blocks.


def _runs(
    placements: Sequence[Placement], *, by_term: bool
) -> list[tuple[list[Placement], bool]]:
    """Placements of one module, or term, and whether they are the last."""

    def key(at: Placement) -> str:
        if by_term:
            return at.term.title if at.term else "Outside the terms"
        return at.module.key

    runs = [list(held) for _, held in groupby(placements, key)]
    return [(held, held is runs[-1]) for held in runs]


def _before(
    rows: list[tuple[date, SessionFields]], held: Sequence[Placement], *, last: bool
) -> list[tuple[date, SessionFields]]:
    """Take the rows that belong before or among these placements.

    After the last of all, only work to hand in and free weeks are worth a row.
    """
    ends = held[-1].starts
    taken = [
        (day, row)
        for day, row in rows
        if day < ends or (last and (row["assessment"] != [NONE] or row["week"] != NONE))
    ]
    for row in taken:
        rows.remove(row)
    return taken


def _block(
    programme: Programme,
    placed: _Rows,
    held: Sequence[Placement],
    others: Sequence[tuple[date, SessionFields]],
) -> BlockFields:
    """A module's or a term's table."""
    rows = [(at.starts, placed.row(at.session, at)) for at in held]
    ordered = sorted([*others, *rows], key=lambda row: row[0])
    sessions = [row for _, row in ordered]
    first = held[0]
    facts = [
        count(len({at.key for at in held}), "session"),
        f"{number(sum(at.session.hours for at in held))} hours",
        weeks([at.week for at in held]),
        days(first.starts, max(at.finishes for at in held)),
    ]
    if programme.documents.tables is TableBy.TERM:
        return _term_block(first, held, facts, sessions)
    return _module_block(programme, first.module, facts, sessions)


def _module_block(
    programme: Programme,
    module: Module,
    facts: list[str],
    sessions: list[SessionFields],
) -> BlockFields:
    lead = f"Led by {programme.name_of(module.lead)}" if module.lead else ""
    after = (
        f"builds on {', '.join(module.prerequisites)}" if module.prerequisites else ""
    )
    optional = "optional" if module.optional else ""
    return BlockFields(
        key=module.key,
        title=f"{module.key} {module.title}",
        facts="; ".join(filter(None, [lead, *facts, after, optional])),
        summary=paragraphs(module.summary),
        outcomes=all_or_none(
            (f"{o.key} {o.text}" for o in module.outcomes), "No outcomes are stated"
        ),
        session=sessions,
    )


def _term_block(
    first: Placement,
    held: Sequence[Placement],
    facts: list[str],
    sessions: list[SessionFields],
) -> BlockFields:
    modules = {at.module.key: at.module for at in held}
    title = first.term.title if first.term else "Outside the terms"
    return BlockFields(
        key=title,
        title=title,
        facts=sentence_case("; ".join(facts)),
        summary=[f"{key} {module.title}" for key, module in modules.items()],
        outcomes=[
            f"{key} {o.key} {o.text}" for key, m in modules.items() for o in m.outcomes
        ]
        or ["No outcomes are stated"],
        session=sessions,
    )


def _without_date(placed: _Rows, timetable: Timetable) -> list[BlockFields]:
    """A block for sessions that the calendar has no room for."""
    if not timetable.unplaced:
        return []
    rows = [placed.row(session, None) for _, session in timetable.unplaced]
    return [
        BlockFields(
            key="",
            title="Sessions without a date",
            facts=f"{count(len(rows), 'session')} for which the calendar has no room",
            summary=[],
            outcomes=all_or_none(
                f"{m.key} {m.title}"
                for m in dict.fromkeys(module for module, _ in timetable.unplaced)
            ),
            session=rows,
        )
    ]
