"""The findings as one page that opens anywhere: no script, nothing to fetch.

Gaps come first; each rule's documentation stands with what it found.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from curriculum.findings import Finding, Severity, counted
from curriculum.model import Framework
from curriculum.reviewed import Review
from curriculum.waivers import Waived
from curriculum.writers._explanations import Explanation, explanation
from curriculum.writers._pages import page
from curriculum.writers._proposed import Shown, shown
from curriculum.writers._tally import Hours, Tally, hours, named, tallies, whole

FILENAME = "findings.html"
TITLE = "Findings to read"
SUMMARY = "What the checks found, each with its explanation, to read"


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that one rule found."""

    code: str
    severity: Severity
    findings: tuple[Finding, ...]
    explanation: Explanation | None

    @property
    def heading(self) -> str:
        """The code, and the fault in a sentence where the rule is documented."""
        said = self.explanation.summary.rstrip(".") if self.explanation else ""
        return f"{self.code}: {said}" if said else self.code

    @property
    def counted(self) -> str:
        """How many findings there are."""
        return counted(self.findings)


@dataclass(frozen=True, slots=True)
class Covered:
    """What is covered of a framework: all, and each kind."""

    framework: Framework
    whole: Tally
    kinds: tuple[Tally, ...]

    @property
    def asks_assessment(self) -> bool:
        """Whether its policy asks that anything of it be assessed."""
        return any(map(self.framework.asks_assessment, self.whole.items))

    @property
    def not_taught(self) -> str:
        """What no session teaches, in words."""
        return named(self.framework, self.whole.not_taught)

    @property
    def not_assessed(self) -> str:
        """What no assessment assesses, in words."""
        return named(self.framework, self.whole.not_assessed)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the page shows."""

    review: Review
    covered: tuple[Covered, ...]
    hours: Hours
    found: tuple[Found, ...]
    published: tuple[Found, ...]
    waived: tuple[Waived, ...]
    counts: dict[str, str]
    proposed: tuple[Shown, ...]
    """Apart from everything that is counted."""


def write(review: Review, path: Path) -> None:
    """Write the page."""
    held = contents(review)
    path.write_bytes(page(FILENAME, page=held, programme=review.programme))


def contents(review: Review) -> Contents:
    """What the page shows, as plain values."""
    return Contents(
        review,
        tuple(_covered(review, f) for f in review.programme.frameworks if f.items),
        hours(review.programme),
        _by_code(review, review.findings),
        _by_code(review, review.published),
        review.waived,
        {
            "findings": counted(review.findings),
            "waived": counted(w.finding for w in review.waived),
            "published": counted(review.published),
        },
        shown(review.programme),
    )


def _covered(review: Review, framework: Framework) -> Covered:
    coverage = review.coverage
    return Covered(framework, whole(framework, coverage), tallies(framework, coverage))


def _by_code(review: Review, findings: Iterable[Finding]) -> tuple[Found, ...]:
    """Findings by rule; errors, which stand in the way of approval, come first."""
    order = attrgetter("severity", "code")
    return tuple(
        Found(code, severity, tuple(held), _explained(review, code))
        for (severity, code), held in groupby(sorted(findings, key=order), key=order)
    )


def _explained(review: Review, code: str) -> Explanation | None:
    text = review.explanations.get(code)
    return explanation(text) if text else None
