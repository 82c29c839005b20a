"""The tags of a Word part that say something, as they lie in its text.

Every document that is written is read once more, and a tree of all its tags takes
four times as long; so the text is searched, and only what is unusual is parsed.
"""

import re
import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from curriculum.findings import SourceError
from curriculum.office.word_tree import NAMESPACE, parsed

_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_BEGIN = "t|pStyle|tab|br|cr|ptab|noBreakHyphen|fldChar|instrText"
"""Tags of which only the beginning says something."""
_AROUND = "p|tc|tr|tbl|tabs|fldSimple|moveFrom"
_DELETED = "trPr|del"
"""What says that a row is deleted; most documents have none."""
_UNUSUAL = (b"<!", b"<?", b"\x00")
"""What the text of a part begins with that a reader of plain tags cannot take."""
_PIECE = 1 << 18
_END = 200
"""Bytes at the end of a part among which its last tag stands."""
_ROOT = re.compile(rb"\s*<([\w.:-]+)")
_BOUND = re.compile(r'xmlns(?::([\w.-]+))?="([^"]*)"')
_QUOTED = re.compile(r"""(?:^|[\s:])(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NUMBERED = re.compile(r"&#(?:x([0-9A-Fa-f]+)|(\d+));")
_WRITTEN = (
    *(("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")),
    ("&amp;", "&"),
)
"""What stands for a letter; the ampersand last, for it begins the others."""
Token = tuple[str, str, str]
"""The tag as it lies, with a slash if it ends, its attributes, the text after it."""


def tokens(content: bytes, name: str) -> Iterator[Token]:
    """The tags that say something, in their order.

    A long part is searched piece by piece, so that it is never held as letters.
    """
    pieces = _usual(content)
    if pieces is None:
        root = parsed(content, name)
        etree.cleanup_namespaces(root, top_nsmap={"w": NAMESPACE, "mc": _COMPATIBLE})
        content = etree.tostring(root, encoding="utf-8")
        pieces = list(_pieces(content, 0))
    first = str(pieces[0], "utf-8")
    head = first[: first.find(">", first.find("<") + 1) + 1]
    bound = {space: prefix for prefix, space in _BOUND.findall(head)}
    prefix = bound.get(NAMESPACE)
    if prefix is None:
        raise SourceError(f"{name}: is no part of a Word document")
    named = f"{prefix}:" if prefix else ""
    deleted = f"<{named}del ".encode() in content
    around = f"{_AROUND}|{_DELETED}" if deleted else _AROUND
    pattern = _pattern(named, around, bound.get(_COMPATIBLE, "mc"))
    return (token for piece in pieces for token in pattern.findall(str(piece, "utf-8")))


def _usual(content: bytes) -> list[memoryview] | None:
    """A part in pieces, without its first line; None for what needs a parser."""
    start = len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0
    if content.startswith(b"<?xml", start):
        end = content.find(b"?>", start) + 2
        head = content[start:end]
        if end < start or (b"encoding" in head and b"utf-8" not in head.lower()):
            return None
        start = end
    root = _ROOT.match(content, start)
    if root is None or not content[-_END:].rstrip().endswith(b"</%b>" % root[1]):
        return None
    once = content.count(f'"{NAMESPACE}"'.encode()) == 1
    if not once or any(content.find(sign, start) >= 0 for sign in _UNUSUAL):
        return None
    pieces = list(_pieces(content, start))
    try:
        for piece in pieces:
            str(piece, "utf-8")
    except UnicodeDecodeError:
        return None
    return pieces


def _pieces(content: bytes, start: int) -> Iterator[memoryview]:
    """A part cut where tags begin; its first piece holds the whole first tag."""
    view = memoryview(content)
    while start < len(content):
        end = content.find(b"<", start + _PIECE)
        end = len(content) if end < 0 else end
        yield view[start:end]
        start = end


@lru_cache(maxsize=8)
def _pattern(named: str, around: str, compatible: str) -> re.Pattern[str]:
    name = re.escape(named)
    kinds = (
        f"{name}(?:{_BEGIN})|/?{name}(?:{around})|/?{re.escape(compatible)}:Fallback"
    )
    return re.compile(rf"<({kinds})([\s/][^>]*)?+>([^<]*+)")


@lru_cache(maxsize=1_024)
def attribute(attributes: str, name: str) -> str:
    """The value of an attribute, whatever its prefix; empty if it is not there."""
    for held, double, single in _QUOTED.findall(attributes):
        if held == name:
            return unquoted(double or single)
    return ""


def unquoted(text: str) -> str:
    """A text without the ampersands of XML."""
    if "&" not in text:
        return text
    if "&#" in text:
        text = _NUMBERED.sub(_character, text)
    for written, meant in _WRITTEN:
        text = text.replace(written, meant)
    return text


def _character(found: re.Match[str]) -> str:
    number = int(found[1], 16) if found[1] else int(found[2])
    # An ampersand that is written by its number is text, and begins nothing.
    if number == ord("&"):
        return "&amp;"
    return chr(number) if 0 < number <= sys.maxunicode else "\N{REPLACEMENT CHARACTER}"
