"""``signoff``: who approved which version, and what changed since, in words."""

import json
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from curriculum.errors import SourceError
from curriculum.pipeline import load, review
from programme_files import plumbing

WHO = ("--who", "Łucja Żółć & “co”", "--role", "Head of <trades>")


def signoff(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(
        curriculum, ["signoff", str(folder), *words], standalone_mode=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return plumbing(tmp_path / "plan")


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def changes(folder: Path) -> tuple[str, ...] | None:
    programme = load(folder).programme
    assert programme is not None
    return programme.changes


def test_a_sign_off_keeps_who_when_and_what_was_signed(folder: Path) -> None:
    done = signoff(
        folder, *WHO, "--note", "Board of 3 July: = yes", "--on", "2026-07-03"
    )
    assert done.exception is None, done.exception
    [held] = tomllib.loads((folder / "signoffs.toml").read_text("utf-8"))["signoffs"]
    assert held["who"] == "Łucja Żółć & “co”"
    assert held["role"] == "Head of <trades>"
    assert str(held["date"]) == "2026-07-03"
    assert held["note"] == "Board of 3 July: = yes"
    assert held["findings"].endswith("errors") or "error" in held["findings"]
    facts = json.loads((folder / held["facts"]).read_text("utf-8"))["facts"]
    assert facts["session M01.01"]["topic"] == "Tools"
    assert "errors stand in the way" in done.stderr


def test_changes_since_are_told_by_the_next_reader(folder: Path) -> None:
    assert changes(folder) is None
    signoff(folder, *WHO)
    assert changes(folder) == ()
    edit(folder, "modules/M01.toml", 'topic = "Tools"', 'topic = "Pipes & tools"')
    edit(folder, "modules/M01.toml", 'K1 = "taught"', 'K2 = "taught"')
    assert changes(folder) == (
        "session M01.01: topic was Tools, is now “Pipes & tools”",
        "session M01.01: now teaches ST9 K2",
        "session M01.01: no longer teaches ST9 K1",
    )


def test_signing_again_keeps_what_changed_since_the_one_before(folder: Path) -> None:
    signoff(folder, *WHO, "--on", "2026-07-03")
    before = (folder / "signoffs.toml").read_text("utf-8")
    edit(folder, "modules/M01.toml", 'topic = "Tools"', 'topic = "Taps"')
    done = signoff(folder, *WHO, "--on", "2026-08-03")
    text = (folder / "signoffs.toml").read_text("utf-8")
    assert text.startswith(before.rstrip("\n"))
    first, second = tomllib.loads(text)["signoffs"]
    assert "changes" not in first
    assert second["changes"] == ["session M01.01: topic was Tools, is now Taps"]
    assert "1 change since the last sign-off" in done.stderr
    assert "a change deserves a new version" in done.stderr


def test_without_a_name_the_sign_offs_are_listed_and_nothing_is_signed(
    folder: Path,
) -> None:
    assert "nothing is signed off" in signoff(folder).stderr
    signoff(folder, *WHO, "--note", "Agreed", "--on", "2026-07-03")
    edit(folder, "modules/M01.toml", 'topic = "Tools"', 'topic = "Taps"')
    done = signoff(folder)
    assert done.stdout.splitlines() == [
        "2026-07-03  no version, Łucja Żółć & “co”, Head of <trades>: Agreed",
        "    session M01.01: topic was Tools, is now Taps",
    ]
    assert len(list((folder / "signoffs").iterdir())) == 1


def test_two_sign_offs_of_one_day_keep_both_lists(folder: Path) -> None:
    signoff(folder, *WHO, "--on", "2026-07-03")
    signoff(folder, *WHO, "--on", "2026-07-03")
    assert len(list((folder / "signoffs").iterdir())) == 2
    assert changes(folder) == ()


def test_comments_in_the_list_stay(folder: Path) -> None:
    (folder / "signoffs.toml").write_text("# Kept by the quality office\n", "utf-8")
    signoff(folder, *WHO)
    text = (folder / "signoffs.toml").read_text("utf-8")
    assert text.startswith("# Kept by the quality office\n")


def codes(folder: Path) -> list[str]:
    return [str(f) for f in review(load(folder)).findings if f.code == "ASM212"]


def test_a_list_that_was_tampered_with_is_found(folder: Path) -> None:
    signoff(folder, *WHO, "--on", "2026-07-03")
    [facts] = (folder / "signoffs").iterdir()
    facts.write_text(facts.read_text("utf-8").replace("Tools", "Taps"), "utf-8")
    [found] = codes(folder)
    assert found.startswith("signoffs.toml:1: ASM212 the sign-off of 2026-07-03")
    assert "its digest differs" in found


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such file"),
        ("", "is empty"),
        ("{", "is no list"),
        ('{"format": 1, "facts": []}', "is no list: it holds no facts"),
    ],
)
def test_a_list_that_cannot_be_read_is_found(
    folder: Path, text: str | None, said: str
) -> None:
    signoff(folder, *WHO)
    [facts] = (folder / "signoffs").iterdir()
    facts.unlink() if text is None else facts.write_text(text, "utf-8")
    [found] = codes(folder)
    assert said in found
    assert changes(folder) is None


@pytest.mark.parametrize("name", ["../programme.toml", "/etc/hostname", "", "signoffs"])
def test_a_list_outside_the_folder_is_never_read(folder: Path, name: str) -> None:
    signoff(folder, *WHO)
    text = (folder / "signoffs.toml").read_text("utf-8")
    lines = [n for n in text.splitlines() if not n.startswith("facts")]
    (folder / "signoffs.toml").write_text("\n".join([*lines, f'facts = "{name}"']))
    assert len(codes(folder)) == 1


@pytest.mark.parametrize(
    "text", ["signoffs = 3", "[[signoffs]]\nwho = 1", "[[", "x = 1"]
)
def test_a_faulty_list_of_sign_offs_is_a_finding(folder: Path, text: str) -> None:
    (folder / "signoffs.toml").write_text(text, "utf-8")
    found = [f for f in load(folder).findings if f.source.file == "signoffs.toml"]
    assert found
    assert changes(folder) is None


@pytest.mark.parametrize("text", ["signoffs = 3", "[["])
def test_nothing_is_signed_into_a_faulty_list(folder: Path, text: str) -> None:
    (folder / "signoffs.toml").write_text(text, "utf-8")
    done = signoff(folder, *WHO)
    assert isinstance(done.exception, SourceError)
    assert (folder / "signoffs.toml").read_text("utf-8") == text
    assert not (folder / "signoffs").exists()


def test_a_folder_without_a_programme_is_refused(tmp_path: Path) -> None:
    done = signoff(tmp_path, *WHO)
    assert isinstance(done.exception, SourceError)
