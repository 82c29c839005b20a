"""A listing as a package of CASE 1.1 (Competencies and Academic Standards Exchange).

The schema allows no other fields than its own: what CASE has no field for
stands in ``extensions``.  The same listing always gives the same package.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from curriculum.interchange.case_names import (
    ADOPTION,
    CHILD,
    NOBODY,
    TARGET,
    VERSION,
    definition_id,
    uri_of,
)
from curriculum.interchange.identity import identity
from curriculum.interchange.listing import Listing, Node, Statement, Tie

Json = dict[str, Any]

_NAMELESS = "Untitled"
_dumps = json.JSONEncoder(ensure_ascii=False).encode


def case_text(listing: Listing) -> str:
    """The package as it is written to a file."""
    return _laid_out(case_package(listing)) + "\n"


def case_package(listing: Listing) -> Json:
    """The package as plain values."""
    return _Package(listing).package()


class _Package:
    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self.changed = f"{listing.changed.isoformat()}T00:00:00Z"
        self._made: Counter[tuple[str, ...]] = Counter()
        self._ends: dict[Node, Json] = {}
        """Links to nodes that were made before: most statements have many ties."""

    def package(self) -> Json:
        listing = self.listing
        kinds = dict.fromkeys(s.kind for s in listing.statements if s.kind)
        groups = dict.fromkeys(t.group for t in listing.ties if t.group)
        return {
            "CFDocument": self._document(),
            "CFItems": [self._item(s) for s in listing.statements],
            "CFAssociations": [*self._hierarchy(), *map(self._tie, listing.ties)],
            "CFDefinitions": {
                "CFItemTypes": [self._item_type(kind) for kind in kinds],
                "CFAssociationGroupings": [self._grouping(group) for group in groups],
            },
        }

    def _document(self) -> Json:
        listing = self.listing
        return self._named(
            listing.identifier,
            {
                "frameworkType": listing.kind,
                "caseVersion": VERSION,
                "creator": listing.creator or NOBODY,
                "title": listing.title or listing.reference or _NAMELESS,
                "officialSourceURL": listing.address,
                "publisher": listing.publisher,
                "version": listing.version,
                "adoptionStatus": _adoption(listing.status),
                "statusStartDate": listing.starts and listing.starts.isoformat(),
                "statusEndDate": listing.ends and listing.ends.isoformat(),
                "notes": listing.note,
            },
            uri=listing.uri,
            reference=listing.reference,
            status=listing.status,
        )

    def _item(self, statement: Statement) -> Json:
        kind = statement.kind
        return self._named(
            statement.identifier,
            {
                "fullStatement": statement.text,
                "humanCodingScheme": statement.key,
                "CFItemType": kind,
                "CFItemTypeURI": _definition("kind", kind) if kind else "",
                "notes": statement.note,
            },
            uri=statement.uri,
            printed=statement.printed,
            guid=statement.guid,
        )

    def _hierarchy(self) -> Iterator[Json]:
        """Every statement under its parent, or under the document."""
        listing = self.listing
        title = listing.title or listing.reference or _NAMELESS
        top = Node(identifier=listing.identifier, title=title, uri=listing.uri)
        held = {s.identifier: s for s in listing.statements}
        place: Counter[str] = Counter()
        for statement in listing.statements:
            parent = held.get(statement.parent)
            above = parent.node if parent else top
            place[above.identifier] += 1
            yield self._association(
                CHILD,
                statement.node,
                above,
                {"sequenceNumber": place[above.identifier]},
            )

    def _tie(self, tie: Tie) -> Json:
        group = tie.group
        more = {
            "CFAssociationGroupingURI": _definition("group", group) if group else "",
            "notes": tie.note,
        }
        return self._association(
            str(tie.relation), tie.origin, tie.destination, more, depth=tie.depth
        )

    def _association(
        self, relation: str, origin: Node, destination: Node, more: Json, **own: str
    ) -> Json:
        return self._named(
            self._unique(relation, origin, destination, more),
            {
                "associationType": relation,
                "originNodeURI": self._end(origin),
                "destinationNodeURI": self._end(destination),
                **more,
            },
            **own,
        )

    def _unique(
        self, relation: str, origin: Node, destination: Node, more: Json
    ) -> str:
        group = more.get("CFAssociationGroupingURI") or {"title": ""}
        words = (
            self.listing.identifier,
            relation,
            origin.identifier,
            destination.identifier,
            group["title"],
        )
        self._made[words] += 1
        again = self._made[words]
        return identity(*words, *([str(again)] if again > 1 else []))

    def _end(self, node: Node) -> Json:
        if node not in self._ends:
            uri = node.uri or uri_of(node.identifier)
            link = {"title": node.title, "identifier": node.identifier, "uri": uri}
            self._ends[node] = {**link, "targetType": TARGET}
        return self._ends[node]

    def _item_type(self, kind: str) -> Json:
        fields = {"title": kind, "description": kind, "hierarchyCode": kind}
        return self._named(definition_id("kind", kind), fields)

    def _grouping(self, group: str) -> Json:
        return self._named(definition_id("group", group), {"title": group})

    def _named(
        self, identifier: str, fields: Json, *, uri: str = "", **own: str
    ) -> Json:
        """An object with its identity and date; empty fields are left out."""
        extensions = {name: value for name, value in own.items() if value}
        return {
            "identifier": identifier,
            "uri": uri or uri_of(identifier),
            **{
                name: value for name, value in fields.items() if value not in ("", None)
            },
            "lastChangeDateTime": self.changed,
            **({"extensions": extensions} if extensions else {}),
        }


def _laid_out(value: object, indent: str = "") -> str:
    """JSON with one item or association a line: quick to write and to compare."""
    deeper = indent + " "
    if isinstance(value, dict) and "identifier" not in value:
        parts = [f"{_dumps(k)}: {_laid_out(v, deeper)}" for k, v in value.items()]
        return _block("{}", parts, indent)
    if isinstance(value, list):
        return _block("[]", [_dumps(one) for one in value], indent)
    return _dumps(value)


def _block(signs: str, parts: list[str], indent: str) -> str:
    inside = ",".join(f"\n{indent} {part}" for part in parts)
    return f"{signs[0]}{inside}\n{indent}{signs[1]}" if parts else signs


def _adoption(status: str) -> str:
    words = status.casefold()
    found = (case for word, case in ADOPTION.items() if words.startswith(word))
    return next(found, "")


def _definition(sort: str, title: str) -> Json:
    """A link to a kind or a group."""
    identifier = definition_id(sort, title)
    return {"title": title, "identifier": identifier, "uri": uri_of(identifier)}
