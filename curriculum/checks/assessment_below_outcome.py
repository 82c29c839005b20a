"""ASM303."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About, assessments_of_outcomes
from curriculum.checks._verbs import highest, reach, reaches_within, told
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM303", Severity.WARNING)
def assessment_below_outcome(facts: Facts, *, least_gap_levels: int = 2) -> Hits:
    """No assessment of an outcome asks for as much as the outcome's own verb.

    ## What it checks
    Among the verbs in the title, method and brief of the assessments that test an
    outcome, the one that goes furthest stays less than ``least_gap_levels`` levels
    below the outcome's own verb.  Each verb has a range of levels
    (source_data/verbs.toml); assessments without a known verb are not judged.

    ## Why it matters
    Who is to design and is only asked to list has not been tested.

    ## What to do
    Ask in the brief for what the outcome says, or correct the outcome.

    ## Settings
    ``least_gap_levels``: the gap, in levels from remember to create, from which it
    is told (2).

    ## Authority
    House rule, on constructive alignment and the levels of the revised Bloom
    taxonomy.
    """
    tested = assessments_of_outcomes(facts)
    for module in facts.programme.modules:
        for outcome in module.outcomes:
            own = reach(outcome.text)
            asking = tested.get((module.key, outcome.key), [])
            texts = [f"{a.title}\n{a.method}\n{a.brief}" for a in asking]
            best = highest(r for text in texts for r in reaches_within(text))
            if own and best and own.least - best.most >= least_gap_levels:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield (
                    about,
                    (
                        f"{about.key} opens with {told(own.verb, own.least)}, and "
                        f"{listed(a.key for a in asking)} asks for no more than "
                        f"{told(best.verb, best.most)}"
                    ),
                )
