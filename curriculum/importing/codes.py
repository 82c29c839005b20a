"""KSB codes in free text: "K1-K4, S2/S3, k7", with or without a depth."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from curriculum.importing.marks import Mark, letter_mark

MOST_IN_A_RANGE = 60
_KIND = r"(?:ESB|TK|TS|K|S|B)"
_CODE = re.compile(
    rf"(?<![A-Za-z0-9])({_KIND})[\s\u00a0.-]?0*([1-9]\d{{0,2}})(?![\dA-Za-z%]|\.\d)"
    r"(?:\s*(?:-|–|—|\bto\b|\u2011)\s*(?:(ESB|TK|TS|K|S|B)\s?)?0*([1-9]\d{0,2})(?![\dA-Za-z%]|\.\d))?"
    r"(?:\s?\((?-i:([IDMRTAFS]))\)"
    r"|[\s\u00a0:](?-i:([IDMRTAFS]))(?=\s*(?:[,;/&)\n]|$))"
    r"|\s?[(:–-]\s?(introduced|developed|reinforced|mastered|taught|assessed)\b\)?)?"
    r"((?:\s*[,/&]\s*0*[1-9]\d{0,2}(?![\dA-Za-z.%:]))*)",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"\b(k)nowledge\s*(?=\d)|\b(s)kills?\s*(?=\d)|\b(b)ehaviou?rs?\s*(?=\d)",
    re.IGNORECASE,
)
_LEFT = re.compile(r"(?:[\s,;/&.:–—()\-]|\b(?:and|KSBs?)\b)+", re.IGNORECASE)
_MORE = re.compile(r"[1-9]\d{0,2}")
_NAMED = re.compile(
    r"\W*(knowledge|skills?|behaviours?)\s*0*([1-9]\d{0,2})\b", re.IGNORECASE
)
_LISTED = re.compile(
    rf"\W*{_KIND}[\s\u00a0]?\d{{1,3}}(?:[\s\u00a0][IDMRTAFS])?\s*[,;/&–-]\s*{_KIND}?\s?\d",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\W*(?:KSB\s*)?({_KIND})[\s\u00a0.]?0*([1-9]\d{{0,2}})(?![\dA-Za-z])(?:\.(?!\d))?",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Codes:
    """The codes of one text: marks by key, and what is not in the standard."""

    marks: dict[str, Mark] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    inferred: list[str] = field(default_factory=list)
    """Ranges and bare numbers that were spelt out, in words."""
    rest: str = ""
    """What else the text says."""


def codes_in(text: str, known: Collection[str]) -> Codes:
    """Every code of a text; those that the standard has become marks."""
    codes = Codes()
    text = _SPELT.sub(lambda found: found[found.lastindex or 0], text)
    for found in _CODE.finditer(text):
        depth = letter_mark(found[5] or found[6] or found[7] or "")
        keys = list(_keys(found))
        if len(keys) > 1:
            codes.inferred.append(
                f"{' '.join(found[0].split())} is read as {', '.join(keys)}"
            )
        for key in keys:
            if key in known:
                codes.marks.setdefault(key, depth)
            else:
                codes.unknown.append(key)
    rest = _CODE.sub(" ", text)
    codes.rest = _LEFT.sub(" ", rest).strip()
    return codes


def _keys(found: re.Match[str]) -> Iterator[str]:
    kind, first = found[1].upper(), int(found[2])
    last_kind, last = (found[3] or kind).upper(), int(found[4] or first)
    if last_kind == kind and first <= last < first + MOST_IN_A_RANGE:
        yield from (f"{kind}{n}" for n in range(first, last + 1))
    else:
        yield from (f"{kind}{first}", f"{last_kind}{last}")
    yield from (f"{kind}{int(n)}" for n in _MORE.findall(found[8] or ""))


def leading_code(text: str) -> str:
    """The one code that a text begins with: "K1: Fundamentals of …" gives K1."""
    found = _ALONE.match(text)
    if found:
        return f"{found[1].upper()}{int(found[2])}"
    named = _NAMED.match(text)
    return f"{named[1][0].upper()}{int(named[2])}" if named else ""


def only_code(text: str) -> str:
    """The code that a text begins with, unless it lists others after it."""
    code = leading_code(text)
    return "" if code and _LISTED.match(text) else code
