"""Findings of one document, bounded: what is wrong ten thousand times is said once."""

from collections import Counter
from collections.abc import Iterator

from curriculum.findings import Finding

MOST = 1_000
"""Of one code; a document with more is none of those that are published."""


class Findings(list[Finding]):
    """Keeps so many of each code, and counts the others."""

    def __init__(self) -> None:
        super().__init__()
        self.times: Counter[str] = Counter()
        self.first: dict[str, Finding] = {}

    def append(self, finding: Finding) -> None:
        """Keep a finding, or count it."""
        self.times[finding.code] += 1
        if self.times[finding.code] <= MOST:
            super().append(finding)
        else:
            self.first.setdefault(finding.code, finding)

    def in_order(self) -> Iterator[Finding]:
        """By line; then how many of each code are not listed, and from where on."""
        yield from sorted(self, key=lambda finding: int(finding.source.place))
        for code, first in self.first.items():
            more = self.times[code] - MOST
            message = f"{more:,} more of {code} from here on are not listed"
            yield first.model_copy(update={"message": message})
