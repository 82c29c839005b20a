"""Knowledge, skills and behaviours, each with its key."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from curriculum.model import KIND_TITLES, Ksb, KsbKind
from curriculum.readers._standard.codes import key_of, number_of
from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.options import option_heading
from curriculum.readers._standard.page import Part
from curriculum.readers._standard.rows import Row
from curriculum.readers._standard.statements import Statement, numbers_missing, oddities
from curriculum.readers._wording import DASHES
from curriculum.vocabulary import Vocabulary

_KSB = re.compile(
    rf"[(\[]?(ESB|TK|TS|K|S|B)[ .]?(\d+)"
    rf"(?:(\s*(?:[.)\]{DASHES}]?\s*[:\uff1a\u2236]{{1,2}}|[)\]]|\.(?!\d)|[•·=→{DASHES}](?=\s|$)"
    r"|—(?=[A-Z][a-z])))|(?=\s)|$)\s*(.*)",
    re.IGNORECASE,
)
_COLON = re.compile(r"[:\uff1a]\s+(\S.*)")


class _Reading:
    """The statements read so far."""

    def __init__(self, notes: Notes, options: frozenset[str]) -> None:
        self.notes = notes
        self.options = options
        self.statements: list[Statement] = []
        self.last: Counter[str] = Counter()
        self.open: Statement | None = None

    def part(self, part: Part) -> None:
        """Read the rows under one heading."""
        self.open = None
        before = len(self.statements)
        loose = [row for row in part.rows if not self._row(row, part.kind)]
        keyed = len(self.statements) > before
        for row in loose:
            self._loose(row, part, keyed=keyed)

    def _row(self, row: Row, kind: KsbKind | None) -> bool:
        """Whether the row was understood."""
        begun = row.cut(_KSB)
        if begun and self._begins(begun[0]):
            self._begin(*begun, row, kind)
        elif option_heading(row) or row.bare.rstrip(":").casefold() in self.options:
            self.open = None
            message = f"what follows “{row.bare}” is read as of the whole standard"
            self.notes.warn("SRC128", row, row.bare, message)
        elif not self.open and row.meant:
            return False
        elif row.meant:
            self._go_on(row)
        if row.closes:
            self.open = None
        return True

    def _begins(self, match: re.Match[str]) -> bool:
        """A key with a mark behind it; without, only the next key of its kind."""
        expected = self.last[match[1].upper()] + 1
        return bool(match[3]) or not self.open or int(match[2]) == expected

    def _begin(
        self, match: re.Match[str], left: Row, row: Row, kind: KsbKind | None
    ) -> None:
        key = key_of(match[1], match[2])
        printed = match[0][: match.end(2)]
        self.last[match[1].upper()] = int(match[2])
        if key != printed:
            message = f"{key} is printed “{printed}”"
            self.notes.warn("SRC130", row, key, message)
        if kind and not re.fullmatch(rf"{kind}\d+", key):
            message = f"{key} stands under the heading {KIND_TITLES[kind]}"
            self.notes.warn("SRC134", row, key, message)
        self.open = Statement(key, row.number, [left] if left.meant else [])
        self.statements.append(self.open)

    def _go_on(self, row: Row) -> None:
        """A statement's further line."""
        if self.open is None:
            return
        self.open.rows.append(row)
        if row.gap and not row.closes and row.bare[:1].isupper():
            message = f"{self.open.key} goes on behind a blank line: “{row.meant}”"
            self.notes.warn("SRC139", row, self.open.key, message)

    def _loose(self, row: Row, part: Part, *, keyed: bool) -> None:
        if keyed or not part.kind:
            message = f"“{row.meant}” stands among the KSBs and is not read"
            self.notes.warn("SRC110", row, "KSBs", message)
        else:
            message = f"“{row.meant}” has no key and cannot be linked to anything"
            self.notes.error("SRC135", row, part.title, message)


def ksbs(
    parts: list[Part], words: Vocabulary, notes: Notes, options: Iterable[str] = ()
) -> tuple[Ksb, ...]:
    """The KSBs in the order of the page; titles of options are headings in it."""
    reading = _Reading(notes, frozenset(map(str.casefold, options)))
    for part in parts:
        if part.section is Section.KSBS:
            reading.part(part)
    _without_colons(reading.statements)
    for statement in reading.statements:
        _look_at(statement, words, notes)
    _twice(reading.statements, notes)
    _numbering(reading.statements, notes)
    return tuple(_ksb(s, notes) for s in reading.statements if _usable(s))


def _without_colons(statements: list[Statement]) -> None:
    """Take off colons that most texts begin with: they set the keys off."""
    cuts = [s.rows[0].cut(_COLON) if s.rows else None for s in statements]
    if 2 * sum(map(bool, cuts)) > len(statements):
        for statement, cut in zip(statements, cuts, strict=True):
            statement.rows[:1] = [cut[1]] if cut else statement.rows[:1]


def _usable(statement: Statement) -> bool:
    return bool(statement.text) and number_of(statement.key) > 0


def _ksb(statement: Statement, notes: Notes) -> Ksb:
    return Ksb(
        key=statement.key,
        text=statement.text,
        meant=statement.meant,
        source=notes.at(statement.line),
    )


def _look_at(statement: Statement, words: Vocabulary, notes: Notes) -> None:
    if not statement.text:
        message = f"{statement.key} has no text"
        notes.error("SRC136", statement.line, statement.key, message)
    elif not _usable(statement):
        message = f"{statement.key} is no key: numbers begin at 1"
        notes.error("SRC136", statement.line, statement.key, message)
    oddities(statement, words, notes)


def _twice(statements: list[Statement], notes: Notes) -> None:
    first: dict[str, Statement] = {}
    for statement in statements:
        earlier = first.setdefault(statement.key, statement)
        if earlier is statement:
            continue
        same = earlier.text == statement.text
        say, how = (notes.warn, "the same") if same else (notes.error, "other")
        message = (
            f"{statement.key} stands on {notes.where(earlier.line)} "
            f"and again here, with {how} wording"
        )
        say("SRC131", statement.line, statement.key, message)


def _numbering(statements: list[Statement], notes: Notes) -> None:
    by_kind: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_kind[statement.key.rstrip("0123456789")].append(statement)
    for letters, kind in by_kind.items():
        for low, high in numbers_missing([number_of(s.key) for s in kind]):
            after = next(s for s in kind if number_of(s.key) > high)
            gone = f"{letters}{low}"
            gone += " is" if low == high else f" to {letters}{high} are"
            notes.warn("SRC132", after.line, after.key, f"{gone} not there")
