"""The sheets of one framework: its items by module and by assessment, its duties."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from curriculum.model import Depth, Framework, FrameworkKind, Item, Module, Purpose
from curriculum.reviewed import Review
from curriculum.writers._crosswalked import crosswalked, met_by
from curriculum.writers._grid_duties import duties
from curriculum.writers._proposed import PROPOSED, WHAT_PROPOSED, proposed_cells
from curriculum.writers._remarks import Remarks
from curriculum.writers._sheets import (
    Cell,
    Column,
    Formula,
    Kind,
    Names,
    Sheet,
    letters,
)
from curriculum.writers._tally import DEPTH_LETTER

FIRST_MARK = 3
"""Marks follow the key, the kind and the wording."""

DEPTH_LETTERS = "depth_letters_"
PURPOSE_LETTERS = "purpose_letters_"
_DEPTHS = tuple(depth.letter for depth in Depth)
_PURPOSES = tuple(purpose.value[0].upper() for purpose in Purpose)
_ANY = "?*"


@dataclass(frozen=True, slots=True)
class ItemNames:
    """Names by which formulas speak of the columns of one framework's sheets."""

    kinds: str
    modules: str
    sessions: str
    assessments: str
    assessed_keys: str
    assessed_times: str

    @classmethod
    def of(cls, framework: Framework, names: Names) -> "ItemNames":
        """Six names that no other framework has."""
        parts = ("kinds", "modules", "sessions", "assessments", "tested", "tests")
        return cls(*(names.range("grid", framework.id, part) for part in parts))


@dataclass(frozen=True)
class ItemGrid:
    """One framework's items as rows, with what each sheet marks against them."""

    review: Review
    framework: Framework
    remarks: Remarks
    names: ItemNames

    @property
    def is_standard(self) -> bool:
        """Whether its items are KSBs; otherwise they are skills."""
        return self.framework.kind is FrameworkKind.STANDARD

    @property
    def plural(self) -> str:
        """What its sheets are about."""
        return "KSB" if self.is_standard else "Skills"

    @property
    def has_assessments(self) -> bool:
        """Whether there is a sheet by assessment: not for what is only advice."""
        return not self.framework.policy.advisory

    def sheets(self, prefix: str, names: Names) -> Iterator[Sheet]:
        """Its sheets; ``prefix`` tells them from those of another framework."""

        def name(what: str) -> str:
            return names.sheet(f"{prefix} {what}".strip())

        yield self.by_module(name(f"{self.plural} by module"))
        if self.has_assessments:
            yield self.by_assessment(name(f"{self.plural} by assessment"))
        if self.framework.duties:
            yield duties(self.review, self.framework, self.remarks, name("Duties"))

    def by_module(self, name: str) -> Sheet:
        """How deep each module takes each item."""
        modules = self.review.programme.modules
        columns = (
            *self._lead_columns(self.names.kinds),
            *(
                Column(_heading(m), Kind.MARK, 10, "", DEPTH_LETTERS, _DEPTHS)
                for m in modules
            ),
            Column("Modules that teach it", Kind.COUNT, 9, self.names.modules),
            Column("Sessions that teach it", Kind.COUNT, 9, self.names.sessions),
            Column("Assessments", Kind.COUNT, 12, self.names.assessments),
            *self._remark_columns,
        )
        return Sheet(
            name,
            self._title("module"),
            "The letter is the greatest depth to which a module takes the "
            f"{self._one}: I introduced, D developed, M mastered, T taught, "
            f"not graded. Blank: the module does not teach it.{self._of_proposals}",
            columns,
            [self._module_row(item, modules) for item in self.framework.items],
            frozen_columns=FIRST_MARK,
        )

    def by_assessment(self, name: str) -> Sheet:
        """Which assessments test each item."""
        held = self.review.programme.assessments
        columns = (
            *self._lead_columns("", self.names.assessed_keys),
            *(
                Column(
                    f"{a.key} {a.title}", Kind.MARK, 10, "", PURPOSE_LETTERS, _PURPOSES
                )
                for a in held
            ),
            Column("Formative", Kind.COUNT, 10),
            Column("Summative", Kind.COUNT, 10),
            Column("Assessments", Kind.COUNT, 12, self.names.assessed_times),
            *self._remark_columns,
        )
        return Sheet(
            name,
            self._title("assessment"),
            f"F: a formative assessment tests the {self._one}. "
            "S: a summative one does. Blank: the assessment does not test it."
            f"{self._of_proposals}",
            columns,
            [self._assessment_row(item) for item in self.framework.items],
            frozen_columns=FIRST_MARK,
        )

    @cached_property
    def _proposed(self) -> frozenset[tuple[str, str]]:
        """Item and module, or item and assessment, that nobody has confirmed."""
        return proposed_cells(self.review.programme, self.framework.id)

    @property
    def _of_proposals(self) -> str:
        return f" {PROPOSED}: {WHAT_PROPOSED}." if self._proposed else ""

    def _sign(self, item: Item, place: str) -> str:
        """What stands where nothing is marked."""
        return PROPOSED if (item.key, place) in self._proposed else ""

    @property
    def _one(self) -> str:
        return "KSB" if self.is_standard else "skill"

    def _title(self, what: str) -> str:
        return (
            f"{self.plural} by {what}: {self.framework.label}, {self.framework.title}"
        )

    def _lead_columns(self, kinds: str, keys: str = "") -> tuple[Column, ...]:
        key_width, text_width = (7, 44) if self.is_standard else (26, 28)
        heading = "KSB" if self.is_standard else "Skill"
        return (
            Column(heading, Kind.KEY, key_width, keys),
            Column("Kind", Kind.SHORT, 12 if self.is_standard else 18, kinds),
            Column("Wording", Kind.TEXT, text_width),
        )

    @cached_property
    def _reasons(self) -> dict[str, str]:
        items = self.framework.items
        return {i.key: self.remarks.reasons(self.framework, i.key) for i in items}

    @cached_property
    def _gives_reasons(self) -> bool:
        return self.framework.policy.advisory or any(self._reasons.values())

    @property
    def _remark_columns(self) -> tuple[Column, ...]:
        findings = Column("Findings", Kind.FLAG, 11)
        met = (Column("Met, by the confirmed crosswalk", Kind.TEXT, 30),)
        lead = (*(met if self._is_crosswalked else ()), findings)
        if not self._gives_reasons:
            return lead
        why = "Why it is not covered" if self.framework.policy.advisory else "Waivers"
        return (*lead, Column(why, Kind.TEXT, 44))

    def _row(self, item: Item, *middle: Cell) -> tuple[Cell, ...]:
        codes = self.remarks.codes(self.framework, item.key)
        reasons = (self._reasons[item.key],) if self._gives_reasons else ()
        met = (self._met(item),) if self._is_crosswalked else ()
        return (item.key, item.group, item.wording, *middle, *met, codes, *reasons)

    @cached_property
    def _is_crosswalked(self) -> bool:
        """Whether a list of skills was set against a standard, pair by pair."""
        walks = crosswalked(self.review.programme, self.framework)
        return self.framework.policy.advisory and bool(walks)

    def _met(self, item: Item) -> str:
        return met_by(self.review.programme, self.framework, item.key)

    def _module_row(self, item: Item, modules: tuple[Module, ...]) -> tuple[Cell, ...]:
        coverage, key = self.review.coverage, (self.framework.id, item.key)
        held = set(coverage.modules(*key))
        marks = [
            DEPTH_LETTER[coverage.depth_in(*key, m.key)]
            if m.key in held
            else self._sign(item, m.key)
            for m in modules
        ]
        sessions = len(coverage.teaching(*key))
        return self._row(item, *marks, self._count(marks), sessions, self._times(item))

    def _times(self, item: Item) -> Cell:
        times = len(self._testing(item))
        if not self.has_assessments:
            return times
        names = self.names
        found = f"MATCH($A{{row}},{names.assessed_keys},0)"
        return Formula(f"=INDEX({names.assessed_times},{found})", times)

    def _testing(self, item: Item) -> set[str]:
        held = self.review.coverage.assessing(self.framework.id, item.key)
        return {assessing.assessment.key for assessing in held}

    def _assessment_row(self, item: Item) -> tuple[Cell, ...]:
        testing = self._testing(item)
        marks = [
            letter if key in testing else self._sign(item, key)
            for key, letter in self._purposes
        ]
        counts = (self._count(marks, mark) for mark in ("F", "S", _ANY))
        return self._row(item, *marks, *counts)

    def _count(self, marks: list[str], mark: str = _ANY) -> Cell:
        """How many cells of the row hold a mark; a proposal is none."""
        if not marks:
            return 0
        held = sum(
            m not in {"", PROPOSED} if mark == _ANY else m == mark for m in marks
        )
        first, last = letters(FIRST_MARK), letters(FIRST_MARK + len(marks) - 1)
        cells = f"{first}{{row}}:{last}{{row}}"
        less = f'-COUNTIF({cells},"~{PROPOSED}")'
        less = less if mark == _ANY and self._proposed else ""
        return Formula(f'=COUNTIF({cells},"{mark}"){less}', held)

    @cached_property
    def _purposes(self) -> list[tuple[str, str]]:
        held = self.review.programme.assessments
        return [(a.key, a.purpose.value[0].upper()) for a in held]


def _heading(module: Module) -> str:
    return f"{module.key} {module.title}{' (optional)' if module.optional else ''}"
