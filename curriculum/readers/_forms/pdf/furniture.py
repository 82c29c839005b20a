"""Running heads and numbers of pages: what stands at one place on many pages."""

import re
from collections import defaultdict
from itertools import pairwise

from curriculum.readers._forms.pdf.columns import LABEL
from curriculum.readers._forms.pdf.lines import TextLine, lines_of, text_line
from curriculum.readers._forms.pdf.words import Page, Word

_AT_EDGE = 4
"""Lines from above and from below among which running heads are looked for."""
_MARGIN = 0.07
"""Of the height of a page: where nothing but running lines stands."""
_WHITE = 1.8
"""Heights of a line from one line to the next that set a running line off."""
_NEAR = 3.0
_NUMBER = re.compile(r"\d+")
_CODES = re.compile(r"[\s,;]*(?:(?:ESB|TK|TS|K|S|B)\d+[\s,;]*)+")
_TABLE_HEAD = re.compile(
    r"(?:duty|duties|theme|ksbs?|knowledge|skills?|behaviours?|assessment method)\b"
    r".*\b(?:ksbs?|criteria|methods?|pass|distinction)\b",
    re.IGNORECASE,
)
"""Which tables that go on repeat: the table itself knows."""
_FEW_PAGES = 3

_Line = tuple[TextLine, list[Word]]


def without_running_lines(pages: list[Page]) -> list[list[TextLine]]:
    """Take the lines that only dress the pages out of them.

    They say the same at the same height of several pages, but for numbers that
    stay or go up with the pages; what may be a statement is never one of them.
    """
    edges = [_at_edges(page) for page in pages]
    alike: defaultdict[str, list[tuple[int, TextLine]]] = defaultdict(list)
    for nth, lines in enumerate(edges):
        for line, _ in lines:
            alike[_NUMBER.sub("#", line.text)].append((nth, line))
    found: list[list[TextLine]] = []
    for nth, (page, lines) in enumerate(zip(pages, edges, strict=True)):
        running = [
            (line, words)
            for line, words in lines
            if _runs(line, nth, alike[_NUMBER.sub("#", line.text)], len(pages))
        ]
        gone = {id(word) for _, words in running for word in words}
        page.words = [word for word in page.words if id(word) not in gone]
        found.append([line for line, _ in running])
    return found


def _at_edges(page: Page) -> list[_Line]:
    """The lines at the head and the foot of a page that may be running ones."""
    lines = [(text_line(words), words) for words in lines_of(page.words)]
    page.middles = [words[0].middle for _, words in lines]
    for number, (line, _) in enumerate(lines, start=1):
        line.number = number
    edges = _blocks_at_edges(lines, page)
    heads = [line for line, _ in edges if _TABLE_HEAD.match(line.text)]
    return [
        (line, words)
        for line, words in edges
        if not LABEL.match(line.text)
        and not _CODES.fullmatch(line.text)
        and not any(abs(line.top - head.top) < 2 * line.height for head in heads)
    ]


def _blocks_at_edges(lines: list[_Line], page: Page) -> list[_Line]:
    """What white sets off above and below the text, or stands in the margins."""
    first = _block(lines[:_AT_EDGE])
    last = _block(lines[first:][: -_AT_EDGE - 1 : -1])
    return [
        found
        for nth, found in enumerate(lines)
        if nth < first
        or nth >= len(lines) - last
        or found[0].bottom > (1 - _MARGIN) * page.height
        or found[0].top < _MARGIN * page.height
    ]


def _block(lines: list[_Line]) -> int:
    """How many lines stand before the first white, from the edge of the page."""
    for nth, ((one, _), (other, _)) in enumerate(pairwise(lines), start=1):
        if abs(one.top - other.top) > _WHITE * max(one.height, other.height):
            return nth
    return 0


def _runs(
    line: TextLine, page: int, alike: list[tuple[int, TextLine]], pages: int
) -> bool:
    others = {
        other
        for other, candidate in alike
        if abs(candidate.top - line.top) <= _NEAR
        and _counts(candidate.text, line.text, other - page)
    }
    times = len(others | {page})
    return times > 1 and times >= min(_FEW_PAGES, pages) and 3 * times >= pages


def _counts(one: str, other: str, pages: int) -> bool:
    """Whether the numbers of two lines stay, or go up as the pages do."""
    pairs = zip(_NUMBER.findall(one), _NUMBER.findall(other), strict=True)
    return all(a == b or int(a[-9:]) - int(b[-9:]) == pages for a, b in pairs)
