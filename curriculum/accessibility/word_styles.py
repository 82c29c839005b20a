"""How text of a Word document looks in the end: defaults, styles, direct formats."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from curriculum.accessibility.colours import (
    BLACK,
    HIGHLIGHTS,
    WHITE,
    colour,
    mixed,
)
from curriculum.accessibility.parts import Element, attribute, local
from curriculum.office.word_tree import w

_OLD_FONT, _OLD_POINTS = "Times New Roman", 10.0
"""What Word takes where a file says nothing."""
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks."""

    font: str = _OLD_FONT
    points: float = _OLD_POINTS
    bold: bool = False
    stressed: bool = False
    """Whether it is underlined, in italics or struck through."""
    ink: str = ""
    """Its colour, or nothing: Word chooses black or white to suit the paper."""
    paper: str = ""
    """The colour behind it, or nothing."""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set."""

    align: str = ""
    lines: float = 1.0
    """Space of lines as a multiple of one."""
    line_points: float = 0
    """Space of lines in points, where it is fixed so."""
    outline: int = 9
    """The level of a heading counted from 0; 9 is plain text."""
    list_id: str = ""
    list_level: int = 0


def is_on(element: Element | None) -> bool:
    """Whether a switch such as bold is set."""
    return element is not None and attribute(element, "val", "1") not in _OFF


class Styles:
    """The styles of a document."""

    def __init__(
        self, root: Element | None, theme: Element | None, fonts: Element | None
    ) -> None:
        self.root = root
        held = [] if root is None else root.findall(w("style"))
        self._styles = {s.get(w("styleId")) or "": s for s in held}
        self._theme = dict(_theme_fonts(theme))
        self.families = dict(_families(fonts))
        run, paragraph = w("docDefaults"), w("docDefaults")
        run += f"/{w('rPrDefault')}/{w('rPr')}"
        paragraph += f"/{w('pPrDefault')}/{w('pPr')}"
        self._look = self.apply(Look(), None if root is None else root.find(run))
        self._setting = setting_of(
            Setting(), None if root is None else root.find(paragraph)
        )
        self._usual = {
            s.get(w("type")) or "": s.get(w("styleId")) or ""
            for s in held
            if s.get(w("default")) in ("1", "true", "on")
        }
        self.look_of = lru_cache(maxsize=4096)(self._look_of)
        self.setting_of = lru_cache(maxsize=4096)(self._setting_of)
        self.table = lru_cache(maxsize=4096)(self._table)
        self.names = lru_cache(maxsize=4096)(self._names)
        self.chain = lru_cache(maxsize=4096)(self._chain)

    def name(self, style: str) -> str:
        """What a style is called, in small letters; its id where it has no name."""
        held = self._styles.get(style)
        if held is None:
            return style.casefold()
        return attribute(held.find(w("name")), "val", style).casefold()

    def _chain(self, style: str, kind: str = "paragraph") -> list[Element]:
        """A style after those that it is based on."""
        found: list[Element] = []
        seen: set[str] = set()
        style = style or self._usual.get(kind, "")
        while style in self._styles and style not in seen:
            seen.add(style)
            found.append(self._styles[style])
            style = attribute(self._styles[style].find(w("basedOn")), "val")
        return found[::-1]

    def _names(self, style: str) -> list[str]:
        """The name of a style and of all that it is based on."""
        return [self.name(s.get(w("styleId")) or "") for s in self.chain(style)]

    def apply(self, look: Look, properties: Element | None) -> Look:
        """A look after the properties of a run or of a style."""
        if properties is None:
            return look
        new: dict[str, Any] = {}
        for one in properties:
            if local(one) == "rFonts":
                new["font"] = self._font(one) or look.font
            else:
                new |= _read(one, look, new)
        return replace(look, **new) if new else look

    def _font(self, fonts: Element) -> str:
        for name in ("asciiTheme", "hAnsiTheme"):
            theme = attribute(fonts, name)
            if theme:
                return self._theme.get(theme[:5], "")
        return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")

    def _look_of(
        self, paragraph: str, run: str, table: str = "", place: str = ""
    ) -> Look:
        """The look of text by its styles; ``place`` names parts of the table."""
        look = self._look
        for style in self.chain(table, "table") if table else []:
            look = self.apply(look, style.find(w("rPr")))
        for part in place.split():
            for style in self._parts(table, part):
                look = self.apply(look, style.find(w("rPr")))
        for style in self.chain(paragraph):
            shading = style.find(f"{w('pPr')}/{w('shd')}")
            if shading is not None:
                look = replace(look, paper=shade(shading) or look.paper)
            look = self.apply(look, style.find(w("rPr")))
        for style in self.chain(run, "character") if run else []:
            look = self.apply(look, style.find(w("rPr")))
        return look

    def _setting_of(self, paragraph: str, table: str = "") -> Setting:
        """How a paragraph is set by its styles."""
        setting = self._setting
        for style in self.chain(table, "table") if table else []:
            setting = setting_of(setting, style.find(w("pPr")))
        for style in self.chain(paragraph):
            setting = setting_of(setting, style.find(w("pPr")))
        return setting

    def _table(self, table: str, place: str) -> str:
        """The colour that a table's style gives the cells of a place, or nothing."""
        paper = ""
        for style in self.chain(table, "table"):
            for path in (w("tblPr"), w("tcPr")):
                paper = shade(style.find(f"{path}/{w('shd')}")) or paper
        for part in place.split():
            for style in self._parts(table, part):
                paper = shade(style.find(f"{w('tcPr')}/{w('shd')}")) or paper
        return paper

    def _parts(self, table: str, part: str) -> Iterator[Element]:
        """What a table's style says of a part of it, such as its first row."""
        for style in self.chain(table, "table"):
            for one in style.findall(w("tblStylePr")):
                if one.get(w("type")) == part:
                    yield one


def _read(one: Element, look: Look, new: Mapping[str, Any]) -> dict[str, Any]:
    """What one property says of a look, after others were read."""
    name, value = local(one), attribute(one, "val")
    if name == "sz":
        return {"points": _half(value, look.points)}
    if name in ("i", "strike", "dstrike", "u"):
        return {"stressed": new.get("stressed", False) or is_on(one)}
    if name == "shd":
        return {"paper": shade(one) or new.get("paper", look.paper)}
    if name == "highlight":
        return {"paper": HIGHLIGHTS.get(value, look.paper)}
    plain = {"b": "bold", "vanish": "hidden"}
    if name in plain:
        return {plain[name]: is_on(one)}
    return {"ink": colour(value)} if name == "color" else {}


def setting_of(setting: Setting, properties: Element | None) -> Setting:
    """A setting after the properties of a paragraph or of a style."""
    if properties is None:
        return setting
    new: dict[str, Any] = {}
    for one in properties:
        match local(one):
            case "jc":
                new["align"] = attribute(one, "val")
            case "outlineLvl":
                new["outline"] = _whole(attribute(one, "val"), setting.outline)
            case "spacing" if attribute(one, "line"):
                new |= _spacing(one)
            case "numPr":
                new |= _numbered(one)
            case _:
                pass
    return replace(setting, **new) if new else setting


def shade(shading: Element | None) -> str:
    """The colour of a shading, or nothing where it has none."""
    if shading is None:
        return ""
    kind = attribute(shading, "val")
    front = colour(attribute(shading, "color"))
    back = colour(attribute(shading, "fill"))
    if kind == "solid":
        return front or BLACK
    if kind.startswith("pct") and kind[3:].isdecimal():
        return mixed(front or BLACK, back or WHITE, min(int(kind[3:]), 100) / 100)
    return back


def _spacing(spacing: Element) -> dict[str, float]:
    line = _number(attribute(spacing, "line"), 240.0)
    if attribute(spacing, "lineRule", "auto") == "auto":
        return {"lines": line / 240, "line_points": 0}
    return {"lines": 1.0, "line_points": line / 20}


def _numbered(properties: Element) -> dict[str, str | int]:
    found: dict[str, str | int] = {}
    for one in properties:
        if local(one) == "numId":
            held = attribute(one, "val")
            found["list_id"] = "" if held == "0" else held
        elif local(one) == "ilvl":
            found["list_level"] = _whole(attribute(one, "val"), 0)
    return found


def _theme_fonts(theme: Element | None) -> Iterator[tuple[str, str]]:
    """The fonts of headings ("major") and of text ("minor")."""
    if theme is None:
        return
    for kind in ("major", "minor"):
        font = theme.find(f".//{{*}}{kind}Font/{{*}}latin")
        yield kind, attribute(font, "typeface")


def _families(fonts: Element | None) -> Iterator[tuple[str, str]]:
    """For each font of the document what kind of letters it has."""
    for font in () if fonts is None else fonts.iter(w("font")):
        yield (
            attribute(font, "name").casefold(),
            attribute(font.find(w("family")), "val"),
        )


def _number(text: str, otherwise: float) -> float:
    try:
        return float(text.removesuffix("pt"))
    except ValueError:
        return otherwise


def _half(text: str, otherwise: float) -> float:
    return _number(text, otherwise * 2) / 2


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() else otherwise
