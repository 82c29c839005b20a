"""A listing as a competency framework for Moodle (``tool_lpimportcsv``).

Statements without a parent stand under a heading of their kind: Moodle has no
other place for it.  The wording goes into the description, since Moodle cuts
short names; it is HTML, so that its first character can be written as an entity
where a spreadsheet would take it for a formula.
"""

from collections.abc import Iterator
from hashlib import sha256
from html import escape

from curriculum.interchange.files import csv_text
from curriculum.interchange.listing import Listing, Relation, Statement
from curriculum.interchange.moodle_columns import (
    HEADINGS,
    HTML,
    LONGEST,
    SCALE,
    SCALE_CONFIGURATION,
    TAXONOMY,
    joined,
)

NOT_CARRIED = (
    "modules, sessions and assessments: Moodle has courses for them",
    "the depth to which a module takes an item",
    "dates, status, publisher and address of the framework",
)
"""What Moodle's form of a framework has no column for."""


def moodle_text(listing: Listing) -> str:
    """The framework as it is written to a file."""
    # No guard: Moodle would show the apostrophe; what is written needs none.
    return csv_text(moodle_rows(listing), guard=False)


def moodle_rows(listing: Listing) -> list[tuple[str, ...]]:
    """Headings, the one framework row, a row for each kind and statement."""
    return [HEADINGS, *_Rows(listing).rows()]


class _Rows:
    def __init__(self, listing: Listing) -> None:
        self.listing = listing
        self._taken: set[str] = set()
        own = listing.reference or listing.title or "framework"
        version = f" v{listing.version}" if listing.version else ""
        self.framework_id = self._id(own + version)
        held = {s.identifier for s in listing.statements}
        self.top = [s for s in listing.statements if s.parent not in held]
        kinds = dict.fromkeys(s.kind for s in self.top if s.kind)
        self.kinds = {kind: self._id(kind) for kind in kinds}
        self.ids = {s.identifier: self._id(s.key or s.text) for s in listing.statements}
        self.related = self._related()

    def rows(self) -> Iterator[tuple[str, ...]]:
        listing = self.listing
        yield (
            "",
            self.framework_id,
            _short(listing.label or self.framework_id),
            _html(listing.note),
            HTML,
            SCALE,
            SCALE_CONFIGURATION,
            *("",) * 5,
            "1",
            TAXONOMY,
        )
        for kind, own in self.kinds.items():
            yield _row("", own, _short(kind), "", "")
        for statement in listing.statements:
            yield self._statement(statement)

    def _statement(self, statement: Statement) -> tuple[str, ...]:
        own = self.ids[statement.identifier]
        above = self.ids.get(statement.parent) or self.kinds.get(statement.kind, "")
        name = _short(f"{statement.key} {statement.text}".strip())
        related = joined(self.related.get(statement.identifier, ()))
        return _row(above, own, name, _html(statement.text), related)

    def _related(self) -> dict[str, dict[str, None]]:
        """Moodle has one relation, which holds both ways: it is written once."""
        related: dict[str, dict[str, None]] = {}
        for tie in self.listing.ties:
            there = self.ids.get(tie.destination.identifier)
            origin = tie.origin.identifier
            if tie.relation == Relation.RELATED and there and origin in self.ids:
                related.setdefault(origin, {})[there] = None
        return related

    def _id(self, wanted: str) -> str:
        """An ID number of at most 100 characters that nothing else has."""
        plain = " ".join(wanted.split()) or "item"
        fitting = plain
        if len(plain) > LONGEST:
            fitting = f"{plain[: LONGEST - 9]}-{sha256(plain.encode()).hexdigest()[:8]}"
        chosen, number = fitting, 1
        while chosen.casefold() in self._taken:
            number += 1
            mark = f" ({number})"
            chosen = fitting[: LONGEST - len(mark)] + mark
        self._taken.add(chosen.casefold())
        return chosen


def _row(
    above: str, own: str, name: str, description: str, related: str
) -> tuple[str, ...]:
    return (
        above,
        own,
        name,
        description,
        HTML,
        *("",) * 5,
        related,
        "",
        "",
        "",
    )


def _short(text: str) -> str:
    """A text of at most 100 characters, cut between words, with a sign of the cut."""
    line = " ".join(text.split())
    if len(line) <= LONGEST:
        return line
    cut = line[: LONGEST - 1]
    head, _, _ = cut.rpartition(" ")
    return f"{head or cut}…"


def _html(text: str) -> str:
    """A text as HTML that begins with no sign that a spreadsheet calculates with."""
    html = escape(text, quote=False).replace("\r\n", "\n").replace("\n", "<br />")
    first = html[:1]
    return f"&#{ord(first)};{html[1:]}" if first and first in "=+-@\t\r'" else html
