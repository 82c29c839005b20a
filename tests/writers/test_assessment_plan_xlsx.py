"""The assessment plan in Excel: the rows of the Word document, with real dates."""

from datetime import date
from pathlib import Path

import pytest

from conftest import Golden
from curriculum.writers import assessment_plan_xlsx
from curriculum.writers._plan_sheets import sheets
from curriculum.writers._sheets import Cell, Sheet
from real_programs import complaints, converted
from reviews import ASSESSED, finding, full_review, review
from workbook_checks import faults
from workbook_text import stored_values, workbook_text


def sheet(name: str) -> Sheet:
    held = review(ASSESSED, finding("ASM102", "A2", "A2 has no verifier"))
    return next(s for s in sheets(held) if s.name == name)


def row(held: Sheet, at: int) -> dict[str, Cell]:
    headings = (column.heading for column in held.columns)
    return dict(zip(headings, held.rows[at], strict=True))


def test_golden(golden: Golden, tmp_path: Path) -> None:
    path = tmp_path / assessment_plan_xlsx.FILENAME
    assessment_plan_xlsx.write(full_review(), path)
    golden("assessment-plan-xlsx", workbook_text(path))


def test_dates_are_dates_and_what_is_missing_is_said() -> None:
    first, second = row(sheet("Schedule"), 0), row(sheet("Schedule"), 1)
    assert first["Hand out"] == date(2026, 9, 21)
    assert first["Reassessment until"] == "None"
    assert second["Hand out"] == "No date"
    assert second["Reassessment until"] == date(2026, 12, 7)


def test_a_row_is_flagged_by_the_findings_about_it() -> None:
    held = sheet("Schedule")
    assert [row(held, n)["Findings"] for n in (0, 1)] == ["", "ASM102"]
    assert row(sheet("Findings"), 0)["Finding"] == "A2 has no verifier"


def test_the_calendar_is_in_order_of_date() -> None:
    days = [cells[0] for cells in sheet("Calendar").rows]
    assert days == sorted(days, key=str)
    assert len(days) == 8


def test_an_assessment_of_two_modules_stands_under_both() -> None:
    told = [cells[:2] for cells in sheet("By module").rows]
    assert told == [
        ("M1 Programming", "A1"),
        ("M1 Programming", "A2"),
        ("M2 Title of M2", "A2"),
    ]


@pytest.mark.parametrize("text", [ASSESSED, "module M1"], ids=["plan", "empty"])
def test_nothing_is_malformed(text: str, tmp_path: Path) -> None:
    path = tmp_path / assessment_plan_xlsx.FILENAME
    assessment_plan_xlsx.write(review(text), path)
    assert faults(path) == []


@pytest.mark.office
def test_the_validator_accepts_it_and_libreoffice_reads_the_same(
    tmp_path: Path,
) -> None:
    path = tmp_path / assessment_plan_xlsx.FILENAME
    assessment_plan_xlsx.write(full_review(), path)
    assert complaints(path) == []
    assert stored_values(converted(path, "xlsx", tmp_path)) == stored_values(path)
