"""What differs between two documents, or between one document then and now."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial

from curriculum.carried.shown import HEADING, SHEET, Block, Part, Shown, Table
from curriculum.plurals import many
from curriculum.verifying.aligning import Gap, same_and_gaps
from curriculum.verifying.edits import (
    Edit,
    Kind,
    cell_in_words,
    cut,
    text_in_words,
)
from curriculum.verifying.labels import row_labels, unlike
from curriculum.verifying.sheets import order_of_sheets, renamed_sheets
from curriculum.verifying.tables import Named, table_edits, table_likeness

_ALIKE = 0.4
"""Share of words in common from which on a paragraph is the same one, changed."""
_SAME_TABLE = 1.5
"""Likeness from which on a table that stands elsewhere is the same one."""
_MOST_TRIED = 10_000


def differences(old: Shown, new: Shown, title: str) -> list[Edit]:
    """Every edit that leads from one document to the other, in the order of the old."""
    if old == new:
        return []
    found: list[Edit] = []
    now = {part.place: part for part in new}
    renamed = renamed_sheets(old, new)
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
    found += order_of_sheets(old, new, renamed, title)
    known = {renamed.get(part.place, part.place) for part in old}
    for part in new:
        if part.place not in known:
            found.append(Edit(Kind.ADDED, title, "", _in_brief(part), part.place))
    return found


def _in_brief(part: Part) -> str:
    told = (
        block if isinstance(block, str) else f"a table of {many(len(block), 'row')}"
        for block in part.blocks
    )
    return "; ".join(text_in_words(text) for text in told)


class _PartEdits:
    """The edits of one part."""

    def __init__(self, number: int, old: Part, new: Part, where: str) -> None:
        self._number, self._where = number, where
        self._old, self._new = old.blocks, new.blocks
        self._address = new.address
        self._headings = _headings(old.blocks)
        self._moved: dict[int, int] = {}

    def found(self) -> Iterator[Edit]:
        """Every edit, in the order of the old part."""
        before, after = ([_plainly(b) for b in part] for part in (self._old, self._new))
        if before == after:
            return
        _, gaps = same_and_gaps(before, after)
        paired = [dict(self._tables(gap) + self._texts(gap)) for gap in gaps]
        self._moved = self._elsewhere(
            [
                a
                for gap, pairs in _both(gaps, paired)
                for a in gap.old
                if a not in pairs
            ],
            [
                b
                for gap, pairs in _both(gaps, paired)
                for b in gap.new
                if b not in pairs.values()
            ],
        )
        for gap, pairs in _both(gaps, paired):
            yield from self._in_gap(gap, pairs)

    def _in_gap(self, gap: Gap, pairs: Mapping[int, int]) -> Iterator[Edit]:
        """Edits between what is the same before and after."""
        for a in gap.old:
            if a in self._moved:
                yield self._elsewhere_now(a, self._moved[a])
            elif a not in pairs:
                yield self._gone(a)
                continue
            b = self._moved.get(a, pairs.get(a, 0))
            old, new = self._old[a], self._new[b]
            if isinstance(old, str) and isinstance(new, str):
                yield from self._text_edits(a, b, old, new)
            elif not isinstance(old, str) and not isinstance(new, str):
                address = partial(self._address, b)
                named = Named(self._number, a, partial(self._row, a), address)
                yield from table_edits(old, new, named)
        used = {*pairs.values(), *self._moved.values()}
        for b in gap.new:
            if b not in used:
                yield self._come(b, gap.old.start)

    def _text_edits(self, a: int, b: int, old: str, new: str) -> Iterator[Edit]:
        was, now = text_in_words(old), text_in_words(new)
        if was != now:
            what = "heading" if old.startswith(HEADING) else "paragraph"
            place, at = self._under(a), self._address(b, 0, 0)
            yield Edit(Kind.CHANGED, place, was, now, f"{what} changed", address=at)

    # What stands elsewhere.

    def _elsewhere(self, old: Sequence[int], new: Sequence[int]) -> dict[int, int]:
        """Where tables and texts stand now that are gone from their place."""
        free: dict[str, list[int]] = {}
        for b in reversed(new):
            if isinstance(block := self._new[b], str):
                free.setdefault(text_in_words(block), []).append(b)
        found: dict[int, int] = {}
        for a in old:
            block = self._old[a]
            held = free.get(text_in_words(block)) if isinstance(block, str) else None
            if held:
                found[a] = held.pop()
        tables = [b for b in new if not isinstance(self._new[b], str)]
        gone = [a for a in old if not isinstance(self._old[a], str)]
        for a in gone if len(gone) * len(tables) <= _MOST_TRIED else ():
            scores = [
                (table_likeness(self._old[a], self._new[b]), -b)
                for b in tables
                if b not in found.values()
            ]
            score, best = max(scores, default=(0.0, 0))
            if score >= _SAME_TABLE:
                found[a] = -best
        return found

    def _elsewhere_now(self, a: int, b: int) -> Edit:
        """What is told of a table or a text that stands elsewhere."""
        block = self._old[a]
        told = "table" if not isinstance(block, str) else "paragraph"
        if isinstance(block, str):
            kind = "heading" if block.startswith(HEADING) else told
            told = f"{kind} {cut(text_in_words(block))}"
        headings = self._headings[a], _headings(self._new)[b]
        was, now = (f"under {named}" if named else "at the head" for named in headings)
        now = f"elsewhere {now}" if was == now else now
        what, address = f"{told} moved", self._address(b, 0, 0)
        return Edit(Kind.CHANGED, self._where, was, now, what, address=address)

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
        address = self._address(at, 0, 0)
        return Edit(Kind.ADDED, self._under(near), "", told, what, address=address)

    # Which is which.

    def _tables(self, gap: Gap) -> list[tuple[int, int]]:
        old = [n for n in gap.old if not isinstance(self._old[n], str)]
        new = [n for n in gap.new if not isinstance(self._new[n], str)]
        if len(old) == len(new):
            return list(zip(old, new, strict=True))
        return _best(
            [
                (table_likeness(self._old[a], self._new[b]), a, b)
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


def _both(
    gaps: Sequence[Gap], paired: Sequence[dict[int, int]]
) -> Iterator[tuple[Gap, dict[int, int]]]:
    return zip(gaps, paired, strict=True)


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
    header = ", ".join(cell_in_words(cell) for cell in table[0] if cell)
    return f"{many(len(table) - 1, 'row')} below {header or 'an empty header'}"


def _best(scores: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The best pairs, each place used once, none crossing."""
    pairs: list[tuple[int, int]] = []
    for score, a, b in sorted(scores, key=lambda s: (-s[0], s[1], s[2])):
        crosses = any((a - c) * (b - d) <= 0 for c, d in pairs)
        if score > 0 and not crosses:
            pairs.append((a, b))
    return pairs
