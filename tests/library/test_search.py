"""Searching the wording of duties and KSBs."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.library import search as searching
from curriculum.library.records import Hit
from curriculum.library.search import search
from curriculum.library.store import Library
from library_files import add, standard, write

TEXTS = (
    "Principles of risk assessment, and of assessing the risk of fire",
    "How to assess noise",
    "Risk at sea",
    "Gofalu am gŵn a thŷ: cŵn, ŵyl",
    "Zażółć gęślą jaźń",
    "The front-end of a NOT so simple * system 🙂",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("search")
    versions = [
        standard(version="1.0", knowledge=TEXTS),
        standard(version="1.1", knowledge=(*TEXTS, "Risk assessment of lamps")),
    ]
    with Library(folder / "standards.sqlite3", create=True) as opened:
        add(opened, write(folder / "all.json", versions))
        yield opened


def marked(hit: Hit) -> list[str]:
    return [hit.wording[begin:end] for begin, end in hit.marks]


def wordings(library: Library, words: str) -> list[str]:
    return [hit.wording for hit in search(library, words).hits]


def test_the_wording_that_says_most_of_it_stands_first(library: Library) -> None:
    found = search(library, "risk assessment")
    assert found.all_words
    assert [hit.wording for hit in found.hits] == ["Risk assessment of lamps", TEXTS[0]]
    assert marked(found.hits[1]) == ["risk", "assessment", "assessing", "risk"]


def test_a_wording_is_found_once_with_every_version_that_prints_it(
    library: Library,
) -> None:
    [hit] = search(library, "noise").hits
    assert [(p.reference, p.version, p.key) for p in hit.places] == [
        ("ST9999", "1.0", "K2"),
        ("ST9999", "1.1", "K2"),
    ]


def test_duties_are_searched_too(library: Library) -> None:
    [hit] = search(library, "lit").hits
    assert hit.wording == "Keep the lamp lit"
    assert hit.places[0].key == "D1"


def test_what_is_quoted_stands_together(library: Library) -> None:
    assert wordings(library, '"risk of"') == [TEXTS[0]]
    assert wordings(library, "“risk of”") == [TEXTS[0]]


def test_where_no_wording_holds_all_words_some_will_do(library: Library) -> None:
    found = search(library, "noise unicorns")
    assert not found.all_words
    assert [hit.wording for hit in found.hits] == ["How to assess noise"]


@pytest.mark.parametrize(
    ("words", "nth", "says"),
    [
        ("cwn", 3, ["cŵn"]),
        ("CŴN ŵyl", 3, ["cŵn", "ŵyl"]),
        ("cw\u0302n", 3, ["cŵn"]),
        ("jazn gesla", 4, ["gęślą", "jaźń"]),
        ("FRONT-END", 5, ["front-end"]),
        ("NOT simple", 5, ["NOT", "simple"]),
        ("simple * AND", 0, []),
        ("system 🙂", 5, ["system"]),
        ("system -", 5, ["system"]),
        ('sys" OR "simple', 5, ["simple"]),
    ],
)
def test_accents_case_and_signs_do_not_matter(
    library: Library, words: str, nth: int, says: list[str]
) -> None:
    hits = {hit.wording: marked(hit) for hit in search(library, words).hits}
    if says:
        assert hits[TEXTS[nth]] == says
    else:
        assert hits


@pytest.mark.parametrize("words", ["", "🙂", '"', "- * ( ) :"])
def test_signs_alone_find_nothing(library: Library, words: str) -> None:
    assert search(library, words).total == 0


def test_a_very_long_search_is_answered(library: Library) -> None:
    page = "risk " + " ".join(f"word{n}" for n in range(5_000))
    found = search(library, page)
    assert (found.total, found.all_words) == (3, False)


@settings(max_examples=200)
@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [
                "risk",
                "AND",
                "OR",
                "NOT",
                "NEAR(",
                ")",
                '"',
                "*",
                "^",
                "-",
                "+",
                ":",
                "{",
            ]
        )
    ).map(" ".join)
)
def test_no_words_break_a_search(library: Library, words: str) -> None:
    for hit in search(library, words).hits:
        assert hit.places
        assert all(0 <= b < e <= len(hit.wording) for b, e in hit.marks)


def test_of_very_many_hits_the_latest_are_ranked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        searching,
        "_OLDEST_RANKED",
        searching._OLDEST_RANKED.replace("1999", "1"),  # noqa: SLF001
    )
    found = search(library, "risk")
    assert found.total == 3
    assert {hit.wording for hit in found.hits} == {
        "Risk at sea",
        "Risk assessment of lamps",
    }


def test_small_words_count_only_where_they_are_quoted(library: Library) -> None:
    assert search(library, "the noise of a").all_words
    assert wordings(library, "the noise of a") == ["How to assess noise"]
    assert wordings(library, '"noise of"') == []


def test_small_words_alone_find_what_holds_the_first(library: Library) -> None:
    assert wordings(library, "at of") == ["Risk at sea"]
