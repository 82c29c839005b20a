"""COV108."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.coverage import Coverage, DutyCoverage
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Duty, Framework


@rule("COV108", Severity.WARNING)
def duty_not_fully_covered(facts: Facts) -> Hits:
    """A duty rests on KSBs that are not all taught and assessed.

    ## What it checks
    Every KSB that a duty names is taught and assessed, as far as the framework's
    policy asks it.  The percentage is the share of the duty's KSBs that are both.

    ## Why it matters
    Employers think in duties: one that is half covered is a part of the job that
    the apprentice is not prepared for.

    ## What to do
    Teach or assess the KSBs that are named.

    ## Authority
    The mapping of duties to KSBs that is published with the standard.
    """
    duties = [(f, duty) for f in facts.programme.frameworks for duty in f.duties]
    for (framework, duty), counted in zip(duties, facts.coverage.duties, strict=True):
        missing = _missing(framework, duty, facts.coverage)
        if missing:
            yield duty, f"{_share(counted)}; {missing}"


def _share(duty: DutyCoverage) -> str:
    return (
        f"{duty.duty} is covered to {duty.percent} %, "
        f"{duty.both} of {duty.items} KSBs taught and assessed"
    )


def _missing(framework: Framework, duty: Duty, coverage: Coverage) -> str:
    items = [i for key in dict.fromkeys(duty.ksbs) if (i := framework.item(key))]
    untaught = [
        item.key
        for item in items
        if framework.policy.asks_teaching(item)
        and not coverage.teaching(framework.id, item.key)
    ]
    unassessed = [
        item.key
        for item in items
        if framework.asks_assessment(item)
        and not coverage.assessing(framework.id, item.key)
    ]
    parts = (("not taught", untaught), ("not assessed", unassessed))
    return "; ".join(f"{what}: {listed(keys)}" for what, keys in parts if keys)
