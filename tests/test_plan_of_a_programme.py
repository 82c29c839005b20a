"""A programme that names a published assessment plan takes its outcomes from it."""

from pathlib import Path

import pytest

from curriculum.pipeline import load
from plan_copies import EPA, Block, as_text, as_word
from programme_files import plumbing

OUTCOMES: tuple[Block, ...] = (
    "Apprenticeship assessment plan: Plumbing",
    "ST9",
    "Assessment outcomes",
    "Assessment outcome 1: Fits pipes",
    "**K1: The tools of the trade**",
    "K2: The water regulations",
)


def _loaded(
    folder: Path, plan: str, framework: str = ""
) -> tuple[list[tuple[str, tuple[str, ...], tuple[str, ...]]], list[str]]:
    """The outcomes of the programme's standard, and what was found."""
    line = f'assessment_plan = "{plan}"\n{framework}'
    plumbing(folder, policy="reformed", framework=line)
    loaded = load(folder)
    assert loaded.programme
    [framework_of] = loaded.programme.frameworks
    outcomes = [(o.key, o.items, o.mandatory) for o in framework_of.assessment_outcomes]
    found = [
        str(f) for f in loaded.findings if f.code in {"STD106", "ASM213", "ASM205"}
    ]
    return outcomes, found


def test_the_outcomes_of_a_word_plan_are_those_of_the_framework(tmp_path: Path) -> None:
    as_word(OUTCOMES, tmp_path / "plan.docx")
    outcomes, found = _loaded(tmp_path, "plan.docx")
    assert outcomes == [("AO1", ("K1", "K2"), ("K1",))]
    assert found == []


def test_outcomes_that_the_programme_writes_down_come_first(tmp_path: Path) -> None:
    as_word(OUTCOMES, tmp_path / "plan.docx")
    own = '[[frameworks.assessment_outcomes]]\nkey = "X"\nitems = ["K2"]\n'
    assert _loaded(tmp_path, "plan.docx", own)[0] == [("X", ("K2",), ())]


def test_a_ksb_of_the_plan_that_the_standard_lacks_is_an_error(tmp_path: Path) -> None:
    as_word((*OUTCOMES, "K9: Gas"), tmp_path / "plan.docx")
    _, found = _loaded(tmp_path, "plan.docx")
    [said] = found
    assert said == (
        "plan.docx:paragraph 7: STD106 the assessment plan names K9, which ST9 does "
        "not have"
    )


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ("plan.txt", "is the assessment plan of ST9999, not of ST9"),
        ("standard.txt", "standard.txt is no assessment plan"),
        ("nowhere.docx", "cannot be read"),
    ],
)
def test_what_is_no_plan_of_the_standard_is_found(
    tmp_path: Path, plan: str, sentence: str
) -> None:
    (tmp_path / "plan.txt").write_text(as_text(EPA), "utf-8")
    _, found = _loaded(tmp_path, plan)
    assert any(sentence in said for said in found)
