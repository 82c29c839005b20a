"""What the fields of templates show, in words, for who makes a template."""

from functools import cache

from curriculum.sources import field_meanings

_ALONE = "alone"
_LETTERED = "m1"
"""The numbered columns of a grid all show the same as the first."""


@cache
def meaning_of(field: str, document: str = "") -> str:
    """What a field shows: "session.topic", in a document that may have its own sense.

    Empty where nothing is known of it.
    """
    group, _, name = field.rpartition(".")
    if name[:1] == _LETTERED[0] and name[1:].isdecimal():
        name = _LETTERED
    known = field_meanings()
    for held in (known.get(document, {}), known):
        if name in (meanings := held.get(group or _ALONE, {})):
            return str(meanings[name])
    return ""
