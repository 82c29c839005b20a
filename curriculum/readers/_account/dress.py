"""Headings, labels and furniture that the readers know, in plain words."""

import re
from collections.abc import Callable
from functools import cache

from curriculum.readers._account import words
from curriculum.readers._wording import plain

Dress = Callable[[str], bool]

_MARKS = re.compile(r"[\W_]*")
_TAGS = re.compile(r"(?:\s*</?[A-Za-z][^<>]*>\s*)+")
_LIST_MARK = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]|[o*#]+", re.IGNORECASE)


@cache
def dress_of(reader: str) -> Dress:
    """Whether a text is a heading, a label or a mark, in the form of one reader."""
    known, form = words.BY_READER.get(reader, (frozenset[str](), None))

    def is_dress(text: str) -> bool:
        said = text.strip()
        if (
            _MARKS.fullmatch(said)
            or _TAGS.fullmatch(said)
            or _LIST_MARK.fullmatch(said)
        ):
            return True
        folded = plain(said).strip(" .:;,–-|/()")
        return folded in known or bool(form and form.fullmatch(folded))

    return is_dress
