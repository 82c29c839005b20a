"""The skills scan: levels that two people choose, and the hours that they take out."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import Golden
from curriculum.reviewed import Review
from curriculum.writers import skills_scan
from curriculum.writers._scan_sheets import LEVELS, sheets
from curriculum.writers._shared_hours import shared_hours
from curriculum.writers._sheets import Formula
from real_programs import complaints, converted
from reviews import full_review, review
from workbook_checks import faults
from workbook_text import stored_values, workbook_text

SMALL = """
    ksbs K1 K2 S1
    skills git
    minimum 8 hours
    M1 teaches K1 S1 git
    M1 teaches K1
    M2 teaches K1
    M2.01 off the record
"""


def written(held: Review, folder: Path) -> Path:
    path = folder / skills_scan.FILENAME
    skills_scan.write(held, path)
    return path


def test_golden(golden: Golden, tmp_path: Path) -> None:
    golden("skills-scan", workbook_text(written(full_review(), tmp_path)))


def test_the_hours_of_a_session_are_shared_by_the_statements_it_teaches() -> None:
    assert shared_hours(review(SMALL).programme) == {
        ("ST0000", "K1"): 4.5,
        ("ST0000", "S1"): 1.5,
    }


def test_shares_add_up_to_the_off_the_job_hours_that_teach_statements() -> None:
    held = full_review().programme
    teaching = sum(
        s.hours
        for _, s in held.sessions()
        if s.off_the_job and any(k.framework != "DT" for k in s.teaches)
    )
    assert sum(shared_hours(held).values()) == pytest.approx(teaching)


def test_every_statement_has_its_row_and_skills_in_demand_have_none() -> None:
    scan = sheets(review(SMALL))[1]
    assert [cells[0] for cells in scan.rows] == ["K1", "K2", "S1"]


def test_what_is_not_filled_in_takes_nothing_out() -> None:
    for cells in sheets(review(SMALL))[1].rows:
        agreed, out = cells[-2:]
        assert isinstance(agreed, Formula)
        assert isinstance(out, Formula)
        assert (agreed.value, out.value) == ("Open", 0)


def test_nothing_is_malformed(tmp_path: Path) -> None:
    for text in (SMALL, "module M1"):
        assert faults(written(review(text), tmp_path)) == []


def fill(path: Path, row: int, *answers: str) -> None:
    """Answer as an apprentice and a line manager would."""
    book = load_workbook(path)
    for column, answer in zip("EFG", answers, strict=True):
        book["Skills scan"][f"{column}{row}"] = answer
    book.save(path)


@pytest.mark.office
def test_libreoffice_takes_out_what_both_agree_and_evidence_shows(
    tmp_path: Path,
) -> None:
    path = written(review(SMALL), tmp_path)
    fill(path, 4, "Expert", "Two years as a tester", "Alone")
    fill(path, 5, "Expert", "", "Expert")
    fill(path, 6, "Expert", "Portfolio", "Expert")
    found = stored_values(converted(path, "xlsx", tmp_path))
    told = [
        (found["Skills scan", f"H{n}"], found["Skills scan", f"I{n}"])
        for n in (4, 5, 6)
    ]
    assert told == [("Alone", 2.25), ("Expert", 0), ("Expert", 1.5)]
    assert [found["Hours", f"B{n}"] for n in range(4, 9)] == [6, 3.75, 2.25, 8, 4.25]


@pytest.mark.office
def test_the_validator_accepts_it(tmp_path: Path) -> None:
    assert complaints(written(full_review(), tmp_path)) == []


def test_levels_take_out_more_the_higher_they_are() -> None:
    shares = [share for _, _, share in LEVELS]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
