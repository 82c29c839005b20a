from curriculum.facts import Facts
from curriculum.suggest.aliases import aliases_of
from curriculum.suggest.gaps import Gap, doubts, gaps
from curriculum.suggest.proposals import Compared, Proposal, compared, proposals
from curriculum.suggest.texts import PlaceKind, places
from notation import facts

PROGRAMME = """
    ksbs K1 K2 K3 S1 S2 B1
    K1 means Principles of version control and repositories
    K2 means Relational databases and how data is stored
    K3 means Health and safety at work
    S1 means Test software with automated unit tests
    S2 means Weld a butt joint
    B1 means Show respect to colleagues and customers
    skills tableau machine-learning git
    tableau means Tableau
    machine-learning means Machine Learning
    git means Git (Version Control System)
    M1.01 topic Branches and repositories under version control
    M1.01 objective Keep a repository under version control
    M1.02 topic Storing data in relational databases
    M1.02 learners Draw charts and a dashboard of the data
    M1.03 topic Automated unit tests of software
    M1.03 learners Test with pytest and show what was learned
    M1.01 teaches K3
    A1 titled Database assignment
    A1 brief Store the data of a club in relational databases
"""


def looked_at(text: str) -> tuple[Facts, list[Compared]]:
    found = facts(text)
    return found, compared(found.programme, places(found.programme, aliases_of()))


def proposed(text: str, at_least: float = 0.0) -> dict[str, Proposal]:
    return {p.key: p for p in proposals(looked_at(text)[1], at_least)}


def missing(text: str) -> dict[tuple[str, PlaceKind], Gap]:
    found, some = looked_at(text)
    return {
        (g.item.key, g.kind): g for g in gaps(found.programme, found.coverage, some)
    }


def test_a_session_is_proposed_what_it_speaks_of_with_the_words_that_say_so() -> None:
    found = proposed(PROGRAMME)["M1.01:ST0000:K1"]
    assert found.rank == 1
    words = {str(word) for word in found.words}
    assert words == {"version", "control", "repositories"}


def test_the_item_that_a_text_speaks_of_is_surer_than_any_other_of_its_kind() -> None:
    found = proposed(PROGRAMME)
    of_it = [p for p in found.values() if p.place.key == "M1.02"]
    knowledge = [p for p in of_it if p.item.group == "Knowledge"]
    assert max(knowledge, key=lambda p: p.figure).item.key == "K2"


def test_what_nothing_speaks_of_is_proposed_nowhere() -> None:
    keys = {p.item.key for p in proposed(PROGRAMME).values()}
    assert "S2" not in keys


def test_what_is_marked_is_not_proposed() -> None:
    text = f"{PROGRAMME}\n    M1.01 teaches K1"
    assert "M1.01:ST0000:K1" in proposed(PROGRAMME)
    assert "M1.01:ST0000:K1" not in proposed(text.replace("M1.01 teaches K3", ""))


def test_a_product_that_no_text_names_is_proposed_nowhere() -> None:
    assert not [key for key in proposed(PROGRAMME) if ":tableau" in key]


def test_half_of_a_skills_name_is_not_the_skill() -> None:
    assert not [key for key in proposed(PROGRAMME) if "machine-learning" in key]


def test_a_product_in_the_text_speaks_for_what_it_is_for() -> None:
    text = PROGRAMME.replace(
        "Branches and repositories under version control", "A first day with GitHub"
    ).replace("Keep a repository under version control", "Send a first change")
    words = proposed(text)["M1.01:ST0000:K1"].words
    assert {word.product for word in words} == {"Git"}
    assert "version (Git)" in {str(word) for word in words}


def test_one_word_shared_with_a_sentence_is_chance() -> None:
    text = PROGRAMME + "    M1.04 topic Respect\n    M1.04 tutor Waits"
    assert "M1.04:ST0000:B1" not in proposed(text)


def test_a_bar_leaves_out_what_is_less_sure() -> None:
    every = proposed(PROGRAMME)
    bar = min(p.confidence for p in every.values())
    assert set(proposed(PROGRAMME, bar)) == set(every)
    assert len(proposed(PROGRAMME, bar + 0.001)) < len(every)
    assert proposed(PROGRAMME, 0.99) == {}


def test_an_assessment_is_proposed_what_its_brief_asks_for() -> None:
    found = proposed(PROGRAMME)
    best = max(
        (p for p in found.values() if p.place.key == "A1"), key=lambda p: p.figure
    )
    assert best.item.key == "K2"


def test_a_text_still_to_be_written_speaks_of_nothing() -> None:
    text = PROGRAMME + "    M1.05 topic TO WRITE: welding a butt joint"
    assert not [key for key in proposed(text) if key.startswith("M1.05")]


def test_the_stamp_changes_with_either_text() -> None:
    key = "M1.01:ST0000:K1"
    before = proposed(PROGRAMME)[key].stamp
    session = PROGRAMME.replace("Branches and", "Branches, tags and")
    item = PROGRAMME.replace("Principles of version", "Basics of version")
    assert before == proposed(PROGRAMME)[key].stamp
    assert before not in {proposed(session)[key].stamp, proposed(item)[key].stamp}


def test_a_gap_names_the_nearest_sessions_and_what_they_would_have_to_add() -> None:
    gap = missing(PROGRAMME)["K1", PlaceKind.SESSION]
    assert gap.nearest[0].proposal.place.key == "M1.01"
    assert gap.nearest[0].add == ("Principles",)


def test_a_gap_that_nothing_speaks_of_has_no_nearest() -> None:
    assert missing(PROGRAMME)["S2", PlaceKind.SESSION].nearest == ()


def test_a_product_nobody_names_is_nearest_to_what_does_the_same() -> None:
    gap = missing(PROGRAMME)["tableau", PlaceKind.SESSION]
    assert [near.proposal.place.key for near in gap.nearest] == ["M1.02"]
    assert "dashboards" in gap.nearest[0].activity
    assert gap.nearest[0].add == ("Tableau",)


def test_what_is_taught_is_no_gap_of_sessions_but_may_be_one_of_assessments() -> None:
    found = missing(PROGRAMME)
    assert ("K3", PlaceKind.SESSION) not in found
    assert ("K3", PlaceKind.ASSESSMENT) in found


def test_an_advisory_skill_is_no_gap_of_assessments() -> None:
    assert ("git", PlaceKind.ASSESSMENT) not in missing(PROGRAMME)


def test_a_mark_that_no_word_supports_is_doubted_and_another_is_not() -> None:
    text = PROGRAMME + "    M1.02 teaches S2 K2\n    A1 assesses K2 S1"
    text = text.replace("    M1.01 teaches K3\n", "    M1.01 teaches K1 S2\n")
    found = facts(text)
    doubted = doubts(found.programme, places(found.programme, aliases_of()))
    marks = [(d.place.key, d.item.key) for d in doubted]
    assert ("M1.01", "S2") in marks
    assert ("A1", "S1") in marks
    assert ("M1.01", "K1") not in marks
    assert ("A1", "K2") not in marks


def test_a_module_without_sessions_is_proposed_what_its_outcomes_say() -> None:
    text = PROGRAMME + "    module M9\n    M9 outcome LO1 Weld a butt joint safely"
    found = proposed(text)["M9:ST0000:S2"]
    assert found.place.kind is PlaceKind.MODULE


def test_an_empty_programme_is_proposed_nothing() -> None:
    assert proposed("ksbs K1") == {}
    assert proposed("M1.01 topic Loops") == {}


def test_the_words_of_a_name_that_stand_apart_are_not_the_name() -> None:
    text = """
        skills project-management
        project-management means Project Management
        M1.01 topic Write a project report
        M1.01 tutor The manager of a shop visits
        M1.02 topic Managing a project
    """
    assert set(proposed(text)) == {"M1.02:DT:project-management"}
