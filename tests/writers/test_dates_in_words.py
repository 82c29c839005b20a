"""Findings in documents name days and months as people write them."""

import pytest

from curriculum.writers._words import dates_in_words


@pytest.mark.parametrize(
    ("found", "printed"),
    [
        ("no session is planned in 2027-08", "no session is planned in August 2027"),
        ("from 2027-08 to 2027-10", "from August 2027 to October 2027"),
        ("due on 2026-09-04, in week 3", "due on 4 September 2026, in week 3"),
    ],
)
def test_days_and_months_are_written_out(found: str, printed: str) -> None:
    assert dates_in_words(found) == printed


@pytest.mark.parametrize(
    "text", ["SDT-2026-09", "plans/2026-09.toml", "2026-13", "2026-02-30", "ISO 8601-2"]
)
def test_codes_files_and_what_is_no_date_stay(text: str) -> None:
    assert dates_in_words(text) == text
