"""The published documents that are shipped: what they are, and their errata.

``source_data/sources.toml`` lists them, ``source_data/errata.toml`` the
corrections of plain misprints, ``source_data/dated.toml`` the figures that
hold for a time, ``source_data/verbs.toml`` verbs of outcomes, those to avoid and
how far the others go, ``source_data/words.toml`` words without content, and
``source_data/policies/`` the policies.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import tomli
from pydantic import Field

from curriculum.model import DatedFigure, Policy, Record
from curriculum.paths import PUBLISHED, SOURCE_DATA


class Source(Record):
    """One published document, as listed in sources.toml."""

    id: str
    title: str
    file: str
    publisher: str
    dated: str
    address: str = ""
    licence: str
    acknowledgement: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    reader: str
    names: tuple[str, ...] = ()
    """Other names by which it may be asked for: "ST0128"."""

    @property
    def path(self) -> Path:
        """Where the document lies."""
        return PUBLISHED / self.file


class Erratum(Record):
    """A correction of a plain misprint: what stands there, what is meant, why.

    It applies to every line of a document of its reader that holds ``printed``;
    ``document`` and ``line`` say where it was first seen.
    """

    reader: str
    document: str
    line: int
    printed: str = Field(min_length=1)
    meant: str
    reason: str = Field(min_length=1)


class VersionFact(Record):
    """What is known of a standard's version beyond its text, with its authority."""

    reference: str
    date_updated: date | None = None
    version: str
    minimum_hours: DatedFigure | None = None
    authority: str
    remark: str = ""


@cache
def all_sources() -> tuple[Source, ...]:
    """Every shipped document."""
    return tuple(Source.model_validate(s) for s in _toml("sources.toml")["sources"])


@cache
def all_errata() -> tuple[Erratum, ...]:
    """Every shipped erratum, in order of file and line."""
    return tuple(Erratum.model_validate(e) for e in _toml("errata.toml")["errata"])


@cache
def all_policies() -> Mapping[str, Policy]:
    """The shipped policies by name."""
    files = sorted((SOURCE_DATA / "policies").glob("*.toml"))
    policies = (Policy.model_validate(tomli.loads(f.read_text("utf-8"))) for f in files)
    return {policy.name: policy for policy in policies}


@cache
def all_versions() -> tuple[VersionFact, ...]:
    """What dated.toml says of versions of standards."""
    return tuple(VersionFact.model_validate(v) for v in _toml("dated.toml")["versions"])


@cache
def non_observable_verbs() -> tuple[str, ...]:
    """Verbs with which an outcome should not begin, from verbs.toml."""
    return tuple(_toml("verbs.toml")["non_observable"]["phrases"])


@cache
def verb_levels() -> Mapping[str, tuple[int, int]]:
    """How far each verb goes, least and most, from verbs.toml."""
    verbs = _toml("verbs.toml")["levels"]["verbs"]
    return {verb: (least, most) for verb, (least, most) in verbs.items()}


@cache
def expected_levels() -> Mapping[int, tuple[int, int]]:
    """What outcomes reach at a qualification level, at least and at most."""
    levels = _toml("verbs.toml")["expected"]["levels"]
    return {int(level): (least, most) for level, (least, most) in levels.items()}


@cache
def hollow_words() -> frozenset[str]:
    """Words that carry no content of their own, from words.toml."""
    return frozenset(" ".join(_toml("words.toml")["hollow"].values()).split())


@cache
def words_alike() -> tuple[tuple[str, ...], ...]:
    """Groups of words that stand for one another, from words.toml."""
    return tuple(tuple(group.split()) for group in _toml("words.toml")["same"]["words"])


@cache
def whole_phrases() -> tuple[str, ...]:
    """Phrases with "and" that name one thing, from words.toml."""
    return tuple(_toml("words.toml")["phrases"]["whole"])


@cache
def field_meanings() -> Mapping[str, Any]:
    """What the fields of templates show, by group and name, from fields.toml."""
    return _toml("fields.toml")


def source_named(name: str) -> Source | None:
    """The shipped document of that id, or of one of its other names."""
    wanted = name.casefold()
    for source in all_sources():
        if wanted in {source.id.casefold(), *(n.casefold() for n in source.names)}:
            return source
    return None


def _toml(name: str) -> dict[str, Any]:
    return tomli.loads((SOURCE_DATA / name).read_text("utf-8"))
