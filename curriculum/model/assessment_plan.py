"""Assessment plans: how a standard is assessed, in the older form and the reformed."""

from enum import StrEnum
from functools import cached_property
from typing import Literal

from curriculum.model.base import Record, SourceRef
from curriculum.model.framework import AssessmentOutcome
from curriculum.model.standard import Ksb


class Regime(StrEnum):
    """By which rules a plan is made."""

    EPA = "epa"
    """Methods at the end, each with the KSBs that it assesses."""
    REFORMED = "reformed"
    """Assessment outcomes, each with its knowledge and skills."""


class PlanMethod(Record):
    """One method of assessment, and the KSBs that the plan maps to it."""

    key: str
    """Its number in the plan: "AM1"."""
    title: str
    mandatory: bool | None = None
    """Whether every assessment must use it; None where the plan does not say."""
    grades: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    source: SourceRef


class GradeDescriptor(Record):
    """What one grade asks for."""

    grade: str
    text: str
    source: SourceRef


class GradeTheme(Record):
    """KSBs that are graded together within one method."""

    title: str
    method: str = ""
    """Key of the method; empty where the plan does not say."""
    items: tuple[str, ...] = ()
    descriptors: tuple[GradeDescriptor, ...] = ()
    source: SourceRef


class PerformanceDescriptor(Record):
    """What a grade means in one category, in a reformed plan."""

    category: str
    grade: str
    text: str
    source: SourceRef


class AssessmentPlan(Record):
    """A published plan for the assessment of one standard."""

    record: Literal["assessment plan"] = "assessment plan"
    reference: str
    title: str
    version: str = ""
    level: int | None = None
    regime: Regime
    statements: tuple[Ksb, ...] = ()
    """The KSBs as the plan prints them; a plan may name keys alone."""
    methods: tuple[PlanMethod, ...] = ()
    themes: tuple[GradeTheme, ...] = ()
    outcomes: tuple[AssessmentOutcome, ...] = ()
    descriptors: tuple[PerformanceDescriptor, ...] = ()
    verified: tuple[str, ...] = ()
    """Keys of the behaviours that the employer verifies."""
    licence: str = ""
    source: SourceRef

    @property
    def key(self) -> str:
        """Its reference."""
        return self.reference

    @cached_property
    def named(self) -> dict[str, SourceRef]:
        """Every KSB that the plan names, and where it does so first."""
        found = {ksb.key: ksb.source for ksb in self.statements}
        parts = [(m.items, m.source) for m in self.methods]
        parts += [(t.items, t.source) for t in self.themes]
        parts += [(o.items, o.source) for o in self.outcomes]
        for items, source in parts:
            for key in items:
                found.setdefault(key, source)
        for key in self.verified:
            found.setdefault(key, self.source)
        return found
