"""Schemes of work and grids as colleges make them, built by hand for tests.

Headings are those of real documents; python-docx and openpyxl set them out, so
that nothing of our own writers comes in.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[object]]


def table_of(document: Document, rows: Rows) -> Table:
    """A table; None continues the cell above, "<" the cell to the left."""
    table: Table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        cells = table.rows[r].cells
        for c, text in enumerate(row):
            if text not in (None, "<"):
                cells[c].text = str(text)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None:
                table.cell(r - 1, c).merge(table.cell(r, c))
            elif text == "<":
                table.cell(r, c - 1).merge(table.cell(r, c))
    return table


def landscape(document: Document) -> None:
    """Turn the page."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def shade(table: Table, row: int, column: int, colour: str) -> None:
    """Colour a cell."""
    look = table.cell(row, column)._tc.get_or_add_tcPr()  # noqa: SLF001 (python-docx has no colours of cells)
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    look.append(shading)


def extended_scheme(path: Path) -> None:
    """A college's extended scheme: a block of details, then eight wide columns."""
    document = docx.Document()
    landscape(document)
    document.add_heading("Extended Scheme of Work", 0)
    table_of(
        document,
        [
            ("Curriculum Area", "Digital", "Course Title", "Software Development L3"),
            ("Course Code", "SD3-19", "Units/Elements", "Units 1 and 7"),
            ("Awarding Organisation", "Pearson & Partners", "Lecturer", "Siân Owen"),
            ("Start Date", "9/9/2019", "End Date", "5/5/2020"),
            ("No. Weeks", "30", "Hours per Week", "4.5"),
        ],
    )
    document.add_paragraph("Promotion of British Values: see the policy.")
    table_of(
        document,
        [
            (
                "Wk",
                "Spec ref",
                (
                    "Topics & Learning Objectives: By the end of the week / session "
                    "students should be able to:"
                ),
                "Teaching & Learning (inc EQ), (inc … Stretch & Challenge)",
                "Maths/English/ICT/ and E&D signposting",
                "Assessment for and of Learning",
                "Skills check ref",
                "Reflection Notes",
            ),
            (
                "1\n9/9",
                "K1-K3, S2/S3",
                "What developers do",
                "Card sort\nPair talk",
                "Maths: counting\nReading aloud",
                "Exit ticket",
                "A, PL",
                "",
            ),
            (
                "2\n16/9",
                "k7; B1",
                "Safe working",
                "Walk round",
                "",
                "Quiz",
                "IL",
                "Went well",
            ),
            ("3\n23/9", "K99", "Testing <b> & more", "Worksheet", "", "", "", ""),
        ],
    )
    document.save(str(path))


def scheme_of_learning(path: Path) -> None:
    """Eleven columns, a heading divided in two, weeks that are no teaching."""
    document = docx.Document()
    landscape(document)
    document.add_paragraph("Scheme of Learning 2020/2021")
    document.add_paragraph("Group / Learning Aim Code: L2TP")
    table_of(
        document,
        [
            (
                "Week",
                "Date (Week commencing)",
                "Topic",
                "ASSIGNMENT Hand out and in dates (if applicable)",
                "Learning and Teaching activity",
                "<",
                "Method of Assessment",
                (
                    "Signposting to wider skills development: Career, Employability, "
                    "E&D, E&M"
                ),
                "Any special equipment/ resources",
                "Calendar and Events information",
                "KSBs",
            ),
            (None, None, None, None, "Remote", "Face to Face", *[None] * 5),
            ("1", "7th Sept", "Induction Week", "", "", "Tour", "", "", "", "", "B4"),
            (
                "2",
                "14th Sept",
                "Rhythm",
                "Assignment 1 handed out",
                "Video",
                "Clapping game",
                "Observation",
                "Careers: session musicians",
                "Keyboards; headphones",
                "SU Elections",
                "K1, K2",
            ),
            (
                "3",
                "21st Sept",
                "Harmony",
                "",
                "Reading",
                "Chords",
                "Quiz",
                "",
                "",
                "",
                "S1",
            ),
            ("4", "28th Sept", "Staff Development Day – no teaching", *[""] * 8),
            (
                "5",
                "5th Oct",
                "Form",
                "Assignment 1 hand in",
                "",
                "Score",
                "",
                "",
                "",
                "",
                "S1 to S3",
            ),
        ],
    )
    document.save(str(path))


def unit_two(path: Path) -> None:
    """A sixth form's unit: lessons by number, codes for wider skills."""
    document = docx.Document()
    landscape(document)
    document.add_heading("Unit 2 Creating Systems to Manage Information", 1)
    table_of(
        document,
        [
            (
                "Lesson No",
                "Topic & Objectives",
                "Big Question – What will students learn?",
                (
                    "Key Activities & Specialist Terminology (Do Now Task / "
                    "Starter/Tasks/Plenary)"
                ),
                "Planned Assessment",
                "Homework or flipped learning resources",
                "DODDLE resources",
                "Lit Num SMSC Codes",
            ),
            (
                "1",
                "Purpose of databases (K10)",
                "Why not a list?",
                "Starter: sort cards",
                "Q and A",
                "Read chapter 1",
                "Databases 1",
                "So8 C3 Sp2",
            ),
            (
                "2",
                "Normal forms",
                "What is a key?",
                "Plenary: quiz",
                "Marked sheet",
                "",
                "Databases 2",
                "So8",
            ),
        ],
    )
    document.save(str(path))


def unit_template(path: Path) -> None:
    """Weeks merged over their sessions, with durations; contact hours in the head."""
    document = docx.Document()
    table_of(
        document,
        [
            ("Unit Title", "Web development"),
            ("Course", "Digital"),
            ("Contact Hours", "8"),
            ("Level", "3"),
        ],
    )
    document.add_heading("B. Learning activities", 2)
    table_of(
        document,
        [
            (
                "Week",
                "Session",
                "Duration",
                "Learning Activity",
                "Curriculum/Content",
                "Room & Resource Requirement",
                "Teaching Notes/Support Materials",
            ),
            ("1", "1", "2 hours", "Lecture", "HTML", "Room 4", "Slides 1"),
            (None, "2", "90 mins", "Lab", "CSS", "PCs", ""),
            ("2", "3", "2h 30m", "Lab", "Forms", "PCs", "Slides 2"),
            ("3", "4", "2", "Show", "Review of pages", "", ""),
        ],
    )
    document.save(str(path))


def functional_skills(path: Path) -> None:
    """Five columns, upright, weeks by number alone."""
    document = docx.Document()
    document.add_paragraph("English Level 2 Scheme of Work")
    table_of(
        document,
        [
            (
                "Week No",
                "Lesson Outline",
                "Teaching & Learning Strategies",
                "Assessment",
                "Resources",
            ),
            ("1", "Induction and assessments", "Forms", "Initial", "Forms"),
            ("2", "Reading for gist", "Skimming", "Quiz", "• Leaflets\n• Timetables"),
            ("3", "", "", "", ""),
            ("4", "Writing letters", "Models", "Draft", "Templates"),
        ],
    )
    document.save(str(path))


def two_columns(path: Path) -> None:
    """The least there is: a week in words, and what is done."""
    document = docx.Document()
    document.add_paragraph("Autumn term 2026")
    table_of(
        document,
        [
            ("Week", "Lesson content"),
            ("Week commencing 7th Sept", "Variables K1 and S1"),
            ("Week commencing 14th Sept", "Loops"),
            ("Week commencing 21st Sept", "Functions & files"),
            ("w/c 28th Sept", "Half term project"),
        ],
    )
    document.save(str(path))


def table_a_week(path: Path) -> None:
    """A heading and a table of its own for every week."""
    document = docx.Document()
    document.add_heading("Unit 7 Networks", 1)
    for number, (day, topic, codes) in enumerate(
        (
            ("7 September 2026", "Cables", "K9"),
            ("14 September 2026", "Switches", "K9, S5"),
            ("21 September 2026", "Routers", "S5"),
        ),
        start=1,
    ):
        document.add_heading(f"Week {number} – w/c {day}", 2)
        table_of(
            document,
            [
                ("Time", "Content", "Teacher Activity", "Student Activity", "KSBs"),
                ("09:30-12:30", topic, "Shows", "Try", codes),
                ("13:30-15:30", f"{topic} lab", "Helps", "Build", ""),
            ],
        )
    document.save(str(path))


def card_a_session(path: Path) -> None:
    """One small table a session: labels on the left."""
    document = docx.Document()
    for number, topic in enumerate(("Ethics", "Law"), start=1):
        document.add_paragraph(f"Session {number}")
        table_of(
            document,
            [
                ("Date", f"{5 + number} October 2026"),
                ("Topic", topic),
                ("Learning outcomes", "• Explain a duty\n• List risks"),
                ("Activities", "Lecturer: Reads a case\nLearners: Argue it"),
                ("Resources", "Case cards"),
                ("KSBs", "K16, B5"),
                ("Duration", "3 hours"),
            ],
        )
    document.save(str(path))


def term_tables(path: Path) -> None:
    """A table a term; holidays and units are rows over the whole width."""
    document = docx.Document()
    landscape(document)
    heads = ("Week", "W/C", "Content", "Learning outcomes", "Homework")
    wide = ["<"] * 4
    document.add_paragraph("TERM 1 September to December 2026")
    table_of(
        document,
        [
            heads,
            ("Unit 1 Programming", *wide),
            ("1", "07/09/26", "Sequence", "LO1 Trace a program", "Read"),
            ("2", "14/09/26", "Selection", "LO1", ""),
            ("Half term – 21 to 25 September", *wide),
            ("3", "28/09/26", "Iteration", "LO2 Write a loop", ""),
        ],
    )
    document.add_paragraph("TERM 2 January to April 2027")
    table_of(
        document,
        [
            heads,
            ("Unit 2 Data", *wide),
            ("4", "04/01/27", "Tables", "LO1 Design a table", ""),
            ("5", "11/01/27", "Queries", "", "Practise"),
            ("Easter holiday", *wide),
        ],
    )
    document.save(str(path))


def gantt(path: Path) -> None:
    """An awarding body's delivery plan: units down, week-commencing dates across."""
    book = Workbook()
    sheet = _sheet(book, "Term 1")
    _fill(
        sheet,
        [
            ("TERM 1 September to December 2026",),
            (
                "Unit",
                "Unit Title",
                "Guided Learning Hours (GLH)",
                "7 Sep",
                "14 Sep",
                "21 Sep",
                "28 Sep",
                "Hours",
            ),
            ("1", "Online World", 30, 2.5, 2.5, "EA", "", 5),
            ("3", "Digital Portfolio", 30, "", "", 2.5, "x", 2.5),
            ("EA = external assessment",),
        ],
    )
    book.save(path)


def module_grid(path: Path) -> None:
    """KSBs down, modules across under a merged heading, I/R/M/A with a legend."""
    book = Workbook()
    sheet = _sheet(book, "Mapping")
    _fill(
        sheet,
        [
            ("KSB mapping 2026/27",),
            ("I = introduced, R = reinforced, M = mastered, A = assessed",),
            ("", "", "Year 1", "", "Year 2"),
            ("KSB", "Description", "Programming", "Web", "Project", "Total"),
            ("K1", "Life cycle", "I", "R", "M, A", 3),
            ("k2", "Roles", "", "i", "r/a", 2),
            ("S1", "Write code", "IRM", "✓", "?", 3),
            ("S99", "Not in it", "I", "", "", 1),
            ("B1", "Think", "–", "n/a", "M", 1),
            ("Skills", "", "", "", "", ""),
        ],
    )
    sheet.merge_cells("C3:D3")
    book.save(path)


def turned_grid(path: Path) -> None:
    """Modules down, KSBs across, T and A; saved with semicolons in cp1252."""
    lines = [
        "Module;Hours;K1;K2;S1;B1",
        "Programming – début;30;T;T/A;;",
        "Café website;20;;T;TA;x",
        '"Team; project";40;A;;T;',
    ]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))


def colour_grid(path: Path, *, legend: bool = False) -> None:
    """A grid that is marked by colour alone."""
    book = Workbook()
    sheet = _sheet(book, "Grid")
    rows: list[tuple[object, ...]] = [
        ("KSB", "Module A", "Module B"),
        ("K1", "", ""),
        ("K2", "", "x"),
        ("S1", "", ""),
    ]
    if legend:
        rows = [("", "Introduced"), ("", "Assessed"), *rows]
    _fill(sheet, rows)
    first = 3 if legend else 1
    green, red = (PatternFill("solid", fgColor=c) for c in ("FF92D050", "FFFF0000"))
    if legend:
        sheet["A1"].fill, sheet["A2"].fill = green, red
    sheet.cell(first + 1, 2).fill = green
    sheet.cell(first + 3, 2).fill = green
    sheet.cell(first + 3, 3).fill = red
    book.save(path)


def evidence_list(path: Path) -> None:
    """One row an entry: which KSB, where, with what evidence."""
    document = docx.Document()
    table_of(
        document,
        [
            ("KSB", "Where it appears in the day", "Evidence date"),
            ("K1 Life cycle", "Baseline comparison; experiment log", "9 Sept 2026"),
            ("S1", "experiment log", ""),
            ("B1", "Stand-up", ""),
        ],
    )
    document.save(str(path))


def sheet_a_unit(path: Path) -> None:
    """A workbook with a sheet a unit, real dates, formulas, and a merged week."""
    book = Workbook()
    sheet = _sheet(book, "Databases")
    _fill(
        sheet,
        [
            ("Lecturer", "Owain Parry"),
            ("Week", "Date", "Topic", "Hours", "Homework", "KSB ref"),
            (1, date(2026, 9, 8), "Tables", 3, "", "K10"),
            ("", date(2026, 9, 10), "Keys", "=1+2", "=nothing", "K10 & S3"),
            (2, date(2026, 9, 15), "Queries", 3, "Chapter 2", "S3"),
        ],
    )
    sheet.merge_cells("A3:A4")
    other = book.create_sheet("Web pages")
    _fill(
        other,
        [
            ("Week", "Date", "Topic", "Hours"),
            (3, "22/09/2026", "HTML", "3"),
            (4, "not yet known", "CSS", "3 hrs"),
        ],
    )
    book.save(path)


def _sheet(book: Workbook, title: str) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return sheet


def _fill(sheet: Worksheet, rows: Rows) -> None:
    for row in rows:
        sheet.append(list(row))


LAYOUTS: dict[str, Callable[[Path], None]] = {
    "extended-scheme.docx": extended_scheme,
    "scheme-of-learning.docx": scheme_of_learning,
    "unit-two.docx": unit_two,
    "unit-template.docx": unit_template,
    "functional-skills.docx": functional_skills,
    "two-columns.docx": two_columns,
    "table-a-week.docx": table_a_week,
    "card-a-session.docx": card_a_session,
    "term-tables.docx": term_tables,
    "delivery-plan.xlsx": gantt,
    "module-grid.xlsx": module_grid,
    "turned-grid.csv": turned_grid,
    "colour-grid.xlsx": colour_grid,
    "evidence-list.docx": evidence_list,
    "sheet-a-unit.xlsx": sheet_a_unit,
}


def without_part(path: Path, part: str) -> None:
    """Take a part out of an Office file, as damage does."""
    with ZipFile(path) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for name, data in held.items():
            if name != part:
                archive.writestr(name, data)
