"""Pictures in a filled document: the SVG, and a PNG for programs that show none.

Word 2016 and later take the SVG; all others the PNG beside it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import relpath
from xml.sax.saxutils import escape

from lxml import etree

from curriculum.office.fields import Frame, Get
from curriculum.office.package import Package
from curriculum.office.word_blocks import Out
from curriculum.office.word_room import Room
from curriculum.office.word_tree import parsed
from curriculum.pictures import Picture
from curriculum.pictures.tints import tinted

GATHERED = "\ufdd0pictures"
"""Where the data of a filling hold what is gathered; no template can name it."""
_CONTENT_TYPES = "[Content_Types].xml"
_FOLDER = "word/media"
_EMU = 12_700
"""To a point."""
_FIRST_ID = 900_000
"""Numbers of pictures begin here, far from those that Word gives."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_THEME = re.compile(r"word/theme/[^/]+\.xml")
_NEW_RELATIONS = f'<Relationships xmlns="{_RELATIONS}"></Relationships>'
_TYPES = {"png": "image/png", "svg": "image/svg+xml"}
_QUOTE = {'"': "&quot;"}


@dataclass(slots=True)
class Media:
    """What a template with pictures changes besides its texts."""

    prefix: str
    """How the names of its pictures begin, like those of nothing else in it."""
    accent: str
    """The first accent colour of its theme, "#6B1F4B"; empty if it has none."""
    relations: Mapping[str, str]
    """For each part with pictures, its relations without the end."""
    types: str

    @classmethod
    def of(cls, package: Package, parts: Sequence[str]) -> "Media":
        """Read what there is beside the parts that show pictures."""
        held = {part: _relations(package, part) for part in parts}
        prefix, taken = "shown", "".join((*package.parts, *held.values()))
        while prefix in taken:
            prefix += "-"
        return cls(prefix, _accent(package), held, _types(package))

    @property
    def changing(self) -> tuple[str, ...]:
        """The parts that are written anew."""
        return (_CONTENT_TYPES, *map(_beside, self.relations))


@dataclass(slots=True)
class Gathered:
    """The pictures of one document while it is filled."""

    media: Media
    _files: dict[str, bytes] = field(default_factory=dict)
    _stems: dict[str, str] = field(default_factory=dict)
    _related: dict[str, dict[str, str]] = field(default_factory=dict)
    _count: int = 0

    def add(self, part: str, svg: str) -> tuple[int, str, str]:
        """Take in a picture; its number, and its names as PNG and as SVG."""
        self._count += 1
        svg = tinted(svg, self.media.accent)
        stem = self._stems.get(svg)
        if stem is None:
            from curriculum.pictures.raster import png  # noqa: PLC0415 - slow to import

            stem = f"{self.media.prefix}{len(self._stems) + 1}"
            self._stems[svg] = stem
            at = f"{_FOLDER}/{stem}"
            self._files |= {f"{at}.png": png(svg), f"{at}.svg": svg.encode()}
        names = {f"{_FOLDER}/{stem}.{ending}": f"{stem}{ending}" for ending in _TYPES}
        self._related.setdefault(part, {}).update(names)
        first, second = names.values()
        return self._count, first, second

    def parts(self) -> dict[str, bytes]:
        """The pictures, and what says that the document has them."""
        made = {_CONTENT_TYPES: self.media.types}
        for part, head in self.media.relations.items():
            folder = part.rpartition("/")[0]
            new = (
                f'<Relationship Id="{id_}" Type="{_IMAGE}" '
                f'Target="{relpath(target, folder)}"/>'
                for target, id_ in self._related.get(part, {}).items()
            )
            made[_beside(part)] = f"{head}{''.join(new)}</Relationships>"
        return {name: text.encode() for name, text in made.items()} | self._files


@dataclass(slots=True)
class Shown:
    """A picture, or several, in the middle of a text."""

    get: Get
    part: str
    room: Room
    prefix: str
    """That of WordprocessingML in the part, with its colon."""

    def write(self, frame: Frame, out: Out) -> None:
        """Write what there is to show, and gather its files."""
        value = self.get(frame)
        for picture in [value] if isinstance(value, Picture) else value:
            out(f"</{self.prefix}t>")
            out(self._drawing(picture, frame[0][GATHERED]))
            out(f'<{self.prefix}t xml:space="preserve">')

    def _drawing(self, picture: Picture, gathered: Gathered) -> str:
        drawing = picture.at(self.room.width)
        shrunk = min(
            1.0, self.room.width / drawing.width, self.room.height / drawing.height
        )
        number, png, svg = gathered.add(self.part, drawing.svg)
        size = (
            f'cx="{round(drawing.width * shrunk * _EMU)}" '
            f'cy="{round(drawing.height * shrunk * _EMU)}"'
        )
        words = _said(picture.finding)
        named = f'id="{_FIRST_ID + number}" name="{_said(picture.title)}"'
        return (
            f"<{self.prefix}drawing>"
            f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" '
            f'distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr {named} descr="{words}"/><wp:cNvGraphicFramePr>'
            f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
            f'<a:graphicData uri="{_DRAWING}/picture">'
            f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr {named} descr="{words}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f"<pic:blipFill>{_blip(png, svg)}"
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect">'
            "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
            f"</wp:inline></{self.prefix}drawing>"
        )


def _blip(png: str, svg: str) -> str:
    """The PNG, with the SVG as the extension that newer programs know."""
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    newer = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
    return (
        f'<a:blip xmlns:r="{related}" r:embed="{png}"><a:extLst>'
        '<a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">'
        f'<asvg:svgBlip xmlns:asvg="{newer}" r:embed="{svg}"/>'
        "</a:ext></a:extLst></a:blip>"
    )


def _said(text: str) -> str:
    return escape(" ".join(text.split()), _QUOTE)


def _beside(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def _relations(package: Package, part: str) -> str:
    """The relations of a part, without the end, so that more can follow."""
    beside = _beside(part)
    text = _NEW_RELATIONS
    if beside in package.parts:
        root = parsed(package.read(beside), f"{package.name}: {beside}")
        text = _plain(root, _RELATIONS)
    return text.removesuffix("</Relationships>")


def _accent(package: Package) -> str:
    """The colour that a college chose in Word under Design, Colours."""
    themes = sorted(part for part in package.parts if _THEME.fullmatch(part))
    for part in themes[:1]:
        root = parsed(package.read(part), f"{package.name}: {part}")
        for colour in root.iter(f"{{{_DRAWING}/main}}accent1"):
            for held in colour:
                return f"#{held.get('val') or ''}"
    return ""


def _types(package: Package) -> str:
    """The content types, with those of pictures."""
    root = parsed(package.read(_CONTENT_TYPES), package.name)
    known = {(entry.get("Extension") or "").casefold() for entry in root}
    space = etree.QName(root).namespace
    for ending, type_ in _TYPES.items():
        if ending not in known:
            entry = etree.Element(
                f"{{{space}}}Default", {"Extension": ending, "ContentType": type_}
            )
            root.insert(0, entry)
    return etree.tostring(root, encoding="unicode")


def _plain(root: etree._Element, namespace: str) -> str:
    """Relations written without prefixes, one after the other."""
    held = "".join(
        "<Relationship "
        + " ".join(
            f'{name!s}="{_said(str(value))}"' for name, value in entry.attrib.items()
        )
        + "/>"
        for entry in root
    )
    return f'<Relationships xmlns="{namespace}">{held}</Relationships>'
