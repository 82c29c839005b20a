"""Occupational standards as the publisher's website gives them to programs.

One object, or the list of all standards.  Statements have identities and no
codes: the order of a list gives the labels K1, K2 and so on, and the identity
says which statement is meant.  Texts are read without their markup, which is
not wording: entities (escaped once or twice) are decoded, and paragraphs, list
items and line breaks of a statement become spaces.  What a record does not
keep (funding, contacts, keywords, qualifications, addresses) is left out in
silence; a field that is not known is a finding.
"""

import re
from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import Product, Standard
from curriculum.readers._json import Node, objects_of, recognised
from curriculum.readers._json_standard.duties import duties_of
from curriculum.readers._json_standard.fields import KNOWN
from curriculum.readers._json_standard.findings import FINDINGS as SHARED
from curriculum.readers._json_standard.head import (
    level,
    more_than_nothing,
    title,
    titles,
    version,
    window,
)
from curriculum.readers._json_standard.ksbs import LISTS, ksbs_of
from curriculum.readers._json_standard.options import options_of
from curriculum.readers._notes import Notes
from curriculum.readers._text import SourceText

TITLE = "occupational standards, as JSON of the publisher's website"
JSON = True
FINDINGS = dict(SHARED)

_SIGNS = frozenset(
    (
        "dutyDetail",
        "knowledges",
        "larsCode",
        "mappedKnowledge",
        "maxFunding",
        "minimumHoursForCompliance",
        "occupationalSummary",
        "overviewOfRole",
        "referenceNumber",
        "standardPageUrl",
        "technicalKnowledges",
        "technicalSkills",
        "typicalDuration",
    )
)
_LISTS = (name for name, _ in LISTS.values())
_OF_A_STANDARD = frozenset(("referenceNumber", "duties", *_LISTS))
_SURE = 0.9
"""Less than of a form whose fields are no other's."""
_REFERENCE = re.compile(r"(?:ST|FA|AU)\d{4}[A-Z]?")
_PRODUCTS = {
    "ST": Product.APPRENTICESHIP,
    "FA": Product.FOUNDATION,
    "AU": Product.UNIT,
}


def recognises(text: SourceText) -> float:
    """How sure it is, from the names of the fields."""
    return _SURE * recognised(text, _SIGNS, certain=3)


def read(text: SourceText) -> Iterator[Standard | Finding]:
    """Each standard, and then what is odd about it."""
    notes, unknown = Notes(text.file), set[str]()
    for node in objects_of(text, _OF_A_STANDARD, notes):
        yield _standard(node)
        _note_unknown(node, unknown)
        yield from notes.found
        notes.found.clear()
    yield from notes.found


def _standard(node: Node) -> Standard:
    reference = _reference(node)
    product = _product(node, reference)
    ksbs = ksbs_of(node, product)
    options = options_of(node, node.nodes("duties"))
    first, last = window(node)
    return Standard(
        reference=reference,
        title=title(node, "title", reference),
        product=product,
        version=version(node, "version", "versionNumber"),
        status=node.text("status"),
        earliest_start=first,
        latest_start=last,
        typical_duration_months=_months(node),
        minimum_hours=more_than_nothing(node, "minimumHoursForCompliance"),
        level=level(node),
        route=node.text("route"),
        pathway=node.text("pathway"),
        cluster=node.text("cluster"),
        options=options.records,
        date_updated=node.day("lastUpdated") or node.day("changedDate"),
        regulated=node.flag("regulated"),
        occupation=node.text("occupationCode"),
        overview=node.text("overviewOfRole", "overviewOfTheSkillsGap"),
        summary=(*node.lines("occupationalSummary"), *node.lines("whoIsItFor")),
        typical_job_titles=titles(node, "typicalJobTitles", "jobRoles"),
        duties=duties_of(node, product, ksbs, options),
        ksbs=ksbs.records,
        source=node.source,
    )


def _reference(node: Node) -> str:
    """The reference; where there is none, the LARS code says which standard it is."""
    said = node.text("referenceNumber").upper()
    path = f"{node.path}.referenceNumber"
    if _REFERENCE.fullmatch(said):
        return said
    if said:
        message = f"{said} is not a reference such as ST0000"
        node.notes.error("SRC403", path, said, message)
        return said
    lars = node.whole("larsCode")
    name = f"LARS{lars}" if lars else ""
    called = f"is called {name}" if lars else "has no LARS code either"
    message = f"the standard has no reference and {called}"
    node.notes.error("SRC403", path, name or "reference", message)
    return name


def _product(node: Node, reference: str) -> Product:
    """What its reference says, else what its lists say."""
    if reference[:2] in _PRODUCTS:
        return _PRODUCTS[reference[:2]]
    if node.has("employabilitySkillsAndBehaviours"):
        return Product.FOUNDATION
    technical = node.has("technicalKnowledges") or node.has("technicalSkills")
    return Product.UNIT if technical else Product.APPRENTICESHIP


def _months(node: Node) -> int | None:
    months = more_than_nothing(node, "typicalDuration")
    return None if months is None else round(months)


def _note_unknown(node: Node, unknown: set[str]) -> None:
    """Note each field that is new to this reader, once in a file."""
    for name in node.values.keys() - KNOWN - unknown:
        if node.has(name):
            unknown.add(name)
            message = f"the field {name} is not known, and is not read"
            node.notes.warn("SRC417", f"{node.path}.{name}", name, message)
