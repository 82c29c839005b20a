"""COV202."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import module_marks, session_marks
from curriculum.checks._words import counted, figure, listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Module

_CELLS_NAMED = 3


@rule("COV202", Severity.WARNING)
def module_claims_most(
    facts: Facts,
    *,
    most_ksbs_percent: float = 40,
    most_times_per_hour: float = 2,
    least_modules: int = 5,
) -> Hits:
    """A module is marked far more densely than the programme as a whole.

    ## What it checks
    In a programme of ``least_modules`` or more, no module claims more than
    ``most_ksbs_percent`` of all items, and none has more than
    ``most_times_per_hour`` times as many marks for each hour as the programme.
    Frameworks that only advise do not count.

    ## Why it matters
    Not every module addresses everything.  A column that is ticked from top to
    bottom proves nothing, and hides where a KSB is really taught.

    ## What to do
    Keep the marks of what the module sets out to teach, starting with the sessions
    that are named.

    ## Settings
    ``most_ksbs_percent``: the greatest share of all items in one module (40).
    ``most_times_per_hour``: the most marks for each hour, as so many times those
    of the programme (2).
    ``least_modules``: programmes with fewer modules are not judged (5).

    ## Authority
    North Dakota State University: it is unlikely that every course addresses every
    outcome (https://www.ndsu.edu/assessment/mapping/).  The figures are a house
    rule.
    """
    modules = [module for module in facts.programme.modules if module.sessions]
    marked, items = module_marks(facts), len(set().union(*module_marks(facts).values()))
    if len(modules) < least_modules or not items:
        return
    marks = {module.key: _marks(facts, module) for module in modules}
    usual = sum(marks.values()) / sum(module.session_hours for module in modules)
    for module in modules:
        claimed = len(marked[module.key])
        share = 100 * claimed / items
        times = marks[module.key] / module.session_hours / usual
        if share > most_ksbs_percent or times > most_times_per_hour:
            yield (
                module,
                (
                    f"{module.key} claims {counted(claimed, 'KSB')}, {share:.0f} % of "
                    f"those taught, with {figure(times)} times as many marks an hour "
                    f"as the programme (at most {figure(most_ksbs_percent)} %, and "
                    f"{figure(most_times_per_hour)} times); "
                    f"fullest are {listed(_fullest(facts, module))}"
                ),
            )


def _marks(facts: Facts, module: Module) -> int:
    marks = session_marks(facts)
    return sum(len(marks[session.key]) for session in module.sessions)


def _fullest(facts: Facts, module: Module) -> list[str]:
    """The sessions with the most marks for their hours."""
    marks = session_marks(facts)
    fullest = sorted(module.sessions, key=lambda s: -len(marks[s.key]) / s.hours)
    return [session.key for session in fullest[:_CELLS_NAMED]]
