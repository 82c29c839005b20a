"""Workbooks read as they lie: cells with formula and stored value in one pass.

openpyxl reads a workbook twice to see both, knows neither merged cells nor notes
when it reads without loading, and takes minutes over a million empty rows.
Everything is bounded: parts stream, and elements are counted.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple, cast
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import unescape

from lxml import etree

from curriculum.findings import SourceError
from curriculum.office.package import Package, place_of

MOST_ELEMENTS = 500_000
"""XML elements in all sheets that are read; a grid of 150 by 200 has 60,000."""
LARGEST_PART_MB = 64
"""A million rows that hold nothing but their format take about 55."""
_MOST_KNOWN = 64
"""Sheets that are remembered; those of one form are some twenty."""
_SEPARATOR = "|"
_DIGITS = "0123456789"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_QUOTED_OR_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DATE_FORMATS = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_PERCENT_FORMATS = {9, 10}
_EMPTY_ONE = rb'<(?:row|c) r="[A-Z]*\d+"[^<>/]*(?:/|></(?:row|c))>'
_EMPTY = re.compile(_EMPTY_ONE + rb"(?:" + _EMPTY_ONE + rb")*")
"""Rows and cells that hold nothing but a format: some workbooks have a million.

Written without a group around all of it, so that the search skips to the next "<".
"""
_PLAIN = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d*)"(?: s="(\d+)")?(?: t="([a-zS]+)")?>(?:'
    rb"(<f>[^<]*</f>)?<v>([^<&]*)</v>"
    rb'|<is><t(?: xml:space="preserve")?>([^<&\r]*)</t></is>)</c>'
)
"""Most cells look like this, and need no more than one expression to be read."""
_MOST_AT_ONCE = 8_000_000
"""Bytes of shared texts that are looked at in one go."""
_PLAIN_TEXT = (b"<t", b'<t xml:space="preserve"')
_OTHER_ENTITY = re.compile(rb"&(?!amp;|lt;|gt;|quot;|apos;)")
_AROUND_TEXTS = re.compile(
    rb"(?:<\?xml(?: version=[\"']1\.0[\"']| encoding=[\"']UTF-8[\"']"
    rb"| standalone=[\"'](?:yes|no)[\"'])*\s*\?>)?\s*<sst[^<>]*>\s*</sst>\s*",
    re.IGNORECASE,
)
"""What stands before and after the texts."""
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATED = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
Bounds = tuple[int, int, int, int]
"""First row and column, last row and column, counted from 1."""


class Cell(NamedTuple):
    """A cell that holds something; a tuple, for there are many."""

    row: int
    column: int
    value: str | float | bool | None
    """The stored value; None for a formula that was never computed."""
    formula: bool = False
    error: bool = False
    """Whether the value is an error such as #REF!."""
    dated: bool = False
    """Whether it is a number that is shown as a date or a time."""
    percent: bool = False
    told: str = ""
    """The formula as it is written: "SUM(A1:A9)"; empty for a value."""

    @property
    def address(self) -> str:
        """Where it stands: "F12"."""
        return f"{letters(self.column)}{self.row}"


@dataclass(slots=True)
class Sheet:
    """The cells of one sheet, and what else people put on it."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Bounds] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    """The text of notes and comments by address."""
    _columns: dict[int, dict[int, Cell]] = field(default_factory=dict, repr=False)

    def column(self, number: int) -> dict[int, Cell]:
        """The cells of a column, counted from 1, by row."""
        if not self._columns:
            for (row, column), cell in self.cells.items():
                self._columns.setdefault(column, {})[row] = cell
        return self._columns.get(number, {})


@lru_cache(maxsize=16_384)
def letters(column: int) -> str:
    """The letters of a column counted from 1."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def bounds(reference: str) -> Bounds | None:
    """The rows and columns of "$A$3:$C$9", or None for what is no area."""
    ends = [_ADDRESS.fullmatch(end) for end in reference.split(":")]
    if not ends or not all(ends):
        return None
    places = [(int(e[2]), _number(e[1].encode())) for e in ends if e]
    return (*places[0], *places[-1])


@lru_cache(maxsize=16_384)
def _number(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number


class KnownSheets:
    """Sheets that were read lately, by what they were read from."""

    def __init__(self) -> None:
        self._sheets: dict[bytes, Sheet] = {}

    def get(self, key: bytes) -> Sheet | None:
        """The sheet that was read from just these parts, if it was."""
        return self._sheets.get(key)

    def keep(self, key: bytes, sheet: Sheet) -> None:
        """Remember a sheet, and forget the oldest of too many."""
        self._sheets[key] = sheet
        if len(self._sheets) > _MOST_KNOWN:
            del self._sheets[next(iter(self._sheets))]


class Book:
    """A workbook whose sheets are read when asked for."""

    def __init__(self, package: Package, known: "KnownSheets | None" = None) -> None:
        self._package = package
        self._known = known if known is not None else KnownSheets()
        self.name = package.name
        self._elements = 0
        self._book = self._tree(self._main)
        self._related = self._relations(self._main)

    @classmethod
    def open(cls, path: Path, known: "KnownSheets | None" = None) -> "Book":
        """Open a workbook.  Raises SourceError, with a sentence, if it is none.

        ``known`` are sheets of other workbooks: copies share most of theirs.
        """
        package = Package.open(path)
        if "xl/workbook.bin" in package.parts:
            raise SourceError(f"{package.name}: is a binary workbook; save it as .xlsx")
        return cls(package, known)

    @property
    def _main(self) -> str:
        for name in ("xl/workbook.xml", "xl/workbook2.xml"):
            if name in self._package.parts:
                return name
        raise SourceError(f"{self.name}: is an Office file, but not a workbook")

    @cached_property
    def sheets(self) -> dict[str, str]:
        """The sheets' names, each with its part."""
        found = {}
        for sheet in _all(self._book, "sheet"):
            id_ = sheet.get(_RELATED) or sheet.get(_STRICT_RELATED) or ""
            found[sheet.get("name") or ""] = self._related.get(id_, ("", ""))[1]
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """Names defined for the whole workbook, and what they stand for."""
        return {
            name.get("name") or "": name.text or ""
            for name in _all(self._book, "definedName")
            if name.get("localSheetId") is None
        }

    @cached_property
    def from_1904(self) -> bool:
        """Whether dates count from 1904, as on old Macs."""
        return any(
            p.get("date1904") in ("1", "true") for p in _all(self._book, "workbookPr")
        )

    @cached_property
    def properties(self) -> dict[str, str]:
        """Custom document properties."""
        part = "docProps/custom.xml"
        if part not in self._package.parts:
            return {}
        return {
            p.get("name") or "": "".join(map(str, p.itertext()))
            for p in _all(self._tree(part), "property")
        }

    def sheet(self, name: str) -> Sheet:
        """The cells of a sheet that hold something, its notes and merged areas.

        A sheet that was read before, in this workbook or another with the same
        parts, is the same object: nobody changes it.
        """
        part = self.sheets[name]
        relations = [self._relations(part), self._related]
        about = [t for r in relations for _, t in r.values() if t.endswith(".xml")]
        key = self._package.fingerprint(part, *filter(_tells, about))
        held = self._known.get(key)
        if held is None:
            held = self._read(part)
            self._known.keep(key, held)
        return held

    def _read(self, part: str) -> Sheet:
        reader = _SheetReader(self)
        self._stream(part, reader.start, reader.end, reader.text, reader.without_plain)
        for type_, target in self._relations(part).values():
            if type_.endswith(("/comments", "/threadedComment")):
                reader.sheet.notes |= self._notes(target)
        return reader.sheet

    def text_boxes(self, name: str) -> list[str]:
        """The paragraphs of the text boxes and shapes on a sheet."""
        found = []
        for type_, target in self._relations(self.sheets[name]).values():
            if type_.endswith("/drawing") and target in self._package.parts:
                tree = self._tree(target)
                found += [
                    "".join(text.text or "" for text in _all(paragraph, "t"))
                    for paragraph in _all(tree, "p")
                ]
        return [text for text in found if text.strip()]

    def count(self, more: int = 1) -> None:
        """Note further elements; too many are no workbook that people fill in."""
        self._elements += more
        if self._elements > MOST_ELEMENTS:
            raise SourceError(
                f"{self.name}: holds more than {MOST_ELEMENTS:,} cells and rows, most "
                "of them empty; delete the empty rows and columns after the tables"
            )

    @cached_property
    def strings(self) -> list[str]:
        """The shared texts."""
        part = next(
            (t for y, t in self._related.values() if y.endswith("/sharedStrings")), ""
        )
        if part not in self._package.parts:
            return []
        if self._package.size(part) <= _MOST_AT_ONCE:
            plain = _plain_texts(self._package.read(part))
            if plain is not None:
                self.count(len(plain))
                return plain
        reader = _StringReader(self)
        self._stream(part, reader.start, reader.end, reader.text)
        return reader.strings

    @cached_property
    def looks(self) -> list[tuple[bool, bool]]:
        """For each cell format: whether it shows dates, whether percent."""
        part = next((t for y, t in self._related.values() if y.endswith("/styles")), "")
        if part not in self._package.parts:
            return []
        tree = self._tree(part)
        codes = {
            int(f.get("numFmtId") or 0): f.get("formatCode") or ""
            for f in _all(tree, "numFmt")
        }
        formats = next(iter(_all(tree, "cellXfs")), None)
        found = (
            int(x.get("numFmtId") or 0) for x in (() if formats is None else formats)
        )
        return [_look(number, codes.get(number, "")) for number in found]

    def _notes(self, part: str) -> dict[str, str]:
        if part not in self._package.parts:
            return {}
        tree = self._tree(part)
        held = (*_all(tree, "comment"), *_all(tree, "threadedComment"))
        return {
            note.get("ref") or "": " ".join("".join(map(str, note.itertext())).split())
            for note in held
        }

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """The type and the part of each relation of a part."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels"
        if rels not in self._package.parts:
            return {}
        return {
            r.get("Id") or "": (
                r.get("Type") or "",
                place_of(folder, r.get("Target") or ""),
            )
            for r in _all(self._tree(rels), "Relationship")
        }

    def _tree(self, part: str) -> "etree._Element":
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        try:
            return etree.fromstring(self._package.read(part), parser)
        except etree.XMLSyntaxError:
            raise SourceError(f"{self.name}: the part {part} is damaged") from None

    def _stream(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None],
        rest: Callable[[bytes], bytes] = bytes,
    ) -> None:
        parser = ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = text
        parser.StartDoctypeDeclHandler = self._no_doctype
        read = 0
        try:
            for chunk in self._package.stream(part):
                read += len(chunk)
                if read > LARGEST_PART_MB * 1_000_000:
                    raise SourceError(
                        f"{self.name}: the part {part} unpacks to more than "
                        f"{LARGEST_PART_MB} MB, as no form does"
                    )
                parser.Parse(rest(chunk), False)  # noqa: FBT003 (expat's own)
            parser.Parse(b"", True)  # noqa: FBT003 (expat's own)
        except ExpatError:
            raise SourceError(f"{self.name}: the part {part} is damaged") from None

    def _no_doctype(self, *_: Any) -> None:  # noqa: ANN401 (expat's own)
        raise SourceError(f"{self.name}: declares XML entities, as no workbook does")


class _StringReader:
    """Takes the shared texts; readings aloud of Japanese texts are passed over."""

    def __init__(self, book: Book) -> None:
        self.strings: list[str] = []
        self._book = book
        self._parts: list[str] = []
        self._in_text = False
        self._aloud = False

    def start(self, name: str, _: dict[str, str]) -> None:
        tag = name.rpartition(_SEPARATOR)[2]
        if tag == "si":
            self._book.count()
            self._parts = []
        elif tag == "t":
            self._in_text = not self._aloud
        elif tag == "rPh":
            self._aloud = True

    def end(self, name: str) -> None:
        tag = name.rpartition(_SEPARATOR)[2]
        if tag == "t":
            self._in_text = False
        elif tag == "rPh":
            self._aloud = False
        elif tag == "si":
            self.strings.append(_unescaped("".join(self._parts)))

    def text(self, data: str) -> None:
        if self._in_text:
            self._parts.append(data)


class _SheetReader:
    """Takes the cells of one sheet."""

    def __init__(self, book: Book) -> None:
        self.sheet = Sheet()
        self._book = book
        self._row = 0
        self._column = 0
        self._cell: dict[str, str] = {}
        self._formula = False
        self._told: list[str] = []
        self._shared_as = ""
        self._shared_texts: dict[str, str] = {}
        """Formulas that stand once for several cells, by their number."""
        self._value: list[str] = []
        self._in_value = self._in_formula = False

    def without_plain(self, chunk: bytes) -> bytes:
        """Take the plain cells of a piece; what is left goes to the XML parser."""
        left, taken = _PLAIN.subn(self._plain, _EMPTY.sub(b"", chunk))
        self._book.count(taken)
        return _EMPTY.sub(b"", left)

    def _plain(self, found: re.Match[bytes]) -> bytes:
        column, row, style, kind, formula, value, inline = found.groups()
        if value is None:
            value, kind = inline, b"inlineStr"
        if value:
            place = int(row), _number(column)
            said = value.decode("utf-8", "replace")
            if kind in (None, b"n"):
                self._put(place, "n", (said, style), _formula(formula))
            else:
                text, error = self._typed(kind.decode(), said)
                by = _formula(formula)
                self.sheet.cells[place] = _cell(
                    (*place, text, by is not None, error, False, False, by or "")
                )
        elif formula:
            return found[0]
        return b""

    def _put(
        self,
        place: tuple[int, int],
        kind: str,
        held: tuple[str, str | bytes | None],
        formula: str | None,
    ) -> None:
        value, error = self._typed(kind, held[0])
        dated = percent = False
        if isinstance(value, float):
            style, looks = int(held[1] or 0), self._book.looks
            dated, percent = looks[style] if style < len(looks) else (False, False)
        self.sheet.cells[place] = Cell(
            *place, value, formula is not None, error, dated, percent, formula or ""
        )

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name[name.rfind(_SEPARATOR) + 1 :]
        if tag == "c":
            self._book.count()
            self._cell, self._formula, self._value = attributes, False, []
            self._told, self._shared_as = [], ""
            name = attributes.get("r", "").rstrip(_DIGITS)
            self._column = _number(name.encode()) if name else self._column + 1
        elif tag in ("v", "t"):
            self._in_value = True
        elif tag == "f":
            self._formula = self._in_formula = True
            self._shared_as = attributes.get("si", "")
        elif tag == "row":
            self._book.count()
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
        elif tag == "mergeCell":
            area = bounds(attributes.get("ref", ""))
            if area:
                self.sheet.merged.append(area)

    def end(self, name: str) -> None:
        if name.endswith("|c"):
            self._take()
        elif name.endswith(("|v", "|t")):
            self._in_value = False
        elif name.endswith("|f"):
            self._in_formula = False

    def text(self, data: str) -> None:
        if self._in_value:
            self._value.append(data)
        elif self._in_formula:
            self._told.append(data)

    def _take(self) -> None:
        if not self._value and not self._formula:
            return
        place = self._row, self._column
        kind = self._cell.get("t", "n")
        if self._value:
            held = "".join(self._value), self._cell.get("s")
            formula = self._formula_told() if self._formula else None
            self._put(place, kind, held, formula)
        else:
            told = self._formula_told()
            self.sheet.cells[place] = Cell(*place, None, formula=True, told=told)

    def _formula_told(self) -> str:
        """The formula of the cell; of one that several share, the first one's."""
        told = "".join(self._told)
        if not self._shared_as:
            return told
        if told:
            self._shared_texts[self._shared_as] = told
        return self._shared_texts.get(self._shared_as, "")

    def _typed(self, kind: str, text: str) -> tuple[str | float | bool, bool]:
        """The value, and whether it is an error."""
        if kind == "s":
            return self._shared(text), False
        if kind == "n":
            return _float(text), False
        if kind == "b":
            return text.strip() == "1", False
        return _unescaped(text), kind == "e"

    def _shared(self, text: str) -> str:
        try:
            return self._book.strings[int(text)]
        except (ValueError, IndexError):
            raise SourceError(
                f"{self._book.name}: its shared texts are damaged"
            ) from None


_cell = cast("Callable[[Iterable[object]], Cell]", partial(tuple.__new__, Cell))
"""A cell of its parts, without the call by which a NamedTuple is usually made."""


def _formula(lying: bytes | None) -> str | None:
    """A formula from its element as it lies; None if there is none."""
    if lying is None:
        return None
    return unescape(lying[3:-4].decode("utf-8", "replace"), {"&quot;": '"'})


def _plain_texts(content: bytes) -> list[str] | None:
    """The shared texts; None unless each is written in the plainest way."""
    head, _, rest = content.partition(b"<si>")
    body, _, tail = rest.rpartition(b"</t></si>")
    parts = [text.partition(b">") for text in body.split(b"</t></si><si>")]
    if (
        not _AROUND_TEXTS.fullmatch(head + tail)
        or any(start not in _PLAIN_TEXT or b"<" in text for start, _, text in parts)
        or b"\r" in body
        or _OTHER_ENTITY.search(body)
    ):
        return None
    try:
        texts = [text.decode() for _, _, text in parts]
    except UnicodeDecodeError:
        return None
    return [_unescaped(unescape(t, _QUOTES) if "&" in t else t) for t in texts]


def _tells(part: str) -> bool:
    """Whether what cells say depends on a part beside their sheet."""
    return any(word in part for word in ("sharedStrings", "styles", "omment"))


def _float(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _unescaped(text: str) -> str:
    """Excel writes what XML cannot carry as _x000D_."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _look(number: int, code: str) -> tuple[bool, bool]:
    plain = _QUOTED_OR_LITERAL.sub("", code).lower()
    dated = number in _DATE_FORMATS or any(sign in plain for sign in "dmyhs")
    return dated and plain != "general", number in _PERCENT_FORMATS or "%" in plain


def _all(tree: "etree._Element", tag: str) -> Iterator["etree._Element"]:
    return tree.iter(f"{{*}}{tag}")
