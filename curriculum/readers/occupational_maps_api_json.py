"""Occupations as the publisher's occupational-maps interface gives them.

One occupation, or a list of them.  Duties and KSBs have codes (D1, K1) beside
their identities.  An occupation is named by its own code; the reference of its
standard stands among its products.  Texts are read without their markup, which
is not wording.  What a record does not keep (keywords, employers, links, green
themes, pay) is left out.
"""

import re
from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import MapProduct, Product, SocUnit, Standard
from curriculum.readers._json import Node, objects_of, recognised
from curriculum.readers._json_standard.duties import duties_of
from curriculum.readers._json_standard.findings import FINDINGS as SHARED
from curriculum.readers._json_standard.head import (
    level,
    title,
    titles,
    version,
    window,
)
from curriculum.readers._json_standard.ksbs import ksbs_of
from curriculum.readers._json_standard.options import options_of
from curriculum.readers._notes import Notes
from curriculum.readers._text import SourceText

TITLE = "occupations, as JSON of the occupational-maps interface"
JSON = True
FINDINGS = {
    **{code: meaning for code, meaning in SHARED.items() if code != "SRC417"},
    "SRC419": "Not exactly one product of an occupation is an apprenticeship.",
}

_SIGNS = frozenset(
    ("stdCode", "versionNo", "statusName", "mapHierarchy", "mappedKnowledgeIds")
)
_OF_AN_OCCUPATION = frozenset(("stdCode",))
_REFERENCE = re.compile(r"(ST|FA|AU)\d{4}[A-Z]?")
_PRODUCTS = {"FA": Product.FOUNDATION, "AU": Product.UNIT}


def recognises(text: SourceText) -> float:
    """How sure it is, from the names of the fields."""
    return recognised(text, _SIGNS, certain=2)


def read(text: SourceText) -> Iterator[Standard | Finding]:
    """The standard of each occupation, and then what is odd about it."""
    notes = Notes(text.file)
    for node in objects_of(text, _OF_AN_OCCUPATION, notes):
        yield _standard(node)
        yield from notes.found
        notes.found.clear()
    yield from notes.found


def _standard(node: Node) -> Standard:
    products = tuple(_map_product(p) for p in node.nodes("products"))
    own = _own_product(node, products)
    reference = own.code if own else node.text("stdCode").upper()
    product = _PRODUCTS.get(reference[:2], Product.APPRENTICESHIP)
    place, (first, last) = node.under("mapHierarchy"), window(node)
    ksbs = ksbs_of(node, product)
    options = options_of(node, node.nodes("duties"))
    return Standard(
        reference=reference,
        title=title(node, "name", reference),
        product=product,
        version=version(node, "versionNo", "version"),
        status=own.status if own and own.status else node.text("statusName"),
        earliest_start=first,
        latest_start=last,
        level=level(node),
        route=place.text("routeName"),
        pathway=place.text("pathwayName"),
        cluster=place.text("clusterName"),
        options=options.records,
        occupation=node.text("stdCode").upper(),
        soc=tuple(_soc(node.under("soc"))),
        products=products,
        overview=node.text("overview"),
        summary=tuple(node.lines("summary")),
        typical_job_titles=titles(node, "typicalJobTitles"),
        duties=duties_of(node, product, ksbs, options),
        ksbs=ksbs.records,
        source=node.source,
    )


def _map_product(node: Node) -> MapProduct:
    return MapProduct(
        code=node.text("productCode", "code").upper(),
        title=node.text("name"),
        kind=node.text("typeName", "type"),
        level=level(node),
        status=node.text("statusName"),
    )


def _own_product(node: Node, products: tuple[MapProduct, ...]) -> MapProduct | None:
    """The product that is the standard of the occupation."""
    standards = [p for p in products if _REFERENCE.fullmatch(p.code)]
    if len(standards) != 1:
        code = node.text("stdCode").upper()
        codes = ", ".join(p.code for p in standards) or "none"
        called = standards[0].code if standards else code
        message = f"the apprenticeships of {code} are {codes}; it is called {called}"
        node.notes.warn("SRC419", f"{node.path}.products", code, message)
    return standards[0] if standards else None


def _soc(soc: Node) -> Iterator[SocUnit]:
    """The unit group, and the groups below it."""
    code = soc.text("soc2020Code")
    if code:
        yield SocUnit(code=code, title=soc.text("soc2020Description"))
    for group in soc.nodes("soc2020SubUnitGroups"):
        below = group.text("code")
        if below:
            yield SocUnit(code=below, title=group.text("description"))
