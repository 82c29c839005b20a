"""findings.json: what programs read."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.reviewed import Review
from curriculum.writers import findings_json
from reviews import finding, full_review, review


def read_back(held: Review, folder: Path) -> dict[str, Any]:
    path = folder / findings_json.FILENAME
    findings_json.write(held, path)
    read: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return read


def test_is_one_object_with_a_schema_and_the_programme(tmp_path: Path) -> None:
    held = read_back(full_review(), tmp_path)
    assert held["schema"] == 1
    assert held["programme"] == {
        "code": "TEST-1",
        "title": "Cybersecurity & <Networks>: \N{ROCKET} Ysgol Llŷn",
        "version": "0.9",
    }


def test_counts_what_it_lists(tmp_path: Path) -> None:
    held = read_back(full_review(), tmp_path)
    assert held["counts"] == {
        "findings": 3,
        "errors": 2,
        "warnings": 1,
        "published": 1,
        "waived": 1,
        "unused_waivers": 0,
    }
    for kind in ("findings", "published", "waived", "unused_waivers"):
        assert len(held[kind]) == held["counts"][kind]


def test_a_finding_has_code_severity_subject_message_and_place(tmp_path: Path) -> None:
    held = read_back(full_review(), tmp_path)
    assert held["findings"][2] == {
        "code": "HRS301",
        "severity": "warning",
        "subject": "TEST-1",
        "message": "=1+1 is < 12 & more",
        "source": {"file": "notation", "place": "1"},
    }


def test_a_waived_finding_carries_its_waiver(tmp_path: Path) -> None:
    (held,) = read_back(full_review(), tmp_path)["waived"]
    assert held["code"] == "MKT101"
    assert held["waiver"] == {
        "reason": "=No licence & no <demand>",
        "who": "Head of quality",
        "from": "2026-06-26",
        "until": None,
    }


def test_coverage_names_what_is_not_taught_and_not_assessed(tmp_path: Path) -> None:
    held = read_back(
        review("""
            ksbs K1 K2 S1
            M1 teaches K1 S1
            M2 teaches S1
            A1 assesses K1
        """),
        tmp_path,
    )
    (coverage,) = held["coverage"]
    assert (coverage["framework"], coverage["version"]) == ("ST0000", "1.0")
    assert (coverage["total"], coverage["taught"], coverage["assessed"]) == (3, 2, 1)
    assert coverage["not_taught"] == ["K2"]
    assert coverage["not_assessed"] == ["K2", "S1"]
    assert coverage["taught_in_one_session"] == ["K1"]
    assert coverage["groups"][1] == {
        "group": "Skills",
        "total": 1,
        "taught": 1,
        "assessed": 0,
        "not_taught": [],
        "not_assessed": ["S1"],
        "taught_in_one_session": [],
    }


def test_hours_stand_beside_the_published_minimum(tmp_path: Path) -> None:
    held = read_back(full_review(), tmp_path)["hours"]
    assert held == {
        "planned": 10.1,
        "off_the_job": 9.0,
        "off_the_job_in_optional_modules": 3.0,
        "calendar_offers": 264.0,
        "sessions_without_date": [],
        "minimums": [
            {
                "framework": "ST0128",
                "hours": 12.0,
                "authority": "a planner",
                "remark": "not confirmed",
            }
        ],
    }


def test_the_same_review_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / findings_json.FILENAME
    findings_json.write(full_review(), path)
    first = path.read_bytes()
    findings_json.write(full_review(), path)
    assert path.read_bytes() == first
    assert b"\r" not in first


@given(message=st.text(alphabet=st.characters(exclude_categories=()), max_size=80))
def test_any_message_is_read_back_as_it_was_found(
    message: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    held = review("module M1", finding("SRC001", "x", message))
    read = read_back(held, tmp_path_factory.mktemp("json"))
    assert read["findings"][0]["message"] == message
