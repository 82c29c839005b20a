"""What differs between two documents, in words and with its place."""

from random import Random
from time import process_time

import pytest

from curriculum.carried.shown import FORMULA, HEADING, Block, Part, Row, Table
from curriculum.verifying.aligning import same_and_gaps
from curriculum.verifying.differences import differences
from pace import allowed

HEAD = ("Week", "Topic", "KSBs")


def row(*cells: str) -> Row:
    return tuple((cell,) if cell else () for cell in cells)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Table:
    return tuple(row(*cells) for cells in (head, *rows))


WEEKS = (("13", "Loops", "K1"), ("14", "Lists", "K3"), ("15", "Files", "K5, S1"))


def edits(old: list[Block], new: list[Block], place: str = "") -> list[str]:
    before, after = (Part(place, tuple(held)) for held in (old, new))
    return [str(e) for e in differences((before,), (after,), "scheme of work")]


def of_tables(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> list[str]:
    return edits([table(*WEEKS)], [table(*rows, head=head)])


def test_the_same_document_has_no_edits() -> None:
    assert of_tables(*WEEKS) == []


def test_a_cell_is_named_by_its_row_and_its_column() -> None:
    rows = (WEEKS[0], ("14", "Lists", "K8"), WEEKS[2])
    assert of_tables(*rows) == ["scheme of work, week 14, column KSBs: was K3, now K8"]


def test_of_a_list_of_codes_only_those_that_differ_are_told() -> None:
    rows = (*WEEKS[:2], ("15", "Files", "K5, S2"))
    assert of_tables(*rows) == ["scheme of work, week 15, column KSBs: was S1, now S2"]


def test_an_emptied_cell_says_so() -> None:
    rows = (WEEKS[0], ("14", "", "K3"), WEEKS[2])
    assert of_tables(*rows) == [
        "scheme of work, week 14, column Topic: was Lists, now empty"
    ]


def test_a_row_that_is_gone() -> None:
    assert of_tables(WEEKS[0], WEEKS[2]) == [
        "scheme of work, week 14, row gone: 14 | Lists | K3"
    ]


def test_a_row_that_is_added() -> None:
    rows = (*WEEKS[:2], ("14", "Sets", "S4"), WEEKS[2])
    assert of_tables(*rows) == [
        "scheme of work, week 14 (S4), row added: 14 | Sets | S4"
    ]


def test_the_first_and_the_last_row_too() -> None:
    assert of_tables(WEEKS[1]) == [
        "scheme of work, week 13, row gone: 13 | Loops | K1",
        "scheme of work, week 15, row gone: 15 | Files | K5, S1",
    ]


def test_a_header_that_changed_is_told_once() -> None:
    assert of_tables(*WEEKS, head=("Week", "Topic", "Codes")) == [
        "scheme of work, header of column 3 changed: was KSBs, now Codes"
    ]


def test_a_column_that_is_gone_and_one_that_is_new() -> None:
    rows = tuple((week, ksbs, "Room 4") for week, _, ksbs in WEEKS)
    assert of_tables(*rows, head=("Week", "KSBs", "Room")) == [
        "scheme of work, column 2 gone: Topic",
        "scheme of work, column 3 added: Room",
    ]


def test_rows_in_another_order_are_no_other_rows() -> None:
    assert of_tables(*reversed(WEEKS)) == [
        (
            "scheme of work, order of rows: was as written, now another, for week 13, "
            "week 14 stand elsewhere"
        )
    ]


def test_a_table_that_stands_elsewhere_is_told_with_the_edits_in_it() -> None:
    other = table(("1", "Ethics", "B1"), head=("Week", "Theme", "Behaviour"))
    first, second = f"{HEADING}Autumn", f"{HEADING}Spring"
    edited = table(WEEKS[0], ("14", "Lists", "K8"), WEEKS[2])
    old: list[Block] = [first, table(*WEEKS), second, other]
    assert edits(old, [first, second, other, edited]) == [
        "scheme of work, table moved: was under Autumn, now under Spring",
        "scheme of work, week 14, column KSBs: was K3, now K8",
    ]


def test_a_paragraph_that_stands_elsewhere_is_neither_gone_nor_new() -> None:
    old: list[Block] = [f"{HEADING}A", "First, need", f"{HEADING}B", "Then, order"]
    new = [old[0], old[2], old[3], old[1]]
    assert edits(old, new) == [
        "scheme of work, paragraph First, need moved: was under A, now under B"
    ]


def sheet(name: str, *rows: tuple[str, ...], head: tuple[str, ...] = HEAD) -> Part:
    held = table(*rows, head=head)
    return Part(f"sheet {name}", (held,), tuple(range(3, 3 + len(held))))


def of_sheets(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[str]:
    return [str(edit) for edit in differences(old, new, "grid")]


def test_sheets_in_another_order() -> None:
    parts = (sheet("A", *WEEKS), sheet("B", *WEEKS[:1]), sheet("C", *WEEKS[1:]))
    assert of_sheets(parts, (parts[2], parts[0], parts[1])) == [
        "grid, order of sheets: was as written, now another, for C stands elsewhere"
    ]


def test_a_sheet_of_another_name_and_header_is_known_by_its_cells() -> None:
    named = sheet("Lessons", *WEEKS, head=("Week", "Theme", "KSBs"))
    assert of_sheets((sheet("Sessions", *WEEKS),), (named,)) == [
        "grid, name of a sheet: was Sessions, now Lessons",
        (
            "grid, sheet Sessions, header of column 2 changed (Lessons!B3): was Topic, "
            "now Theme"
        ),
    ]


def test_a_remark_beside_a_table_is_a_cell_and_no_column() -> None:
    rows = (WEEKS[0], (*WEEKS[1], "", "late?"), WEEKS[2])
    remarked = sheet("S", *rows, head=(*HEAD, "", ""))
    assert of_sheets((sheet("S", *WEEKS),), (remarked,)) == [
        "grid, sheet S, week 14, column 5 (S!E5): was empty, now late?"
    ]


def test_rows_that_share_their_week_are_told_apart() -> None:
    rows = (("1", "M1.01 Loops", "K1"), ("1", "M1.02 Lists", "K1"))
    new = (rows[0], ("1", "M1.02 Lists", "K2"))
    assert edits([table(*rows)], [table(*new)]) == [
        "scheme of work, week 1 (M1.02), column KSBs: was K1, now K2"
    ]


def test_a_week_that_stands_in_two_tables_is_told_with_its_heading() -> None:
    old: list[Block] = [
        *(f"{HEADING}M1", table(("1", "a", "K1")), f"{HEADING}M2"),
        table(("1", "b", "K2")),
    ]
    new = [*old[:3], table(("1", "b", "K9"))]
    assert edits(old, new) == [
        "scheme of work, M2, week 1, column KSBs: was K2, now K9"
    ]


def test_paragraphs_that_changed_came_and_went() -> None:
    old: list[Block] = [f"{HEADING}Aims", "First comes need", "Then comes order", "End"]
    new: list[Block] = [f"{HEADING}Aims", "First comes demand", "End", "Signed"]
    assert edits(old, new) == [
        (
            "scheme of work, under Aims, paragraph changed: was First comes need, now "
            "First comes demand"
        ),
        "scheme of work, under Aims, paragraph gone: Then comes order",
        "scheme of work, under Aims, paragraph added: Signed",
    ]


def test_a_heading_that_lost_its_style_is_the_same_text() -> None:
    assert edits([f"{HEADING}Aims", "Text"], ["Aims", "Text"]) == []


def test_a_table_that_is_gone_and_one_that_is_new() -> None:
    assert edits(["a", table(*WEEKS), "b"], ["a", "b"]) == [
        "scheme of work, table gone: 3 rows below Week, Topic, KSBs"
    ]
    assert edits(["a", "b"], ["a", table(*WEEKS), "b"]) == [
        "scheme of work, table added: 3 rows below Week, Topic, KSBs"
    ]


def test_a_sheet_is_named_and_a_renamed_one_is_known() -> None:
    old = (Part("sheet Schedule", (table(*WEEKS),)),)
    new = (
        Part("sheet Plan", (table(*WEEKS[:2], ("15", "Files", "K6, S1")),)),
        Part("sheet Mine", ("Notes",)),
    )
    assert [str(e) for e in differences(old, new, "plan")] == [
        "plan, name of a sheet: was Schedule, now Plan",
        "plan, sheet Schedule, week 15, column KSBs: was K5, now K6",
        "plan, sheet Mine added: Notes",
    ]


def test_what_formulas_work_out_is_told_apart() -> None:
    old = (Part("sheet A", (table(("1", "a", f"{FORMULA}4")),)),)
    new = (Part("sheet A", (table(("1", "a", f"{FORMULA}5")),)),)
    (edit,) = differences(old, new, "grid")
    assert edit.follows
    assert str(edit) == "grid, sheet A, week 1, column KSBs: was 4, now 5"
    typed = (Part("sheet A", (table(("1", "a", "5")),)),)
    (edit,) = differences(old, typed, "grid")
    assert not edit.follows
    assert str(edit).endswith("column KSBs: was 4 (by a formula), now 5")


def test_long_texts_are_cut_to_what_differs() -> None:
    text = "The lecturer reads the brief aloud and asks each learner for one risk; "
    old = (("1", text + "then they vote. " + text, "K1"),)
    new = (("1", text + "then they walk. " + text, "K1"),)
    (told,) = edits([table(*old)], [table(*new)])
    assert "they vote" in told
    assert "they walk" in told
    assert len(told) < 200


@pytest.mark.parametrize("seed", range(30))
def test_every_edit_of_a_random_table_is_found(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (no secret is drawn)
    rows = [(str(n), f"t{random.randrange(9)}", f"K{n}") for n in range(12)]
    new = list(rows)
    at = random.randrange(12)
    new[at] = (rows[at][0], "another topic", rows[at][2])
    gone = random.choice([n for n in range(12) if n != at])
    del new[gone]
    told = edits([table(*rows)], [table(*new)])
    assert len(told) == 2
    assert any(f"week {at}, column Topic: was t" in line for line in told)
    assert any(f"week {gone}, row gone" in line for line in told)


@pytest.mark.parametrize("seed", range(20))
def test_pairs_of_an_alignment_are_equal_and_never_cross(seed: int) -> None:
    random = Random(seed)  # noqa: S311 (no secret is drawn)
    old, new = (
        [random.choice("abcdef") for _ in range(random.randrange(30))] for _ in "xy"
    )
    pairs, gaps = same_and_gaps(old, new)
    assert all(old[a] == new[b] for a, b in pairs)
    assert pairs == sorted(set(pairs), key=lambda p: p[1])
    covered = [n for gap in gaps for n in gap.old] + [a for a, _ in pairs]
    assert sorted(covered) == list(range(len(old)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ([("x", "y", "z")] * 4_000, [("x", "y", "q")] * 4_100),
        (
            [(str(n), "a", "b") for n in range(4_000)],
            [(str(n), "c", "d") for n in range(6_000, 2_000, -1)],
        ),
        (
            [(str(n % 7), str(n % 5), str(n)) for n in range(4_000)],
            [(str(n % 5), str(n % 7), f"-{n}") for n in range(4_000)],
        ),
    ],
)
def test_a_hostile_table_takes_bounded_time(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]]
) -> None:
    begun = process_time()
    edits([table(*old)], [table(*new)])
    assert process_time() - begun < allowed(3)


def test_hostile_paragraphs_take_bounded_time() -> None:
    old: list[Block] = [f"word {n % 90} and {n}" for n in range(6_000)]
    new: list[Block] = [f"word {n % 70} or {n + 9_000}" for n in range(6_000)]
    begun = process_time()
    edits(old, new)
    assert process_time() - begun < allowed(3)


def test_words_between_commas_are_no_list_of_codes() -> None:
    old, new = "Life cycle, teams and planning", "Life cycle, teams and agile planning"
    [said] = edits([table(("13", old, "K1"))], [table(("13", new, "K1"))])
    assert said.endswith(f"was {old}, now {new}")


def test_of_a_list_of_codes_only_those_that_changed_are_named() -> None:
    [said] = of_tables(*WEEKS[:2], ("15", "Files", "K5, S2"))
    assert said.endswith("was S1, now S2")
