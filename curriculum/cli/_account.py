"""What became of each line of a source, as plain text and as JSON."""

from collections.abc import Iterator

from curriculum.plurals import many
from curriculum.readers._account.record import Account, Accounted, Fate

_SIGNS = {Fate.RECORD: " ", Fate.DRESS: "-", Fate.LEFT: "?"}
_SHORT = {Fate.RECORD: "record", Fate.DRESS: "heading", Fate.LEFT: "not understood"}
_WIDEST = 22
_LEAST, _ALL = 0.1, 100
"""Per cent: what is shown of a part, and the whole."""


def account_outline(account: Account) -> Iterator[str]:
    """Counts first, then what was not understood, then every line."""
    yield ""
    yield from _counts(account)
    if not account.exact:
        yield "about: in a text so long, words are looked for three in a row at a time"
    left = list(account.left())
    if left:
        yield f"\nNot understood ({many(len(left), 'line')})"
        yield from (f"  {line.place}: {line.left}" for line in left)
    yield "\nEvery line; behind - stands a heading or page furniture, behind ? what was"
    yield "not understood, and the rest stands in a record"
    for line in account.lines:
        yield from _line(line)


def account_json(account: Account) -> dict[str, object]:
    """Counts, and every line with the fate of its characters."""
    counts = account.counts()
    return {
        "characters": sum(counts.values()),
        "markup": account.markup,
        "exact": account.exact,
        "counts": {fate.value: number for fate, number in counts.items()},
        "lines": [
            {
                "place": line.place,
                "text": line.text,
                "spans": [[s.start, s.end, s.fate.value] for s in line.stretches],
            }
            for line in account.lines
        ],
    }


def _counts(account: Account) -> Iterator[str]:
    counts = account.counts()
    whole = sum(counts.values())
    yield f"{whole:,} characters without white space"
    for fate, number in counts.items():
        share = _ALL * number / whole if whole else 0.0
        yield f"  {number:>9,}  {_percent(share):>6}  {fate.value}"
    if account.markup:
        names = "names of fields, brackets and marks"
        yield f"and {account.markup:,} characters of {names}"


def _percent(share: float) -> str:
    """Never 0 % or 100 % of what is some or not all."""
    if 0 < share < _LEAST:
        return f"<{_LEAST} %"
    if _ALL - _LEAST < share < _ALL:
        return f">{_ALL - _LEAST} %"
    return f"{share:.1f} %"


def _line(line: Accounted) -> Iterator[str]:
    """A line, cut where its fate changes."""
    place = line.place
    for stretch in line.stretches:
        said = line.text[stretch.start : stretch.end].replace("\t", " | ").strip()
        yield f"{_SIGNS[stretch.fate]} {place:>{_WIDEST}}  {said}"
        place = ""
