"""KSB keys as pages print them: "K1", "k3", "S 12", "ESB3"."""

import re
from collections.abc import Iterable

_CODE = r"(?:ESB|TK|TS|K|S|B)[ .]?\d+"
_BETWEEN = r"(?:[\s,;/&|.]|\band\b)*"
_ONE = re.compile(r"(ESB|TK|TS|K|S|B)[ .]?(\d+)(?![\w-])", re.IGNORECASE)
_ROW = re.compile(rf"{_BETWEEN}(?:{_CODE}\b{_BETWEEN})+", re.IGNORECASE)
_NEARLY = re.compile(r"(?:ESB|TK|TS|K|S|B)\d+\S{0,8}|\S{1,3}", re.IGNORECASE)
_TAIL = re.compile(
    rf"(.*?[^\s,;:])[\s,;:]+({_CODE}(?:[\s,;]+{_CODE})*)[.\s]*", re.IGNORECASE
)


def key_of(letters: str, number: str) -> str:
    """The key in its one right form: "k", "03" → "K3"."""
    return f"{letters.upper()}{int(number)}"


def number_of(key: str) -> int:
    """The number of a key: "ESB3" → 3."""
    return int(key.lstrip("DESBTK"))


def codes_in(text: str) -> tuple[list[tuple[str, str]], list[str]] | None:
    """The keys in a line of nothing else, each with its print; then unreadable ones.

    None when the line holds other text.
    """
    if not _ROW.fullmatch(text):
        return _damaged(text)
    return [(key_of(*m.groups()), m[0]) for m in _ONE.finditer(text)], []


def _damaged(text: str) -> tuple[list[tuple[str, str]], list[str]] | None:
    tokens = text.replace(",", " ").replace(";", " ").split()
    if not tokens or not all(map(_NEARLY.fullmatch, tokens)):
        return None
    good = [m for m in map(_ONE.fullmatch, tokens) if m]
    coded = sum(token[-1:].isdigit() for token in tokens)
    if 2 * max(len(good), coded) <= len(tokens):
        return None
    bad = [token for token in tokens if not _ONE.fullmatch(token)]
    return [(key_of(*m.groups()), m[0]) for m in good], bad


def tail_of(text: str) -> tuple[str, list[tuple[str, str]]]:
    """A text without the keys at its end, and those keys; "b1" alone is none."""
    match = _TAIL.fullmatch(text)
    codes = [
        (key_of(*m.groups()), m[0]) for m in _ONE.finditer(match[2] if match else "")
    ]
    if not match or (len(codes) == 1 and not match[2].isupper()):
        return text, []
    return match[1], codes


def in_words(keys: Iterable[str]) -> str:
    """Keys as a list: "K1, K2 and S3"."""
    *most, last = keys
    return f"{', '.join(most)} and {last}" if most else last
