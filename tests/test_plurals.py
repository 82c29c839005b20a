"""Numbers with what they count."""

import pytest

from curriculum.plurals import many


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        (0, "session", "0 sessions"),
        (1, "session", "1 session"),
        (2_500, "session", "2,500 sessions"),
        (1, "duty", "1 duty"),
        (2, "duty", "2 duties"),
        (2, "day", "2 days"),
    ],
)
def test_numbers_with_what_they_count(number: int, noun: str, said: str) -> None:
    assert many(number, noun) == said
