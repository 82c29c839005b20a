"""Rows of a scheme of work as sessions, days off and sections."""

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from curriculum.importing.codes import leading_code
from curriculum.importing.dates import When, when
from curriculum.importing.drafts import DayOff, SessionDraft
from curriculum.importing.grids import read_beside
from curriculum.importing.headings import THEMES, known, take, words_of
from curriculum.importing.parts import Head, Part
from curriculum.importing.reading import Reading, nothing
from curriculum.importing.sessions import fill, note_events_of
from curriculum.importing.tables import Cell, Row, tidy
from curriculum.importing.terms import add_terms

_PLACED = frozenset({"week", "date", "time", "number", "module", "hours", "term"})
"""Fields that a merged cell fills for every row that it reaches over."""
_CONTENT = (
    "topic", "outcomes", "activities", "tutor", "learners", "resources",
    "assessment", "ksbs", "homework", "events", "workplace", "stretch", "support",
    "stretch_support", "wider", "skills", *THEMES,
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_TICKED = "ticked"
"""Cells of columns that are headed by the code of a KSB."""
_IN_WEEKS = frozenset({"week", "weeks", "wk", "w", "c", "to", "and", "day"})
_EVENTS = ("events", "assessment")
_TEACHING = frozenset(_CONTENT) - {"topic", "events", "assessment"}
_LONGEST_DAY_OFF = 90
_LONGEST_TOPIC = 9
"""Words; a longer topic is a sentence about teaching."""

Held = tuple[Cell, Head]
Fields = dict[str, list[Held]]


def read_scheme(part: Part, reading: Reading) -> None:
    """Add the sessions of a part, and the days on which nothing is taught."""
    rows = _Rows(part, reading)
    for row in part.rows:
        rows.take(row)
    read_beside(part, reading, rows.taught)


@dataclass(slots=True)
class _Rows:
    """Reads rows one after the other; some go on with the one above."""

    part: Part
    reading: Reading
    last: SessionDraft | None = None
    merged: bool = False
    taught: list[tuple[SessionDraft, Row]] = field(default_factory=list)
    """Each row that says something of a session, with that session."""
    told: set[str] = field(default_factory=set)
    """Headings of which it is told that topics stand under them."""

    def take(self, row: Row) -> None:
        """Make of a row what it is."""
        if not row.filled:
            return
        fields = self._fields(row)
        for cell, _ in fields.get("term", ()):
            if not cell.down:
                add_terms(self.reading, " ".join(cell.text.split()), cell.place)
        if _is_day_off(row, fields):
            self._day_off(row, fields)
        elif self._is_section(row, fields):
            self._section(row)
        elif not any(fields.get(name) for name in (*_CONTENT, _TICKED)):
            why = "it says nothing of what is taught"
            self.reading.left_out(row, why)
        elif self.last is not None and self._goes_on(row, fields):
            fill(self.last, fields, self.reading)
            self.taught.append((self.last, row))
            message = "the row goes on with the one above it"
            self.reading.notes.found("IMP105", self.last.place, message, row.place)
        else:
            self._session(row, fields)

    def _fields(self, row: Row) -> Fields:
        """The cells of a row by the fields that their headings stand for."""
        fields: defaultdict[str, list[Held]] = defaultdict(list)
        for cell in row.cells:
            head = self.part.head(cell)
            if not cell.text or nothing(cell.text):
                continue
            if head is None or not head.field:
                name = head.taken.heading if head else "no heading"
                fields[""].append((cell, head or _no_head(cell, name)))
                continue
            for held, over in self._inside(cell, head):
                fields[self._named(held, over)].append((held, over))
        return fields

    def _inside(self, cell: Cell, head: Head) -> list[Held]:
        """A cell, or what a table within it says by headings of its own."""
        if not cell.inner:
            return [(cell, head)]
        takes = [take(label.rstrip(": ")) for label, _ in cell.inner]
        named = all(taken.field for taken in takes)
        how = "by its own headings" if named else "as text of its cell"
        message = f"a table within the cell is read {how}"
        self.reading.notes.found("IMP105", cell.place, message, cell.place)
        if not named:
            return [(cell, head)]
        left = cell.text
        for label, value in cell.inner:
            left = left.replace(f"{label}: {value}", "", 1)
        held = [
            (
                replace(cell, text=value, inner=()),
                Head(head.column, 1, taken, head.place),
            )
            for taken, (_, value) in zip(takes, cell.inner, strict=True)
        ]
        rest = tidy(left)
        return [*held, *([(replace(cell, text=rest, inner=()), head)] if rest else [])]

    def _named(self, cell: Cell, head: Head) -> str:
        """The field of a cell; under "Skills" may stand codes of the standard."""
        if head.field in self.reading.items:
            return _TICKED
        if head.field == "skills" and leading_code(cell.text) in self.reading.items:
            return "ksbs"
        if head.field == "number" and self._says_topics(cell):
            self._tell_topics(head)
            return "topic"
        return head.field

    def _says_topics(self, cell: Cell) -> bool:
        """Whether sessions are named where their numbers stand, and nowhere else."""
        text = cell.text[:_LONGEST_DAY_OFF]
        words = _LETTERS.findall(text)
        says_more = len(words) > 1 or words == [text] or (words and ":" in text)
        if "topic" in self.part.fields or not says_more:
            return False
        said = when(cell.text, bare_week=True)
        return said.first is None and said.week is None

    def _tell_topics(self, head: Head) -> None:
        if head.place not in self.told:
            self.told.add(head.place)
            name = head.taken.heading
            message = f"topics stand under the heading {name}; they are read as such"
            self.reading.notes.found("IMP102", name, message, head.place)

    def _wide(self, cell: Cell, head: Head) -> None:
        reached = [
            h.taken.heading
            for h in self.part.heads
            if head.column + head.span <= h.column < cell.column + cell.span
        ]
        if reached:
            message = (
                f"one cell reaches over {', '.join((head.taken.heading, *reached))}; "
                f"it is taken for {head.taken.heading}"
            )
            self.reading.notes.found("IMP105", cell.place, message, cell.place)

    def _is_section(self, row: Row, fields: Fields) -> bool:
        """Whether a row is but one text that heads those below it."""
        cells = row.filled
        if len({c.text for c in cells}) != 1 or any(
            c.down for c in row.cells if c.text
        ):
            return False
        cell, wide = cells[0], cells[0].span * 2 > self.part.table.width
        if not wide and cell.column > 0:
            return False
        head = self.part.head(cell)
        placed = head is None or head.field in _PLACED
        said = when(cell.text, bare_week=True)
        alone = wide or (placed and "topic" in self.part.fields)
        dated = said.first is not None or said.week is not None
        return alone and bool(fields) and (wide or not dated)

    def _section(self, row: Row) -> None:
        text = row.filled[0].text
        said = when(text)
        if add_terms(self.reading, text, row.place) or (said.month and said.first):
            self.reading.week_over = said if said.month else None
            self.last = None
            what = "a month" if said.month else "a term"
            self.reading.left_out(row, f"it heads {what}")
            return
        if said.first or said.week:
            self.reading.week_over = said
            self.last = None
            self.reading.left_out(row, "it heads the rows of a week")
            return
        if _is_term(text):
            self.reading.week_over = self.last = None
            self.reading.left_out(row, "it heads a term")
            return
        self.reading.section = text
        message = "the row is taken for the title of a module"
        self.reading.notes.found("IMP101", row.place, message, row.place)
        self.last = None

    def _goes_on(self, row: Row, fields: Fields) -> bool:
        """Whether a row has no place in time and no topic of its own."""
        own = {
            name for name, held in fields.items() if any(not c.down for c, _ in held)
        }
        carried = {n for n, held in fields.items() if any(c.down for c, _ in held)}
        if own & _PLACED or "topic" in own:
            return False
        if "topic" in carried:
            return True
        has_topics = "topic" in self.part.fields
        return has_topics and bool(own) and bool(row.cells)

    def _session(self, row: Row, fields: Fields) -> None:
        session = SessionDraft(row.place, module=self.reading.section)
        carried = [c for held in fields.values() for c, _ in held if c.down]
        if carried and not self.merged:
            self.merged = True
            message = "merged cells are read into every row that they reach over"
            self.reading.notes.found("IMP105", row.place, message, row.place)
        for cell, head in (pair for held in fields.values() for pair in held):
            if cell.span > head.span and not cell.down:
                self._wide(cell, head)
        fill(session, fields, self.reading)
        self._when(session, row)
        self.reading.sessions.append(session)
        self.taught.append((session, row))
        self.last = session

    def _when(self, session: SessionDraft, row: Row) -> None:
        """A row that names no week is in that of the row above it."""
        placed = {"week", "date"} & self.part.fields
        if session.when.first or session.when.week:
            return
        if self.reading.week_over:
            over = self.reading.week_over
            session.when = replace(over, last=None, last_week=None, at=session.when.at)
            message = "the row is in the week that stands over it"
            self.reading.notes.found("IMP106", row.place, message, row.place)
            return
        if not placed or self.last is None:
            return
        above = self.last.when
        if above.first or above.week:
            session.when = replace(above, last=None, last_week=None, at=None)
            message = "the row names no week; that of the row above it is taken"
            self.reading.notes.found("IMP106", row.place, message, row.place)

    def _day_off(self, row: Row, fields: Fields) -> None:
        texts = [
            c.text for name, held in fields.items() for c, _ in held
            if name not in ("week", "date", "time", "hours", "number", *_EVENTS)
        ] or [c.text for c in row.filled]  # fmt: skip
        title = " ".join(dict.fromkeys(" ".join(texts).split("\n")))
        title = re.sub(r"(?i)^no teaching\s+(?=\S)", "", title).strip()
        said = when(" ".join(c.text for c in row.filled), bare_week=False)
        week = next((c.text for c, _ in fields.get("week", [])), "")
        number = when(week, bare_week=True).week
        said = When(said.first, said.last, said.monday, number or said.week)
        off = DayOff(row.place, title, said, after=len(self.reading.sessions))
        self.reading.days_off.append(off)
        for name in _EVENTS:
            for cell, _ in fields.get(name, ()):
                note_events_of(cell, said, self.reading)
        message = f"the row is read as days without teaching: {title}"
        self.reading.notes.found("IMP104", row.place, message, row.place)
        self.reading.notes.keep(row.place, "days without teaching", row.own_text)


def _no_head(cell: Cell, name: str) -> Head:
    from curriculum.importing.headings import Taken  # noqa: PLC0415

    return Head(cell.column, 1, Taken(name), cell.place)


def _is_day_off(row: Row, fields: Fields) -> bool:
    """Whether a row says no more than that nothing is taught."""
    own = {n for n, held in fields.items() if n in _TEACHING and any(
        not c.down and c.span == 1 for c, _ in held
    )}  # fmt: skip
    beside = {id(c) for name in _EVENTS for c, _ in fields.get(name, ())}
    text = " ".join(
        " ".join(c.text.split())
        for c in row.filled
        if not nothing(c.text) and id(c) not in beside
    )
    if len(own) > 1 or len(text) > _LONGEST_DAY_OFF:
        return False
    plain = " ".join(words_of(text.replace("-", " ")))
    named = {w for w in plain.split() if not when(f"week {w}").week} - _IN_WEEKS
    if named and named <= set(known()["rows"]["no_teaching_alone"]):
        return True
    return any(
        re.search(rf"\b{re.escape(' '.join(words_of(phrase)))}\b", plain)
        for phrase in known()["rows"]["no_teaching"]
    ) and not _also_taught(fields)


def _also_taught(fields: Fields) -> bool:
    """Whether its topic goes on after the words for a day off."""
    topics = [words_of(c.text) for c, _ in fields.get("topic", [])]
    taught = set(known()["rows"]["teaching"])
    return any(len(words) > _LONGEST_TOPIC or set(words) & taught for words in topics)


def _is_term(text: str) -> bool:
    words = set(words_of(text))
    return len(words) <= 12 and bool(words & set(known()["rows"]["terms"]))  # noqa: PLR2004
