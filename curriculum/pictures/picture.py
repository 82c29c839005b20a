"""A picture: what it is called, what it shows in words, and how it is drawn."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import overload

from curriculum.pictures.canvas import Drawing

USUAL_WIDTH = 720.0
"""Points: a page across, or a column of a web page."""
LEAST_WIDTH = 300.0
"""What has less room is drawn for this, and must be shrunk."""


class Picture:
    """Drawn for the width at hand, as often as another width is asked for."""

    def __init__(
        self, title: str, finding: str, draw: Callable[[float], Drawing]
    ) -> None:
        self.title, self.finding = title, finding
        self._draw = draw
        self._drawn: dict[float, Drawing] = {}

    def at(self, width: float) -> Drawing:
        """The picture for a width in points; it may be narrower, or must be shrunk."""
        if width not in self._drawn:
            self._drawn[width] = self._draw(max(width, LEAST_WIDTH))
        return self._drawn[width]

    @property
    def svg(self) -> str:
        """The picture as SVG, to stand in a page."""
        return self.at(USUAL_WIDTH).svg

    def __str__(self) -> str:
        """What it shows, in words."""
        return self.finding


class Pictures(Sequence[Picture]):
    """Several pictures, thought of only when somebody looks at them."""

    def __init__(self, made: Callable[[], Iterator[Picture]]) -> None:
        self._made = made

    @cached_property
    def _held(self) -> tuple[Picture, ...]:
        return tuple(self._made())

    @overload
    def __getitem__(self, index: int) -> Picture: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Picture]: ...
    def __getitem__(self, index: int | slice) -> Picture | Sequence[Picture]:
        return self._held[index]

    def __len__(self) -> int:
        return len(self._held)

    def __str__(self) -> str:
        """What they show, in words."""
        return " ".join(map(str, self._held))
