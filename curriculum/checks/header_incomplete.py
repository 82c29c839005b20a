"""DOC101."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_apprenticeship
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Programme

_ALWAYS = (
    "title",
    "level",
    "cohort",
    "version",
    "status",
    "issued",
    "author",
    "college",
    "awarding_organisation",
    "venue",
    "delivery_mode",
    "entry",
    "rationale",
)


@rule("DOC101", Severity.WARNING)
def header_incomplete(facts: Facts) -> Hits:
    """The header of the programme lacks what its documents must say.

    ## What it checks
    The programme states title, level, cohort, version, status, day of issue,
    author, college, awarding organisation (or why there is none), venue, mode of
    delivery, entry profile and rationale; an apprenticeship also its assessment
    organisation, and an approved programme its approver.

    ## Why it matters
    A document without version, author and date cannot be told from its
    predecessor, and is the first thing that is sent back.

    ## What to do
    Fill in the fields that are named, in programme.toml.

    ## Authority
    Pearson: version numbers are saved as the plan is changed; schemes of work of
    colleges carry the other fields (for one,
    https://www.scribd.com/document/700624894/BTEC-ESOW-Unit-1-and-7-2019-20).
    """
    programme = facts.programme
    missing = [name for name in _expected(programme) if _empty(programme, name)]
    if missing:
        yield programme, f"the header lacks {listed(missing)}"


def _expected(programme: Programme) -> Iterator[str]:
    yield from _ALWAYS
    if is_apprenticeship(programme):
        yield "assessment_organisation"
    if programme.status.strip().casefold() == "approved":
        yield "approver"


def _empty(programme: Programme, name: str) -> bool:
    value = getattr(programme, name)
    return value is None or (isinstance(value, str) and not value.strip())
