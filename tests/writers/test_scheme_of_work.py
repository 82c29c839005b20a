from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from conftest import Golden
from curriculum.findings import SourceError
from curriculum.model import DocumentSettings, TableBy
from curriculum.office.fields import fields_of
from curriculum.office.word_template import check_template
from curriculum.reviewed import Review
from curriculum.writers._scheme_fields import SchemeFields, SessionFields
from curriculum.writers.scheme_of_work import (
    COLUMNS,
    TEMPLATE,
    document,
    scheme,
    write,
)
from office_checks import faults
from office_text import as_text, tables
from real_programs import complaints
from reviews import full_review, review

AUTUMN = """
    ksbs K1 S1
    M1 titled Programming
    M1 teaches K1 introduced
    M1 teaches S1 introduced
    M1 teaches K1 developed
    M1.01 is induction
    M1.01 topic Meet the compiler
    M1.01 check Exit ticket
    M1.02 embeds maths Rounding
    from 2026-10-19 to 2026-12-18
    on Monday at 09:30 for 3 hours
    term Half1 2026-10-19 to 2026-10-23
    term Half2 2026-11-02 to 2026-12-18
    staff 2026-11-09 Staff development day
"""


def settled(held: Review, **settings: object) -> Review:
    """The review with other document settings."""
    facts = held.facts
    programme = facts.programme.model_copy(
        update={"documents": DocumentSettings.model_validate(settings)}
    )
    return Review(type(facts)(programme, facts.timetable, facts.coverage))


def sessions(held: Review) -> list[SessionFields]:
    return [row for block in scheme(held)["block"] for row in block["session"]]


def test_the_document_reads_as_agreed(golden: Golden) -> None:
    golden("scheme-of-work", as_text(document(full_review())))


def test_a_row_tells_week_monday_time_and_depth() -> None:
    first = sessions(review(AUTUMN))[0]
    assert first["week"] == "1"
    assert first["date"] == ["Mon 19 Oct 2026", "09:30", "w/c 19 Oct 2026"]
    assert first["ksbs"] == ["K1\N{NO-BREAK SPACE}I"]
    assert first["label"] == "M1.01: induction"
    assert first["assessment"] == ["Exit ticket"]


def test_holidays_and_days_off_stand_between_the_sessions() -> None:
    told = [(row["date"][0], row["topic"]) for row in sessions(review(AUTUMN))]
    assert told == [
        ("Mon 19 Oct 2026", "Meet the compiler"),
        ("Mon 26 Oct 2026", "Holiday between terms"),
        ("Mon 2 Nov 2026", told[2][1]),
        ("Mon 9 Nov 2026", "Staff development day"),
        ("Mon 16 Nov 2026", told[4][1]),
        ("Mon 23 Nov 2026", "No session planned: time in hand"),
    ]


def test_weeks_that_no_session_uses_stand_in_one_row() -> None:
    [*_, last] = sessions(review(AUTUMN))
    weeks = review(AUTUMN).timetable.delivery_weeks
    assert last["week"].split(" to ")[-1] == str(weeks)
    assert last["no_teaching"]


def test_a_table_may_hold_a_term_instead_of_a_module() -> None:
    blocks = scheme(settled(review(AUTUMN), tables=TableBy.TERM))["block"]
    assert [block["title"] for block in blocks] == ["Half1", "Half2"]
    assert [len(block["session"]) for block in blocks] == [1, 4]


def test_sessions_without_a_date_are_not_lost() -> None:
    held = review(
        "M1 teaches K1\nM1 teaches K1\nfrom 2026-09-07 to 2026-09-07\n"
        "on Monday at 09:30 for 3 hours\nksbs K1"
    )
    last = scheme(held)["block"][-1]
    assert last["title"] == "Sessions without a date"
    assert [row["key"] for row in last["session"]] == ["M1.02"]


def test_assessments_stand_beside_the_sessions_of_their_week() -> None:
    held = review(
        AUTUMN + "    A1 titled Quiz\n    A1 assesses K1 on 2026-11-04\n"
        "    A1 out 2026-10-19\n    A1 feedback 2026-12-01"
    )
    told = {row["key"]: row["assessment"] for row in sessions(held)}
    assert told["M1.01"] == ["Exit ticket", "Hand out A1 Quiz (hand-in 4 Nov 2026)"]
    assert told["M1.02"] == ["Hand in A1 Quiz (4 Nov 2026)"]
    alone = {row["topic"]: row["assessment"] for row in sessions(held)}
    assert alone["No session this week"] == ["Return A1 Quiz with feedback"]


def test_no_cell_is_empty_and_nothing_is_merged() -> None:
    for held in (full_review(), review("module M1"), review(AUTUMN)):
        assert faults(document(held)) == []


def test_columns_are_the_colleges_choice() -> None:
    held = settled(review(AUTUMN), columns=["week", "topic", "homework"])
    shown = tables(document(held))["Sessions of M1 Programming"]
    assert shown[0] == ["Week", "Topic", "Homework"]
    assert {len(row) for row in shown} == {3}


@pytest.mark.parametrize("column", COLUMNS)
def test_each_column_can_stand_alone(column: str) -> None:
    shown = tables(document(settled(review(AUTUMN), columns=[column])))
    assert len(shown["Sessions of M1 Programming"][0]) == 1


def test_a_column_left_out_does_not_lose_the_kinds_of_row() -> None:
    with_week = tables(document(review(AUTUMN)))["Sessions of M1 Programming"]
    without = tables(document(settled(review(AUTUMN), columns=["topic"])))
    assert len(without["Sessions of M1 Programming"]) == len(with_week)


def test_the_cells_are_the_rows_read_back() -> None:
    held = full_review()
    shown = tables(document(held))
    for block in scheme(held)["block"]:
        read = shown[f"Sessions of {block['title']}"][1:]
        assert [row[0] for row in read] == [row["week"] for row in block["session"]]
        assert [row[5] for row in read] == [
            "\n".join(row["teaching"]) for row in block["session"]
        ]


def test_findings_and_waivers_say_how_many_there_are() -> None:
    said = as_text(document(full_review()))
    assert "2 errors and 1 warning" in said
    assert "1 finding is waived, with its reason" in said
    assert "=No licence & no <demand>" in said


def test_the_shipped_template_names_known_fields_only() -> None:
    checked = check_template(TEMPLATE, fields_of(SchemeFields))
    assert checked.problems == ()
    assert "session.topic" in {use.field for use in checked.uses}


def test_the_same_review_gives_the_same_bytes() -> None:
    assert document(full_review()) == document(full_review())


def test_a_college_may_use_its_own_template(tmp_path: Path) -> None:
    own = Document()
    own.add_paragraph("{{ programme.title }} / {{ programme.cohort }}")
    held = BytesIO()
    own.save(held)
    path = tmp_path / "own.docx"
    path.write_bytes(held.getvalue())
    assert "Cybersecurity & <Networks>" in as_text(document(full_review(), path))


def test_a_missing_template_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        document(full_review(), tmp_path / "none.docx")


def test_write_puts_the_document_at_the_path(tmp_path: Path) -> None:
    path = tmp_path / "scheme-of-work.docx"
    write(full_review(), path)
    assert path.read_bytes() == document(full_review())


def test_dates_are_written_out_in_full() -> None:
    assert scheme(full_review())["programme"]["issued"] == "26 June 2026"


@pytest.mark.office
@pytest.mark.parametrize("held", [full_review(), review("module M1"), review(AUTUMN)])
def test_the_validator_accepts_the_document(held: Review, tmp_path: Path) -> None:
    path = tmp_path / "scheme-of-work.docx"
    write(held, path)
    assert complaints(path) == []


@pytest.mark.office
def test_the_validator_accepts_the_template() -> None:
    assert complaints(TEMPLATE) == []
