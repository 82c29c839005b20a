"""Searching the wording of duties and KSBs, best first."""

from collections import defaultdict
from collections.abc import Iterator

from curriculum.library.records import Hit, Hits, Place
from curriculum.library.store import Library

# Marks that no wording holds: control characters never reach the library.
_BEGIN, _END = "\x02", "\x03"

MOST_WORDS = 50
"""More than anybody types; a page that is pasted is searched for by its beginning."""
MOST_RANKED = 2_000
"""Of more hits than that, as "the" gives, those that were added last are ranked."""
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "this",
        "to",
        "was",
        "which",
        "with",
    ]
)

_COUNT = "SELECT count(*) AS n FROM words WHERE words MATCH ?"
_OLDEST_RANKED = f"""
    SELECT rowid AS id FROM words WHERE words MATCH ?
    ORDER BY rowid DESC LIMIT 1 OFFSET {MOST_RANKED - 1}
"""  # noqa: S608 (a constant)
_BEST = f"""
    SELECT rowid AS id, highlight(words, 0, '{_BEGIN}', '{_END}') AS marked
    FROM words WHERE words MATCH ? AND rowid >= ? ORDER BY rank LIMIT ?
"""  # noqa: S608 (constants)
_PLACES = """
    SELECT wording, reference, title, version, key
    FROM statement JOIN edition ON edition.id = statement.edition
    WHERE wording IN ({}) ORDER BY reference, edition.id, statement.nth
"""


def search(library: Library, words: str, *, limit: int = 20) -> Hits:
    """The wordings that hold all the words; where none does, those that hold some.

    What stands in double quotes must stand together.  Accents, case and endings
    (test, tests, testing) make no difference, nor do words such as "of" and "the".
    """
    phrases = _phrases(words)
    query = " AND ".join(phrases)
    total = _count(library, query)
    all_words = total > 0 or not phrases
    if not all_words:
        query = " OR ".join(_rarest(library, phrases))
        total = _count(library, query)
    return Hits(
        total=total,
        all_words=all_words,
        hits=tuple(_best(library, query, limit)) if total else (),
    )


def _phrases(words: str) -> list[str]:
    """Each word or quoted phrase as a string of the query language: never as syntax.

    What has neither letter nor digit cannot be searched for and is left out.
    """
    phrases: dict[str, bool] = {}
    for nth, piece in enumerate(words.replace("“", '"').replace("”", '"').split('"')):
        quoted = nth % 2 == 1
        for phrase in [piece] if quoted else piece.split():
            if any(character.isalnum() for character in phrase):
                small = not quoted and phrase.casefold() in _SMALL_WORDS
                phrases['"' + phrase.replace("\0", " ") + '"'] = small
    telling = [phrase for phrase, small in phrases.items() if not small]
    # Whoever asks for small words alone is shown some that hold the first of them.
    return (telling or list(phrases)[:1])[:MOST_WORDS]


def _rarest(library: Library, phrases: list[str]) -> list[str]:
    """The phrases that say most, as many as can be ranked in no time."""
    counts = sorted((_count(library, phrase), phrase) for phrase in phrases)
    chosen: list[str] = []
    total = 0
    for count, phrase in counts:
        total += count
        if count and (not chosen or total <= MOST_RANKED):
            chosen.append(phrase)
    return chosen


def _count(library: Library, query: str) -> int:
    return int(library.query(_COUNT, query)[0]["n"]) if query else 0


def _best(library: Library, query: str, limit: int) -> Iterator[Hit]:
    oldest = library.query(_OLDEST_RANKED, query)
    first = oldest[0]["id"] if oldest else 0
    best = library.query(_BEST, query, first, limit)
    places = _places(library, [row["id"] for row in best])
    for row in best:
        yield _hit(row["marked"], places[row["id"]])


def _places(library: Library, wordings: list[int]) -> dict[int, list[Place]]:
    places = defaultdict(list)
    marks = ", ".join("?" * len(wordings))
    for row in library.query(_PLACES.format(marks), *wordings):
        values = dict(row)
        places[values.pop("wording")].append(Place(**values))
    return places


def _hit(marked: str, places: list[Place]) -> Hit:
    wording, marks = "", []
    for nth, piece in enumerate(marked.replace(_END, _BEGIN).split(_BEGIN)):
        if nth % 2 == 1:
            marks.append((len(wording), len(wording) + len(piece)))
        wording += piece
    return Hit(wording=wording, marks=tuple(marks), places=tuple(places))
