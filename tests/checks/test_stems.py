import pytest

from curriculum.checks._stems import sentences, stem, stems, telling


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
