"""Web pages as text, one line an element that says something: its tag and its words.

Left out: styles, the labels within pictures, which have tests of their own, and
attributes other than those that people who do not see the page depend on (scope,
aria-label, href, id).
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree, html

SPOKEN = ("id", "scope", "href", "aria-label", "aria-labelledby", "role")


def page_text(path: Path) -> str:
    """The text of a page."""
    return "\n".join(_lines(tree(path))) + "\n"


def tree(path: Path) -> "etree._Element":
    """A page as a tree."""
    return html.fromstring(path.read_bytes())


def _lines(page: "etree._Element") -> Iterator[str]:
    for element in page.iter(etree.Element):
        if str(element.tag) in {"style", "script"} or _within_a_picture(element):
            continue
        said = " ".join((element.text or "").split())
        tail = " ".join((element.tail or "").split())
        spoken = "".join(
            f" {name}={value!r}" for name in SPOKEN if (value := element.get(name))
        )
        if said or spoken or tail:
            yield f"{element.tag}{spoken} {said}{f' / {tail}' if tail else ''}".strip()


def _within_a_picture(element: "etree._Element") -> bool:
    return any(str(around.tag) == "svg" for around in element.iterancestors())
