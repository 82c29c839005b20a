"""Small frameworks for tests of crosswalks: "K1 wording" lines under a reference."""

from curriculum.crosswalk.sides import Framed
from curriculum.model import SourceRef
from curriculum.suggest.model import kind_of
from curriculum.versions.edition import Edition, Statement

_GROUPS = {"K": "Knowledge", "S": "Skills", "B": "Behaviours"}


def statement(key: str, wording: str) -> Statement:
    group = _GROUPS.get(kind_of(key), "High-demand skills")
    return Statement(key, wording, wording, "", group, (), SourceRef(file="made"))


def framed(reference: str, lines: str, version: str = "") -> Framed:
    """A framework whose every line is a key and its wording."""
    parts = (line.strip().partition(" ") for line in lines.strip().splitlines())
    items = tuple(statement(key, wording) for key, _, wording in parts)
    edition = Edition(reference, f"{reference} title", version, items, ())
    names = frozenset({reference.casefold(), edition.title.casefold()})
    return Framed(edition, names)
