"""How long a statement takes to teach, as this programme teaches such statements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from curriculum.facts import Facts
from curriculum.versions.edition import Statement

IN_PART = 0.5
"""What is left to teach of a statement that is carried in part: a convention."""
ALL = "all kinds"


@dataclass(frozen=True, slots=True)
class Estimate:
    """Mean hours a statement, for each kind and for all together."""

    hours: dict[str, float]
    counts: dict[str, int]

    @classmethod
    def of(cls, facts: Facts) -> "Estimate":
        """Each session's hours are shared equally among the statements it marks.

        Statements of frameworks that only advise count for nothing here.
        """
        groups = {
            (framework.id, item.key): item.group
            for framework in facts.programme.frameworks
            if not framework.policy.advisory
            for item in framework.items
        }
        taught: defaultdict[tuple[str, str], float] = defaultdict(float)
        for _, session in facts.programme.sessions():
            marks = {(m.framework, m.item) for m in session.teaches} & groups.keys()
            for mark in marks:
                taught[mark] += session.hours / len(marks)
        kinds: defaultdict[str, list[float]] = defaultdict(list)
        for mark, hours in taught.items():
            kinds[groups[mark]].append(hours)
            kinds[ALL].append(hours)
        return cls(
            {kind: fmean(hours) for kind, hours in kinds.items()},
            {kind: len(hours) for kind, hours in kinds.items()},
        )

    def of_one(self, statement: Statement) -> float:
        """Hours for one statement: of its kind, or of all where there is none alike."""
        return self.hours.get(statement.group, self.hours.get(ALL, 0.0))

    def infill(self, whole: Iterable[Statement], part: Iterable[Statement]) -> float:
        """Hours for statements to be taught anew, and for those carried in part."""
        new = sum(map(self.of_one, whole))
        return new + IN_PART * sum(map(self.of_one, part))

    @property
    def basis(self) -> str:
        """How the figure comes about, in a sentence."""
        if ALL not in self.hours:
            return "No session is marked, so that no hours can be estimated"
        kinds = "; ".join(
            f"{kind} {self.hours[kind]:.1f} h (mean of {self.counts[kind]})"
            for kind in self.hours
        )
        return (
            "Estimate: each session's hours shared equally among the statements that "
            f"it is marked with here, as a mean for a statement: {kinds}; "
            f"a statement carried in part counts {IN_PART:g}"
        )
