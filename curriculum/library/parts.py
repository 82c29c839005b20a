"""A list of standards, cut into the standards that it lists.

Each standard is kept as the part of the file that states it: a list of all
standards that is fetched every month adds only what has changed.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass

_DECODER = json.JSONDecoder()
_SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Part:
    """Some bytes of a file, and where they stand in it."""

    data: bytes
    place: str
    """A path into the list, "[12]"; empty for the whole file."""


def parts_of(data: bytes) -> list[Part]:
    """The objects of a JSON list of several, each as printed; else the whole."""
    whole = [Part(data, "")]
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"[":
        return whole
    try:
        text = data.decode("utf-8-sig")
        spans = list(_objects(text))
    except (ValueError, RecursionError):
        return whole
    if len(spans) < 2:  # noqa: PLR2004 (several)
        return whole
    return [
        Part(text[begin:end].encode(), f"[{nth}]")
        for nth, (begin, end) in enumerate(spans)
    ]


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Where each object of a list begins and ends; ValueError if it is no such list."""
    at = _skip(text, text.index("[") + 1)
    while True:
        if not text.startswith("{", at):
            raise ValueError("no object")
        _, end = _DECODER.raw_decode(text, at)
        yield at, end
        at = _skip(text, end)
        if text.startswith("]", at):
            break
        if not text.startswith(",", at):
            raise ValueError("no list")
        at = _skip(text, at + 1)
    if _skip(text, at + 1) != len(text):
        raise ValueError("more than a list")


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
