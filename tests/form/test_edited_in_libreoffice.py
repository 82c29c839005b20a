"""What people do to a form in LibreOffice, each done there and merged."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from curriculum.findings import SourceError
from form_copies import codes, lines, merged
from libreoffice import Office

pytestmark = pytest.mark.office


@pytest.fixture
def copy(sheet: Path) -> Path:
    return sheet.with_name("copy-1.xlsx")


def test_opening_and_saving_changes_nothing(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    made = merged(folder, office.edit(sheet, copy))
    assert made.comparison.is_empty
    assert not made.comparison.conflicts
    assert codes(made) == []
    assert made.aside == []


def test_rows_sorted_and_filtered_change_nothing(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["sort", "Sessions", "A3:Y7", 2, False],
        ["sort", "Marks", "A3:H65", 1, True],
        ["sort", "Closures", "A3:E5", 2, False],
        ["filtered", "Outcomes", "A3:C5", 0, "M02"],
    )
    made = merged(folder, copy)
    assert lines(made) == []
    assert codes(made) == []
    assert made.comparison.missing == []


def test_marks_follow_their_row_when_the_grid_was_sorted(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["text", "Marks", "H10", "M"],
        ["sort", "Marks", "A3:H65", 0, False],
    )
    assert lines(merged(folder, copy)) == ["M02 session 2: K7 not marked → mastered"]


def test_inserted_rows_and_columns_move_nothing(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["insert_columns", "Sessions", 0, 2],
        ["insert_columns", "Marks", 5, 1],
        ["insert_rows", "Sessions", 1, 3],
        ["insert_rows", "Sessions", 8, 2],
        ["text", "Sessions", "B7", "My column"],
        ["text", "Sessions", "B8", "My remark"],
        ["text", "Marks", "F3", "Room"],
        ["text", "Marks", "F4", "D14"],
    )
    made = merged(folder, copy)
    assert lines(made) == []
    assert made.comparison.missing == []
    assert [text for _, text in made.aside] == [
        "the column B of Sessions headed My column (2 cells) is no part of the form",
        "the column F of Marks headed Room (2 cells) is no part of the form",
    ]


def test_renamed_headings_and_sheets_are_still_found(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["text", "Sessions", "C3", "What it is about"],
        ["text", "Sessions", "C4", "Welcome"],
        ["rename", "Sessions", "Lessons"],
    )
    made = merged(folder, copy)
    assert [str(c) for c in made.comparison.changes] == [
        "M01 session 1: topic Arrivals → Welcome (copy-1.xlsx, Lessons!C4)"
    ]
    assert made.aside == []


def test_a_deleted_row_is_reported_and_never_deleted_unasked(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy, ["remove_rows", "Sessions", 5, 1])
    made = merged(folder, copy)
    assert made.comparison.is_empty
    assert [str(gone) for gone in made.comparison.missing] == [
        "M02 session 1: its row is missing (copy-1.xlsx, Sessions)"
    ]
    asked = merged(folder, copy, delete=True)
    assert [gone.id for gone in asked.comparison.deletions] == [
        ("session", "M02", "M02.01")
    ]


def test_a_deleted_column_empties_nothing(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["remove_columns", "Sessions", 8, 1],
        ["remove_columns", "Marks", 4, 1],
    )
    made = merged(folder, copy)
    assert lines(made) == []
    assert [str(f) for f in made.findings] == [
        (
            "copy-1.xlsx:Sessions: FRM203 the column What the lecturer does of "
            "Sessions is gone; what each session says there stays as it is"
        ),
        "copy-1.xlsx:Marks: FRM203 the column M01.01 of Marks is gone; its marks stay",
    ]


def test_a_duplicated_sheet_is_kept_aside(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["copy_sheet", "Sessions", "Sessions (2)", 99],
        ["text", "Sessions (2)", "C4", "Changed in the wrong sheet"],
    )
    made = merged(folder, copy)
    assert lines(made) == []
    assert made.aside == [
        ("copy-1.xlsx", "the sheet Sessions (2) is no part of the form")
    ]


def test_merged_cells_empty_nothing(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet, copy, ["merge", "Sessions", "C4:C5"], ["merge", "Marks", "E4:F5"]
    )
    made = merged(folder, copy)
    assert lines(made) == []
    assert codes(made).count("FRM205") == 2


def test_notes_are_listed(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy, ["note", "Sessions", "C4", "Is this the right title?"])
    made = merged(folder, copy)
    assert lines(made) == []
    ((_, text),) = made.aside
    assert text.startswith("the note at Sessions!C4: ")
    assert text.endswith("Is this the right title?")


def test_formulas_with_values_are_read_and_mentioned(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy, ["formula", "Marks", "H10", '=IF(1=1;"D";"")'])
    made = merged(folder, copy)
    assert lines(made) == ["M02 session 2: K7 not marked → developed"]
    assert codes(made) == ["FRM201"]


def test_what_was_made_a_number_or_a_date_is_told_and_not_taken(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    typed = {"C4": "1/2", "C5": "3/4/26", "C6": "1E5", "C7": "00123"}
    steps: list[list[object]] = [
        ["typed", "Sessions", at, said] for at, said in typed.items()
    ]
    made = merged(folder, office.edit(sheet, copy, *steps))
    assert lines(made) == []
    assert codes(made) == ["FRM101"] * 4
    said = [f.message.partition(", which Excel makes of")[0] for f in made.findings]
    dates, numbers = said[:2], said[2:]
    assert all(" holds the date " in text for text in dates)
    assert [text.partition(" holds ")[2] for text in numbers] == [
        "the number 100000",
        "the number 123",
    ]


def test_dates_as_words_as_serials_and_in_american_order(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["text", "Terms", "C4", "Monday 14th September 2026"],
        ["number", "Terms", "D4", 46373],
        ["typed", "Closures", "C4", "11/19/2026", "US"],
        ["text", "Closures", "D4", "11/19/2026"],
    )
    made = merged(folder, copy)
    assert lines(made) == [
        "term Autumn: first day 7 Sep 2026 → 14 Sep 2026",
        "term Autumn: last day 18 Dec 2026 → 17 Dec 2026",
        "closure Staff day: first day 17 Nov 2026 → 19 Nov 2026",
    ]
    (found,) = made.findings
    assert found.code == "FRM101"
    assert "is no date with the day first" in found.message


def test_pasted_text_and_codes_in_small_letters(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["text", "Sessions", "C4", "\u00a0Arrivals\u00a0 "],
        ["text", "Sessions", "C5", "\u201cTools\u201d\u00a0and more  "],
        ["text", "Sessions", "H4", "• Name the team\n•\u00a0Draw the plan\n\n"],
        ["text", "Sessions", "H5", "Hold it\nUse it\n"],
        ["text", "Sessions", "B6", " m02.01"],
        ["text", "Sessions", "C6", "Sites"],
        ["text", "Marks", "A4", "k1"],
        ["text", "Marks", "H4", "d "],
    )
    made = merged(folder, copy)
    assert lines(made) == [
        "M01 session 2: topic Tools → “Tools” and more",
        "M01 session 2: learners can … nothing → Hold it; Use it",
        "M02 session 1: topic Pages → Sites",
        "M02 session 2: K1 not marked → developed",
    ]
    assert codes(made) == []


def test_without_document_properties_every_difference_is_to_be_confirmed(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(
        sheet,
        copy,
        ["forget_properties"],
        ["text", "Sessions", "C4", "Welcome"],
        ["text", "Sessions", "C5", "Instruments"],
    )
    made = merged(folder, copy)
    assert codes(made) == ["FRM206"]
    assert len(made.comparison.conflicts) == 2
    accepted = merged(folder, copy, accept=["Sessions!C4"])
    assert lines(accepted) == ["M01 session 1: topic Arrivals → Welcome"]
    assert len(accepted.comparison.left) == 1


def test_text_that_begins_with_an_equals_sign_stays_text(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy, ["text", "Sessions", "C5", "=1+1 is a sum"])
    made = merged(folder, copy)
    assert lines(made) == ["M01 session 2: topic Tools → =1+1 is a sum"]
    assert codes(made) == []


def test_counts_come_to_what_the_form_says(
    office: Office, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy)
    ours, theirs = (load_workbook(path, data_only=True) for path in (sheet, copy))
    for name in ("Start here", "Modules", "Marks", "Assessed", "Intended"):
        for row in ours[name].iter_rows():
            for cell in row:
                assert theirs[name][cell.coordinate].value == cell.value


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("copy.ods", "is an OpenDocument workbook; send the form"),
        ("copy.csv", "is a plain table, which has one sheet and no baseline"),
    ],
)
def test_other_formats_are_refused_with_a_sentence(
    office: Office, folder: Path, sheet: Path, name: str, why: str
) -> None:
    copy = office.edit(sheet, sheet.with_name(name))
    with pytest.raises(SourceError, match=why):
        merged(folder, copy)


def test_the_format_of_excel_97_is_refused_whatever_its_name(
    office: Office, folder: Path, sheet: Path
) -> None:
    old = office.edit(sheet, sheet.with_name("old.xls"))
    with pytest.raises(SourceError, match=r"old\.xls: is in the format of Excel 97"):
        merged(folder, old)
    renamed = old.rename(sheet.with_name("old.xlsx"))
    with pytest.raises(SourceError, match="or in the format of Office 97"):
        merged(folder, renamed)


def test_a_form_with_a_password_is_refused_with_a_sentence(
    office: Office, folder: Path, sheet: Path, copy: Path
) -> None:
    office.edit(sheet, copy, password="Łódź & 1")  # noqa: S106 (a test's own)
    with pytest.raises(SourceError, match=r"copy-1\.xlsx: is protected by a password"):
        merged(folder, copy)
