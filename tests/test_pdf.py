"""PDF by LibreOffice: tagged, titled, in time, and a sentence where there is none."""

import os
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import book_files
import word_files
from curriculum import pdf
from curriculum.cli._group import curriculum
from curriculum.errors import NotWrittenError
from curriculum.pdf import as_pdf, pdf_of, soffice
from real_programs import soffice as real_soffice

CARE = Path(__file__).parent / "programmes" / "care-foundation"


def document(folder: Path, name: str = "scheme-of-work.docx") -> Path:
    return word_files.saved(word_files.sound(), folder, name)


def office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something else in the place of LibreOffice."""
    if sys.platform == "win32":
        pytest.skip("the stand-in for LibreOffice is a shell script")
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")


MAKES_ALL = """
while [ "$1" != --outdir ]; do shift; done
shift; out="$1"; shift; mkdir -p "$out"
for file; do name=$(basename "$file"); echo "%PDF of $name" >"$out/${name%.*}.pdf"; done
"""


def none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setattr(pdf, "soffice", lambda: None)


def test_a_workbook_does_not_take_the_name_of_the_document() -> None:
    assert pdf_of(Path("out/assessment-plan.docx")) == Path("out/assessment-plan.pdf")
    assert pdf_of(Path("assessment-plan.xlsx")).name == "assessment-plan-workbook.pdf"


def test_without_libreoffice_the_documents_are_written_and_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none(monkeypatch)
    words = ("--only", "curriculum-rationale", "--pdf", "--out", str(tmp_path))
    result = CliRunner().invoke(
        curriculum, ["build", str(CARE), *words], standalone_mode=False
    )
    assert isinstance(result.exception, NotWrittenError)
    assert str(result.exception).startswith("LibreOffice is not installed, so no PDF")
    assert "\n" not in str(result.exception)
    assert [p.name for p in tmp_path.glob("*/*")] == ["curriculum-rationale.docx"]


def test_the_usual_places_on_windows_are_searched(tmp_path: Path) -> None:
    held = list(pdf._places({"ProgramFiles": "C:/Programs", "LOCALAPPDATA": "C:/Me"}))  # noqa: SLF001 (what a search reads)
    assert Path("C:/Programs/LibreOffice/program/soffice.com") in held
    assert Path("C:/Me/Programs/LibreOffice/program/soffice.exe") in held
    assert held.index(Path("C:/Programs/LibreOffice/program/soffice.com")) < held.index(
        Path("C:/Programs/LibreOffice/program/soffice.exe")
    )
    assert not (tmp_path / "LibreOffice").exists()


def test_all_documents_go_to_one_run_and_come_to_their_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, f"echo run >>'{tmp_path}/runs'{MAKES_ALL}", monkeypatch)
    pairs = [
        (document(tmp_path, f"plan {n} & więcej.docx"), tmp_path / "out" / f"{n}.pdf")
        for n in range(3)
    ]
    made = as_pdf(pairs)
    assert [(one.path, one.remark) for one in made] == [(w, "") for _, w in pairs]
    assert (tmp_path / "runs").read_text() == "run\n"
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "0.pdf",
        "1.pdf",
        "2.pdf",
    ]


def test_what_takes_too_long_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, f"sleep 300 & echo $! >'{tmp_path}/child'; wait", monkeypatch)
    start = time.monotonic()
    with pytest.raises(NotWrittenError, match="takes longer than 1 seconds") as caught:
        as_pdf([(document(tmp_path), tmp_path / "plan.pdf")], seconds=1)
    assert "there is no PDF of scheme-of-work.docx" in str(caught.value)
    assert time.monotonic() - start < 20
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if not Path(f"/proc/{child}").exists() or _is_dead(child):
            break
        time.sleep(0.1)
    else:
        pytest.fail("the program that it started goes on")


def _is_dead(child: int) -> bool:
    return Path(f"/proc/{child}/stat").read_text().split()[2] == "Z"


def test_one_document_without_pdf_is_named_and_the_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, MAKES_ALL.replace("for file;", "shift; for file;"), monkeypatch)
    first, second = document(tmp_path, "first.docx"), document(tmp_path, "second.docx")
    with pytest.raises(NotWrittenError, match=r"makes no PDF of first\.docx; the docu"):
        as_pdf([(first, tmp_path / "first.pdf"), (second, tmp_path / "second.pdf")])
    assert (tmp_path / "second.pdf").exists()


def test_a_pdf_that_is_open_elsewhere_gets_a_neighbour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office(tmp_path, MAKES_ALL, monkeypatch)
    (tmp_path / "plan.pdf").write_text("earlier")
    (tmp_path / ".~lock.plan.pdf#").touch()
    (made,) = as_pdf([(document(tmp_path), tmp_path / "plan.pdf")])
    assert made.path.name == "plan (2).pdf"
    assert made.remark == "plan.pdf is open in another program; this is its new version"
    assert (tmp_path / "plan.pdf").read_text() == "earlier"


@pytest.mark.office
def test_libreoffice_tags_and_titles_documents_and_workbooks(tmp_path: Path) -> None:
    real_soffice()
    if shutil.which("pdfinfo") is None:
        pytest.skip("poppler is not installed")
    assert soffice() is not None
    pairs = [
        (document(tmp_path), tmp_path / "scheme.pdf"),
        (book_files.saved(book_files.sound(), tmp_path), tmp_path / "grid.pdf"),
    ]
    assert [one.path for one in as_pdf(pairs)] == [wanted for _, wanted in pairs]
    titles = ("Scheme of work for bakers", "Mapping grid")
    for (_, wanted), title in zip(pairs, titles, strict=True):
        ran = subprocess.run(  # noqa: S603 (a program of this machine)
            ["pdfinfo", str(wanted)],  # noqa: S607 (found by its name)
            check=True,
            capture_output=True,
            text=True,
        )
        facts = {
            k: v.strip()
            for k, _, v in (x.partition(":") for x in ran.stdout.splitlines())
        }
        assert facts["Tagged"] == "yes"
        assert facts["Title"] == title
    assert not list(tmp_path.glob("**/.~lock*"))
