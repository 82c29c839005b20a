"""Grids of KSBs, either way round, and lists of KSBs: marks by place."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from curriculum.importing.codes import leading_code
from curriculum.importing.dates import is_time, when
from curriculum.importing.drafts import SessionDraft
from curriculum.importing.headings import take, words_of
from curriculum.importing.marks import (
    TAUGHT,
    Convention,
    Mark,
    convention,
    is_nothing,
    sign_of,
)
from curriculum.importing.parts import Head, Kind, Part, mark_heads
from curriculum.importing.places import Places
from curriculum.importing.reading import Reading
from curriculum.importing.sessions import hours_of
from curriculum.importing.tables import Cell, Row
from curriculum.model import Depth, Purpose
from curriculum.plurals import many

_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_SEVERAL = re.compile(
    r"(module|unit|week|session|block|term|year)s?\s+"
    r"(\d{1,3}(?:\s*(?:,|and|&|/|-|–|to)\s*\d{1,3})+)",
    re.IGNORECASE,
)
_TO = re.compile(r"(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?")
_MOST_AT_ONCE = 60
_ASSESSMENT_KEY = re.compile(r"A\d{1,2}\b")


@dataclass(slots=True)
class Column:
    """Where a grid marks: a column, or a row of one that is turned."""

    title: str
    place: str
    marks: dict[str, Mark] = field(default_factory=dict)
    role: Mark | None = None
    """What a tick means in it, where its own heading says that."""


@dataclass(slots=True)
class Hit:
    """A cell of a grid: whose item, in which column."""

    item: str
    column: Column
    cell: Cell


def read_grid(part: Part, reading: Reading, places: Places) -> None:
    """Add the marks of a grid."""
    turned = part.kind is Kind.TURNED
    hits, columns = _turned(part, reading) if turned else _hits(part, reading, places)
    reader = _Reader(part, reading, _convention(part, reading, hits))
    for hit in hits:
        reader.take(hit)
    reader.empty = _empty(part, columns)
    reader.tell()
    assessments = _by_assessment(part, columns)
    if part.kind is Kind.GRID:
        _tell_roles(part, columns, reading)
    for column in _without_times(_each_once(columns), reading):
        if column.marks or not assessments:
            places.take(column.title, column.place, column.marks, tests=assessments)


def _each_once(columns: list[Column]) -> list[Column]:
    """One of the columns that share their marks, as those below one module do."""
    return list({id(c.marks): c for c in reversed(columns)}.values())[::-1]


def _tell_roles(part: Part, columns: list[Column], reading: Reading) -> None:
    if any(c.role for c in columns):
        message = (
            "ticks mean what the heading over them says: taught, assessed or how deep"
        )
        reading.notes.found("IMP109", part.place, message, part.place)


def _without_times(columns: list[Column], reading: Reading) -> list[Column]:
    """Columns of months or weeks beside those of modules say when, and are kept.

    Where the columns are times and little else, they are what is marked.
    """
    times = [c for c in columns if is_time(c.title)]
    others = [c for c in columns if c.marks and c not in times]
    months = any(when(c.title).month for c in times)
    if not others or (not months and len(times) > len(others)):
        return columns
    for column in times:
        message = (
            f"the column {column.title} is a time, and other columns name what is "
            f"taught; what it marks ({len(column.marks)}) is kept in the notes"
        )
        reading.notes.found("IMP103", column.title, message, column.place)
        reading.notes.keep(column.place, column.title, ", ".join(column.marks))
    return [c for c in columns if c not in times]


def _hits(
    part: Part, reading: Reading, places: Places
) -> tuple[list[Hit], list[Column]]:
    heads = {h.column: h for h in mark_heads(part)}
    columns = _columns(part, heads)
    assessed = _assessed_by(part, heads, reading)
    _tell_aside(part, {*heads, *assessed}, reading)
    hits = []
    for row in part.rows:
        item = _item(part, row.cells, reading)
        if not item:
            if row.filled:
                reading.left_out(row, "it names no KSB of the standard")
            continue
        for cell in row.cells:
            head = part.head(cell)
            if head and head.column in heads and (cell.text or cell.fill):
                hits.append(Hit(item, columns[head.column], cell))
            elif cell.text and head and head.column in assessed:
                _listed(item, cell, head, places, reading)
            elif cell.text and cell.column != part.key_column:
                _keep(cell, head, reading)
    return hits, list(columns.values())


def _assessed_by(part: Part, marked: Collection[int], reading: Reading) -> set[int]:
    """Columns beside the marks that say where each KSB is assessed."""
    held = [
        h for h in part.heads if h.field == "assessed_by" and h.column not in marked
    ]
    for head in held:
        message = f"the column {head.taken.heading} is read as where each is assessed"
        reading.notes.found("IMP109", head.place, message, head.place)
    return {head.column for head in held}


def _columns(part: Part, heads: Mapping[int, Head]) -> dict[int, Column]:
    """Each column of marks; "Taught" below "Module 1" marks what Module 1 teaches."""
    made: dict[int, Column] = {}
    roles = {c: role for c, h in heads.items() if (role := sign_of(h.taken.heading))}
    over = part.lead[-1].cells if part.lead else []
    if len(roles) < len(heads) or len(roles) < 2:  # noqa: PLR2004 (one may be a name)
        return {c: Column(h.taken.heading, h.place) for c, h in heads.items()}
    for column, head in heads.items():
        above = [c for c in over if c.text and c.column <= column]
        title, place = head.taken.heading, head.place
        if above:
            title, place = " ".join(above[-1].text.split()), above[-1].place
        same = next(
            (c for c in made.values() if (c.title, c.place) == (title, place)), None
        )
        marks = same.marks if same else {}
        made[column] = Column(
            title, place, marks, role=roles[column] if above else None
        )
    return made


def _keep(cell: Cell, head: Head | None, reading: Reading) -> None:
    """Keep what stands beside the marks, unless it follows from them."""
    if head is None or head.field not in ("wording", "counts", "kind"):
        name = head.taken.heading if head else "no heading"
        reading.notes.keep(cell.place, name, cell.text)


def _tell_aside(part: Part, marked: set[int], reading: Reading) -> None:
    for head in part.heads:
        aside = head.column not in marked and head.column != part.key_column
        if aside and head.field not in ("wording", "counts", "kind"):
            message = f"the column {head.taken.heading} holds no marks; it is kept"
            reading.notes.found("IMP103", head.place, message, head.place)


def _item(part: Part, cells: Iterable[Cell], reading: Reading) -> str:
    """The KSB that a row is about, by its code or by its wording."""
    held = [c for c in cells if c.text]
    key = next((c for c in held if c.column == part.key_column), None)
    code = leading_code(key.text) if key else ""
    if code in reading.items:
        return code
    for cell in held:
        by_wording = reading.wordings.get(" ".join(words_of(cell.text)))
        if by_wording:
            message = f"the row is read as {by_wording}, by its wording"
            reading.notes.found("IMP109", by_wording, message, cell.place)
            return by_wording
    if code and key:
        message = f"{code} is not a KSB of the standard; no mark is made"
        reading.notes.found("IMP108", code, message, key.place)
    return ""


def _turned(part: Part, reading: Reading) -> tuple[list[Hit], list[Column]]:
    """The same of a grid whose columns are KSBs and whose rows are places."""
    hits: list[Hit] = []
    columns: list[Column] = []
    for row in part.rows:
        titles = [c for c in row.filled if _item_of(part, c, reading) == ""]
        named = [c for c in titles if _names(part.head(c))]
        named = named or [c for c in titles if is_time(c.text)]
        if not named:
            if row.filled:
                reading.left_out(row, "it names no module or session")
            continue
        if take(named[0].text).field == "counts":
            reading.left_out(row, "it counts the marks of the others")
            continue
        column = Column(" ".join(c.text for c in named[:2]), named[0].place)
        columns.append(column)
        for cell in row.cells:
            item = _item_of(part, cell, reading)
            if item and (cell.text or cell.fill):
                hits.append(Hit(item, column, cell))
            elif cell.text and cell not in named[:2]:
                _note_hours(column, part.head(cell), cell, reading)
                _keep(cell, part.head(cell), reading)
    return hits, columns


def _note_hours(
    column: Column, head: Head | None, cell: Cell, reading: Reading
) -> None:
    hours = hours_of(cell.text) if head and head.field == "hours" else None
    if hours:
        reading.hours[words_of(column.title)] = hours


def _names(head: Head | None) -> bool:
    """Whether a column may hold the names of places."""
    return head is None or head.field not in (
        "hours",
        "counts",
        "keep",
        "wording",
        "date",
    )


def _item_of(part: Part, cell: Cell, reading: Reading) -> str:
    head = part.head(cell)
    return head.field if head and head.field in reading.items else ""


def _convention(part: Part, reading: Reading, hits: list[Hit]) -> Convention:
    """How the cells are read, by what stands around the grid and in it."""
    around = [c for row in part.lead for c in row.cells]
    texts = [*reading.legend, *(c.text for c in around)]
    texts += [row.own_text for row in part.lead]
    colours = dict(reading.colours)
    colours |= colours_of([*part.lead, *(r for r in part.rows if not _named(r, part))])
    fills = (h.cell.fill for h in hits if h.cell.fill)
    return convention((h.cell.text for h in hits), texts, colours, fills)


def _named(row: Row, part: Part) -> bool:
    return any(leading_code(c.text) for c in row.filled if c.column == part.key_column)


def colours_of(rows: Iterable[Row]) -> dict[str, str]:
    """What stands in coloured cells, or beside them, as in a legend."""
    colours: dict[str, str] = {}
    for row in rows:
        for at, cell in enumerate(row.cells):
            beside = row.cells[at + 1].text if at + 1 < len(row.cells) else ""
            if cell.fill and (cell.text or beside):
                colours.setdefault(cell.fill, cell.text or beside)
    return colours


def _marks_are(number: int) -> str:
    return f"{many(number, 'mark')} {'is' if number == 1 else 'are'}"


@dataclass(slots=True)
class _Reader:
    """Reads the cells of one grid, and tells what it could not read."""

    part: Part
    reading: Reading
    convention: Convention
    numbers: Counter[str] = field(default_factory=Counter)
    coloured: list[Cell] = field(default_factory=list)
    read: int = 0
    by_colour: int = 0
    empty: int = 0
    """How many cells of the grid hold no text."""

    def take(self, hit: Hit) -> None:
        """Make a mark of a cell, if it says one."""
        cell = hit.cell
        if not cell.text:
            self._colour(hit)
            return
        if is_nothing(cell.text):
            return
        mark = self.convention.read(cell.text)
        if mark is None:
            mark = self._text(hit)
        if mark == TAUGHT and hit.column.role:
            mark = hit.column.role
        if mark is not None:
            self.read += 1
            held = hit.column.marks.get(hit.item)
            hit.column.marks[hit.item] = _deeper(held, mark)

    def _text(self, hit: Hit) -> Mark | None:
        """A cell that says where rather than how is a mark, and is kept."""
        cell, notes = hit.cell, self.reading.notes
        notes.keep(cell.place, f"{hit.item}, {hit.column.title}", cell.text)
        if _NUMBER.fullmatch(cell.text):
            self.numbers[cell.text] += 1
            return Mark(Depth.TAUGHT)
        plain = " ".join(cell.text.split())
        if len(cell.text) <= 3:  # noqa: PLR2004 (a sign, not a text)
            message = f"{hit.item} is marked {plain}, which is not known; it is kept"
            notes.found("IMP109", hit.item, message, cell.place)
            return None
        message = f"{hit.item} says “{plain}”; it is read as taught, and kept"
        notes.found("IMP109", hit.item, message, cell.place)
        return Mark(Depth.TAUGHT)

    def _colour(self, hit: Hit) -> None:
        meaning = self.convention.colours.get(hit.cell.fill)
        if meaning:
            self.by_colour += 1
            hit.column.marks[hit.item] = meaning
        else:
            self.coloured.append(hit.cell)

    def tell(self) -> None:
        """Say by what convention the grid was read."""
        notes, place = self.reading.notes, self.part.place
        if self.read:
            message = f"{_marks_are(self.read)} read by {self.convention.said}"
            notes.found("IMP109", place, message, place)
        if self.by_colour:
            message = f"{_marks_are(self.by_colour)} read by colour, as the legend says"
            notes.found("IMP109", place, message, place)
        if self.numbers:
            told = ", ".join(sorted(self.numbers))
            message = (
                f"numbers ({told}) are read as taught; what they count is not said"
            )
            notes.found("IMP109", place, message, place)
        shades = {cell.fill for cell in self.coloured}
        # Where every empty cell has one colour, that is dress.
        if len(shades) > 1 or 0 < len(self.coloured) < self.empty:
            self._tell_colours()

    def _tell_colours(self) -> None:
        """Colours of whole rows or columns are dress; the others may mean something."""
        first = self.coloured[0]
        shades = Counter(cell.fill for cell in self.coloured)
        told = ", ".join(f"{c}: {many(n, 'cell')}" for c, n in sorted(shades.items()))
        message = (
            f"cells are marked by colour alone ({told}); no legend says what that "
            "means, so no mark is made"
        )
        self.reading.notes.found("IMP110", self.part.place, message, first.place)
        for cell in self.coloured:
            self.reading.notes.keep(cell.place, "colour alone", cell.fill)


def _deeper(held: Mark | None, mark: Mark) -> Mark:
    if held is None:
        return mark
    depths = [d for d in (held.depth, mark.depth) if d]
    return Mark(
        max(depths, key=lambda d: d.rank) if depths else None,
        held.assessed or mark.assessed,
    )


def _empty(part: Part, columns: list[Column]) -> int:
    rows = sum(bool(row.filled) for row in part.rows)
    across = len(columns) if part.kind is Kind.GRID else len(part.heads)
    down = rows if part.kind is Kind.GRID else len(columns)
    filled = sum(len(c.marks) for c in columns)
    return down * across - filled


def _by_assessment(part: Part, columns: list[Column]) -> bool:
    """Whether the columns of a grid are assessments."""
    said = [m for c in columns for m in c.marks.values()]
    if any(mark.teaches for mark in said):
        return False
    keyed = sum(bool(_ASSESSMENT_KEY.match(c.title)) for c in columns)
    purposes = {m.assessed for m in said}
    named = "assessment" in part.table.place.casefold()
    return named or keyed * 2 > len(columns) or Purpose.FORMATIVE in purposes


def read_list(part: Part, reading: Reading, places: Places) -> None:
    """Add what a list says of where each KSB is taught or assessed."""
    for row in part.rows:
        item = _item(part, row.cells, reading)
        if not item:
            if row.filled:
                reading.left_out(row, "it names no KSB of the standard")
            continue
        for cell in row.cells:
            head = part.head(cell)
            if not cell.text or head is None or cell.column == part.key_column:
                continue
            named = head.taken.sure or head.field in ("taught_in", "assessed_by")
            if named and head.field in ("taught_in", "module", "assessed_by"):
                _listed(item, cell, head, places, reading)
            else:
                _keep(cell, head, reading)


def read_beside(
    part: Part, reading: Reading, rows: Iterable[tuple[SessionDraft, Row]]
) -> None:
    """Add the marks of a scheme that has a column for each KSB."""
    held = [
        (session, Column(session.topic or row.place, row.place), row)
        for session, row in rows
    ]
    hits = [
        Hit(item, column, cell)
        for _, column, row in held
        for cell in row.cells
        if (item := _item_of(part, cell, reading)) and (cell.text or cell.fill)
    ]
    if not hits:
        return
    reader = _Reader(part, reading, _convention(part, reading, hits))
    for hit in hits:
        reader.take(hit)
    reader.empty = sum(len(part.heads) for _ in held) - len(hits)
    reader.tell()
    for session, column, row in held:
        session.marks |= {k: m for k, m in column.marks.items() if m.teaches}
        for key in (k for k, m in column.marks.items() if m.assessed):
            message = f"{key} is marked as assessed; the row names no assessment"
            reading.notes.found("IMP115", key, message, row.place)
            reading.notes.keep(row.place, f"{key} assessed", column.title)


def _listed(
    item: str, cell: Cell, head: Head, places: Places, reading: Reading
) -> None:
    """The places that one cell of a list names."""
    tests = head.field == "assessed_by"
    if words_of(cell.text)[:1] == ("not",) or is_nothing(cell.text):
        return
    for said in re.split(r"\s*[;\n]\s*|,\s+(?=[A-Z]+\d)", cell.text):
        if not said or is_nothing(said):
            continue
        title, mark = _listed_mark(said, tests=tests)
        titles = _each(title)
        if len(titles) > 1:
            message = f"“{title}” is read as {', '.join(titles)}"
            reading.notes.found("IMP109", item, message, cell.place)
        for one in titles:
            places.take(one, cell.place, {item: mark}, tests=tests, listed=True)


def _each(title: str) -> list[str]:
    """Every place of "Modules 1, 3 and 4": Module 1, Module 3, Module 4."""
    several = _SEVERAL.fullmatch(title)
    if not several:
        return [title] if title else []
    numbers: list[int] = []
    for first, last in _TO.findall(several[2]):
        most = min(int(last or first), int(first) + _MOST_AT_ONCE)
        numbers += range(int(first), most + 1)
    one = several[1].capitalize()
    return [f"{one} {number}" for number in dict.fromkeys(numbers)]


def _listed_mark(said: str, *, tests: bool) -> tuple[str, Mark]:
    """A place and a depth of "M01.07 I"; of "A04 (formative)" likewise."""
    if tests:
        formative = "formative" in said.casefold()
        title = re.sub(r"\s*\((?:formative|summative)\)", "", said, flags=re.IGNORECASE)
        purpose = Purpose.FORMATIVE if formative else Purpose.SUMMATIVE
        return title.strip(), Mark(assessed=purpose)
    found = re.fullmatch(r"(.*\S)[\s\u00a0]([IDMT])", said)
    if found:
        letters = {d.letter: d for d in Depth}
        return found[1], Mark(letters[found[2]])
    return said.strip(), Mark(Depth.TAUGHT)
