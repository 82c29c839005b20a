"""The lists of a career-cluster profile: entries and skills, one wording each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from curriculum.model import Entry, MarketSkill, skill_key
from curriculum.readers._profile_lines import (
    Notes,
    Row,
    Section,
    broken,
    ended,
)

_PIECE = re.compile(r"(?:\([^()]*\)|[^,;])+")
_CONJUNCTION = re.compile(r"\s*and\s+")
_UNFINISHED = re.compile(r"(?:&|/|\b(?:and|or|of|for|with))$")
_SENTENCE_WORDS = 6
_HEADING_LETTERS = 12

_MISREAD_AI = re.compile(r"\bAl\b(?!-)")
_STOP_FOR_COMMA = re.compile(r"[a-z]\. [a-z]")
_JOINERS = "and|of|for|in|to|with|the|on|by|or"
_SEAM = re.compile(rf"(?<!\S)(?!(?:{_JOINERS})\b)[a-z][a-z-]{{2,}} [A-Z]")
_MOST_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Wording:
    """What one entry says: as printed, and where errata differ, as it is meant."""

    row: Row
    text: str
    meant: str

    @property
    def correction(self) -> str | None:
        """The corrected reading where there is one."""
        return None if self.meant == self.text else self.meant


def entries(
    rows: list[Row], section: Section, notes: Notes
) -> tuple[list[Wording], list[str]]:
    """The entries of a list, and the sentences that stand beside them."""
    remarks = [row.meant for row in rows if _is_remark(row)]
    listed = [row for row in rows if not _is_remark(row)]
    found: list[Wording] = []
    bullets = sum(row.bulleted for row in listed) * 2 >= len(listed)
    previous: Row | None = None
    for row in _until_unknown_heading(listed, section, notes):
        if previous and _continues(row, previous, found[-1].meant, bullets=bullets):
            found[-1] = _joined(found[-1], row)
            broken(row, row.meant, section, notes)
        else:
            if bullets and not row.bulleted:
                message = f"“{row.meant}” has no bullet and is read as an entry"
                notes.say("SRC311", row, section, message)
            found.append(Wording(row, row.printed, row.meant))
        previous = row
    return found, remarks


def as_entries(
    wordings: Iterable[Wording], section: Section, notes: Notes
) -> tuple[Entry, ...]:
    """Plain lines: credentials, occupations, places of work."""
    listed = list(wordings)
    _note_repeats(listed, section, notes)
    for wording in listed:
        note_misreadings(wording.row, wording.meant, section, notes)
    return tuple(
        Entry(text=w.text, meant=w.correction, source=notes.text.at(w.row.line))
        for w in listed
    )


def as_skills(
    wordings: Iterable[Wording], section: Section, notes: Notes
) -> tuple[MarketSkill, ...]:
    """Skills, each with the key that its wording makes."""
    listed = list(wordings)
    _note_repeats(listed, section, notes)
    for wording in listed:
        note_misreadings(wording.row, wording.meant, section, notes)
    return tuple(
        MarketSkill(
            key=skill_key(w.meant),
            text=w.text,
            meant=w.correction,
            source=notes.text.at(w.row.line),
            software=section is Section.SOFTWARE_SKILLS,
        )
        for w in listed
    )


def split_at_commas(
    wordings: Iterable[Wording], section: Section, notes: Notes
) -> Iterator[Wording]:
    """Each skill of lines that hold several; brackets keep their commas."""
    for whole in wordings:
        for wording in _pieces(whole):
            note_run_together(wording.row, wording.meant, section, notes)
            yield wording


def note_run_together(row: Row, wording: str, subject: str, notes: Notes) -> None:
    """Note an entry that looks like several without anything between them."""
    capitals = len(re.findall(r"(?<!\S)\W?[A-Z]", wording))
    if capitals > _MOST_CAPITALS or _SEAM.search(wording):
        message = (
            f"“{wording}” is kept as printed; several titles may run together in it"
        )
        notes.say("SRC307", row, subject, message)


def note_misreadings(row: Row, wording: str, subject: str, notes: Notes) -> None:
    """Note what a scan is known to misread."""
    if _MISREAD_AI.search(wording):
        message = f"Al with a small L stands in “{_excerpt(wording)}”; AI may be meant"
        notes.say("SRC309", row, subject, message)
    if _STOP_FOR_COMMA.search(wording):
        message = (
            f"a full stop stands within “{_excerpt(wording)}”; a comma may be meant"
        )
        notes.say("SRC309", row, subject, message)


def _excerpt(wording: str) -> str:
    match = _MISREAD_AI.search(wording) or _STOP_FOR_COMMA.search(wording)
    start = max(0, match.start() - 30) if match else 0
    return wording[start : start + 80].strip()


def _is_remark(row: Row) -> bool:
    words = len(row.meant.split())
    return not row.bulleted and words >= _SENTENCE_WORDS and ended(row.meant)


def _until_unknown_heading(
    rows: list[Row], section: Section, notes: Notes
) -> Iterator[Row]:
    reading = True
    for row in rows:
        reading = reading and not _is_heading(row)
        if reading:
            yield row
        else:
            notes.unplaced(row, section)


def _is_heading(row: Row) -> bool:
    if row.bulleted or "," in row.meant:
        return False
    capitals = row.meant.isupper() and " " in row.meant
    letters = sum(char.isalpha() for char in row.meant)
    marked = row.line.printed.lstrip().startswith("# ") or "##" in row.line.printed
    return marked or (capitals and letters >= _HEADING_LETTERS)


def _continues(row: Row, previous: Row, wording: str, *, bullets: bool) -> bool:
    if previous.goes_on or _UNFINISHED.search(wording):
        return True
    wrapped = bullets and not row.bulleted and not row.apart
    return wrapped or wording.count("(") > wording.count(")")


def _joined(first: Wording, row: Row) -> Wording:
    text, meant = f"{first.text} {row.printed}", f"{first.meant} {row.meant}"
    return Wording(first.row, text, meant)


def _pieces(whole: Wording) -> Iterator[Wording]:
    blocks: list[Match] = []
    if whole.correction is not None:
        matcher = SequenceMatcher(None, whole.meant, whole.text, autojunk=False)
        blocks = matcher.get_matching_blocks()
    for match in _PIECE.finditer(whole.meant):
        start, stop = match.span()
        if start and (conjunction := _CONJUNCTION.match(whole.meant, start)):
            start = conjunction.end()
        meant = whole.meant[start:stop].strip()
        if meant:
            text = _as_printed(whole.text, blocks, start, stop) if blocks else meant
            yield Wording(whole.row, text or meant, meant)


def _as_printed(printed: str, blocks: list[Match], start: int, stop: int) -> str:
    """What is printed where the corrected reading has the span."""
    first, last = 0, len(printed)
    for meant, text, size in blocks:
        if meant < start:
            first = text + min(size, start - meant)
        if meant + size > stop:
            last = min(last, text + max(0, stop - meant))
    return printed[first:last].strip(" ,;")


def _note_repeats(wordings: list[Wording], section: Section, notes: Notes) -> None:
    seen: dict[str, Wording] = {}
    for wording in wordings:
        before = seen.setdefault(skill_key(wording.meant), wording)
        if before is not wording:
            at = before.row.line.number
            message = f"“{wording.meant}” stands under {section} on line {at} already"
            notes.say("SRC310", wording.row, section, message)
