"""The commands form and merge, as a user runs them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum.cli import Exit, main
from form_copies import edited, form, programme, texts
from form_copies import write as put

Run = Callable[..., object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return programme(tmp_path / "small")


@pytest.fixture
def sheet(folder: Path, tmp_path: Path) -> Path:
    return form(folder, tmp_path / "form.xlsx")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*words: object) -> object:
        monkeypatch.setattr("sys.argv", ["curriculum", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code

    return call


def test_form_writes_the_workbook_and_says_where(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.xlsx"
    assert run("form", folder, "-o", path) == Exit.FINE
    said = capsys.readouterr()
    assert said.out == f"{path}\n"
    assert "of SMALL-1" in said.err
    assert run("merge", folder, path) == Exit.FINE
    assert capsys.readouterr().err == "\nnothing changes\n"


def test_form_beside_an_open_one_gets_a_neighbour(
    run: Run, folder: Path, sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet.with_name("~$form.xlsx").write_bytes(b"Jo")
    assert run("form", folder, "-o", sheet) == Exit.FINE
    said = capsys.readouterr()
    assert said.out.strip().endswith("form (2).xlsx")
    assert "open in another program" in said.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("form", "{folder}", "-o", "form.pdf"), Exit.USAGE),
        (("form", "{folder}/nowhere"), Exit.UNUSABLE),
        (("form", "{folder}", "-o", "/proc/nowhere/form.xlsx"), Exit.NOT_WRITTEN),
        (("merge", "{folder}"), Exit.USAGE),
        (("merge", "{folder}", "{folder}/programme.toml"), Exit.UNUSABLE),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(
    run: Run, folder: Path, words: tuple[str, ...], code: int
) -> None:
    assert run(*(word.replace("{folder}", str(folder)) for word in words)) == code


def test_merge_lists_first_and_writes_only_when_asked(
    run: Run,
    folder: Path,
    sheet: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = texts(folder)
    copy = edited(
        sheet, lambda b: put(b, "Marks", ("K7", "M01.01"), "D"), "copy-2.xlsx"
    )
    assert run("merge", folder, copy) == Exit.FINE
    said = capsys.readouterr()
    line = "M01 session 1: K7 introduced → developed (copy-2.xlsx, Marks!E10)"
    assert said.out == f"\nChanges (1)\n  {line}\n"
    assert said.err == "\n1 change; nothing is written without --write\n"
    assert texts(folder) == before
    assert run("merge", folder, copy, "--write") == Exit.FINE
    assert capsys.readouterr().err == "\n1 change written to 1 file\n"
    assert b'K7 = "developed"' in texts(folder)["modules/M01.toml"]


def test_conflicts_leave_with_4_and_write_nothing(
    run: Run,
    folder: Path,
    sheet: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = texts(folder)
    copies = [
        edited(sheet, lambda b, m=m: put(b, "Marks", ("K7", "M01.01"), m), f"{m}.xlsx")  # type: ignore[misc]
        for m in "DM"
    ]
    assert run("merge", folder, *copies, "--write") == Exit.CONFLICT
    said = capsys.readouterr()
    assert "developed in D.xlsx, Marks!E10; mastered in M.xlsx, Marks!E10" in said.out
    assert "nothing is written" in said.err
    assert texts(folder) == before
    chosen = ("--accept", "M.xlsx:Marks!E10", "--write")
    assert run("merge", folder, *copies, *chosen) == Exit.FINE
    assert b'K7 = "mastered"' in texts(folder)["modules/M01.toml"]


def test_what_cannot_be_read_leaves_with_1(
    run: Run,
    folder: Path,
    sheet: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = edited(sheet, lambda b: put(b, "Marks", ("K7", "M01.01"), "?"))
    assert run("merge", folder, copy, "--json") == Exit.ERRORS
    said = json.loads(capsys.readouterr().out)
    assert said["schema"] == 1
    assert [f["code"] for f in said["findings"]] == ["FRM101"]
    assert said["written"] == []


def test_a_form_is_a_programme_to_other_commands(
    run: Run,
    sheet: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("check", sheet) == Exit.ERRORS
    assert "form.xlsx:" in capsys.readouterr().out
    assert run("build", sheet, "--out", tmp_path / "out") == Exit.ERRORS
    assert (tmp_path / "out/SMALL-1/scheme-of-work.docx").exists()
    again = tmp_path / "again.xlsx"
    assert run("form", sheet, "-o", again) == Exit.FINE
    assert again.exists()
