from math import isclose, log, sqrt

from hypothesis import given
from hypothesis import strategies as st

from curriculum.suggest.index import Index, rarity, standardised
from curriculum.suggest.model import features, kind_of, meaning, rank, shipped
from curriculum.suggest.words import stems

STATEMENTS = (
    "Principles of version control and source code repositories",
    "Relational databases, queries and the storage of data",
    "Test software with automated unit tests",
    "Communicate with stakeholders in writing",
    "Work in a team and share information",
)
KINDS = ("K", "K", "S", "S", "B")
words = st.sampled_from(["version", "query", "database", "test", "team", "share"])
texts = st.lists(words, max_size=12).map(" ".join)


def asked(*some: str) -> list[dict[str, float]]:
    return [dict.fromkeys(stems(text), 1.0) for text in some]


def test_the_statement_that_shares_the_special_words_is_nearest() -> None:
    (row,) = rank(
        Index(STATEMENTS), KINDS, asked("Branch a repository under version control")
    )
    assert max(range(4), key=row.__getitem__) == 0


def test_a_text_that_shares_no_word_is_near_to_nothing() -> None:
    (near,) = Index(STATEMENTS).compare(asked("Bake a sponge cake"))
    assert near.words == [0.0] * 5


def test_a_word_of_every_text_tells_less_than_a_word_of_one() -> None:
    index = Index(("queries", "tests", "teams"))
    near = index.compare(asked("queries tests", "tests", "tests teams"))[0]
    assert near.words[0] > near.words[1]


def test_statements_of_the_same_words_support_each_other() -> None:
    index = Index(("agile planning", "agile boards", "welding"))
    (near,) = index.compare(asked("planning"))
    assert near.words[1] == near.words[2] == 0
    assert near.support[1] > near.support[2]


def test_support_is_the_sum_of_the_cosines() -> None:
    index = Index(STATEMENTS)
    (near,) = index.compare(asked("Test the version control of the team"))
    scores = standardised(near.words)
    units = []
    for document in index.documents:
        having = {s: sum(s in d for d in index.documents) for s in document}
        vector = {
            s: (1 + log(document.count(s))) * log(1 + 5 / having[s]) for s in document
        }
        length = sqrt(sum(x * x for x in vector.values()))
        units.append({s: x / length for s, x in vector.items()})
    for nth, unit in enumerate(units):
        wanted = sum(
            scores[m] * sum(x * other.get(s, 0.0) for s, x in unit.items())
            for m, other in enumerate(units)
            if m != nth
        )
        assert isclose(near.support[nth], wanted, abs_tol=1e-9)


@given(st.lists(texts, min_size=1, max_size=6), st.lists(texts, min_size=1, max_size=6))
def test_any_texts_and_statements_give_figures_between_0_and_1(
    statements: list[str], queries: list[str]
) -> None:
    rows = rank(Index(statements), ["K"] * len(statements), asked(*queries))
    assert [len(row) for row in rows] == [len(statements)] * len(queries)
    assert all(0 < figure < 1 for row in rows for figure in row)


@given(st.permutations(range(5)))
def test_the_order_of_the_statements_does_not_matter(order: list[int]) -> None:
    query = asked("Test the queries of the team", "Write unit tests")
    straight = rank(Index(STATEMENTS), KINDS, query)
    mixed = rank(
        Index([STATEMENTS[n] for n in order]), [KINDS[n] for n in order], query
    )
    for one, other in zip(straight, mixed, strict=True):
        assert all(
            isclose(one[n], x, rel_tol=1e-9) for n, x in zip(order, other, strict=True)
        )


def test_no_texts_and_no_statements_are_no_fault() -> None:
    assert features(Index(STATEMENTS), KINDS, []) == []
    assert rank(Index(()), (), asked("a word")) == [[]]


def test_equal_numbers_say_nothing() -> None:
    assert standardised([3.0, 3.0]) == [0.0, 0.0]
    assert standardised([]) == []


def test_a_rare_stem_weighs_more() -> None:
    found = rarity([("a", "b"), ("a",), ("a", "c")])
    assert found["b"] == found["c"] > found["a"] > 0


def test_the_six_kinds_of_key_are_weighed_as_three() -> None:
    keys = ("K1", "S12", "B3", "TK1", "TS2", "ESB3", "git", "agile-2", "r-rstudio", "K")
    assert [kind_of(key) for key in keys] == [
        "K",
        "S",
        "B",
        "K",
        "S",
        "B",
        "",
        "",
        "",
        "",
    ]


def test_a_confidence_rises_with_the_figure_and_claims_no_more_than_was_seen() -> None:
    model = shipped()
    claims = [model.confidence(n / 100) for n in range(1, 100)]
    assert claims == sorted(claims)
    assert claims[-1] == model.most < 0.8


def test_a_confidence_says_what_it_means() -> None:
    assert meaning(0.72) == (
        "of proposals at this level 7 in 10 were right on held-out standards"
    )
    assert meaning(0.7).startswith("of proposals at this level 7 in 10")
    assert "no proposal" in meaning(0.95)


def test_a_short_framework_is_no_surer_than_the_shortest_trained_on() -> None:
    (row,) = features(Index(STATEMENTS), KINDS, asked("unit tests"))
    many = tuple(f"{text} {n}" for n in range(5) for text in STATEMENTS)
    (long_row,) = features(Index(many), KINDS * 5, asked("unit tests"))
    assert row[0][-1] == long_row[0][-1]


def test_the_quick_way_gives_what_the_model_makes_of_the_features() -> None:
    index, query = Index(STATEMENTS), asked("Test the queries", "Write to the team")
    slow = [[shipped().raw(x) for x in row] for row in features(index, KINDS, query)]
    for row, wanted in zip(rank(index, KINDS, query), slow, strict=True):
        assert all(isclose(a, b) for a, b in zip(row, wanted, strict=True))
