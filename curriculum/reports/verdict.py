"""Whether a programme passes: which findings fail it, and which are known."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from curriculum.findings import Finding, Severity
from curriculum.reports.baseline import Baseline
from curriculum.reviewed import Review


@dataclass(frozen=True)
class Verdict:
    """A review, judged."""

    review: Review
    strict: bool = False
    """Whether a warning fails as an error does."""
    baseline: Baseline | None = None
    """What was found before: only what is new fails."""

    @cached_property
    def known(self) -> tuple[Finding, ...]:
        """Standing findings that the baseline holds."""
        return self.baseline.known(self.review.findings) if self.baseline else ()

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """Standing findings that the baseline does not hold; all if there is none."""
        return tuple(f for f, known in self.marked() if not known)

    @cached_property
    def failing(self) -> tuple[Finding, ...]:
        """The new findings that fail the programme."""
        return tuple(filter(self.fails, self.new))

    def fails(self, finding: Finding) -> bool:
        """Whether a new finding like this one fails the programme."""
        return self.strict or finding.severity is Severity.ERROR

    def marked(self) -> Iterator[tuple[Finding, bool]]:
        """Each standing finding, and whether it is known."""
        known = {id(finding) for finding in self.known}
        return ((f, id(f) in known) for f in self.review.findings)
