"""Tracked changes of Word, accepted: what is filled is what its authors meant last.

A template in which a change is pending would show its fields twice, and every
document that is made of it would go out with the changes of the template.
"""

from curriculum.office.word_tree import Element, P, remove, unwrap, w

_GONE = tuple(map(w, ("del", "moveFrom")))
_COME = tuple(map(w, ("ins", "moveTo")))
_MARKS = tuple(
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo")
    for end in ("Start", "End")
)
_BEFORE = tuple(
    w(f"{name}Change") for name in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid")
) + tuple(w(f"{name}Change") for name in ("trPr", "tcPr", "tblPrEx", "numbering"))
"""How something looked before a change."""
_CELLS = tuple(map(w, ("cellIns", "cellDel", "cellMerge")))
_PROPERTIES = tuple(map(w, ("rPr", "trPr")))
"""Within these an insertion or a deletion is that of what they belong to."""


def accept_changes(root: Element) -> None:
    """Make every tracked change final."""
    for old in list(root.iter(*_MARKS, *_BEFORE, *_CELLS)):
        remove(old)
    for row in [r for r in root.iter(w("tr")) if _has(r, "trPr", _GONE)]:
        remove(row)
    for table in [t for t in root.iter(w("tbl")) if t.find(f".//{w('tr')}") is None]:
        remove(table)
    for gone in [e for e in root.iter(*_GONE) if not _is_property(e)]:
        remove(gone)
    for come in [e for e in root.iter(*_COME) if not _is_property(e)]:
        unwrap(come)
    for paragraph in [p for p in root.iter(P) if _mark_is_gone(p)]:
        _join_with_next(paragraph)
    for mark in [e for e in root.iter(*_GONE, *_COME) if _is_property(e)]:
        remove(mark)


def _is_property(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _PROPERTIES


def _has(element: Element, properties: str, marks: tuple[str, ...]) -> bool:
    held = element.find(w(properties))
    return held is not None and any(child.tag in marks for child in held)


def _mark_is_gone(paragraph: Element) -> bool:
    held = paragraph.find(w("pPr"))
    return held is not None and _has(held, "rPr", _GONE)


def _join_with_next(paragraph: Element) -> None:
    """Put what a paragraph says before what the next one says, as Word does."""
    follower = paragraph.getnext()
    if follower is None or follower.tag != P:
        return
    said = [child for child in paragraph if child.tag != w("pPr")]
    at = 1 if follower.find(w("pPr")) is not None else 0
    follower[at:at] = said
    remove(paragraph)
