"""Tables beside the teaching itself: schedules, plans by week, details, one session."""

import re
from dataclasses import replace

from curriculum.importing.dates import When, academic_year, before_days, when
from curriculum.importing.drafts import DayOff, SessionDraft
from curriculum.importing.headings import Taken, known, take, taken, words_of
from curriculum.importing.marks import is_sign
from curriculum.importing.parts import Chosen, Head, Part, label_pairs
from curriculum.importing.places import Places
from curriculum.importing.reading import Reading, nothing
from curriculum.importing.scheme import Fields
from curriculum.importing.sessions import fill, hours_of, lines_of
from curriculum.importing.tables import Cell, Row
from curriculum.importing.terms import add_terms
from curriculum.model import PLACEHOLDER, Purpose
from curriculum.plurals import many

_DAYS = ("hand_out", "hand_in", "feedback", "verify_brief", "verify_sample")
_TITLES = ("assessment_title", "topic", "events", "assessment", "module", "key")
_CODE = re.compile(r"[A-Z]{0,4}\d{0,2}|[^\w]*")
_KEY = re.compile(r"A\d{1,3}\b")
_OUTCOME = re.compile(r"LO\s?\d+", re.IGNORECASE)
_AGAIN = re.compile(
    r"(?:opportunity for\s+)?(?:re-?assessment|re-?submission)\b", re.IGNORECASE
)
_WEIGHT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s?%")
_YEARS = re.compile(r"\b20\d\d(?:\s*[-/–]\s*\d{2,4})?\b")
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
        why = _no_assessment(titles)
        if why:
            if row.filled:
                reading.left_out(row, why)
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


def _no_assessment(titles: list[Cell]) -> str:
    if not titles:
        return "it names no assessment"
    again = _AGAIN.match(titles[0].text)
    return "it is the second attempt at the assessment above" if again else ""


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
        module = re.search(r"\b([A-Z][A-Za-z0-9-]*)\s+LO\s?\d", part)
        for outcome in _OUTCOME.findall(part):
            key = outcome.replace(" ", "").upper()
            found.append(f"{module[1]}.{key}" if module else key)
    return found


def read_gantt(part: Part, reading: Reading, places: Places) -> None:
    """Add a module a row, and a session for each week that its row marks."""
    weeks = [h for h in part.heads if (w := when(h.taken.heading)).first or w.week]
    in_words = _is_in_words(part, weeks)
    for row in part.rows:
        named = [c for c in row.filled if (h := part.head(c)) and h not in weeks]
        titles = [c for c in named if not hours_only(c.text)]
        module_over = _merged_over(part, row)
        if not titles and len(weeks) == len(part.heads):
            _across(part, row, reading)
            continue
        if not titles:
            if row.filled:
                reading.left_out(row, "it names no unit")
            continue
        title, topic = _named(part, titles, module_over, reading)
        marked = [c for c in row.cells if part.head(c) in weeks and (c.text or c.fill)]
        if _is_off(title):
            _off_row(title, marked, part, reading)
            continue
        if not marked:
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
        like = SessionDraft("", module=module.key, topic=topic)
        _weeks_of(part, marked, like, reading, in_words=in_words)


def _merged_over(part: Part, row: Row) -> str:
    """The module that a merged cell names for several rows."""
    held = (c for c in row.cells if c.down and not hours_only(c.text))
    return next(
        (c.text for c in held if (h := part.head(c)) and h.field == "module"), ""
    )


def _named(
    part: Part, titles: list[Cell], over: str, reading: Reading
) -> tuple[str, str]:
    """The module that a row of a plan names, and its topic where it has both."""
    fields = [head.field if (head := part.head(c)) else "" for c in titles[:2]]
    texts = [" ".join(c.text.split()) for c in titles[:2]]
    if over:
        return over, texts[0]
    if fields == ["module", "topic"]:
        return texts[0], texts[1]
    if fields[:1] == ["topic"] and reading.section:
        return reading.section, texts[0]
    return ": ".join(dict.fromkeys(texts)), ""


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


def hours_only(text: str) -> bool:
    """Whether a cell says but a number."""
    return bool(re.fullmatch(r"[\d.,]+\s*(?:hrs?|hours?|h)?", text))


def _weeks_of(
    part: Part,
    marked: list[Cell],
    like: SessionDraft,
    reading: Reading,
    *,
    in_words: bool,
) -> None:
    coloured = [c for c in marked if not c.text]
    if coloured:
        message = (
            f"{many(len(coloured), 'column')} of {reading.modules[like.module].title} "
            "are marked by colour alone; each is read as a time at which it is taught"
        )
        reading.notes.found("IMP110", like.module, message, coloured[0].place)
    for cell in marked:
        head = part.head(cell)
        if head is None or (nothing(cell.text) and not cell.fill):
            continue
        for step in range(cell.span):
            over = part.head(Cell(cell.column + step, "", ""))
            if over is None:
                continue
            said = when(over.taken.heading)
            if _is_off(cell.text):
                _off(cell, said, reading)
                continue
            session = replace(like, place=cell.place, when=said, texts={}, aside=[])
            _gantt_cell(session, cell, reading, in_words=in_words)
            if not session.topic:
                title = reading.modules[like.module].title
                heading = " ".join(over.taken.heading.split())
                session.topic = f"{PLACEHOLDER} {title}, {heading}"
            reading.sessions.append(session)


def _is_off(text: str) -> bool:
    plain = " ".join(words_of(text))
    rows = known()["rows"]
    return plain in rows["no_teaching_codes"] or plain in rows["no_teaching"]


def _off_row(title: str, marked: list[Cell], part: Part, reading: Reading) -> None:
    """A row of a plan that is called "Half term" and marks when that is."""
    for cell in marked:
        head = part.head(cell)
        if head:
            _off(replace(cell, text=title), when(head.taken.heading), reading)


def _off(cell: Cell, said: When, reading: Reading) -> None:
    """Days without teaching that a plan marks in the column of a week."""
    text = " ".join(cell.text.split())
    held = {(off.title, off.when) for off in reading.days_off}
    if (text, said) not in held:
        off = DayOff(cell.place, text, said, after=len(reading.sessions))
        reading.days_off.append(off)
        message = f"the cell is read as days without teaching: {text}"
        reading.notes.found("IMP104", cell.place, message, cell.place)


def _gantt_cell(
    session: SessionDraft, cell: Cell, reading: Reading, *, in_words: bool
) -> None:
    text = " ".join(cell.text.split())
    both = re.fullmatch(r"([\d.]+)\s+([A-Z]{1,4})", text)
    if both:
        session.hours = hours_of(both[1])
        text = both[2]
    if hours_only(cell.text):
        session.hours = hours_of(text)
    elif _is_text(text) or (in_words and text and not is_sign(text)):
        session.topic = f"{session.topic}: {text}" if session.topic else text
        session.marks |= reading.marks(text, cell.place, text)[0]
    elif text and not is_sign(text):
        session.aside.append(("plan", text))
        reading.notes.keep(cell.place, "plan", text)
        message = f"the code {text} is kept beside the session; its meaning is not read"
        reading.notes.found("IMP103", cell.place, message, cell.place)


def _is_in_words(part: Part, weeks: list[Head]) -> bool:
    """Whether the cells of a plan say in words what is taught, more than by codes."""
    texts = [c.text for r in part.rows for c in r.filled if part.head(c) in weeks]
    said = [t for t in texts if not (is_sign(t) or _is_off(t) or hours_only(t))]
    return sum(map(_is_text, said)) * 2 >= len(said) > 0


def _is_text(text: str) -> bool:
    """Whether a cell of a plan says what is taught, rather than a code or a sign."""
    coded = _CODE.fullmatch(text) or hours_only(text)
    return not is_sign(text) and not coded


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
        named = taken_fact(label.text)
        part.heads.append(Head(value.column, 1, named, label.place))
        note_fact(named.field if named.sure else "", label.text, value, reading)


def taken_fact(label: str) -> Taken:
    """What a label of the header block names, whatever year it adds."""
    named = take(_YEARS.sub("", label).rstrip(": "), "facts")
    sure = named.sure or named.field in ("terms", "days_off")
    return replace(named, heading=label, sure=sure)


def names_days_off(text: str) -> bool:
    """Whether a line names a holiday, or another time without teaching, and a day."""
    rows, words = known()["rows"], set(words_of(text))
    named = any(phrase in text.casefold() for phrase in rows["no_teaching"])
    return bool(named or words & set(rows["no_teaching_alone"])) and bool(
        when(text).first
    )


def is_fact(text: str) -> bool:
    """Whether a paragraph is the label and the value of a detail of the programme."""
    label, colon, value = text.partition(":")
    return bool(colon and value.strip() and taken_fact(label).sure)


def add_days_off(text: str, place: str, reading: Reading, label: str = "") -> bool:
    """Take up the days without teaching that a text lists; whether it lists any."""
    if not label and not names_days_off(text):
        return False
    found = False
    for piece in re.split(r"[\n;]+|,(?!\s*20\d\d)", text):
        said = when(piece)
        if said.first is None or said.month:
            continue
        title = before_days(piece).strip() or label.strip(" :")
        reading.days_off.append(DayOff(place, title, said))
        message = f"“{' '.join(piece.split())}” is read as days without teaching"
        reading.notes.found("IMP104", title, message, place)
        found = True
    return found


def note_fact(name: str, label: str, value: Cell, reading: Reading) -> None:
    """Take a fact of the programme, or keep it."""
    if not value.text or nothing(value.text):
        return
    if name == "terms":
        add_terms(reading, value.text, value.place, named=True)
    elif name == "days_off":
        add_days_off(value.text, value.place, reading, label)
    elif name and name not in reading.facts:
        reading.facts[name] = (value.text, value.place)
    reading.notes.keep(value.place, label, value.text)


def facts_in_text(text: str, place: str, reading: Reading) -> bool:
    """Whether a paragraph is "Label: value", which is then taken."""
    label, colon, value = text.partition(":")
    if not colon or not value.strip() or len(words_of(label)) > 6:  # noqa: PLR2004
        return False
    named = taken_fact(label)
    if not (named.field and named.sure):
        return False
    if named.field in ("terms", "days_off"):
        note_fact(named.field, label, Cell(0, value.strip(), place), reading)
    elif named.field not in reading.facts:
        reading.facts[named.field] = (" ".join(value.split()), place)
    return True


def year_in(texts: list[str]) -> int | None:
    """The academic year that the first text names that names one."""
    return next((y for text in texts if (y := academic_year(text))), None)
