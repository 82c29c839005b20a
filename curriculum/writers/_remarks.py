"""What was found about a framework's items, and why findings are excepted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from curriculum.findings import Finding
from curriculum.model import Claim, Framework, Link, Programme, SourceRef
from curriculum.reviewed import Review


class Remarks:
    """Findings and waivers by item.

    A key may stand in two frameworks; then the place of a finding tells which
    of them is meant.
    """

    def __init__(self, review: Review) -> None:
        self._review = review
        programme = review.programme
        held = Counter(key for f in programme.frameworks for key in f.by_key)
        self._shared = {key for key, times in held.items() if times > 1}
        self._framework_at = dict(_places(programme)) if self._shared else {}
        self._waived: defaultdict[str, list[tuple[Finding, str]]] = defaultdict(list)
        for waived in review.waived:
            said = f"{waived.finding.code} waived: {waived.waiver.reason}"
            self._waived[waived.finding.subject].append((waived.finding, said))

    def codes(self, framework: Framework, key: str) -> str:
        """The codes of the standing findings about an item or a duty."""
        found = self._review.about(key)
        return ", ".join(
            dict.fromkeys(f.code for f in found if self._is_about(framework, key, f))
        )

    def reasons(self, framework: Framework, key: str) -> str:
        """Why findings about an item are excepted."""
        return "\n".join(
            dict.fromkeys(
                said
                for finding, said in self._waived.get(key, ())
                if self._is_about(framework, key, finding)
            )
        )

    def _is_about(self, framework: Framework, key: str, finding: Finding) -> bool:
        if key not in self._shared:
            return True
        return self._framework_at.get(finding.source, framework.id) == framework.id


def _places(programme: Programme) -> Iterator[tuple[SourceRef, str]]:
    for framework in programme.frameworks:
        yield from ((item.source, framework.id) for item in framework.items)
    for module, session in programme.sessions():
        yield from _framed(session.teaches)
        yield from _framed(module.intends)
    for assessment in programme.assessments:
        yield from _framed(assessment.assesses)


def _framed(marks: Iterable[Link | Claim]) -> Iterator[tuple[SourceRef, str]]:
    return ((mark.source, mark.framework) for mark in marks)
