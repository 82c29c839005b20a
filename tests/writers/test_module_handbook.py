"""The module handbook: each module with what its learners meet and hand in."""

from curriculum.writers._words import NONE
from curriculum.writers.module_handbook import document, handbook
from office_text import tables
from reviews import review

TWO = """
    ksbs K1 S1
    M1 titled Loops & <lists>
    M1 outcome LO1 Trace a loop
    M1.01 teaches K1 introduced
    M1.01 workplace Show your manager
    M1.01 resources Paper
    M1.02 teaches K1 developed
    M1.02 resources Paper
    M2 teaches S1
    A1 of M1 formative
    A1 assesses K1 on 2026-10-05
    A2 tests M1.LO1
    A2 assesses S1
"""


def test_a_statement_tells_depth_sessions_and_own_assessments() -> None:
    first, second = handbook(review(TWO))["module"]
    [item] = first["item"]
    assert (item["key"], item["depth"], item["sessions"], item["assessed"]) == (
        "K1",
        "Developed",
        "M1.01, M1.02",
        "A1",
    )
    assert [(i["key"], i["depth"], i["assessed"]) for i in second["item"]] == [
        ("S1", "Taught", NONE)
    ]


def test_a_module_shows_every_assessment_that_tests_it() -> None:
    first, second = handbook(review(TWO))["module"]
    assert [a["key"] for a in first["assessment"]] == ["A1", "A2"]
    assert second["assessment"] == []


def test_each_resource_is_named_once() -> None:
    assert handbook(review(TWO))["module"][0]["resources"] == ["Paper"]


def test_sessions_are_those_of_the_module() -> None:
    shown = tables(document(review(TWO)))["Sessions of M1 Loops & <lists>"]
    assert [row[1].split("\n")[0] for row in shown[1:]] == ["M1.01", "M1.02"]
    assert shown[1][2] == "Show your manager"
