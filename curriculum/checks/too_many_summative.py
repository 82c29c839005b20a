"""ASM304."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._notions import of_purpose
from curriculum.checks._words import figure, hours, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Module, Purpose

_MOST = ((10, 1), (15, 2), (20, 3), (30, 3), (40, 4), (60, 4))
"""Credits of a module, and the most summative items that it should have."""
_HOURS_A_CREDIT = 10


@rule("ASM304", Severity.WARNING)
def too_many_summative(facts: Facts, *, tolerated_items_per_module: int = 1) -> Hits:
    """A module has more summative assessments than its hours bear.

    ## What it checks
    A module has no more summative assessments than is usual for its hours, taken
    as credits of ten hours: one up to 10 credits, two up to 15, three up to 30,
    four above; and ``tolerated_items_per_module`` more.  Versions of one assessment
    count once.

    ## Why it matters
    Learners work for the next deadline, and the time to learn goes into marking.

    ## What to do
    Join assessments, or make one of them formative.

    ## Settings
    ``tolerated_items_per_module``: how many more are accepted, since the published
    limits count independent study as well and modules here count taught hours (1).

    ## Authority
    University of Lincoln, assessment loading per module
    (https://oqsp.blogs.lincoln.ac.uk/assessment-loading-per-module), and a
    university handbook on academic quality
    (http://rdgrny.com/services/registry/aqphandbook/12_assessment/assessment-load);
    no equivalent is published for further education.
    """
    counting: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for assessment in of_purpose(facts, Purpose.SUMMATIVE):
        one = assessment.version_of or assessment.key
        counting[assessment.module].setdefault(one, assessment.key)
    for module in facts.programme.modules:
        keys = counting[module.key].values()
        most = _most(module) + tolerated_items_per_module
        if module.session_hours and len(keys) > most:
            yield (
                module,
                (
                    f"{module.key} has {len(keys)} summative assessments in "
                    f"{hours(_length(module))}, more than {figure(most)}: "
                    f"{listed(keys)}"
                ),
            )


def _length(module: Module) -> float:
    return module.hours or module.session_hours


def _most(module: Module) -> int:
    credits_ = _length(module) / _HOURS_A_CREDIT
    return next((most for upto, most in _MOST if credits_ <= upto), _MOST[-1][1])
