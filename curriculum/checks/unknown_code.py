"""COV104."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._words import closest
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Claim, Link, Programme


@rule("COV104", Severity.ERROR)
def unknown_code(facts: Facts) -> Hits:
    """A mark names a code that the framework does not have.

    ## What it checks
    Every mark of a session or an assessment, and every claim of a module, names a
    framework of the programme and an item of that framework.

    ## Why it matters
    A mark for K26 where the standard has 25 counts nowhere: what it was meant for
    looks uncovered, and the reader of the grid looks for something that is not
    there.

    ## What to do
    Correct the code; check that the programme names the right version of the
    standard, since codes shift between versions.

    ## Authority
    The framework itself.
    """
    frameworks = {framework.id: framework for framework in facts.programme.frameworks}
    for where, mark in _marks(facts.programme):
        framework = frameworks.get(mark.framework)
        if framework is None:
            near = closest(mark.framework, frameworks)
            yield (
                mark,
                (
                    f"{where} {mark.item} of {mark.framework}, which is not "
                    f"a framework of the programme{near}"
                ),
            )
        elif mark.item not in framework.by_key:
            near = closest(mark.item, framework.by_key)
            yield (
                mark,
                f"{where} {mark.item}, which {framework.label} does not have{near}",
            )


def _marks(programme: Programme) -> Iterator[tuple[str, Link | Claim]]:
    for module in programme.modules:
        for claim in module.intends:
            yield f"{module.key} claims", claim
        for session in module.sessions:
            for link in session.teaches:
                yield f"{session.key} teaches", link
    for assessment in programme.assessments:
        for link in assessment.assesses:
            yield f"{assessment.key} assesses", link
