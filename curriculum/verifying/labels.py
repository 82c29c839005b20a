"""How tables, rows and columns are called: "week 14", "column KSBs"."""

import re
from collections import Counter
from collections.abc import Sequence

from curriculum.carried.shown import Row, Table
from curriculum.verifying.edits import by_formula, cell_in_words, worked_out

_CODE = re.compile(r"[A-Z]{1,4}\d[\w.-]*")
_LONGEST = 48
_NOTHING = {"", "–", "-", "—"}


def row_labels(table: Table) -> list[str]:
    """A name for each row of a table, no two alike: "week 14", "week 3 (M01.05)"."""
    heading = _lowered(cell_in_words(table[0][0])) if table[0] else ""
    firsts = [_short(_first(row)) for row in table]
    told = Counter(firsts)
    once = _texts_that_stand_once(table)
    labels: list[str] = []
    for number, (row, first) in enumerate(zip(table, firsts, strict=True)):
        named = f"{heading} {first}".strip() if first not in _NOTHING else ""
        if named and told[first] == 1:
            labels.append(named)
            continue
        sign = _sign(row, once)
        if named and sign:
            labels.append(f"{named} ({sign})")
        else:
            labels.append(f"row {number} ({sign})" if sign else f"row {number}")
    return labels


def column_label(header: Row, column: int) -> str:
    """A name for a column: "column KSBs"."""
    told = cell_in_words(header[column]) if column < len(header) else ""
    return f"column {_short(told) if told else column + 1}"


def _first(row: Row) -> str:
    if not row:
        return ""
    return worked_out(row[0]) if by_formula(row[0]) else " ".join(row[0])


def _texts_that_stand_once(table: Table) -> set[str]:
    told = Counter(
        text for row in table for cell in row if not by_formula(cell) for text in cell
    )
    return {text for text, count in told.items() if count == 1}


def _sign(row: Row, once: set[str]) -> str:
    """What tells a row from the others: a code if it has one, or a short text."""
    texts = [text for cell in row for text in cell if text in once]
    codes = [code[0] for text in texts if (code := _CODE.match(text))]
    return codes[0] if codes else _short(texts[0]) if texts else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _lowered(heading: str) -> str:
    """A heading within a sentence: "week", but "KSB"."""
    word = _short(heading)
    return word if word[:2].isupper() else word[:1].lower() + word[1:]


def unlike(names: Sequence[str]) -> set[str]:
    """The names that stand once."""
    return {name for name, count in Counter(names).items() if count == 1}
