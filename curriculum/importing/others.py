"""Tables beside the teaching itself: schedules, plans by week, details, one session."""

import re

from curriculum.importing.dates import academic_year, when
from curriculum.importing.drafts import SessionDraft
from curriculum.importing.headings import take, taken, words_of
from curriculum.importing.parts import Chosen, Head, Part, label_pairs
from curriculum.importing.places import Places
from curriculum.importing.reading import Reading, nothing
from curriculum.importing.scheme import Fields
from curriculum.importing.sessions import fill, hours_of, lines_of
from curriculum.importing.tables import Cell, Row
from curriculum.model import Purpose

_DAYS = ("hand_out", "hand_in", "feedback", "verify_brief", "verify_sample")
_TITLES = ("assessment_title", "topic", "events", "assessment", "module", "key")
_KEY = re.compile(r"A\d{1,3}\b")
_OUTCOME = re.compile(r"LO\s?\d+", re.IGNORECASE)
_WEIGHT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?%")
_MOST_PERCENT = 100


def read_schedule(part: Part, reading: Reading, places: Places) -> None:
    """Add the assessments of a schedule."""
    for row in part.rows:
        cells: dict[str, list[tuple[Cell, Head | None]]] = {}
        for cell in row.cells:
            head = part.head(cell)
            if cell.text and not nothing(cell.text):
                cells.setdefault(head.field if head else "", []).append((cell, head))
        titles = [c for name in _TITLES for c, _ in cells.get(name, ())]
        if not titles:
            if row.filled:
                reading.left_out(row, "it names no assessment")
            continue
        key = next(
            (c.text for c, _ in cells.get("key", ()) if _KEY.fullmatch(c.text)), ""
        )
        title, *method = lines_of(titles[0].text) or [titles[0].text]
        draft = places.assessment(key, title, row.place)
        draft.place = row.place
        draft.title = title
        if method:
            draft.texts["method"] = " ".join(method)
        used = {titles[0].place + str(titles[0].column)}
        for name, held in cells.items():
            for cell, head in held:
                if cell.place + str(cell.column) not in used:
                    _detail(name, cell, head, draft.key, reading)


def _detail(  # noqa: C901, PLR0912 (one branch a field)
    name: str, cell: Cell, head: Head | None, key: str, reading: Reading
) -> None:
    draft = reading.assessments[key]
    text = " ".join(cell.text.split())
    if name in _DAYS:
        said = when(cell.text)
        if said.first:
            draft.dates[name] = said
        else:
            message = f"“{text}” is not read as a date"
            reading.notes.found("IMP107", key, message, cell.place)
            reading.notes.keep(cell.place, name, cell.text)
    elif name == "purpose":
        _purpose(cell, key, reading)
    elif name == "module":
        draft.module = text
    elif name == "outcomes":
        draft.outcomes = _outcomes(cell.text)
    elif name == "ksbs":
        marks, rest = reading.marks(cell.text, cell.place, key)
        draft.items = list(marks)
        if rest:
            reading.notes.keep(cell.place, "KSBs", cell.text)
    elif name == "hours":
        draft.texts["hours"] = text
    elif name == "assessor":
        draft.texts["assessor"], *other = lines_of(cell.text) or [text]
        if other:
            draft.texts["verifier"] = other[0]
    elif name == "verifier":
        draft.texts["verifier"] = text
    elif name != "key":
        heading = head.taken.heading if head else "no heading"
        reading.notes.keep(cell.place, f"{key}, {heading}", cell.text)


def _purpose(cell: Cell, key: str, reading: Reading) -> None:
    draft, text = reading.assessments[key], cell.text.casefold()
    if "formative" in text or "summative" in text:
        draft.purpose = Purpose.SUMMATIVE if "summative" in text else Purpose.FORMATIVE
    weight = _WEIGHT.search(text)
    if weight and float(weight[1]) <= _MOST_PERCENT:
        draft.weight = float(weight[1])
    further = [line for line in cell.text.split("\n")[1:] if not _WEIGHT.search(line)]
    reading.notes.keep(cell.place, f"{key}, purpose", "\n".join(further))


def _outcomes(text: str) -> list[str]:
    """The keys of "M02 LO1, LO3; M04 LO2", each with its module."""
    found = []
    for part in text.split(";"):
        module = re.search(r"\b(M\d{1,3})\b", part)
        for outcome in _OUTCOME.findall(part):
            key = outcome.replace(" ", "").upper()
            found.append(f"{module[1]}.{key}" if module else key)
    return found


def read_gantt(part: Part, reading: Reading, places: Places) -> None:
    """Add a module a row, and a session for each week that its row marks."""
    weeks = [h for h in part.heads if when(h.taken.heading).first
             or when(h.taken.heading).week]  # fmt: skip
    for row in part.rows:
        named = [c for c in row.filled if (h := part.head(c)) and h not in weeks]
        titles = [c for c in named if not hours_only(c)]
        if not titles and len(weeks) == len(part.heads):
            _across(part, row, reading)
            continue
        if not titles:
            if row.filled:
                reading.left_out(row, "it names no unit")
            continue
        title = ": ".join(dict.fromkeys(c.text for c in titles[:2]))
        marked = [c for c in row.cells if part.head(c) in weeks and (c.text or c.fill)]
        if _all_off(row, marked):
            reading.left_out(row, "it is no unit")
            continue
        module = places.module(title, row.place)
        for cell in named:
            if cell not in titles[:2]:
                head = part.head(cell)
                reading.notes.keep(
                    cell.place, head.taken.heading if head else "", cell.text
                )
                if head and head.field == "hours" and module.hours is None:
                    module.hours = hours_of(cell.text)
        _weeks_of(part, marked, module.key, reading)


def _across(part: Part, row: Row, reading: Reading) -> None:
    """A row of topics under weeks that stand beside each other: a session a cell."""
    for cell in row.filled:
        head = part.head(cell)
        if head is None or nothing(cell.text):
            continue
        session = SessionDraft(cell.place, module=reading.section)
        session.when = when(head.taken.heading)
        fill(session, {"topic": [(cell, head)]}, reading)
        reading.sessions.append(session)


def hours_only(cell: Cell) -> bool:
    """Whether a cell holds but a number."""
    return bool(re.fullmatch(r"[\d.,]+\s*(?:hrs?|hours?|h)?", cell.text))


def _all_off(row: Row, marked: list[Cell]) -> bool:
    del row
    return not marked


def _weeks_of(part: Part, marked: list[Cell], module: str, reading: Reading) -> None:
    coloured = [c for c in marked if not c.text]
    if coloured:
        message = (
            f"{len(coloured)} weeks are marked by colour alone; each is read as a "
            "taught week of the unit"
        )
        reading.notes.found("IMP110", module, message, coloured[0].place)
    for cell in marked:
        head = part.head(cell)
        if head is None or (nothing(cell.text) and not cell.fill):
            continue
        for step in range(cell.span):
            over = part.head(Cell(cell.column + step, "", ""))
            if over is None:
                continue
            session = SessionDraft(cell.place, module=module)
            session.when = when(over.taken.heading)
            _gantt_cell(session, cell, reading)
            reading.sessions.append(session)


def _gantt_cell(session: SessionDraft, cell: Cell, reading: Reading) -> None:
    text = " ".join(cell.text.split())
    if hours_only(cell):
        session.hours = hours_of(text)
    elif text and text.casefold() not in ("x", "✓", "✔", "●", "■"):
        session.aside.append(("plan", text))
        reading.notes.keep(cell.place, "plan", text)
        message = f"the code {text} is kept beside the session; its meaning is not read"
        reading.notes.found("IMP103", cell.place, message, cell.place)


def read_card(part: Part, reading: Reading, chosen: Chosen) -> None:
    """Add the one session that a table of labels and values describes."""
    session = SessionDraft(part.rows[0].place if part.rows else part.table.place)
    session.module = reading.section
    fields: Fields = {}
    for label, value in label_pairs(part.table):
        named = taken(label.text, chosen)
        head = Head(value.column, 1, named, label.place)
        part.heads.append(head)
        if not nothing(value.text):
            fields.setdefault(named.field, []).append((value, head))
    for text in part.table.before[-2:]:
        said = when(text.text)
        if said.first or said.week:
            session.when = said
    fill(session, fields, reading)
    reading.sessions.append(session)


def read_facts(part: Part, reading: Reading) -> None:
    """Add what a table of labels and values says of the programme."""
    for label, value in label_pairs(part.table):
        named = take(label.text, "facts")
        part.heads.append(Head(value.column, 1, named, label.place))
        note_fact(named.field if named.sure else "", label.text, value, reading)


def note_fact(name: str, label: str, value: Cell, reading: Reading) -> None:
    """Take a fact of the programme, or keep it."""
    if not value.text or nothing(value.text):
        return
    if name and name not in reading.facts:
        reading.facts[name] = (value.text, value.place)
    reading.notes.keep(value.place, label, value.text)


def facts_in_text(text: str, place: str, reading: Reading) -> bool:
    """Whether a paragraph is "Label: value", which is then taken."""
    label, colon, value = text.partition(":")
    if not colon or not value.strip() or len(words_of(label)) > 6:  # noqa: PLR2004
        return False
    named = take(label, "facts")
    if not (named.field and named.sure):
        return False
    if named.field not in reading.facts:
        reading.facts[named.field] = (" ".join(value.split()), place)
    return True


def year_in(texts: list[str]) -> int | None:
    """The academic year that the first text names that names one."""
    return next((y for text in texts if (y := academic_year(text))), None)
