"""SEQ204."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import WITHOUT_NEW_CONTENT, taught_items
from curriculum.checks._verbs import session_reaches
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("SEQ204", Severity.WARNING)
def verb_level_falls(facts: Facts, *, least_fall_levels: int = 2) -> Hits:
    """The last session on a KSB asks less of learners than the first.

    ## What it checks
    For each item, the verbs of the objectives of its last session go at least as
    far as those of its first: at most ``least_fall_levels`` levels less, less one.
    Each verb has a range of levels (source_data/verbs.toml), and the ranges must be
    apart.  Reviews, catch-up and assessment sessions do not count.

    ## Why it matters
    A KSB that comes back should come back with more asked of it; naming what was
    already judged is time spent twice.

    ## What to do
    Raise the objective of the last session, or change the order.

    ## Settings
    ``least_fall_levels``: the fall, in levels from remember to create, from which
    it is told (2).

    ## Authority
    House rule, on the levels of the revised Bloom taxonomy.
    """
    reaches = facts.once(session_reaches)
    for taught in taught_items(facts):
        met = [
            (t.session.key, reach)
            for t in taught.teaching
            if t.session.kind not in WITHOUT_NEW_CONTENT
            and (reach := reaches[t.session.key])
        ]
        if len(met) > 1:
            (first, before), (last, after) = met[0], met[-1]
            if before.least - after.most >= least_fall_levels:
                yield (
                    taught.item,
                    (
                        f"{taught.name} falls from {before.verb} in {first} "
                        f"to {after.verb} in {last}"
                    ),
                )
