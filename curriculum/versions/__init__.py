"""What a new version of a published framework does to a programme.

``compare`` matches the statements of two editions, ``affected`` says what of a
programme rests on those that changed, ``migration`` carries its marks over.
"""

from curriculum.versions.compare import compare
from curriculum.versions.difference import Change, Difference, LinkChange, Match
from curriculum.versions.edition import Edition, Opened, Statement, edition_of, opened
from curriculum.versions.grades import Grade, Proposal, proposal
from curriculum.versions.impact import Impact, affected, verdict

__all__ = [
    "Change",
    "Difference",
    "Edition",
    "Grade",
    "Impact",
    "LinkChange",
    "Match",
    "Opened",
    "Proposal",
    "Statement",
    "affected",
    "compare",
    "edition_of",
    "opened",
    "proposal",
    "verdict",
]
