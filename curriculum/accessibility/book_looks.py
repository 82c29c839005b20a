"""How cells of a workbook look: fonts, fills and alignment, by number of format."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from curriculum.accessibility.colours import colour, tinted
from curriculum.accessibility.parts import Element, attribute, local

_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)))
_USUAL_THEME = (
    *("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31"),
    *("A5A5A5", "FFC000", "5B9BD5", "70AD47"),
)
"""Colours of the theme of Office, for a workbook without one."""
_TURNED = ("0", "")


@dataclass(frozen=True, slots=True)
class CellLook:
    """How a cell looks."""

    points: float = 11
    bold: bool = False
    ink: str = ""
    paper: str = ""
    wraps: bool = False
    turned: bool = False
    style: str = ""
    """The name of its cell style, such as "heading 1"; nothing for Normal."""


class Looks:
    """The looks of a workbook by their numbers."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._theme = list(_theme_colours(theme)) or list(_USUAL_THEME)
        fonts = [] if styles is None else styles.findall("{*}fonts/{*}font")
        fills = [] if styles is None else styles.findall("{*}fills/{*}fill")
        named = (
            {}
            if styles is None
            else {
                attribute(s, "xfId"): attribute(s, "name").casefold()
                for s in styles.iterfind("{*}cellStyles/{*}cellStyle")
            }
        )
        self._fonts = [self._font(font) for font in fonts]
        self._fills = [self._fill(fill) for fill in fills]
        formats = [] if styles is None else styles.findall("{*}cellXfs/{*}xf")
        self._looks = [self._look(one, named) for one in formats]
        dressed = [] if styles is None else styles.findall("{*}dxfs/{*}dxf")
        self.conditional = [self._conditional(one) for one in dressed]
        self.usual = self._fonts[0] if self._fonts else CellLook()

    def __getitem__(self, number: int) -> CellLook:
        return self._looks[number] if number < len(self._looks) else CellLook()

    def _look(self, one: Element, named: dict[str, str]) -> CellLook:
        font = _held(self._fonts, attribute(one, "fontId"), CellLook())
        align = one.find("{*}alignment")
        style = named.get(attribute(one, "xfId"), "")
        return replace(
            font,
            paper=_held(self._fills, attribute(one, "fillId"), ""),
            wraps=attribute(align, "wrapText") in ("1", "true"),
            turned=attribute(align, "textRotation") not in _TURNED,
            style="" if style == "normal" else style,
        )

    def _font(self, font: Element) -> CellLook:
        bold = font.find("{*}b")
        size = attribute(font.find("{*}sz"), "val", "11")
        return CellLook(
            points=float(size) if size.replace(".", "", 1).isdecimal() else 11,
            bold=bold is not None and attribute(bold, "val", "1") not in ("0", "false"),
            ink=self._colour(font.find("{*}color")),
        )

    def _fill(self, fill: Element) -> str:
        pattern = fill.find("{*}patternFill")
        if pattern is None or attribute(pattern, "patternType", "none") == "none":
            return ""
        return self._colour(pattern.find("{*}fgColor"))

    def _conditional(self, one: Element) -> CellLook:
        font, fill = one.find("{*}font"), one.find("{*}fill")
        look = CellLook() if font is None else self._font(font)
        pattern = None if fill is None else fill.find("{*}patternFill")
        back = None if pattern is None else pattern.find("{*}bgColor")
        return replace(look, paper=self._colour(back))

    def _colour(self, held: Element | None) -> str:
        """Six digits, or nothing where Excel chooses."""
        if held is None:
            return ""
        tint = attribute(held, "tint")
        base = colour(attribute(held, "rgb"))
        if attribute(held, "theme").isdecimal():
            base = _held(self._theme, attribute(held, "theme"), "")
        elif attribute(held, "indexed").isdecimal():
            base = colour(_held(_palette(), attribute(held, "indexed"), ""))
        try:
            return tinted(base, max(-1.0, min(1.0, float(tint or 0)))) if base else ""
        except ValueError:
            return base


def _theme_colours(theme: Element | None) -> Iterator[str]:
    scheme = None if theme is None else theme.find(".//{*}clrScheme")
    held = {} if scheme is None else {local(one): one for one in scheme}
    if all(name in held for name in _THEME_ORDER):
        for name in _THEME_ORDER:
            one = next(iter(held[name]), None)
            yield colour(attribute(one, "lastClr") or attribute(one, "val")) or "000000"


@cache
def _palette() -> list[str]:
    """The colours that old workbooks speak of by number."""
    from openpyxl.styles.colors import COLOR_INDEX  # noqa: PLC0415 (few need it)

    return list(COLOR_INDEX)


_T = TypeVar("_T")


def _held(values: list[_T], number: str, otherwise: _T) -> _T:
    at = int(number) if number.isdecimal() else -1
    return values[at] if 0 <= at < len(values) else otherwise
