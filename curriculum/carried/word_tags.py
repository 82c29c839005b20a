"""The tags of a Word part that say something, as they lie in its text.

Every document that is written is read once more, and a tree of all its tags takes
four times as long; so the text is searched, and only what is unusual is parsed.
"""

import re
import sys
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
_UNUSUAL = ("<!", "<?", "\x00")
"""What the text of a part begins with that a reader of plain tags cannot take."""
_ROOT = re.compile(r"\s*<([\w.:-]+)")
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


def tokens(content: bytes, name: str) -> list[Token]:
    """The tags that say something, in their order."""
    text = _usual(content)
    if text is None:
        root = parsed(content, name)
        etree.cleanup_namespaces(root, top_nsmap={"w": NAMESPACE, "mc": _COMPATIBLE})
        text = etree.tostring(root, encoding="unicode")
    head = text[: text.find(">", text.find("<") + 1) + 1]
    bound = {space: prefix for prefix, space in _BOUND.findall(head)}
    prefix = bound.get(NAMESPACE)
    if prefix is None:
        raise SourceError(f"{name}: is no part of a Word document")
    named = f"{prefix}:" if prefix else ""
    around = f"{_AROUND}|{_DELETED}" if f"<{named}del " in text else _AROUND
    pattern = _pattern(named, around, bound.get(_COMPATIBLE, "mc"))
    found: list[Token] = pattern.findall(text)
    return found


def _usual(content: bytes) -> str | None:
    """A part as text without its first line; None for what only a parser can take."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    if text.startswith("<?xml"):
        head, _, text = text.partition("?>")
        if "encoding" in head and "utf-8" not in head.casefold():
            return None
    root = _ROOT.match(text)
    whole = root is not None and text.rstrip().endswith(f"</{root[1]}>")
    once = text.count(f'"{NAMESPACE}"') == 1
    usual = whole and once and not any(sign in text for sign in _UNUSUAL)
    return text if usual else None


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
