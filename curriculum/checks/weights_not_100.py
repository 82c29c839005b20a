"""ASM104."""

from collections import defaultdict

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Purpose

_WHOLE_PERCENT = 100


@rule("ASM104", Severity.ERROR)
def weights_not_100(facts: Facts) -> Hits:
    """The weights of a module's summative assessments do not add up to 100 %.

    ## What it checks
    Within each module, and for assessments of the whole programme, the weights of
    the summative assessments add up to 100 %, rounded to whole percents.  Where
    none of them has a weight there is nothing to add up.

    ## Why it matters
    A module result cannot be worked out from weights that make 90 or 110.

    ## What to do
    Correct the weights; a formative assessment carries none.

    ## Authority
    Arithmetic.
    """
    groups: defaultdict[str, list[Assessment]] = defaultdict(list)
    for assessment in facts.programme.assessments:
        if assessment.purpose is Purpose.SUMMATIVE:
            groups[assessment.module].append(assessment)
    for key, group in groups.items():
        total = sum(a.weight or 0 for a in group)
        weighted = any(a.weight is not None for a in group)
        if weighted and round(total) != _WHOLE_PERCENT:
            parts = listed(f"{a.key} {figure(a.weight or 0)} %" for a in group)
            where = key or "the programme"
            yield (
                facts.programme.module(key) or group[0],
                (
                    f"the summative assessments of {where} weigh {figure(total)} % "
                    f"in all: {parts}"
                ),
            )
