"""Wording as web pages print it: white space, bullets, words run together.

What looks odd is reported, never mended: an erratum does that, with a reason.
"""

import re
from collections.abc import Iterable, Iterator

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"), "")
_LIGATURES = {0xFB00 + at: s for at, s in enumerate(("ff", "fi", "fl", "ffi", "ffl"))}
_NO_WORDING = _INVISIBLE | _LIGATURES
"""What a font or a page has made of letters; the words are the same without."""
DASHES = "\u2013\u2014-"
"""En dash, em dash and hyphen, as the end of a class in a pattern."""

_BULLETS = "•●▪◦‣·■○□▫∙➢✓❖\uf0b7\uf0a7\uf0d8\uf0fc\uf076"
_BULLET = re.compile(
    rf"^(?:[{_BULLETS}]\s*|(?:[*o{DASHES}]|\d\d?[.)])\s+"
    r"|\d{1,3}[.)]\s*(?=(?:ESB|TK|TS|K|S|B)\d))+"
)
_ONLY_BULLET = re.compile(rf"[{_BULLETS}*o{DASHES}]")
_MARKUP = re.compile(r"^[#>*_\s]+|[:*_\s]+$|\s*\([^()]*\)$")


def fold(text: str) -> str:
    """The text with runs of white space made one space, and nothing invisible.

    Ligatures are letters again.
    """
    seen = text if text.isascii() else text.translate(_NO_WORDING)
    return " ".join(seen.split())


def bare(text: str) -> str:
    """The text without the bullet or the list number in front of it."""
    return _BULLET.sub("", text)


_BOLD = re.compile(r"\*\*(\S(?:[^*]*[^\s*])?)\*\*")


def unmarked(text: str) -> str:
    """The text without Markdown's marks of bold print."""
    return _BOLD.sub(r"\1", text) if "**" in text else text


def is_bullet(text: str) -> bool:
    """Whether a text is the mark of a list and nothing else."""
    return bool(_ONLY_BULLET.fullmatch(text))


def plain(text: str) -> str:
    """A heading reduced to what it says: no bullet, mark-up, bracket or capital."""
    return _MARKUP.sub("", _MARKUP.sub("", bare(text).casefold()))


_HYPHENATED = re.compile(r"\w-$")
_SUSPENDED = re.compile(r"(?:and|or|to)\b|[^a-z]")


def joined(texts: Iterable[str]) -> str:
    """Lines made one; a word broken at its hyphen is whole again."""
    whole = ""
    for text in texts:
        broken = (
            whole.endswith("-")
            and _HYPHENATED.search(whole)
            and not _SUSPENDED.match(text)
        )
        whole += text if broken or not whole or not text else f" {text}"
    return whole


_SPACING: tuple[tuple[str | re.Pattern[str], re.Pattern[str], str], ...] = (
    (" -", re.compile(r"[^\W\d_]+ -[^\W\d_]+"), "a space before a hyphen"),
    (
        re.compile(r" [,;:](?=\s|$)"),
        re.compile(r"\w+ [,;:](?=\s|$)"),
        "a space before a punctuation mark",
    ),
    (
        re.compile(r",[^\W\d_]"),
        re.compile(r"\w+\)?,[^\W\d_]+"),
        "no space after a comma",
    ),
    (". ", re.compile(r"[a-z]{5,}\. [a-z]+"), "a small letter after a full stop"),
    (" * ", re.compile(r"\S+ \* \S+"), "a list run together in one line"),
    ("&", re.compile(r"&(?:amp|nbsp|lt|gt|quot|#\d+);"), "a code of the web page"),
)


def misprints(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with spacing and marks: the words concerned, and the fault."""
    for mark, pattern, fault in _SPACING:
        there = mark in text if isinstance(mark, str) else mark.search(text)
        match = pattern.search(text) if there else None
        if match:
            yield match[0], fault
