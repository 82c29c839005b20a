"""Saved web pages: their wording, line by line, without what surrounds it.

The page is walked once, without recursion, so that no depth of nesting matters.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import SourceRef
from curriculum.office.word_tree import Element
from curriculum.readers._forms.gathered import Gathered, bold_keys
from curriculum.readers._html_text import decoded
from curriculum.readers._text import Line
from curriculum.readers._wording import fold

FORM = "web page"
"""A page saved as one file carries its pictures with it."""

_BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    )
)
_GAPS = frozenset(
    (
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "blockquote",
        "section",
    )
)
_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "datalist",
        "select",
    )
)
_BOLD = frozenset(("b", "strong", "th"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_DRESS = frozenset(("nav", "footer", "header", "button", "head"))
_DRESS_NAMES = re.compile(
    r"cookie|breadcrumb|skip-?link|phase-banner|site-(?:header|footer)|masthead",
    re.IGNORECASE,
)
_DRESS_ROLES = frozenset(("navigation", "banner", "contentinfo", "search"))
_CONTENT = re.compile(r"\b(?:K|TK)1\s*[:.)]|\bDuty 1\b|Key information", re.IGNORECASE)
_LICENCE = re.compile(r"crown copyright|open government licence", re.IGNORECASE)
_LONGEST_KEY = 12
_SET_OFF = "\ufdd0"
"""Stands on both sides of a key; no character of text."""
_BETWEEN_WORDS = re.compile(rf"(?<=\w){_SET_OFF}+(?=\w)")
_OF_TABLES = frozenset(("table", "tr", "td", "th"))
_KEY = re.compile(r"(?:ESB|TK|TS|K|S|B)\d+|Duty \d+")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT = 4_096
_WIDEST = 60
_MOST_DOUBTS = 200
"""Elements that are looked through for content before they are passed over."""
_MOST_ATTRIBUTES = 1_000
_MOST_ELEMENTS = 200_000
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}")


def gather(name: str, data: bytes) -> Gathered:
    """The lines of a saved page; its places are lines of the file."""
    text, findings = _text_of(name, data)
    if "\0" in text:
        raise SourceError(f"{name}: is not a text file; save the page again")
    root = _parsed(name, text)
    walk = _Walk(name, Gathered(findings=findings), _main(root))
    walk.over(root)
    if not any(line.printed for line in walk.out.lines):
        raise SourceError(f"{name}: is a web page that says nothing")
    return walk.out


def _parsed(name: str, text: str) -> Element:
    """The page as a tree; what no browser would save is refused, as it takes hours."""
    for tag in _LONG_TAG.finditer(text):
        if (
            len(tag[0].split()) > _MOST_ATTRIBUTES
            or tag[0].count("=") > _MOST_ATTRIBUTES
        ):
            raise SourceError(
                f"{name}: has an element with thousands of attributes, as no page does"
            )
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    if any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
        raise SourceError(
            f"{name}: has elements within elements more than 2,000 deep, "
            "as no page does"
        )
    if root is None:
        raise SourceError(f"{name}: is a web page that says nothing")
    return root


@dataclass(slots=True)
class _Table:
    """A table that is being read: cells that reach down, and the row in hand."""

    reaching: dict[int, int] = field(default_factory=dict)
    cells: list[list[str]] = field(default_factory=list)
    bold: tuple[str, ...] = ()
    line: int = 0


class _Walk:
    """What is gathered on the way over a page."""

    def __init__(self, name: str, out: Gathered, main: Element | None) -> None:
        self.name = name
        self.out = out
        self.main = main
        self.within = main is None
        self.line = self.began = self.column = 0
        self.bold: list[bool] = []
        self.pieces: list[tuple[str, bool]] = []
        self.dress: list[Element] = []
        self.doubts = _MOST_DOUBTS
        self.title: Line | None = None
        self.gap = False
        self.heading = False
        self.headed = False
        self.text: list[str] = []
        self.tables: list[_Table] = []

    def over(self, root: Element) -> None:
        """Walk the page."""
        events = etree.iterwalk(root, events=("start", "end"))
        for count, (event, element) in enumerate(events):
            if count > 2 * _MOST_ELEMENTS:
                raise SourceError(
                    f"{self.name}: has more than {_MOST_ELEMENTS:,} elements, "
                    "as no published page does"
                )
            tag = element.tag
            if event == "start":
                self.line = element.sourceline or self.line
                if tag in _UNSEEN:
                    events.skip_subtree()
                else:
                    self._opens(element, tag)
                    if element.text:
                        self._say(element.text)
            else:
                if tag not in _UNSEEN:
                    self._closes(element, tag)
                if element.tail:
                    self._say(element.tail)
        self._flush()
        self._licence_of_foot()
        if self.title and not self.headed:
            self.out.begin_with(f"# {self.title.printed}", self.title.place)

    def _opens(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            self.gap = self.gap or tag in _GAPS or (tag == "li" and not self.tables)
            if tag in _OF_TABLES:
                self._opens_table(element, tag)
            elif tag == "h1":
                self.heading = True
        elif self.text and _is_key(element.text):
            self.text.append(_SET_OFF)
        if element is self.main:
            self.within = True
        attributes = element.attrib
        if (tag in _DRESS or attributes) and self._is_dress(element, tag):
            self._flush()
            self.dress.append(element)
        bold = tag in _BOLD or (
            "style" in attributes
            and bool(_BOLD_STYLE.search(element.get("style") or ""))
        )
        self.bold.append(bold or bool(self.bold and self.bold[-1]))

    def _opens_table(self, element: Element, tag: str) -> None:
        if tag == "table":
            self.tables.append(_Table())
        elif tag == "tr" and len(self.tables) == 1:
            table = self.tables[-1]
            table.cells, table.bold, table.line = [], (), self.line
        elif tag in ("td", "th") and len(self.tables) == 1:
            table = self.tables[-1]
            while table.reaching.get(len(table.cells), 0) > 0:
                table.reaching[len(table.cells)] -= 1
                table.cells.append([])
            rows = _count(element, "rowspan")
            for _ in range(_count(element, "colspan")):
                if rows > 1:
                    table.reaching[len(table.cells)] = rows - 1
                table.cells.append([])
            self.column = len(table.cells) - _count(element, "colspan")

    def _closes(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            if tag == "tr" and len(self.tables) == 1:
                self._end_row()
            elif tag == "table" and self.tables:
                self.tables.pop()
                self.gap = True
        elif self.text and _is_key(element.text):
            self.text.append(_SET_OFF)
        self.bold.pop()
        if self.dress and self.dress[-1] is element:
            self._flush()
            self.dress.pop()
        if element is self.main:
            self._flush()
            self.within = False

    def _say(self, text: str) -> None:
        if not self.text:
            rest = text.lstrip()
            self.began = self.line + text.count("\n", 0, len(text) - len(rest))
            if not rest:
                self.line = self.began
                return
        self.line += text.count("\n")
        self.text.append(text)
        self.pieces.append((text, self.bold[-1] if self.bold else False))

    def _flush(self) -> None:
        """End the line in hand."""
        if not self.text:
            return
        said = fold(decoded(_spaced("".join(self.text))))
        bold = bold_keys(self.pieces)
        self.text, self.pieces = [], []
        if not said:
            return
        place = str(self.began)
        heading, self.heading = self.heading, False
        if self.dress or not self.within:
            if heading and self.title is None:
                self.title = Line(0, said, said, place)
            self.out.set_aside(said, place)
        elif self.tables and self.tables[0].cells:
            table = self.tables[0]
            table.cells[self.column].append(said)
            table.bold += bold
        else:
            if heading and not self.headed:
                said, self.headed = f"# {said}", True
            self.out.add(said, place, gap=self.gap, bold=bold)
            self.gap = False

    def _is_dress(self, element: Element, tag: str) -> bool:
        """Whether an element only surrounds the page; a name alone may mislead."""
        if tag in ("nav", "head"):
            return True
        named = (
            tag in _DRESS
            or element.get("role") in _DRESS_ROLES
            or (
                tag not in ("html", "body", "main")
                and _DRESS_NAMES.search(f"{element.get('id')} {element.get('class')}")
            )
        )
        if not named or self.dress or not self.doubts:
            return False
        self.doubts -= 1
        return not _CONTENT.search(" ".join(_texts(element)))

    def _end_row(self) -> None:
        table = self.tables[-1]
        width = max(table.reaching, default=-1) + 1
        while len(table.cells) < width:
            table.reaching[len(table.cells)] -= 1
            table.cells.append([])
        self.out.add_row(table.cells, str(table.line), bold=table.bold)
        table.cells = []
        self.gap = False

    def _licence_of_foot(self) -> None:
        """Take the licence from the page's foot, if the page itself has none."""
        if any(_LICENCE.search(line.printed) for line in self.out.lines):
            return
        found = [line for line in self.out.aside if _LICENCE.search(line.printed)]
        for line in found:
            self.out.aside.remove(line)
            self.out.add(line.printed, line.place, gap=True)


def _spaced(text: str) -> str:
    """A key keeps a space from a word that only its look had set apart from it."""
    if _SET_OFF not in text:
        return text
    return _BETWEEN_WORDS.sub(" ", text).replace(_SET_OFF, "")


def _main(root: Element) -> Element | None:
    """The element of the page's own content, if the page names it."""
    for element in root.iter(etree.Element):
        named = element.tag == "main" or element.get("role") == "main"
        if named and _CONTENT.search(" ".join(_texts(element))):
            return element
    return None


def _texts(element: Element) -> Iterator[str]:
    return (str(text) for text in element.itertext())


def _is_key(text: str | None) -> bool:
    """Whether an element holds only a key, which its look sets off."""
    if not text or len(text) > _LONGEST_KEY:
        return False
    return bool(_KEY.fullmatch(text.strip()))


def _count(element: Element, name: str) -> int:
    value = (element.get(name) or "").strip()
    return max(1, min(int(value), _WIDEST)) if value.isdecimal() else 1


def _text_of(name: str, data: bytes) -> tuple[str, list[Finding]]:
    """The file as text; what it says of its own encoding is believed if it can be."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError:
            raise SourceError(f"{name}: is not a text file; save it again") from None
    said = _CHARSET.search(data[:_LOOKED_AT])
    declared = said[1].decode("ascii").casefold() if said else "utf-8"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _in_another(name, data, declared)
    if text.isascii() or _is_utf8(declared):
        return text, []
    return text, [_note(name, f"says that it is {declared}, and is read as UTF-8")]


def _in_another(name: str, data: bytes, declared: str) -> tuple[str, list[Finding]]:
    if not _is_utf8(declared):
        try:
            encoding = codecs.lookup(declared).name
            if encoding == "iso8859-1":
                encoding = "cp1252"
            return data.decode(encoding), []
        except (LookupError, UnicodeDecodeError):
            pass
    message = f"says that it is {declared}, and is read as Windows-1252"
    return data.decode("cp1252", errors="replace"), [_note(name, message)]


def _is_utf8(name: str) -> bool:
    return name.replace("-", "") in ("utf8", "unicode11utf8")


def _note(name: str, message: str) -> Finding:
    return Finding(
        code="SRC001",
        severity=Severity.WARNING,
        subject=name,
        message=f"{message}; check accents and quotes",
        source=SourceRef(file=name, place="1"),
    )
