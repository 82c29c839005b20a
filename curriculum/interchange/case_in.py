"""A package of CASE 1.1 or 1.0, whoever wrote it, as a listing.

Fields that some editors add against the schema are passed over in silence
(``CFPackageURI``, ``CFDocumentURI``); any other field that a listing has no room
for is a finding, once for each field.
"""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from curriculum.findings import SourceError
from curriculum.interchange.case_names import CHILD, NOBODY, uri_of
from curriculum.interchange.files import Taken, text_of
from curriculum.interchange.found import Notes
from curriculum.interchange.identity import identity, is_uuid
from curriculum.interchange.listing import UNDATED, Listing, Node, Statement, Tie
from curriculum.interchange.tree import in_order, loops

Json = dict[str, Any]

_TAKEN = {
    "package": "CFDocument CFItems CFAssociations CFDefinitions extensions",
    "CFDocument": "identifier uri frameworkType caseVersion creator title "
    "officialSourceURL publisher version adoptionStatus statusStartDate "
    "statusEndDate notes lastChangeDateTime extensions CFPackageURI",
    "CFItem": "identifier uri fullStatement humanCodingScheme CFItemType "
    "CFItemTypeURI notes lastChangeDateTime extensions CFDocumentURI",
    "CFAssociation": "identifier uri associationType originNodeURI "
    "destinationNodeURI sequenceNumber CFAssociationGroupingURI notes "
    "lastChangeDateTime extensions CFDocumentURI",
}
"""What is read of each object, or says nothing of its own."""


def read_case(path: Path) -> Taken:
    """Read a package.  Raises SourceError for a file that is none."""
    try:
        data = json.loads(text_of(path))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{path.name}: is not JSON ({error})") from None
    return read_package(data, path.name)


def read_package(data: object, file: str) -> Taken:
    """Read a package from plain values.  Raises SourceError for what is none."""
    if isinstance(data, dict) and isinstance(data.get("CFPackage"), dict):
        data = data["CFPackage"]
    if not isinstance(data, dict) or not isinstance(data.get("CFDocument"), dict):
        raise SourceError(f"{file}: is no package of CASE: it has no CFDocument")
    return _Reading(data, file).taken()


class _Reading:
    def __init__(self, package: Json, file: str) -> None:
        self.package, self.notes = package, Notes(file)
        self._left: Counter[tuple[str, str]] = Counter()
        self._parents: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._renamed: dict[str, str] = {}
        """Identities as they are printed, with those that stand for them."""

    def taken(self) -> Taken:
        document = self.package["CFDocument"]
        self._passed_over("package", self.package)
        self._passed_over("CFDocument", document)
        listing, statements = self._document(document), self._statements()
        ties = tuple(self._associations(statements))
        ordered = in_order(self._standing(statements), self._places)
        listing = listing.model_copy(update={"statements": ordered, "ties": ties})
        for (what, field), count in self._left.items():
            message = f"{what} {field} is not taken ({count} times)"
            self.notes.found("XCH104", field, message)
        return Taken(listing, tuple(self.notes.findings))

    def _document(self, document: Json) -> Listing:
        own = _object(document, "extensions")
        title, creator = _text(document, "title"), _text(document, "creator")
        identifier = _text(document, "identifier") or identity("document", title)
        return Listing(
            identifier=self._uuid(identifier, "$.CFDocument"),
            uri=_own_uri(document, identifier),
            reference=_text(own, "reference"),
            title=title,
            kind=_text(document, "frameworkType"),
            version=_text(document, "version"),
            creator="" if creator == NOBODY else creator,
            publisher=_text(document, "publisher"),
            status=_text(own, "status") or _text(document, "adoptionStatus"),
            starts=self._date(document, "statusStartDate"),
            ends=self._date(document, "statusEndDate"),
            address=_text(document, "officialSourceURL"),
            note=_text(document, "notes"),
            changed=self._date(document, "lastChangeDateTime") or UNDATED,
            source=self.notes.at("$.CFDocument"),
        )

    def _statements(self) -> dict[str, Statement]:
        found: dict[str, Statement] = {}
        for place, item in self._objects("CFItems", "CFItem"):
            statement = self._statement(item, place)
            if statement is None:
                continue
            if statement.identifier in found:
                message = f"{statement.identifier} is the identity of two statements"
                self.notes.found("XCH102", statement.key, message, place)
                continue
            found[statement.identifier] = statement
        return found

    def _statement(self, item: Json, place: str) -> Statement | None:
        identifier, text = _text(item, "identifier"), _text(item, "fullStatement")
        key, own = _text(item, "humanCodingScheme"), _object(item, "extensions")
        if not identifier or not text:
            what = "identity" if text else "text"
            message = f"{key or identifier or 'a statement'} has no {what}"
            self.notes.found("XCH101", key or identifier, message, place)
            return None
        named = self._uuid(identifier, place)
        kind = _text(item, "CFItemType")
        return Statement(
            identifier=named,
            uri=_own_uri(item, identifier),
            key=key,
            text=text,
            printed=_text(own, "printed"),
            guid=_text(own, "guid") or ("" if named == identifier else identifier),
            kind=kind or _text(_object(item, "CFItemTypeURI"), "title"),
            note=_text(item, "notes"),
            source=self.notes.at(place),
        )

    def _associations(self, statements: dict[str, Statement]) -> Iterator[Tie]:
        """Every tie; what stands under what is noted on the way."""
        document = _text(self.package["CFDocument"], "identifier")
        document = self._renamed.get(document, document)
        for place, found in self._objects("CFAssociations", "CFAssociation"):
            tie = self._tie(found, place)
            if tie is None:
                continue
            child, parent = tie.origin.identifier, tie.destination.identifier
            if tie.relation != CHILD:
                yield tie
            elif child in statements and (parent in statements or parent == document):
                self._stand(child, parent if parent in statements else "", found)
            else:
                message = f"{tie.origin.title} or {tie.destination.title} is not here"
                self.notes.found("XCH103", tie.origin.title, message, place)
                yield tie

    def _stand(self, child: str, parent: str, found: Json) -> None:
        if parent:
            self._parents[child] = parent
        number = found.get("sequenceNumber")
        if isinstance(number, int):
            self._places[child] = number

    def _standing(self, statements: dict[str, Statement]) -> dict[str, Statement]:
        """The statements with their parents."""
        for child in loops(self._parents):
            statement = statements[child]
            message = f"{statement.key or child} stands under itself"
            self.notes.found("XCH105", statement.key, message, statement.source.place)
            del self._parents[child]
        return {
            identifier: s.model_copy(
                update={"parent": self._parents.get(identifier, "")}
            )
            for identifier, s in statements.items()
        }

    def _tie(self, found: Json, place: str) -> Tie | None:
        relation = _text(found, "associationType")
        origin = self._node(_object(found, "originNodeURI"))
        destination = self._node(_object(found, "destinationNodeURI"))
        if not (relation and origin and destination):
            message = "an association lacks its type or one of its ends"
            self.notes.found("XCH103", "", message, place)
            return None
        return Tie(
            relation=relation,
            origin=origin,
            destination=destination,
            group=_text(_object(found, "CFAssociationGroupingURI"), "title"),
            depth=_text(_object(found, "extensions"), "depth"),
            note=_text(found, "notes"),
        )

    def _node(self, held: Json) -> Node | None:
        identifier, uri = _text(held, "identifier"), _text(held, "uri")
        if not identifier and not uri:
            return None
        identifier = identifier or uri
        return Node(
            identifier=self._renamed.get(identifier, identifier),
            title=_text(held, "title") or identifier,
            uri="" if uri == uri_of(identifier) else uri,
        )

    def _uuid(self, identifier: str, place: str) -> str:
        """An identity that CASE takes, the same wherever this one is named."""
        if is_uuid(identifier):
            # Capitals make no difference to a UUID, but CASE writes none.
            self._renamed[identifier] = identifier.lower()
            return identifier.lower()
        message = f"{identifier} is no UUID"
        self.notes.found("XCH105", identifier, message, place)
        self._renamed[identifier] = identity("named", identifier)
        return self._renamed[identifier]

    def _objects(self, name: str, what: str) -> Iterator[tuple[str, Json]]:
        """The objects of a list with their places; what is none is a finding."""
        held = self.package.get(name) or []
        if not isinstance(held, list):
            self.notes.found("XCH105", name, f"{name} is no list", f"$.{name}")
            return
        for number, one in enumerate(held):
            place = f"$.{name}[{number}]"
            if isinstance(one, dict):
                self._passed_over(what, one)
                yield place, one
            else:
                self.notes.found(
                    "XCH105", name, f"{name} holds what is no {what}", place
                )

    def _passed_over(self, what: str, held: Json) -> None:
        known = _TAKEN[what].split()
        self._left.update((what, name) for name in held if name not in known)

    def _date(self, held: Json, name: str) -> date | None:
        text = _text(held, name)
        try:
            return date.fromisoformat(text[:10]) if text else None
        except ValueError:
            message = f"{name} {text} is no date"
            self.notes.found("XCH105", name, message, f"$.CFDocument.{name}")
            return None


def _own_uri(held: Json, identifier: str) -> str:
    uri = _text(held, "uri")
    return "" if uri == uri_of(identifier) else uri


def _text(held: Json, name: str) -> str:
    """A text of the object, without halves of characters that JSON may hold."""
    value = held.get(name)
    if not isinstance(value, str):
        return ""
    return value if value.isascii() else _whole(value)


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _object(held: Json, name: str) -> Json:
    value = held.get(name)
    return value if isinstance(value, dict) else {}
