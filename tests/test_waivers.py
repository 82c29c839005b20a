"""Waivers: reasoned, dated, visible; and what is wrong with those that are not."""

from datetime import date

import pytest

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef, Waiver
from curriculum.pipeline import review
from curriculum.waivers import faults, waive
from notation import programme
from reviews import finding

ON = date(2026, 9, 8)
FOUND = (finding("COV101", "K1", "K1 is taught in no session"),)


def waiver(
    subject: str = "K1",
    reason: str = "Taught by the employer",
    starts: date | None = None,
    ends: date | None = None,
) -> Waiver:
    return Waiver(
        code="COV101",
        subject=subject,
        reason=reason,
        starts=starts,
        ends=ends,
        source=SourceRef(file="waivers.toml", place="1"),
    )


def told(*waivers: Waiver, found: tuple[Finding, ...] = FOUND) -> list[str]:
    _, _, unused = waive(found, waivers, ON)
    return [str(fault) for fault in faults(unused, ON)]


def test_a_waiver_in_force_sets_its_finding_apart_and_is_no_finding() -> None:
    standing, waived, unused = waive(FOUND, [waiver(starts=ON, ends=ON)], ON)
    assert (standing, unused) == ([], [])
    assert [w.finding for w in waived] == list(FOUND)


@pytest.mark.parametrize("reason", ["", "  \n "])
@pytest.mark.parametrize(
    ("subject", "what"), [("K1", "COV101 K1"), ("*", "the whole of COV101")]
)
def test_a_waiver_without_a_reason_excepts_nothing(
    reason: str, subject: str, what: str
) -> None:
    held = waiver(subject, reason)
    assert waive(FOUND, [held], ON)[0] == list(FOUND)
    [fault] = faults([held], ON)
    assert fault.severity is Severity.ERROR
    assert str(fault) == f"waivers.toml:1: ASM411 the waiver of {what} has no reason"


def test_a_waiver_that_has_run_out_is_told_and_its_finding_stands() -> None:
    held = waiver(ends=date(2026, 9, 7))
    assert waive(FOUND, [held], ON)[0] == list(FOUND)
    assert told(held) == [
        "waivers.toml:1: ASM412 the waiver of COV101 K1 ran out on 2026-09-07"
    ]


def test_a_waiver_of_nothing_is_told() -> None:
    assert told(waiver("K2")) == [
        "waivers.toml:1: ASM413 the waiver of COV101 K2 excepts nothing that is found"
    ]
    assert told(waiver("*"), found=()) == [
        (
            "waivers.toml:1: ASM413 the waiver of the whole of COV101 "
            "excepts nothing that is found"
        )
    ]


def test_a_waiver_that_has_yet_to_begin_is_not_to_blame() -> None:
    assert told(waiver(starts=date(2026, 9, 9))) == []


def test_the_waiver_that_names_the_subject_counts_before_that_of_the_whole() -> None:
    one, every = waiver(), waiver("*", "The partner college teaches it")
    other = finding("COV101", "K2", "K2 is taught in no session")
    _, waived, unused = waive((*FOUND, other), [every, one], ON)
    assert [(w.finding.subject, w.waiver) for w in waived] == [
        ("K1", one),
        ("K2", every),
    ]
    assert unused == []


def test_a_review_lists_faults_of_waivers_among_what_the_author_must_act_on() -> None:
    held = review(
        programme("""
            ksbs K1 K2
            M1 teaches K2
            A1 assesses K1 K2
            waive COV101 K1 Taught by the employer
            waive COV101 K2 Taught by the employer
        """),
        on=ON,
    )
    assert [w.finding.subject for w in held.waived] == ["K1"]
    assert [f.code for f in held.about("COV101 K2")] == ["ASM413"]
    assert [w.subject for w in held.unused_waivers] == ["K2"]
