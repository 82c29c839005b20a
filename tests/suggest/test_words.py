import pytest

from curriculum.suggest.words import SAYS_LITTLE, spoken, stems


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organise", "organize"),
        ("organisation", "organization"),
        ("analysing", "analyzing"),
        ("behaviour", "behavior"),
        ("colours", "colors"),
        ("centre", "center"),
        ("metres", "meters"),
        ("catalogue", "catalog"),
        ("licence", "license"),
        ("defence", "defense"),
        ("modelling", "modeling"),
        ("labelled", "labeled"),
        ("travelling", "traveling"),
        ("optimise", "optimize"),
        ("virtualisation", "virtualization"),
    ],
)
def test_the_two_spellings_of_a_word_meet(british: str, american: str) -> None:
    assert stems(british) == stems(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("supervise", "superb"),
        ("test", "text"),
        ("user", "use case"),
        ("data", "date"),
        ("plan", "plant"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_a_word_is_given_as_it_is_written() -> None:
    assert spoken("Debugging the COLLEGE's programs") == (
        ("debug", "Debugging"),
        ("colleg", "COLLEGE"),
        ("program", "programs"),
    )


def test_languages_whose_names_hold_signs_are_words() -> None:
    assert stems("C#, C++ and .NET") == ("c-sharp", "c-plus-plus", "dot-net")
    assert "c-sharp" not in stems("C and D")


def test_welsh_and_polish_words_are_kept_whole() -> None:
    assert [word for _, word in spoken("Tŷ Gwyn; zażółć gęślą \N{ROCKET}")] == [
        "Tŷ",
        "Gwyn",
        "zażółć",
        "gęślą",
    ]


@pytest.mark.parametrize(
    "text", ["", "   ", "\u2014 \u2013 \u2022", "the of and", "\N{ROCKET}"]
)
def test_a_text_that_says_nothing_has_no_stems(text: str) -> None:
    assert stems(text) == ()


def test_the_words_that_say_little_are_written_small() -> None:
    assert all(word == word.lower() for word in SAYS_LITTLE)
