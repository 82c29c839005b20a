"""Shapes of tables, marks and notes that schemes and grids of colleges come in."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from curriculum.importing.codes import codes_in
from curriculum.importing.marks import colour_names
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import Understood, understand
from curriculum.model import Depth, Purpose
from curriculum.starter import standard_named
from foreign_layouts import Rows, shade, table_of

TODAY = date(2026, 7, 1)
GREEN, AMBER = "FF92D050", "FFFFC000"


def read(path: Path) -> Understood:
    standard = standard_named("ST0128").standard
    return understand(open_document(path), standard, today=TODAY)


def word(folder: Path, rows: Rows, edit: Callable[[Document], object] = id) -> Path:
    path, document = folder / "file.docx", docx.Document()
    table_of(document, rows)
    edit(document)
    document.save(str(path))
    return path


def excel(folder: Path, rows: Rows, edit: Callable[[Worksheet], object] = id) -> Path:
    path, book = folder / "file.xlsx", Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(list(row))
    edit(sheet)
    book.save(path)
    return path


def merged(*areas: str) -> Callable[[Worksheet], object]:
    return lambda sheet: [sheet.merge_cells(area) for area in areas]


def messages(got: Understood) -> str:
    return "\n".join(map(str, got.notes.findings))


def topics(got: Understood) -> list[tuple[str, str]]:
    """Each session's topic with the day on which it is."""
    held = got.reading.sessions
    return [(s.topic, f"{s.starts:%d %b}" if s.starts else "") for s in held]


def marks(got: Understood) -> dict[str, str]:
    """What each module teaches, with the letter of its depth."""
    return {
        module.title: " ".join(
            f"{k}{m.depth.letter}" for k, m in module.marks.items() if m.depth
        )
        for module in got.reading.modules.values()
    }


def assessed(got: Understood) -> list[list[str]]:
    return [draft.items for draft in got.reading.assessments.values()]


def test_a_scheme_that_runs_across_is_read_column_by_column(tmp_path: Path) -> None:
    rows = [
        ("", "07/09/2026", "14/09/2026"),
        ("Topic", "Loops", "Tables"),
        ("Learning outcomes", "Write a loop", "Design one"),
        ("KSBs", "K1, S1", "S3"),
        ("Notes", "Room 2", ""),
    ]
    got = read(word(tmp_path, rows))
    assert topics(got) == [("Loops", "07 Sep"), ("Tables", "14 Sep")]
    assert list(got.reading.sessions[0].marks) == ["K1", "S1"]
    assert "runs across; its columns are read as rows" in messages(got)
    assert "Room 2" in {k.text for k in got.notes.kept}


def test_a_week_of_days_holds_a_session_a_cell(tmp_path: Path) -> None:
    rows = [
        ("Week", "Monday", "Thursday"),
        ("w/c 7 Sept 2026", "Loops K10", "Lab"),
        ("Half term: 14 September", "<", "<"),
        ("w/c 21 Sept 2026", "Tables", ""),
    ]
    got = read(word(tmp_path, rows))
    assert topics(got) == [
        ("Loops K10", "07 Sep"),
        ("Lab", "10 Sep"),
        ("Tables", "21 Sep"),
    ]
    assert len(got.reading.days_off) == 1
    assert "holds a session a cell; each is read as a row" in messages(got)


def test_mornings_and_afternoons_are_sessions_with_their_times(tmp_path: Path) -> None:
    rows = [("Day", "AM 9:30-12:30", "PM 1:30-3:30"), ("8 Sept 2026", "Loops", "Lab")]
    first, second = read(word(tmp_path, rows)).reading.sessions
    assert (f"{first.at:%H:%M}", first.hours) == ("09:30", 3)
    assert (f"{second.at:%H:%M}", second.hours) == ("13:30", 2)


def test_details_and_sessions_in_one_table(tmp_path: Path) -> None:
    rows = [
        ("Course title:", "SDT & more", "Tutor:", "Siân Llŷr"),
        ("Start date:", "8 September 2026", "Group: SDT26", "<"),
        ("Week", "Date", "Topic", "KSBs"),
        ("1", "8 Sept", "Intro", "K1"),
        ("2", "15 Sept", "Loops", "K2"),
    ]
    got = read(word(tmp_path, rows))
    assert topics(got) == [("Intro", "08 Sep"), ("Loops", "15 Sep")]
    assert got.reading.facts["lecturer"][0] == "Siân Llŷr"
    assert got.reading.facts["cohort"][0] == "SDT26"


def test_one_code_a_row_behind_a_topic_is_a_scheme(tmp_path: Path) -> None:
    rows = [("Topic", "KSBs"), ("Intro", "K1"), ("Code", "S1"), ("Pages", "S2")]
    got = read(word(tmp_path, rows))
    assert [topic for topic, _ in topics(got)] == ["Intro", "Code", "Pages"]
    assert [list(s.marks) for s in got.reading.sessions] == [["K1"], ["S1"], ["S2"]]


def test_marks_and_where_each_is_assessed_stand_in_one_grid(tmp_path: Path) -> None:
    rows = [
        ("KSBs", "Mod 1", "Mod 2", "Assessed in"),
        ("KNOWLEDGE",),
        ("K1 all stages", "●", "", "Exam"),
        ("K2 roles", "", "✓", "Exam"),
        ("S1 code", "●", "✓", "Portfolio"),
    ]
    got = read(excel(tmp_path, rows))
    assert marks(got) == {"Mod 1": "K1T S1T", "Mod 2": "K2T S1T"}
    assert assessed(got) == [["K1", "K2"], ["S1"]]
    assert "Sheet!D1: IMP109 the column Assessed in is read as where" in messages(got)


def test_taught_and_assessed_below_each_module(tmp_path: Path) -> None:
    rows = [
        ("", "Unit 1 Code", None, "Unit 2 Web", None),
        ("KSB", "Taught", "Assessed", "Taught", "Assessed"),
        ("K1", "x", "x", "", ""),
        ("K2", "", "", "x", ""),
        ("S1", "x", "", "x", "x"),
    ]
    got = read(excel(tmp_path, rows, merged("B1:C1", "D1:E1")))
    assert marks(got) == {"Unit 1 Code": "K1T S1T", "Unit 2 Web": "K2T S1T"}
    assert assessed(got) == [["K1"], ["S1"]]


@pytest.mark.parametrize(
    ("rows", "areas"),
    [
        (
            [
                ("Module", "Knowledge", None, "Skills"),
                ("", 1, 2, 1),
                ("Code", "x", "", "x"),
                ("Web", "", "x", ""),
            ],
            ["B1:C1"],
        ),
        (
            [
                ("Type", "No", "Statement", "Code", "Web"),
                ("K", 1, "a", "x", ""),
                ("K", 2, "b", "", "x"),
                ("S", 1, "c", "x", ""),
            ],
            [],
        ),
    ],
)
def test_codes_in_two_cells_are_put_together(
    rows: Rows, areas: Sequence[str], tmp_path: Path
) -> None:
    got = read(excel(tmp_path, rows, merged(*areas)))
    assert marks(got) == {"Code": "K1T S1T", "Web": "K2T"}
    assert "codes are put together from two cells" in messages(got)


def test_totals_and_answers_of_learners_are_no_modules(tmp_path: Path) -> None:
    turned = [
        ("Module", "K1", "K2", "S1"),
        ("Code", "T", "", "T/A"),
        ("Total", 1, 0, 1),
    ]
    got = read(excel(tmp_path, turned))
    assert marks(got) == {"Code": "K1T S1T"}
    assert "the row is left out: it counts the marks" in messages(got)
    answers = [("KSB", "Yes", "No"), ("K1", "x"), ("K2", "", "x"), ("S1", "x")]
    assert marks(read(excel(tmp_path, answers))) == {}


def test_a_unit_is_the_same_with_and_without_its_title(tmp_path: Path) -> None:
    rows = [("KSB", "Unit 1", "Unit 1: Code"), ("K1", 1, 0), ("K2", 0, 1), ("S1", 1, 1)]
    got = read(excel(tmp_path, rows))
    assert marks(got) == {"Unit 1: Code": "K1T S1T K2T"}
    assert "is taken for the module" in messages(got)


def test_a_legend_of_colours_may_stand_below(tmp_path: Path) -> None:
    def colour(sheet: Worksheet) -> None:
        for cell, shade_ in (
            ("B2", GREEN),
            ("C3", AMBER),
            ("A6", GREEN),
            ("A7", AMBER),
        ):
            sheet[cell].fill = PatternFill("solid", fgColor=shade_)

    rows = [
        ("KSB", "Mod A", "Mod B"),
        *(("K1",), ("K2",), ("S1",), ()),
        ("", "Introduced"),
        ("", "Mastered"),
    ]
    got = read(excel(tmp_path, rows, colour))
    assert marks(got) == {"Mod A": "K1I", "Mod B": "K2M"}
    assert "2 marks are read by colour, as the legend says" in messages(got)


def test_a_legend_may_call_colours_by_name(tmp_path: Path) -> None:
    def colour(document: Document) -> None:
        shade(document.tables[0], 1, 1, "92D050")
        shade(document.tables[0], 2, 2, "FFC000")
        document.add_paragraph("Key: green = taught, amber = assessed")

    rows = [("KSB", "Mod A", "Mod B"), ("K1", "", ""), ("K2", "", ""), ("S1", "", "")]
    got = read(word(tmp_path, rows, colour))
    assert marks(got) == {"Mod A": "K1T", "Mod B": ""}
    assert assessed(got) == [["K2"]]


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        *(("00B050", "green"), ("FF0000", "red"), ("FFC000", "amber")),
        *(("FFFF00", "yellow"), ("4472C4", "blue"), ("7030A0", "purple")),
        *(("BFBFBF", "grey"), ("C6EFCE", "green"), ("theme 4", None)),
    ],
)
def test_what_people_call_a_colour(fill: str, name: str | None) -> None:
    assert name in colour_names(fill) if name else colour_names(fill) == ()


def test_tracked_changes_are_read_as_accepted_and_notes_are_kept(
    tmp_path: Path,
) -> None:
    def track(document: Document) -> None:
        table, names = document.tables[0], nsdecls("w")
        cell = table.cell(1, 1).paragraphs[0]._p  # noqa: SLF001 (python-docx tracks nothing)
        run = cell[-1]
        cell.replace(run, parse_xml(f"<w:del {names} w:id='1'><w:r/></w:del>"))
        cell.append(
            parse_xml(
                f"<w:ins {names} w:id='2'><w:r><w:t>New topic</w:t></w:r></w:ins>"
            )
        )
        look = table.rows[2]._tr.get_or_add_trPr()  # noqa: SLF001 (as above)
        look.append(parse_xml(f"<w:del {names} w:id='3'/>"))
        document.add_comment(document.paragraphs[0].runs, text="Ask the EPAO")

    def edit(document: Document) -> None:
        document.add_paragraph("Agreed")
        track(document)

    rows = [("Week", "Topic"), ("1", "Old topic"), ("2", "Taken out")]
    got = read(word(tmp_path, rows, edit))
    assert [topic for topic, _ in topics(got)] == ["New topic"]
    assert "has tracked changes; it is read as if all of them" in messages(got)
    assert "Ask the EPAO" in {k.text for k in got.notes.kept}


def test_what_is_hidden_in_a_workbook_is_told(tmp_path: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    rows = [
        ("KSB", "Mod A", "Mod B"),
        ("K1", "x", "x"),
        ("K2", "x", ""),
        ("S1", "", "x"),
    ]
    got = read(excel(tmp_path, rows, hide))
    assert marks(got) == {"Mod A": "K1T K2T", "Mod B": "K1T S1T"}
    assert "Sheet!A3: IMP114 the cell is in a hidden row (3)" in messages(got)
    assert "Sheet!C1: IMP114 the cell is in a hidden column (C)" in messages(got)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Knowledge 1-2; Skill 2 and Behaviour 1", "K1 K2 S2 B1"),
        ("K01, S-2; K.3", "K1 S2 K3"),
        ("K1, 2, 4 & S3", "K1 K2 K4 S3"),
    ],
)
def test_codes_as_people_spell_them(text: str, keys: str) -> None:
    known = [f"{kind}{n}" for kind in "KSB" for n in range(1, 6)]
    assert list(codes_in(text, known).marks) == keys.split()


def test_a_depth_in_words_beside_a_code() -> None:
    found = codes_in(
        "K1 (introduced), S2 – mastered, B1 (assessed)", ["K1", "S2", "B1"]
    )
    assert {k: m.depth for k, m in found.marks.items()} == {
        "K1": Depth.INTRODUCED,
        "S2": Depth.MASTERED,
        "B1": None,
    }
    assert found.marks["B1"].assessed is Purpose.SUMMATIVE


def test_texts_beside_codes_and_other_frameworks_are_told(tmp_path: Path) -> None:
    rows = [
        ("Week", "Topic", "KSBs"),
        ("1", "Loops", "All"),
        ("2", "Lists", "ST0128: K1 I; ST9002: K2"),
    ]
    got = read(word(tmp_path, rows))
    assert [list(s.marks) for s in got.reading.sessions] == [[], ["K1"]]
    assert "“All” is not read as KSBs; it is kept" in messages(got)
    assert "codes of ST9002 are of another framework" in messages(got)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Pętle – żółw"),
        ("utf-16-le", "Cyflwyniad"),
        ("cp1250", "Pętle zagnieżdżone"),
        ("cp1252", "Café – début"),
    ],
)
def test_separated_values_in_other_letters(
    encoding: str, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(f"Week\tTopic\tKSBs\r\n1\t{text}\tK1\r\n".encode(encoding))
    assert [topic for topic, _ in topics(read(path))] == [text]


def test_hand_outs_on_a_day_without_teaching_count(tmp_path: Path) -> None:
    rows = [
        ("Date", "Topic", "Assessment"),
        ("7/9/2026", "Loops", ""),
        ("14/9/2026", "No teaching", "Assignment 1 handed out"),
        ("21/9/2026", "Lists", "Assignment 1 hand in"),
    ]
    got = read(word(tmp_path, rows))
    (draft,) = got.reading.assessments.values()
    days = {name: f"{day:%d %b}" for name, day in draft.days.items()}
    assert days == {"hand_out": "14 Sep", "hand_in": "21 Sep"}


def test_the_weekly_pattern_gives_hours(tmp_path: Path) -> None:
    def details(document: Document) -> None:
        document.add_paragraph("Day/time: Tuesdays 9.30–12.00")
        document.add_paragraph("Start date: 8 September 2026")

    rows = [
        ("Session", "Topic", "Activities"),
        ("1", "Loops", "a"),
        ("2", "Lists", "b"),
    ]
    got = read(word(tmp_path, rows, details))
    assert [s.hours for s in got.reading.sessions] == [2.5, 2.5]
    assert "weekly pattern “Tuesdays 9.30–12.00”" in messages(got)
