"""The module handbook: each module with what its learners meet and hand in."""

from pathlib import Path

import pytest

from curriculum.writers._words import NONE
from curriculum.writers.module_handbook import document, each, handbook
from office_text import as_text, tables
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


def names(text: str) -> list[str]:
    return [name for name, _ in each(review(text))]


def test_each_module_has_a_handbook_of_its_own(tmp_path: Path) -> None:
    held = review(TWO)
    (name, write), _ = each(held)
    assert name == "module-handbooks/M1 Loops & lists.docx"
    path = tmp_path / "M1.docx"
    write(held, path)
    said = as_text(path.read_bytes())
    assert "M1 Loops & <lists>" in said
    assert "M2 Title of M2" not in said


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: C?", "M1 A B C"),
        ('Zażółć "gęślą" <jaźń> | Ysgol', "M1 Zażółć gęślą jaźń Ysgol"),
        ("Ends with a stop. . ", "M1 Ends with a stop"),
        ("W" * 200, "M1 " + "W" * 57),
    ],
)
def test_file_names_are_safe_on_windows(title: str, name: str) -> None:
    assert names(f"M1 titled {title}") == [f"module-handbooks/{name}.docx"]


def test_no_two_handbooks_share_a_name_and_devices_are_avoided() -> None:
    said = names(
        "module CON\nCON titled .\nmodule CON\nmodule M1\nM1 titled :\nmodule M1"
    )
    assert len({name.casefold() for name in said}) == len(said)
    assert not any(name.split("/")[1].startswith("CON.") for name in said)
