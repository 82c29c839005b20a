"""What a programme says, kept as texts: complete, and compared in words."""

import json

import pytest

from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.snapshot import as_json, changes, digest_of, from_json, snapshot
from notation import programme

BEFORE = """
    ksbs K1 S1
    programme version 1.0
    M1 titled Loops & <lists>
    M1 lasts 6 hours
    M1 outcome LO1 Trace a loop
    M1.01 teaches K1 introduced
    M1.02 teaches S1 developed
    M1.02 check Exit ticket
    A1 of M1 formative
    A1 assesses K1 on 2026-10-06
    person JM Jo Marsh
    term Autumn 2026-09-07 to 2026-10-23
    waive COV101 K1 Taught by the employer
    gateway 2027-07-05
    choose 1 of O1 O2
"""


def changed(*edits: tuple[str, str], more: str = "") -> list[str]:
    """What differs once words of the programme are replaced."""
    after = BEFORE
    for old, new in edits:
        assert old in after
        after = after.replace(old, new)
    return changes(snapshot(programme(BEFORE)), snapshot(programme(after + more)))


def test_an_unchanged_programme_has_no_changes() -> None:
    assert changed() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version 1.0", "version 1.1", "programme: version was 1.0, is now 1.1"),
        (
            "Loops & <lists>",
            "Zażółć",
            "module M1: title was “Loops & <lists>”, is now Zażółć",
        ),
        ("K1 introduced", "K1 mastered", None),
        (
            "Trace a loop",
            "Write a loop",
            "learning outcome M1 LO1: text was “Trace a loop”, is now “Write a loop”",
        ),
        (
            "on 2026-10-06",
            "on 2026-10-13",
            "assessment A1: hand-in was 6 Oct 2026, is now 13 Oct 2026",
        ),
        ("Jo Marsh", "Jo March", "person JM: name was “Jo Marsh”, is now “Jo March”"),
        ("to 2026-10-23", "to 2026-10-16", None),
        ("M1.02 check Exit ticket", "", None),
        ("2027-07-05", "2027-07-12", None),
        ("choose 1", "choose 2", None),
        ("ksbs K1 S1", "ksbs K1 S1\n    minimum 12 hours", None),
    ],
)
def test_one_change_is_told_in_one_sentence(
    old: str, new: str, said: str | None
) -> None:
    [told] = changed((old, new))
    if said:
        assert told == said


def test_marks_are_told_as_what_is_taught_and_assessed() -> None:
    assert changed(
        ("teaches K1 introduced", "teaches S1 introduced"),
        ("assesses K1", "assesses S1"),
    ) == [
        "session M1.01: now teaches ST0000 S1 (introduced)",
        "session M1.01: no longer teaches ST0000 K1",
        "assessment A1: now assesses ST0000 S1",
        "assessment A1: no longer assesses ST0000 K1",
    ]


def test_what_is_new_or_gone_is_told_once_with_its_title() -> None:
    told = changed(
        ("    person JM Jo Marsh\n", ""),
        more="    M2 titled Lists\n    M2.01 teaches K1\n",
    )
    assert told == [
        "module M2 is new: “Lists”",
        "session M2.01 is new: “Topic of M2.01”",
        "person JM is gone",
    ]


def test_another_order_is_told() -> None:
    first = snapshot(programme("module M1\nmodule M2\nmodule M3"))
    second = snapshot(programme("module M1\nmodule M3\nmodule M2"))
    assert changes(first, second) == [
        "programme: order of modules was M1, M2, M3, is now M1, M3, M2"
    ]


def test_a_long_text_is_cut_to_what_differs() -> None:
    long = "Reads the letter aloud and asks what the writer wants " * 4
    first, second = (
        snapshot(programme(f"M1.01 teaches K1\nM1.01 tutor {start}{long}"))
        for start in ("He ", "She ")
    )
    [told] = changes(first, second)
    assert "tutor was “He Reads" in told
    assert len(told) < 150


def test_the_worked_example_comes_back_from_its_file_as_it_was() -> None:
    held = load(WORKED_EXAMPLE).programme
    assert held is not None
    told = snapshot(held)
    assert from_json(as_json(told)) == told
    assert len([s for s in told if s.startswith("session ")]) == len(
        list(held.sessions())
    )
    assert "source" not in {what for said in told.values() for what in said}


def test_the_digest_is_blind_to_order_and_sees_everything_else() -> None:
    told = snapshot(programme(BEFORE))
    turned = {subject: told[subject] for subject in reversed(told)}
    assert digest_of(turned) == digest_of(told)
    whole = digest_of(told)
    told["module M1"]["title"] = "Loops"
    assert digest_of(told) != whole


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"format": 2}', '{"format": 1}', '{"format": 1, "facts": {"a": 1}}'],
)
def test_what_is_no_snapshot_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text)


def test_numbers_in_a_snapshot_are_read_as_texts() -> None:
    held = {"format": 1, "facts": {"programme": {"level": 3}}}
    assert from_json(json.dumps(held)) == {"programme": {"level": "3"}}
