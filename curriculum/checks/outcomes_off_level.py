"""DOC203."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import About
from curriculum.checks._verbs import highest, level_name, reach, told
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.sources import expected_levels


@rule("DOC203", Severity.WARNING)
def outcomes_off_level(facts: Facts) -> Hits:
    """The verbs of a module's outcomes do not fit the level of the qualification.

    ## What it checks
    At least one outcome of every module opens with a verb that may go as far as is
    expected at the level of the programme, and none with a verb that certainly goes
    further.  Each verb has a range of levels, and each level what is expected
    (source_data/verbs.toml); verbs that are not known are not judged.

    ## Why it matters
    A level 3 module that only names and describes is taught at level 1, and a
    level 1 module that asks to evaluate is out of reach.

    ## What to do
    Choose the verb that says what learners at this level do.

    ## Authority
    House rule, on the levels of the revised Bloom taxonomy and of the Regulated
    Qualifications Framework; no source publishes a table.
    """
    level = facts.programme.level
    expected = expected_levels().get(level) if level is not None else None
    if expected is None:
        return
    least, most = expected
    for module in facts.programme.modules:
        reaches = [reach(outcome.text) for outcome in module.outcomes]
        best = highest(reaches)
        if best and all(reaches) and best.most < least:
            yield (
                module,
                (
                    f"the outcomes of {module.key} go no further than "
                    f"{told(best.verb, best.most)}; level {level} asks for "
                    f"{level_name(least)}"
                ),
            )
        for outcome, own in zip(module.outcomes, reaches, strict=True):
            if own and own.least > most:
                about = About(f"{module.key}.{outcome.key}", outcome.source)
                yield (
                    about,
                    (
                        f"{about.key} opens with {told(own.verb, own.least)}; level "
                        f"{level} goes up to {level_name(most)}"
                    ),
                )
