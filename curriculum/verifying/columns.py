"""Which record a row is about, and which field a column holds."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from curriculum.carried.shown import Cell, Row, Table
from curriculum.form.fields import Sort, field_of
from curriculum.form.records import Id
from curriculum.verifying.aligning import same_and_gaps
from curriculum.verifying.known import Known, Printed

_NAMED = 5
"""How many texts in common the name of a record is worth."""
_TELLING = (Sort.TEXT, Sort.LINES)
_MOST = 0.6
"""Share of the rows in which a column must hold a field to be known as its column."""


class Sign(NamedTuple):
    """A field, whatever the record: its path, how it is led, what marks it holds."""

    path: tuple[str, ...]
    lead: str
    advisory: bool


def sign_of(known: Known) -> Sign:
    """The sign of a field; a title is led by the record's own key."""
    lead = "key" if known.lead and known.path == ("title",) else known.lead
    return Sign(known.path, lead, known.advisory)


class Registry:
    """Finds records by the texts that documents print of them."""

    def __init__(self, records: Iterable[Printed]) -> None:
        self._records = {record.id: record for record in records}
        self._named: defaultdict[str, list[Id]] = defaultdict(list)
        self._texts: defaultdict[str, set[Id]] = defaultdict(set)
        self._others: defaultdict[str, set[Id]] = defaultdict(set)
        """Figures, dates, codes and people, which stand in rows of anything."""
        for record in self._records.values():
            for name in record.names:
                self._named[name].append(record.id)
            for known in record.fields:
                sort = field_of(record.id[0], known.path).sort
                held = self._texts if sort in _TELLING else self._others
                for text in known.texts:
                    held[text].add(record.id)

    def fields(self, id_: Id) -> tuple[Known, ...]:
        """The fields of a record."""
        return self._records[id_].fields

    def names(self, id_: Id) -> tuple[str, ...]:
        """The texts that name a record."""
        return self._records[id_].names

    def of_row(self, row: Row) -> Id | None:
        """The record that a row is about; None if none, or several as well."""
        votes: Counter[Id] = Counter()
        texts = {text for cell in row for text in cell}
        for text in texts:
            votes.update(dict.fromkeys(self._named.get(text, ()), _NAMED))
            votes.update(self._texts.get(text, ()))
        for text in texts:
            votes.update(id_ for id_ in self._others.get(text, ()) if id_ in votes)
        best = votes.most_common(2)
        if not best or (len(best) > 1 and best[0][1] == best[1][1]):
            return None
        return best[0][0]


@dataclass(slots=True)
class TableMap:
    """A table as it was: its rows' records, its columns' fields."""

    records: list[Id | None]
    columns: list[dict[Sign, float]]
    """For each column the fields it is known to hold, with the share of rows."""


def mapped(table: Table, registry: Registry) -> TableMap:
    """What a table holds, judged by the texts in it."""
    records = [None, *(registry.of_row(row) for row in table[1:])]
    width = max(map(len, table))
    return TableMap(
        records, [_fields_of(table, n, records, registry) for n in range(width)]
    )


def _fields_of(
    table: Table, column: int, records: Sequence[Id | None], registry: Registry
) -> dict[Sign, float]:
    held: Counter[Sign] = Counter()
    could: Counter[Sign] = Counter()
    for row, id_ in zip(table, records, strict=True):
        if id_ is None or column >= len(row):
            continue
        for known in registry.fields(id_):
            if not known.is_empty:
                could[sign_of(known)] += 1
                held[sign_of(known)] += start_of(known, row[column]) is not None
    shares = {sign: held[sign] / could[sign] for sign in could}
    return {sign: share for sign, share in shares.items() if share >= _MOST}


def start_of(known: Known, cell: Cell) -> int | None:
    """Where in a cell the paragraphs of a field begin."""
    texts = known.texts
    for start in range(len(cell) - len(texts) + 1):
        if cell[start : start + len(texts)] == texts:
            return start
    return None


class Span(NamedTuple):
    """The paragraphs of a cell that are a field's."""

    known: Known
    start: int
    stop: int


def spans_of(
    cell: Cell, fields: Iterable[Known], columns: Mapping[Sign, float]
) -> list[Span]:
    """The fields that a cell holds; of two in one place the likelier one alone."""
    found: list[tuple[float, Span]] = []
    empty: list[Known] = []
    for known in fields:
        share = columns.get(sign_of(known), 0)
        start = None if known.is_empty else start_of(known, cell)
        if share and start is not None:
            span = Span(known, start, start + len(known.texts))
            found.append((share, span))
        elif share and known.is_empty:
            empty.append(known)
    clear = [
        span
        for share, span in found
        if not any(
            other is not span and share <= others and _overlap(span, other)
            for others, other in found
        )
    ]
    if not found and len(empty) == 1:
        return [Span(empty[0], 0, len(cell))]
    return sorted(clear, key=lambda span: span.start)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop


def said_now(
    was: Cell, now: Cell, spans: Sequence[Span]
) -> list[tuple[Known, tuple[str, ...]]] | None:
    """What each field of an edited cell says now; None if that cannot be told."""
    same, gaps = same_and_gaps(was, now)
    kept = {a: (was[a],) for a, _ in same}
    put: dict[int, tuple[str, ...]] = dict(kept)
    after: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    touched: set[int] = set()
    for gap in gaps:
        texts = tuple(now[n] for n in gap.new)
        if len(gap.old) == len(texts):
            put |= {a: (text,) for a, text in zip(gap.old, texts, strict=True)}
            touched |= set(gap.old)
            continue
        owners = [s for s in spans if _holds(s, gap.old, texts)]
        if len(owners) != 1:
            return None
        put |= dict.fromkeys(gap.old, ())
        at = max(gap.old.start - 1, owners[0].start) if not gap.old else gap.old.start
        after[at] += texts
        touched |= {at, *gap.old}
    changed = [
        s for s in spans if touched & set(range(s.start, max(s.stop, s.start + 1)))
    ]
    inside = {n for s in changed for n in range(s.start, s.stop)}
    if not changed or not {n for n in touched if n < len(was)} <= inside:
        return None
    return [
        (
            span.known,
            tuple(
                text
                for n in range(span.start, max(span.stop, span.start + 1))
                for text in (*put.get(n, ()), *after[n])
            ),
        )
        for span in changed
    ]


def _holds(span: Span, old: range, texts: Sequence[str]) -> bool:
    """Whether a stretch of a cell is a field's alone."""
    if old:
        return span.start <= old.start and old.stop <= span.stop
    if span.known.lead and texts:
        return all(text.startswith(span.known.lead) for text in texts)
    return span.start < old.start <= span.stop or span.start == old.start == span.stop
