"""What is graded together, and what each grade asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum.model import GradeDescriptor, GradeTheme, PerformanceDescriptor
from curriculum.readers._notes import Notes
from curriculum.readers._plan.headings import is_kind
from curriculum.readers._plan.methods import Method
from curriculum.readers._plan.said import (
    Said,
    is_only_keys,
    keys_in,
    statements_in,
    without_keys_at_end,
)
from curriculum.readers._plan.statements import Statements
from curriculum.readers._wording import plain

_NO_DESCRIPTOR = ("none", "n/a", "not applicable")
_GRADE = re.compile(r"(fail|pass|merit|credit|distinction)\b", re.IGNORECASE)
_THEME = re.compile(r"(?:grade )?themes?\b.*|ksbs grouped by theme|ksbs?\b.{0,20}")
_CATEGORY = re.compile(r"categor(?:y|ies)|(?:performance )?descriptors?|area")
CATEGORIES = (
    "applied knowledge",
    "applied skills",
    "regulatory and procedural awareness",
    "communication and collaboration",
    "information use and decision making",
    "responsibility and autonomy",
)
_LABELLED = re.compile(r"(pass|merit|distinction)\s*(?:[:–-]\s*(.*))?", re.IGNORECASE)


@dataclass(slots=True)
class Theme:
    """A theme as it is put together."""

    title: str
    method: Method | None
    line: int
    items: dict[str, None] = field(default_factory=dict)
    descriptors: list[tuple[str, str, int]] = field(default_factory=list)


class Grading:
    """Reads tables of themes and of performance descriptors."""

    def __init__(self, statements: Statements, notes: Notes) -> None:
        self.statements = statements
        self.notes = notes
        self.themes: list[Theme] = []
        self.descriptors: list[PerformanceDescriptor] = []
        self.grades: dict[int, str] = {}
        self.of_categories = self.open = False
        self.theme: Theme | None = None
        self.category = self.grade = ""

    def head(self, said: Said, *, descriptors: bool) -> bool:
        """Whether a row is the head of such a table."""
        first = plain(said.cells[0])
        grades = {
            at: match[1].casefold()
            for at, cell in enumerate(said.cells)
            if at and (match := _GRADE.match(cell))
        }
        kinds = any(is_kind(cell) for cell in said.cells[1:])
        themed = bool(_THEME.fullmatch(first)) and (bool(grades) or kinds)
        categories = bool(grades) and (bool(_CATEGORY.match(first)) or descriptors)
        no_theme = bool(grades) and bool(_GRADE.match(said.cells[0]))
        if not (themed or categories or (grades and not first) or no_theme):
            return False
        if no_theme:
            match = _GRADE.match(said.cells[0])
            grades[0] = match[1].casefold() if match else ""
        self.grades, self.of_categories = grades, categories
        self.open, said.used, self.theme = True, True, None
        return True

    def row(self, said: Said, method: Method | None) -> bool:
        """Read a row below such a head."""
        if not self.open:
            return False
        said.used = True
        if self.of_categories:
            self.category = said.cells[0] or self.category
            for at, grade in self.grades.items():
                if at < len(said.cells) and said.cells[at]:
                    self._describe(grade, said.cells[at], said)
            return True
        theme = self._theme(said, method)
        for at, cell in enumerate(said.cells):
            if at in self.grades and cell and cell.casefold() not in _NO_DESCRIPTOR:
                theme.descriptors.append((self.grades[at], cell, said.number))
                theme.items |= {} if theme.title else dict.fromkeys(keys_in(cell))
            elif at:
                theme.items |= dict.fromkeys(self._grouped(cell, said))
        return True

    def _grouped(self, cell: str, said: Said) -> Iterator[str]:
        """The keys of a cell of statements, or of keys alone."""
        for key, text in statements_in(cell):
            self.statements.keep(key, text, said)
            yield key
        if is_only_keys(cell):
            yield from keys_in(cell)

    def _theme(self, said: Said, method: Method | None) -> Theme:
        first = "" if 0 in self.grades else said.cells[0]
        keys = keys_in(first)
        title = "" if is_only_keys(first) else without_keys_at_end(first)
        if not first and self.theme and 0 not in self.grades:
            return self.theme
        for theme in self.themes:
            same = theme.method is method and theme.title.casefold() == title.casefold()
            if title and same:
                self.theme = theme
                theme.items |= dict.fromkeys(keys)
                return theme
        self.theme = Theme(title, method, said.number, dict.fromkeys(keys))
        self.themes.append(self.theme)
        return self.theme

    def line(self, said: Said) -> bool:
        """Read a line of performance descriptors that are not in a table."""
        if plain(said.text) in CATEGORIES:
            self.category, self.grade, said.used = said.text.rstrip(" :"), "", True
            return True
        match = _LABELLED.fullmatch(said.text)
        if match and self.category:
            self.grade, said.used = match[1].casefold(), True
            if match[2]:
                self._describe(self.grade, match[2], said)
            return True
        if self.category and self.grade:
            self._describe(self.grade, said.text, said)
            said.used = True
            return True
        return False

    def ends(self) -> None:
        """A heading ends a table."""
        self.open, self.theme = False, None
        self.category = self.grade = ""

    def _describe(self, grade: str, text: str, said: Said) -> None:
        at = self.notes.at(str(said.number))
        self.descriptors.append(
            PerformanceDescriptor(
                category=self.category, grade=grade, text=text, source=at
            )
        )

    def records(self) -> tuple[GradeTheme, ...]:
        """The themes as records."""
        return tuple(
            GradeTheme(
                title=theme.title,
                method=theme.method.key if theme.method else "",
                items=tuple(theme.items),
                descriptors=tuple(
                    GradeDescriptor(
                        grade=grade, text=text, source=self.notes.at(str(line))
                    )
                    for grade, text, line in theme.descriptors
                ),
                source=self.notes.at(str(theme.line)),
            )
            for theme in self.themes
        )
