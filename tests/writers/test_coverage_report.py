"""The coverage report: the verdict first, then gaps, then what proves them."""

from curriculum.findings import Severity
from curriculum.writers import _coverage_rows as rows
from curriculum.writers import _heat_rows as heat
from curriculum.writers._words import NONE
from curriculum.writers.coverage_report import document, report
from office_text import as_text, tables
from reviews import finding, full_review, review

GAPS = """
    ksbs K1 K2 K3 S1
    duty D1 K1 K2
    duty D2
    M1 teaches K1 introduced
    M2 teaches K1 mastered
    M2 teaches S1
    M3.01 lasts 2 hours
    A1 assesses K1 on 2026-10-05
    A2 of M1 formative
    A2 assesses K3 S1 on 2026-09-14
"""


def test_nothing_found_is_said_in_the_first_sentence() -> None:
    assert rows.verdict(review(GAPS))["sentence"] == (
        "Nothing stands in the way of approval."
    )


def test_without_a_framework_there_is_no_verdict() -> None:
    held = rows.verdict(review("module M1"))
    assert held["sentence"] == "No verdict can be given."
    assert held["counts"] == "No framework is named that must be covered"


def test_errors_stand_in_the_way_and_warnings_are_for_a_person() -> None:
    error = finding("COV101", "K2", "K2 is taught nowhere")
    mild = finding("HRS301", "M1", "is short", severity=Severity.WARNING)
    assert rows.verdict(review(GAPS, error))["sentence"] == (
        "1 error stands in the way of approval."
    )
    assert rows.verdict(review(GAPS, error, error, mild))["sentence"] == (
        "2 errors stand in the way of approval; 1 warning is for a person to decide."
    )
    assert rows.verdict(review(GAPS, mild, mild))["sentence"] == (
        "Nothing stands in the way of approval; 2 warnings are for a person to decide."
    )


def test_the_verdict_names_the_policy_with_its_date() -> None:
    [statement] = rows.verdict(review(GAPS))["statements"]
    assert statement.startswith("ST0000 v1.0 was judged by:")
    assert "of 30 March 2026" in statement
    said = as_text(document(review(GAPS)))
    assert said.index("judged by") < said.index("Gaps")


def test_gaps_say_which() -> None:
    told = {
        gap["title"]: (gap["count"], gap["which"]) for gap in rows.gaps(review(GAPS))
    }
    assert told == {
        "Not taught": ("2", "K2, K3"),
        "Not assessed": ("1", "K2"),
        "Assessed but not taught": ("1", "K3"),
        "Assessed in formative work only": ("2", "K3, S1"),
        "Taught in one session only": ("1", "S1"),
        "Modules without any statement": ("1", "M3"),
    }


def test_what_the_policy_does_not_ask_for_is_no_gap() -> None:
    held = review("framework ST0009 reformed K1 K2 B1\nM1 teaches K1 K2 B1")
    told = {gap["title"]: gap["which"] for gap in rows.gaps(held)}
    assert told["Not assessed"] == "K1, K2"


def test_the_heat_map_shows_the_greatest_depth_of_each_module() -> None:
    [grid] = heat.grids(review(GAPS))
    assert (grid["modules"], grid["m1"], grid["m3"], grid["m4"]) == (
        "M1 to M3",
        "M1",
        "M3",
        NONE,
    )
    first = grid["mark"][0]
    assert (first["m1"], first["m2"], first["m3"]) == ("I", "M", NONE)
    assert (first["sessions"], first["assessed"]) == ("2", "A1")
    assert grid["mark"][3]["m2"] == "T"


def test_columns_without_a_module_are_left_out() -> None:
    shown = tables(document(review(GAPS)))
    heads = shown["ST0000 v1.0 Title of ST0000 by module, M1 to M3"][0]
    assert heads == ["KSB", "Statement", "M1", "M2", "M3", "Sessions", "Assessed by"]


def test_a_long_programme_gets_several_tables_of_one_width() -> None:
    text = "ksbs K1\n" + "\n".join(f"M{n} teaches K1" for n in range(10, 44))
    made = heat.grids(review(text))
    assert [grid["modules"] for grid in made] == [
        "M10 to M21",
        "M22 to M33",
        "M34 to M43",
    ]
    assert made[2]["m11"] == NONE
    assert len(heat.columns(review(text))) == 12


def test_a_duty_is_covered_as_far_as_its_statements_are() -> None:
    told = [(d["key"], d["percent"], d["gaps"]) for d in rows.duties(review(GAPS))]
    assert told == [
        ("D1", "50%", "K2 not taught or assessed"),
        ("D2", "100%", "None"),
    ]


def test_the_sequence_tells_first_deepest_and_last() -> None:
    [sequence] = rows.sequences(review(GAPS))
    first = sequence["step"][0]
    assert first["first"].startswith("M1.01 I, ")
    assert first["deepest"].startswith("M2.01 M, ")
    assert (first["sessions"], first["hours"]) == ("2", "6")
    assert (first["formative"], first["summative"]) == (NONE, "5 Oct 2026")
    assert sequence["step"][1]["first"] == NONE


def test_hours_stand_beside_what_is_published() -> None:
    told = {f["measure"]: f["hours"] for f in rows.figures(full_review())}
    assert told["Planned off the job"] == "9"
    assert told["Published off-the-job minimum for ST0128 v1.0"] == "12"


def test_hours_say_how_far_they_are_from_what_is_asked_for() -> None:
    told = rows.figures(
        review("""
            ksbs K1
            minimum 10 hours
            M1 teaches K1
            M1 teaches K1
            programme guided_learning_hours 6
        """)
    )
    remarks = {f["measure"]: (f["hours"], f["remark"]) for f in told}
    minimum = "Published off-the-job minimum for ST0000 v1.0"
    assert remarks[minimum] == (
        "10",
        "4 fewer are planned off the job. a planner. not confirmed",
    )
    guided = "Guided learning hours (GLH) of the qualification"
    assert remarks[guided] == ("6", "exactly as many are planned")
    assert remarks["Total qualification time (TQT)"] == ("Not stated", NONE)


def test_waivers_and_findings_are_told() -> None:
    held = report(full_review())
    assert [w["reason"] for w in held["waiver"]] == ["=No licence & no <demand>"]
    assert len(held["finding"]) == 3
