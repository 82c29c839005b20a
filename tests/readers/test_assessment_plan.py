"""Assessment plans: methods, grade themes, outcomes, in every form of publication."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum.model import AssessmentPlan, Regime
from curriculum.readers import Read, read
from curriculum.readers import assessment_plan as reader
from curriculum.readers.assessment_plan import recognises
from plan_copies import EPA, REFORMED, Block, as_html, as_text, as_word
from published_pages import Page, printed, source


def _text(blocks: tuple[Block, ...], folder: Path) -> Path:
    path = folder / "plan.txt"
    path.write_text(as_text(blocks), "utf-8")
    return path


def _html(blocks: tuple[Block, ...], folder: Path) -> Path:
    path = folder / "plan.html"
    path.write_text(as_html(blocks), "utf-8")
    return path


def _word(blocks: tuple[Block, ...], folder: Path) -> Path:
    return as_word(blocks, folder / "plan.docx")


FORMS = pytest.mark.parametrize("made", [_text, _html, _word])
Made = Callable[[tuple[Block, ...], Path], Path]


def plan_of(got: Read) -> AssessmentPlan:
    [record] = got.records
    assert isinstance(record, AssessmentPlan)
    return record


def read_text(folder: Path, *blocks: Block) -> tuple[AssessmentPlan, list[str]]:
    """A plan of these blocks, below a title and two methods; and what was found."""
    head: tuple[Block, ...] = (
        "End-point assessment plan for the lighthouse keeper apprenticeship",
        "ST9999",
        "EPA gateway",
        "Assessment method 1: Observation (OBS)",
        "Assessment method 2: Professional discussion (PD)",
    )
    got = read(_text((*head, *blocks), folder))
    return plan_of(got), [str(f) for f in got.findings if f.code != "SRC608"]


def mapped(plan: AssessmentPlan) -> dict[str, tuple[str, ...]]:
    return {method.title: method.items for method in plan.methods}


@FORMS
def test_the_older_form_gives_methods_themes_and_statements(
    tmp_path: Path, made: Made
) -> None:
    got = read(made(EPA, tmp_path))
    plan = plan_of(got)
    assert got.reader.name == "assessment_plan"
    assert (plan.reference, plan.title) == ("ST9999", "lighthouse keeper")
    assert (plan.version, plan.level, plan.regime) == ("1.1", 3, Regime.EPA)
    assert mapped(plan) == {
        "observation with questions": ("K1", "S1", "B1"),
        "professional discussion underpinned by a portfolio": ("K2", "S2", "B1"),
    }
    assert [m.grades for m in plan.methods] == [
        ("fail", "pass"),
        ("fail", "pass", "distinction"),
    ]
    assert [(t.title, t.method, t.items) for t in plan.themes] == [
        ("Lamps", "AM1", ("K1", "S1")),
        ("Signals", "AM2", ("K2", "S2")),
        ("Watchfulness", "AM2", ("B1",)),
    ]
    assert [(d.grade, d.text) for d in plan.themes[0].descriptors] == [
        ("pass", "Trims wicks and explains what a lens does. (K1, S1)"),
        ("distinction", "Weighs up two ways of trimming. (S1)"),
    ]
    assert [(k.key, k.text) for k in plan.statements] == [
        ("K1", "Principles of lamps and lenses"),
        ("K2", "Signals of ships"),
        ("S1", "Trim wicks under supervision"),
        ("S2", "Sound a horn"),
        ("B1", "Stays awake"),
    ]
    assert plan.licence.startswith("Crown copyright © 2025")
    assert {f.code for f in got.findings} == {"SRC608"}


@FORMS
def test_the_reformed_form_gives_outcomes_with_what_is_mandatory(
    tmp_path: Path, made: Made
) -> None:
    got = read(made(REFORMED, tmp_path))
    plan = plan_of(got)
    assert plan.regime is Regime.REFORMED
    assert [(m.title, m.mandatory) for m in plan.methods] == [
        ("Observation", True),
        ("Professional discussion", False),
        ("Written test", False),
    ]
    assert [(o.key, o.text, o.items) for o in plan.outcomes] == [
        (
            "AO1",
            "Keeps the light burning Looks after lamps in all weathers.",
            ("K1", "K3", "S1"),
        ),
        ("AO2", "Warns ships", ("K2", "S2")),
    ]
    marked = [outcome.mandatory for outcome in plan.outcomes]
    if got.form == "text":
        assert marked == [(), ()]
        assert "SRC612" in {f.code for f in got.findings}
    else:
        assert marked == [("K1",), ("S2",)]
    assert [(d.category, d.grade, d.text) for d in plan.descriptors] == [
        ("Applied knowledge", "pass", "Uses what is known of lamps."),
        ("Applied knowledge", "distinction", "Joins it to new cases."),
        ("Responsibility and autonomy", "pass", "Acts within limits."),
        ("Responsibility and autonomy", "distinction", "Takes the lead."),
    ]
    assert plan.verified == ("B1",)


def test_methods_are_ticked_in_columns(tmp_path: Path) -> None:
    plan, found = read_text(
        tmp_path,
        "KSB mapping",
        ("Ref", "Statement", "Observation", "Professional discussion"),
        ("K1", "Lamps", "✓", "-"),
        ("K2", "Signals", "", "x"),
        ("S1", "Rows", "yes", "yes"),
    )
    assert mapped(plan) == {
        "Observation": ("K1", "S1"),
        "Professional discussion": ("K2", "S1"),
    }
    assert [(k.key, k.text) for k in plan.statements] == [
        ("K1", "Lamps"),
        ("K2", "Signals"),
        ("S1", "Rows"),
    ]
    assert found == []


@pytest.mark.parametrize(
    "cell",
    ["Method 2", "AM2", "2", "PD", "Professional discussion", "assessment method 2"],
)
def test_a_method_may_go_by_its_number_or_its_initials(
    tmp_path: Path, cell: str
) -> None:
    plan, _ = read_text(
        tmp_path, "KSB mapping table", ("KSB", "Assessment method"), ("K1: Lamps", cell)
    )
    assert mapped(plan) == {"Observation": (), "Professional discussion": ("K1",)}


@pytest.mark.parametrize(
    ("sentence", "observed", "discussed"),
    [
        ("The observation assesses K1, K2 and S1 to S3.", "K1 K2 S1 S2 S3", ""),
        ("Observation: K1-K3, S4", "K1 K2 K3 S4", ""),
        (
            "Observation is to assess K1. The professional discussion covers B1–B2.",
            "K1",
            "B1 B2",
        ),
        ("Assessment method 2 is mapped to K7; S9", "", "K7 S9"),
    ],
)
def test_prose_says_which_method_assesses_which_ksb(
    tmp_path: Path, sentence: str, observed: str, discussed: str
) -> None:
    plan, found = read_text(tmp_path, "Introduction", sentence)
    assert mapped(plan) == {
        "Observation": tuple(observed.split()),
        "Professional discussion": tuple(discussed.split()),
    }
    assert found == []


def test_a_list_below_a_sentence_is_of_its_method(tmp_path: Path) -> None:
    plan, _ = read_text(
        tmp_path,
        "The following KSBs are assessed by the observation:",
        "K1: Lamps",
        "S1: Rows",
        "The professional discussion assesses the following KSBs:",
        "K2 K3",
        "B1",
    )
    assert mapped(plan) == {
        "Observation": ("K1", "S1"),
        "Professional discussion": ("K2", "K3", "B1"),
    }


def test_a_mapping_that_lost_its_table_is_read_line_by_line(tmp_path: Path) -> None:
    plan, _ = read_text(
        tmp_path,
        "KSB mapping table",
        "Knowledge",
        "Assessment methods",
        "K1",
        "Lamps and lenses",
        "Back to Grading",
        "Observation",
        "K2: Signals Professional discussion",
    )
    assert mapped(plan) == {"Observation": ("K1",), "Professional discussion": ("K2",)}
    assert [k.text for k in plan.statements] == ["Lamps and lenses", "Signals"]


def test_a_method_that_only_the_mapping_names_is_one(tmp_path: Path) -> None:
    plan, _ = read_text(
        tmp_path,
        "Mapping of KSBs to assessment methods",
        ("Skills", "Assessment methods"),
        ("S1: Rows", "Practical test"),
    )
    assert mapped(plan)["Practical test"] == ("S1",)


def test_outcomes_may_stand_in_a_table(tmp_path: Path) -> None:
    plan, found = read_text(
        tmp_path,
        "Assessment outcomes",
        ("Assessment outcome", "Knowledge", "Skills", "Mandatory"),
        ("AO1 Keeps the light", "K1 K2", "S1", "K1"),
        ("AO2 Warns ships: by day and by night", "K3", "S2 S3", "S2, S3"),
    )
    assert [(o.key, o.text, o.items, o.mandatory) for o in plan.outcomes] == [
        ("AO1", "Keeps the light", ("K1", "K2", "S1"), ("K1",)),
        (
            "AO2",
            "Warns ships: by day and by night",
            ("K3", "S2", "S3"),
            ("S2", "S3"),
        ),
    ]
    assert found == []


@pytest.mark.parametrize(
    "lines",
    [
        ("K1: Lamps (mandatory)", "K2: Signals"),
        (
            "Mandatory knowledge and skills",
            "K1: Lamps",
            "Other knowledge",
            "K2: Signals",
        ),
        ("Mandatory: K1", "Other: K2"),
        ("K1: Lamps", "K2: Signals", "The mandatory statements are K1."),
    ],
)
def test_what_is_mandatory_may_be_said_in_words(
    tmp_path: Path, lines: tuple[str, ...]
) -> None:
    plan, _ = read_text(
        tmp_path, "Assessment outcomes", "Assessment outcome 1: Keeps the light", *lines
    )
    [outcome] = plan.outcomes
    assert (outcome.items, outcome.mandatory) == (("K1", "K2"), ("K1",))
    assert [k.text for k in plan.statements if k.key == "K1"] in (["Lamps"], [])


def test_bold_says_nothing_where_all_is_bold(tmp_path: Path) -> None:
    blocks: tuple[Block, ...] = (
        "Apprenticeship assessment plan: Lighthouse keeper",
        "ST9999",
        "Assessment outcomes",
        "Assessment outcome 1: Keeps the light",
        "**K1: Lamps**",
        "**K2: Signals**",
    )
    got = read(_html(blocks, tmp_path))
    assert plan_of(got).outcomes[0].mandatory == ()
    assert {"SRC611", "SRC612"} <= {f.code for f in got.findings}


def test_faults_of_a_plan_are_found_with_their_places(tmp_path: Path) -> None:
    _, found = read_text(
        tmp_path,
        "KSB mapping table",
        ("Knowledge", "Assessment methods"),
        ("K1: Lamps", "Observation"),
        ("K2: Signals", ""),
        ("K1: Lenses", "Observation"),
        "Grading",
        "Observation",
        ("THEME KSBS", "PASS"),
        ("Lamps K1 K3", "Explains lamps."),
        "Rows K9 of nothing",
    )
    assert found == [
        "plan.txt:17: SRC604 K2 is stated and mapped to no method",
        "plan.txt:19: SRC609 K1 has other words than where it stands first, “Lamps”",
        "plan.txt:27: SRC607 the theme Lamps grades K3, which AM1 does not assess",
        "plan.txt:29: SRC606 “Rows K9 of nothing” names KSBs and is not understood",
    ]


def test_a_statement_in_two_outcomes_is_found(tmp_path: Path) -> None:
    _, found = read_text(
        tmp_path,
        "Assessment outcomes",
        "Assessment outcome 1: Keeps the light",
        "K1: Lamps (mandatory)",
        "Assessment outcome 2: Warns ships",
        "K1 K2",
    )
    assert found == ["plan.txt:17: SRC603 K1 stands in AO1 and AO2"]


def test_a_plan_that_maps_nothing_is_an_error(tmp_path: Path) -> None:
    _, found = read_text(tmp_path, "Introduction", "There is much to say.")
    [said] = found
    assert said == (
        "plan.txt:3: SRC602 the plan maps no KSB to any method of assessment that can "
        "be read"
    )


def test_a_standard_that_speaks_of_its_plan_is_no_plan() -> None:
    page = printed(Page()) + "\nEnd-point assessment plan\nAssessment methods\nGateway"
    assert recognises(source(page)) < 0.5
    assert recognises(source(as_text(EPA))) > 0.6
    assert recognises(source(as_text(REFORMED))) > 0.6


def test_grades_of_the_whole_are_no_grades_of_the_last_method(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "End-point assessment plan\nAssessment method 1 - observation:\n• pass\n"
        "• distinction\nAssessment method 2 - discussion:\n• pass\n"
        "The following grades are available for the apprenticeship:\n• pass\n"
        "• distinction\n",
        "utf-8",
    )
    plan = plan_of(read(path, reader="assessment_plan"))
    assert [m.grades for m in plan.methods] == [("pass", "distinction"), ("pass",)]


def test_rows_of_themes_pasted_over_two_lines_are_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "End-point assessment plan\nAssessment method 1 - observation:\nGrading\n"
        "Observation\nTheme\nKSBs\tPass\nApprentices must demonstrate all of the pass "
        "descriptors\tDistinction\nApprentices must demonstrate all descriptors\n"
        "Lamps\nK1 S1\tKeeps them lit\tWhy\nFog\nK2\tSounds the horn\tNone\n",
        "utf-8",
    )
    plan = plan_of(read(path, reader="assessment_plan"))
    assert [
        (t.title, t.items, [(d.grade, d.text) for d in t.descriptors])
        for t in plan.themes
    ] == [
        (
            "Lamps",
            ("K1", "S1"),
            [("pass", "Keeps them lit"), ("distinction", "Why")],
        ),
        ("Fog", ("K2",), [("pass", "Sounds the horn")]),
    ]


def test_markdown_keeps_what_is_bold(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "# Apprenticeship assessment plan\n\n## Assessment outcome 1: Keep lit\n\n"
        "- **K1: Lamps**\n- **S1:** Light them\n",
        "utf-8",
    )
    [outcome] = plan_of(read(path, reader="assessment_plan")).outcomes
    assert (outcome.items, outcome.mandatory) == (("K1", "S1"), ("K1",))


def test_a_text_far_longer_than_any_plan_is_read_to_a_bound_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_MOST_LINES", 3)
    lines = ["Assessment plan ST9999", "One.", "Two.", "Three.", "Four."]
    _, found = read_text(tmp_path, *lines)
    [said] = [line for line in found if "SRC613" in line]
    assert "reading stops here, after 3 lines" in said
