"""How alike two titles are, and which words make them so."""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches

from curriculum.suggest.index import rarity
from curriculum.suggest.words import spoken, stems

_DEGREE = re.compile(r"\((?:non-)?(?:integrated\s+)?degree\)", re.IGNORECASE)
_ROLES = frozenset(
    stems(
        "administrator adviser advisor analyst assistant engineer executive leader "
        "manager occupation officer operator practitioner professional specialist "
        "supervisor technician worker"
    )
)
"""Words that say what somebody is and not what the work is about."""
_NEAR = 0.6
"""So alike are a name and its misspelling."""


def words_of(title: str) -> frozenset[str]:
    """The stems of a title; that a degree comes with it is no part of it."""
    return frozenset(stems(_DEGREE.sub(" ", title)))


def same_title(one: str, other: str) -> bool:
    """Whether two titles have the same words, whatever their endings."""
    return bool(words_of(one)) and words_of(one) == words_of(other)


def alike(one: str, other: str) -> float:
    """How many words two titles share, of all they have (Dice): 0 to 1."""
    a, b = words_of(one), words_of(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def weights(titles: Collection[str]) -> dict[str, float]:
    """How special each stem is among titles: the rarer, the more it says."""
    return rarity([tuple(words_of(title)) for title in titles])


def weighed(one: str, other: str, special: Mapping[str, float]) -> float:
    """How much of what is special in two titles they share: 0 to 1.

    Two analysts, of whatever, have nothing in common.
    """
    a, b = words_of(one), words_of(other)
    both = _sum(a & b, special) if a & b - _ROLES else 0.0
    return 2 * both / (_sum(a, special) + _sum(b, special) or 1.0)


def within(title: str, text: str, special: Mapping[str, float]) -> float:
    """How much of what is special in a title stands in a text: 0 to 1.

    One word of it alone is chance.
    """
    own = words_of(title)
    there = own & set(stems(text))
    if len(there - _ROLES) < 2:  # noqa: PLR2004 (more than one)
        return 0.0
    return _sum(there, special) / (_sum(own, special) or 1.0)


def shared(title: str, *texts: str) -> tuple[str, ...]:
    """The words of a title that stand in the texts too, as the title has them."""
    there = {stem for text in texts for stem in stems(text)}
    return tuple(dict.fromkeys(word for stem, word in spoken(title) if stem in there))


def nearest(name: str, names: Iterable[str], most: int = 5) -> tuple[str, ...]:
    """The names that somebody may have meant: misspelt, or of some of its words."""
    by_fold = {each.casefold(): each for each in names}
    near = get_close_matches(name.casefold(), by_fold, n=most, cutoff=_NEAR)
    found = dict.fromkeys(by_fold[fold] for fold in near)
    some = sorted(
        (each for each in by_fold.values() if alike(name, each)),
        key=lambda each: (-alike(name, each), each),
    )
    return tuple({**found, **dict.fromkeys(some)})[:most]


def _sum(words: Iterable[str], special: Mapping[str, float]) -> float:
    return sum(special.get(word, 1.0) for word in words)
