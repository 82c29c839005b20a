"""SEQ205."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import taught_items
from curriculum.checks._verbs import highest, reach, session_reaches, told
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ205", Severity.WARNING)
def taught_below_own_verb(facts: Facts) -> Hits:
    """No session on a KSB asks as much of learners as the KSB's own verb.

    ## What it checks
    Where an item opens with a verb whose level is known, such as apply or design,
    some session that teaches it has an objective whose verb goes as far.  Each verb
    has a range of levels (source_data/verbs.toml), and the ranges must be apart.

    ## Why it matters
    A skill that says apply and is only ever described is not taught.

    ## What to do
    Let learners do what the KSB says, and write the objective so.

    ## Authority
    House rule, on constructive alignment and the levels of the revised Bloom
    taxonomy.
    """
    reaches = facts.once(session_reaches)
    for taught in taught_items(facts):
        own = reach(taught.item.wording)
        best = highest(reaches[t.session.key] for t in taught.teaching)
        if own and best and best.most < own.least:
            where = listed(t.session.key for t in taught.teaching)
            yield (
                taught.item,
                (
                    f"{taught.name} opens with {told(own.verb, own.least)}, and the "
                    f"sessions that teach it go no further than "
                    f"{told(best.verb, best.most)}: {where}"
                ),
            )
