"""W4: lists."""

import re
from itertools import groupby

from curriculum.accessibility.parts import attribute
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Paragraph, Word, quoted
from curriculum.findings import Severity
from curriculum.office.word_tree import w

_MARK = re.compile(
    r"\s*(?:[•·‣▪◦●○■□➢➤✓\uf0b7\uf0a7*o–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])"
    r"[ \t\xa0]+\S"
)
_USUAL_MARKS = frozenset("•·‣▪◦●○■□–—-o*\uf0b7\uf0a7\uf0a8\uf06f")
_USUAL_NUMBERS = ("decimal", "decimalZero", "none", "ordinal", "bullet", "")
_SEVERAL = 2


@rule("ACC141", "W4", Severity.ERROR)
def list_typed_by_hand(document: Word) -> Hits:
    """The marks of a list are typed as text.

    ## What it checks
    No two lines in a row begin with a bullet, a dash, a number or a letter that was
    typed, outside a list of Word.

    ## Why it matters
    Word's lists are announced with their length and each point's number; typed
    marks are read as signs, or left out.

    ## What to do
    Mark the lines, choose Bullets or Numbering, and delete the typed marks.

    ## Authority
    DWP Accessibility Manual, Microsoft Word: built-in list styles; WCAG 2.2,
    success criterion 1.3.1 (level A).
    """
    held = [p for p in document.paragraphs if p.text.strip()]
    for key, group in groupby(held, key=lambda p: (_typed(document, p), _cell(p))):
        points = list(group)
        if key[0] and len(points) >= _SEVERAL:
            yield (
                points[0].place,
                f"{len(points)} points from {points[0].quoted} on are typed as text",
            )
    for paragraph in held:
        lines = [line for line in paragraph.text.split("\n") if _MARK.match(line)]
        if len(lines) >= _SEVERAL:
            yield (
                paragraph.place,
                f"{len(lines)} points from {quoted(lines[0])} on are typed as text",
            )


@rule("ACC142", "W4", Severity.WARNING)
def list_marks_unusual(document: Word) -> Hits:
    """A list has pictures, rare signs, letters or Roman numbers as its marks.

    ## What it checks
    Lists have round or square bullets, dashes or digits.

    ## Why it matters
    A picture or a rare sign is read as an unknown character, and Roman numbers as
    letters.

    ## What to do
    Choose a plain bullet, or digits, for the list or its style.

    ## Authority
    DWP Accessibility Manual, Microsoft Word: standard bullets and digits.
    """
    told: set[tuple[str, int]] = set()
    for paragraph in document.paragraphs:
        setting = paragraph.setting
        key = setting.list_id, setting.list_level
        if not setting.list_id or key in told or not paragraph.text.strip():
            continue
        told.add(key)
        unusual = _unusual(document, *key)
        if unusual:
            yield paragraph.place, f"the list at {paragraph.quoted} has {unusual}"


def _typed(document: Word, paragraph: Paragraph) -> bool:
    plain = not paragraph.setting.list_id and not document.level(paragraph)
    return plain and bool(_MARK.match(paragraph.text))


def _cell(paragraph: Paragraph) -> str:
    return paragraph.cell.place if paragraph.cell else ""


def _unusual(document: Word, list_id: str, level: int) -> str:
    """What is unusual about the marks of a list, or nothing."""
    root = document.numbering
    if root is None:
        return ""
    lists = {attribute(n, "numId"): n for n in root.findall(w("num"))}
    kinds = {attribute(n, "abstractNumId"): n for n in root.findall(w("abstractNum"))}
    held = lists.get(list_id)
    if held is None:
        return ""
    kind = kinds.get(attribute(held.find(w("abstractNumId")), "val"))
    levels = [*held.iter(w("lvl")), *(() if kind is None else kind.findall(w("lvl")))]
    own = next((x for x in levels if attribute(x, "ilvl") == str(level)), None)
    if own is None:
        return ""
    form = attribute(own.find(w("numFmt")), "val")
    mark = attribute(own.find(w("lvlText")), "val")
    if own.find(w("lvlPicBulletId")) is not None:
        return "pictures as bullets"
    if form == "bullet" and mark.strip() and not set(mark.strip()) <= _USUAL_MARKS:
        return "an unusual sign as bullet"
    return "" if form in _USUAL_NUMBERS else "letters or Roman numbers, and no digits"
