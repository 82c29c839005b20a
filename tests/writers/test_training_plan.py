"""The training plan: hours by month and module, less what was learned before."""

from dataclasses import replace
from datetime import date

import pytest

from curriculum.model import Learner, PriorLearning, SourceRef
from curriculum.reviewed import Review
from curriculum.writers._training_rows import Plan
from curriculum.writers.training_plan import document, training
from office_text import as_text, tables
from reviews import review

AT = SourceRef(file="learner.toml")
YEAR = """
    ksbs K1 S1
    minimum 10 hours
    M1 teaches K1 S1
    M1 teaches K1
    M2 teaches S1
    M2.01 off the record
    O1 optional
    O1 teaches K1
    from 2026-09-21 to 2026-12-18
    on Monday at 09:30 for 3 hours
    programme venue Room D14
"""


def held(**fields: object) -> Review:
    learner = Learner.model_validate(
        {"name": "Ceri Wójcik & <sons>", "source": AT} | fields
    )
    return replace(review(YEAR), learner=learner)


def prior(item: str, hours: float) -> PriorLearning:
    return PriorLearning(
        item=item, framework="ST0000", hours=hours, evidence="A level", source=AT
    )


def test_months_add_up_to_the_off_the_job_hours() -> None:
    months = Plan(held()).months()
    assert [(m["month"], m["sessions"], m["planned"]) for m in months] == [
        ("September 2026", "2", "6"),
        ("October 2026", "1", "0"),
    ]
    assert Plan(held()).totals()["planned"] == "6"


def test_an_optional_module_counts_for_those_who_choose_it() -> None:
    assert [p["what"][:2] for p in Plan(held()).components()] == ["M1", "M2"]
    chosen = Plan(held(modules=("O1",)))
    assert [p["what"][:2] for p in chosen.components()] == ["M1", "M2", "O1"]
    assert chosen.totals()["planned"] == "9"


def test_prior_learning_comes_off_every_session_that_teaches_it() -> None:
    plan = Plan(held(prior=(prior("K1", 2.25),)))
    assert [(p["planned"], p["taken_out"]) for p in plan.prior()] == [("4.5", "2.25")]
    [first, _] = plan.components()
    assert (first["planned"], first["taken_out"], first["left"]) == (
        "6",
        "2.25",
        "3.75",
    )
    [against] = plan.totals()["against"]
    assert against == (
        "ST0000 v1.0: published minimum 10 hours; less prior learning 7.75; "
        "this plan has 3.75, 4 too few. a planner. not confirmed"
    )


def test_a_month_without_training_is_shown_with_none() -> None:
    quiet = YEAR + "    holiday 2026-09-28 to 2026-11-01 Shut\n"
    months = Plan(review(quiet)).months()
    assert [(m["month"], m["sessions"], m["planned"]) for m in months] == [
        ("September 2026", "1", "3"),
        ("October 2026", "0", "0"),
        ("November 2026", "2", "3"),
    ]


def test_sessions_before_the_learner_starts_are_not_counted_and_told() -> None:
    plan = Plan(held(starts=date(2026, 9, 28)))
    totals = plan.totals()
    assert totals["planned"] == "3"
    assert totals["missed"] == "1 session with 3 hours, outside the dates of this plan"
    assert Plan(held()).totals()["missed"] == "None"


def test_only_assessments_of_the_modules_taken_are_listed() -> None:
    text = (
        YEAR
        + """
    A1 of M1 formative
    A2 of O1 formative
    A3 assesses K1
    """
    )
    assert [a["key"] for a in Plan(review(text)).assessments()] == ["A1", "A3"]


@pytest.mark.parametrize("hours", [4.5, 900])
def test_no_more_is_taken_out_than_is_planned(hours: float) -> None:
    plan = Plan(held(prior=(prior("K1", hours), prior("K1", 1))))
    assert plan.totals()["taken_out"] == "4.5"


def test_the_learner_is_named_and_what_is_open_is_to_be_completed() -> None:
    said = as_text(document(held(employer="Borrow Shed")))
    assert "Ceri Wójcik & <sons>" in said
    assert training(held())["learner"]["line_manager"] == "To be completed"
    assert training(held())["learner"]["starts"] == "21 September 2026"


def test_without_a_learner_the_plan_is_a_form() -> None:
    shown = tables(document(review(YEAR)))
    assert shown["Agreement"][1] == [
        "Apprentice",
        "To be completed",
        "Signed:",
        "Date:",
    ]


def test_sessions_without_a_date_stand_last() -> None:
    text = YEAR.replace("2026-12-18", "2026-09-21")
    months = Plan(review(text)).months()
    assert [m["month"] for m in months] == ["September 2026", "No date"]
