"""``check`` in a college's own CI: forms, filters, baselines, strictness."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum.cli._codes import known_codes
from curriculum.cli._group import curriculum
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from programme_files import plumbing


def run(*words: object) -> Result:
    return CliRunner().invoke(curriculum, [*map(str, words)], standalone_mode=False)


def code(*words: object) -> object:
    return run("check", *words).return_value


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A programme that teaches K1 of K1 and K2, and assesses nothing."""
    return plumbing(tmp_path / "plan")


def found(*words: object) -> list[str]:
    held = json.loads(run("check", *words, "--json").stdout)
    return [f"{f['code']} {f['subject']}" for f in held["findings"]]


def test_json_and_the_format_are_the_same(faulty: Path) -> None:
    assert run("check", faulty, "--json").stdout == (
        run("check", faulty, "--format", "json").stdout
    )


def test_every_form_fails_on_an_error_alike(faulty: Path) -> None:
    assert {
        code(faulty, "--format", f) for f in ("text", "json", "sarif", "junit")
    } == {1}
    assert run("check", faulty, "--format", "junit").stdout.startswith("<?xml")
    assert json.loads(run("check", faulty, "--format", "sarif").stdout)["version"] == (
        "2.1.0"
    )


def test_select_and_ignore_narrow_by_code_and_family(faulty: Path) -> None:
    assert found(faulty, "--select", "COV101,COV102") == [
        "COV101 K2",
        "COV102 K1",
        "COV102 K2",
        "COV102 B1",
    ]
    selected = found(faulty, "--select", "COV1", "--ignore", "cov102")
    assert "COV101 K2" in selected
    assert not [line for line in selected if line.startswith("COV102")]
    assert code(faulty, "--select", "COV101", "--ignore", "COV") == 0


def test_a_code_that_does_not_exist_is_a_fault_of_usage(faulty: Path) -> None:
    done = run("check", faulty, "--select", "COV,QQQ")
    assert "no code begins with QQQ" in str(done.exception)


def test_no_two_kinds_of_finding_share_a_code() -> None:
    codes = known_codes()
    assert len(codes) == len(set(codes))


def test_warnings_fail_under_strict_only(faulty: Path) -> None:
    only = ("--select", "COV103")
    assert found(faulty, *only) == ["COV103 K1", "COV103 B1"]
    assert code(faulty, *only) == 0
    assert code(faulty, *only, "--strict") == 1


def test_with_a_baseline_only_what_is_new_fails(faulty: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    before.write_text(run("check", faulty, "--json").stdout, "utf-8")
    assert code(faulty, "--baseline", before, "--strict") == 0
    module = faulty / "modules" / "M01.toml"
    text = module.read_text("utf-8").replace('K1 = "taught"', "")
    module.write_text(text, "utf-8")
    assert code(faulty, "--baseline", before) == 1
    printed = run("check", faulty, "--baseline", before).stdout
    new, _, known = printed.partition("In the baseline already")
    assert "K1 is taught in no session" in new
    assert "K2 is taught in no session" in known


def test_the_policy_and_its_date_are_printed(faulty: Path) -> None:
    assert "policy epa of 30 March 2026" in run("check", faulty).stdout


def test_a_wrong_key_of_a_plan_or_a_choice_is_found_with_its_line(
    tmp_path: Path,
) -> None:
    folder = plumbing(
        tmp_path / "plan",
        policy="reformed",
        framework="""
[[frameworks.assessment_outcomes]]
key = "AO1"
text = "Fits pipes"
items = ["K1", "K2", "S1"]
mandatory = ["K1"]
""",
        more="""
[[choices]]
title = "Options"
modules = ["M01", "M09"]
choose = 1

[[verifications]]
date = 2027-03-01
by = "employer"
items = ["B1"]
chooses = 3
""",
    )
    held = json.loads(run("check", folder, "--json").stdout)
    said = [
        f"{f['source']['file']}:{f['source']['place']} {f['code']} {f['message']}"
        for f in held["findings"]
        if f["code"] in ("ASM201", "ASM401", "ASM402", "COV402", "COV403", "COV404")
    ]
    assert said == [
        "programme.toml:26 ASM201 chooses is not a known key",
        "programme.toml:17 ASM401 Options names M09, which is no module",
        "programme.toml:10 ASM402 AO1 names S1, which ST9 does not have",
        (
            "standard.txt:31 COV404 K2 may be sampled by the assessment and is taught "
            "nowhere"
        ),
    ]


def test_a_module_that_stands_in_a_choice_is_optional(tmp_path: Path) -> None:
    choice = '[[choices]]\ntitle = "Options"\nmodules = ["M01"]\nchoose = 0\n'
    loaded = load(plumbing(tmp_path / "plan", more=choice))
    assert loaded.programme is not None
    [module] = loaded.programme.modules
    assert module.optional


def test_rules_shows_the_settings_of_a_programme_and_an_example() -> None:
    printed = run("rules", "COV103", "--programme", WORKED_EXAMPLE).stdout
    assert "Settings in force for SDT-2026-09:\n  minimum_sessions = " in printed
    assert "Example of a finding:\n  " in printed


def test_rules_shows_what_a_programme_sets_beside_the_default(tmp_path: Path) -> None:
    folder = plumbing(
        tmp_path / "plan", more="[settings.COV103]\nminimum_sessions = 5\n"
    )
    printed = run("rules", "COV103", "--programme", folder).stdout
    assert "  minimum_sessions = 5  (the default is 2)" in printed


def test_rules_names_the_policies_that_take_a_rule_lightly(faulty: Path) -> None:
    printed = run("rules", "COV102").stdout
    assert "Taken as a warning by:\n  policy college: " in printed
    assert "Taken as" not in run("rules", "COV102", "--programme", faulty).stdout
    assert "policy epa of" in run("rules", "--programme", faulty).stdout


def test_a_copy_of_the_worked_example_passes_as_the_original_does(
    tmp_path: Path,
) -> None:
    shutil.copytree(WORKED_EXAMPLE, tmp_path / "copy")
    assert code(tmp_path / "copy") == code(WORKED_EXAMPLE) == 0
