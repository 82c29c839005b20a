"""Tables cut into parts with one heading row each, and what each part is."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from curriculum.importing.codes import leading_code
from curriculum.importing.codes_apart import codes_joined
from curriculum.importing.dates import when
from curriculum.importing.headings import Taken, known, take, taken, words_of
from curriculum.importing.marks import LONGEST_MARK, is_sign
from curriculum.importing.slots import one_row_a_slot
from curriculum.importing.tables import Cell, Row, Table
from curriculum.importing.turning import turned_over

_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
Chosen = Mapping[tuple[str, ...], str]
"""What somebody said headings stand for, by the headings' words."""
ItemOf = Callable[[str], str]
"""Gives the KSB that a text names, or nothing."""

_ROWS_LOOKED_AT = 40
_LONGEST_HEADING = 160
_FEWEST = 3
_MOST_WEEKS = 5
"""Weeks that a month may touch."""
_CONTENT = frozenset({"topic", "outcomes", "activities", "tutor", "learners"})
_ORDER = frozenset({"week", "date", "number", "hours", "time", "module"})
_TIMES = _ORDER - {"module"}
_LISTS = frozenset({"taught_in", "assessed_by", "module"})
_PLACED_BY = frozenset({"taught_in", "assessed_by"})
_TOPIC = frozenset({"topic"})
_BESIDE_MARKS = frozenset(
    {"assessment", "activities", "resources", "homework", "workplace", "outcomes",
     "events", "assessor", "assessment_title", "purpose", "taught_in", "assessed_by"}
)  # fmt: skip
"""What a column of a grid is by its heading, as long as no sign stands in it."""
_SUBMISSION = frozenset({"hand_out", "hand_in"})


class Kind(StrEnum):
    """What a part of a table was taken for."""

    SCHEME = "a scheme of work, one row a session"
    CARD = "one session, a heading a row"
    GRID = "a grid of KSBs, one row a KSB"
    TURNED = "a grid of KSBs, one column a KSB"
    LONG = "a list of KSBs with where they are taught or assessed"
    SCHEDULE = "a schedule of assessments"
    GANTT = "a delivery plan, one column a week or a month"
    FACTS = "details of the programme"
    TERMS = "dates of terms and holidays"
    OTHER = "not understood"


@dataclass(frozen=True, slots=True)
class Head:
    """The heading of one or several columns of the grid."""

    column: int
    span: int
    taken: Taken
    place: str
    below: bool = False
    """Whether it stands in a second row of headings."""

    @property
    def field(self) -> str:
        """What it was taken for."""
        return self.taken.field


@dataclass(slots=True)
class Part:
    """Rows under one heading row."""

    table: Table
    kind: Kind
    heads: list[Head] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    lead: list[Row] = field(default_factory=list)
    """Rows above the heading row."""
    place: str = ""
    key_column: int = 0
    """The column of the KSBs' codes, in a grid."""

    _over: dict[int, Head] = field(default_factory=dict, repr=False)
    _counted: int = 0

    def head(self, cell: Cell) -> Head | None:
        """The heading over a cell."""
        if self._counted != len(self.heads):
            self._counted = len(self.heads)
            for head in reversed(self.heads):
                columns = range(head.column, head.column + head.span)
                self._over |= dict.fromkeys(columns, head)
        return self._over.get(cell.column)

    @property
    def fields(self) -> set[str]:
        """The fields that its headings were taken for."""
        return {head.field for head in self.heads if head.field}


def parts_of(table: Table, chosen: Chosen, item_of: ItemOf) -> list[Part]:
    """A table's parts, each with what it is."""
    divided = one_row_a_slot(table, chosen) or turned_over(table, chosen)
    table = codes_joined(divided or table)
    turned = None if table.turned else _turned(table, item_of)
    if turned:
        return [turned]
    grid = None if table.turned else _grid(table, chosen, item_of)
    if grid:
        return [grid]
    parts = _under_headings(table, chosen)
    facts = None if table.turned or any(map(_is_surely, parts)) else _facts(table)
    if facts:
        return [facts]
    if all(part.kind is Kind.OTHER for part in parts):
        card = _without_headings(table, chosen)
        return [card] if card.kind is Kind.CARD or not parts else parts
    return parts


def _is_surely(part: Part) -> bool:
    """Whether a part has rows under headings that are no labels by chance."""
    sure = {head.field for head in part.heads if head.taken.sure}
    ordered = bool(sure & _ORDER) and bool(sure & _CONTENT)
    return ordered and len(sure) >= _FEWEST and bool(part.rows)


def _facts(table: Table) -> Part | None:
    """Details of the programme: labels with their values beside them."""
    labels = [take(label.text, "facts") for label, _ in label_pairs(table)]
    sure = [t.field for t in labels if t.sure]
    if len(set(sure)) < 2 or len(sure) * 3 < len(labels):  # noqa: PLR2004 (one may be chance)
        return None
    return Part(table, Kind.FACTS, rows=table.rows)


def _turned(table: Table, item_of: ItemOf) -> Part | None:
    for at, row in enumerate(table.rows[:_ROWS_LOOKED_AT]):
        codes = [c for c in row.filled if leading_code(c.text) and item_of(c.text)]
        short = [c for c in codes if len(c.text) <= LONGEST_MARK or c.span == 1]
        if len(short) >= _FEWEST and len(short) * 2 > len(row.filled):
            heads = [
                Head(c.column, c.span, _as_code(c, item_of), c.place)
                for c in row.filled
            ]
            below = table.rows[at + 1 :]
            part = Part(table, Kind.TURNED, heads, below, table.rows[:at], row.place)
            if _is_dated(part):
                part.kind = Kind.SCHEME
            return part
    return None


def _is_dated(part: Part) -> bool:
    """Whether each row of a turned grid is an occasion: it has a day, and a topic."""
    days = [h for h in part.heads if h.field in ("date", "week")]
    dated = sum(
        any(part.head(c) in days and when(c.text).first for c in row.cells)
        for row in part.rows
    )
    return dated * 2 > len(part.rows) and bool(part.fields & _CONTENT)


def _as_code(cell: Cell, item_of: ItemOf) -> Taken:
    code = item_of(cell.text)
    return Taken(cell.text, code, sure=True) if code else take(cell.text)


def _grid(table: Table, chosen: Chosen, item_of: ItemOf) -> Part | None:
    """A part whose rows are KSBs, by their codes in one column."""
    counts: Counter[int] = Counter()
    first: dict[int, int] = {}
    for at, row in enumerate(table.rows):
        for cell in row.filled:
            if item_of(cell.text):
                counts[cell.column] += 1
                first.setdefault(cell.column, at)
    if not counts:
        return None
    column, count = counts.most_common(1)[0]
    below = table.rows[first[column] :]
    held = sum(any(c.column == column for c in row.filled) for row in below)
    if count < _FEWEST or count * 2 < held or first[column] == 0:
        return None
    at = _heading_above(table.rows[: first[column]])
    heads = _heads(table.rows[: at + 1], chosen)
    part = Part(
        table, Kind.GRID, heads, table.rows[at + 1 :], table.rows[:at],
        table.rows[at].place, column,
    )  # fmt: skip
    marked = mark_heads(part)
    sure = {h.field for h in part.heads if h.taken.sure}
    before = {h.field for h in part.heads if h.taken.sure and h.column < column}
    if before & _CONTENT and not before & {h.field for h in marked}:
        return None
    # What stands over marks is the name of a place, whatever words it is made of.
    told = sure | {h.field for h in part.heads if h not in marked}
    if told & _CONTENT and told & _ORDER:
        return None
    part.kind = _kind_of_grid(part, marked, sure)
    return part


def _kind_of_grid(part: Part, marked: list[Head], sure: set[str]) -> Kind:
    """Whether rows of KSBs are marked, or say in words where each is taught."""
    if sum(words_of(h.taken.heading) in _answers() for h in part.heads) > 1:
        # Learners tick how sure they are: that says nothing of teaching.
        return Kind.OTHER
    under = _under(part)
    signed = any(_are_signs(under[head.column]) for head in marked)
    listed = {h.field for h in part.heads if h not in marked} & (_PLACED_BY | _TOPIC)
    placed = sure & _PLACED_BY or listed or (not marked and sure & _LISTS)
    if placed and not signed:
        return Kind.LONG
    return Kind.GRID if marked else Kind.OTHER


@cache
def _answers() -> frozenset[tuple[str, ...]]:
    return frozenset(map(words_of, known()["words"]["answers"]))


def _heading_above(rows: list[Row]) -> int:
    """The row nearest to the codes that is filled about as much as any."""
    most = max(len(row.filled) for row in rows)
    held = [at for at, row in enumerate(rows) if len(row.filled) * 2 >= most]
    return held[-1] if held else len(rows) - 1


def mark_heads(part: Part) -> list[Head]:
    """The headings under which marks stand."""
    below = _under(part)
    return [head for head in part.heads if _is_marks(part, head, below[head.column])]


def _under(part: Part) -> defaultdict[int, list[Cell]]:
    """The cells under each heading, by its column."""
    below: defaultdict[int, list[Cell]] = defaultdict(list)
    for row in part.rows:
        for cell in row.cells:
            head = part.head(cell)
            if head:
                below[head.column].append(cell)
    return below


def _is_marks(part: Part, head: Head, cells: list[Cell]) -> bool:
    """Whether most of what stands under a heading is short enough for marks."""
    if head.column <= part.key_column < head.column + head.span:
        return False
    if head.taken.sure and head.field in ("wording", "counts", "keep", "kind"):
        return False
    said = {c.text for c in cells if c.text}
    if head.taken.sure and said - {"1"} and all(map(_NUMBER.fullmatch, said)):
        return False
    if head.field in _TIMES and said - {"1"} and all(map(_is_time, said)):
        return False
    signs = sum(bool(c.fill) or is_sign(c.text) for c in cells)
    content = head.taken.sure and head.field in _CONTENT and signs * 2 < len(cells)
    if content or (head.field in _BESIDE_MARKS and not signs):
        return False
    marks = [c for c in cells if c.fill or 0 < len(c.text) <= LONGEST_MARK]
    return bool(marks) and len(marks) * 2 >= sum(bool(c.text) for c in cells)


def _are_signs(cells: list[Cell]) -> bool:
    """Whether what stands under a heading are signs rather than short texts."""
    filled = [c for c in cells if c.text]
    return sum(is_sign(c.text) for c in filled) * 2 > len(filled)


def _is_time(text: str) -> bool:
    """Whether a text is a number or a day, as in a column of weeks."""
    return bool(_NUMBER.fullmatch(text)) or when(text).first is not None


def _heads(rows: list[Row], chosen: Chosen) -> list[Head]:
    """The headings of the last of these rows, completed from the one above it."""
    last = rows[-1]
    heads = [
        Head(c.column, c.span, taken(c.text, chosen), c.place)
        for c in last.cells
        if c.text and not c.down
    ]
    held = {n for h in heads for n in range(h.column, h.column + h.span)}
    above = (*last.cells, *(rows[-2].cells if len(rows) > 1 else ()))
    for cell in above:
        if cell.text and cell.column not in held:
            heads.append(
                Head(cell.column, cell.span, taken(cell.text, chosen), cell.place)
            )
            held |= set(range(cell.column, cell.column + cell.span))
    return sorted(heads, key=lambda head: head.column)


def _under_headings(table: Table, chosen: Chosen) -> list[Part]:
    parts: list[Part] = []
    lead: list[Row] = []
    for at, row in enumerate(table.rows):
        if parts and _below(parts[-1], row):
            continue
        heads = _heading_row(table, at, chosen, parts[-1] if parts else None)
        if heads is None and parts:
            parts[-1].rows.append(row)
        elif heads is None:
            lead.append(row)
        elif not (parts and _same(parts[-1], heads)):
            parts.append(Part(table, Kind.OTHER, heads, [], lead, row.place))
            lead = []
    for part in parts:
        part.kind = _kind(part)
    return parts


def _heading_row(
    table: Table, at: int, chosen: Chosen, before: Part | None
) -> list[Head] | None:
    """The headings of a row, if it is a row of headings."""
    row = table.rows[at]
    cells = [c for c in row.cells if c.text and not (c.down and before)]
    if len(cells) < 2 or any(len(c.text) > _LONGEST_HEADING for c in cells):  # noqa: PLR2004
        return None
    takes = [taken(c.text, chosen) for c in cells]
    if before is None and sum(_is_week(c) for c in cells) >= _FEWEST:
        return _heads([row], chosen)
    found = [t for t in takes if t.field]
    sure = sum(t.sure for t in found)
    names = {t.field for t in found}
    if before and not _same_texts(before, takes):
        enough = sure >= _FEWEST and sure == len(cells) and len(names) >= _FEWEST
    else:
        enough = sure >= 1 and len(names) >= 2 and len(found) * 2 >= len(cells)  # noqa: PLR2004
        # Below rows of labels and values, a chance likeness is no heading row.
        enough = enough and (sure >= _FEWEST or before is not None or _first(table, at))
    return _two_rows(table, at, chosen) if enough else None


def _first(table: Table, at: int) -> bool:
    """Whether no row above is as wide."""
    width = len(table.rows[at].filled)
    return all(len(row.filled) < max(width, 2) for row in table.rows[:at])


def _is_week(cell: Cell) -> bool:
    if len(cell.text) > LONGEST_MARK:
        return False
    said = when(cell.text)
    return said.first is not None or said.week is not None


def _two_rows(table: Table, at: int, chosen: Chosen) -> list[Head]:
    """Headings, split by the row below where that divides a wide one."""
    heads = _heads([table.rows[at]], chosen)
    if at + 1 >= len(table.rows):
        return heads
    below = table.rows[at + 1]
    heads = _stretched(heads, below)
    wide = [h for h in heads if h.span > 1]
    under = below.filled
    divides = (
        wide
        and len(under) > 1
        and all(
            any(h.column <= c.column < h.column + h.span for h in wide) for c in under
        )
        and all(take(c.text).field or len(c.text) <= LONGEST_MARK for c in under)
        and all(c.down or not c.text or c in under for c in below.cells)
    )
    if not divides:
        return heads
    made = [h for h in heads if h not in wide]
    for cell in under:
        over = next(h for h in wide if h.column <= cell.column < h.column + h.span)
        own = taken(cell.text, chosen)
        named = name_of_time(over.taken.heading, cell.text, [c.text for c in under])
        named = named or f"{over.taken.heading} / {cell.text}"
        name = own.field or over.field
        also = Taken(named, name, own.sure)
        made.append(Head(cell.column, cell.span, also, cell.place, below=True))
    return sorted(made, key=lambda head: head.column)


def _stretched(heads: list[Head], below: Row) -> list[Head]:
    """Months reach as far as the weeks below them, whether they are merged or not."""
    under = {c.column for c in below.filled if c.text.isdecimal() or _is_week(c)}
    columns = [h.column for h in heads]
    made = []
    for head in heads:
        span = head.span
        if span == 1 and when(head.taken.heading).month:
            while head.column + span in under and head.column + span not in columns:
                span += 1
        made.append(replace(head, span=span))
    return made


def name_of_time(month: str, number: str, numbers: list[str]) -> str:
    """The week, the day or the month that a number below a month stands for."""
    if not when(month).month or not all(n.isdecimal() for n in numbers):
        return ""
    held = [int(n) for n in numbers]
    if held == list(range(held[0], held[0] + len(held))):
        return f"{month}, week {number}"
    # "1 2 3 4 1 2 3 4" are the weeks of each month, "7 14 21 28 5" are days.
    return month if max(held) <= _MOST_WEEKS else f"{number} {month}"


def _below(part: Part, row: Row) -> bool:
    """Whether a row is the second row of headings, already taken up."""
    places = {head.place for head in part.heads}
    below = {head.column for head in part.heads if head.below}
    return (
        not part.rows
        and bool(row.filled)
        and all(c.place in places and c.column in below for c in row.filled)
        and row.place != part.place
    )


def _same(part: Part, heads: list[Head]) -> bool:
    held = {head.taken.heading for head in part.heads}
    return {h.taken.heading for h in heads} <= held


def _same_texts(part: Part, takes: list[Taken]) -> bool:
    return {t.heading for t in takes} <= {h.taken.heading for h in part.heads}


def _kind(part: Part) -> Kind:
    fields = part.fields
    weeks = sum(_is_week(Cell(0, h.taken.heading, "")) for h in part.heads)
    if weeks >= _FEWEST and not fields & _CONTENT - {"topic"}:
        return Kind.GANTT
    if fields >= _SUBMISSION and not fields & {"activities", "tutor", "learners"}:
        return Kind.SCHEDULE
    content = fields & _CONTENT
    if content and len(fields) >= 2:  # noqa: PLR2004 (a column and another)
        return Kind.SCHEME
    if "assessment_title" in fields:
        return Kind.SCHEDULE
    if fields & _ORDER and fields & {"assessment", "ksbs", "events", "resources"}:
        return Kind.SCHEME
    return Kind.OTHER


def _without_headings(table: Table, chosen: Chosen) -> Part:
    """Pairs of label and value, or a table that is not understood."""
    pairs = list(label_pairs(table))
    labels = [t for label, _ in pairs if (t := taken(label.text, chosen)).field]
    fields = {t.field for t in labels if t.sure}
    most = len(labels) * 2 > len(pairs)
    if most and fields & _CONTENT and len(fields) >= _FEWEST:
        return Part(table, Kind.CARD, rows=table.rows)
    return Part(table, Kind.OTHER, rows=table.rows)


def label_pairs(table: Table) -> Iterator[tuple[Cell, Cell]]:
    """Labels and the values beside them, two or four columns a row."""
    for row in table.rows:
        cells = [c for c in row.cells if c.text and not c.down]
        yield from zip(cells[::2], cells[1::2], strict=False)
