"""Words without their endings, so that "tested" and "testing" are one."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from curriculum.facts import Facts
from curriculum.model import Session
from curriculum.sources import hollow_words, words_alike
from curriculum.stemming import english_stemmer

_WORD = re.compile(r"[^\W_]+(?:[+#]+|['\u2019][^\W_]+)?")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_BRITISH = (
    (re.compile(r"(?<=\w{3})is(?=(?:e|es|ed|er|ers|ing|ations?)$)"), "iz"),
    (re.compile(r"(?<=\w{3})ys(?=(?:e|es|ed|er|ers|ing)$)"), "yz"),
    (re.compile(r"(?<=\w{3})our(?=(?:s|ed|ing|al|able|ite)?$)"), "or"),
    (re.compile(r"(?<=gram)me(?=s?$)"), ""),
    (re.compile(r"(?<=\w{3}[aeiou])ll(?=(?:ed|er|ers|ing)$)"), "l"),
)
"""British spellings, made American on both sides of a comparison."""
_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_MOST_KEPT = 50_000
_KEPT = 3
"""Letters at the beginning of a word that stemming never changes in a longer root."""


@lru_cache(_MOST_KEPT)
def stem(word: str) -> str:
    """The root of a word, or of words that stand for one another that of the first."""
    own = root(word)
    return _alike().get(own, own)


@lru_cache(_MOST_KEPT)
def root(word: str) -> str:
    """A word without its ending, case, accents and British spelling."""
    plain = _letters(word.casefold())
    for british, american in _BRITISH:
        plain = british.sub(american, plain)
    stemmed: str = english_stemmer().stemWord(plain)
    return stemmed


@lru_cache(_MOST_KEPT // 10)
def stems(text: str) -> frozenset[str]:
    """The stems of all words of a text."""
    return frozenset(map(stem, _WORD.findall(text)))


@lru_cache(_MOST_KEPT // 10)
def telling(text: str) -> dict[str, str]:
    """The words of a text that have content, each by its stem, in order."""
    words = [w for w in _WORD.findall(text) if len(w) > 1 and root(w) not in _hollow()]
    first = {stem(word): word for word in reversed(words)}
    return dict(reversed(first.items()))


@lru_cache(_MOST_KEPT // 10)
def content(text: str) -> frozenset[str]:
    """The stems of the words of a text that have content."""
    return frozenset(telling(text))


@lru_cache(_MOST_KEPT // 10)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, without case and closing stop."""
    parts = _SENTENCE.split(text)
    return tuple(" ".join(part.casefold().rstrip(".").split()) for part in parts)


def forget() -> None:
    """Let go of the words of all texts; checking again finds them again."""
    for held in (stem, root, stems, telling, content, sentences, _plain, _by_opening):
        held.cache_clear()


def opening_of(root: str) -> str:
    """What every word with a root begins with: stemming changes endings only."""
    return root[:_KEPT] if len(root) > _KEPT else root[:1]


def openings_of(word: str) -> tuple[str, str]:
    """The two openings of which the root of a word in lower case has one.

    Comparing openings takes a hundredth of the time of stemming.
    """
    plain = _letters(word)
    return plain[:_KEPT], plain[:1]


class Said:
    """The words of a session's texts; stems only when plain words do not decide.

    Stemming all words of a long programme takes longer than all else that rules
    do, and most words that are looked for stand there as they are.
    """

    def __init__(self, session: Session) -> None:
        self._text = session_text(session)

    @property
    def plain(self) -> frozenset[str]:
        """The words as they stand, without case."""
        return _plain(self._text)

    def having(self, wanted: Collection[str]) -> set[str]:
        """Those of the stems whose words stand there in any ending."""
        openings = {
            opening_of(root) for one in wanted for root in (one, *_standing_for(one))
        }
        index = _by_opening(self._text)
        near = {word for opening in openings for word in index.get(opening, ())}
        return set(map(stem, near)).intersection(wanted)

    def plainly(self, words: Mapping[str, str]) -> set[str]:
        """The stems, of words by stem, whose words stand there as they are."""
        plain = self.plain
        return {stem for stem, word in words.items() if word.casefold() in plain}

    def mentions(self, words: Mapping[str, str]) -> bool:
        """Whether one of the words, by stem, stands there in any ending."""
        return bool(self.plainly(words)) or bool(self.having(words.keys()))


def said_in(facts: Facts) -> dict[str, Said]:
    """The words of every session, by session key."""
    return {session.key: Said(session) for _, session in facts.programme.sessions()}


def session_text(session: Session) -> str:
    """Everything that is written about a session."""
    parts = (session.topic, *session.objectives, session.tutor, session.learners)
    parts += (*session.resources, session.check, session.stretch, session.support)
    parts += (session.workplace, session.homework)
    return "\n".join((*parts, *(embedding.text for embedding in session.embedding)))


@lru_cache(_MOST_KEPT // 10)
def _plain(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(_MOST_KEPT // 10)
def _by_opening(text: str) -> dict[str, list[str]]:
    """The plain words of a text by their openings."""
    index: dict[str, list[str]] = {}
    for word in _plain(text):
        for opening in openings_of(word):
            index.setdefault(opening, []).append(word)
    return index


def _letters(word: str) -> str:
    """A word in lower case without accents, if that leaves any, and apostrophes."""
    if word.isalpha() and word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.replace(_CURLY, "'"))
    plain = plain.encode("ascii", "ignore").decode() or word
    return plain.removesuffix("'s").replace("'", "")


@cache
def _alike() -> dict[str, str]:
    groups = [[root(word) for word in group] for group in words_alike()]
    return {other: group[0] for group in groups for other in group}


@cache
def _words_for() -> dict[str, list[str]]:
    """The other roots that stand for one, by that one."""
    others: dict[str, list[str]] = {}
    for other, first in _alike().items():
        others.setdefault(first, []).append(other)
    return others


def _standing_for(stem: str) -> list[str]:
    return _words_for().get(stem, [])


@cache
def _hollow() -> frozenset[str]:
    return frozenset(map(root, hollow_words()))
