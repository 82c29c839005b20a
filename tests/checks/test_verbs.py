import pytest

from curriculum.checks._verbs import highest, reach, reaches_within, told


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Apply a loop", "apply"),
        ("Learners will be able to carefully evaluate it", "evaluate"),
        ("To justify a choice", "justify"),
        ("Follows the house style", "follows"),
        ("(Design) a page", "design"),
    ],
)
def test_the_verb_with_which_a_text_opens(text: str, verb: str) -> None:
    found = reach(text)
    assert found
    assert found.verb == verb


@pytest.mark.parametrize("text", ["", "12 loops", "Principles of loops", "Knowing"])
def test_what_opens_with_no_known_verb(text: str) -> None:
    assert reach(text) is None


def test_the_highest_is_the_one_that_may_go_furthest() -> None:
    best = highest([reach("List it"), None, reach("Choose it"), reach("Judge it")])
    assert best
    assert (best.verb, best.least, best.most) == ("judge", 5, 5)


def test_verbs_are_seen_wherever_they_stand() -> None:
    verbs = [r.verb for r in reaches_within("In pairs, list two and compare them")]
    assert verbs == ["list", "compare"]


def test_a_verb_that_names_its_level_is_told_once() -> None:
    assert told("apply", 3) == "apply"
    assert told("describe", 2) == "describe (understand)"
