"""A competency framework as Moodle exports it, or its older outcomes, as a listing."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.interchange.files import Line, Taken, lines_of
from curriculum.interchange.found import Notes
from curriculum.interchange.identity import Identities, identity
from curriculum.interchange.listing import Listing, Relation, Statement, Tie
from curriculum.interchange.moodle_columns import (
    DESCRIPTION,
    FORMAT,
    HEADINGS,
    HTML,
    ID,
    IS_FRAMEWORK,
    OTHER_NAMES,
    PARENT,
    RELATED,
    SHORT_NAME,
    split,
)
from curriculum.interchange.tree import loops

_FALSE = {"", "0", "false", "no"}
_BREAK = re.compile(r"<\s*(?:br\s*/?|/p|/li|/div)\s*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_VERSION = re.compile(r"(.+) v(\d+(?:\.\d+)*)")

Fields = dict[str, str]


def is_moodle(heading: Line) -> bool:
    """Whether a first row is that of a framework or of outcomes."""
    return {ID, SHORT_NAME} <= set(_columns(heading))


def read_moodle(path: Path) -> Taken:
    """Read a framework.  Raises SourceError where the headings are not Moodle's."""
    lines = lines_of(path)
    if not lines or not is_moodle(lines[0]):
        raise SourceError(f"{path.name}: has no headings ID number and Short name")
    return _Reading(lines, path.name).taken()


class _Reading:
    def __init__(self, lines: list[Line], file: str) -> None:
        self.notes = Notes(file)
        columns = _columns(lines[0])
        rows = [(line.place, _fields(line, columns)) for line in lines[1:]]
        self.has_flag = IS_FRAMEWORK in columns
        self.frameworks = [(p, r) for p, r in rows if _is_framework(r)]
        self.rows = dict(self._named((p, r) for p, r in rows if not _is_framework(r)))

    def taken(self) -> Taken:
        place, own = self._framework()
        reference, version = _reference(own.get(ID, ""))
        headings = self._headings()
        given = Identities(reference, version)
        ids = {key: given.of(key) for key in self.rows if key not in headings}
        parents = self._parents(ids)
        statements = tuple(
            self._statement(key, ids, headings, parents.get(key, "")) for key in ids
        )
        listing = Listing(
            identifier=identity(reference, version),
            reference=reference,
            version=version,
            title=_title(own, reference, version),
            note=_plain(own),
            statements=statements,
            ties=tuple(self._ties({s.key: s for s in statements})),
            source=self.notes.at(place),
        )
        return Taken(listing, tuple(self.notes.findings))

    def _framework(self) -> tuple[str, Fields]:
        if self.has_flag and len(self.frameworks) != 1:
            count = len(self.frameworks)
            message = f"there are {count} framework rows; Moodle takes exactly one"
            self.notes.found("XCH106", "", message)
        return self.frameworks[0] if self.frameworks else ("", {})

    def _named(
        self, rows: Iterator[tuple[str, Fields]]
    ) -> Iterator[tuple[str, tuple[str, Fields]]]:
        """Rows by ID number; Moodle leaves out what has none, and so does this."""
        taken: set[str] = set()
        for place, row in rows:
            key, name = row.get(ID, ""), row.get(SHORT_NAME, "")
            if not key or not name:
                what = "a short name" if key else "an ID number"
                message = f"{key or name or 'a row'} is without {what} and is left out"
                self.notes.found("XCH101", key or name, message, place)
            elif key in taken:
                message = f"{key} is the ID number of two rows; the first is taken"
                self.notes.found("XCH102", key, message, place)
            else:
                taken.add(key)
                yield key, (place, row)

    def _headings(self) -> set[str]:
        """Rows without a text that only name the kind of those below them."""
        above = {row.get(PARENT, "") for _, row in self.rows.values()}
        return {
            key
            for key, (_, row) in self.rows.items()
            if key in above
            and not row.get(PARENT)
            and not row.get(DESCRIPTION)
            and row[SHORT_NAME].startswith(key[:60])
        }

    def _parents(self, ids: dict[str, str]) -> dict[str, str]:
        parents = {}
        for key in ids:
            place, row = self.rows[key]
            above = row.get(PARENT, "")
            if above in ids:
                parents[key] = above
            elif above and above not in self.rows:
                message = f"{key} stands under {above}, which is not here"
                self.notes.found("XCH103", key, message, place)
        for key in loops(parents):
            message = f"{key} stands under itself"
            self.notes.found("XCH105", key, message, self.rows[key][0])
            del parents[key]
        return parents

    def _statement(
        self, key: str, ids: dict[str, str], headings: set[str], parent: str
    ) -> Statement:
        place, row = self.rows[key]
        above = row.get(PARENT, "")
        return Statement(
            identifier=ids[key],
            key=key,
            text=_plain(row) or _without_key(row[SHORT_NAME], key),
            kind=self.rows[above][1][SHORT_NAME] if above in headings else "",
            parent=ids.get(parent, ""),
            source=self.notes.at(place),
        )

    def _ties(self, statements: dict[str, Statement]) -> Iterator[Tie]:
        for key, statement in statements.items():
            place, row = self.rows[key]
            for other in split(row.get(RELATED, "")):
                if other in statements:
                    yield Tie(
                        relation=Relation.RELATED,
                        origin=statement.node,
                        destination=statements[other].node,
                    )
                else:
                    message = f"{key} is related to {other}, which is not here"
                    self.notes.found("XCH103", key, message, place)


def _columns(heading: Line) -> dict[str, int]:
    """The column of each field, by any of its names."""
    named = {_word(cell): at for at, cell in reversed(list(enumerate(heading.cells)))}
    found = {}
    for field in HEADINGS:
        names = (field, *OTHER_NAMES.get(field, ()))
        at = next((named[_word(n)] for n in names if _word(n) in named), None)
        if at is not None:
            found[field] = at
    return found


def _word(heading: str) -> str:
    return " ".join(heading.casefold().replace("(optional)", "").split())


def _fields(line: Line, columns: dict[str, int]) -> Fields:
    held = len(line.cells)
    return {
        field: line.cells[at].strip() if at < held else ""
        for field, at in columns.items()
    }


def _is_framework(row: Fields) -> bool:
    return row.get(IS_FRAMEWORK, "").casefold() not in _FALSE


def _reference(own: str) -> tuple[str, str]:
    """Reference and version: "ST0128 v1.1"."""
    named = _VERSION.fullmatch(own)
    return (named[1], named[2]) if named else (own, "")


def _title(row: Fields, reference: str, version: str) -> str:
    label = f"{reference} v{version}" if version else reference
    return row.get(SHORT_NAME, "").removeprefix(label).strip() or reference


def _without_key(name: str, key: str) -> str:
    return name.removeprefix(f"{key} ") or name


def _plain(row: Fields) -> str:
    """The description as plain text; formats other than HTML stay as they are."""
    text = row.get(DESCRIPTION, "")
    if row.get(FORMAT, HTML) not in (HTML, ""):
        return text
    return unescape(_TAG.sub("", _BREAK.sub("\n", text))).strip()
