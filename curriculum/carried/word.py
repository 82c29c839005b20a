"""What a Word file says: its paragraphs and tables, whatever made or saved it.

Dress is left out, white space is made plain, and what Word itself works out on
every page (page numbers, today's date) is passed over.  Deletions that are only
marked count as done.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from curriculum.carried.shown import Block, Part
from curriculum.carried.word_reader import WordReader
from curriculum.carried.word_tags import tokens
from curriculum.findings import SourceError
from curriculum.office.package import Package
from curriculum.office.word_tree import NAMESPACE, STRICT, parsed

LARGEST_PART_MB = 40
"""A programme of 1,000 sessions makes 10."""
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_PLACES = {
    f"{_TYPES}document.main+xml": "",
    f"{_TYPES}header+xml": "header",
    f"{_TYPES}footer+xml": "footer",
    f"{_TYPES}footnotes+xml": "footnotes",
    f"{_TYPES}endnotes+xml": "endnotes",
}
_STYLE, _STYLE_ID, _NAME, _VAL = (
    f"{{{NAMESPACE}}}{name}" for name in ("style", "styleId", "name", "val")
)
_LEVEL = f"{{{NAMESPACE}}}pPr/{{{NAMESPACE}}}outlineLvl"
_HEADING = re.compile(r"heading \d|title", re.IGNORECASE)


def word_parts(package: Package) -> tuple[Part, ...]:
    """The text of a Word file: its body first, then headers, footers and notes."""
    held: dict[str, list[Block]] = {}
    for name, place in sorted(_parts(package, _PLACES), key=lambda p: (p[1], p[0])):
        blocks = held.setdefault(place, [])
        headings = _headings(package) if not place else frozenset[str]()
        where = f"{package.name}: {name}"
        reader = WordReader(where, headings)
        told = reader.read(tokens(_content(package, name), where))
        # Pages of other kinds repeat what headers and footers say.
        blocks += told if not place else (b for b in told if b not in blocks)
    return tuple(Part(place, tuple(blocks)) for place, blocks in held.items())


def _parts(package: Package, places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    types = parsed(package.read("[Content_Types].xml"), package.name)
    for entry in types:
        kind, name = entry.get("ContentType") or "", entry.get("PartName") or ""
        if kind in places and name.lstrip("/") in package.parts:
            yield name.lstrip("/"), places[kind]


def _headings(package: Package) -> frozenset[str]:
    """The styles of headings, by the names that paragraphs know them by."""
    styles = _parts(package, {f"{_TYPES}styles+xml": "styles"})
    return frozenset().union(
        *(_headings_in(_content(package, name), package.name) for name, _ in styles)
    )


@lru_cache(maxsize=32)
def _headings_in(content: bytes, name: str) -> frozenset[str]:
    """The headings among some styles; many documents have the same."""
    found: set[str] = set()
    for style in parsed(content, name).iter(_STYLE):
        named, level = style.find(_NAME), style.find(_LEVEL)
        told = "" if named is None else named.get(_VAL) or ""
        if _HEADING.fullmatch(told) or level is not None:
            found.add(style.get(_STYLE_ID) or "")
    return frozenset(found)


def _content(package: Package, name: str) -> bytes:
    if package.size(name) > LARGEST_PART_MB * 1_000_000:
        raise SourceError(f"{package.name}: holds more text than any document of ours")
    content = package.read(name)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise SourceError(f"{package.name}: has a document type, as no Word file does")
    if STRICT in content:
        raise SourceError(
            f"{package.name}: is saved as Strict Open XML; save it as a plain Word "
            "document"
        )
    return content
