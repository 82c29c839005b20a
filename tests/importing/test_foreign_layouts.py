"""Layouts that colleges and awarding bodies use come in with what they say."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import pytest

import foreign_layouts
from curriculum import pipeline
from curriculum.findings import Finding
from curriculum.importing.notes_file import NOTES
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import Understood, understand
from curriculum.importing.writing import write
from curriculum.model import Depth, Module, Programme, Purpose, Session, SessionKind
from curriculum.starter import standard_named
from curriculum.timetable import Timetable
from foreign_layouts import LAYOUTS

TODAY = date(2026, 7, 1)
FIRST = date(2026, 9, 8)

Read = Callable[..., "Came"]


class Came:
    """A layout as it came in: what was understood, and the programme of it."""

    def __init__(self, understood: Understood, programme: Programme) -> None:
        self.understood = understood
        self.programme = programme
        self.placed = Timetable.of(programme).by_session

    @property
    def sessions(self) -> list[Session]:
        return [session for _, session in self.programme.sessions()]

    def topics(self) -> list[str]:
        return [session.topic for session in self.sessions]

    def days(self) -> list[str]:
        return [f"{self.placed[s.key].starts:%d %b %Y}" for s in self.sessions]

    def marks(self, at: int) -> dict[str, Depth | None]:
        return {link.item: link.depth for link in self.sessions[at].teaches}

    def module(self, title: str) -> Module:
        return next(m for m in self.programme.modules if m.title == title)

    def found(self, code: str) -> list[Finding]:
        return [f for f in self.understood.notes.findings if f.code == code]

    def said(self, code: str) -> str:
        return "\n".join(map(str, self.found(code)))

    @property
    def kept(self) -> str:
        return "\n".join(kept.text for kept in self.understood.notes.kept)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def import_(
        name: str,
        make: Callable[[Path], None] | None = None,
        columns: dict[str, str] | None = None,
    ) -> Came:
        path = tmp_path / name
        (make or LAYOUTS[name])(path)
        start = standard_named("ST0128")
        got = understand(open_document(path), start.standard, columns, today=TODAY)
        write(tmp_path / "made", got, start, first=FIRST, today=TODAY)
        loaded = pipeline.load(tmp_path / "made")
        assert [f for f in loaded.findings if f.code.startswith("ASM2")] == []
        assert loaded.programme is not None
        return Came(got, loaded.programme)

    return import_


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_gives_a_folder_that_is_sound_in_form(
    name: str, read: Read, tmp_path: Path
) -> None:
    came = read(name)
    assert came.sessions
    assert came.found("IMP101")
    notes = (tmp_path / "made" / NOTES).read_text("utf-8")
    missing = [
        k.text
        for k in came.understood.notes.kept
        if " ".join(k.text.split()) not in notes
    ]
    assert missing == []
    assert pipeline.review(pipeline.load(tmp_path / "made")).programme.code == "made"


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_finding_has_a_place_in_the_file(name: str, read: Read) -> None:
    came = read(name)
    for finding in came.understood.notes.findings:
        assert finding.source.file == name
    whole = [f for f in came.understood.notes.findings if not f.source.place]
    assert {f.subject for f in whole} <= {"calendar", "closures", "dates", name}


def test_an_extended_scheme_fills_the_header_and_gives_its_years(read: Read) -> None:
    came = read("extended-scheme.docx")
    assert came.programme.title == "Software Development L3"
    assert came.programme.awarding_organisation == "Pearson & Partners"
    assert came.programme.department == "Digital"
    assert came.programme.people[0].name == "Siân Owen"
    assert came.days() == ["09 Sep 2019", "16 Sep 2019", "23 Sep 2019"]
    assert [s.hours for s in came.sessions] == [4.5, 4.5, 4.5]
    assert came.topics()[2] == "Testing <b> & more"


def test_codes_in_free_text_are_spelt_out_and_told(read: Read) -> None:
    came = read("extended-scheme.docx")
    assert list(came.marks(0)) == ["K1", "K2", "K3", "S2", "S3"]
    assert list(came.marks(1)) == ["K7", "B1"]
    assert came.marks(2) == {}
    assert "table 2, row 2: IMP109 K1-K3 is read as K1, K2, K3" in came.said("IMP109")
    assert "table 2, row 4: IMP108 K99 is not a KSB" in came.said("IMP108")


def test_a_heading_that_speaks_of_two_things_says_so(read: Read) -> None:
    came = read("extended-scheme.docx")
    assert "is taken for topic; it also speaks of outcomes" in came.said("IMP102")
    assert "Went well" in came.kept
    assert "Reading aloud" in came.kept
    assert came.sessions[0].embedding[0].text == "counting"


def test_a_divided_heading_gives_both_of_its_columns(read: Read) -> None:
    came = read("scheme-of-learning.docx")
    assert came.topics() == ["Induction Week", "Rhythm", "Harmony", "Form"]
    assert came.sessions[1].learners == "Video\nClapping game"
    assert came.sessions[0].kind is SessionKind.INDUCTION
    assert "Induction Week" in came.said("IMP116")
    assert came.sessions[1].embedding[0].text == "session musicians"
    assert came.programme.cohort == "L2TP"


def test_weeks_in_words_take_the_year_that_the_document_names(read: Read) -> None:
    came = read("scheme-of-learning.docx")
    assert came.days() == ["07 Sep 2020", "14 Sep 2020", "21 Sep 2020", "05 Oct 2020"]
    assert "2020/21, from the document's own words" in came.said("IMP106")


def test_days_without_teaching_close_the_calendar(read: Read) -> None:
    came = read("scheme-of-learning.docx")
    closed = came.programme.calendar.closures[0]
    assert closed.title == "Staff Development Day – no teaching"
    assert (closed.starts, closed.ends) == (date(2020, 9, 28), date(2020, 10, 2))
    assert closed.kind.value == "staff development"
    assert "table 1, row 6" in came.said("IMP104")


def test_hand_out_and_hand_in_beside_sessions_make_an_assessment(read: Read) -> None:
    came = read("scheme-of-learning.docx")
    (assessment,) = came.programme.assessments
    assert assessment.title == "Assignment 1"
    assert assessment.hand_out == date(2020, 9, 14)
    assert assessment.hand_in == date(2020, 10, 5)
    assert "does not say its purpose; summative is taken" in came.said("IMP115")


def test_a_scheme_without_dates_says_what_it_assumes(read: Read) -> None:
    came = read("unit-two.docx")
    (module,) = came.programme.modules
    assert module.title == "Unit 2 Creating Systems to Manage Information"
    assert came.sessions[0].homework == "Read chapter 1"
    assert list(came.marks(0)) == ["K10"]
    assert "the text names K10" in came.said("IMP109")
    assert came.days() == ["08 Sep 2026", "15 Sep 2026"]
    assert "begins on 2026-09-08, which is assumed" in came.said("IMP106")
    assert "So8 C3 Sp2" in came.kept
    assert "2 sessions without hours" in came.said("IMP111")


def test_a_week_merged_over_its_sessions_holds_for_each(read: Read) -> None:
    came = read("unit-template.docx")
    assert [s.hours for s in came.sessions] == [2, 1.5, 2.5, 2]
    drafts = came.understood.reading.sessions
    assert [s.when.week for s in drafts] == [1, 1, 2, 3]
    assert "table 2, row 3" in came.said("IMP105")
    assert came.programme.level == 3


def test_a_row_that_says_nothing_is_left_out_and_told(read: Read) -> None:
    came = read("functional-skills.docx")
    assert came.topics() == [
        "Induction and assessments",
        "Reading for gist",
        "Writing letters",
    ]
    assert came.sessions[1].resources == ("Leaflets", "Timetables")
    assert "table 1, row 4: IMP104 the row is left out" in came.said("IMP104")


def test_two_columns_are_enough(read: Read) -> None:
    came = read("two-columns.docx")
    assert came.days() == ["07 Sep 2026", "14 Sep 2026", "21 Sep 2026", "28 Sep 2026"]
    assert list(came.marks(0)) == ["K1", "S1"]
    assert came.topics()[3] == "Half term project"
    assert "gives weeks and no days" in came.said("IMP111")


def test_a_heading_names_the_week_of_the_table_below_it(read: Read) -> None:
    came = read("table-a-week.docx")
    assert [m.title for m in came.programme.modules] == ["Unit 7 Networks"]
    assert came.days() == [
        *["07 Sep 2026"] * 2,
        *["14 Sep 2026"] * 2,
        *["21 Sep 2026"] * 2,
    ]
    assert [s.hours for s in came.sessions[:2]] == [3, 2]
    assert came.sessions[0].tutor == "Shows"
    assert came.sessions[0].learners == "Try"


def test_a_card_is_one_session(read: Read) -> None:
    came = read("card-a-session.docx")
    assert came.topics() == ["Ethics", "Law"]
    assert came.sessions[0].objectives == ("Explain a duty", "List risks")
    assert came.sessions[0].tutor == "Reads a case"
    assert came.days() == ["06 Oct 2026", "07 Oct 2026"]


def test_rows_over_the_whole_width_are_units_and_holidays(read: Read) -> None:
    came = read("term-tables.docx")
    titles = [m.title for m in came.programme.modules]
    assert titles == ["Unit 1 Programming", "Unit 2 Data"]
    assert came.days()[:3] == ["07 Sep 2026", "14 Sep 2026", "28 Sep 2026"]
    assert came.days()[3:] == ["04 Jan 2027", "11 Jan 2027"]
    outcomes = came.module("Unit 1 Programming").outcomes
    assert [o.text for o in outcomes] == ["Trace a program", "Write a loop"]
    assert came.sessions[1].outcomes == ("LO1",)
    assert "“Easter holiday” has no date" in came.said("IMP107")


def test_a_delivery_plan_gives_a_session_for_each_marked_week(read: Read) -> None:
    came = read("delivery-plan.xlsx")
    assert [m.title for m in came.programme.modules] == [
        "Online World",
        "Digital Portfolio",
    ]
    dates = [s.starts for s in came.understood.reading.sessions]
    assert dates == [date(2026, 9, d) for d in (7, 14, 21, 21, 28)]
    assert "Term 1!F3: IMP103 the code EA" in came.said("IMP103")
    # Two units in one week cannot both have it in modules that follow each other.
    assert "M02.01 is on 2026-09-21 in the source" in came.said("IMP112")


def test_a_grid_is_read_by_its_legend(read: Read) -> None:
    came = read("module-grid.xlsx")
    assert [m.title for m in came.programme.modules] == [
        "Programming",
        "Web",
        "Project",
    ]
    assert came.marks(0) == {"K1": Depth.INTRODUCED, "S1": Depth.MASTERED}
    assert came.marks(1) == {
        "K1": Depth.DEVELOPED,
        "K2": Depth.INTRODUCED,
        "S1": Depth.TAUGHT,
    }
    assert came.marks(2) == {
        "K1": Depth.MASTERED,
        "K2": Depth.DEVELOPED,
        "B1": Depth.MASTERED,
    }
    assert "Mapping!E7: IMP109 S1 is marked ?, which is not known" in came.said(
        "IMP109"
    )
    assert "Mapping!A8: IMP108 S99" in came.said("IMP108")


def test_what_a_grid_marks_as_assessed_needs_an_assessment(read: Read) -> None:
    came = read("module-grid.xlsx")
    (assessment,) = came.programme.assessments
    assert assessment.title.startswith("TO WRITE:")
    assert assessment.purpose is Purpose.SUMMATIVE
    assert [link.item for link in assessment.assesses] == ["K1", "K2"]
    assert "Mapping!E4" in came.said("IMP115")


def test_a_turned_grid_with_semicolons_in_windows_letters(read: Read) -> None:
    came = read("turned-grid.csv")
    titles = [m.title for m in came.programme.modules]
    assert titles == ["Programming – début", "Café website", "Team; project"]
    assert [m.hours for m in came.programme.modules] == [30, 20, 40]
    assert came.marks(1) == dict.fromkeys(("K2", "S1", "B1"), Depth.TAUGHT)
    tested = [[k.item for k in a.assesses] for a in came.programme.assessments]
    assert tested == [["K2"], ["S1"], ["K1"]]
    assert "Windows-1252" in came.said("IMP114")


def test_colour_alone_makes_no_mark(read: Read) -> None:
    came = read("colour-grid.xlsx")
    assert [list(came.marks(at)) for at in (0, 1)] == [[], ["K2"]]
    assert "Grid!B2: IMP110 cells are marked by colour alone" in came.said("IMP110")
    assert "92D050" in came.kept


def test_a_legend_gives_colours_their_meaning(read: Read) -> None:
    def make(path: Path) -> None:
        foreign_layouts.colour_grid(path, legend=True)

    came = read("legend.xlsx", make)
    assert came.marks(0) == {"K1": Depth.INTRODUCED, "S1": Depth.INTRODUCED}
    (assessment,) = came.programme.assessments
    assert [link.item for link in assessment.assesses] == ["S1"]
    assert not came.found("IMP110")


def test_a_list_of_where_each_ksb_is_taught(read: Read) -> None:
    came = read("evidence-list.docx")
    log = came.module("experiment log")
    assert [link.item for link in log.sessions[0].teaches] == ["K1", "S1"]
    assert "9 Sept 2026" in came.kept


def test_a_sheet_a_unit_with_real_dates_and_formulas(read: Read) -> None:
    came = read("sheet-a-unit.xlsx")
    assert [m.title for m in came.programme.modules] == ["Databases", "Web pages"]
    assert came.topics() == ["Tables", "Keys", "Queries", "HTML", "CSS"]
    assert came.days()[:4] == [
        "08 Sep 2026",
        "10 Sep 2026",
        "15 Sep 2026",
        "22 Sep 2026",
    ]
    assert "Databases!D4: IMP114" in came.said("IMP114")
    assert "Web pages!B3: IMP107 “not yet known” is not read as a date" in came.said(
        "IMP107"
    )


def test_somebody_may_say_what_a_heading_stands_for(read: Read) -> None:
    came = read("unit-two.docx", columns={"Lit Num SMSC Codes": "keep"})
    assert not [f for f in came.found("IMP103") if "wider" in f.message]
    assert "So8 C3 Sp2" in came.kept


def test_a_heading_that_nobody_knows_may_be_named(read: Read) -> None:
    def make(path: Path) -> None:
        document = docx.Document()
        rows = [("Week", "Stuff we do", "Homework"), ("1", "Loops & <lists>", "Read")]
        foreign_layouts.table_of(document, rows)
        document.save(str(path))

    columns = {"stuff we do": "topic"}
    assert read("named.docx", make, columns).topics() == ["Loops & <lists>"]
