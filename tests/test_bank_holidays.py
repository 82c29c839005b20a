import subprocess
import sys
from datetime import date

import holidays

from curriculum.bank_holidays import bank_holidays


def test_are_those_that_the_library_gives_by_name() -> None:
    for country, part in (("GB", "ENG"), ("GB", "NIR"), ("IE", None), ("JE", None)):
        expected = holidays.country_holidays(
            country, subdiv=part, years=[2026, 2027, 2028], expand=False
        )
        division = f"{country}-{part}" if part else country
        found = bank_holidays(division, range(2026, 2029))
        assert found == dict(expected.items())


def test_scotland_rests_on_other_days_than_england() -> None:
    england = bank_holidays("GB-ENG", range(2027, 2028)) or {}
    scotland = bank_holidays("GB-SCT", range(2027, 2028)) or {}
    assert date(2027, 1, 4) in scotland
    assert date(2027, 1, 4) not in england
    assert date(2027, 3, 29) in england
    assert date(2027, 3, 29) not in scotland


def test_unknown_country_or_part_is_none() -> None:
    assert bank_holidays("QQ-ENG", range(2026, 2027)) is None
    assert bank_holidays("GB-ENX", range(2026, 2027)) is None
    assert bank_holidays("", range(2026, 2027)) is None


def test_does_not_import_every_country() -> None:
    asked = (
        "import sys; from curriculum.bank_holidays import bank_holidays; "
        "assert bank_holidays('GB-ENG', range(2026, 2028)); "
        "print('holidays.countries.france' in sys.modules)"
    )
    answer = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "False\n"
