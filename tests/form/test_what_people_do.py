"""What people do to a form, by hand or in programs that leave other traces."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl.comments import Comment
from openpyxl.workbook import Workbook

from curriculum.form.merging import write
from form_copies import Edit, codes, edited, lines, merged, texts, with_part
from form_copies import form as new_form
from form_copies import write as put

NBSP = "\N{NO-BREAK SPACE}"


def one(sheet: str, where: tuple[str, str], value: object) -> object:
    return lambda book: put(book, sheet, where, value)


def change(folder: Path, sheet: Path, *edit: object) -> tuple[list[str], list[str]]:
    made = merged(folder, edited(sheet, one(*edit)))  # type: ignore[arg-type]
    return lines(made), [f.message for f in made.findings]


def test_pasted_text_loses_odd_spaces_and_keeps_its_quotes(
    folder: Path, sheet: Path
) -> None:
    pasted = f"{NBSP}“Arrivals”{NBSP}and{NBSP}rooms \r\nSecond line\u200b  "
    made = merged(folder, edited(sheet, one("Sessions", ("M01.01", "Topic"), pasted)))  # type: ignore[arg-type]
    (held,) = made.comparison.changes
    assert held.after == "“Arrivals” and rooms\nSecond line"


def test_spaces_alone_change_nothing(folder: Path, sheet: Path) -> None:
    spaced = f"{NBSP}Arrivals \n"
    assert change(folder, sheet, "Sessions", ("M01.01", "Topic"), spaced) == ([], [])


@pytest.mark.parametrize(
    "said", ["lo1", " LO1 ", f"LO1{NBSP}", "\u2018LO1\u2019", "lo1;"]
)
def test_codes_are_known_whatever_their_size_and_quotes(
    folder: Path, sheet: Path, said: str
) -> None:
    assert change(folder, sheet, "Sessions", ("M02.01", "Outcomes"), said) == ([], [])


def test_rows_are_found_by_codes_in_small_letters(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M02.01", "Topic"), "Sites")
        put(book, "Sessions", ("M02.01", "Session"), f" m02.01{NBSP}")
        put(book, "Marks", ("K7", "M02.01"), "m")
        put(book, "Marks", ("K7", "KSB"), "k7 ")

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == [
        "M02 session 1: topic Pages → Sites",
        "M02 session 1: K7 developed → mastered",
    ]
    assert codes(made) == []


def test_bulleted_lists_lose_their_bullets(folder: Path, sheet: Path) -> None:
    said = "• Name the team\n•\tDraw the plan"
    where = ("M01.01", "Learners can …")
    assert change(folder, sheet, "Sessions", where, said) == ([], [])


@pytest.mark.parametrize("said", ["x", "✓", "●", 1, True])
def test_ticks_in_the_grid_are_read_as_taught_and_mentioned(
    folder: Path, sheet: Path, said: object
) -> None:
    changes, found = change(folder, sheet, "Marks", ("K3", "M02.02"), said)
    assert changes == ["M02 session 2: K3 not marked → taught"]
    assert len(found) == 1


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("?", "K3 of M02.02 holds ?, which is no mark: I, D, M or T"),
        (
            datetime(2026, 2, 1),  # noqa: DTZ001
            "K3 of M02.02 holds the date 1 Feb 2026, which is no mark: I, D, M or T",
        ),
    ],
)
def test_what_is_no_mark_is_told(
    folder: Path, sheet: Path, said: object, why: str
) -> None:
    assert change(folder, sheet, "Marks", ("K3", "M02.02"), said) == ([], [why])


def test_a_formula_that_was_never_computed_is_told_and_not_read_as_empty(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        book["Marks"]["E10"] = '=IF(1=1,"D","")'

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == []
    assert not made.can_write
    assert [str(f) for f in made.findings] == [
        (
            "copy-1.xlsx:Marks!E10: FRM101 K7 of M01.01 holds a formula without a "
            "stored value; open the workbook in Excel or LibreOffice, let it "
            "calculate, and save it"
        )
    ]


@pytest.mark.parametrize(
    "said",
    [
        datetime(2027, 2, 9),  # noqa: DTZ001
        46427,
        "2027-02-09",
        "9 Feb 2027",
        "Tue 9th February 2027",
        "February 9, 2027",
    ],
)
def test_dates_are_read_as_serials_and_in_words(
    folder: Path, sheet: Path, said: object
) -> None:
    assert change(folder, sheet, "Assessments", ("A01", "Hand-in"), said) == (
        ["assessment A01: hand-in 2 Feb 2027 → 9 Feb 2027"],
        [],
    )


def test_dates_in_digits_are_read_day_first_and_mentioned(
    folder: Path, sheet: Path
) -> None:
    assert change(folder, sheet, "Assessments", ("A01", "Hand-in"), "09/02/27") == (
        ["assessment A01: hand-in 2 Feb 2027 → 9 Feb 2027"],
        [
            (
                "Hand-in of A01 holds the text 09/02/27; it was read with the day "
                "first, as 9 Feb 2027"
            )
        ],
    )


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("02/19/2027", "no date with the day first; write the month in letters"),
        ("soon", "holds soon, which is not a date such as 8 Sep 2026"),
        (2027, "holds the date 19 Jul 1905, which is no date of our time"),
        ("31 Feb 2027", "is not a date such as"),
    ],
)
def test_what_is_no_date_is_told(
    folder: Path, sheet: Path, said: object, why: str
) -> None:
    changes, found = change(folder, sheet, "Assessments", ("A01", "Hand-in"), said)
    assert changes == []
    assert why in found[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (datetime(2026, 2, 1), "holds the date 1 Feb 2026, which Excel makes"),  # noqa: DTZ001
        (100000, "holds the number 100000, which Excel makes"),
        (123, "holds the number 123, which Excel makes"),
        (True, "holds TRUE, not text"),
    ],
)
def test_what_excel_made_of_a_text_is_told_and_not_taken(
    folder: Path, sheet: Path, said: object, why: str
) -> None:
    changes, found = change(folder, sheet, "Sessions", ("M01.01", "Topic"), said)
    assert changes == []
    assert why in found[0]


def test_a_code_that_lost_its_zeros_is_told(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        book["Sessions"]["B4"] = 123

    made = merged(folder, edited(sheet, edit))
    assert made.comparison.is_empty
    assert codes(made) == ["FRM101"]
    assert "has lost its zeros" in made.findings[0].message


def test_digits_that_are_a_known_code_are_that_code(tmp_path: Path) -> None:
    from form_copies import programme  # noqa: PLC0415 (a programme of its own)

    folder = programme(tmp_path / "digits")
    path = folder / "modules/M02.toml"
    path.write_text(path.read_text("utf-8").replace('"M02.01"', '"201"'), "utf-8")
    sheet = new_form(folder, tmp_path / "form.xlsx")

    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("201", "Topic"), "Sites")
        put(book, "Sessions", ("201", "Session"), 201)

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == ["M02 session 201: topic Pages → Sites"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("2.5", ["M01 session 1: hours 3 → 2.5"]),
        (2.5, ["M01 session 1: hours 3 → 2.5"]),
        ("2,5", []),
        (datetime(2026, 2, 1), []),  # noqa: DTZ001
    ],
)
def test_numbers_are_numbers_or_told(
    folder: Path, sheet: Path, said: object, wanted: list[str]
) -> None:
    changes, found = change(folder, sheet, "Sessions", ("M01.01", "Hours"), said)
    assert changes == wanted
    assert bool(found) is not bool(wanted)


def test_times_and_yes_and_words(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Delivery", ("Tuesday", "Begins"), "10.00 am")
        put(book, "Sessions", ("M01.01", "Off-the-job"), "No")
        put(book, "Sessions", ("M01.01", "Kind"), "Catch up")

    assert lines(merged(folder, edited(sheet, edit))) == [
        "time of delivery Tuesday: begins 09:30 → 10:00",
        "M01 session 1: kind teaching → catch-up",
        "M01 session 1: off-the-job yes → no",
    ]


def test_official_wording_is_refused_and_the_rest_is_taken(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Marks", ("K7", "Official wording"), "Something easier")
        put(book, "Marks", ("K7", "M01.01"), "M")
        book["Programme"]["A5"] = "Name of the course"

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == ["M01 session 1: K7 introduced → mastered"]
    assert [f.message for f in made.findings] == [
        "the name Title was edited to Name of the course; it stays",
        "the wording of K7 was edited; it stays as published",
    ]
    assert made.can_write


def test_what_people_add_is_listed(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        book.create_sheet("Our ideas")["A1"] = "Trip"
        book["Sessions"]["AC3"] = "Room"
        book["Sessions"]["AC4"] = "D14"
        book["Marks"]["F4"].comment = Comment("Too early?", "Jo")
        book["Sessions"]["C30"] = "To think about"

    made = merged(folder, edited(sheet, edit))
    assert lines(made) == []
    assert [text for _, text in made.aside] == [
        "Sessions row 30 has no code; nothing of it is read",
        "the sheet Our ideas is no part of the form",
        "the column AC of Sessions headed Room (2 cells) is no part of the form",
        "the note at Marks!F4: Too early?",
    ]


def test_a_sheet_whose_framework_is_gone_is_told(folder: Path, sheet: Path) -> None:
    main = folder / "programme.toml"
    text = main.read_text("utf-8")
    main.write_text(text.replace("software-development-technician", "ST9999"), "utf-8")
    aside = [sentence for _, sentence in merged(folder, sheet).aside]
    why = "is not read, for the programme has no such framework now"
    assert aside == [f"the sheet {n} {why}" for n in ("Marks", "Assessed", "Intended")]


def test_marks_in_a_free_column_without_a_code_are_told(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        book["Marks"]["I5"] = "D"
        book["Marks"]["J3"] = "M77.01"
        book["Marks"]["J5"] = "D"

    made = merged(folder, edited(sheet, edit))
    assert [f.message for f in made.findings] == [
        "the column of marks I has no heading that says of which session",
        "the column of marks J is headed M77.01, which is no new session",
    ]
    assert not made.can_write


def test_a_row_that_stands_twice_with_other_words_is_told(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        book["Outcomes"].append(["M01", "LO1", "Explain something else"])
        book["People"].append(["JM", "Jo Marsh"])

    made = merged(folder, edited(sheet, edit))
    assert codes(made) == ["FRM102"]
    assert not made.can_write
    assert [text for _, text in made.aside] == [
        "People row 5 repeats JM of row 4 word for word"
    ]


def test_two_who_change_the_same_differently_are_a_conflict(
    folder: Path, sheet: Path
) -> None:
    where = ("Marks", ("K7", "M01.01"))
    copies = [
        edited(sheet, one(*where, mark), f"copy-{n}.xlsx")  # type: ignore[arg-type]
        for n, mark in enumerate("DM", start=1)
    ]
    made = merged(folder, *copies)
    assert [str(c) for c in made.comparison.conflicts] == [
        (
            "M01 session 1: K7 is introduced in the programme; "
            "developed in copy-1.xlsx, Marks!E10; mastered in copy-2.xlsx, Marks!E10 "
            "(the forms differ)"
        )
    ]
    assert not made.can_write
    assert write(made) == []
    chosen = merged(folder, *copies, accept=["copy-2.xlsx:Marks!E10"])
    assert lines(chosen) == ["M01 session 1: K7 introduced → mastered"]
    assert chosen.can_write


def test_forms_of_one_name_are_told_apart_by_their_folders(
    folder: Path, sheet: Path
) -> None:
    def topic(text: str) -> Edit:
        return lambda book: put(book, "Sessions", ("M01.01", "Topic"), text)

    copies = []
    for who in ("anna", "bob"):
        sheet.with_name(who).mkdir()
        copies.append(
            edited(sheet, topic(who)).rename(sheet.parent / who / "form.xlsx")
        )
    (conflict,) = merged(folder, *copies).comparison.conflicts
    anna, bob = (path.as_posix() for path in copies)
    assert f"anna in {anna}, Sessions!C4; bob in {bob}, Sessions!C4" in str(conflict)
    made = merged(folder, *copies[::-1], accept=[f"{bob}:Sessions!C4", "Marks!Z9"])
    assert lines(made) == ["M01 session 1: topic Arrivals → bob"]
    assert made.comparison.in_vain == ["Marks!Z9"]
    (change,) = merged(folder, copies[0], copies[0]).comparison.changes
    assert len(change.places) == 1


def test_what_the_programme_changed_since_is_a_conflict(
    folder: Path, sheet: Path
) -> None:
    copy = edited(sheet, one("Sessions", ("M01.02", "Topic"), "Machines"))  # type: ignore[arg-type]
    path = folder / "modules/M01.toml"
    path.write_text(path.read_text("utf-8").replace('"Tools"', '"Software"'), "utf-8")
    made = merged(folder, copy)
    assert [str(c) for c in made.comparison.conflicts] == [
        (
            "M01 session 2: topic is Software in the programme; Machines in "
            "copy-1.xlsx, Sessions!C5 (changed since the form was written)"
        )
    ]


def test_an_older_form_brings_only_what_was_edited_in_it(
    folder: Path, sheet: Path
) -> None:
    copy = edited(sheet, one("Sessions", ("M01.01", "Topic"), "Welcome"))  # type: ignore[arg-type]
    path = folder / "modules/M01.toml"
    path.write_text(path.read_text("utf-8").replace('"Tools"', '"Software"'), "utf-8")
    made = merged(folder, copy)
    assert lines(made) == ["M01 session 1: topic Arrivals → Welcome"]
    assert codes(made) == ["FRM207"]
    assert made.can_write


def test_what_was_deleted_in_the_programme_and_edited_in_a_form_is_a_conflict(
    folder: Path, sheet: Path
) -> None:
    copy = edited(sheet, one("Waivers", ("COV101", "Reason"), "Taught by employers"))  # type: ignore[arg-type]
    (folder / "waivers.toml").write_text("", "utf-8")
    (conflict,) = merged(folder, copy).comparison.conflicts
    assert "the programme no longer has it" in str(conflict)


def inspected(sheet: Path, name: str = "inspected.xlsx") -> Path:
    """A copy without document properties, as "Inspect document" leaves it."""
    return with_part(sheet, sheet.with_name(name), "docProps/custom.xml", lambda _: b"")


def test_without_properties_every_difference_is_to_be_confirmed(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")
        put(book, "Marks", ("K7", "M01.01"), "D")

    copy = inspected(edited(sheet, edit))
    made = merged(folder, copy)
    assert [c.why for c in made.comparison.conflicts] == [
        "to be confirmed, for the form no longer says what it was written from"
    ] * 2
    assert codes(made) == ["FRM206"]
    some = merged(folder, copy, accept=["sessions!c4"])
    assert lines(some) == ["M01 session 1: topic Arrivals → Welcome"]
    assert len(some.comparison.left) == 1
    assert some.can_write
    everything = merged(folder, copy, accept=["all"])
    assert len(lines(everything)) == 2


def test_without_properties_and_edits_nothing_is_to_be_confirmed(
    folder: Path, sheet: Path
) -> None:
    made = merged(folder, inspected(sheet))
    assert made.comparison.is_empty
    assert not made.comparison.conflicts


def test_without_hidden_sheets_and_names_columns_are_found_by_their_headings(
    folder: Path, sheet: Path
) -> None:
    def edit(book: Workbook) -> None:
        del book["Baseline"]
        book.defined_names.clear()
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")
        put(book, "Marks", ("K7", "M01.01"), "D")

    made = merged(folder, edited(sheet, edit), accept=["all"])
    assert lines(made) == [
        "M01 session 1: topic Arrivals → Welcome",
        "M01 session 1: K7 introduced → developed",
    ]


def test_what_would_be_unsound_is_refused_whole_with_every_reason(
    folder: Path, sheet: Path
) -> None:
    before = texts(folder)

    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")
        put(book, "Sessions", ("M01.02", "Topic"), None)
        put(book, "Sessions", ("M02.01", "Outcomes"), "LO1, LO7")
        put(book, "Assessments", ("A01", "Assessor"), "ZZ")
        put(book, "Modules", ("M02", "Hours"), -1)

    made = merged(folder, edited(sheet, edit))
    assert sorted((f.code, str(f.source)) for f in made.findings) == [
        ("ASM109", "copy-1.xlsx:Sessions!G6"),
        ("ASM202", "copy-1.xlsx:Modules!E5"),
        ("ASM203", "copy-1.xlsx:Sessions!C5"),
        ("ASM208", "copy-1.xlsx:Assessments!S4"),
    ]
    assert not made.can_write
    assert write(made) == []
    assert texts(folder) == before


def test_reasons_of_every_kind_are_told_at_once(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M01.01", "Hours"), "lots")
        put(book, "Modules", ("M01", "Lead"), "XX")
        book["Sessions"]["A8"], book["Sessions"]["B8"] = "NOPE", "NOPE.1"

    assert sorted(codes(merged(folder, edited(sheet, edit)))) == [
        "ASM208",
        "FRM101",
        "FRM104",
    ]


def test_new_codes_are_one_whatever_their_size(folder: Path, sheet: Path) -> None:
    def capital(book: Workbook) -> None:
        page = book["Sessions"]
        page["A8"], page["B8"], page["C8"], page["E8"] = "M02", "M02.x3", "Forms", 3

    def small(book: Workbook) -> None:
        page = book["Sessions"]
        page["A8"], page["B8"], page["C8"], page["E8"] = "m02", "m02.X3", "Forms", 3
        book["People"]["A5"], book["People"]["B5"] = "ŻZ", "Zofia Żak"
        put(book, "Modules", ("M02", "Lead"), "żz")

    copies = [edited(sheet, capital, "one.xlsx"), edited(sheet, small, "two.xlsx")]
    for order in (copies, copies[::-1]):
        made = merged(folder, *order)
        assert made.can_write, [str(f) for f in made.findings]
        assert lines(made) == [
            "module M02: lead nothing → ŻZ",
            "person ŻZ: new, Zofia Żak",
            "M02 session M02.x3: new, Forms",
        ]


def test_nothing_is_written_if_one_file_cannot_be(folder: Path, sheet: Path) -> None:
    from curriculum.errors import NotWrittenError  # noqa: PLC0415 (one test needs it)

    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")
        put(book, "Sessions", ("M02.01", "Topic"), "Sites")

    made = merged(folder, edited(sheet, edit))
    path = folder / "modules/M02.toml"
    path.write_bytes(path.read_bytes() + b"# edited by somebody else\n")
    before = texts(folder)
    with pytest.raises(NotWrittenError, match="changed in the meantime; merge again"):
        write(made)
    assert texts(folder) == before


def test_a_fault_halfway_restores_what_was_written(
    folder: Path, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from curriculum.errors import NotWrittenError  # noqa: PLC0415 (one test needs it)

    def edit(book: Workbook) -> None:
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")
        put(book, "Sessions", ("M02.01", "Topic"), "Sites")

    made = merged(folder, edited(sheet, edit))
    before, replace, calls = texts(folder), Path.replace, []

    def failing(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(NotWrittenError, match="the programme is as it was"):
        write(made)
    assert texts(folder) == before


def test_rows_are_deleted_when_that_is_asked_for(folder: Path, sheet: Path) -> None:
    def edit(book: Workbook) -> None:
        book["Sessions"].delete_rows(7)
        book["Waivers"].delete_rows(4)

    made = merged(folder, edited(sheet, edit), delete=True)
    assert [d.id[-1] for d in made.comparison.deletions] == ["M02.02", "K3"]
    write(made)
    module = (folder / "modules/M02.toml").read_text("utf-8")
    assert "M02.02" not in module
    assert module.endswith('K7 = "developed"\n')
    assert (folder / "waivers.toml").read_text("utf-8").strip() == ""


def test_a_row_that_is_gone_and_was_changed_elsewhere_is_a_conflict(
    folder: Path, sheet: Path
) -> None:
    copy = edited(sheet, lambda book: book["Sessions"].delete_rows(7))
    path = folder / "modules/M02.toml"
    before = path.read_text("utf-8")
    key, topic = 'key = "M02.02"\n', "topic = "
    at = before.index(topic, before.index(key))
    path.write_text(before[:at] + 'topic = "Other"\n# ' + before[at:], "utf-8")
    (conflict,) = merged(folder, copy, delete=True).comparison.conflicts
    assert str(conflict) == (
        f"M02 session 2: its row is missing, but it was changed elsewhere "
        f"({copy.name}, Sessions)"
    )


def test_a_module_goes_only_with_all_that_is_in_it(folder: Path, sheet: Path) -> None:
    copy = edited(sheet, lambda book: book["Modules"].delete_rows(5))
    made = merged(folder, copy, delete=True)
    assert codes(made) == ["FRM104"]

    def edit(book: Workbook) -> None:
        book["Modules"].delete_rows(5)
        book["Outcomes"].delete_rows(5)
        book["Sessions"].delete_rows(6, 2)
        book["Assessments"].delete_rows(4)

    made = merged(folder, edited(sheet, edit), delete=True)
    assert codes(made) == []
    write(made)
    assert not (folder / "modules/M02.toml").exists()


def test_lock_files_are_passed_over_and_mentioned(folder: Path, sheet: Path) -> None:
    lock = sheet.with_name("~$form.xlsx")
    lock.write_bytes(b"\x04Jo M")
    made = merged(folder, sheet, lock)
    assert made.skipped == ["~$form.xlsx"]
    assert [f.message for f in made.findings] == [
        "it is open in another program; what is not saved yet is not read"
    ]


def test_a_form_that_may_only_be_read_is_read(folder: Path, sheet: Path) -> None:
    sheet.chmod(0o444)
    assert merged(folder, sheet).comparison.is_empty
