"""A difference as a Word document and as a workbook."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from openpyxl import load_workbook

import office_checks
import workbook_checks
from curriculum.model import Standard
from curriculum.office.fields import fields_of
from curriculum.office.word_template import check_template
from curriculum.versions import affected, compare, edition_of
from curriculum.versions.difference import Difference
from curriculum.versions.sheets_report import write_sheets
from curriculum.versions.word_report import (
    TEMPLATE,
    VersionDiffFields,
    as_word,
)
from notation import programme
from real_programs import complaints
from version_pairs import standard

OLD = standard(
    "K How to name a variable in a program that others read",
    "K Astudio'r môr & <tides> mewn porthladdoedd yng Nghymru 🌊",
    "K Baroque counterpoint and its notation in early printed scores",
    "S =Test a program against its specification and record the result",
)
NEW = standard(
    "K How to name a variable in a program which others read",
    "K Astudio'r môr & <tides> mewn porthladdoedd yng Nghymru 🌊",
    "S Graft heritage apple varieties onto dwarfing rootstock żółw",
    "S =Test a program against its specification and record the result",
    version="1.1",
)
PROGRAMME = """
    framework ST0000 epa K1 K2 S1
    M1 teaches K1 S1
    A1 assesses K1
"""
UNCHANGED = compare(edition_of(OLD), edition_of(OLD))
LONG = standard(*(f"K {'very ' * 900}long statement number {n}" for n in range(3)))


def difference(old: Standard = OLD, new: Standard = NEW) -> Difference:
    return compare(edition_of(old), edition_of(new))


@pytest.fixture(scope="module")
def word() -> bytes:
    impact = affected(programme(PROGRAMME), difference())
    assert impact
    return as_word(difference(), [impact])


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("diff") / "diff.xlsx"
    impact = affected(programme(PROGRAMME), difference())
    assert impact
    write_sheets(difference(), [impact], path)
    return path


def xml(document: bytes) -> str:
    with ZipFile(BytesIO(document)) as package:
        return package.read("word/document.xml").decode()


def styled(document: bytes, style: str) -> list[str]:
    runs = re.findall(rf'<w:rStyle w:val="{style}"/>.*?</w:r>', xml(document))
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", run)) for run in runs]


def test_the_template_names_known_fields_only() -> None:
    assert check_template(TEMPLATE, fields_of(VersionDiffFields)).problems == ()


def test_word_states_the_verdict_before_the_tables(word: bytes) -> None:
    paragraphs = [(p.style.name, p.text) for p in Document(BytesIO(word)).paragraphs]  # type: ignore[union-attr]
    verdicts = [text for style, text in paragraphs if style == "Verdict"]
    assert verdicts[0].startswith("2 KSBs changed")
    assert verdicts[1].startswith("TEST-1: 1 module")
    assert any(text.startswith("Proposed grade: revision") for _, text in paragraphs)


def test_word_marks_words_with_signs_and_a_style(word: bytes) -> None:
    out, put_in = styled(word, "TakenOut"), styled(word, "PutIn")
    assert "[-that-]" in out
    assert "{+which+}" in put_in
    assert any("żółw+}" in text for text in put_in)
    assert not re.search("[\ue000-\uf8ff]", xml(word))


def test_excel_marks_words_with_signs_and_colour(workbook: Path) -> None:
    sheet = load_workbook(workbook, rich_text=True)["Statements"]
    wording = sheet["E4"].value
    assert "[-that-]{+which+}" in str(wording)
    colours = {
        str(part): part.font.color.rgb for part in wording if hasattr(part, "font")
    }
    assert colours["[-that-]"] != colours["{+which+}"]
    assert sheet["A4"].value == "K1"


def test_text_that_looks_like_a_formula_stays_text(workbook: Path) -> None:
    sheet = load_workbook(workbook)["Statements"]
    kept = [cell for cell in sheet["E"] if str(cell.value).startswith("=Test")]
    assert [cell.data_type for cell in kept] == ["s"]


@pytest.mark.parametrize(
    "held", [difference(), UNCHANGED, difference(OLD, LONG), difference(LONG, OLD)]
)
def test_both_are_sound_whatever_changed(held: Difference, tmp_path: Path) -> None:
    write_sheets(held, [], tmp_path / "diff.xlsx")
    assert workbook_checks.faults(tmp_path / "diff.xlsx") == []
    assert office_checks.faults(as_word(held)) == []


def test_the_same_difference_gives_the_same_bytes(word: bytes, tmp_path: Path) -> None:
    impact = affected(programme(PROGRAMME), difference())
    assert impact
    assert as_word(difference(), [impact]) == word
    write_sheets(difference(), [], tmp_path / "a.xlsx")
    write_sheets(difference(), [], tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.office
def test_the_validator_of_the_format_complains_of_neither(
    word: bytes, workbook: Path, tmp_path: Path
) -> None:
    path = tmp_path / "diff.docx"
    path.write_bytes(word)
    assert complaints(path) == []
    assert complaints(workbook) == []
