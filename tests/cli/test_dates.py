"""The commands about dates, as a person calls them."""

import json
import shutil
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from curriculum.cli.build import command as build
from curriculum.cli.calendar import command as calendar
from curriculum.cli.redate import command as redate
from curriculum.errors import SourceError
from curriculum.paths import WORKED_EXAMPLE

TERMS = """Term,Start,End
"Autumn 2027, first half",06/09/2027,22/10/2027
"Autumn 2027, second half",01/11/2027,17/12/2027
Spring term 2028,04/01/2028,24/03/2028
Half term,14/02/2028,18/02/2028
Open evening,05/10/2027,05/10/2027
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "programme"
    shutil.copytree(WORKED_EXAMPLE, path)
    return path


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    path = tmp_path / "terms.csv"
    path.write_text(TERMS, "utf-8")
    return path


def called(command: object, *words: object) -> Result:
    """A command's answer; a fault of the program is raised."""
    return CliRunner().invoke(
        command,  # type: ignore[arg-type]
        [str(word) for word in words],
        standalone_mode=False,
        catch_exceptions=False,
    )


def bytes_of(folder: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in folder.rglob("*.toml")}


def test_redate_lists_what_moves_and_writes_nothing(folder: Path) -> None:
    before = bytes_of(folder)
    done = called(redate, folder, "--start", "2027-09-06")
    assert done.return_value == 0
    assert "A01 hand_in: Tue 2026-10-06 becomes Tue 2027-10-05" in done.stdout
    assert "all sessions have a date" in done.stdout
    assert "nothing is written; add --write" in done.stderr
    assert "programme.toml: code names 2026 and stays as it is" in done.stderr
    assert bytes_of(folder) == before


def test_redate_writes_when_asked_and_back_again(folder: Path) -> None:
    before = bytes_of(folder)
    done = called(redate, folder, "--start", "2027-09-06", "--write")
    assert f"{folder / 'calendar.toml'}" in done.stderr
    assert bytes_of(folder) != before
    called(redate, folder, "--start", "2026-09-08", "--write")
    assert bytes_of(folder) == before


def test_redate_with_a_college_s_terms_says_what_does_not_fit(
    folder: Path, terms: Path
) -> None:
    text = (folder / "calendar.toml").read_text("utf-8")
    only_a_year = text.replace("ends = 2028-03-31", "ends = 2027-03-25", 1)
    (folder / "calendar.toml").write_text(only_a_year, "utf-8")
    done = called(
        redate, folder, "--start", "2027-09-06", "--calendar", terms, "--propose"
    )
    assert "terms.csv:6: error SRC503 Open evening names no kind" in done.stderr
    assert "hours do not fit" in done.stdout
    assert "more weeks of 6 hours would hold them" in done.stdout
    assert "no better order was found" in done.stdout


def test_a_module_in_the_wrong_place_gets_an_order_proposed(folder: Path) -> None:
    main = folder / "programme.toml"
    order = [f"M{n:02}" for n in (2, 1, *range(3, 13))]
    main.write_text(
        main.read_text("utf-8").replace(
            "format = 1", f"format = 1\norder = {json.dumps(order)}", 1
        ),
        "utf-8",
    )
    done = called(calendar, folder, "--propose")
    assert 'order = ["M01", "M02", "M03"' in done.stdout
    assert "nothing wrong" in done.stdout


def test_calendar_shows_terms_weeks_and_hours(folder: Path) -> None:
    done = called(calendar, folder)
    assert done.return_value == 0
    assert "Autumn 2026, first half: 2026-09-07 to 2026-10-23, weeks 1 to 7" in (
        done.stdout
    )
    assert "61 delivery weeks offer 366 hours" in done.stdout


def test_calendar_takes_a_college_s_terms(folder: Path, terms: Path) -> None:
    before = bytes_of(folder)
    done = called(calendar, folder, "--terms", terms)
    assert "second half ends: Fri 2028-03-31 becomes Fri 2028-03-24" in done.stdout
    assert bytes_of(folder) == before
    called(calendar, folder, "--terms", terms, "--write")
    text = (folder / "calendar.toml").read_text("utf-8")
    assert 'title = "Autumn 2026, first half"' in text
    assert 'title = "Spring term 2028, second half"' in text
    assert "nothing changes" in called(calendar, folder, "--terms", terms).stderr


def test_calendar_writes_a_file_for_outlook_that_stays_the_same(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "dates.ics"
    done = called(calendar, folder, "--ics", path)
    assert done.stdout.strip() == str(path)
    first = path.read_bytes()
    held = icalendar.Calendar.from_ical(first)
    assert len(held.walk("VEVENT")) > 100
    called(calendar, folder, "--ics", path)
    assert path.read_bytes() == first


def test_calendar_does_not_write_over_what_is_no_calendar(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "letter.ics"
    path.write_text("Dear Sir or Madam", "utf-8")
    with pytest.raises(SourceError, match="no calendar to be replaced"):
        called(calendar, folder, "--ics", path)
    assert path.read_text("utf-8") == "Dear Sir or Madam"


def test_a_group_must_be_named_and_has_documents_of_its_own(
    folder: Path, tmp_path: Path
) -> None:
    path = folder / "calendar.toml"
    groups = """
[[groups]]
title = "Tuesday"
[[groups]]
title = "Thursday"
[[groups.delivery]]
day = "Thursday"
starts = 09:30:00
hours = 6
"""
    path.write_text(path.read_text("utf-8") + groups, "utf-8")
    with pytest.raises(SourceError, match="there are: Tuesday, Thursday"):
        called(calendar, folder, "--ics", tmp_path / "x.ics")
    done = called(calendar, folder, "--group", "Thursday")
    assert "SDT-2026-09-Thursday" in done.stdout
    done = called(build, folder, "--out", tmp_path / "out", "--group", "Thursday")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"SDT-2026-09-Thursday"}
    called(build, folder, "--out", tmp_path / "all")
    assert {p.name for p in (tmp_path / "all").iterdir()} == {
        "SDT-2026-09-Tuesday",
        "SDT-2026-09-Thursday",
    }
