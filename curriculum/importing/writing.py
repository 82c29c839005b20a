"""A new programme folder of what was understood, checked against the source."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.importing import toml_files
from curriculum.importing.calendar import Plan, plan
from curriculum.importing.drafts import SessionDraft
from curriculum.importing.given_hours import HOURS
from curriculum.importing.notes_file import NOTES, notes_text
from curriculum.importing.understanding import Understood
from curriculum.model import Module, Programme, Session, SourceRef
from curriculum.starter import Start, write_folder
from curriculum.timetable import Timetable

_LIKE = (
    "a table needs a row of headings, such as Week, Topic and Activities, or a column "
    "of KSB codes; --column says which heading stands for what"
)


@dataclass(frozen=True, slots=True)
class Imported:
    """The files that were written."""

    folder: Path
    files: tuple[Path, ...]


def write(
    folder: Path, understood: Understood, start: Start, *, first: date, today: date
) -> Imported:
    """Write a programme folder; all of it, or nothing.

    ``first`` is the first taught day where the source gives none.  Raises
    SourceError when nothing was understood or the folder already holds something.
    """
    if understood.is_empty:
        raise SourceError(
            f"{understood.document.file}: holds nothing that is understood; {_LIKE}"
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SourceError(f"{folder}: is not empty; name a new folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".import-") as held:
        made = Path(held) / folder.resolve().name
        _fill(made, understood, start, first=first, today=today)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return Imported(folder, tuple(files))


def _fill(
    made: Path, understood: Understood, start: Start, *, first: date, today: date
) -> None:
    reading = understood.reading
    sessions = [s for m in reading.modules.values() for s in m.sessions]
    calendar = _planned(understood, sessions, first)
    write_folder(made, start, starts=calendar.starts, today=today)
    for form in (made / "modules").glob("*.toml"):
        form.unlink()
    framework = start.standard.reference
    for path, text in toml_files.files(made, reading, calendar, framework):
        path.write_text(text, encoding="utf-8", newline="\n")
    _compare(understood, calendar, sessions)
    notes = notes_text(understood)
    (made / NOTES).write_text(notes, encoding="utf-8", newline="\n")


def _planned(understood: Understood, sessions: list[SessionDraft], first: date) -> Plan:
    """The calendar that keeps more of the source's dates."""
    found = understood.notes.findings
    kept = len(found)
    missed: dict[bool, int] = {}
    for shortest in (False, True):
        calendar = plan(understood.reading, sessions, first, shortest=shortest)
        placed = {p.key: p.starts for p in _timetable(understood, calendar).placements}
        missed[shortest] = sum(1 for _ in _elsewhere(sessions, placed))
        if not missed[shortest]:
            return calendar
        del found[kept:]
    shortest = missed[True] < missed[False]
    return plan(understood.reading, sessions, first, shortest=shortest)


def _compare(
    understood: Understood, calendar: Plan, sessions: list[SessionDraft]
) -> None:
    """Say where the calendar places a session on another day than the source."""
    placed = {p.key: p.starts for p in _timetable(understood, calendar).placements}
    for session, when in _elsewhere(sessions, placed):
        message = (
            f"{session.key} is on {session.starts} in the source; the calendar places "
            f"it {f'on {when}' if when else 'nowhere'}"
        )
        understood.notes.found("IMP112", session.key, message, session.place)


def _timetable(understood: Understood, calendar: Plan) -> Timetable:
    """Where the sessions fall, by their hours alone."""
    at = SourceRef(file=understood.document.file)
    modules = tuple(
        Module(
            key=module.key,
            title=module.title,
            sessions=tuple(
                Session(key=s.key, topic=s.topic, hours=s.hours or HOURS, source=at)
                for s in module.sessions
            ),
            source=at,
        )
        for module in understood.reading.modules.values()
    )
    return Timetable.of(
        Programme(
            code="import",
            title="import",
            modules=modules,
            calendar=calendar.as_read(at),
            source=at,
        )
    )


def _elsewhere(
    sessions: list[SessionDraft], placed: dict[str, date]
) -> Iterator[tuple[SessionDraft, date | None]]:
    for session in sessions:
        day = placed.get(session.key)
        if session.starts and day != session.starts:
            yield session, day
