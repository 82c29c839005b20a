"""Foreign layouts that went through LibreOffice: edited, or saved as something else."""

from datetime import date
from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import Understood, understand
from curriculum.starter import standard_named
from foreign_layouts import LAYOUTS
from libreoffice import Office

pytestmark = pytest.mark.office
TODAY = date(2026, 7, 1)


def read(path: Path) -> Understood:
    standard = standard_named("ST0128").standard
    return understand(open_document(path), standard, today=TODAY)


def said(understood: Understood) -> list[object]:
    """What was read: sessions, modules with their marks, assessments, days off."""
    held = understood.reading
    return [
        [(s.when.first, s.when.week, s.topic, s.marks, s.hours) for s in held.sessions],
        [(m.title, m.marks) for m in held.modules.values()],
        [(a.key, a.title, sorted(a.items)) for a in held.assessments.values()],
        [d.title for d in held.days_off],
    ]


def layout(name: str, folder: Path) -> Path:
    path = folder / name
    LAYOUTS[name](path)
    return path


@pytest.mark.parametrize(
    "name",
    [
        *("scheme-of-learning.docx", "unit-template.docx", "term-tables.docx"),
        *("sheet-a-unit.xlsx", "module-grid.xlsx"),
    ],
)
def test_saved_by_libreoffice_it_says_the_same(
    office: Office, tmp_path: Path, name: str
) -> None:
    ours = layout(name, tmp_path)
    theirs = office.edit(ours, tmp_path / f"saved-{name}")
    assert said(read(theirs)) == said(read(ours))


def test_a_grid_that_people_lengthened_and_commented(
    office: Office, tmp_path: Path
) -> None:
    ours = layout("turned-grid.csv", tmp_path)
    book = office.edit(ours, tmp_path / "grid.xlsx")
    edited = office.edit(
        book,
        tmp_path / "edited.xlsx",
        ["insert_rows", "turned-grid", 0, 2],
        ["text", "turned-grid", "A1", "Our mapping, second draft"],
        ["note", "turned-grid", "B4", "Is this right?"],
    )
    before, after = read(book), read(edited)
    assert said(after) == said(before)
    assert any("Is this right?" in entry.text for entry in after.notes.kept)


def test_a_sheet_saved_as_csv_with_semicolons_in_windows_letters(
    office: Office, tmp_path: Path
) -> None:
    grid = layout("module-grid.xlsx", tmp_path)
    flat = office.edit(grid, tmp_path / "grid.csv")
    whole, left = (read(path).reading.modules for path in (grid, flat))
    lost = {
        (module.title, key)
        for module, other in zip(whole.values(), left.values(), strict=True)
        for key in module.marks.keys() - other.marks.keys()
    }
    # Those letters have no ✓, so that the program writes a question mark.
    assert lost == {("Web", "S1")}
    assert "S1 is marked ?, which is not known; it is kept" in {
        finding.message for finding in read(flat).notes.findings
    }


@pytest.mark.parametrize("name", ["grid.xls", "grid.ods"])
def test_other_formats_are_refused_with_a_sentence(
    office: Office, tmp_path: Path, name: str
) -> None:
    old = office.edit(layout("module-grid.xlsx", tmp_path), tmp_path / name)
    with pytest.raises(SourceError, match=name):
        read(old)


def test_a_document_with_a_password_is_refused_with_a_sentence(
    office: Office, tmp_path: Path
) -> None:
    ours = layout("module-grid.xlsx", tmp_path)
    locked = office.edit(ours, tmp_path / "locked.xlsx", password="secret")  # noqa: S106
    with pytest.raises(SourceError, match=r"locked\.xlsx: is protected by a password"):
        read(locked)
