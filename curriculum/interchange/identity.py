"""Identities: the same on every run, on every computer.

A statement keeps its publisher's UUID.  Otherwise its UUID is made (version 5)
from the framework's id, its version and the statement's key.
"""

import json
import re
from uuid import UUID, uuid5

NAMESPACE = UUID("6f0a3c1e-52b4-5d0c-9a55-0b7c3a8e4d21")
"""Chosen once and never changed: every identity hangs on it."""
_spelt = json.JSONEncoder(ensure_ascii=False).encode
_UUID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    re.IGNORECASE,
)
"""What CASE 1.1 takes for one, of whatever version; it writes small letters."""


def identity(*parts: str) -> str:
    """The UUID of what these words name; no two lists of words share a spelling."""
    return str(uuid5(NAMESPACE, _spelt(parts)))


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID as CASE takes it."""
    return _UUID.fullmatch(text) is not None


class Identities:
    """Gives each statement of one document an identity that no other has."""

    def __init__(self, *document: str) -> None:
        self._document = document
        self._taken: set[str] = set()

    def of(self, key: str, guid: str = "") -> str:
        """The publisher's UUID; where it is none or taken, one of the key."""
        chosen = guid.lower() if is_uuid(guid) else identity(*self._document, key)
        number = 1
        while chosen in self._taken:
            number += 1
            own = key if number == 2 else f"{key} ({number - 1})"  # noqa: PLR2004 (the second)
            chosen = identity(*self._document, own)
        self._taken.add(chosen)
        return chosen

    def holds(self, guid: str) -> bool:
        """Whether an identity says all of a publisher's: a UUID in small letters."""
        return is_uuid(guid) and guid == guid.lower()
