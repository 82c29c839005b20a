"""Crosswalk, overlap and unit as a person calls them."""

import json
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from curriculum.cli._group import curriculum
from curriculum.paths import WORKED_EXAMPLE

LIST = 'code,text\nK1,"Relational databases & <queries>"\nK2,Forestry\n'


def run(*words: object) -> Result:
    return CliRunner().invoke(
        curriculum, [str(word) for word in words], catch_exceptions=True
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(WORKED_EXAMPLE, tmp_path / "programme")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.mark.parametrize("other", ["digital-technology", "DT"])
def test_the_shipped_crosswalk_is_shown_by_either_name(other: str) -> None:
    done = run("crosswalk", "ST0128", other)
    assert done.exit_code == 0, done.output
    assert "119 pairs are confirmed, 32 rejected" in done.stdout
    assert "engineering-radio-frequency" in done.stdout
    assert "No KSB speaks of radio" in done.stdout
    assert "and 99 more; --all shows them" in done.stdout


def test_any_file_can_be_set_beside_a_standard(own: Path) -> None:
    done = run("crosswalk", own, "ST0128", "--json")
    data = json.loads(done.stdout)
    (pair,) = [p for p in data["pairs"] if p["key"] == "K1=K11"]
    assert pair["state"] == "proposed"
    assert set(pair["words"]) == {"Relational", "databases"}
    assert pair["meaning"]


def test_a_package_of_case_is_read_and_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "st0128.json"
    words = ("export", "--format", "case", "--framework", "ST0128", "-o", file)
    assert run(*words).exit_code == 0
    data = json.loads(run("crosswalk", file, "ST0128", "--json").stdout)
    same = {p["one"] for p in data["pairs"] if p["relation"] == "same"}
    assert len(same) == 62
    assert data["one"]["statements"] == 62


def test_forms_follow_the_name_of_the_file(tmp_path: Path) -> None:
    for name in ("x.xlsx", "x.html", "x.json"):
        done = run("crosswalk", "ST0128", "DT", "-o", tmp_path / name)
        assert done.stdout.strip() == str(tmp_path / name), done.output
    assert "Confirmed" in load_workbook(tmp_path / "x.xlsx").sheetnames
    assert "<h1>Crosswalk" in (tmp_path / "x.html").read_text("utf-8")
    assert len(json.loads((tmp_path / "x.json").read_text("utf-8"))["pairs"]) > 150
    case = tmp_path / "x.case.json"
    run("crosswalk", "ST0128", "DT", "--format", "case", "-o", case)
    package = json.loads(case.read_text("utf-8"))
    assert len(package["CFAssociations"]) == 119


def test_a_form_that_no_name_says_is_asked_for(tmp_path: Path) -> None:
    assert run("crosswalk", "ST0128", "DT", "-o", tmp_path / "x.pdf").exit_code == 2
    assert run("crosswalk", "ST0128", "DT", "--format", "xlsx").exit_code == 2


def test_a_decision_needs_a_name(folder: Path) -> None:
    done = run(
        "crosswalk", "ST0128", "DT", "--programme", folder, "--reject", "K16=html"
    )
    assert done.exit_code == 2
    assert "--who NAME" in done.output


def test_a_decision_is_kept_only_when_it_is_written(folder: Path) -> None:
    words = ("crosswalk", "ST0128", "DT", "--programme", folder, "--who", "Ceri Wójcik")
    path = folder / "crosswalk-ST0128-DT.toml"
    before = path.read_text("utf-8")
    listed = run(*words, "--reject", "K16=html,K16=java")
    assert "K16 says nothing of html (Ceri Wójcik" in listed.stdout
    assert path.read_text("utf-8") == before
    run(*words, "--reject", "K16=html,K16=java", "--reason", "Law", "--write")
    after = path.read_text("utf-8")
    first, last = before.split("[[uncovered]]", maxsplit=1)
    assert after.startswith(first)
    assert after.endswith(f"[[uncovered]]{last}")
    assert (
        "119 pairs are confirmed, 34 rejected"
        in run("crosswalk", "ST0128", "DT", "--programme", folder).stdout
    )


def test_a_crosswalk_of_no_programme_is_kept_in_a_file(
    own: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.toml"
    words = ("crosswalk", own, "ST0128", "--kept", kept)
    done = run(
        *words,
        "--confirm",
        "K1=K11",
        "--relation",
        "narrower",
        "--who",
        "AB",
        "--write",
    )
    assert done.exit_code == 0, done.output
    assert "1 pairs are confirmed" in run(*words).stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("crosswalk", "ST0128", "nowhere.txt"), 3),
        (("crosswalk", "ST0128", "digital"), 3),
        (("crosswalk", "ST0128", "DT", "--who", "AB", "--confirm", "K1"), 3),
        (("crosswalk", "ST0128", "DT", "--who", "AB", "--confirm", "K16=html"), 3),
        (("overlap", WORKED_EXAMPLE, "nowhere"), 3),
        (("overlap", WORKED_EXAMPLE), 2),
        (("unit", WORKED_EXAMPLE), 2),
        (("unit", WORKED_EXAMPLE, "K1", "--of", "DT"), 2),
        (("unit", WORKED_EXAMPLE, "K99"), 3),
        (("unit", WORKED_EXAMPLE, "K1", "--least", "50", "--most", "40"), 2),
    ],
)
def test_bad_input_gets_a_sentence(words: tuple[object, ...], code: int) -> None:
    done = run(*words)
    if code == 3:
        assert isinstance(done.exception, Exception)
        assert type(done.exception).__name__ == "SourceError"
        assert str(done.exception)
    else:
        assert done.exit_code == code


def test_overlap_tells_facts_from_proposals(own: Path) -> None:
    done = run("overlap", WORKED_EXAMPLE, own, "ST0128")
    assert done.exit_code == 0, done.output
    assert "proposed" in done.stdout
    assert "taught: 62 of 62" in done.stdout
    assert "no smaller set exists" in done.stdout
    assert "One plan for all of them" in done.stdout
    assert "Estimate: each session's hours" in done.stdout


def test_overlap_as_json_has_the_basis_and_the_proof(own: Path) -> None:
    data = json.loads(run("overlap", WORKED_EXAMPLE, own, "--json").stdout)
    assert "Estimate" in data["basis"]
    (standard,) = data["standards"]
    assert standard["smallest_set"] == {"modules": [], "hours": 0.0, "proved": True}
    assert set(standard["infill"]["new"]) == {"K1", "K2"}
    assert data["together"]["smallest_set"]["proved"] is True


def test_unit_tells_its_sessions_and_what_is_skipped() -> None:
    done = run("unit", WORKED_EXAMPLE, "K13", "K22", "S5", "S6", "S16,S27")
    assert done.exit_code == 0, done.output
    assert "16 sessions of 48 h: within 30 to 140 h" in done.stdout
    assert "may skip 6 sessions whole, 18 h" in done.stdout
    data = json.loads(run("unit", WORKED_EXAMPLE, "K13", "K22", "S5", "--json").stdout)
    assert data["hours"] == sum(one["hours"] for one in data["sessions"])


def test_a_unit_of_the_wrong_length_fails() -> None:
    words = ["unit", str(WORKED_EXAMPLE), "K13"]
    done = CliRunner().invoke(curriculum, words, standalone_mode=False)
    assert done.return_value == 1
    assert "15 h short of 30 h" in done.stdout
    assert "could fill it" in done.stdout
