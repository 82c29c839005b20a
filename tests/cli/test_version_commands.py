"""curriculum diff, migrate and confirm, as a person calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from small_programme import bytes_of, write_programme
from version_pairs import as_json, standard

OLD = standard(
    "K How to name a variable in a program that others read",
    "S Test a program against its specification and record the result",
)
NEW = standard(
    "K How to name a variable in a program that others read or change",
    "S Graft heritage apple varieties onto dwarfing rootstock",
    "S Test a program against its specification and record the result",
)
MODULE = """\
key = "M1"
title = "One"

[[sessions]]
key = "M1.01"
topic = "Names"
hours = 3

[sessions.teaches.ST0000]
K1 = "introduced"
S1 = "developed"
"""


def curriculum(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as its own process."""
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-m", "curriculum", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A programme, with the new version beside its folder."""
    (tmp_path / "new.json").write_text(as_json(NEW, "1.1"), "utf-8")
    return write_programme(tmp_path / "p", OLD, module=MODULE)


def test_diff_states_the_verdict_before_anything_else(folder: Path) -> None:
    new = folder.parent / "new.json"
    done = curriculum("diff", folder / "old.json", new, "--programme", folder)
    assert done.returncode == 0, done.stderr
    title, verdict, impact, *_ = done.stdout.splitlines()
    assert title == "ST0000 v1.0 → ST0000 v1.1"
    assert verdict.startswith("1 KSB changed (1 re-worded); 1 KSB added")
    assert impact.startswith("T-1: 1 module, 1 session, 0 assessments, 3 hours, ")
    assert "{+ or change+}" in done.stdout
    assert "\x1b" not in done.stdout


def test_diff_as_json_is_one_object_with_a_schema(folder: Path) -> None:
    new = folder.parent / "new.json"
    done = curriculum("diff", folder / "old.json", new, "--format", "json")
    data = json.loads(done.stdout)
    assert data["schema"] == 1
    assert data["grade"]["proposed"] == "revision"


def test_diff_as_a_page_is_whole(folder: Path) -> None:
    new = folder.parent / "new.json"
    done = curriculum("diff", folder / "old.json", new, "--format", "html")
    assert done.stdout.startswith("<!doctype html>")
    assert done.stdout.rstrip().endswith("</html>")


@pytest.mark.parametrize("name", ["ST9", "no-such-file.txt", "digital"])
def test_diff_with_what_is_no_standard_says_so(name: str) -> None:
    done = curriculum("diff", "ST0128", name)
    assert done.returncode == 3
    assert name in done.stderr
    assert done.stdout == ""


def test_migrate_lists_and_writes_nothing_unless_told(folder: Path) -> None:
    before = bytes_of(folder)
    done = curriculum("migrate", folder, "--to", folder.parent / "new.json")
    assert done.returncode == 0, done.stderr
    assert "modules/M1.toml:11: moved: M1.01: S1 → S2" in done.stdout
    assert bytes_of(folder) == before


def test_migrate_confirm_and_undo(folder: Path) -> None:
    before = bytes_of(folder)
    new = folder.parent / "new.json"
    done = curriculum("migrate", folder, "--to", new, "--write")
    assert done.returncode == 0, done.stderr
    assert "COV111" in curriculum("check", folder).stdout
    listed = curriculum("confirm", folder)
    assert (listed.returncode, listed.stdout.count("K1 in M1.01")) == (1, 1)
    assert curriculum("confirm", folder, "K9").returncode == 3
    undone = curriculum("migrate", folder, "--undo")
    assert undone.returncode == 0, undone.stderr
    assert bytes_of(folder) == before
    assert curriculum("migrate", folder, "--undo").returncode == 3


def test_undo_after_confirming_asks_for_a_decision(folder: Path) -> None:
    new = folder.parent / "new.json"
    curriculum("migrate", folder, "--to", new, "--write")
    assert curriculum("confirm", folder, "K1").returncode == 0
    assert "COV111" not in curriculum("check", folder).stdout
    undone = curriculum("migrate", folder, "--undo")
    assert undone.returncode == 4
    assert "modules/M1.toml" in undone.stderr


def test_migrate_needs_to_know_where_to(folder: Path) -> None:
    assert curriculum("migrate", folder).returncode == 2
    assert curriculum("migrate", folder, "--undo", "--write").returncode == 2


@pytest.mark.parametrize("name", ["diff.docx", "diff.xlsx", "diff.json", "diff.txt"])
def test_diff_writes_the_form_that_the_name_of_the_file_says(
    folder: Path, name: str
) -> None:
    new, out = folder.parent / "new.json", folder.parent / name
    done = curriculum("diff", folder / "old.json", new, "-o", out)
    assert (done.returncode, done.stdout.strip()) == (0, str(out)), done.stderr
    beginning = out.read_bytes()[:2]
    assert (beginning == b"PK") is (name in {"diff.docx", "diff.xlsx"})


def test_diff_in_word_asks_for_a_file(folder: Path) -> None:
    new = folder.parent / "new.json"
    done = curriculum("diff", folder / "old.json", new, "--format", "docx")
    assert done.returncode == 2
    assert "name it with -o FILE" in done.stderr
