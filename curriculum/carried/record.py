"""What a document shows, as JSON that stays small.

Each text stands once; what the programme says already is pointed to.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from curriculum.carried.facts import UnreadableFactsError
from curriculum.carried.shown import Block, Part, Shown, Table

_HEAD = ": "
"""What stands between a word of the document and a text of the programme."""


def as_record(shown: Shown, places: Mapping[str, int]) -> dict[str, Any]:
    """The record of what is shown; ``places`` are the programme's texts."""
    writer = _Writer(places)
    parts = [[part.place, [writer.block(b) for b in part.blocks]] for part in shown]
    return {"texts": writer.own, "parts": parts}


class _Writer:
    """Numbers texts: first those of the programme, then the document's own."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places
        self._numbers: dict[str, int] = {}
        self.own: list[str | list[str | int]] = []

    def block(self, block: Block) -> int | list[Any]:
        """A paragraph as a number, a table as rows of cells of numbers."""
        if isinstance(block, str):
            return self._number(block)
        return [[[self._number(t) for t in cell] for cell in row] for row in block]

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._places.get(text, -1)
            if number < 0:
                number = len(self._places) + len(self.own)
                self.own.append(self._shortest(text))
            self._numbers[text] = number
        return number

    def _shortest(self, text: str) -> str | list[str | int]:
        head, between, rest = text.partition(_HEAD)
        place = self._places.get(rest, -1) if between else -1
        return text if place < 0 else [head + between, place]


def shown_in(record: Any, texts: Sequence[str]) -> Shown:  # noqa: ANN401 (JSON is untyped)
    """What a record says that a document shows.  Raises UnreadableFactsError."""
    try:
        said = list(texts)
        said += (
            own if isinstance(own, str) else own[0] + texts[own[1]]
            for own in record["texts"]
        )
        return tuple(
            Part(str(place), tuple(_block(block, said) for block in blocks))
            for place, blocks in record["parts"]
        )
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        raise UnreadableFactsError("what the document showed is damaged") from None


def _block(block: Any, said: Sequence[str]) -> Block:  # noqa: ANN401 (JSON is untyped)
    if isinstance(block, int):
        return said[block]
    table: Table = tuple(
        tuple(tuple(said[number] for number in cell) for cell in row) for row in block
    )
    return table
