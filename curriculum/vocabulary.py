"""Words that were run together, as the other words of a document show."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{12,}")


class Vocabulary:
    """The words of one document, which tell where two of them were run together.

    A word is suspect when it stands in the document only once and

    - splits into two words, of 4 letters or more, that stand elsewhere in it
      (``effectively|communicate``, ``when|necessary``), or
    - ends or begins with a long word that stands elsewhere, where what remains
      is too long for a suffix or prefix (``remote|debugging``), or
    - goes on after an ending that English does not build upon
      (``remaining|compliant``, ``integrity|and``).

    Prefixes, suffixes and the parts of ordinary compounds are left alone.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._seen = Counter(_WORD.findall("\n".join(texts).casefold()))

    def run_together(self, text: str) -> Iterator[tuple[str, str]]:
        """Each suspect word of a text, and the two words it looks like."""
        for word in _LONG_WORD.findall(text):
            if self._seen[word.casefold()] <= 1:
                at = self._seam(word.casefold())
                if at:
                    yield word, f"{word[:at]} {word[at:]}"

    def _seam(self, word: str) -> int | None:
        glued = _GLUED.match(word)
        if glued:
            return glued.end(1)
        seams = range(4, len(word) - 3)
        for likely in (self._both_known, self._one_known):
            for at in seams:
                first, second = word[:at], word[at:]
                compound = first in _FIRST_PARTS or second in _SECOND_PARTS
                if not compound and likely(first, second):
                    return at
        return None

    def _both_known(self, first: str, second: str) -> bool:
        return first in self._seen and second in self._seen

    def _one_known(self, first: str, second: str) -> bool:
        """Whether one part is a long word of the document and the other no affix."""
        if second in self._seen:
            return len(second) >= 8 and len(first) >= 6 and not _PREFIX.search(first)  # noqa: PLR2004
        if first in self._seen:
            return len(first) >= 7 and len(second) >= 7 and not _SUFFIX.match(second)  # noqa: PLR2004
        return False


_GLUED = re.compile(
    r"([a-z]{3,}(?:ity|tion|ment|ness|ance|ence|ing|ally)(?=and$)"
    r"|[a-z]{3,}ing(?=[bcdfgjklmnpqrstvwyz][a-z]{4,}$))(?!ful|less|ness|ton|dom|ham)"
)
_PREFIX = re.compile(r"[aiou]$|er$")
_SUFFIX = re.compile(r"[aeiouy]|ment|ness|less|ful|ship|like|ward|wide|wise|some|hood")
_FIRST = """
adapt after anti auto back bench counter cross down electro ever extra fore hand
head high house hydro implement infra inter life long micro mid multi non other
out over photo post pre radio safe self semi short some stake stone straight sub
super tele thermo there through time timber trans ultra under up water weather
well where whole with wood metal fire brick paint plaster sheet shop ship steel
stock tool trouble video web wide
"""
_SECOND = """
able ability abilities action based board boards book books building built care
cast casting craft ever fighter fighting fitter fitters fitting forward free fully
ground grounds guard guarding hold holder holders holding house keeper keeping
land laying less like line lines load made maker makers making management
mark marking mason masonry meter more much name names national over paper
personal place places point points power proof proofing room sheet sheets ship
ships shooting side soever some standing structure taken taker taking thing
things time times tower ware way ways wear where wide wise with work worker
workers working works writer writers writing
"""
_FIRST_PARTS = frozenset(_FIRST.split())
_SECOND_PARTS = frozenset(_SECOND.split())
