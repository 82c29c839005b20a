"""Tables of codes and texts: which column holds which, and what each row says.

The codes may stand first or last, with headings or without; "k 1", "K.1" and "K01"
are K1.  Where no column has codes, one of kinds ("Knowledge", "S") will do: its
statements are then numbered in their order.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curriculum.model import KIND_TITLES, KsbKind

Cells = Sequence[str]

_CODE = re.compile(
    r"\(?(ESB|TK|TS|K|S|B)\s*[-.:]?\s*0*([1-9]\d{0,3})\)?[.:]?", re.IGNORECASE
)
_HEADINGS = frozenset(
    "code codes key ksb ksbs ref reference id no number type kind category".split()  # noqa: SIM905 (words)
)
_WORDS = re.compile(r"[^\W\d_]+")
_PLURALS = {
    KsbKind.KNOWLEDGE: ("knowledges", "knowledge statement"),
    KsbKind.SKILL: ("skill", "skill statement"),
    KsbKind.BEHAVIOUR: ("behaviour", "behavior", "behaviors", "behaviour statement"),
    KsbKind.EMPLOYABILITY: ("employability", "employability skill"),
}
_KINDS = {
    **{kind.value.casefold(): kind for kind in KsbKind},
    **{title.casefold(): kind for kind, title in KIND_TITLES.items()},
    **{word: kind for kind, words in _PLURALS.items() for word in words},
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds the codes, or else the kinds, and which the texts."""

    code: int
    text: int
    numbered: bool = True
    """Whether the codes are printed; otherwise kinds are."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """What one row says; ``fault`` where it cannot be taken."""

    at: int
    key: str
    text: str
    printed: str
    fault: str = ""


def columns_of(rows: Sequence[Cells]) -> Columns | None:
    """The columns of a table; None if none holds codes or kinds beside texts.

    A letter may stand for a kind by chance: only most rows make them a column.
    """
    width = max((len(row) for row in rows), default=0)
    for numbered, read in ((True, key_of), (False, _kind_of)):
        counts = [sum(bool(read(cell(row, at))) for row in rows) for at in range(width)]
        most = max(counts, default=0)
        if most and (numbered or most > len(rows) / 2):
            code = counts.index(most)
            text = _longest(rows, width, code)
            return None if text is None else Columns(code, text, numbered=numbered)
    return None


def share(rows: Sequence[Cells], columns: Columns) -> float:
    """How many of the rows have a code, or a kind, and a text: 0 to 1."""
    read = key_of if columns.numbered else _kind_of
    whole = sum(
        bool(read(cell(row, columns.code)) and cell(row, columns.text)) for row in rows
    )
    return whole / len(rows) if rows else 0.0


def table_rows(rows: Sequence[Cells], columns: Columns) -> Iterator[TableRow]:
    """Every row that says something, but for the headings."""
    numbers: Counter[KsbKind] = Counter()
    seen: dict[str, str] = {}
    for at, row in enumerate(rows):
        printed, text = cell(row, columns.code), _spaced(cell(row, columns.text))
        if (at == 0 and is_heading(printed)) or not (printed or text):
            continue
        key = _key(printed, numbers, numbered=columns.numbered) if text else ""
        key = key or key_of(printed)
        fault = _fault(key, text, printed, seen)
        if not fault:
            seen[key] = text
        yield TableRow(at, key, text, printed, fault)


def key_of(printed: str) -> str:
    """The code of a cell as standards print it: "K1"; empty where it is none."""
    code = _CODE.fullmatch(printed.strip())
    return f"{code[1].upper()}{code[2]}" if code else ""


def is_heading(printed: str) -> bool:
    """Whether a cell heads a column of codes."""
    words = _WORDS.findall(printed.casefold())
    return not _kind_of(printed) and any(word in _HEADINGS for word in words)


def cell(row: Cells, at: int) -> str:
    """What stands in a column; nothing where the row ends before it."""
    return row[at].strip() if at < len(row) else ""


def _key(printed: str, numbers: Counter[KsbKind], *, numbered: bool) -> str:
    kind = None if numbered else _kind_of(printed)
    if kind is None:
        return key_of(printed)
    numbers[kind] += 1
    return f"{kind.value}{numbers[kind]}"


def _kind_of(printed: str) -> KsbKind | None:
    return _KINDS.get(_spaced(printed).casefold().strip(" .:"))


def _fault(key: str, text: str, printed: str, seen: dict[str, str]) -> str:
    if not key or not text:
        what = "text" if key else "code"
        return f"{key or printed or text} has no {what} and is left out"
    if key in seen and seen[key] != text:
        return f"{key} is the code of two rows; the first is taken"
    return f"{key} stands twice with the same text" if key in seen else ""


def _longest(rows: Sequence[Cells], width: int, code: int) -> int | None:
    lengths = [sum(len(cell(row, at)) for row in rows) for at in range(width)]
    lengths[code] = 0
    return lengths.index(max(lengths)) if any(lengths) else None


def _spaced(text: str) -> str:
    return " ".join(text.split())
