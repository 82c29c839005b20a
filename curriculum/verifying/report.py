"""A comparison as lines of text, as JSON values, as a page, and as a Word document."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

from curriculum.paths import TEMPLATES
from curriculum.verifying.comparing import Comparison
from curriculum.verifying.edits import Edit, Kind, cut, what_differs
from curriculum.versions.wording import Piece, word_by_word
from curriculum.writers._pages import page

FILENAME = "comparison.docx"
TEMPLATE = TEMPLATES / FILENAME
_LONGEST = 1_200
_NONE = "–"
SIGNS = {
    Kind.ADDED: "+ added",
    Kind.GONE: "\N{MINUS SIGN} gone",
    Kind.CHANGED: "~ changed",
}
"""How a difference is marked, with a sign and in a word, beside its colour."""
Dress = Callable[[Edit, str], str]


class ChangeFields(TypedDict):
    """One difference."""

    sign: str
    """What became of it, with its sign: "+ added"."""
    place: str
    """What it is about."""
    was: str
    """What was said before; a dash for nothing."""
    now: str
    """What is said now; a dash for nothing."""


class ComparisonFields(TypedDict):
    """A comparison, for its Word template."""

    old: str
    """The older one's name."""
    new: str
    """The newer one's name."""
    verdict: str
    """How much changed: "2 changed, 1 added"."""
    change: list[ChangeFields]
    """Everything that changed, in order."""


def title(held: Comparison) -> str:
    """Both names: "autumn → spring"."""
    return f"{held.old} → {held.new}"


def _plain(_edit: Edit, line: str) -> str:
    return line


def lines(held: Comparison, dress: Dress = _plain) -> Iterator[str]:
    """The comparison as text; ``dress`` may add colour to what has signs already."""
    yield title(held)
    yield held.verdict
    for edit in held.edits:
        yield dress(edit, f"{edit.kind.value} {sentence(edit)}")


def sentence(edit: Edit) -> str:
    """A difference in a line, without what a comparison need not say."""
    return str(edit).removeprefix(", ")


def _place(edit: Edit) -> str:
    return ", ".join(
        part
        for part in (edit.place.removeprefix(", "), edit.what, edit.address)
        if part
    )


def as_data(held: Comparison) -> dict[str, object]:
    """The comparison as plain JSON values."""
    return {
        "old": held.old,
        "new": held.new,
        "verdict": held.verdict,
        "changes": [
            {
                "sentence": sentence(edit),
                "kind": edit.kind.name.lower(),
                "place": _place(edit),
                "cell": edit.address,
                "was": edit.was,
                "now": edit.now,
            }
            for edit in held.edits
        ],
    }


def as_page(held: Comparison) -> bytes:
    """The comparison as one page, with signs as well as colour."""
    rows = [
        {
            "sign": SIGNS[edit.kind],
            "kind": edit.kind.name.lower(),
            "place": _place(edit),
            "pieces": list(_pieces(edit)),
        }
        for edit in held.edits
    ]
    return page("comparison.html", title=title(held), verdict=held.verdict, rows=rows)


def _pieces(edit: Edit) -> Iterator[Piece]:
    """What was and what is, word by word; long texts as a whole."""
    if edit.was and edit.now and max(len(edit.was), len(edit.now)) <= _LONGEST:
        yield from word_by_word(edit.was, edit.now)
        return
    if edit.was:
        yield Piece("out", edit.was)
    if edit.now:
        yield Piece("in", edit.now)


def fields_of_comparison(held: Comparison) -> ComparisonFields:
    """The content of the Word document as plain rows."""
    return ComparisonFields(
        old=held.old,
        new=held.new,
        verdict=held.verdict,
        change=[_change(edit) for edit in held.edits],
    )


def _change(edit: Edit) -> ChangeFields:
    was, now = edit.was, edit.now
    if edit.kind is Kind.CHANGED:
        was, now = what_differs(was, now)
    return ChangeFields(
        sign=SIGNS[edit.kind],
        place=_place(edit),
        was=cut(was) if was else _NONE,
        now=cut(now) if now else _NONE,
    )


def as_word(held: Comparison, template: Path = TEMPLATE) -> bytes:
    """The comparison as a Word document, by the shipped or a college's template."""
    from curriculum.writers._word import filled  # noqa: PLC0415 (pages need no template)

    return filled(template, ComparisonFields, fields_of_comparison(held))
