"""The publisher's rules about versions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum.library.store import Library
from curriculum.library.version_rules import FINDINGS, check_versions
from library_files import KNOWLEDGE, add, standard, write

Say = Callable[..., list[str]]


@pytest.fixture
def said(tmp_path: Path) -> Say:
    """What is said of a library that holds these standards."""

    def say(*standards: dict[str, object]) -> list[str]:
        with Library(tmp_path / "standards.sqlite3", create=True) as library:
            for nth, each in enumerate(standards):
                add(library, write(tmp_path / f"{nth}.json", each))
            found = list(check_versions(library.editions()))
        assert {finding.code for finding in found} <= FINDINGS.keys()
        return [str(finding) for finding in found]

    return say


def version(
    number: str,
    starts: str = "",
    ends: str = "",
    status: str = "Retired",
    knowledge: tuple[str, ...] = KNOWLEDGE,
) -> dict[str, object]:
    dates = {"earliestStartDate": starts, "latestStartDate": ends}
    window = {name: f"{day}T00:00:00" for name, day in dates.items() if day}
    return standard(version=number, status=status, knowledge=knowledge) | window


def test_versions_that_follow_and_meet_are_in_order(said: Say) -> None:
    assert (
        said(
            version("1.0", "2018-01-01", "2019-12-31"),
            version("1.1", "2020-01-01", "2022-07-31"),
            version("2.0", "2022-08-01", status="Approved for delivery"),
        )
        == []
    )


def test_a_version_that_was_left_out_is_noticed(said: Say) -> None:
    [finding] = said(version("1.0"), version("1.2"))
    assert finding.startswith("1.json:")
    assert finding.endswith(
        "STD202 ST9999 1.2 comes after 1.0, and what follows that is 1.1 or 2.0"
    )


def test_a_new_number_begins_with_nought(said: Say) -> None:
    [finding] = said(version("1.4"), version("2.1"))
    assert "STD202 ST9999 2.1 comes after 1.4" in finding


def test_windows_that_leave_a_day_between_are_noticed(said: Say) -> None:
    [finding] = said(
        version("1.0", "2018-01-01", "2019-12-31"), version("1.1", "2020-01-02")
    )
    assert "STD203" in finding
    assert "starts on 2020-01-02, though the last start of 1.0 is 2019-12-31" in finding


def test_a_window_that_stays_open_is_noticed(said: Say) -> None:
    [finding] = said(version("1.0", "2018-01-01"), version("1.1", "2020-01-01"))
    assert "STD203 ST9999 1.0 has no last start, though 1.1 starts on" in finding


def test_forms_without_dates_have_no_windows(said: Say) -> None:
    assert said(version("1.0"), version("1.1", "2020-01-01")) == []


def test_only_one_version_is_approved(said: Say) -> None:
    approved = "Approved for delivery"
    [finding] = said(version("1.0", status=approved), version("1.1", status=approved))
    assert "STD204 ST9999 has 2 approved versions: 1.0, 1.1" in finding


def test_several_texts_of_one_version_are_listed_by_digest(said: Say) -> None:
    [finding] = said(version("1.0"), version("1.0", knowledge=("Mirrors",)))
    assert "STD205 ST9999 1.0 is held with 2 texts: " in finding


def test_several_texts_of_one_approved_version_are_one_approved_version(
    said: Say,
) -> None:
    approved = "Approved for delivery"
    [finding] = said(
        version("1.0", status=approved),
        version("1.0", status=approved, knowledge=("Mirrors",)),
    )
    assert "STD205" in finding


@pytest.mark.parametrize("number", ["1", "1.0.0", "1.x"])
def test_a_version_of_another_form_is_noticed(said: Say, number: str) -> None:
    findings = said(version(number), version("1.0"))
    assert any(f"STD201 ST9999 {number} is not of the form" in f for f in findings)


def test_standards_do_not_mix(said: Say) -> None:
    other = version("1.5") | {"referenceNumber": "ST9998"}
    assert said(version("1.0"), other) == []
