"""``curriculum standards`` as a person calls it."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from curriculum import cli
from curriculum.library.pins import LIBRARY_VARIABLE
from curriculum.paths import PUBLISHED
from library_files import standard, write
from plan_copies import EPA, as_text

SHIPPED = PUBLISHED / "occupational-standard-st0128-software-development-technician.txt"


@dataclass
class Done:
    returncode: object
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def standards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs the command with a library of its own."""
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "lib" / "it.sqlite3"))

    def run(*words: object) -> Done:
        argv = ["curriculum", "standards", *map(str, words)]
        monkeypatch.setattr(sys, "argv", argv)
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        return Done(stopped.value.code, *capsys.readouterr())

    return run


@pytest.fixture
def keepers(tmp_path: Path) -> Path:
    """A list of two versions, and a gap between them."""
    return write(tmp_path / "all.json", [standard(), standard(version="1.2")])


def test_adding_says_what_was_added_and_what_is_odd(
    standards: Run, keepers: Path
) -> None:
    done = standards("add", keepers)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:3] == [
        "added: ST9999 1.0 Lighthouse keeper",
        "added: ST9999 1.2 Lighthouse keeper",
        "2 standards: 2 added",
    ]
    assert "Found in the library (2 warnings)" in done.stdout
    assert "STD202" in done.stdout
    assert "STD204" in done.stdout


def test_adding_again_says_that_nothing_changed(standards: Run, keepers: Path) -> None:
    standards("add", keepers)
    done = standards("add", keepers)
    assert done.returncode == 0
    assert done.stdout == "2 standards: 2 held already\n"


def test_a_changed_text_is_reported(standards: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", standard())
    standards("add", path)
    done = standards("add", write(path, standard(knowledge=("Mirrors",))))
    assert "another text: ST9999 1.0 Lighthouse keeper" in done.stdout
    assert "STD205" in done.stdout


def test_a_file_that_cannot_be_used_does_not_stop_the_others(
    standards: Run, keepers: Path, tmp_path: Path
) -> None:
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes of the parish council\n" * 30)
    done = standards("add", minutes, tmp_path / "gone.json", keepers)
    assert done.returncode == 3
    assert "minutes.txt" in done.stderr
    assert "there is no such file" in done.stderr
    assert "2 standards: 2 added" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_empty_library_is_listed_and_not_created(
    standards: Run, tmp_path: Path
) -> None:
    for words in (("list",), ("search", "anything")):
        done = standards(*words)
        assert (done.returncode, done.stdout) == (0, "")
    assert standards("show", "ST9999").returncode == 3
    assert standards("remove", "ST9999").returncode == 3
    assert list(tmp_path.iterdir()) == []


def test_the_list_names_each_version_by_its_pin(standards: Run, keepers: Path) -> None:
    standards("add", keepers)
    first, second, *_ = standards("list").stdout.splitlines()
    assert first.startswith("ST9999@1.0#")
    assert second.startswith("ST9999@1.2#")
    assert second.endswith("Lighthouse keeper, level 3, Approved for delivery")
    pin = first.split()[0]
    assert standards("show", pin).stdout.startswith(pin)


def test_lists_and_findings_as_json(standards: Run, keepers: Path) -> None:
    standards("add", keepers)
    data = json.loads(standards("list", "--json").stdout)
    assert data["schema"] == 1
    assert [s["version"] for s in data["standards"]] == ["1.0", "1.2"]
    assert {f["code"] for f in data["findings"]} == {"STD202", "STD204"}
    assert len(data["standards"][0]["digest"]) == 64


def test_show_says_where_a_standard_came_from_and_what_it_says(standards: Run) -> None:
    standards(
        "add", SHIPPED, "--version", "1.1", "--address", "https://example.org/st0128",
        "--fetched", "2024-03-01",
    )  # fmt: skip
    done = standards("show", "st0128@1.1")
    assert done.returncode == 0, done.stderr
    assert (
        f"{SHIPPED.name} of 2024-03-01, from https://example.org/st0128" in done.stdout
    )
    assert "15 duties; 62 KSBs (25 knowledge, 32 skills, 5 behaviours)" in done.stdout
    data = json.loads(standards("show", "ST0128", "--json").stdout)
    assert (data["schema"], data["record"]["version"]) == (1, "1.1")
    assert data["copies"][0]["fetched"] == "2024-03-01"


def test_show_names_the_other_texts(standards: Run, keepers: Path) -> None:
    standards("add", keepers)
    assert "there is also ST9999@1.2#" in standards("show", "ST9999@1.0").stdout


def test_search_marks_the_words_and_says_where_they_stand(
    standards: Run, keepers: Path
) -> None:
    standards("add", keepers)
    done = standards("search", "LAMPS", "principle")
    assert done.stdout.splitlines() == [
        "[Principles] of [lamps] and lenses",
        "    ST9999 K1 (1.0, 1.2) Lighthouse keeper",
    ]
    assert done.stderr == "1 of 1 wording\n"


def test_search_as_json_gives_the_marks_as_places(
    standards: Run, keepers: Path
) -> None:
    standards("add", keepers)
    data = json.loads(standards("search", "lenses", "--json").stdout)
    assert (data["schema"], data["total"]) == (1, 1)
    [hit] = data["hits"]
    assert hit["marks"] == [[24, 30]]
    assert [place["version"] for place in hit["places"]] == ["1.0", "1.2"]


def test_removing_several_versions_wants_a_decision(
    standards: Run, keepers: Path
) -> None:
    standards("add", keepers)
    done = standards("remove", "ST9999")
    assert done.returncode == 4
    assert "ST9999@1.0#" in done.stderr
    assert standards("remove", "ST9999@1.0").stdout.startswith("removed ST9999@1.0#")
    assert standards("remove", "ST9999").returncode == 0
    assert standards("list").stdout == ""


def test_removing_all_versions_when_told_to(standards: Run, keepers: Path) -> None:
    standards("add", keepers)
    assert standards("remove", "ST9999", "--all").stdout.count("removed") == 2


def test_export_writes_the_file_back_byte_for_byte(
    standards: Run, tmp_path: Path
) -> None:
    standards("add", SHIPPED)
    target = tmp_path / "back.txt"
    assert standards("export", "ST0128", "--out", target).returncode == 0
    assert target.read_bytes() == SHIPPED.read_bytes()
    assert standards("export", "ST0128", "--out", target).returncode == 0
    (tmp_path / "folder").mkdir()
    standards("export", "ST0128", "--out", tmp_path / "folder")
    assert (tmp_path / "folder" / SHIPPED.name).read_bytes() == SHIPPED.read_bytes()


def test_export_never_replaces_another_file(standards: Run, tmp_path: Path) -> None:
    standards("add", SHIPPED)
    target = tmp_path / "mine.txt"
    target.write_text("mine")
    done = standards("export", "ST0128", "--out", target)
    assert done.returncode == 5
    assert target.read_text() == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["lib", "mine.txt"]


def test_export_to_standard_output(standards: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", standard())
    standards("add", path)
    assert standards("export", "ST9999").stdout == path.read_text("utf-8")


@pytest.mark.parametrize("name", ["standard.txt", "ST0787 1.1", ""])
def test_what_is_no_pin_is_a_fault_of_usage(standards: Run, name: str) -> None:
    done = standards("show", name)
    assert done.returncode == 2
    assert "is not of the form ST0787 or ST0787@1.1" in done.stderr


def test_another_library_can_be_named(
    standards: Run, keepers: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite3"
    standards("add", keepers, "--library", other)
    assert "ST9999@1.0" in standards("list", "--library", other).stdout
    assert standards("list").stdout == ""


def test_a_file_that_is_no_library_is_told_in_one_sentence(
    standards: Run, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine\n" * 500)
    done = standards("list", "--library", notes)
    assert done.returncode == 3
    assert "is no library of standards" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_plan_is_checked_against_its_standard(standards: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text(as_text(EPA), "utf-8")
    standards("add", write(tmp_path / "a.json", standard(version="1.1")))
    lacks = "STD106 the assessment plan names S2, which ST9999 1.1 does not have"
    named = standards("check", "--plan", plan)
    assert (named.returncode, lacks in named.stdout) == (1, True)
    added = standards("add", plan).stdout
    assert added.splitlines() == [
        "added: assessment plan of ST9999 1.1 lighthouse keeper",
        "1 assessment plan: 1 added",
    ]
    assert lacks in standards("check", "ST9999").stdout
    assert "assessment plan: plan.txt" in standards("list").stdout
    assert (
        "assessment plan of ST9999 1.1: plan.txt" in standards("show", "ST9999").stdout
    )
    out = tmp_path / "out.txt"
    standards("export", "ST9999@1.1", "--plan", "--out", out)
    assert out.read_bytes() == plan.read_bytes()
    removed = standards("remove", "ST9999").stdout
    assert "removed ST9999@1.1 assessment plan: plan.txt" in removed
