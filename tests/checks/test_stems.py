import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.checks._stems import (
    Said,
    opening_of,
    openings_of,
    root,
    sentences,
    stem,
    stems,
    telling,
)
from curriculum.model import Session, SourceRef
from curriculum.paths import PUBLISHED, WORKED_EXAMPLE
from curriculum.sources import verb_levels, words_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tested", "testing"),
        ("organisation", "organize"),
        ("analysing", "analyzes"),
        ("behaviours", "behavior"),
        ("programme", "programs"),
        ("modelling", "modeled"),
        ("developer\N{RIGHT SINGLE QUOTATION MARK}s", "Developers"),
        ("modularity", "modules"),
        ("team", "collaborative"),
        ("C++", "c++"),
    ],
)
def test_words_that_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("C", "C++"), ("hour", "hoar"), ("four", "for"), ("secure", "sector")],
)
def test_words_that_are_two(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_of_any_language_have_a_stem() -> None:
    assert len(stems("Zażółć gęślą jaźń; Ymadroddion cyfarch; 日本語")) == 6


def test_what_tells_something_is_kept_in_order_as_it_was_written() -> None:
    told = telling("Basic principles of software testing, and how software is tested")
    assert list(told.values()) == ["software", "testing"]


def test_sentences_are_compared_without_case_and_stop() -> None:
    assert sentences("Trace a  loop. RUN it!") == ("trace a loop", "run it!")


def known_words() -> Iterator[str]:
    """Every word of the published documents and of the worked example."""
    files = [*PUBLISHED.glob("*.txt"), *WORKED_EXAMPLE.rglob("*.toml")]
    for file in files:
        yield from re.findall(r"\w+", file.read_text("utf-8").casefold())
    yield from (word for group in words_alike() for word in group)
    yield from verb_levels()
    yield from [
        "dying",
        "lying",
        "tying",
        "skies",
        "skis",
        "cries",
        "using",
        "being",
        "ageing",
        "hoping",
    ]


def test_a_word_is_found_by_the_opening_of_its_root() -> None:
    words = set(known_words())
    assert len(words) > 4_000
    assert [w for w in words if opening_of(root(w)) not in openings_of(w)] == []


@given(st.lists(st.sampled_from(sorted(set(known_words()))), max_size=30), st.data())
def test_what_is_said_is_what_its_stems_say(
    words: list[str], data: st.DataObject
) -> None:
    topic = " ".join(data.draw(st.permutations([*words, "Éclairs", "naïve"])))
    session = Session(
        key="M1.1", topic=topic, hours=2, source=SourceRef(file="m1.toml")
    )
    wanted = {stem(w) for w in data.draw(st.lists(st.sampled_from(words or ["x"])))}
    wanted |= {"eclair", "team", "die"}
    assert Said(session).having(wanted) == stems(topic) & wanted


WORDS = st.text("aeioyntsldgrmpuczhbwéłŵ'", min_size=1, max_size=12)


@given(WORDS.filter(lambda word: not word.startswith("'")))
def test_no_word_changes_its_opening(word: str) -> None:
    assert opening_of(root(word)) in openings_of(word)
