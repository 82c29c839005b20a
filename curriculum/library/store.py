"""The library file: adding, listing, looking up, removing.

The journal is SQLite's own default, not the write-ahead log: that needs memory
shared between processes, which a college's network drive does not give, and leaves
files beside the library.  Many may read at a time; who writes makes them wait
for the moment of the commit only, since changed pages stay in memory until then.
"""

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Self

from pydantic import ValidationError

from curriculum.errors import NotWrittenError, SourceError
from curriculum.library.pins import Pin
from curriculum.library.records import (
    Added,
    Copy,
    Edition,
    Entry,
    Outcome,
    Plan,
    PlanEntry,
    number_of,
)
from curriculum.library.schema import NotALibraryError, prepare
from curriculum.model import SourceRef

WAIT_SECONDS = 10
"""How long one waits while another writes."""

_APPROVED = "approved for delivery"
_HEAD = b"SQLite format 3\0"
_CONTROLS = re.compile(r"[\x00-\x1f]")

_EDITIONS = """
    SELECT edition.*, copy.file, copy.place FROM edition JOIN copy ON copy.id =
        (SELECT max(id) FROM copy WHERE edition = edition.id)
"""
_COPIES = """
    SELECT raw AS digest, nth, file, place, address, fetched, added, reader,
        reader_version FROM copy WHERE edition = ? ORDER BY id
"""
_ADD_EDITION = """
    INSERT INTO edition (reference, version, digest, title, level, route, status,
        earliest_start, latest_start) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_REFRESH = """
    UPDATE edition SET title = ?, level = coalesce(?, level),
        route = coalesce(nullif(?, ''), route),
        status = coalesce(nullif(?, ''), status),
        earliest_start = coalesce(?, earliest_start),
        latest_start = coalesce(?, latest_start) WHERE id = ?
"""
_ADD_COPY = """
    INSERT INTO copy (edition, raw, nth, facts, file, place, address, fetched, added,
        reader, reader_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_RENEW_COPY = """
    UPDATE copy SET edition = ?, facts = ?, reader = ?, reader_version = ?
        WHERE edition = ? AND raw = ? AND nth = ?
"""
_PLANS = """
    SELECT id, reference, version, title, raw AS digest, nth, file, place, address,
        fetched, added, reader, reader_version FROM plan
"""
_ADD_PLAN = """
    INSERT INTO plan (reference, version, title, raw, nth, facts, file, place, address,
        fetched, added, reader, reader_version)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PLANS_LEFT_ALONE = """
    DELETE FROM plan WHERE reference = ? AND NOT EXISTS (
        SELECT 1 FROM edition WHERE edition.reference = plan.reference
        AND (edition.version = plan.version OR plan.version = ''))
"""
_ORPHANS = (
    (
        "DELETE FROM raw WHERE digest NOT IN "
        "(SELECT raw FROM copy UNION SELECT raw FROM plan)"
    ),
    "DELETE FROM wording WHERE id NOT IN (SELECT wording FROM statement)",
)


class Library:
    """A library file that is open; use it in a ``with`` statement.

    Every fault of the file is told as a SourceError or NotWrittenError.
    """

    def __init__(self, path: Path, *, create: bool = False) -> None:
        self.path = path
        with _told(path, writing=create):
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            there = create or path.exists()
            _refuse_other_files(path)
            self._db = sqlite3.connect(
                path if there else ":memory:",
                timeout=WAIT_SECONDS,
                isolation_level=None,
            )
        try:
            with _told(path, writing=create):
                self._db = _prepared(self._db, may_copy=not create)
                self._db.row_factory = sqlite3.Row
                self._db.execute("PRAGMA foreign_keys = ON")
                self._db.execute("PRAGMA cache_spill = OFF")
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def query(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Every row that a query gives."""
        with _told(self.path):
            return self._db.execute(sql, values).fetchall()

    def editions(self, pin: Pin | None = None) -> list[Edition]:
        """Every edition, or those that a pin names: by reference, oldest first."""
        where, values = _where(pin)
        rows = self.query(_EDITIONS + where, *values)
        with _told(self.path):
            editions = [_edition(row) for row in rows]
        return sorted(editions, key=_age)

    def one(self, pin: Pin, prefer: str = "") -> Edition:
        """The edition that a pin names.

        Of several it is the one whose digest is preferred, else one that is approved
        for delivery, else the newest.

        Raises SourceError, saying what there is, if there is none.
        """
        found = self.editions(pin)
        if not found:
            raise SourceError(f"{pin}: {self._instead(pin)}")
        preferred = [e for e in found if e.digest == prefer]
        approved = [e for e in found if e.status.casefold() == _APPROVED]
        return (preferred or approved or found)[-1]

    def copies(self, edition: Edition) -> list[Copy]:
        """The copies that state an edition, in the order in which they were added."""
        rows = self.query(_COPIES, edition.id)
        with _told(self.path):
            return [Copy.model_validate(dict(row)) for row in rows]

    def facts(self, edition: Edition, copy: Copy) -> str:
        """SHA-256 of every fact that was read from a copy."""
        rows = self.query(
            "SELECT facts FROM copy WHERE edition = ? AND raw = ? AND nth = ?",
            edition.id,
            copy.digest,
            copy.nth,
        )
        return str(rows[0]["facts"]) if rows else ""

    def raw(self, digest: str) -> bytes:
        """What was published, byte for byte."""
        rows = self.query("SELECT packed FROM raw WHERE digest = ?", digest)
        try:
            data = zlib.decompress(rows[0]["packed"])
        except (IndexError, zlib.error):
            data = b""
        if sha256(data).hexdigest() != digest:
            raise SourceError(
                f"{self.path}: is damaged; file {digest[:12]} is not as it was added"
            )
        return data

    def plans(self, pin: Pin | None = None) -> list[Plan]:
        """Every assessment plan, or those of what a pin names, oldest first."""
        whole = Pin(pin.reference, pin.version) if pin else None
        where, values = _where(whole)
        rows = self.query(_PLANS + where, *values)
        with _told(self.path):
            plans = [_plan(row) for row in rows]
        return sorted(plans, key=_age)

    def one_plan(self, pin: Pin) -> Plan:
        """The assessment plan of what a pin names, the newest of several.

        One without a version will do where there is none of the version named.

        Raises SourceError if there is none.
        """
        found = self.plans(pin) or self.plans(Pin(pin.reference, ""))
        if not found:
            raise SourceError(f"{pin}: no assessment plan of it is in the library")
        return found[-1]

    def add(self, entries: Iterable[Entry | PlanEntry]) -> list[Added]:
        """Put all of them into the library, or none if it is interrupted."""
        with self._transaction():
            return [Added(entry, self._added(entry)) for entry in entries]

    def _added(self, entry: Entry | PlanEntry) -> Outcome:
        return self._add(entry) if isinstance(entry, Entry) else self._add_plan(entry)

    def remove(self, editions: Sequence[Edition], plans: Sequence[Plan] = ()) -> None:
        """Take editions out, and what only they needed; and plans."""
        with self._transaction():
            for edition in editions:
                self._db.execute("DELETE FROM edition WHERE id = ?", (edition.id,))
                self._db.execute(_PLANS_LEFT_ALONE, (edition.reference,))
            for plan in plans:
                self._db.execute("DELETE FROM plan WHERE id = ?", (plan.id,))
            for orphans in _ORPHANS:
                self._db.execute(orphans)

    def renew(self, editions: Iterable[tuple[Edition, Entry]]) -> None:
        """Put what was read again in the place of what was read: all, or nothing.

        Where it is the text of another edition of the version, the two become one.
        """
        with self._transaction():
            for edition, entry in editions:
                self._renew(edition, entry)
            for orphans in _ORPHANS:
                self._db.execute(orphans)

    def _renew(self, edition: Edition, entry: Entry) -> None:
        same = self._db.execute(
            "SELECT id FROM edition WHERE reference = ? AND version = ? "
            "AND digest = ? AND id <> ?",
            (entry.reference, entry.version, entry.digest, edition.id),
        ).fetchone()
        held = int(same["id"]) if same else edition.id
        self._db.execute(
            _RENEW_COPY,
            (
                held,
                entry.facts,
                entry.copy.reader,
                entry.copy.reader_version,
                edition.id,
                entry.copy.digest,
                entry.copy.nth,
            ),
        )
        if same:
            self._db.execute(
                "UPDATE OR IGNORE copy SET edition = ? WHERE edition = ?",
                (held, edition.id),
            )
            self._db.execute("DELETE FROM edition WHERE id = ?", (edition.id,))
            return
        self._db.execute(
            "UPDATE edition SET reference = ?, version = ?, digest = ? WHERE id = ?",
            (entry.reference, entry.version, entry.digest, held),
        )
        self._db.execute(_REFRESH, (*_facts(entry), held))
        self._db.execute("DELETE FROM statement WHERE edition = ?", (held,))
        self._state(held, entry)

    def _add(self, entry: Entry) -> Outcome:
        versions = self._db.execute(
            "SELECT id, digest FROM edition WHERE reference = ? AND version = ?",
            (entry.reference, entry.version),
        ).fetchall()
        same = [row["id"] for row in versions if row["digest"] == entry.digest]
        if same and self._holds(same[0], entry):
            return Outcome.HELD
        self._keep_raw(entry)
        if same:
            self._db.execute(_REFRESH, (*_facts(entry), same[0]))
            self._add_copy(same[0], entry)
            return Outcome.COPY
        self._add_edition(entry)
        return Outcome.CHANGED if versions else Outcome.NEW

    def _add_plan(self, entry: PlanEntry) -> Outcome:
        held = self.query(
            "SELECT facts FROM plan WHERE reference = ? AND version = ?",
            entry.reference,
            entry.version,
        )
        if entry.facts in {row["facts"] for row in held}:
            return Outcome.HELD
        self._keep_raw(entry)
        named = (entry.reference, entry.version, entry.title)
        copy = entry.copy
        self._db.execute(
            _ADD_PLAN, (*named, copy.digest, copy.nth, entry.facts, *_origin(copy))
        )
        return Outcome.CHANGED if held else Outcome.NEW

    def _keep_raw(self, entry: Entry | PlanEntry) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO raw VALUES (?, ?)", (entry.copy.digest, entry.packed)
        )

    def _holds(self, edition: int, entry: Entry) -> bool:
        """Whether this very file, or the last copy, already says all of it."""
        last = self._db.execute(
            "SELECT facts FROM copy WHERE edition = ? ORDER BY id DESC LIMIT 1",
            (edition,),
        ).fetchone()
        very_file = self._db.execute(
            "SELECT 1 FROM copy WHERE edition = ? AND raw = ? AND nth = ?",
            (edition, entry.copy.digest, entry.copy.nth),
        ).fetchone()
        return last["facts"] == entry.facts or very_file is not None

    def _add_edition(self, entry: Entry) -> None:
        values = (entry.reference, entry.version, entry.digest, *_facts(entry))
        edition = self._db.execute(_ADD_EDITION, values).lastrowid or 0
        self._add_copy(edition, entry)
        self._state(edition, entry)

    def _state(self, edition: int, entry: Entry) -> None:
        """Write down what an edition states."""
        self._db.executemany(
            "INSERT INTO statement VALUES (?, ?, ?, ?)",
            [
                (edition, nth, key, self._wording(text))
                for nth, (key, text) in enumerate(entry.statements)
            ],
        )

    def _add_copy(self, edition: int, entry: Entry) -> None:
        copy = entry.copy
        self._db.execute(
            _ADD_COPY, (edition, copy.digest, copy.nth, entry.facts, *_origin(copy))
        )

    def _wording(self, text: str) -> int:
        """The row of a text, which is written only once."""
        plain = " ".join(_CONTROLS.sub(" ", text).split())
        digest = sha256(plain.encode()).digest()[:16]
        row = self._db.execute(
            "SELECT id FROM wording WHERE digest = ?", (digest,)
        ).fetchone()
        if row:
            return int(row["id"])
        added = self._db.execute(
            "INSERT INTO wording (digest, text) VALUES (?, ?)", (digest, plain)
        )
        return added.lastrowid or 0

    def _instead(self, pin: Pin) -> str:
        """What there is, when there is not what was asked for."""
        held = self.editions(Pin(pin.reference))
        if held:
            versions = ", ".join(dict.fromkeys(e.version or "none" for e in held))
            return f"is not in the library; its versions there are {versions}"
        if not self.path.exists():
            return (
                f"is not in the library, which is empty ({self.path}); "
                "curriculum standards add FILE puts standards into it"
            )
        return f"is not in the library ({self.path})"

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _told(self.path, writing=True):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise


def _prepared(db: sqlite3.Connection, *, may_copy: bool) -> sqlite3.Connection:
    """The library in the newest form.

    One of an older form that may not be written is read by way of a copy in memory.
    """
    try:
        prepare(db)
    except sqlite3.OperationalError as error:
        if not may_copy or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_READONLY:
            raise
        copied = sqlite3.connect(":memory:", isolation_level=None)
        db.backup(copied)
        db.close()
        prepare(copied)
        return copied
    return db


def _refuse_other_files(path: Path) -> None:
    """SQLite takes a file that is too short to be its own for an empty one."""
    if path.exists():
        with path.open("rb") as stream:
            head = stream.read(len(_HEAD))
        if head not in (b"", _HEAD):
            raise sqlite3.DatabaseError("it is no database")


@contextmanager
def _told(path: Path, *, writing: bool = False) -> Iterator[None]:
    """Faults of the file as sentences."""
    kind = NotWrittenError if writing else SourceError
    try:
        yield
    except NotALibraryError as error:
        raise SourceError(f"{path}: {error}") from None
    except OSError as error:
        raise kind(f"{path}: cannot be used ({error.strerror})") from None
    except sqlite3.OperationalError as error:
        raise kind(f"{path}: {_reason(error)}") from None
    except sqlite3.DatabaseError as error:
        raise SourceError(f"{path}: {_no_library(error)}") from None
    except (UnicodeDecodeError, ValidationError):
        raise SourceError(
            f"{path}: {_damaged('what a record holds is not what was written')}"
        ) from None


def _no_library(error: sqlite3.DatabaseError) -> str:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CORRUPT:
        return _damaged(str(error))
    return f"is no library of standards ({error})"


def _damaged(why: str) -> str:
    return f"is damaged ({why}); put back a copy of it, or add the files again"


def _reason(error: sqlite3.OperationalError) -> str:
    text = str(error)
    if "locked" in text:
        return "another program is writing to it; try again when that is done"
    return f"cannot be used ({text})"


def _where(pin: Pin | None) -> tuple[str, list[str]]:
    if pin is None:
        return "", []
    where, values = " WHERE reference = ?", [pin.reference]
    if pin.version is not None:
        where += " AND version = ?"
        values.append(pin.version)
    if pin.digest:
        # Digests are hexadecimal: what begins with it lies between these two.
        where += " AND edition.digest BETWEEN ? AND ?"
        values += [pin.digest, pin.digest + "g"]
    return where, values


def _age(held: Edition | Plan) -> tuple[str, tuple[int, int], str, int]:
    """What sorts by reference, oldest first."""
    return held.reference, number_of(held.version) or (-1, 0), held.version, held.id


def _edition(row: sqlite3.Row) -> Edition:
    values = dict(row)
    source = SourceRef(file=values.pop("file"), place=values.pop("place"))
    return Edition(**values, source=source)


def _plan(row: sqlite3.Row) -> Plan:
    values = dict(row)
    named = {name: values.pop(name) for name in ("id", "reference", "version", "title")}
    return Plan(**named, origin=Copy.model_validate(values))


def _origin(copy: Copy) -> tuple[str, ...]:
    return (
        copy.file,
        copy.place,
        copy.address,
        copy.fetched.isoformat(),
        copy.added.isoformat(),
        copy.reader,
        copy.reader_version,
    )


def _facts(entry: Entry) -> tuple[object, ...]:
    return (
        entry.title,
        entry.level,
        entry.route,
        entry.status,
        entry.earliest_start and entry.earliest_start.isoformat(),
        entry.latest_start and entry.latest_start.isoformat(),
    )
