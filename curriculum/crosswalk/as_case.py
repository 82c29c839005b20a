"""The confirmed pairs of a crosswalk as associations of CASE.

The ends are the statements of the two frameworks' own packages: their identities are
those that ``curriculum export --format case`` gives them.
"""

from datetime import date

from curriculum.crosswalk.sides import Framed
from curriculum.crosswalk.table import Row, State, Table
from curriculum.interchange.case_out import case_text
from curriculum.interchange.identity import Identities, identity
from curriculum.interchange.listing import UNDATED, Listing, Node, Relation, Tie
from curriculum.model import Relation as Stands
from curriculum.model import SourceRef

GROUP = "Crosswalk"
KIND = "crosswalk"
_TIES = {
    Stands.SAME: Relation.EXACT,
    Stands.NARROWER: Relation.PART,
    Stands.BROADER: Relation.PART,
    Stands.OVERLAPPING: Relation.RELATED,
}


def text(table: Table) -> str:
    """The package as it is written to a file."""
    return case_text(listing(table))


def listing(table: Table) -> Listing:
    """A document of its own that holds nothing but the associations."""
    one, other = table.one.edition, table.other.edition
    ends = nodes(table.one), nodes(table.other)
    rows = table.of(State.CONFIRMED)
    sides = (one.reference, one.version, other.reference, other.version)
    return Listing(
        identifier=identity(KIND, *sides),
        title=f"Crosswalk: {table.title}",
        kind=KIND,
        note="; ".join(table.summary),
        changed=max((row.on for row in rows if row.on), default=UNDATED),
        ties=tuple(_tie(row, ends) for row in rows),
        source=SourceRef(file=KIND),
    )


def nodes(side: Framed) -> dict[str, Node]:
    """Each statement as an end, by its key, with the identity of its own package."""
    edition = side.edition
    given = Identities(edition.reference, edition.version)
    for duty in edition.duties:
        given.of(duty.key, duty.guid)
    found: dict[str, Node] = {}
    for item in edition.items:
        node = Node(identifier=given.of(item.key, item.guid), title=item.key)
        found.setdefault(item.key, node)
    return found


def _tie(row: Row, ends: tuple[dict[str, Node], dict[str, Node]]) -> Tie:
    """The association; what is narrower is the part of what is broader."""
    origin, destination = ends[0][row.one.key], ends[1][row.other.key]
    if row.relation is Stands.BROADER:
        origin, destination = destination, origin
    return Tie(
        relation=_TIES[row.relation],
        origin=origin,
        destination=destination,
        group=GROUP,
        note=_note(row),
    )


def _note(row: Row) -> str:
    by = f"{row.who}, {row.on}" if isinstance(row.on, date) else row.who
    return ". ".join(filter(None, (row.sentence, row.reason, by)))
