"""What a plan says, line by line, and the keys of KSBs in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from curriculum.readers._text import SourceText
from curriculum.readers._wording import DASHES, bare, fold, unmarked

_BACK = re.compile(r"\s*\bBack to (?:Grading|Duty|top)\b", re.IGNORECASE)
_LETTERS = "(?:ESB|TK|TS|K|S|B)"
_KEY = re.compile(
    rf"\b(?P<from>ESB|TK|TS|K|S|B) ?(?P<low>[1-9]\d{{0,2}})\b"
    rf"(?:\s*(?:[{DASHES}]|to)\s*(?P<to>ESB|TK|TS|K|S|B)? ?(?P<high>[1-9]\d{{0,2}})\b"
    rf"(?![\w:]))?"
)
_ONLY_KEYS = re.compile(
    rf"(?:\s|,|;|&|\band\b|\bto\b|[(){DASHES}]|{_LETTERS} ?\d{{1,3}}\b)+"
)
STATEMENT = re.compile(
    rf"({_LETTERS}) ?([1-9]\d{{0,2}})\s*(?:[:.)\]]|[{DASHES}](?=\s)|(?=\s[A-Za-z])|$)"
    r"\s*(.*)",
    re.DOTALL,
)
_STATEMENTS = re.compile(
    rf"(?<![\w(])(?={_LETTERS} ?[1-9]\d{{0,2}}\s*(?:[:)\]]|[{DASHES}]\s)\s*\S)"
)
_LONGEST_RANGE = 100
_MARKED_HEADING = re.compile(r"^\s*#{2,6}\s+")
_BOLD_STATEMENT = re.compile(
    rf"[\s*-]*\*\*\s*({_LETTERS}) ?(\d{{1,3}})\s*[:.)–-][^*]*\w[^*]*\*\*\s*"
)


@dataclass(slots=True)
class Said:
    """A line of the plan; a row of a table has several cells."""

    number: int
    cells: list[str]
    bold: tuple[str, ...] = ()
    used: bool = False
    """Whether a record keeps what it says."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = bare(" ".join(filter(None, self.cells)))

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return len(self.cells) > 1


def said_in(text: SourceText) -> Iterator[Said]:
    """The lines that say something."""
    for line in text.lines:
        meant = unmarked(_MARKED_HEADING.sub("", line.meant))
        split = meant.split("|") if meant.lstrip().startswith("|") else [meant]
        pieces = meant.split("\t") if "\t" in meant else split
        cells = [fold(_BACK.sub("", piece)) for piece in pieces]
        if len(split) > 1:
            cells = cells[1:-1] if not cells[-1] else cells[1:]
        if any(cells) and not all(set(cell) <= set(":-– ") for cell in cells):
            yield Said(line.number, cells, line.bold + _bold_in_markdown(line.meant))


def _bold_in_markdown(text: str) -> tuple[str, ...]:
    """The key of a statement that Markdown sets in bold as a whole."""
    found = _BOLD_STATEMENT.fullmatch(text) if "**" in text else None
    return (f"{found[1]}{int(found[2])}",) if found else ()


@lru_cache(maxsize=256)
def keys_in(text: str) -> tuple[str, ...]:
    """The keys in a text in their order; "K1 to K3" and "K1-K3" are three."""
    found: dict[str, None] = {}
    for match in _KEY.finditer(text):
        low = int(match["low"])
        high = int(match["high"]) if match["high"] else low
        same = match["to"] in (None, match["from"])
        if not same or not low <= high <= low + _LONGEST_RANGE:
            high = low
            if match["high"] and match["to"]:
                found[f"{match['from']}{low}"] = None
                found[f"{match['to']}{int(match['high'])}"] = None
        for number in range(low, high + 1):
            found[f"{match['from']}{number}"] = None
    return tuple(found)


def is_only_keys(text: str) -> bool:
    """Whether a text holds keys and nothing else."""
    return bool(_ONLY_KEYS.fullmatch(text)) and bool(keys_in(text))


def without_keys_at_end(text: str) -> str:
    """A text up to the keys that it ends in: "Planning K1 S2" → "Planning"."""
    at = len(text)
    for match in reversed(list(_KEY.finditer(text))):
        if not re.fullmatch(r"[\s,;&()]*(?:and)?[\s,;&()]*", text[match.end() : at]):
            break
        at = match.start()
    return text[:at].strip(" ,;:–-(")


def statements_in(text: str) -> list[tuple[str, str]]:
    """The statements that a text runs together, each with its key."""
    found = []
    for piece in _STATEMENTS.split(bare(text)):
        match = STATEMENT.match(bare(piece.strip()))
        if match and match[3] and not is_only_keys(piece):
            found.append((f"{match[1]}{int(match[2])}", match[3].strip()))
    return found
