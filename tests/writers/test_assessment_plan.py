"""The assessment plan: dates in order, who samples whom, what is covered."""

from curriculum.reviewed import Review
from curriculum.writers import _plan_rows as rows
from curriculum.writers._words import NONE
from curriculum.writers.assessment_plan import document, plan
from office_text import tables
from reviews import ASSESSED, finding, review


def held(text: str = ASSESSED) -> Review:
    return review(text)


def test_every_date_stands_in_the_calendar_with_who_does_it() -> None:
    told = [
        (e["date"], e["what"], e["assessment"][:2], e["who"])
        for e in rows.events(held())
    ]
    assert told == [
        ("Mon 14 Sep 2026", "Brief internally verified", "A1", "Ruth Sands"),
        ("Mon 21 Sep 2026", "Hand out", "A1", "Ann Beck"),
        ("Mon 5 Oct 2026", "Hand in (formative)", "A1", "Learners"),
        ("Mon 12 Oct 2026", "Feedback returned", "A1", "Ann Beck"),
        ("Mon 19 Oct 2026", "Marking sampled", "A1", "Ruth Sands"),
        ("Mon 2 Nov 2026", "Hand in (summative)", "A2", "Learners"),
        ("Mon 16 Nov 2026", "Feedback returned", "A2", "CD"),
        ("Mon 7 Dec 2026", "Reassessment closes", "A2", "Learners"),
    ]


def test_a_module_shows_what_tests_it_with_its_own_outcomes_only() -> None:
    first, second = rows.blocks(held().programme)
    assert [(t["key"], t["outcomes"]) for t in first["task"]] == [
        ("A1", "LO1"),
        ("A2", "LO2"),
    ]
    assert [(t["key"], t["outcomes"]) for t in second["task"]] == [("A2", "LO9")]
    assert first["task"][0]["formative"] == "5 Oct 2026"
    assert first["task"][1]["summative"] == "2 Nov 2026"


def test_an_assessment_of_no_module_stands_under_the_whole_programme() -> None:
    [block] = rows.blocks(held("A1 assesses K1\nksbs K1").programme)
    assert block["title"] == "Whole programme"


def test_the_reassessment_window_opens_with_feedback() -> None:
    windows = {a["key"]: a["reassessment"] for a in plan(held())["assessment"]}
    assert windows == {
        "A1": "None: formative",
        "A2": "After 16 Nov 2026, until 7 Dec 2026",
    }


def test_sampling_names_every_assessor_module_assignment_and_site() -> None:
    told = [tuple(row.values()) for row in rows.sampling(held().programme)]
    assert told == [
        ("Assessor", "Ann Beck", "A1", "Ruth Sands", "19 Oct 2026"),
        ("Assessor", "CD", "A2", NONE, "Not planned"),
        ("Module", "M1 Programming", "A1, A2", "Ruth Sands", "19 Oct 2026"),
        ("Module", "M2 Title of M2", "A2", NONE, "Not planned"),
        ("Assessment", "A1 Quiz & <trace>", "A1", "Ruth Sands", "19 Oct 2026"),
        ("Assessment", "A2 Title of A2", "A2", NONE, "Not planned"),
        ("Site", "Not stated", "A1, A2", "Ruth Sands", "19 Oct 2026"),
    ]


def test_verification_is_counted() -> None:
    assert rows.totals(held())["verified"] == [
        "Internal verification is dated for 1 of 2 briefs",
        "Marking is sampled for 1 of 2 assessments",
        "1 of 2 assessors sampled",
        "1 of 2 assessed modules sampled",
    ]


def test_coverage_says_which_work_assesses_a_statement() -> None:
    [knowledge, skills] = rows.coverage(held())
    assert knowledge["counts"] == "1 of 2 assessed: 1 formative, 1 summative"
    assert [(i["key"], i["formative"], i["summative"]) for i in knowledge["item"]] == [
        ("K1", "A1", "A2"),
        ("K2", "Not assessed", "Not assessed"),
    ]
    assert skills["item"][0]["summative"] == NONE


def test_every_module_outcome_says_what_tests_it() -> None:
    told = [
        (o["key"], o["formative"], o["summative"])
        for o in rows.outcomes(held().programme)
    ]
    assert told == [("M1 LO1", "A1", NONE), ("M1 LO2", NONE, "A2")]


def test_findings_about_assessments_are_shown_and_others_are_not() -> None:
    ours = finding("ASM102", "A2", "A2 has no assessor")
    other = finding("COV101", "K2", "K2 is taught nowhere")
    shown = tables(document(review(ASSESSED, ours, other)))[
        "Findings about assessments"
    ]
    assert [row[3] for row in shown[1:]] == ["A2 has no assessor"]


def test_the_cells_are_the_rows_read_back() -> None:
    shown = tables(document(held()))["Calendar of the assessment plan"][1:]
    assert shown == [list(event.values()) for event in rows.events(held())]
