"""W9: page numbers, contents, changes and comments."""

import re

from curriculum.accessibility.parts import local
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Word, quoted, said
from curriculum.findings import Severity
from curriculum.office.word_tree import P, w

_TYPED = re.compile(r"\bpage\s*\d+|\d+\s*(?:of|/)\s*\d+\s*$", re.IGNORECASE)
_CHANGES = tuple(
    w(n)
    for n in ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge")
)
_COMMENT = "comments"


@rule("ACC191", "W9", Severity.WARNING)
def page_numbers_missing(document: Word) -> Hits:
    """The pages have no numbers, or typed ones.

    ## What it checks
    A header, a footer or the text holds Word's own page number.

    ## Why it matters
    People speak of pages by their numbers; a number that was typed is wrong on
    every page but one.

    ## What to do
    In Word: Insert, Page Number.

    ## Authority
    WTAMU checklist for accessible Word documents: native page numbers.
    """
    if any(_asks(text, "PAGE") for _, text in document.instructions):
        return
    if any(part.find(f".//{w('pgNum')}") is not None for _, part in document.margins):
        return
    typed = [
        said(p)
        for _, part in document.margins
        for p in part.iter(P)
        if _is_typed(said(p))
    ]
    if typed:
        yield "header or footer", f"the page number {quoted(typed[0])} is typed"
    else:
        yield "header or footer", "the pages have no numbers"


@rule("ACC192", "W9", Severity.WARNING)
def contents_missing(document: Word, *, headings: int = 10) -> Hits:
    """A document of many headings has no table of contents.

    ## What it checks
    A document with more headings than the setting holds a table of contents made
    by Word.

    ## Why it matters
    It is the way into a long document for everybody, and its links are the only
    one for people who use the keyboard.

    ## What to do
    In Word: References, Table of Contents.

    ## Settings
    ``headings`` (10): the most headings of a document without contents.

    ## Authority
    WTAMU checklist for accessible Word documents: a table of contents; WCAG 2.2,
    success criterion 2.4.5 (level AA); the number is a default of this program.
    """
    held = len(document.headings)
    if held > headings and not any(_asks(t, "TOC") for _, t in document.instructions):
        yield "", f"the document has {held} headings and no table of contents"


@rule("ACC193", "W9", Severity.ERROR)
def tracked_changes(document: Word) -> Hits:
    """Changes are tracked that nobody has accepted or rejected.

    ## What it checks
    The text holds no tracked insertion, deletion or change of format.

    ## Why it matters
    Screen readers announce each change, or read what was deleted as if it stood.

    ## What to do
    In Word: Review, Accept All Changes, once they have been looked at.

    ## Authority
    WTAMU checklist for accessible Word documents: no tracked changes in the final
    version.
    """
    changes = [
        (p, one)
        for p in document.paragraphs
        for one in p.element.iter()
        if one.tag in _CHANGES or local(one).endswith("PrChange")
    ]
    if changes:
        count = "1 change is" if len(changes) == 1 else f"{len(changes)} changes are"
        yield changes[0][0].place, f"{count} tracked"


@rule("ACC194", "W9", Severity.WARNING)
def comments_left(document: Word) -> Hits:
    """Comments stand in the document.

    ## What it checks
    The document holds no comment.

    ## Why it matters
    Comments are read out in the midst of the text, and were written for colleagues.

    ## What to do
    In Word: Review, Delete, Delete All Comments in Document.

    ## Authority
    WTAMU checklist for accessible Word documents: no comments in the final version.
    """
    held = [c for _, part in document.parts(_COMMENT) for c in part.iter(w("comment"))]
    if not held:
        return
    places = [
        p.place
        for p in document.paragraphs
        if p.element.find(f".//{w('commentReference')}") is not None
    ]
    count = "1 comment stands" if len(held) == 1 else f"{len(held)} comments stand"
    yield (places or [""])[0], f"{count} in the document"


def _asks(instruction: str, name: str) -> bool:
    return instruction.split(None, 1)[:1] == [name]


def _is_typed(text: str) -> bool:
    return bool(_TYPED.search(text)) or text.strip().isdecimal()
