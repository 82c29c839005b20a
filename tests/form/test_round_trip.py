"""A form that nobody edited changes nothing; what was edited arrives."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from curriculum import pipeline
from curriculum.findings import SourceError
from curriculum.form.loading import source_in
from curriculum.form.merging import merge, write
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.library.pins import default_library
from curriculum.library.reading import Provenance, entries_of
from curriculum.library.store import Library
from curriculum.paths import WORKED_EXAMPLE
from curriculum.sources import source_named
from form_copies import codes, edited, lines, merged, texts
from form_copies import write as put
from plan_copies import REFORMED, as_text


def test_an_unedited_form_changes_nothing(folder: Path, sheet: Path) -> None:
    before = texts(folder)
    made = merged(folder, sheet)
    assert made.comparison.is_empty
    assert not made.findings
    assert not made.aside
    assert write(made) == []
    assert texts(folder) == before


def test_the_worked_example_comes_back_as_it_went(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    write_form(source_of(WORKED_EXAMPLE), path)
    made = merge(WORKED_EXAMPLE, [path])
    assert made.comparison.is_empty
    assert not made.findings
    assert not made.aside


def test_saved_by_another_program_it_still_changes_nothing(
    folder: Path, sheet: Path
) -> None:
    made = merged(folder, edited(sheet, lambda _: None))
    assert made.comparison.is_empty
    assert not made.findings
    assert not made.aside


def test_the_same_programme_gives_the_same_form(folder: Path, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_form(source_of(folder), tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def edit_everything(book: Workbook) -> None:
    put(book, "Marks", ("K7", "M01.01"), "D")
    put(book, "Marks", ("K2", "M01.02"), "M")
    put(book, "Marks", ("K1", "M01.01"), None)
    put(book, "Marks", ("S1", "M02.02"), "T")
    put(book, "Assessed", ("K1", "A01"), "A")
    put(book, "Intended", ("K2", "M01"), None)
    put(book, "Intended", ("K3", "M01"), "x")
    put(book, "Sessions", ("M01.01", "Learners can …"), "Name the team\nList the rooms")
    put(book, "Sessions", ("M01.02", "Kind"), "teaching")
    put(book, "Sessions", ("M01.02", "Maths"), "Counting & <adding>")
    put(book, "Sessions", ("M02.01", "What the lecturer does"), '=1+1 \\ "quoted"')
    put(book, "Modules", ("M02", "Hours"), 6.5)
    put(book, "Modules", ("M02", "Optional"), "yes")
    put(book, "Assessments", ("A01", "Hand-in"), datetime(2027, 2, 9))  # noqa: DTZ001
    put(book, "Closures", ("Staff day", "Last day"), datetime(2026, 11, 18))  # noqa: DTZ001
    put(book, "Waivers", ("COV101", "Who decided"), "Ruth")
    book["Programme"]["B5"] = "Small, sound & new"


WANTED = [
    "programme: title Small & <sound> → Small, sound & new",
    "closure Staff day: last day 17 Nov 2026 → 18 Nov 2026",
    "module M01: intends K2 marked → not marked",
    "module M01: intends K3 not marked → marked",
    (
        "M01 session 1: learners can … Name the team; Draw the plan → "
        "Name the team; List the rooms"
    ),
    "M01 session 1: K1 introduced → not marked",
    "M01 session 1: K7 introduced → developed",
    "M01 session 2: maths nothing → Counting & <adding>",
    "M01 session 2: kind workshop → teaching",
    "M01 session 2: K2 introduced → mastered",
    "module M02: hours 6 → 6.5",
    "module M02: optional no → yes",
    'M02 session 1: what the lecturer does nothing → =1+1 \\ "quoted"',
    "M02 session 2: S1 not marked → taught",
    "assessment A01: assesses K1 not marked → marked",
    "assessment A01: hand-in 2 Feb 2027 → 9 Feb 2027",
    "waiver COV101 K3: who decided nothing → Ruth",
]


def test_every_kind_of_edit_is_listed_in_plain_words(folder: Path, sheet: Path) -> None:
    made = merged(folder, edited(sheet, edit_everything))
    assert sorted(lines(made)) == sorted(WANTED)
    assert codes(made) == []
    change = next(c for c in made.comparison.changes if c.path[-1] == "K7")
    assert str(change) == (
        "M01 session 1: K7 introduced → developed (copy-1.xlsx, Marks!E10)"
    )


def test_what_is_written_keeps_comments_and_order(folder: Path, sheet: Path) -> None:
    before = texts(folder)
    assert write(merged(folder, edited(sheet, edit_everything)))
    module = (folder / "modules/M01.toml").read_text("utf-8")
    assert 'K7 = "developed"' in module
    assert 'K2 = { mark = "mastered", stamp = "abcdef012345" }' in module
    assert '  "K1", "K3",' in module
    assert "# both from the start" in module
    assert "# The first day" in module
    main = (folder / "programme.toml").read_text("utf-8")
    assert 'title = "Small, sound & new"   # kept beside the title' in main
    untouched = before["calendar.toml"].replace(
        b"date = 2026-11-17   # agreed in May\n", b""
    )
    lines_after = (folder / "calendar.toml").read_bytes().splitlines()
    assert [n for n in untouched.splitlines() if n not in lines_after] == []


def test_what_was_written_is_what_the_form_says(
    folder: Path, sheet: Path, tmp_path: Path
) -> None:
    copy = edited(sheet, edit_everything)
    write(merged(folder, copy))
    again = merged(folder, copy)
    assert again.comparison.is_empty
    assert not again.comparison.conflicts
    fresh = tmp_path / "fresh.xlsx"
    write_form(source_of(folder), fresh)
    assert merged(folder, fresh).comparison.is_empty
    programme = pipeline.load(folder).programme
    assert programme is not None
    assert programme.assessments[0].hand_in == date(2027, 2, 9)
    assert programme.modules[1].sessions[0].tutor == '=1+1 \\ "quoted"'


def test_new_rows_are_new_records_in_their_place(folder: Path, sheet: Path) -> None:
    def add(book: Workbook) -> None:
        page = book["Sessions"]
        page.append(["M01", "M01.01a", "Between", "teaching", 3, "yes", "LO1"])
        page.append(["M02", "M02.03", "Last", None, 2.5])
        book["Outcomes"].append(["m02", "LO2", "Test a page"])
        book["Modules"].append(["M03", "Growing", None, "JM", 3])
        page.append(["M03", "M03.01", "Roots", None, 3])
        marks = book["Marks"]
        marks["I3"] = "m03.01"
        marks["I5"] = "i"
        book["Terms"].append([None, "Spring", date(2027, 1, 4), date(2027, 3, 25)])

    made = merged(folder, edited(sheet, add))
    assert set(lines(made)) == {
        "M01 session M01.01a: new, Between",
        "M02 session 3: new, Last",
        "M03 session 1: new, Roots",
        "module M03: new, Growing",
        "M02 outcome LO2: new, Test a page",
        "term Spring: new, Spring",
    }
    assert codes(made) == []
    write(made)
    programme = pipeline.load(folder).programme
    assert programme is not None
    keys = [session.key for _, session in programme.sessions()]
    assert keys == [
        "M01.01",
        "M01.01a",
        "M01.02",
        "M02.01",
        "M02.02",
        "M02.03",
        "M03.01",
    ]
    (link,) = programme.modules[2].sessions[0].teaches
    assert (link.item, link.depth) == ("K2", "introduced")


def test_a_form_alone_is_a_programme(folder: Path, sheet: Path) -> None:
    whole, alone = pipeline.load(folder), pipeline.load(sheet)
    assert whole.programme is not None
    assert alone.programme is not None
    said = [
        [(f.code, f.message) for f in pipeline.review(p).findings]
        for p in (whole, alone)
    ]
    assert said[0] == said[1]
    assert [
        s.model_dump(exclude={"source", "teaches", "embedding"})
        for _, s in whole.programme.sessions()
    ] == [
        s.model_dump(exclude={"source", "teaches", "embedding"})
        for _, s in alone.programme.sessions()
    ]


def test_what_is_found_in_a_form_alone_names_its_cell(sheet: Path) -> None:
    copy = edited(sheet, lambda b: put(b, "Sessions", ("M01.02", "Outcomes"), "LO9"))
    findings = pipeline.review(pipeline.load(copy)).findings
    (found,) = (f for f in findings if f.code == "ASM109")
    assert str(found.source) == "copy-1.xlsx:Sessions!A5"


def test_a_form_of_a_programme_that_brings_its_own_standard(tmp_path: Path) -> None:
    care = Path(__file__).parents[1] / "programmes" / "care-foundation"
    path = tmp_path / "care.xlsx"
    write_form(source_of(care), path)
    assert merge(care, [path]).comparison.is_empty
    alone, whole = pipeline.load(path).programme, pipeline.load(care).programme
    assert alone is not None
    assert whole is not None
    assert [f.digest for f in alone.frameworks] == [f.digest for f in whole.frameworks]


def test_what_lies_beside_the_facts_goes_along(folder: Path, tmp_path: Path) -> None:
    care = Path(__file__).parents[1] / "programmes" / "care-foundation"
    standard = care / "foundation-standard.txt"
    (folder / "published").mkdir()
    shutil.copy(standard, folder / "published" / "care.txt")
    main = folder / "programme.toml"
    more = '[[frameworks]]\nid = "OWN"\nsource = "published/care.txt"\npolicy = "epa"\n'
    main.write_bytes(main.read_bytes() + more.encode())
    (folder / "suggestions.toml").write_text("# nothing yet\n", "utf-8")
    source = source_of(folder)
    assert source.sources.keys() == {"published/care.txt", "suggestions.toml"}
    path = tmp_path / "form.xlsx"
    write_form(source, path)
    alone = pipeline.load(path).programme
    assert alone is not None
    assert [f.id for f in alone.frameworks] == ["ST0128", "OWN"]


def test_a_file_that_would_lie_outside_the_programme_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    source = source_of(folder)
    source.sources["../outside.txt"] = b"x"
    path = tmp_path / "form.xlsx"
    write_form(source, path)
    with pytest.raises(SourceError, match=r"\.\./outside\.txt, which lies outside"):
        pipeline.load(path)
    assert not list(tmp_path.glob("**/outside.txt"))


def test_a_standard_of_the_library_is_missed_in_a_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main = folder / "programme.toml"
    text = main.read_text("utf-8")
    main.write_text(text.replace("software-development-technician", "ST0128@1.1"))
    monkeypatch.setenv("CURRICULUM_LIBRARY", str(tmp_path / "none.sqlite3"))
    path = tmp_path / "form.xlsx"
    write_form(source_of(folder, whole=True), path)
    said = [str(f) for f in pipeline.load(path).findings if f.code == "ASM205"]
    (missed,) = said
    assert missed.startswith("form.xlsx:Programme: ASM205 ST0128 cannot be read: ")
    assert "is not in the library" in missed


def test_a_standard_of_the_library_goes_along(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CURRICULUM_LIBRARY", str(tmp_path / "library.sqlite3"))
    standard = source_named("software-development-technician")
    assert standard is not None
    plan = tmp_path / "plan.txt"
    plan.write_text(as_text(REFORMED).replace("ST9999", "ST0128"), "utf-8")
    with Library(default_library(), create=True) as library:
        for file in (standard.path, plan):
            library.add(entries_of(file, Provenance("" if file == plan else "1.1"))[0])
    main = folder / "programme.toml"
    pinned = '"ST0128@1.1"\nassessment_plan = "ST0128@2.0"'
    text = main.read_text("utf-8")
    text = text.replace('"software-development-technician"', pinned)
    main.write_text(text, "utf-8")
    path, again = tmp_path / "form.xlsx", tmp_path / "again.xlsx"
    write_form(source_of(folder, whole=True), path)
    assert merge(folder, [path]).findings == []
    monkeypatch.setenv("CURRICULUM_LIBRARY", str(tmp_path / "none.sqlite3"))
    write_form(source_in(path), again)
    for form in (path, again):
        alone = pipeline.load(form)
        assert alone.programme is not None
        (framework,) = alone.programme.frameworks
        assert len(framework.items) == 62
        assert framework.assessment_outcomes
        assert not [f for f in alone.findings if f.code == "ASM205"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_of_files_stay(folder: Path, tmp_path: Path, end: str) -> None:
    path = folder / "modules/M02.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", end.encode()))
    sheet = tmp_path / "form.xlsx"
    write_form(source_of(folder), sheet)
    before = path.read_bytes()
    copy = edited(sheet, lambda b: put(b, "Sessions", ("M02.01", "Topic"), "Sites"))
    write(merged(folder, copy))
    assert path.read_bytes() == before.replace(b'"Pages"', b'"Sites"')
