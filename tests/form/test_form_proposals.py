"""Proposals in the form: accepted ones become marks, rejected ones stay away."""

import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from curriculum.form.merging import write
from curriculum.form.proposals import SHEET
from curriculum.pipeline import load
from form_copies import Edit, edited, form, lines, merged, programme
from workbook_checks import faults

PROPOSALS = """\
# Made by the tests
written = 2026-06-26

[[proposals]]
key = "M02.02:ST0128:S3"
place = "Styles"
item = "Support development of effective user interfaces"
confidence = 0.75
words = ["interfaces", "=SUM(A1) & <b>"]
stamp = "0123456789ab"

[[proposals]]
key = "A01:ST0128:K1"
place = "First pages"
confidence = 0.61
words = []
stamp = "0123456789ac"

[[proposals]]
key = "M01.01:ST0128:K7"
place = "Marked by now"
confidence = 0.9
stamp = "0123456789ad"

[[proposals]]
key = "M09.01:ST0128:K1"
place = "A session that is gone"
confidence = 0.9
stamp = "0123456789ae"

[[rejected]]
key = "M02.01:ST0128:K2"
stamp = "0123456789af"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = programme(tmp_path / "small")
    (made / "suggestions.toml").write_text(PROPOSALS, "utf-8")
    return made


@pytest.fixture
def sheet(folder: Path, tmp_path: Path) -> Path:
    return form(folder, tmp_path / "form.xlsx")


def decide(**cells: str) -> Edit:
    def edit(book: Workbook) -> None:
        for address, text in cells.items():
            book[SHEET][address] = text

    return edit


def kept(folder: Path) -> dict[str, list[str]]:
    data = tomllib.loads((folder / "suggestions.toml").read_text("utf-8"))
    return {
        name: [entry["key"] for entry in data[name]]
        for name in ("proposals", "rejected")
    }


def test_the_sheet_lists_what_still_means_something(sheet: Path) -> None:
    page = load_workbook(sheet)[SHEET]
    keys = [row[0].value for row in page.iter_rows(min_row=4) if row[0].value]
    assert keys == ["M02.02:ST0128:S3", "A01:ST0128:K1"]
    assert page["D4"].value == "interfaces, =SUM(A1) & <b>"
    assert page["A4"].protection.locked
    assert not page["F4"].protection.locked
    assert not faults(sheet)


def test_a_programme_without_proposals_has_no_such_sheet(tmp_path: Path) -> None:
    path = form(programme(tmp_path / "small"), tmp_path / "form.xlsx")
    assert SHEET not in load_workbook(path).sheetnames


def test_an_untouched_form_changes_nothing(folder: Path, sheet: Path) -> None:
    made = merged(folder, sheet)
    assert made.comparison.is_empty
    assert not made.texts
    assert not made.aside


def test_what_is_accepted_becomes_a_mark_and_leaves_the_proposals(
    folder: Path, sheet: Path
) -> None:
    made = merged(folder, edited(sheet, decide(F4="x", F5="Yes")))
    assert sorted(lines(made)) == [
        "M02 session 2: S3 not marked → taught",
        "assessment A01: assesses K1 not marked → marked",
    ]
    write(made)
    module = tomllib.loads((folder / "modules" / "M02.toml").read_text("utf-8"))
    assert module["sessions"][1]["teaches"] == {"ST0128": {"S3": "taught"}}
    assert kept(folder)["proposals"] == ["M01.01:ST0128:K7", "M09.01:ST0128:K1"]


def test_a_form_alone_counts_what_was_accepted_and_says_so(sheet: Path) -> None:
    copy = edited(sheet, decide(F4="x", G5="x"))
    alone = load(copy)
    assert alone.programme is not None
    session = next(s for _, s in alone.programme.sessions() if s.key == "M02.02")
    assert [(link.item, link.depth) for link in session.teaches] == [("S3", "taught")]
    assert [p.key for p in alone.programme.proposed] == []
    (said,) = [str(f) for f in alone.findings if f.code == "FRM201"]
    assert said == (
        "copy-1.xlsx:Proposals: FRM201 1 proposal is accepted, and counted as marks; "
        "1 proposal is rejected here"
    )


def test_what_is_rejected_is_kept_as_that_with_its_stamp(
    folder: Path, sheet: Path
) -> None:
    made = merged(folder, edited(sheet, decide(G4="x")))
    assert made.comparison.is_empty
    assert made.rejected == ["M02.02:ST0128:S3"]
    write(made)
    data = tomllib.loads((folder / "suggestions.toml").read_text("utf-8"))
    assert {"key": "M02.02:ST0128:S3", "stamp": "0123456789ab"} in data["rejected"]
    assert "M02.01:ST0128:K2" in kept(folder)["rejected"]
    assert "# Made by the tests" in (folder / "suggestions.toml").read_text("utf-8")


def test_both_at_once_is_an_error_and_nothing_is_written(
    folder: Path, sheet: Path
) -> None:
    made = merged(folder, edited(sheet, decide(F4="x", G4="x")))
    assert [f.code for f in made.findings] == ["FRM101"]
    assert write(made) == []


def test_two_forms_that_disagree_are_an_error(folder: Path, sheet: Path) -> None:
    one = edited(sheet, decide(F4="x"), "copy-1.xlsx")
    other = edited(sheet, decide(G4="x"), "copy-2.xlsx")
    made = merged(folder, one, other)
    (finding,) = map(str, made.findings)
    assert finding.startswith("copy-2.xlsx:Proposals!A4: FRM102 M02.02:ST0128:S3 is")
    assert finding.endswith("rejected here and accepted in another form")
    assert write(made) == []


def test_a_mark_in_the_grid_says_more_than_an_accepted_proposal(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        book[SHEET]["F4"] = "x"
        page = book["Marks"]
        head = next(row for row in page.iter_rows() if row[0].value == "KSB")
        column = next(c.column for c in head if c.value == "M02.02")
        row = next(r[0].row for r in page.iter_rows() if r[0].value == "S3")
        page.cell(row, column).value = "D"

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == ["M02 session 2: S3 not marked → developed"]


def test_a_proposal_that_is_gone_is_told(folder: Path, sheet: Path) -> None:
    copy = edited(sheet, decide(F4="x"))
    (folder / "suggestions.toml").unlink()
    made = merged(folder, copy)
    assert "FRM201" in [f.code for f in made.findings]
    assert made.comparison.is_empty
