"""Files that are damaged, hostile or merely odd give a sentence, and no more."""

import time
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from openpyxl import Workbook

from curriculum import pipeline
from curriculum.findings import SourceError
from curriculum.importing.notes_file import NOTES
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import Understood, understand
from curriculum.importing.writing import write
from curriculum.starter import standard_named
from foreign_layouts import table_of, two_columns, without_part
from pace import allowed

TODAY = date(2026, 7, 1)


def _understood(path: Path) -> Understood:
    return understand(
        open_document(path), standard_named("ST0128").standard, today=TODAY
    )


def _written(path: Path, folder: Path) -> None:
    write(folder, _understood(path), standard_named("ST0128"), first=TODAY, today=TODAY)


def _refused(path: Path) -> str:
    with pytest.raises(SourceError) as refusal:
        open_document(path)
    return str(refusal.value)


def test_files_that_are_none_of_the_three_kinds(tmp_path: Path) -> None:
    for name, data, said in (
        ("old.doc", b"x", "save it as .docx"),
        ("old.xls", b"x", "save it as .xlsx"),
        ("scheme.pdf", b"%PDF", "open the Word or Excel file"),
        ("empty.csv", b"", "is empty"),
        ("lock.docx", b"not a zip", "no .docx, .xlsx or .csv"),
        ("~$open.docx", b"x", "lock of a file that is open"),
        ("zip.csv", b"a\0b", "not a text file"),
        ("locked.docx", bytes.fromhex("d0cf11e0a1b11ae1"), "password"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert said in _refused(path)
    assert "no such file" in _refused(tmp_path / "missing.docx")


def test_a_document_without_its_main_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hollow.docx"
    two_columns(path)
    without_part(path, "word/document.xml")
    assert "not a Word document" in _refused(path)


def test_damaged_xml_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document")
    assert "is damaged" in _refused(path)


def test_xml_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "laughs.docx"
    bomb = '<!DOCTYPE a [<!ENTITY b "ha">]><a>&b;</a>'
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bomb)
    assert "XML entities" in _refused(path)


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 60_000_000)
    begun = time.process_time()
    assert "unpacks to more than" in _refused(path)
    assert time.process_time() - begun < allowed(2)


def test_a_document_without_tables_names_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_paragraph("Dear colleague")
    document.save(str(path))
    with pytest.raises(SourceError, match="row of headings"):
        _written(path, tmp_path / "made")
    assert not (tmp_path / "made").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "scheme.docx"
    two_columns(path)
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "mine.txt").write_text("mine")
    with pytest.raises(SourceError, match="is not empty"):
        _written(path, tmp_path / "made")
    assert [p.name for p in (tmp_path / "made").iterdir()] == ["mine.txt"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    path = tmp_path / "scheme.docx"
    two_columns(path)
    (tmp_path / "made").mkdir()
    _written(path, tmp_path / "made")
    assert {p.name for p in (tmp_path / "made").iterdir()} == {
        *("programme.toml", "calendar.toml", "assessments.toml", "waivers.toml"),
        *("modules", NOTES),
    }


def test_odd_texts_come_through_whole(tmp_path: Path) -> None:
    odd = (
        "Pętle i żółw 🐢 <b> & \"cytat\" 'x'",
        "=SUM(A1:A9)",
        "Ŵy ŷ – Llanfairpwll\\n",
        "a" * 5000,
    )
    path = tmp_path / "odd.docx"
    document = docx.Document()
    table_of(
        document,
        [("Week", "Topic", "Notes"), *((str(n), t, t) for n, t in enumerate(odd, 1))],
    )
    document.save(str(path))
    _written(path, tmp_path / "made")
    programme = pipeline.load(tmp_path / "made").programme
    assert programme
    assert tuple(s.topic for _, s in programme.sessions()) == odd


def test_control_characters_of_a_csv_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(b'Week,Topic,Notes\n1,"a\x0bb","c\x07\x1bd"\n')
    _written(path, tmp_path / "made")
    loaded = pipeline.load(tmp_path / "made")
    assert loaded.programme
    assert [f for f in loaded.findings if f.code.startswith("ASM")] == []


def test_far_cells_are_told_and_do_not_slow(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Week", "Topic"), (1, "Loops"), (2, "Files")):
        sheet.append(row)
    sheet["XFD1048576"] = "far"
    book.save(path)
    begun = time.process_time()
    got = _understood(path)
    assert time.process_time() - begun < allowed(2)
    assert [s.topic for s in got.reading.sessions] == ["Loops", "Files"]
    assert any("XFD1048576" in str(f) for f in got.notes.findings)


def test_a_column_of_cells_merged_over_everything(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Week", "Topic"), (1, "Loops")):
        sheet.append(row)
    sheet.merge_cells("A2:A9000")
    sheet.merge_cells("C1:ZZ1")
    book.save(path)
    begun = time.process_time()
    got = _understood(path)
    assert time.process_time() - begun < allowed(2)
    assert [s.topic for s in got.reading.sessions] == ["Loops"]


def test_a_table_within_a_table_is_text_of_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "nested.docx"
    document = docx.Document()
    table = table_of(document, [("Week", "Topic"), ("1", "Outer")])
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "Inner"
    document.save(str(path))
    (session,) = _understood(path).reading.sessions
    assert session.topic.split("\n")[:2] == ["Outer", "Inner"]


def test_a_year_of_rows_with_dates_that_do_not_exist(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    rows = [f"{n},{n % 40}/{n % 15}/2026,Topic {n}" for n in range(1, 200)]
    path.write_text("Week,Date,Topic\n" + "\n".join(rows), "utf-8")
    _written(path, tmp_path / "made")
    programme = pipeline.load(tmp_path / "made").programme
    assert programme
    assert sum(len(m.sessions) for m in programme.modules) == 199


def test_a_slip_in_a_year_does_not_stretch_the_calendar(tmp_path: Path) -> None:
    path = tmp_path / "slip.csv"
    path.write_text(
        "Date,Topic,Activities\n7/9/2026,One,x y\n14/9/2062,Two,x y\n", "utf-8"
    )
    begun = time.process_time()
    _written(path, tmp_path / "made")
    assert time.process_time() - begun < allowed(2)
