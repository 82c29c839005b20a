"""STD102."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("STD102", Severity.WARNING)
def duty_names_missing_item(facts: Facts) -> Hits:
    """A duty of the standard names a KSB that the standard does not have.

    ## What it checks
    Every KSB that a duty names is one of the framework's items.

    ## Why it matters
    The standard as published is inconsistent, which happens, or a KSB was not
    read.  The duty's coverage is counted without it.

    ## What to do
    Compare with the published page; where a line was misread, add an erratum.

    ## Authority
    The standard itself.
    """
    for framework in facts.programme.frameworks:
        for duty in framework.duties:
            keys = dict.fromkeys(duty.ksbs)
            missing = [key for key in keys if framework.item(key) is None]
            if missing:
                yield (
                    duty,
                    (
                        f"{duty.key} names {listed(missing)}, "
                        f"which {framework.label} does not have"
                    ),
                )
