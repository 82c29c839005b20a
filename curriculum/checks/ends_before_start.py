"""HRS110."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Closure, Term


@rule("HRS110", Severity.ERROR)
def ends_before_start(facts: Facts) -> Hits:
    """The programme, a term or a closure ends before it starts.

    ## What it checks
    The last day of the programme, of every term and of every closure is not
    earlier than its first day.

    ## Why it matters
    Nothing is taught in a programme or term the wrong way round, and a closure the
    wrong way round closes nothing.

    ## What to do
    Correct the dates.

    ## Authority
    Arithmetic.
    """
    calendar = facts.programme.calendar
    if calendar.ends < calendar.starts:
        yield (
            calendar,
            (
                f"the programme ends on {calendar.ends}, "
                f"before it starts on {calendar.starts}"
            ),
        )
    spans: tuple[Term | Closure, ...] = (*calendar.terms, *calendar.closures)
    for span in spans:
        if span.ends < span.starts:
            yield (
                span,
                f"{span.title} ends on {span.ends}, before it starts on {span.starts}",
            )
