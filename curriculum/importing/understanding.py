"""Takes a document apart, table by table, and says what it took for what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from curriculum.importing.dates import when
from curriculum.importing.found import Notes
from curriculum.importing.grids import colours_of, read_grid, read_list
from curriculum.importing.headings import known, words_of
from curriculum.importing.others import (
    add_days_off,
    facts_in_text,
    is_fact,
    names_days_off,
    note_fact,
    read_card,
    read_facts,
    read_gantt,
    read_schedule,
    taken_fact,
)
from curriculum.importing.parts import Chosen, Head, Kind, Part, parts_of
from curriculum.importing.places import MODULE_KEY, Places
from curriculum.importing.reading import Reading
from curriculum.importing.scheme import read_scheme
from curriculum.importing.settling import settle
from curriculum.importing.tables import Cell, Document, Table, Text
from curriculum.importing.terms import add_terms, terms_in
from curriculum.model import Standard
from curriculum.plurals import many

_OUTCOME = re.compile(
    r"(?:([A-Z][A-Z0-9-]{0,11})\s+)?(LO\s?\d{1,2})[\s:.–-]+(\S.*)", re.DOTALL
)
_LONGEST_TITLE = 120
_ALWAYS_KEPT = frozenset({"keep", "skills"})


@dataclass(frozen=True, slots=True)
class Understood:
    """What an import made of a document."""

    document: Document
    reading: Reading

    @property
    def notes(self) -> Notes:
        """What it found, and what it keeps."""
        return self.reading.notes

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read that a programme could be made of."""
        held = self.reading
        return not (held.sessions or held.modules or held.assessments)


def understand(
    document: Document,
    standard: Standard,
    chosen: Mapping[str, str] | None = None,
    *,
    today: date,
    starts: date | None = None,
) -> Understood:
    """Read a document as a programme for a standard.

    ``chosen`` says of headings which field they stand for; ``starts`` is the
    first taught day, where the document gives no year.
    """
    reading = Reading(
        Notes(document.file),
        dict.fromkeys(ksb.key for ksb in standard.ksbs).keys(),
        {" ".join(words_of(ksb.wording)): ksb.key for ksb in standard.ksbs},
        standard.reference,
    )
    said: Chosen = {words_of(h): name for h, name in (chosen or {}).items()}
    reader = _Tables(document, reading, said, Places(reading))
    reader.read()
    settle(document, reading, reader.places, today=today, starts=starts)
    return Understood(document, reading)


@dataclass(slots=True)
class _Tables:
    """Reads the tables of one document in order."""

    document: Document
    reading: Reading
    chosen: Chosen
    places: Places
    sheets: bool = False

    def read(self) -> None:
        """Read every table, and what stands between them."""
        self._faults()
        tables = self.document.tables
        parts = [
            (table, parts_of(table, self.chosen, self.reading.item_of))
            for table in tables
        ]
        self._legend()
        schemes = [t for t, held in parts if any(p.kind is Kind.SCHEME for p in held)]
        self.sheets = len(schemes) > 1 and not any(t.before for t in tables)
        for table, held in parts:
            self._before(table)
            for part in held:
                self.reading.parts.append(part)
                self._part(part)
        for text in self.document.after:
            self._text(text)
        self._aside()

    def _aside(self) -> None:
        """Footnotes and comments are kept: they belong to words, not to fields."""
        held = self.document.aside
        for text in held:
            self.reading.notes.keep(text.place, "note", text.text)
        if held:
            message = f"{many(len(held), 'note')} beside the text; kept word for word"
            place = held[0].place
            self.reading.notes.found("IMP103", "notes", message, place)

    def _faults(self) -> None:
        notes = self.reading.notes
        for place, why in self.document.faults:
            message = f"the cell {why}" if place else f"the file {why}"
            notes.found("IMP114", place or self.document.file, message, place)
            if place:
                notes.keep(place, "cell", why)

    def _legend(self) -> None:
        """Texts outside tables may say what signs mean."""
        self.reading.legend += [t.text for t in self.document.texts()]
        for table in self.document.tables:
            if len(table.rows) <= 12 and table.width <= 3:  # noqa: PLR2004 (a legend is small)
                self.reading.colours |= colours_of(table.rows)
                for row in table.rows:
                    pair = [c.text for c in row.filled]
                    self.reading.legend.append(" = ".join(pair[:2]))

    def _before(self, table: Table) -> None:
        if self.sheets:
            self.reading.section = "" if _is_generic(table.place) else table.place
        self.reading.week_over = None
        add_terms(self.reading, table.place, table.place)
        for text in table.before:
            self._text(text)
            said = when(text.text)
            if is_fact(text.text):
                continue
            if len(text.text) <= _LONGEST_TITLE and not said.last:
                named = said if said.first or said.week else None
                self.reading.week_over = named or self.reading.week_over

    def _text(self, text: Text) -> None:
        """A paragraph: an outcome, a fact, a heading, or something to keep."""
        reading = self.reading
        outcome = _OUTCOME.fullmatch(text.text)
        if outcome:
            module = outcome[1] or reading.section
            key = outcome[2].replace(" ", "")
            reading.notes.keep(text.place, f"outcome {module}", text.text)
            self._outcome(module, key, outcome[3])
        elif add_terms(reading, text.text, text.place):
            reading.notes.keep(text.place, "term", text.text)
        elif facts_in_text(text.text, text.place, reading):
            reading.notes.keep(text.place, "text", text.text)
        elif text.level and not _is_generic(text.text):
            reading.section = text.text
            reading.notes.keep(text.place, "heading", text.text)
        else:
            keyed = MODULE_KEY.fullmatch(text.text)
            if keyed and len(text.text) <= _LONGEST_TITLE and keyed[2]:
                reading.titles.setdefault(keyed[1], keyed[2])
            reading.notes.keep(text.place, "text", text.text)

    def _outcome(self, module: str, key: str, text: str) -> None:
        if module:
            held = self.reading.outcomes.setdefault(module, {})
            held.setdefault(key, text)

    def _part(self, part: Part) -> None:
        if part.kind is Kind.OTHER:
            if not self._terms(part):
                self._keep(part)
            return
        self._lead(part)
        match part.kind:
            case Kind.SCHEME:
                read_scheme(part, self.reading)
            case Kind.CARD:
                read_card(part, self.reading, self.chosen)
            case Kind.FACTS:
                read_facts(part, self.reading)
            case Kind.SCHEDULE:
                read_schedule(part, self.reading, self.places)
            case Kind.GANTT:
                read_gantt(part, self.reading, self.places)
            case Kind.LONG:
                read_list(part, self.reading, self.places)
            case _:
                read_grid(part, self.reading, self.places)
        self._tell(part)

    def _lead(self, part: Part) -> None:
        """Rows above the headings: details of the programme, or a title."""
        for row in part.lead:
            cells = [c for c in row.filled if not self._fact_of_cell(c)]
            for label, value in zip(cells[::2], cells[1::2], strict=False):
                self._fact(label, value)
            if len(cells) == 1:
                self._text(Text(cells[0].text, cells[0].place))
            elif len(cells) % 2:
                last = cells[-1]
                self.reading.notes.keep(last.place, "above the table", last.text)

    def _fact_of_cell(self, cell: Cell) -> bool:
        """Whether a cell says both label and value: "Tutor: A Jones"."""
        found = facts_in_text(cell.text, cell.place, self.reading)
        if found:
            self.reading.notes.keep(cell.place, "above the table", cell.text)
        return found

    def _fact(self, label: Cell, value: Cell) -> None:
        named = taken_fact(label.text)
        name = named.field if named.sure else ""
        note_fact(name, label.text, value, self.reading)

    def _terms(self, part: Part) -> bool:
        """Whether a table lists terms with their dates, which are then taken."""
        rows = [*part.lead, *part.rows]
        names = [r for r in rows if any(terms_in(r.own_text, r.place))]
        closed = sum(names_days_off(r.own_text) for r in rows)
        if not names and closed * 2 <= len(rows):
            return False
        part.kind, place = Kind.TERMS, part.place or part.table.place
        message = f"{part.table.place} is taken for dates of terms and holidays"
        self.reading.notes.found("IMP101", part.table.place, message, place)
        for row in rows:
            if row in names:
                add_terms(self.reading, row.own_text, row.place)
            elif not add_days_off(row.own_text, row.place, self.reading):
                self.reading.left_out(row, "it names no term")
            self.reading.notes.keep(row.place, "dates of terms", row.own_text)
        return True

    def _keep(self, part: Part) -> None:
        """Keep a table that is not understood, row by row."""
        place = part.place or part.table.place
        message = "the table is not understood; it is kept in the notes"
        self.reading.notes.found("IMP103", part.table.place, message, place)
        for head in part.heads:
            self.reading.notes.keep(head.place, "heading", head.taken.heading)
        for row in (*part.lead, *part.rows):
            for cell in row.filled:
                self.reading.notes.keep(cell.place, "not understood", cell.text)

    def _tell(self, part: Part) -> None:
        """Say what the table and its headings were taken for."""
        notes, place = self.reading.notes, part.place or part.table.place
        message = f"{part.table.place} is taken for {part.kind.value}"
        notes.found("IMP101", part.table.place, message, place)
        merged = self.document.merged.get(part.table.place, 0)
        if part.table.joined:
            message = "codes are put together from two cells, such as K and 1"
            notes.found("IMP109", part.table.place, message, place)
        if part.table.slots:
            message = (
                f"{part.table.place} holds a session a cell; each is read as a row"
            )
            notes.found("IMP105", part.table.place, message, place)
        if part.table.turned:
            message = f"{part.table.place} runs across; its columns are read as rows"
            notes.found("IMP105", part.table.place, message, place)
        if merged:
            message = f"{part.table.place} has {merged} merged cells"
            notes.found("IMP105", part.table.place, message, place)
        if part.kind in (Kind.SCHEME, Kind.SCHEDULE, Kind.CARD):
            for head in part.heads:
                self._head(head)

    def _head(self, head: Head) -> None:
        taken, notes = head.taken, self.reading.notes
        if not taken.field or taken.field in _ALWAYS_KEPT:
            message = f"the heading {taken.heading} has no field; its texts are kept"
            notes.found("IMP103", taken.heading, message, head.place)
        elif not taken.sure:
            also = f"; it also speaks of {', '.join(taken.also)}" if taken.also else ""
            message = f"the heading {taken.heading} is taken for {taken.field}{also}"
            notes.found("IMP102", taken.heading, message, head.place)


def _is_generic(text: str) -> bool:
    """Whether a heading names no module: a term, a week, "Scheme of work"."""
    words = words_of(text)
    plain = " ".join(words)
    plain = plain[2:] if plain[1:2] == " " else plain
    begins = any(
        phrase in plain if " " in phrase else plain.startswith(phrase)
        for phrase in known()["rows"]["heading"]
    )
    terms = set(known()["rows"]["terms"]) | {"week", "wk", "sheet1", "sheet"}
    return begins or not words or len(text) > _LONGEST_TITLE or bool(set(words) & terms)
