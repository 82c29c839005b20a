"""A change in the publisher's own grades, as a proposal.

The publisher tells *corrections* (of print), *adjustments* (no effect on the
occupational map, the funding band, or materially on what is assessed) and
*revisions* (an effect on any of them).  Two texts do not say what a change does to
a funding band, so what is derived from them is a proposal with its reasons.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from curriculum.versions.difference import Change, Difference, Match
from curriculum.versions.wording import only_spelling

AUTHORITY = (
    "corrections, adjustments and revisions: "
    "https://www.instituteforapprenticeships.org/developing-new-apprenticeships/"
    "revisions-adjustments-and-dispensations/"
)
STILL_THE_SAME = 0.8
"""House rule: a statement less alike than this asks for something else."""
_ON_THE_MAP = ("level", "route", "pathway", "cluster", "options", "title")


class Grade(StrEnum):
    """How weighty a change is."""

    NONE = "no change"
    CORRECTION = "correction"
    ADJUSTMENT = "adjustment"
    REVISION = "revision"

    @property
    def rank(self) -> int:
        """Its place in the ladder."""
        return list(Grade).index(self)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A grade, and the reasons that led to it."""

    grade: Grade
    reasons: tuple[str, ...]


def grade_of(match: Match) -> Grade:
    """The grade of one statement's change."""
    match match.change:
        case Change.UNCHANGED:
            return Grade.NONE
        case Change.RENUMBERED:
            return Grade.CORRECTION
        case Change.SPLIT | Change.MERGED:
            return Grade.ADJUSTMENT
        case Change.REWORDED:
            return _reworded(match)
    return Grade.REVISION


def _reworded(match: Match) -> Grade:
    old, new = match.old[0].wording, match.new[0].wording
    if match.same_words or only_spelling(old, new):
        return Grade.CORRECTION
    likely_same = match.certain and match.score >= STILL_THE_SAME
    return Grade.ADJUSTMENT if likely_same else Grade.REVISION


def proposal(difference: Difference) -> Proposal:
    """The grade of the whole: that of its weightiest change."""
    found = list(_reasons(difference))
    grade = max((g for g, _ in found), key=lambda g: g.rank, default=Grade.NONE)
    return Proposal(grade, tuple(reason for g, reason in found if g is grade))


def _reasons(difference: Difference) -> Iterator[tuple[Grade, str]]:
    for matches in (difference.items, difference.duties):
        for match in matches:
            if match.change is not Change.UNCHANGED:
                yield grade_of(match), f"{_name(match)} {match.change.value}"
    for link in difference.links:
        yield Grade.ADJUSTMENT, f"{_name(link.duty)} rests on other KSBs"
    for fact in difference.facts:
        grade = Grade.REVISION if fact.name in _ON_THE_MAP else Grade.ADJUSTMENT
        yield grade, f"{fact.name} was {fact.old}, is {fact.new}"


def _name(match: Match) -> str:
    return " and ".join(s.key for s in (match.old or match.new))
