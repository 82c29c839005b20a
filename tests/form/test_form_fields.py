"""Every field of a programme is on a sheet of the form, or is kept in the files."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from curriculum.form.fields import BY_KIND, CARD, MARKS, TABLES
from curriculum.form.kept import KEPT
from curriculum.form.merging import write as put_in_place
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.model import (
    Assessment,
    BankHolidayOverride,
    Calendar,
    Choice,
    Closure,
    DeliverySlot,
    EndPointAssessment,
    EndPointMethod,
    Group,
    Header,
    Link,
    Module,
    Outcome,
    Person,
    Programme,
    Record,
    Session,
    Stretch,
    Term,
    Verification,
    Waiver,
    Workplace,
)
from curriculum.pipeline import load
from form_copies import edited, lines, merged, programme, texts
from form_copies import write as put

ON_SHEETS: dict[str, type[Record]] = {
    "programme": Header,
    "calendar": Calendar,
    "module": Module,
    "outcome": Outcome,
    "session": Session,
    "assessment": Assessment,
    "choice": Choice,
    "verification": Verification,
    "people": Person,
    "method": EndPointMethod,
    "term": Term,
    "closure": Closure,
    "override": BankHolidayOverride,
    "delivery": DeliverySlot,
    "block": Stretch,
    "workplace": Workplace,
    "exam": Stretch,
    "group": Group,
    "group_delivery": DeliverySlot,
    "group_block": Stretch,
    "waiver": Waiver,
}
"""Which record of the model each kind of row is."""
OTHERWISE = {
    ("waiver", "starts"): "from",
    ("waiver", "ends"): "until",
    ("session", "embedding"): "embedding.english",
}
"""Where the files call a field otherwise than the model."""
RECORDS = {
    "Programme": {
        *("modules", "assessments", "choices", "verifications", "calendar"),
        *("people", "end_point", "waivers", "proposed"),
    },
    "Group": {"delivery", "blocks"},
    "Calendar": {
        *("terms", "closures", "bank_holiday_overrides", "delivery"),
        *("blocks", "workplace", "exams", "groups"),
    },
    "Module": {"outcomes", "sessions"},
    "EndPointAssessment": {"methods"},
}
"""Fields that hold records, which have sheets of their own."""
KEPT_FIELDS = {field for kept in KEPT for field in kept.fields}


def shown(kind: str) -> set[str]:
    """Every field that rows of a kind, or marks in their columns, show."""
    fields = CARD.get(kind) or (*BY_KIND[kind].fields,)
    marks = {MARKS[kind].name} if kind in MARKS else set()
    return {field.name for field in fields} | marks


def model_fields() -> Iterator[tuple[str, str, bool]]:
    """Each field of the model, its record, and whether a form shows it."""
    for kind, model in ON_SHEETS.items():
        for name in model.model_fields:
            where = OTHERWISE.get((kind, name), name)
            yield model.__name__, name, where in shown(kind)
    for name in sorted(Programme.model_fields.keys() - Header.model_fields.keys()):
        yield "Programme", name, False
    for name in EndPointAssessment.model_fields:
        in_card = f"end_point.{name}" in shown("programme")
        yield "EndPointAssessment", name, in_card
    yield from (("Link", name, name != "stamp") for name in Link.model_fields)


@pytest.mark.parametrize(("record", "field", "is_shown"), list(model_fields()))
def test_a_field_is_shown_or_kept(record: str, field: str, is_shown: bool) -> None:  # noqa: FBT001 (given by pytest)
    is_records = field in RECORDS.get(record, ())
    is_kept = f"{record}.{field}" in KEPT_FIELDS
    assert field == "source" or is_shown or is_records or is_kept


def test_nothing_is_called_kept_that_is_no_field() -> None:
    known = {f"{record}.{field}" for record, field, _ in model_fields()}
    assert known >= KEPT_FIELDS


def test_every_kind_of_row_is_compared_with_the_model() -> None:
    assert {*CARD, *(table.kind for table in TABLES)} == ON_SHEETS.keys()


RARE = {
    "programme.toml": """
[[choices]]
title = "One of two"
modules = ["M01", "M02"]
choose = 1

[[verifications]]
date = 2027-03-02
items = ["K1", "K7"]
by = "employer"
who = "Mentor"
""",
    "calendar.toml": """
[[blocks]]
title = "First block"
starts = 2026-09-08
ends = 2026-09-25

[[blocks]]
title = "Launch"
date = 2026-10-06   # one day only

[[workplace]]
title = "With the employer"
starts = 2027-01-11
ends = 2027-01-22
days = ["Monday", "Tuesday"]
hours = 7
placement = true

[[exams]]
title = "Summer window"
starts = 2027-06-14
ends = 2027-06-25

[[groups]]
title = "Evening group"   # since October
starts = 2026-10-06
moves_assessments = true

[[groups.delivery]]
day = "Thursday"
starts = 18:00:00
hours = 3.0

[[groups.blocks]]
title = "Catching up"
date = 2027-02-04
""",
}


@pytest.fixture
def rare(tmp_path: Path) -> Path:
    """The small programme with everything that few programmes have."""
    folder = programme(tmp_path / "rare")
    for name, more in RARE.items():
        path = folder / name
        path.write_bytes(path.read_bytes() + more.encode())
    path = folder / "assessments.toml"
    text = path.read_text("utf-8").replace(
        'assessor = "JM"',
        'assessor = "JM"\nversion_of = "Pages"\nreassess_by = 2027-03-02',
    )
    path.write_text(text, "utf-8")
    return folder


def written(folder: Path) -> Path:
    path = folder.parent / f"{folder.name}.xlsx"
    write_form(source_of(folder), path)
    return path


def test_a_programme_with_everything_comes_back_as_it_went(rare: Path) -> None:
    before = texts(rare)
    made = merged(rare, written(rare))
    assert made.comparison.is_empty
    assert not made.findings
    assert texts(rare) == before


def test_sheets_of_rare_records_are_there_only_where_there_are_some(
    rare: Path, sheet: Path
) -> None:
    names = {table.sheet for table in TABLES if table.rare}
    assert names <= set(load_workbook(written(rare)).sheetnames)
    assert not names & set(load_workbook(sheet).sheetnames)


EDITS = [
    ("Optional modules", ("One of two", "How many"), 2),
    ("Verifications", ("employer 2027-03-02", "What is confirmed"), "k1, S1"),
    ("Blocks", ("Launch", "Last day"), "7 Oct 2026"),
    ("At work", ("With the employer", "Days of the week"), "monday, friday"),
    ("Exams", ("Summer window", "Title"), "Summer exams & resits"),
    ("Groups", ("Evening group", "Assessments move with it"), "no"),
    ("Group delivery", ("Evening group Thursday", "Begins"), "18:30"),
    ("Group blocks", ("Evening group Catching up", "Last day"), "5 Feb 2027"),
    ("Assessments", ("A01", "Handed in again by"), "9 Mar 2027"),
    ("Assessments", ("A01", "One version of"), "Sites"),
]


def change(book: object) -> None:
    for name, where, value in EDITS:
        put(book, name, where, value)  # type: ignore[arg-type]
    page = book["Programme"]  # type: ignore[index]
    row = next(r for r in range(4, 60) if page.cell(r, 3).value == "programme.credits")
    page.cell(row, 2).value = 12


def test_every_rare_field_may_be_edited(rare: Path) -> None:
    made = merged(rare, edited(written(rare), change))
    assert not made.has_errors, [str(f) for f in made.findings]
    assert lines(made) == [
        "programme: credits nothing → 12",
        "choice of modules One of two: how many 1 → 2",
        "verification employer 2027-03-02: what is confirmed K1; K7 → K1; S1",
        "block of delivery Launch: last day 6 Oct 2026 → 7 Oct 2026",
        (
            "time at work With the employer: days of the week Monday; Tuesday → "
            "Monday; Friday"
        ),
        "exam window Summer window: title Summer window → Summer exams & resits",
        "group Evening group: assessments move with it yes → no",
        "time of the group Evening group Thursday: begins 18:00 → 18:30",
        (
            "block of the group Evening group Catching up: last day 4 Feb 2027 → "
            "5 Feb 2027"
        ),
        "assessment A01: one version of Pages → Sites",
        "assessment A01: handed in again by 2 Mar 2027 → 9 Mar 2027",
    ]
    put_in_place(made)
    calendar = (rare / "calendar.toml").read_text("utf-8")
    assert "# since October" in calendar
    held = load(rare).programme
    assert held is not None
    (group,) = held.calendar.groups
    assert [str(slot.starts) for slot in group.delivery] == ["18:30:00"]
    assert [str(block.ends) for block in group.blocks] == ["2027-02-05"]
    assert [str(b.ends) for b in held.calendar.blocks] == ["2026-09-25", "2026-10-07"]
    assert held.calendar.workplace[0].days == ("Monday", "Friday")


def test_a_new_row_of_a_rare_kind_is_a_new_record(rare: Path) -> None:
    def add(book: object) -> None:
        page = book["Groups"]  # type: ignore[index]
        page["B5"] = "Saturday group"
        page["C5"] = "10 Oct 2026"

    made = merged(rare, edited(written(rare), add))
    assert lines(made) == ["group Saturday group: new, Saturday group"]
    put_in_place(made)
    held = load(rare).programme
    assert held is not None
    assert [group.title for group in held.calendar.groups] == [
        "Evening group",
        "Saturday group",
    ]


def times_of(folder: Path) -> dict[str, list[str]]:
    held = load(folder).programme
    assert held is not None
    return {
        group.title: [f"{slot.day} {slot.hours:g}" for slot in group.delivery]
        for group in held.calendar.groups
    }


def test_a_group_gets_times_of_its_own_and_loses_them(rare: Path) -> None:
    calendar = rare / "calendar.toml"
    more = '\n[[groups]]\ntitle = "Day group"   # from May\n'
    text = calendar.read_text("utf-8").replace("\n[[groups]]", f"{more}\n[[groups]]", 1)
    calendar.write_text(text, "utf-8")

    def add(book: object) -> None:
        groups, page = book["Groups"], book["Group delivery"]  # type: ignore[index]
        groups["B6"] = "Saturday & Sunday"
        page["B5"], page["C5"], page["E5"] = "day  GROUP", "Monday", 4
        page["B6"], page["C6"], page["E6"] = "Saturday & Sunday", "Sunday", 5
        page["B7"], page["C7"], page["E7"] = "Day group", "Tuesday", 4

    made = merged(rare, edited(written(rare), add))
    assert lines(made) == [
        "group Saturday & Sunday: new, Saturday & Sunday",
        "time of the group Day group Monday: new",
        "time of the group Day group Tuesday: new",
        "time of the group Saturday & Sunday Sunday: new",
    ]
    put_in_place(made)
    assert times_of(rare) == {
        "Day group": ["Monday 4", "Tuesday 4"],
        "Evening group": ["Thursday 3"],
        "Saturday & Sunday": ["Sunday 5"],
    }
    assert "# from May" in calendar.read_text("utf-8")

    def clear(book: object) -> None:
        book["Group delivery"].delete_rows(4)  # type: ignore[index]

    made = merged(rare, edited(written(rare), clear), delete=True)
    put_in_place(made)
    assert times_of(rare)["Day group"] == ["Tuesday 4"]


def test_a_group_goes_only_with_its_own_times(rare: Path) -> None:
    def clear(*sheets: str) -> Path:
        def edit(book: object) -> None:
            for name in sheets:
                book[name].delete_rows(4)  # type: ignore[index]

        return edited(written(rare), edit)

    made = merged(rare, clear("Groups"), delete=True)
    (refused,) = [f.message for f in made.findings if f.code == "FRM104"]
    assert refused.startswith("Evening group cannot be deleted while it has time of")
    made = merged(rare, clear("Groups", "Group delivery", "Group blocks"), delete=True)
    put_in_place(made)
    assert times_of(rare) == {}


def test_a_time_follows_the_name_of_its_group_and_moves_to_no_other(
    rare: Path,
) -> None:
    def rename(title: str) -> Path:
        def edit(book: object) -> None:
            put(book, "Groups", ("Evening group", "Title"), "Twilight group")  # type: ignore[arg-type]
            where = ("Evening group Thursday", "Group")
            put(book, "Group delivery", where, title)  # type: ignore[arg-type]

        return edited(written(rare), edit)

    (refused,) = merged(rare, rename("Night group")).findings
    assert "cannot move to Night group; delete its row" in refused.message
    put_in_place(merged(rare, rename("Twilight group")))
    assert times_of(rare) == {"Twilight group": ["Thursday 3"]}


def test_times_of_a_group_that_are_written_inline(rare: Path) -> None:
    calendar = rare / "calendar.toml"
    text = calendar.read_text("utf-8")
    head, _, _ = text.partition("[[groups]]")
    inline = """groups = [{ title = "Evening", delivery = [
  { day = "Monday", hours = 2.0 }, { day = "Friday", hours = 2.0 }] }]
"""
    calendar.write_text(inline + head, "utf-8")

    def edit(book: object) -> None:
        page = book["Group delivery"]  # type: ignore[index]
        put(book, "Group delivery", ("Evening Monday", "Hours"), 3)  # type: ignore[arg-type]
        page["B6"], page["C6"], page["E6"] = "Evening", "Sunday", 5
        page.delete_rows(5)

    put_in_place(merged(rare, edited(written(rare), edit), delete=True))
    assert times_of(rare) == {"Evening": ["Monday 3", "Sunday 5"]}


def test_the_form_says_what_stays_in_the_files(rare: Path) -> None:
    page = load_workbook(written(rare))["Start here"]
    said = {str(cell.value) for row in page.iter_rows() for cell in row if cell.value}
    assert {kept.words for kept in KEPT} <= said
