"""The long table: one row for each item, place and role; what pivot tables take.

An item that is taught or assessed nowhere has one row without a role, so that no
count loses it.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from curriculum.coverage import Assessing, Teaching
from curriculum.facts import Facts
from curriculum.findings import Finding
from curriculum.model import Framework, Item, Record

TAUGHT, ASSESSED = "taught", "assessed"


class LongRow(Record):
    """One row, as it is printed: every field is text."""

    framework: str = ""
    version: str = ""
    code: str
    kind: str = ""
    statement: str = ""
    role: str = ""
    """taught, assessed, or empty for an item without a place."""
    module: str = ""
    place: str = ""
    """Key of the session or the assessment."""
    title: str = ""
    depth: str = ""
    purpose: str = ""
    date: str = ""
    hours: str = ""
    stamp: str = ""
    """Fingerprint of the wording that the mark was made against."""


HEADINGS: Mapping[str, str] = {
    "framework": "Framework",
    "version": "Version",
    "code": "Code",
    "kind": "Kind",
    "statement": "Statement",
    "role": "Role",
    "module": "Module",
    "place": "Place",
    "title": "Title",
    "depth": "Depth",
    "purpose": "Purpose",
    "date": "Date",
    "hours": "Hours",
    "stamp": "Wording stamp",
}
"""The heading of each field, in the order of the columns."""


class LongTaken(Record):
    """The rows of a table that was read, and what was found."""

    rows: tuple[LongRow, ...]
    places: tuple[str, ...] = ()
    """Where each row stands."""
    findings: tuple[Finding, ...]


def long_rows(facts: Facts) -> list[LongRow]:
    """The table of a programme, in the order of its frameworks."""
    return [
        row
        for framework in facts.programme.frameworks
        for item in framework.items
        if item is framework.by_key[item.key]
        for row in _of_item(facts, framework, item)
    ]


def _of_item(facts: Facts, framework: Framework, item: Item) -> Iterator[LongRow]:
    bare = LongRow(
        framework=framework.id,
        version=framework.version,
        code=item.key,
        kind=item.group,
        statement=item.wording,
    )
    where = framework.id, item.key
    rows = [
        *map(_taught, facts.coverage.teaching(*where)),
        *map(_assessed, facts.coverage.assessing(*where)),
    ]
    yield from (bare.model_copy(update=row) for row in rows or [{}])


def _taught(teaching: Teaching) -> dict[str, str]:
    link, session, at = teaching.link, teaching.session, teaching.placement
    return {
        "role": TAUGHT,
        "module": teaching.module.key,
        "place": session.key,
        "title": session.topic,
        "depth": link.depth.value if link.depth else "",
        "date": _day(at.starts) if at else "",
        "hours": f"{session.hours:g}",
        "stamp": link.stamp or "",
    }


def _assessed(assessing: Assessing) -> dict[str, str]:
    link, assessment = assessing.link, assessing.assessment
    return {
        "role": ASSESSED,
        "module": assessment.module,
        "place": assessment.key,
        "title": assessment.title,
        "purpose": assessment.purpose.value,
        "date": _day(assessment.hand_in),
        "hours": f"{assessment.hours:g}" if assessment.hours else "",
        "stamp": link.stamp or "",
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
