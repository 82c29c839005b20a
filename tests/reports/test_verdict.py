"""What fails a programme: errors, warnings under strict, and only what is new."""

import json
from pathlib import Path

import pytest

from curriculum.errors import SourceError
from curriculum.findings import Severity
from curriculum.reports import Baseline, Verdict, narrowed, unknown
from curriculum.reports.as_json import as_json
from curriculum.reviewed import Review
from reviews import finding, full_review

WARNING = finding("HRS301", "M1", "M1 is long", "9", Severity.WARNING)


def review(*subjects: str) -> Review:
    found = (finding("COV101", s, f"{s} is taught nowhere") for s in subjects)
    return Review(full_review().facts, findings=(*found, WARNING))


def baseline(path: Path, held: Review) -> Baseline:
    path.write_text(json.dumps(as_json(Verdict(held))), "utf-8")
    return Baseline.read(path)


def test_an_error_fails_and_a_warning_only_under_strict() -> None:
    assert [f.code for f in Verdict(review("K1")).failing] == ["COV101"]
    assert not Verdict(review()).failing
    assert Verdict(review(), strict=True).failing == (WARNING,)


def test_what_the_baseline_holds_does_not_fail(tmp_path: Path) -> None:
    before = baseline(tmp_path / "before.json", review("K1", "K2"))
    verdict = Verdict(review("K1", "K2", "K3"), strict=True, baseline=before)
    assert [f.subject for f in verdict.known] == ["K1", "K2", "M1"]
    assert [f.subject for f in verdict.failing] == ["K3"]


def test_a_finding_is_known_though_its_line_and_figures_have_changed(
    tmp_path: Path,
) -> None:
    before = baseline(tmp_path / "before.json", review("K1"))
    moved = finding("COV101", "K1", "K1 is taught in 0 of 2 sessions", "88")
    verdict = Verdict(Review(full_review().facts, findings=(moved,)), baseline=before)
    assert not verdict.failing


def test_twice_the_same_is_known_once_if_it_was_there_once(tmp_path: Path) -> None:
    before = baseline(tmp_path / "before.json", review("K1"))
    verdict = Verdict(review("K1", "K1"), baseline=before)
    assert len(verdict.failing) == 1


@pytest.mark.parametrize("text", ["", "[]", '{"findings": [1]}', '{"findings": 3}'])
def test_a_baseline_that_is_none_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "before.json"
    path.write_text(text)
    with pytest.raises(SourceError, match="is not what curriculum check --json prints"):
        Baseline.read(path)
    with pytest.raises(SourceError, match="cannot be opened"):
        Baseline.read(tmp_path / "nowhere.json")


def test_the_object_says_what_is_known_and_what_fails(tmp_path: Path) -> None:
    before = baseline(tmp_path / "before.json", review("K1"))
    held = as_json(Verdict(review("K1", "K2"), baseline=before))
    assert [f["known"] for f in held["findings"]] == [True, False, True]
    assert held["verdict"] == {
        "passes": False,
        "strict": False,
        "baseline": True,
        "new": 1,
        "failing": 1,
    }
    assert held["schema"] == 1
    policies = {c["framework"]: c["policy"]["name"] for c in held["coverage"]}
    assert policies == {"ST0128": "epa", "FA0001": "unit", "DT": "advisory"}
    assert all(c["policy"]["dated"] for c in held["coverage"])


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ([], [], ["COV101", "COV102", "HRS301", "MKT101", "STD001"]),
        (["COV"], [], ["COV101", "COV102"]),
        (["cov", "MKT101"], ["COV102"], ["COV101", "MKT101"]),
        ([], ["COV", "STD"], ["HRS301", "MKT101"]),
    ],
)
def test_codes_and_families_narrow_a_review(
    select: list[str], ignore: list[str], codes: list[str]
) -> None:
    held = narrowed(full_review(), select, ignore)
    several = (*held.findings, *(w.finding for w in held.waived), *held.published)
    assert [f.code for f in several] == codes


def test_a_word_with_which_no_code_begins_is_named() -> None:
    assert unknown(["COV", "cov1", "XYZ", "COV9"], ["COV101"]) == ["XYZ", "COV9"]
