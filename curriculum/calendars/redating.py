"""A programme laid out for other dates: what moves, and what comes of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from curriculum.calendars.moves import (
    Tables,
    day_of,
    redated,
    weeks_between,
    with_terms,
)
from curriculum.calendars.term_dates import TermDates
from curriculum.calendars.toml_changes import rewritten
from curriculum.checks import all_rules
from curriculum.facts import Facts, gather
from curriculum.findings import Finding, SourceError
from curriculum.groups import each_group, together
from curriculum.model import Programme
from curriculum.pipeline import UnusableProgrammeError, in_order, load
from curriculum.readers.programme import TomlFile, open_folder, read_files
from curriculum.readers.programme.folder import CALENDAR

IN_HOLIDAY = "ASM106"
"""The rule that finds an assessment's date in a holiday."""

_HEADER = ("code", "title", "subtitle", "cohort", "rationale", "entry")
_DATE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
_BY_DATE = ("SEQ", "HRS", "ASM", "STD")
"""Families of rules that look at dates."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A date of a file before and after; None where there is none."""

    file: str
    what: str
    before: date | None
    after: date | None

    def __str__(self) -> str:
        if self.before is None:
            return f"{self.what}: {self.after:%a} {self.after}"
        if self.after is None:
            return f"{self.what}: {self.before:%a} {self.before} is taken out"
        return (
            f"{self.what}: {self.before:%a} {self.before} "
            f"becomes {self.after:%a} {self.after}"
        )


@dataclass(frozen=True, slots=True)
class LostCover:
    """An item that is no longer taught, or no longer assessed, in time."""

    framework: str
    item: str
    what: str

    def __str__(self) -> str:
        return f"{self.framework} {self.item} is no longer {self.what}"


@dataclass(frozen=True)
class Redating:
    """A programme before and after, and the tables that make the difference."""

    before: Facts
    after: Facts
    files: dict[str, tuple[TomlFile, Tables]]
    """Files that change, each with its new tables."""
    found: tuple[Finding, ...]
    """What rules about dates find now and did not find before."""

    @property
    def weeks(self) -> int:
        """By how many weeks the start moves."""
        old, new = (f.programme.calendar.starts for f in (self.before, self.after))
        return weeks_between(old, new)

    @property
    def moved(self) -> list[Moved]:
        """Every date of the files that changes, in the order of the files."""
        return [
            moved
            for file, tables in self.files.values()
            for moved in _moved(file.name, file.tables, tables)
        ]

    @property
    def fell_off(self) -> list[str]:
        """Keys of the sessions that have a date before, and none after."""
        dated = self.before.timetable.by_session
        return [s.key for _, s in self.after.timetable.unplaced if s.key in dated]

    @property
    def lost(self) -> list[LostCover]:
        """Items that lose their teaching or their assessment, in order."""
        kept = set(_cover(self.after))
        return [cover for cover in _cover(self.before) if cover not in kept]

    @property
    def in_holiday(self) -> list[Finding]:
        """Assessments that now have a date in a holiday."""
        return [f for f in self.found if f.code == IN_HOLIDAY]

    @property
    def dated_texts(self) -> list[str]:
        """Texts of the header that name a year, which nobody moves but a person."""
        calendar = self.before.programme.calendar
        years = {str(y) for y in range(calendar.starts.year, calendar.ends.year + 1)}
        header = self.before.programme
        return [
            f"programme.toml: {name} names {', '.join(named)} and stays as it is"
            for name in _HEADER
            if (named := sorted(y for y in years if y in str(getattr(header, name))))
        ]

    def texts(self, folder: Path) -> dict[str, bytes]:
        """The changed files as they are to be written; comments and order stay."""
        return {
            name: rewritten(
                name, (folder / name).read_bytes().decode("utf-8"), file.tables, tables
            ).encode("utf-8")
            for name, (file, tables) in self.files.items()
        }


def redate(folder: Path, start: date, college: TermDates | None = None) -> Redating:
    """A programme folder laid out from another first day on; nothing is written.

    Raises SourceError where there is no programme or no calendar.
    """
    programme, files = _opened(folder)
    return laid_out(programme, files, redated(files, start, college))


def with_college(folder: Path, college: TermDates) -> Redating:
    """A programme folder with the college's term dates; nothing is written."""
    programme, files = _opened(folder)
    calendar = next((file for file in files if file.name == CALENDAR), None)
    if calendar is None:
        raise SourceError(f"{folder}: has no {CALENDAR}")
    return laid_out(programme, files, with_terms(calendar, college))


def laid_out(
    programme: Programme, files: Iterable[TomlFile], tables: dict[str, Tables]
) -> Redating:
    """What comes of new tables for some files of a programme."""
    held = {file.name: file for file in files}
    changed = {
        name: (held[name], new)
        for name, new in tables.items()
        if new != held[name].tables
    }
    before, after = gather(programme), gather(_changed(programme, held, tables))
    found = _new(_of_dates(before), _of_dates(after))
    return Redating(before, after, changed, tuple(in_order(found)))


def _opened(folder: Path) -> tuple[Programme, list[TomlFile]]:
    loaded = load(folder)
    if loaded.programme is None:
        raise UnusableProgrammeError(loaded)
    return loaded.programme, open_folder(folder)[0]


def _changed(
    programme: Programme, held: dict[str, TomlFile], tables: dict[str, Tables]
) -> Programme:
    """The programme with what the new tables say; its modules stay."""
    draft = read_files(
        TomlFile(name, held[name].text, new) for name, new in tables.items()
    )
    update: dict[str, object] = {"calendar": draft.calendar or programme.calendar}
    if draft.assessments:
        update["assessments"] = tuple(draft.assessments)
    if draft.header is not None:
        update["end_point"] = draft.end_point
        update["verifications"] = tuple(draft.verifications)
    return programme.model_copy(update=update)


def _of_dates(facts: Facts) -> list[Finding]:
    """What rules about dates find; where there are groups, in each of them."""
    rules = [rule for rule in all_rules() if rule.code.startswith(_BY_DATE)]

    def found(held: Facts) -> list[Finding]:
        return [finding for rule in rules for finding in rule(held)]

    groups = {g.title: found(gather(own)) for g, own in each_group(facts.programme)}
    return list(together(groups)) if groups else found(facts)


def _new(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that were not there; their sentences differ, for they name dates."""
    known = Counter(_about(finding) for finding in before)
    for finding in after:
        about = _about(finding)
        if known[about]:
            known[about] -= 1
        else:
            yield finding


def _about(finding: Finding) -> tuple[str, str]:
    return finding.code, _DATE.sub("", finding.subject)


def _cover(facts: Facts) -> Iterator[LostCover]:
    """What is taught on a date, and assessed within the programme."""
    for (framework, item), teaching in facts.coverage.taught.items():
        if any(taught.placement for taught in teaching):
            yield LostCover(framework, item, "taught")
    calendar = facts.programme.calendar
    for (framework, item), assessing in facts.coverage.assessed.items():
        days = [a.assessment.hand_in for a in assessing]
        if any(day and calendar.starts <= day <= calendar.ends for day in days):
            yield LostCover(framework, item, "assessed")


def _moved(file: str, old: Any, new: Any, *names: str) -> Iterator[Moved]:  # noqa: ANN401 (TOML is untyped)
    """Every date that differs between two trees of tables."""
    if day_of(old) or day_of(new):
        if old != new:
            yield Moved(file, " ".join(names), day_of(old), day_of(new))
    elif isinstance(old, dict | None) and isinstance(new, dict | None):
        for key in dict.fromkeys((*(old or {}), *(new or {}))):
            yield from _moved(
                file, (old or {}).get(key), (new or {}).get(key), *names, key
            )
    elif isinstance(old, list | None) and isinstance(new, list | None):
        held, others = old or [], new or []
        for index in range(max(len(held), len(others))):
            one = held[index] if index < len(held) else None
            other = others[index] if index < len(others) else None
            name = _name(one or other, index)
            yield from _moved(file, one, other, *names[:-1], name)


def _name(table: Any, index: int) -> str:  # noqa: ANN401 (TOML is untyped)
    """How a table of an array is named: by its key or title."""
    if isinstance(table, dict):
        return str(table.get("key") or table.get("title") or f"number {index + 1}")
    return f"number {index + 1}"
