"""Cells of a map's pathways: clusters with their description and occupations."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum.findings import Finding
from curriculum.model import MapCluster, MapOccupation, SourceRef, Tier
from curriculum.readers._map_entries import Chunk, Entries, Entry, Role, chunks
from curriculum.readers._map_findings import doubt
from curriculum.readers._map_prose import cut
from curriculum.readers._map_titles import LEVEL, Lexicon, Titled

CLUSTER = re.compile(r"\b(?:occupational\s+)?clusters?\s*:\s*", re.IGNORECASE)

_ITALIC = re.compile(r"\s*<(i|em)\b[^>]*>(?P<text>.*?)</\1\s*>", re.IGNORECASE)
_OPENING = re.compile(r"<(?:i|em)\b[^>]*>", re.IGNORECASE)

_SENTENCE_END = re.compile(r"[a-z)\]][.!?](?=\s|$)")
_JOINING = frozenset({"and", "or", "of", "for", "in", "the", "with", "to"})

LEVELS = {
    Tier.TECHNICAL: range(2, 4),
    Tier.HIGHER_TECHNICAL: range(4, 6),
    Tier.PROFESSIONAL: range(6, 8),
}
"""The levels of each tier, as the publisher explains its maps."""


class Cell(NamedTuple):
    """A cell of a pathway: what is under one tier in one row."""

    text: str
    tier: Tier
    source: SourceRef


def clusters(cell: Cell, lexicon: Lexicon) -> Iterator[MapCluster | Finding]:
    """The clusters of a cell; occupations before the first have a nameless one."""
    loose, *parts = CLUSTER.split(cell.text)
    if (entries := _entries(chunks(loose), lexicon, cell)).found:
        titles = ", ".join(entry.title for entry in entries.found)
        yield doubt("SRC209", titles, f"no cluster holds {titles}", cell.source)
        yield from _made(cell, "", "", entries)
    for part in parts:
        yield from _cluster(part, cell, lexicon)


def _cluster(part: str, cell: Cell, lexicon: Lexicon) -> Iterator[MapCluster | Finding]:
    opening = _OPENING.search(part)
    if not opening:
        plain = _plain_prose(part)
        if plain:
            yield from _unmarked(*plain, cell, lexicon)
        else:
            yield from _undescribed(part, cell, lexicon)
        return
    title = part[: opening.start()].strip(" :")
    texts, at = [], opening.start()
    while italic := _ITALIC.match(part, at):
        texts.append(italic["text"].strip())
        at = italic.end()
    if not texts:
        texts, at = [part[opening.end() :].strip()], len(part)
        yield doubt(
            "SRC215",
            title,
            f"the description of {title} has no end, so that its occupations cannot "
            "be told from it",
            cell.source,
        )
    description = " ".join(texts)
    yield from cut(f"the cluster {title}", title, description, cell.source)
    yield from _made(
        cell, title, description, _entries(chunks(part[at:]), lexicon, cell)
    )


def _plain_prose(part: str) -> tuple[str, str, str] | None:
    """Title, description and the rest, where sentences alone show the description.

    A title is a run of words with capitals; the last before the first plain word
    begins the sentence: "Rail Technician Renew track and signals. Rail …".
    """
    ended = [m.end() for m in _SENTENCE_END.finditer(part)]
    if not ended or LEVEL.search(part[: ended[-1]]):
        return None
    words = part[: ended[-1]].split()
    plain = next(
        (
            at
            for at, word in enumerate(words)
            if word[:1].islower() and word.casefold() not in _JOINING
        ),
        len(words),
    )
    seam = plain - 1
    while seam > 0 and not words[seam][:1].isupper():
        seam -= 1
    if seam < 1:
        return None
    return " ".join(words[:seam]), " ".join(words[seam:]), part[ended[-1] :]


def _unmarked(
    title: str, description: str, rest: str, cell: Cell, lexicon: Lexicon
) -> Iterator[MapCluster | Finding]:
    """A cluster whose description nothing sets off but its sentences."""
    title = title.strip(" :")
    message = (
        f"nothing sets off the description of a cluster; {title} is read as its title "
        f"by its capitals"
    )
    yield doubt("SRC236", title, message, cell.source)
    yield from cut(f"the cluster {title}", title, description, cell.source)
    yield from _made(cell, title, description, _entries(chunks(rest), lexicon, cell))


def _undescribed(
    part: str, cell: Cell, lexicon: Lexicon
) -> Iterator[MapCluster | Finding]:
    """Without a description nothing marks where the title of a cluster ends."""
    first, *rest = chunks(part)
    title, opened = first.text, rest
    ways = lexicon.endings(first.text, first.level) if first.level else []
    if len(ways) == 1:
        title, occupation = ways[0]
        opened = [Chunk(occupation, first.level, Role.SEPARATE), *rest]
    elif first.level or lexicon.inside(first.text, None):
        title = str(first)
        yield doubt(
            "SRC208",
            title,
            f"the text does not say where the title of the cluster {title} ends and "
            "its first occupation begins, and it is read as the title",
            cell.source,
        )
    message = f"the cluster {title} has no description"
    yield doubt("SRC207", title, message, cell.source)
    yield from _made(cell, title, "", _entries(opened, lexicon, cell))


def _entries(texts: Iterable[Chunk], lexicon: Lexicon, cell: Cell) -> Entries:
    entries = Entries(lexicon, cell.source)
    for chunk in texts:
        entries.add(chunk)
    return entries


def _made(
    cell: Cell, title: str, description: str, entries: Entries
) -> Iterator[MapCluster | Finding]:
    yield MapCluster(
        title=title,
        tier=cell.tier,
        description=description,
        occupations=tuple(_occupation(e, cell.source) for e in entries.found),
        source=cell.source,
    )
    yield from entries.findings
    for entry in entries.found:
        yield from _off_tier(entry, cell)


def _occupation(entry: Entry, source: SourceRef) -> MapOccupation:
    return MapOccupation(
        title=entry.title,
        level=entry.level,
        options=tuple(entry.options),
        other_titles=tuple(entry.other_titles),
        source=source,
    )


def _off_tier(entry: Entry, cell: Cell) -> Iterator[Finding]:
    if entry.level and entry.level not in LEVELS[cell.tier]:
        levels = " and ".join(str(level) for level in LEVELS[cell.tier])
        yield doubt(
            "SRC216",
            entry.title,
            f"{Titled(entry.title, entry.level)} stands among {cell.tier} occupations, "
            f"which have the levels {levels}",
            cell.source,
        )
