"""COV113."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About
from curriculum.checks._words import listed
from curriculum.coverage import Coverage
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Framework


@rule("COV113", Severity.WARNING)
def option_not_covered(facts: Facts) -> Hits:
    """A learner of one option of the standard meets KSBs that are not covered.

    ## What it checks
    For each option of a core-and-options standard: every KSB of its duties and of
    the core duties is taught and assessed, as far as the framework's policy asks it.

    ## Why it matters
    A learner takes one option.  Cover that looks nearly complete over all options
    may leave one of them without what it is about.

    ## What to do
    Teach or assess the KSBs that are named; or name the options that you teach
    (``options = ["…"]`` in the framework's table of programme.toml).

    ## Authority
    The duties of the standard, each core or of an option.
    """
    for framework in facts.programme.frameworks:
        for option in framework.options:
            said = _missing(framework, option, facts.coverage)
            if said:
                about = About(option, framework.source)
                yield about, f"option {option} of {framework.label}: {said}"


def _missing(framework: Framework, option: str, coverage: Coverage) -> str:
    needed = framework.needed_for(option)
    gaps = {
        "not taught": [
            item.key
            for item in needed
            if framework.policy.asks_teaching(item)
            and not coverage.teaching(framework.id, item.key)
        ],
        "not assessed": [
            item.key
            for item in needed
            if framework.asks_assessment(item)
            and not coverage.assessing(framework.id, item.key)
        ],
    }
    missing = {key for keys in gaps.values() for key in keys}
    covered = sum(item.key not in missing for item in needed)
    told = "; ".join(f"{what}: {listed(keys)}" for what, keys in gaps.items() if keys)
    return told and f"{covered} of {len(needed)} KSBs are covered; {told}"
