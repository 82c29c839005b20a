"""Laws of the rules, over programmes that nobody would think to write."""

from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum import pipeline
from curriculum.assembly import Assembled
from curriculum.checks import all_rules
from curriculum.findings import Finding
from curriculum.paths import WORKED_EXAMPLE
from notation import facts

KSBS = ("K1", "K2", "S1", "S2", "B1")
WORDINGS = """
    programme kind apprenticeship
    ksbs K1 K2 S1 S2 B1
    K1 means Principles of loops, including nesting and recursion
    K2 means Relational databases
    S1 means Write a loop
    S2 means Query relational databases, for example with joins
    B1 means Works with others
    duty D1 K1 K2 S1 S2
"""
TEXTS = ("Writes a nested loop", "Asks and waits", "Joins two databases", "")
VERBS = ("List loops", "Evaluate a loop", "Write a loop", "Whittle a loop")

GAPS = ("COV101", "COV102", "COV103", "COV106", "COV203", "COV206", "COV208")
"""Rules that say that too little is taught; not taught at all is a gap as well."""

marks = st.lists(st.sampled_from(KSBS), unique=True, max_size=4)


@st.composite
def taught(draw: st.DrawFn, module: str) -> str:
    """The sessions of a module, each with marks and some text."""
    lines = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        key = f"{module}.{number:02}"
        depth = draw(st.sampled_from(["introduced", "developed", "taught"]))
        lines.append(f"{key} teaches {' '.join([*draw(marks), depth])}")
        lines.append(f"{key} tutor {draw(st.sampled_from(TEXTS))}")
        lines.append(f"{key} objective {draw(st.sampled_from(VERBS))}")
        lines.append(f"{key} workplace {draw(st.sampled_from(TEXTS))}")
    return "\n".join(lines)


def found(text: str) -> list[Finding]:
    laid = facts(text)
    return [finding for rule in all_rules() for finding in rule(laid)]


def gaps(text: str) -> set[str]:
    """The items of which too little is taught, for whatever reason."""
    return {f.subject for f in found(text) if f.code in GAPS and f.subject in KSBS}


@given(taught("M1"), taught("M2"))
def test_more_teaching_never_opens_a_gap(some: str, more: str) -> None:
    before, after = f"{WORDINGS}\n{some}", f"{WORDINGS}\n{some}\n{more}"
    assert gaps(after) <= gaps(before)


@given(taught("M1"), taught("M2"))
def test_rules_find_the_same_twice_and_change_nothing(one: str, other: str) -> None:
    laid = facts(f"{WORDINGS}\n{one}\n{other}")
    programme = laid.programme.model_dump()
    twice = [[f for rule in all_rules() for f in rule(laid)] for _ in range(2)]
    assert twice[0] == twice[1]
    assert laid.programme.model_dump() == programme


@given(taught("M1"), st.permutations(["A1", "A2", "A3"]))
def test_the_order_of_assessments_does_not_matter(some: str, order: list[str]) -> None:
    lines = {
        "A1": "A1 assesses K1 S1 on 2026-10-05\nA1 of M1 formative",
        "A2": "A2 assesses K1 K2 on 2026-10-06\nA2 tests M1.LO1",
        "A3": "A3 assesses S1 B1 on 2026-10-07\nA3 tests M1.LO1",
    }
    outcome = "M1 outcome LO1 Evaluate a loop"

    def told(keys: list[str]) -> set[tuple[str, str]]:
        text = "\n".join([WORDINGS, some, outcome, *(lines[key] for key in keys)])
        return {(f.code, f.subject) for f in found(text)}

    assert told(order) == told(sorted(lines))


@pytest.mark.parametrize("reverse", [False, True])
def test_the_names_of_files_do_not_matter_where_the_order_is_stated(
    tmp_path: Path, *, reverse: bool
) -> None:
    folder = tmp_path / "programme"
    copytree(WORKED_EXAMPLE, folder)
    paths = sorted((folder / "modules").glob("*.toml"))
    for number, path in enumerate(sorted(paths, reverse=reverse)):
        path.rename(path.with_name(f"{number:02}-{path.name}"))
    order = sorted((folder / "modules").glob("*.toml"), key=lambda p: p.name[3:])
    main = folder / "programme.toml"
    keys = ", ".join(f'"{path.stem}"' for path in order)
    main.write_text(f"order = [{keys}]\n" + main.read_text("utf-8"), "utf-8")
    renamed, original = pipeline.load(folder), pipeline.load(WORKED_EXAMPLE)
    assert not renamed.findings
    assert told_of(renamed) == told_of(original)


def told_of(loaded: Assembled) -> list[tuple[str, str, str]]:
    reviewed = pipeline.review(loaded)
    everything = (*reviewed.findings, *(w.finding for w in reviewed.waived))
    return [(f.code, f.subject, f.message) for f in everything]
