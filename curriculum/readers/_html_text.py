"""Wording out of HTML: entities decoded, elements taken away, blocks made lines.

Markup is not wording: that words were bold or stood in a list is not kept, and
each paragraph, list item or line break begins a line.  A "<" that opens no
element of HTML is text, as in "less than <5 mm" or "List<String>".
"""

import html
import re
from collections.abc import Iterator

from curriculum.readers._wording import fold

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Only with its semicolon: "health&notices" holds no entity."""
_TIMES_ESCAPED = 3
_BLOCKS = (
    "address|article|blockquote|br|caption|dd|div|dl|dt|figure|h[1-6]|header|footer|hr|"
    "li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|body|html|head"
)
_INLINES = (
    "a|abbr|b|bdi|bdo|big|button|cite|code|del|dfn|em|font|i|img|ins|kbd|label|mark|q|s|"
    "samp|small|span|strike|strong|sub|sup|svg|time|tt|u|var|wbr|[a-z]\\d?:[a-z]+"
)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))*\s*"
"""Each with its value: "a <b and c> d" is no element."""
_BLOCK = re.compile(rf"</?(?:{_BLOCKS}){_ATTRIBUTES}/?>", re.IGNORECASE)
_INLINE = re.compile(rf"</?(?:{_INLINES}){_ATTRIBUTES}/?>", re.IGNORECASE)
_HIDDEN = (
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style\s*>", re.IGNORECASE)),
    (
        re.compile(r"<script\b", re.IGNORECASE),
        re.compile(r"</script\s*>", re.IGNORECASE),
    ),
)
_NO_TEXT = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_PLAIN = re.compile(r"[!-%'-;=-~]+(?: [!-%'-;=-~]+)*")
"""Words of ASCII without an ampersand or "<": most texts, and all identities."""
BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf076"), "•")
"""What Word's symbol fonts leave of a bullet."""


def decoded(text: str) -> str:
    """The text with its entities decoded, also where they were escaped twice."""
    for _ in range(_TIMES_ESCAPED):
        if "&" not in text:
            break
        before, text = text, _ENTITY.sub(_character, text)
        if text == before:
            break
    return text


def lines_of(text: str) -> list[str]:
    """The lines of a text of HTML; white space is folded, blank lines are left out."""
    return [line for line in map(fold, _lines(text)) if line]


def is_plain(text: str) -> bool:
    """Whether the text is its own reading: one line, no markup, no odd character."""
    return bool(_PLAIN.fullmatch(text))


def no_text_in(text: str) -> bool:
    """Whether the text holds characters that are none: controls, half a pair."""
    return bool(_NO_TEXT.search(text))


def _character(entity: re.Match[str]) -> str:
    return html.unescape(entity[0])


def _lines(text: str) -> list[str]:
    text = decoded(text)
    if "<" in text:
        for opens, closes in _HIDDEN:
            text = "".join(_outside(text, opens, closes))
        text = _BLOCK.sub("\n", _INLINE.sub("", text))
    return _NO_TEXT.sub("\ufffd", text).translate(BULLETS).splitlines()


def _outside(
    text: str, opens: re.Pattern[str], closes: re.Pattern[str]
) -> Iterator[str]:
    """The pieces of a text outside what is hidden; what never closes is text."""
    at = 0
    while opening := opens.search(text, at):
        closing = closes.search(text, opening.end())
        if closing is None:
            break
        yield text[at : opening.start()]
        at = closing.end()
    yield text[at:]
