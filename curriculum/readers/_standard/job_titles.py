"""Typical job titles: one a line, a list with commas, or run together in one line."""

import re
from itertools import pairwise

from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part, rows_under
from curriculum.readers._standard.rows import WRAPPED, Row
from curriculum.readers._wording import bare, fold, is_bullet

_MANY_WORDS = 4
_CAPITAL = re.compile(r"(?<=\s)(?=[A-Z])")
_SENTENCE_CASE = re.compile(r"[A-Z][a-z]+(?: [^A-Z]\S*)+")


def job_titles(parts: list[Part], reference: str, notes: Notes) -> tuple[str, ...]:
    """The titles in the order of the page."""
    rows = rows_under(parts, Section.JOB_TITLES)
    in_cells = [cell for row in rows for cell in _cells(row, notes)]
    if len(in_cells) > len(rows):
        return tuple(in_cells)
    if len(rows) != 1 and not _wrapped(rows):
        return tuple(row.bare for row in rows)
    line = " ".join(row.bare for row in rows)
    titles = [title.strip() for title in re.split(r"[,;•|]", line)]
    if len(titles) > 1:
        return tuple(filter(None, titles))
    titles = at_capitals(line)
    if len(titles) > 1:
        message = f"{len(titles)} typical job titles in one line are split at capitals"
        notes.warn("SRC115", rows[0], reference, message)
    elif _doubtful(line):
        message = "the typical job titles run together and cannot be told apart"
        notes.warn("SRC116", rows[0], reference, message)
    return tuple(titles)


def _cells(row: Row, notes: Notes) -> list[str]:
    """The cells of a row of a table of titles; else the row."""
    cells = notes.text.lines[row.number - 1].meant.split("\t")
    titles = [bare(fold(cell)) for cell in cells if fold(cell) in row.meant]
    titles = [title for title in titles if title and not is_bullet(title)]
    return titles if len(titles) > 1 else [row.bare]


def _wrapped(rows: list[Row]) -> bool:
    """Whether a title goes on in the next line: it is long, and that begins small."""
    return any(
        len(row.bare) >= WRAPPED and following.bare[:1].islower()
        for row, following in pairwise(rows)
    )


def _doubtful(line: str) -> bool:
    """Whether a line is too long for one title, with capitals in it."""
    return len(line.split()) >= _MANY_WORDS and bool(_CAPITAL.search(line))


def at_capitals(line: str) -> list[str]:
    """Titles in sentence case that were run together; the whole line if in doubt.

    A title of one word, or a capital within a title ("IT", "Zoo Keeper"), would
    make the seams uncertain.
    """
    titles = [title.strip() for title in _CAPITAL.split(line)]
    sure = all(_SENTENCE_CASE.fullmatch(title) for title in titles)
    return titles if sure else [line]
