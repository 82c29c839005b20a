"""The account of a text: its words are found again in the records."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from curriculum.readers._account.dress import Dress, dress_of
from curriculum.readers._account.record import Account, Accounted, Fate, Stretch
from curriculum.readers._account.values import TOKEN, Values, values_of, word_of
from curriculum.readers._text import Line, SourceText
from curriculum.sources import Erratum

_NUMBER = re.compile(
    r"(?P<before>[-+\u2212–]?[$£€]?) ?(?P<figure>\d[\d,]*(?:\.\d+)?) ?(?P<behind>%?)"
)
_FIGURE = re.compile(r"[-+\u2212–]?[$£€]? ?\d[\d,.]*%?")
_ROW = re.compile(r"[\t|]|\S {2,}\S")
_RUN = 3
"""Words in a row that are found again, where a text as a whole is not."""
_MOST_TRIED = 200
_SURE = 40
"""Words in a row that are not looked for elsewhere."""


@dataclass(frozen=True, slots=True)
class _Token:
    line: int
    start: int
    end: int
    word: str


class _Source:
    """The words of a source, and where each stands."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.tokens = [
            _Token(at, m.start(), m.end(), word_of(m))
            for at, line in enumerate(lines)
            for m in TOKEN.finditer(line.printed)
        ]
        self.kept = bytearray(len(self.tokens))
        self.first_of = self._firsts()
        self._places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        words = [token.word for token in self.tokens]
        for size in (1, _RUN):
            for at in range(len(words) - size + 1):
                self._places[tuple(words[at : at + size])].append(at)
        self._words = words

    def _firsts(self) -> list[int]:
        """The number of the first token of each line."""
        firsts = [len(self.tokens)] * (len(self.lines) + 1)
        for number in range(len(self.tokens) - 1, -1, -1):
            firsts[self.tokens[number].line] = number
        for at in range(len(self.lines) - 1, -1, -1):
            firsts[at] = min(firsts[at], firsts[at + 1])
        return firsts

    def keep(self, text: str, line: int) -> None:
        """Mark the words of a text where they stand, best from a line on."""
        words = [word_of(m) for m in TOKEN.finditer(text)]
        hint = self.first_of[min(line, len(self.lines))]
        at = 0
        while at < len(words):
            found, length = self._longest(words, at, hint)
            whole = not at and length == len(words)
            if whole or length >= _RUN:
                self.kept[found : found + length] = b"\1" * length
                hint = found + length
            at += max(1, length)

    def _longest(self, words: list[str], at: int, hint: int) -> tuple[int, int]:
        """Where most of the words from one on stand in a row: place and length."""
        size = min(_RUN, len(words) - at)
        places = self._places.get(tuple(words[at : at + (_RUN if size == _RUN else 1)]))
        best, length = 0, 0
        for place in self._tried(places or [], hint):
            reach = 0
            while (
                at + reach < len(words)
                and place + reach < len(self._words)
                and self._words[place + reach] == words[at + reach]
            ):
                reach += 1
            free = not all(self.kept[place : place + reach])
            if reach > length or (
                reach == length and free and all(self.kept[best : best + length])
            ):
                best, length = place, reach
            if free and (at + reach == len(words) or reach >= _SURE):
                return place, reach
        return best, length

    @staticmethod
    def _tried(places: list[int], hint: int) -> Iterator[int]:
        """Places from the hint on first, then those before it."""
        middle = bisect_left(places, hint)
        yield from places[middle : middle + _MOST_TRIED]
        yield from places[max(0, middle - _MOST_TRIED) : middle]


def account_of_text(text: SourceText, things: Iterable[object], reader: str) -> Account:
    """What became of each character of a text."""
    values = values_of(things)
    source = _Source(text.lines)
    for said, place in values.texts:
        source.keep(said, max(0, int(place) - 1) if place.isdecimal() else 0)
    by_line: defaultdict[int, list[int]] = defaultdict(list)
    for number, token in enumerate(source.tokens):
        by_line[token.line].append(number)
    is_dress = dress_of(reader)
    errata: defaultdict[int, list[Erratum]] = defaultdict(list)
    for number, erratum in text.applied:
        errata[number].append(erratum)
    account = Account()
    waiting = False
    for at, line in enumerate(text.lines):
        if by_line[at]:
            stretches = list(_stretches(source, by_line[at], line, values, is_dress))
            stretches = [_corrected(s, line, errata[line.number]) for s in stretches]
            if waiting:
                stretches = _value_below(stretches, line, values)
            waiting = all(s.fate is Fate.DRESS for s in stretches)
            place = text.place_of(str(line.number))
            account.lines.append(Accounted(place, line.printed, tuple(stretches)))
    for line in text.aside:
        whole = Stretch(0, len(line.printed), Fate.DRESS)
        account.lines.append(Accounted(line.place, line.printed, (whole,)))
    return account


def _corrected(stretch: Stretch, line: Line, errata: list[Erratum]) -> Stretch:
    """A misprint that was read as errata say it is meant stands in a record."""
    said = line.printed[stretch.start : stretch.end].strip()
    within = any(said in erratum.printed for erratum in errata)
    if stretch.fate is Fate.LEFT and said and within:
        return Stretch(stretch.start, stretch.end, Fate.RECORD)
    return stretch


def _stretches(
    source: _Source,
    numbers: list[int],
    line: Line,
    values: Values,
    is_dress: Dress,
) -> Iterator[Stretch]:
    """A line cut into what is kept and what is not."""
    runs: list[tuple[bool, int, int]] = []
    for number in numbers:
        token, kept = source.tokens[number], bool(source.kept[number])
        if runs and runs[-1][0] == kept:
            runs[-1] = (kept, runs[-1][1], token.end)
        else:
            runs.append((kept, token.start, token.end))
    for kept, start, end in runs:
        if kept:
            yield Stretch(start, end, Fate.RECORD)
        else:
            yield from _rest(line.printed, start, end, values, is_dress)


def _rest(
    printed: str, start: int, end: int, values: Values, is_dress: Dress
) -> Iterator[Stretch]:
    """What no text of a record holds: dress, a figure behind a label, or left."""
    said = printed[start:end]
    if is_dress(said):
        yield Stretch(start, end, Fate.DRESS)
        return
    if _is_figure(said, values) or values.repeats(said):
        yield Stretch(start, end, Fate.RECORD)
        return
    for cut in _cuts(said):
        label, rest = said[:cut], said[cut:]
        known = _is_figure(rest, values) or values.repeats(rest)
        if is_dress(label) and known:
            yield Stretch(start, start + cut, Fate.DRESS)
            yield Stretch(start + cut, end, Fate.RECORD)
            return
    yield from _in_cells(printed, start, end, values, is_dress)


def _cuts(said: str) -> Iterator[int]:
    return (m.end() for m in re.finditer(r"[:\s–-]+", said))


def _in_cells(
    printed: str, start: int, end: int, values: Values, is_dress: Dress
) -> Iterator[Stretch]:
    """A table's cells one by one; figures among other words count by themselves."""
    said = printed[start:end]
    if len(re.findall(r"[^\t|]+", said)) > 1:
        for piece in re.finditer(r"[\t|]+|[^\t|]+", said):
            low, high = start + piece.start(), start + piece.end()
            if piece[0].strip("\t|"):
                yield from _rest(printed, low, high, values, is_dress)
            else:
                yield Stretch(low, high, Fate.DRESS)
        return
    at = 0
    in_row = bool(_ROW.search(printed))
    for figure in _FIGURE.finditer(said):
        if not in_row or not _is_figure(figure[0], values):
            continue
        if figure.start() > at:
            yield _plain(said, at, figure.start(), start, is_dress)
        yield Stretch(start + figure.start(), start + figure.end(), Fate.RECORD)
        at = figure.end()
    if at < len(said):
        yield _plain(said, at, len(said), start, is_dress)


def _plain(said: str, low: int, high: int, start: int, is_dress: Dress) -> Stretch:
    fate = Fate.DRESS if is_dress(said[low:high]) else Fate.LEFT
    return Stretch(start + low, start + high, fate)


def _is_figure(text: str, values: Values) -> bool:
    """Whether a text is a figure of a record, as it is printed."""
    said = text.strip(" \t.,;:–-|()[]").casefold()
    if said in values.figures:
        return True
    number = _NUMBER.fullmatch(said)
    if not number:
        return False
    marked = number["before"] or number["behind"]
    value = float(number["figure"].replace(",", ""))
    return bool(marked or len(number["figure"]) >= _RUN) and (
        value in values.numbers or -value in values.numbers
    )


def _value_below(stretches: list[Stretch], line: Line, values: Values) -> list[Stretch]:
    """A figure on a line of its own, below its label."""
    if len(stretches) == 1 and _is_figure(line.printed, values):
        only = stretches[0]
        return [Stretch(only.start, only.end, Fate.RECORD)]
    return stretches
