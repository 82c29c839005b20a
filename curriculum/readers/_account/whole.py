"""The account of any source."""

from collections.abc import Iterable

from curriculum.readers._account.of_json import account_of_json
from curriculum.readers._account.of_long_text import account_of_long_text
from curriculum.readers._account.of_text import account_of_text
from curriculum.readers._account.record import Account
from curriculum.readers._text import SourceText

LONG = 300_000
"""Characters; published documents have some 20,000 to 150,000."""


def account_of(text: SourceText, things: Iterable[object], reader: str) -> Account:
    """What became of each character of a source."""
    if text.is_json:
        return account_of_json(text, things)
    if sum(len(line.printed) for line in text.lines) > LONG:
        return account_of_long_text(text, things, reader)
    return account_of_text(text, things, reader)
