"""SARIF: held against its published schema, and each finding at its line."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from curriculum.model import SourceRef
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load, review
from curriculum.reports import Baseline, Verdict
from curriculum.reports.sarif import as_sarif
from curriculum.reviewed import Review
from reviews import finding, full_review

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_bytes()
)
VALIDATOR = Draft4Validator(SCHEMA, format_checker=FormatChecker())


def run(verdict: Verdict, folder: Path) -> dict[str, Any]:
    log = as_sarif(verdict, folder, {"ASM202": "A value cannot be used."})
    VALIDATOR.validate(json.loads(json.dumps(log)))
    [only] = log["runs"]
    assert isinstance(only, dict)
    return only


@pytest.fixture
def everything() -> Review:
    return full_review()


def test_the_schema_refuses_what_is_no_sarif() -> None:
    assert not VALIDATOR.is_valid({"version": "2.1.0"})
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": [{}]}]})


def test_the_worked_example_is_valid_sarif() -> None:
    worked = review(load(WORKED_EXAMPLE))
    held = run(Verdict(worked), WORKED_EXAMPLE)
    several = (worked.findings, worked.waived, worked.published)
    assert len(held["results"]) == sum(map(len, several))
    assert held["properties"]["statements"] == list(worked.statements)


def test_every_finding_is_there_with_its_level_and_what_is_waived_is_suppressed(
    everything: Review, tmp_path: Path
) -> None:
    results = run(Verdict(everything), tmp_path)["results"]
    assert [(r["ruleId"], r["level"], "suppressions" in r) for r in results] == [
        ("COV101", "error", False),
        ("COV102", "error", False),
        ("HRS301", "warning", False),
        ("MKT101", "error", True),
        ("STD001", "note", False),
    ]
    assert results[3]["suppressions"] == [
        {"kind": "external", "justification": "=No licence & no <demand>"}
    ]
    assert "baselineState" not in results[0]


def test_a_rule_is_named_by_its_place_among_the_rules(
    everything: Review, tmp_path: Path
) -> None:
    held = run(Verdict(everything), tmp_path)
    rules = held["tool"]["driver"]["rules"]
    first = held["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "COV101"
    assert rules[-1] == {
        "id": "ASM202",
        "shortDescription": {"text": "A value cannot be used."},
    }


@pytest.mark.parametrize(
    ("file", "place", "expected"),
    [
        ("modules/M 1.toml", "14", ("{}/modules/M%201.toml", {"startLine": 14})),
        ("grid.xlsx", "Mapping!F12", ("grid.xlsx", None)),
        ("st0128.txt", "", ("st0128.txt", None)),
    ],
)
def test_a_place_is_a_line_where_there_is_one(
    tmp_path: Path, file: str, place: str, expected: tuple[str, object]
) -> None:
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules" / "M 1.toml").touch()
    held = finding("COV101", "K1", "K1 is taught nowhere").model_copy(
        update={"source": SourceRef(file=file, place=place)}
    )
    facts = full_review().facts
    [result] = run(Verdict(Review(facts, findings=(held,))), tmp_path)["results"]
    [location] = result["locations"]
    physical = location["physicalLocation"]
    uri, region = expected
    assert physical["artifactLocation"]["uri"] == uri.format(tmp_path.as_uri())
    assert physical.get("region") == region
    names = [x["fullyQualifiedName"] for x in location.get("logicalLocations", [])]
    assert names == ([place] if "!" in place else [])


def test_a_folder_named_from_where_one_stands_stays_relative(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "notation").touch()
    monkeypatch.chdir(tmp_path)
    first = run(Verdict(full_review()), Path("plans"))["results"][0]
    at = first["locations"][0]["physicalLocation"]["artifactLocation"]
    assert at["uri"] == "plans/notation"


def test_the_baseline_marks_what_is_new(everything: Review, tmp_path: Path) -> None:
    baseline = Baseline(Counter([("COV101", "K2", "notation")]))
    results = run(Verdict(everything, baseline=baseline), tmp_path)["results"]
    states = [r.get("baselineState") for r in results]
    assert states == ["unchanged", "new", "new", None, None]


def test_a_fingerprint_stays_when_the_line_moves(tmp_path: Path) -> None:
    facts = full_review().facts
    marks = {
        json.dumps(result["partialFingerprints"])
        for place in ("3", "7")
        for result in run(
            Verdict(Review(facts, findings=(finding("COV101", "K1", "None", place),))),
            tmp_path,
        )["results"]
    }
    assert len(marks) == 1
