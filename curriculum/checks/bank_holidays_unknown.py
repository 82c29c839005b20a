"""HRS108."""

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("HRS108", Severity.WARNING)
def bank_holidays_unknown(facts: Facts) -> Hits:
    """The calendar names a country or division whose bank holidays are not known.

    ## What it checks
    The division that the calendar names is one that the holidays library knows:
    GB-ENG, GB-WLS, GB-SCT, GB-NIR, IE and so on; an empty text means none.

    ## Why it matters
    The programme is laid out as if there were no bank holidays, and sessions may
    stand on days when the college is shut.

    ## What to do
    Correct the division, or list the days as overrides.

    ## Authority
    The holidays library (https://pypi.org/project/holidays/).
    """
    if not facts.timetable.days.bank_holidays_known:
        calendar = facts.programme.calendar
        yield calendar, f"no bank holidays are known for {calendar.bank_holidays}"
