"""The verdict, the grade, the wording word by word, and the forms of report."""

import json

import pytest

from curriculum.versions import Grade, affected, compare, edition_of, proposal, verdict
from curriculum.versions.report import as_data, as_page, lines
from curriculum.versions.wording import marked, only_spelling, word_by_word
from notation import programme
from version_pairs import standard

OLD = standard(
    "K how to name a variable in a program that others read",
    "K duties of an employer under safety law",
    "S test a program and record the result",
)
NEW = standard(
    "K how to name a variable in a program which others read and change",
    "K duties of an employer under safety law",
    "S test a program and record the result",
    version="1.1",
)
PROGRAMME = """
    framework ST0000 epa K1 K2 S1
    K1 means how to name a variable in a program that others read
    K2 means duties of an employer under safety law
    S1 means test a program and record the result
    M1 teaches K1
    M1 teaches K2
    M2 teaches K1 S1
    M2.01 lasts 2 hours
    M3 teaches S1
    A1 assesses K1 S1
    A2 assesses S1
"""


def test_the_verdict_counts_what_rests_on_what_changed() -> None:
    difference = compare(edition_of(OLD), edition_of(NEW))
    impact = affected(programme(PROGRAMME), difference)
    assert impact is not None
    assert impact.same_edition
    assert (impact.modules, impact.sessions) == (("M1", "M2"), ("M1.01", "M2.01"))
    assert (impact.assessments, impact.hours) == (("A1",), 5)
    first, second = verdict(difference, [impact]).splitlines()
    assert first == "1 KSB changed (1 re-worded)"
    documents = len(impact.documents)
    assert second == (
        f"TEST-1: 2 modules, 2 sessions, 1 assessment, 5 hours, "
        f"{documents} documents affected"
    )


def test_no_change_leaves_nothing_to_re_map() -> None:
    difference = compare(edition_of(OLD), edition_of(OLD))
    assert verdict(difference) == "No KSB changed: nothing to re-map"
    assert proposal(difference).grade is Grade.NONE
    impact = affected(programme(PROGRAMME), difference)
    assert impact is not None
    assert (impact.modules, impact.documents) == ((), ())


def test_a_programme_without_the_framework_has_no_impact() -> None:
    difference = compare(edition_of(OLD), edition_of(NEW))
    assert affected(programme("framework ST0009 epa K9"), difference) is None


def test_a_programme_of_another_edition_says_that_codes_alone_were_counted() -> None:
    difference = compare(edition_of(OLD), edition_of(NEW))
    impact = affected(programme("framework ST0000 epa K1\nM1 teaches K1"), difference)
    assert impact is not None
    assert any("by code alone" in line for line in lines(difference, [impact]))


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("how to name a varaible in a program that others read", Grade.CORRECTION),
        ("How to name a variable, in a program that others read", Grade.CORRECTION),
        ("how to name a variable in a program that others read too", Grade.ADJUSTMENT),
        ("graft heritage apple trees onto rootstock", Grade.REVISION),
    ],
)
def test_the_grade_follows_the_weightiest_change(text: str, grade: Grade) -> None:
    new = standard(f"K {text}", *(f"{k.kind.value} {k.text}" for k in OLD.ksbs[1:]))
    assert proposal(compare(edition_of(OLD), edition_of(new))).grade is grade


def test_a_change_of_level_is_a_revision() -> None:
    old, new = (OLD.model_copy(update={"level": level}) for level in (3, 4))
    found = proposal(compare(edition_of(old), edition_of(new)))
    assert found.grade is Grade.REVISION
    assert found.reasons == ("level was 3, is 4",)


def test_words_are_marked_with_signs() -> None:
    pieces = word_by_word("write a loop in C", "write two loops in C")
    assert marked(pieces) == "write [-a-]{+two+} [-loop-]{+loops+} in C"


def test_pieces_make_up_both_wordings() -> None:
    old, new = "Sŵn & <b> \u2019tis 5 mm", "Sŵn and <i> \u2019tis 8 mm, zażółć"
    pieces = word_by_word(old, new)
    assert "".join(p.text for p in pieces if p.what != "in") == old
    assert "".join(p.text for p in pieces if p.what != "out") == new


@pytest.mark.parametrize(
    ("old", "new", "spelling"),
    [
        ("occured at work", "occurred at work", True),
        ("wear gloves", "never wear gloves", False),
        ("within 10 days", "within 100 days", False),
        ("use sets", "use nets", False),
    ],
)
def test_only_long_words_are_ever_misprints(
    old: str,
    new: str,
    spelling: bool,  # noqa: FBT001 (the expected answer)
) -> None:
    assert only_spelling(old, new) is spelling


def test_the_json_form_has_the_verdict_and_every_statement() -> None:
    data = json.loads(json.dumps(as_data(compare(edition_of(OLD), edition_of(NEW)))))
    assert data["verdict"] == "1 KSB changed (1 re-worded)"
    assert [s["new"] for s in data["statements"]] == [["K1"], ["K2"], ["S1"]]
    assert data["statements"][1]["certainty"] == "certain"


def test_the_page_escapes_wording_and_keeps_the_signs() -> None:
    old = standard("K use <b> & tags in a page of text")
    new = standard("K use <i> & tags in a page of text")
    text = as_page(compare(edition_of(old), edition_of(new))).decode()
    assert "&lt;[-b-]" not in text
    assert "<del>[-b-]</del><ins>{+i+}</ins>" in text
    assert "&amp; tags" in text
    assert "<b>" not in text
