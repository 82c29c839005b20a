"""A page of HTML as far as it can be judged without a browser."""

from pathlib import Path

from lxml import etree

from curriculum.accessibility.parts import Element
from curriculum.errors import SourceError
from curriculum.files import bytes_of

LARGEST_MB = 20
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


class Page:
    """A page that rules ask."""

    def __init__(self, path: Path, root: Element) -> None:
        self.path, self.root = path, root

    @classmethod
    def open(cls, path: Path) -> "Page":
        """Open a page.  Raises SourceError, with a sentence, if it is none."""
        data = bytes_of(path, LARGEST_MB)
        if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise SourceError(f"{path.name}: is not a page of HTML")
        coded = None if b"charset" in data[:2000] or data[:1] > b"\x7f" else "utf-8"
        parser = etree.HTMLParser(no_network=True, encoding=coded, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            root = None
        if root is None or not any(True for _ in root.iter("html", "body")):
            raise SourceError(f"{path.name}: is not a page of HTML")
        return cls(path, root)

    def place(self, element: Element) -> str:
        """The line on which an element begins."""
        line: object = element.sourceline
        return str(line or "")

    @property
    def headings(self) -> list[Element]:
        """Headings in the order of the text."""
        return list(self.root.iter(*_HEADINGS))


def words(element: Element) -> str:
    """What an element says, with the alt texts of its pictures."""
    parts = [" ".join(map(str, element.itertext()))]
    parts += [picture.get("alt") or "" for picture in element.iter("img")]
    parts.append(element.get("aria-label") or "")
    return " ".join(" ".join(parts).split())
