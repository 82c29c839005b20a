"""What differs between two documents, or between one document then and now."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from curriculum.carried.sheets import SHEET
from curriculum.carried.shown import HEADING, Block, Part, Row, Shown, Table
from curriculum.verifying.aligning import Gap, same_and_gaps
from curriculum.verifying.edits import Edit, Kind, cell_in_words, text_in_words
from curriculum.verifying.labels import row_labels, unlike
from curriculum.verifying.tables import Named, table_edits

_ALIKE = 0.4
"""Share of words in common from which on a paragraph is the same one, changed."""
_MOST_TRIED = 10_000


def differences(old: Shown, new: Shown, title: str) -> list[Edit]:
    """Every edit that leads from one document to the other, in the order of the old."""
    if old == new:
        return []
    found: list[Edit] = []
    now = {part.place: part for part in new}
    renamed = _renamed(old, new)
    for number, part in enumerate(old):
        place = renamed.get(part.place, part.place)
        where = f"{title}, {part.place}" if part.place else title
        if place not in now:
            found.append(Edit(Kind.GONE, title, _in_brief(part), "", part.place))
            continue
        if place != part.place:
            was, is_ = (p.removeprefix(SHEET) for p in (part.place, place))
            found.append(Edit(Kind.CHANGED, title, was, is_, "name of a sheet"))
        found += _PartEdits(number, part, now[place], where).found()
    known = {renamed.get(part.place, part.place) for part in old}
    for part in new:
        if part.place not in known:
            found.append(Edit(Kind.ADDED, title, "", _in_brief(part), part.place))
    return found


def _renamed(old: Shown, new: Shown) -> dict[str, str]:
    """Sheets that have another name now: those with the same table."""
    before = {p.place for p in old}
    now = {p.place for p in new}
    fresh = [p for p in new if p.place.startswith(SHEET) and p.place not in before]
    found: dict[str, str] = {}
    for part in old:
        if part.place.startswith(SHEET) and part.place not in now:
            for other in fresh:
                if other.place not in found.values() and _same_header(part, other):
                    found[part.place] = other.place
                    break
    return found


def _same_header(one: Part, other: Part) -> bool:
    first, second = (
        next((b[0] for b in part.blocks if not isinstance(b, str)), None)
        for part in (one, other)
    )
    return first is not None and first == second


def _in_brief(part: Part) -> str:
    told = (
        block if isinstance(block, str) else f"a table of {len(block)} rows"
        for block in part.blocks
    )
    return "; ".join(text_in_words(text) for text in told)


class _PartEdits:
    """The edits of one part."""

    def __init__(self, number: int, old: Part, new: Part, where: str) -> None:
        self._number, self._where = number, where
        self._old, self._new = old.blocks, new.blocks
        self._headings = _headings(old.blocks)

    def found(self) -> Iterator[Edit]:
        """Every edit, in the order of the old part."""
        before, after = ([_plainly(b) for b in part] for part in (self._old, self._new))
        if before == after:
            return
        _, gaps = same_and_gaps(before, after)
        for gap in gaps:
            yield from self._in_gap(gap)

    def _in_gap(self, gap: Gap) -> Iterator[Edit]:
        """Edits between what is the same before and after."""
        tables = self._tables(gap)
        texts = self._texts(gap)
        pairs = dict(tables + texts)
        for a in gap.old:
            if a not in pairs:
                yield self._gone(a)
                continue
            old, new = self._old[a], self._new[pairs[a]]
            if isinstance(old, str) and isinstance(new, str):
                was, now = text_in_words(old), text_in_words(new)
                what = "heading" if old.startswith(HEADING) else "paragraph"
                yield Edit(Kind.CHANGED, self._under(a), was, now, f"{what} changed")
            elif not isinstance(old, str) and not isinstance(new, str):
                named = Named(self._number, a, partial(self._row, a))
                yield from table_edits(old, new, named)
        used = set(pairs.values())
        for b in gap.new:
            if b not in used:
                yield self._come(b, gap.old.start)

    def _gone(self, at: int) -> Edit:
        block = self._old[at]
        if isinstance(block, str):
            told, what = text_in_words(block), "paragraph"
        else:
            told, what = _table_in_brief(block), "table"
        return Edit(Kind.GONE, self._under(at), told, "", what)

    def _come(self, at: int, near: int) -> Edit:
        block = self._new[at]
        if isinstance(block, str):
            told, what = text_in_words(block), "paragraph"
        else:
            told, what = _table_in_brief(block), "table"
        return Edit(Kind.ADDED, self._under(near), "", told, what)

    # Which is which.

    def _tables(self, gap: Gap) -> list[tuple[int, int]]:
        old = [n for n in gap.old if not isinstance(self._old[n], str)]
        new = [n for n in gap.new if not isinstance(self._new[n], str)]
        if len(old) == len(new):
            return list(zip(old, new, strict=True))
        return _best(
            [
                (_table_likeness(self._old[a], self._new[b]), a, b)
                for a in old
                for b in new
            ]
            if len(old) * len(new) <= _MOST_TRIED
            else []
        )

    def _texts(self, gap: Gap) -> list[tuple[int, int]]:
        old = [n for n in gap.old if isinstance(self._old[n], str)]
        new = [n for n in gap.new if isinstance(self._new[n], str)]
        if len(old) == len(new) == 1:
            return [(old[0], new[0])]
        if len(old) * len(new) > _MOST_TRIED:
            return list(zip(old, new, strict=False))
        words = {
            id(block): set(block.casefold().split())
            for block in (*(self._old[n] for n in old), *(self._new[n] for n in new))
            if isinstance(block, str)
        }
        scores = []
        for a in old:
            for b in new:
                first, second = words[id(self._old[a])], words[id(self._new[b])]
                both = len(first & second) / max(1, len(first | second))
                if both >= _ALIKE:
                    scores.append((both, a, b))
        return _best(scores)

    # Places in words.

    def _under(self, at: int) -> str:
        heading = self._headings[min(at, len(self._headings) - 1)] if self._old else ""
        return f"{self._where}, under {heading}" if heading else self._where

    def _row(self, table: int, label: str) -> str:
        """The place of a row: with its heading where other tables have such a row."""
        if not label:
            return self._under(table)
        heading = self._headings[table] if self._labels[label] > 1 else ""
        return ", ".join(filter(None, (self._where, heading, label)))

    @cached_property
    def _labels(self) -> Counter[str]:
        """How many rows of the part have each label."""
        tables = (block for block in self._old if not isinstance(block, str))
        return Counter(label for table in tables for label in row_labels(table)[1:])


def _plainly(block: Block) -> Block:
    """A block as it is compared: a heading is a text."""
    return text_in_words(block) if isinstance(block, str) else block


def _headings(blocks: Sequence[Block]) -> list[str]:
    """For each block the heading it stands under that no other place has."""
    told = [text_in_words(b) for b in blocks if isinstance(b, str) and b[:1] == HEADING]
    once = unlike(told)
    under: list[str] = []
    heading = ""
    for block in blocks:
        if isinstance(block, str) and block[:1] == HEADING and block[1:] in once:
            under.append(heading)
            heading = block[1:]
        else:
            under.append(heading)
    return under


def _table_in_brief(table: Table) -> str:
    header = ", ".join(cell_in_words(cell) for cell in table[0])
    return f"{len(table) - 1} rows below {header}"


def _table_likeness(old: Block, new: Block) -> float:
    if isinstance(old, str) or isinstance(new, str):
        return 0.0
    first, second = _cells(old), _cells(new)
    share = len(first & second) / max(1, min(len(first), len(second)))
    return share + (old[0] == new[0])


def _cells(table: Table) -> set[tuple[str, ...]]:
    rows: Sequence[Row] = table[1:]
    return {cell for row in rows for cell in row if cell}


def _best(scores: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The best pairs, each place used once, none crossing."""
    pairs: list[tuple[int, int]] = []
    for score, a, b in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        crosses = any((a - c) * (b - d) <= 0 for c, d in pairs)
        if score > 0 and not crosses:
            pairs.append((a, b))
    return pairs
