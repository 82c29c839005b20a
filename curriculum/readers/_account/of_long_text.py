"""The account of a text longer than documents are: in seconds, and about right.

Instead of where a text of a record stands, what counts is whether three words in a
row stand in any; figures and cells are not looked at one by one.
"""

from collections.abc import Iterable, Iterator

from curriculum.readers._account.dress import Dress, dress_of
from curriculum.readers._account.record import Account, Accounted, Fate, Stretch
from curriculum.readers._account.values import TOKEN, Values, values_of, word_of
from curriculum.readers._text import SourceText

_RUN = 3


def account_of_long_text(
    text: SourceText, things: Iterable[object], reader: str
) -> Account:
    """What became of each character, as far as runs of three words tell."""
    runs = _runs(values_of(things))
    is_dress = dress_of(reader)
    account = Account(exact=False)
    known: dict[str, tuple[Stretch, ...]] = {}
    for line in text.lines:
        if line.printed.strip():
            if line.printed not in known:
                known[line.printed] = tuple(_stretches(line.printed, runs, is_dress))
            place = text.place_of(str(line.number))
            account.lines.append(Accounted(place, line.printed, known[line.printed]))
    for line in text.aside:
        whole = Stretch(0, len(line.printed), Fate.DRESS)
        account.lines.append(Accounted(line.place, line.printed, (whole,)))
    return account


def _runs(values: Values) -> set[int]:
    """The runs of words in the texts; a text of fewer words is a run."""
    found: set[int] = set()
    for text in dict.fromkeys(said for said, _ in values.texts):
        words = [word_of(match) for match in TOKEN.finditer(text)]
        found.update(
            hash(tuple(words[at : at + _RUN]))
            for at in range(max(1, len(words) - _RUN + 1))
        )
    return found


def _stretches(printed: str, runs: set[int], is_dress: Dress) -> Iterator[Stretch]:
    tokens = [*TOKEN.finditer(printed)]
    words = [word_of(token) for token in tokens]
    kept = bytearray(len(words))
    for size in range(1, _RUN + 1):
        for at in range(len(words) - size + 1):
            if hash(tuple(words[at : at + size])) in runs:
                kept[at : at + size] = b"\1" * size
    first = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or kept[at] != kept[first]:
            start, end = tokens[first].start(), tokens[at - 1].end()
            dress = not kept[first] and is_dress(printed[start:end])
            left = Fate.DRESS if dress else Fate.LEFT
            yield Stretch(start, end, Fate.RECORD if kept[first] else left)
            first = at
