"""A review: a programme, and everything that was found about it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from curriculum.coverage import Coverage
from curriculum.facts import Facts
from curriculum.findings import Finding, Severity
from curriculum.model import Programme, Waiver
from curriculum.timetable import Timetable
from curriculum.waivers import Waived


@dataclass(frozen=True)
class Review:
    """What writers set out.

    ``findings`` are for the author to act on; ``published`` concern the source
    documents; ``waived`` are excepted with a reason.  Each is in order of code
    and place.
    """

    facts: Facts
    findings: tuple[Finding, ...] = ()
    published: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()

    @property
    def programme(self) -> Programme:
        """The programme that was reviewed."""
        return self.facts.programme

    @property
    def timetable(self) -> Timetable:
        """Its sessions in real dates."""
        return self.facts.timetable

    @property
    def coverage(self) -> Coverage:
        """What is taught and assessed."""
        return self.facts.coverage

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of approval."""
        return any(f.severity is Severity.ERROR for f in self.findings)

    @cached_property
    def _by_subject(self) -> dict[str, list[Finding]]:
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            found[finding.subject].append(finding)
        return found

    def about(self, key: str) -> tuple[Finding, ...]:
        """The standing findings whose subject has that key."""
        return tuple(self._by_subject.get(key, ()))
