"""Groups that are taught the same on other days, or roll on later."""

from datetime import date
from pathlib import Path

import pytest

from curriculum.assembly import Assembled
from curriculum.findings import SourceError
from curriculum.groups import each_group
from curriculum.model import Weekday
from curriculum.pipeline import review, review_groups
from curriculum.readers.programme import read_folder
from curriculum.starter import standard_named, write_folder
from curriculum.timetable import Timetable
from notation import programme

TWO = """
    programme cohort September 2026
    ksbs K1
    bank holidays GB-ENG
    M1 teaches K1
    A1 assesses K1 on 2026-09-08
    group Tuesday on Tuesday at 09:30 for 3 hours
    group Thursday on Thursday at 09:30 for 3 hours
"""


def test_each_group_has_its_own_timetable() -> None:
    starts = {
        group.title: Timetable.of(own).placements[0].starts
        for group, own in each_group(programme(TWO))
    }
    assert starts == {"Tuesday": date(2026, 9, 8), "Thursday": date(2026, 9, 10)}


def test_a_programme_without_groups_has_none() -> None:
    assert list(each_group(programme("M1.01 lasts 3 hours"))) == []


def test_the_programme_s_own_timetable_is_the_first_group_s() -> None:
    assert Timetable.of(programme(TWO)).placements[0].starts == date(2026, 9, 8)


def test_a_group_is_named_in_its_code_and_cohort() -> None:
    named = [(p.code, p.cohort) for _, p in each_group(programme(TWO))]
    assert named == [
        ("TEST-1-Tuesday", "September 2026, Tuesday"),
        ("TEST-1-Thursday", "September 2026, Thursday"),
    ]


def test_rules_run_for_each_group_and_findings_name_it() -> None:
    text = TWO.replace("2026-09-08", "2026-09-09")
    found = [f.message for f in review(programme(text)).findings if f.code == "SEQ101"]
    [only] = found
    assert only == (
        "Thursday: A1 assesses K1 on 2026-09-09, "
        "and it is first taught in M1.01 on 2026-09-10"
    )


def test_what_every_group_has_is_found_once_and_names_none() -> None:
    text = TWO.replace("A1 assesses K1 on 2026-09-08", "")
    found = [f.message for f in review(programme(text)).findings if f.code == "COV102"]
    assert len(found) == 1
    assert "Thursday" not in found[0]


def test_dates_of_assessments_are_common_unless_a_group_moves_them() -> None:
    groups = [own for _, own in each_group(programme(f"{TWO}\ngroup Thursday moves"))]
    assert [own.assessments[0].hand_in for own in groups] == [
        date(2026, 9, 8),
        date(2026, 9, 8),
    ]


def test_a_group_that_moves_them_hands_in_on_its_own_day() -> None:
    text = TWO.replace(
        "group Tuesday", "on Tuesday at 09:30 for 3 hours\ngroup Tuesday"
    )
    text += "\ngroup Thursday moves"
    own = {group.title: p for group, p in each_group(programme(text))}
    assert own["Tuesday"].assessments[0].hand_in == date(2026, 9, 8)
    assert own["Thursday"].assessments[0].hand_in == date(2026, 9, 10)


def test_a_group_that_rolls_on_in_january_has_its_dates_in_its_own_weeks() -> None:
    text = f"""
        {TWO}
        term Autumn 2026-09-07 to 2026-12-18
        term Spring 2027-01-04 to 2027-03-25
        group January from 2027-01-04 to 2027-03-25
        group January on Tuesday for 3 hours
        group January moves
    """.replace("on 2026-09-08", "on 2026-09-15")
    *_, (group, own) = each_group(programme(text))
    assert group.title == "January"
    assert Timetable.of(own).placements[0].starts == date(2027, 1, 5)
    assert own.assessments[0].hand_in == date(2027, 1, 12)


def test_documents_are_made_for_each_group_or_for_one() -> None:
    loaded = Assembled(programme(TWO), (), ())
    codes = [r.programme.code for r in review_groups(loaded)]
    assert codes == ["TEST-1-Tuesday", "TEST-1-Thursday"]
    [one] = review_groups(loaded, "Thursday")
    assert one.timetable.placements[0].starts == date(2026, 9, 10)


def test_a_group_that_does_not_exist_is_refused() -> None:
    with pytest.raises(SourceError, match="there are: Tuesday, Thursday"):
        review_groups(Assembled(programme(TWO), (), ()), "Friday")


def test_groups_blocks_workplaces_and_exams_are_read(tmp_path: Path) -> None:
    write_folder(
        tmp_path,
        standard_named("ST0128"),
        starts=date(2026, 9, 8),
        today=date(2026, 6, 1),
    )
    path = tmp_path / "calendar.toml"
    path.write_text(
        path.read_text("utf-8")
        + """
[[blocks]]
title = "First block"
starts = 2026-09-14
ends = 2026-09-18
[[workplace]]
title = "Placement"
starts = 2027-01-04
ends = 2027-02-12
days = ["Monday", "Friday"]
hours = 7
placement = true
[[exams]]
title = "Resit"
date = 2027-06-07
[[groups]]
title = "Grŵp Dydd Iau"
starts = 2026-09-10
moves_assessments = true
[[groups.delivery]]
day = "Thursday"
hours = 6
[[groups.blocks]]
title = "Its block"
starts = 2026-10-05
ends = 2026-10-09
[[groups]]
title = "Slip"
begins = 2026-09-10
[[groups.delivery]]
day = "Thorsday"
hours = 6
""",
        "utf-8",
    )
    draft, findings = read_folder(tmp_path)
    calendar = draft.calendar
    assert calendar is not None
    assert [b.title for b in calendar.blocks] == ["First block"]
    assert calendar.workplace[0].days == (Weekday.MONDAY, Weekday.FRIDAY)
    assert calendar.workplace[0].placement
    assert calendar.exams[0].starts == calendar.exams[0].ends == date(2027, 6, 7)
    group = calendar.groups[0]
    assert (group.starts, group.moves_assessments) == (date(2026, 9, 10), True)
    assert group.delivery[0].day is Weekday.THURSDAY
    assert group.blocks[0].title == "Its block"
    lines = path.read_text("utf-8").split("\n")
    told = {f.message: lines[int(f.source.place) - 1] for f in findings}
    named = {message.split()[0]: line for message, line in told.items()}
    assert named["begins"] == "begins = 2026-09-10"
    assert named["day"] == 'day = "Thorsday"'
