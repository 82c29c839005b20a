"""Words as they are compared: stemmed, one spelling, without those that say little."""

import re
from functools import cache, lru_cache

from curriculum.stemming import english_stemmer

_WORD = re.compile(r"c#|c\+\+|\.net\b|[^\W\d_]+|\d+", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['\u2019](?:s\b|(?=\w))")
_SPOKEN = {"c#": "c-sharp", "c++": "c-plus-plus", ".net": "dot-net"}
TEXTS_KEPT = 4096
SAYS_LITTLE = frozenset(
    """
    a across all also an and any appropriate are as at be been being between both by
    can could different do does e each eg etc for from g has have he her his how i ie
    if in include includes including into is it its may more most must not of on one
    or other others out own range relevant s she should so such than that the their
    them then there these they this those through to too under up upon us use used
    using via was we were what when where which while who why will with within would
    you your
    """.split()  # noqa: SIM905 (a list of a hundred lines says no more)
)
"""Words that stand in most statements of any standard."""

_ISE = re.compile(
    r"(?<=[a-z]{3})(?<!adv)(?<!dev)(?<!rev)(?<!chem)(?<!conc)(?<!prec)(?<!prem)"
    r"(?<!prom)(?<!exerc)(?<!compr)(?<!pract)(?<!superv)(?<!surpr)(?<!telev)(?<!improv)"
    r"(?<!expert)(?<!franch)(?<!comprom)(?<!enterpr)(?<!merchand)"
    r"is(?=(?:e|ed|es|er|ers|ing|ations?|ational)$)"
)
"""The British -ise, but not of words that are so spelt everywhere: the stemmer knows
the American form only."""
_SPELLINGS = (
    (re.compile(r"yz$"), "ys"),
    (re.compile(r"our$"), "or"),
    (re.compile(r"ogu$"), "og"),
    (re.compile(r"^(cent|fib|lit|met|theat)er$"), r"\1r"),
    (re.compile(r"ens$"), "enc"),
    (re.compile(r"([lp])\1$"), r"\1"),
    (re.compile(r"^gray$"), "grey"),
)
"""American and British endings of a stem, brought to one form.

Both sides pass through it, so it matters only that the two spellings meet.
"""


@cache
def stem(word: str) -> str:
    """The stem of one word in small letters, in one spelling."""
    if word in _SPOKEN:
        return _SPOKEN[word]
    found: str = english_stemmer().stemWord(_ISE.sub("iz", word))
    if len(found) > 3:  # noqa: PLR2004 (shorter stems have no ending to fold)
        for ending, one in _SPELLINGS:
            found = ending.sub(one, found)
    return found


@lru_cache(maxsize=TEXTS_KEPT)
def spoken(text: str) -> tuple[tuple[str, str], ...]:
    """Each word that says something: its stem, and the word as it is written."""
    plain = _APOSTROPHE.sub("", text)
    return tuple(
        (stem(word[0].lower()), word[0])
        for word in _WORD.finditer(plain)
        if word[0].lower() not in SAYS_LITTLE
        and (len(word[0]) > 1 or word[0].isdigit())
    )


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text, in its order."""
    return tuple(found for found, _ in spoken(text))
