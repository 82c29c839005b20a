"""``waive``: a reasoned exception in waivers.toml, beside what stands there."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from curriculum.errors import SourceError
from curriculum.waiving import Fields, record_waiver, with_waiver
from programme_files import plumbing

HELD = """\
# Agreed by the board on 3 July.
[[waivers]]
code = "COV101"          # taught at work
subject = "K2"
reason = "Old"
who = "Helen Prosser"
from = 2026-01-01
until = 2026-07-01

[[waivers]]
code = "MKT101"
subject = "git"
reason = "Ćwiczone w pracy & <doma>"
"""
FIELDS: Fields = {
    "code": "COV101",
    "subject": "K2",
    "reason": "New",
    "until": date(2027, 7, 1),
}


def waive(folder: Path, *words: object) -> Result:
    return CliRunner().invoke(
        curriculum,
        ["waive", *map(str, words), "--programme", str(folder)],
        standalone_mode=False,
    )


def waivers(folder: Path) -> list[dict[str, object]]:
    text = (folder / "waivers.toml").read_text("utf-8")
    held: list[dict[str, object]] = tomllib.loads(text)["waivers"]
    return held


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plumbing(tmp_path / "plan")


def test_a_waiver_is_written_and_its_finding_is_excepted(folder: Path) -> None:
    words = ("--reason", "Taught at work", "--until", "2099-07-01", "--who", "HP")
    done = waive(folder, "cov101", "K2", *words, "--from", "2020-01-01")
    assert done.exception is None, done.exception
    assert "waives COV101 K2: 1 finding now" in done.stderr
    assert done.stdout.strip() == str(folder / "waivers.toml")
    assert waivers(folder) == [
        {
            "code": "COV101",
            "subject": "K2",
            "reason": "Taught at work",
            "who": "HP",
            "from": date(2020, 1, 1),
            "until": date(2099, 7, 1),
        }
    ]


def test_a_whole_rule_is_waived_with_a_star(folder: Path) -> None:
    done = waive(folder, "COV102", "*", "--reason", "Later", "--until", "2099-07-01")
    assert "waives all of COV102: 3 findings now" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("COV101", "K2", "--reason", " ", "--until", "2099-07-01"),
            "without a reason",
        ),
        (("COV999", "K2", "--reason", "x", "--until", "2099-07-01"), "no COV999"),
        (("ASM412", "K2", "--reason", "x", "--until", "2099-07-01"), "no ASM412"),
        (("STD101", "D1", "--reason", "x", "--until", "2099-07-01"), "published"),
        (
            ("COV101", "K2", "--reason=x", "--until=2026-01-01", "--from=2026-01-02"),
            "ends before it begins",
        ),
    ],
)
def test_what_makes_no_waiver_is_refused_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], says: str
) -> None:
    assert says in str(waive(folder, *words).exception)
    assert not (folder / "waivers.toml").exists()


def test_outside_a_programme_folder_nothing_is_written(tmp_path: Path) -> None:
    done = waive(tmp_path, "COV101", "K2", "--reason", "x", "--until", "2099-07-01")
    assert "is no programme folder" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_comments_and_other_waivers_stay_and_the_same_waiver_is_replaced() -> None:
    text, replaced = with_waiver(HELD, {**FIELDS, "who": "", "from": ""})
    assert replaced
    assert text.startswith("# Agreed by the board on 3 July.\n")
    assert 'code = "COV101"          # taught at work' in text
    first, second = tomllib.loads(text)["waivers"]
    assert first == FIELDS
    assert second == tomllib.loads(HELD)["waivers"][1]


def test_a_further_waiver_comes_after_a_blank_line_and_changes_no_line() -> None:
    text, replaced = with_waiver(HELD, {**FIELDS, "subject": "K3"})
    assert not replaced
    assert text.startswith(HELD + "\n[[waivers]]\n")
    assert tomllib.loads(text)["waivers"][2] == {**FIELDS, "subject": "K3"}


@pytest.mark.parametrize(
    "before", ["", "# None yet\n", "waivers = []\n", 'waivers = [{code = "X"}]\n']
)
def test_a_waiver_goes_into_a_file_of_any_form(before: str) -> None:
    text, _ = with_waiver(before, {**FIELDS})
    assert tomllib.loads(text)["waivers"][-1] == FIELDS
    assert text.startswith(before[:8])


@pytest.mark.parametrize("before", ["[[waivers\n", "waivers = 3\n"])
def test_a_file_that_cannot_be_used_is_left_alone(folder: Path, before: str) -> None:
    path = folder / "waivers.toml"
    path.write_text(before)
    with pytest.raises(SourceError):
        record_waiver(folder, {**FIELDS})
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(SourceError, match="UTF-8"):
        record_waiver(folder, {**FIELDS})
    assert path.read_bytes() == b"\xff\xfe"
    assert {p.name for p in folder.iterdir()} >= {"waivers.toml"}
    assert not list(folder.glob(".writing-*"))


def test_line_ends_of_windows_stay(folder: Path) -> None:
    path = folder / "waivers.toml"
    path.write_bytes(HELD.replace("\n", "\r\n").encode())
    record_waiver(folder, {**FIELDS, "subject": "K3"})
    held = path.read_bytes()
    assert held.count(b"\r\n") == held.count(b"\n") > HELD.count("\n")
