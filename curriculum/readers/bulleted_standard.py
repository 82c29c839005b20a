"""Occupational standards of the older form: bullets without codes, and no duties.

The publisher gave these statements no codes.  They get house codes in the order
of the text (technical knowledge K, technical competencies S, underpinning
skills, attitudes and behaviours B), and every one of them is a finding.
"""

import re
from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import KIND_TITLES, Ksb, KsbKind, Standard
from curriculum.readers._bulleted.head import Head, head_of
from curriculum.readers._bulleted.parts import (
    JOB_TITLES,
    OTHER,
    SUMMARY,
    Part,
    kind_named,
    parts_of,
)
from curriculum.readers._bulleted.statements import Statement, statements_of
from curriculum.readers._notes import Notes
from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import bare, fold

TITLE = "occupational standard of the older form, with bullets and no codes"
FINDINGS = {
    "SRC430": "A statement has no code in print, and has a house code.",
    "SRC431": "The reference of a standard of the older form is missing.",
    "SRC432": "A list of statements of the older form is missing or empty.",
    "SRC433": "Lines of a standard of the older form are not kept.",
    "SRC434": "The title, level or duration of the older form cannot be read.",
}

_SURE = 0.9
_KINDS = (KsbKind.KNOWLEDGE, KsbKind.SKILL, KsbKind.BEHAVIOUR)
_CODED = re.compile(r"[\s•*-]*(?:ESB|TK|TS|K|S|B)\d+(?:\s*[:.)]\s*\S|\s+[A-Za-z])")


def recognises(text: SourceText) -> float:
    """How sure it is: two of the lists of the form, and no statement with a code."""
    kinds = {kind_named(line) for line in text.written()} - {None}
    coded = sum(1 for line in text.written() if _CODED.match(line.meant))
    return _SURE * min(1.0, len(kinds) / 2) if coded <= 1 else 0.0


def read(text: SourceText) -> Iterator[Standard | Finding]:
    """The standard, then what is odd about it in the order of the lines."""
    notes = Notes(text.file)
    labelled, parts = parts_of(text)
    head = head_of(text, labelled, parts, notes)
    yield Standard(
        reference=head.reference,
        title=head.title,
        version=_said(labelled, "version"),
        typical_duration_months=head.months,
        level=head.level,
        route=_said(labelled, "route"),
        summary=_under(parts, SUMMARY),
        typical_job_titles=_under(parts, JOB_TITLES),
        ksbs=tuple(_ksbs(parts, notes)),
        source=notes.at("1"),
    )
    _note_not_read(parts, head, notes)
    yield from sorted(notes.found, key=lambda finding: int(finding.source.place))


def _said(labelled: dict[str, Line], label: str) -> str:
    return fold(labelled[label].meant) if label in labelled else ""


def _under(parts: list[Part], name: str) -> tuple[str, ...]:
    lines = (line for part in parts if part.name == name for line in part.lines)
    return tuple(bare(fold(line.meant)) for line in lines)


def _ksbs(parts: list[Part], notes: Notes) -> Iterator[Ksb]:
    """The statements of each kind, numbered through all lists of that kind."""
    for kind in _KINDS:
        statements: list[Statement] = []
        for part in (part for part in parts if part.kind is kind):
            found, aside = statements_of(part)
            statements += found
            _not_read(aside, f"under {part.title}", notes)
        for number, statement in enumerate(statements, start=1):
            yield _ksb(f"{kind.value}{number}", statement, notes)
        if not statements:
            message = f"the text has no {KIND_TITLES[kind].lower()} that can be read"
            notes.error("SRC432", "1", kind.value, message)


def _ksb(key: str, statement: Statement, notes: Notes) -> Ksb:
    place = str(statement.line.number)
    message = f"{key} is a house code: the publisher gave the statement none"
    notes.warn("SRC430", place, key, message)
    printed, meant = " ".join(statement.printed), " ".join(statement.meant)
    return Ksb(
        key=key,
        text=printed,
        meant=meant if meant != printed else None,
        source=notes.at(place),
    )


def _note_not_read(parts: list[Part], head: Head, notes: Notes) -> None:
    preamble, *others = parts
    left = [line for line in preamble.lines if line.number != head.title_line]
    _not_read(left, "before the first heading", notes)
    for part in others:
        if part.name == OTHER:
            _not_read(part.lines, f"under {part.title}", notes)


def _not_read(lines: list[Line], where: str, notes: Notes) -> None:
    if lines:
        said = " / ".join(fold(line.meant) for line in lines)
        count = "1 line" if len(lines) == 1 else f"{len(lines)} lines"
        verb = "is" if len(lines) == 1 else "are"
        message = f"{count} {where} {verb} not kept: “{said}”"
        notes.warn("SRC433", str(lines[0].number), "text", message)
