"""Layouts that nobody had in mind: other words, other shapes, other nations."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook

from curriculum.importing.drafts import SessionDraft
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import Understood, understand
from curriculum.starter import standard_named
from foreign_layouts import Rows, table_of

TODAY = date(2026, 7, 1)
TEXT_BOX = """
<w:r {names} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape id="box">
<v:textbox><w:txbxContent>
<w:p><w:r><w:t>Every lesson starts with a retrieval task</w:t></w:r></w:p>
<w:p><w:r><w:t>Course leader: Zoë Żak</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""


def read(path: Path) -> Understood:
    standard = standard_named("ST0128").standard
    return understand(open_document(path), standard, today=TODAY)


def word(path: Path, rows: Rows, edit: Callable[[Document], object] = id) -> Path:
    document = docx.Document()
    edit(document)
    table_of(document, rows)
    document.save(str(path))
    return path


def excel(path: Path, rows: Rows, merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def facts(session: SessionDraft) -> tuple[str, str, str]:
    """The day, the topic, and the marks with their depths."""
    day = session.when.first
    marks = (
        f"{k}{m.depth.letter}" for k, m in sorted(session.marks.items()) if m.depth
    )
    said = f"{day.day}.{day.month}." if day else ""
    return said, " ".join(session.topic.split()), " ".join(marks)


def sessions(understood: Understood) -> list[tuple[str, str, str]]:
    return [facts(session) for session in understood.reading.sessions]


def messages(understood: Understood) -> str:
    return "\n".join(str(finding) for finding in understood.notes.findings)


def test_a_welsh_scheme_with_headings_in_row_four_and_merged_weeks(
    tmp_path: Path,
) -> None:
    rows: Rows = [
        ["Coleg y Bont: Cynllun Gwaith / Scheme of Work"],
        ["Cwrs:", "Technegydd Meddalwedd", "", "Tiwtor:", "Siân Llŷr"],
        [],
        [
            *("Wythnos / Week", "Dyddiad / Wk Beg", "Pwnc / Topic"),
            *("Amcanion Dysgu", "ESDGC", "Gwaith Cartref"),
        ],
        [1, "07/09/26", "Croeso (K2)", "Know the site", "Recycling", "Read on"],
        ["", "", "Systems (K9)", "Name the parts", "", ""],
        [2, "14/09/26", "Algorithms K10, K11", "Write one", "", ""],
        ["Hanner Tymor", "26/10/26"],
    ]
    got = read(excel(tmp_path / "welsh.xlsx", rows, ["A5:A6", "B5:B6"]))
    assert sessions(got) == [
        ("7.9.", "Croeso (K2)", "K2T"),
        ("7.9.", "Systems (K9)", "K9T"),
        ("14.9.", "Algorithms K10, K11", "K10T K11T"),
    ]
    first = got.reading.sessions[0]
    assert first.texts["sustainability"] == ["Recycling"]
    assert first.texts["homework"] == ["Read on"]
    assert got.reading.facts["title"][0] == "Technegydd Meddalwedd"
    assert len(got.reading.days_off) == 1


def test_an_american_pacing_guide_with_two_rows_of_headings(tmp_path: Path) -> None:
    rows = [
        ("Module", "Class meeting", "<", "Content", "<", "Evidence", "<", "Reading"),
        (
            *(None, "Session #", "Meeting date", "Essential question"),
            *("Lecture / lab", "Formative checks", "Graded work (due date)", None),
        ),
        (
            *("1: Foundations", "1", "Sept 8, 2026", "What is software?"),
            *("Lab: set up", "Clicker poll", "", "Ch. 1"),
        ),
        (
            *(None, "2", "Sept 15, 2026", "How do computers decide?"),
            *("Lab: selection", "Exit slip", "Quiz 1 (due Sept 22, 2026)", "Ch. 2"),
        ),
        ("No class: Thanksgiving", *"<<<<<<<"),
    ]
    got = read(word(tmp_path / "pacing.docx", rows))
    assert sessions(got) == [
        ("8.9.", "What is software?", ""),
        ("15.9.", "How do computers decide?", ""),
    ]
    second = got.reading.sessions[1]
    assert second.texts["check"] == ["Exit slip"]
    assert second.texts["learners"] == ["Lab: selection"]
    (quiz,) = got.reading.assessments.values()
    assert quiz.title == "Quiz 1"
    assert got.reading.events[0].what == "hand_in"


def test_a_column_for_each_ksb_beside_dated_workshops(tmp_path: Path) -> None:
    rows: Rows = [
        ["Training delivery plan"],
        ["", "", "", "Knowledge", "", "", "Skills", "", "Behaviours"],
        ["Block", "Date", "Workshop title", *("K1", "K2", "K3", "S1", "S2", "B1")],
        ["Block 1", date(2026, 9, 14), "Roles", "✓", "✔", "", "", "", "✓"],
        ["Block 1", date(2026, 9, 15), "Code", "", "", "", "I", "x", ""],
        ["Block 2", date(2026, 10, 12), "Pages", "", "", "Y", "", "", ""],
    ]
    got = read(excel(tmp_path / "ticks.xlsx", rows, ["D2:F2", "G2:H2"]))
    assert sessions(got) == [
        ("14.9.", "Roles", "B1T K1T K2T"),
        ("15.9.", "Code", "S1I S2T"),
        ("12.10.", "Pages", "K3T"),
    ]
    assert [s.module for s in got.reading.sessions] == ["Block 1", "Block 1", "Block 2"]


def test_knowledge_skills_and_behaviours_in_a_column_each(tmp_path: Path) -> None:
    rows = [
        ("Teaching wk", "W/b", "Session", "Knowledge", "Skills", "Behaviours"),
        ("1", "07.09.2026", "AM: Welcome", "K2", "", "B1, B4"),
        (None, None, "PM: Safety", "K17; K18", "S12", ""),
        ("2", "14.09.2026", "All day: coding", "K10-K11", "S1 & S2", ""),
    ]
    got = read(word(tmp_path / "ksbs.docx", rows))
    assert sessions(got) == [
        ("7.9.", "AM: Welcome", "B1T B4T K2T"),
        ("7.9.", "PM: Safety", "K17T K18T S12T"),
        ("14.9.", "All day: coding", "K10T K11T S1T S2T"),
    ]
    assert "topics stand under the heading Session" in messages(got)


def test_a_card_of_four_columns_a_week(tmp_path: Path) -> None:
    path, document = tmp_path / "cards.docx", docx.Document()
    for day, topic, code in ((8, "Variables", "K10"), (15, "Loops", "S1")):
        document.add_paragraph(f"Lesson outline: {topic}")
        table_of(
            document,
            [
                ("Date", f"Tues {day} Sep 2026", "Time", "09:30-12:30"),
                ("Lesson focus", topic, "Tutor", "HP"),
                ("Learners will be able to", f"Use {topic.lower()}", "<", "<"),
                ("KSB coverage", code, "OTJ hrs", "3"),
            ],
        )
    document.save(str(path))
    got = read(path)
    assert sessions(got) == [
        ("8.9.", "Variables", "K10T"),
        ("15.9.", "Loops", "S1T"),
    ]
    assert got.reading.sessions[1].texts["objectives"] == ["Use loops"]
    assert got.reading.sessions[0].hours == 3


def test_a_table_within_a_table_is_read_by_its_own_headings(tmp_path: Path) -> None:
    path, document = tmp_path / "nested.docx", docx.Document()
    rows = [
        ("Week", "Session plan", "Assessment"),
        ("Week 1", "Bring a laptop", "Quiz"),
    ]
    table = table_of(document, rows)
    inner = table.cell(1, 1).add_table(2, 2)
    for at, text in enumerate(("Topic", "Variables", "Learning outcomes", "Name one")):
        inner.cell(at // 2, at % 2).text = text
    document.save(str(path))
    got = read(path)
    (session,) = got.reading.sessions
    assert session.topic == "Variables: Bring a laptop"
    assert session.texts["objectives"] == ["Name one"]
    assert "a table within the cell is read by its own headings" in messages(got)


def test_text_boxes_are_texts_of_their_own(tmp_path: Path) -> None:
    def box(document: Document) -> None:
        paragraph = document.add_paragraph("Autumn term")
        run = parse_xml(TEXT_BOX.format(names=nsdecls("w")))
        paragraph._p.append(run)  # noqa: SLF001 (python-docx has no text boxes)

    rows = [
        ("Wk", "What we are learning", "KSBs", "Assessment point"),
        ("1", "Safety", "K17", "Assignment 1 set"),
        ("2", "Design", "K8; K11", "Assignment 1 hand-in"),
        ("HALF TERM", "<", "<", "<"),
    ]
    got = read(word(tmp_path / "box.docx", rows, box))
    assert got.reading.facts["lecturer"] == ("Zoë Żak", "text box at paragraph 1")
    kept = {entry.text for entry in got.notes.kept}
    assert "Every lesson starts with a retrieval task" in kept
    assert [topic for _, topic, _ in sessions(got)] == ["Safety", "Design"]
    (assignment,) = got.reading.assessments.values()
    assert assignment.title == "Assignment 1"


def test_weeks_that_stand_beside_each_other(tmp_path: Path) -> None:
    rows = [
        ("Wk 1 07/09/26", "Wk 2 14/09/26", "Wk 3 21/09/26"),
        ("Intro K1", "Design K8", "Build S1"),
    ]
    assert sessions(read(word(tmp_path / "across.docx", rows))) == [
        ("7.9.", "Intro K1", "K1T"),
        ("14.9.", "Design K8", "K8T"),
        ("21.9.", "Build S1", "S1T"),
    ]


def test_a_column_of_methods_beside_marks_is_no_module(tmp_path: Path) -> None:
    rows: Rows = [
        ["I = Introduced, R = Reinforced, M = Mastered, A = Assessed"],
        ["KSB ref", "Duty", "CS101 Intro", "CS102 Data", "EPA method"],
        ["K1", "D1", "I", "R", "Project"],
        ["K2", "D1, D2", "I", "", "Discussion"],
        ["S1", "D3", "", "R, A", "Portfolio"],
        ["Total", "", 2, 2, ""],
    ]
    got = read(excel(tmp_path / "map.xlsx", rows))
    titles = {m.title: sorted(m.marks) for m in got.reading.modules.values()}
    assert titles == {"CS101 Intro": ["K1", "K2"], "CS102 Data": ["K1", "S1"]}
    assert "the column EPA method holds no marks; it is kept" in messages(got)


def test_a_list_of_where_each_is_covered_names_each_module(tmp_path: Path) -> None:
    rows = [
        ("Statement", "Where it is covered", "How it is assessed"),
        ("K1: Fundamentals of all stages", "Modules 1 and 3", "Test"),
        ("K2 Roles and responsibilities", "Module 1", "Discussion"),
        ("S1", "Modules 2-3", "Project"),
    ]
    got = read(word(tmp_path / "list.docx", rows))
    titles = {m.title: sorted(m.marks) for m in got.reading.modules.values()}
    assert titles == {
        "Module 1": ["K1", "K2"],
        "Module 2": ["S1"],
        "Module 3": ["K1", "S1"],
    }
    assert "“Modules 1 and 3” is read as Module 1, Module 3" in messages(got)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Key content", "topic"),
        ("Key vocabulary", ""),
        ("Session aims", "outcomes"),
        ("Unit learning outcomes", "outcomes"),
        ("Lesson overview", "topic"),
        ("Tracking (KSB)", "ksbs"),
        ("Teacher & student activity", "activities"),
        ("Take-home task", "homework"),
        ("How will we learn it?", "activities"),
        ("Teaching wk", "week"),
        ("ESDGC", "sustainability"),
    ],
)
def test_headings_of_other_colleges(heading: str, field: str, tmp_path: Path) -> None:
    rows = [("Week", "Topic", heading), ("1", "Loops", "something to say")]
    (part,) = read(word(tmp_path / "one.docx", rows)).reading.parts
    assert part.heads[2].field == field
