"""A review: a programme, and everything that was found about it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from curriculum.coverage import Coverage
from curriculum.facts import Facts
from curriculum.findings import Finding, Severity
from curriculum.model import Learner, Programme, Waiver
from curriculum.routes import Routes
from curriculum.timetable import Timetable
from curriculum.waivers import Waived


@dataclass(frozen=True)
class Review:
    """What writers set out.

    ``findings`` are for the author to act on; ``published`` concern the source
    documents; ``waived`` are excepted with a reason.  Each is in order of code
    and place.  ``explanations`` holds each rule's documentation by its code.
    """

    facts: Facts
    findings: tuple[Finding, ...] = ()
    published: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()
    explanations: Mapping[str, str] = field(default_factory=dict)
    learner: Learner | None = None
    """For whom documents about one learner are written."""
    templates: Path | None = None
    """The college's folder of Word templates; what it lacks is the shipped one."""
    sign: Callable[[bytes], bytes] | None = None
    """Signs the facts that documents carry."""
    seed: str = ""
    """What a sample of traces is drawn by; empty for one that the facts give."""
    packed: tuple[str, ...] = ()
    """File names of the documents that a review pack holds; empty for the usual."""
    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """PDFs that a review pack holds, by the file name of the document."""
    pages: Mapping[tuple[str, str], int] = field(default_factory=dict)
    """The page of a PDF on which a row stands, by document and row."""

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

    @cached_property
    def routes(self) -> Routes:
        """The valid choices of optional modules, of which each was checked."""
        return Routes.of(self.programme)

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """By which policy each framework was judged, and for how many choices."""
        held = tuple(
            f"{framework.label} was judged by: {framework.policy.statement}"
            for framework in self.programme.frameworks
        )
        return (*held, self._routes_checked) if self.routes.modules else held

    @property
    def _routes_checked(self) -> str:
        return (
            f"Coverage, order and hours were checked for each of the "
            f"{self.routes.count:,} valid choices of modules"
        )

    def about(self, key: str) -> tuple[Finding, ...]:
        """The standing findings whose subject has that key."""
        return tuple(self._by_subject.get(key, ()))
