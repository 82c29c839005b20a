"""ASM308."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import figure
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM308", Severity.WARNING)
def assessed_late(
    facts: Facts, *, first_by_weeks: int = 6, least_weeks: int = 18
) -> Hits:
    """Nothing is assessed in the first weeks of the programme.

    ## What it checks
    In a programme of ``least_weeks`` delivery weeks or more, the first assessment,
    formative or summative, is handed in by the end of delivery week
    ``first_by_weeks``.  Programmes without any date of hand-in are left to ASM111.

    ## Why it matters
    Who is at risk should be known while there is time to help.

    ## What to do
    Add an early formative assessment, or bring one forward.

    ## Settings
    ``first_by_weeks``: the delivery week by which the first is handed in (6).
    ``least_weeks``: shorter programmes are not judged (18).

    ## Authority
    A university handbook on academic quality: an assessment early in every
    programme (http://rdgrny.com/services/registry/aqphandbook/12_assessment/assessment-load).
    The figures are a house rule.
    """
    timetable = facts.timetable
    dated = [(a.hand_in, a) for a in facts.programme.assessments if a.hand_in]
    mondays = [week.monday for week in timetable.weeks if week.number]
    if len(mondays) < least_weeks or not dated:
        return
    day, first = min(dated, key=lambda due: (due[0], due[1].key))
    week = sum(monday <= day for monday in mondays)
    if week > first_by_weeks:
        yield (
            first,
            (
                f"the first assessment, {first.key}, is handed in on {day}, in week "
                f"{week}, after week {figure(first_by_weeks)}"
            ),
        )
