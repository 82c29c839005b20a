"""Two texts of a change, cut to what differs, so that the change fits a line."""

LONGEST = 60
_AROUND = 20


def shortened(before: str, after: str) -> tuple[str, str]:
    """Two texts without what they share, if they are too long for a line."""
    before, after = (text.replace("\n", " / ") for text in (before, after))
    if max(len(before), len(after)) <= LONGEST:
        return before, after
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = min(_shared(before[::-1], after[::-1]), most)
    return _part(before, start, end), _part(after, start, end)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count


def _part(text: str, start: int, end: int) -> str:
    """What differs, with a few words around it."""
    until = max(len(text) - end, start)
    first, last = max(0, start - _AROUND), min(len(text), until + _AROUND)
    if first:
        # Words are not cut where there is a blank to cut at.
        first = text.find(" ", first - 1, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", until, last + 1), 0) or last
    part = text[first:last]
    if len(part) > 2 * LONGEST:
        part = part[:LONGEST] + " … " + part[-LONGEST:]
    return f"{'…' if first else ''}{part}{'…' if last < len(text) else ''}"
