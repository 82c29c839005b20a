"""Plain text copied out of a PDF: its running heads and numbers of pages set aside."""

import re
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise

from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import fold

_PAGE = re.compile(
    r"(?:page\s*)?(\d{1,3})\s*(?:of|/)\s*\d{1,3}|page\s*(\d{1,3})"
    r"|[-–—|]\s*(\d{1,3})\s*[-–—|]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_STATEMENT = re.compile(r"(?:ESB|TK|TS|K|S|B|D|duty)[ .]?\d", re.IGNORECASE)
_HEADING = re.compile(
    r"knowledge|skills|behaviou?rs|ksbs?|duty\W+.*ksbs?|fail|pass|merit|distinction",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"crown copyright|open government licence", re.IGNORECASE)
_REFERENCE = re.compile(r"\b(?:ST|FA|AU)\d{4}\b", re.IGNORECASE)
_LONGEST = 200
_NEAR = 4
"""Lines from the edge of a page within which its running lines stand."""
_OFTEN = 3
_LAST = 6
"""Lines at the end of the text: a licence among them is the document's own."""


def without_running_lines(text: SourceText) -> SourceText:
    """Set the running lines of pages aside; the others keep their numbers."""
    lines, feeds = _pages(text)
    said = [fold(s.printed) if len(s.printed) <= _LONGEST else "" for s in lines]
    marks = _page_marks(said)
    for at in sorted(marks | _running(said, sorted(marks | feeds), marks)):
        line = lines[at]
        place = str(line.number)
        text.aside.append(Line(line.number, line.printed, "", place))
        line.printed = line.meant = ""
    return text


def _pages(text: SourceText) -> tuple[list[Line], set[int]]:
    """The lines that say something, and those with which a new page begins."""
    lines: list[Line] = []
    feeds: set[int] = set()
    for line in text.lines:
        if "\f" in line.printed:
            feeds.add(len(lines))
        if line.printed.strip():
            lines.append(line)
    return lines, feeds


def _page_marks(said: list[str]) -> set[int]:
    """Lines that number pages: "Page 3 of 12"; one alone may be anything."""
    found = [(at, m) for at, text in enumerate(said) if (m := _PAGE.fullmatch(text))]
    numbers = [int(next(filter(None, match.groups()))) for _, match in found]
    rising = all(low < high for low, high in pairwise(numbers))
    return {at for at, _ in found} if len(found) > 1 and rising else set()


def _running(said: list[str], edges: list[int], marks: set[int]) -> set[int]:
    """Lines that many pages say alike, but for their numbers."""
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(said):
        if text and at not in marks and not _is_content(text):
            alike[_DIGITS.sub("#", text)].append(at)
    several = [places for places in alike.values() if len(places) > 1]
    pages = 1 + sum(1 for low, high in pairwise(edges) if high - low > _NEAR)
    return {
        at
        for places in several
        if _at_edges(said, places, edges, pages) or _names_document(said, places)
        for at in places
        if at < len(said) - _LAST or not _LICENCE.search(said[at])
    }


def _is_content(text: str) -> bool:
    return bool(_STATEMENT.match(text) or _HEADING.fullmatch(text))


def _at_edges(said: list[str], places: list[int], edges: list[int], pages: int) -> bool:
    """Whether alike lines all stand at edges of pages, and at most of these."""
    enough = 2 * len(places) >= pages and all(_is_near(at, edges) for at in places)
    bare = _NUMBER.fullmatch(said[places[0]])
    numbers = [int(said[at]) for at in places] if enough and bare else []
    return enough and all(high == low + 1 for low, high in pairwise(numbers))


def _is_near(at: int, edges: list[int]) -> bool:
    around = edges[max(0, bisect_left(edges, at) - 1) :][:2]
    return any(abs(at - edge) <= _NEAR for edge in around)


def _names_document(said: list[str], places: list[int]) -> bool:
    """Whether alike lines say again and again what the document is, or whose."""
    if len(places) < _OFTEN:
        return False
    named = {match[0] for at in places for match in _REFERENCE.finditer(said[at])}
    return len(named) == 1 or bool(_LICENCE.search(said[places[0]]))
