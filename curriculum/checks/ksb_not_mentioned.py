"""COV206."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import taught_items
from curriculum.checks._stems import said_in, telling
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Session


@rule("COV206", Severity.WARNING)
def ksb_not_mentioned(facts: Facts, *, least_sessions: int = 1) -> Hits:
    """A KSB is claimed, and none of its words stand in the sessions that claim it.

    ## What it checks
    Of the words of an item's wording that have content, at least one stands in the
    texts of at least ``least_sessions`` of the sessions that teach it, in any
    ending: tested and testing are one.  Sessions with neither objectives nor
    activities, and the words listed in source_data/words.toml, do not count.

    ## Why it matters
    A mark without a word behind it is a blanket claim: whoever asks to be shown
    where the KSB is taught finds nothing.

    ## What to do
    Write into a session what it does for the KSB, or take the marks away.  Where
    the sessions say it in other words, record a waiver that names them.

    ## Settings
    ``least_sessions``: in how many sessions the KSB must be mentioned (1).

    ## Authority
    TIQPlus: specific evidence, not blanket claims
    (https://tiqplus.com/blog/ksb-mapping-guide.html).  Looking for words is a
    house rule.
    """
    said = facts.once(said_in)
    for taught in taught_items(facts):
        words = telling(taught.item.wording)
        cells = [t.session for t in taught.teaching if _written(t.session)]
        needed = min(least_sessions, len(cells)) if words else 0
        if sum(bool(said[cell.key].plainly(words)) for cell in cells) >= needed:
            continue
        mention = sum(said[cell.key].mentions(words) for cell in cells)
        if mention < needed:
            where = listed(cell.key for cell in cells)
            number = "none" if not mention else f"only {mention}"
            yield (
                taught.item,
                (
                    f"{taught.name} is claimed in {where}, and {number} of them "
                    f"mentions it: looked for {listed(words.values())}"
                ),
            )


def _written(session: Session) -> bool:
    return bool(session.tutor or session.learners or session.objectives)
