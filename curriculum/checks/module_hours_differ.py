"""HRS105."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity

_ROUNDING_HOURS = 0.01


@rule("HRS105", Severity.WARNING)
def module_hours_differ(facts: Facts, *, tolerated_percent: float = 0) -> Hits:
    """A module declares other hours than its sessions last.

    ## What it checks
    Where a module declares its hours, they differ from the sum of its sessions by
    no more than ``tolerated_percent``.

    ## Why it matters
    An external verifier asks for the reason when delivery differs from the hours
    that are declared.

    ## What to do
    Correct the declared hours or the sessions; if the rest is independent study,
    say so in a waiver.

    ## Settings
    ``tolerated_percent``: the difference that is accepted, in percent of the
    declared hours (0).

    ## Authority
    Unit templates: the durations of the sessions must add up to the contact hours
    (https://pt.scribd.com/document/2919774/UNITSCHEMEOFWORKTEMPLATE).
    """
    for module in facts.programme.modules:
        if not module.hours:
            continue
        difference = module.session_hours - module.hours
        tolerated = module.hours * tolerated_percent / 100
        if abs(difference) > tolerated + _ROUNDING_HOURS:
            more = "more" if difference > 0 else "fewer"
            yield (
                module,
                (
                    f"{module.key} declares {hours(module.hours)}, and its sessions "
                    f"last {figure(module.session_hours)}, "
                    f"{figure(abs(difference))} {more}"
                ),
            )
