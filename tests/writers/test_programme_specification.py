"""The programme specification: structure, routes, progression, demand."""

from datetime import date

import pytest

from curriculum.facts import Facts
from curriculum.model import (
    CareerCluster,
    MapCluster,
    MapOccupation,
    MarketOccupation,
    OccupationalMap,
    OccupationDescription,
    Pathway,
    Position,
    PublishedSource,
    SignOff,
    SourceRef,
    Tier,
)
from curriculum.reviewed import Review
from curriculum.writers import _module_rows as modules
from curriculum.writers import _position_rows as position
from curriculum.writers._version_rows import versions
from curriculum.writers._words import NONE
from curriculum.writers.programme_specification import document, specification
from office_text import as_text, tables
from reviews import review

AT = SourceRef(file="map.txt")


def occupation(title: str, level: int | None = None, *others: str) -> MapOccupation:
    return MapOccupation(title=title, level=level, other_titles=others, source=AT)


def cluster(title: str, tier: Tier, *held: MapOccupation) -> MapCluster:
    return MapCluster(title=title, tier=tier, occupations=held, source=AT)


OWN = occupation("Technician", 3)
PATHWAY = Pathway(
    title="Production",
    clusters=(
        cluster("Technicians", Tier.TECHNICAL, OWN, occupation("Tester", 3)),
        cluster("Repairers", Tier.TECHNICAL, occupation("Repairer")),
        cluster("Developers", Tier.HIGHER_TECHNICAL, occupation("Dev", 4, "Coder")),
        cluster("Engineers", Tier.PROFESSIONAL, occupation("Engineer", 7)),
    ),
    source=AT,
)
MARKET = CareerCluster(
    title="Digital & more",
    occupations=(
        MarketOccupation(
            title="Developers",
            jobs_2024=1791385,
            jobs_2029=2082344,
            change=-1.0,
            openings_per_year=160067,
            pay_median_usd_per_hour=63.5,
            entry_education="Degree",
            source=AT,
        ),
        MarketOccupation(title="Others", source=AT),
    ),
    market_source="A bureau",
    market_caveats=("Subject to change",),
    source=SourceRef(file="profile.txt"),
)


def placed(text: str = "ksbs K1\nM1 teaches K1", **position_fields: object) -> Review:
    """A review of a programme with a position."""
    held = review(
        text,
        sources=(PublishedSource(title="A profile", dated="2024", file="profile.txt"),),
    ).facts
    at = Position.model_validate({"source": AT} | position_fields)
    programme = held.programme.model_copy(update={"position": at})
    return Review(Facts(programme, held.timetable, held.coverage))


@pytest.fixture
def on_map() -> Review:
    world = OccupationalMap(
        title="Map of digital work",
        pathways=(PATHWAY,),
        descriptions=(
            OccupationDescription(
                pathway="Production",
                occupation="TECHNICIAN",
                description="Builds things.",
                source=AT,
            ),
        ),
        source=AT,
    )
    return placed(
        occupational_map=world,
        pathway=PATHWAY,
        map_cluster=PATHWAY.clusters[0],
        occupation=OWN,
        profile=MARKET,
    )


def test_progression_says_where_the_occupation_stands(on_map: Review) -> None:
    held = position.progression(on_map.programme)
    assert held["stands"] == (
        "Technician (level 3) stands on the Map of digital work, pathway Production, "
        "cluster Technicians (technical)."
    )
    assert held["description"] == "Builds things."


def test_progression_names_what_lies_above_and_what_shares_the_pathway(
    on_map: Review,
) -> None:
    held = position.progression(on_map.programme)
    assert held["above"] == [
        "Developers (higher technical): Dev / Coder (level 4)",
        "Engineers (professional): Engineer (level 7)",
    ]
    assert held["shared"] == (
        "Tester (level 3), Repairer, Dev / Coder (level 4), Engineer (level 7)"
    )


def test_clusters_stand_from_the_highest_tier_down(on_map: Review) -> None:
    told = [(c["title"], c["place"]) for c in position.clusters(on_map.programme)]
    assert told == [
        ("Engineers", "Above it"),
        ("Developers", "Above it"),
        ("Technicians", "This programme leads here"),
        ("Repairers", "Beside it"),
    ]


def test_a_programme_without_a_place_on_a_map_says_so() -> None:
    held = position.progression(review("module M1").programme)
    assert held["stands"] == "The programme names no place on an occupational map."
    assert held["above"] == ["No cluster of the map lies above it"]
    assert position.clusters(review("module M1").programme) == []


def test_figures_of_the_united_states_are_named_as_such(on_map: Review) -> None:
    held = position.market(on_map.programme)
    assert held["area"] == "United States, national"
    assert held["source"] == "A bureau"
    assert held["published"] == "A profile; 2024"
    assert held["caveats"] == ["Subject to change"]
    said = as_text(document(on_map))
    assert "These are figures for the United States." in said
    assert "no evidence of vacancies in this area" in said


def test_demand_shows_what_is_known_and_a_dash_for_what_is_not(on_map: Review) -> None:
    first, second = position.demand(on_map.programme)
    assert list(first.values()) == [
        "Developers",
        "1,791,385",
        "2,082,344",
        "-1%",
        "160,067",
        "US$63.50",
        "Degree",
    ]
    assert set(list(second.values())[1:]) == {NONE}


def test_without_a_profile_no_figures_are_named() -> None:
    said = as_text(document(review("module M1")))
    assert "No labour-market figures are named for this programme." in said
    assert "United States" not in said


CHOOSING = """
    ksbs K1
    M1 teaches K1 introduced
    M2 needs M1
    M2 lead JM
    person JM Jan Moss
    O1 teaches K1
    O2 teaches K1
    choose 1 of O1 O2
    M4 optional
    A1 of M1 formative
    A1 tests O1.LO1
"""


def test_routes_tell_the_choices_and_how_many_ways_there_are() -> None:
    held = review(CHOOSING)
    assert [tuple(map(str, c.values())) for c in modules.choices(held.programme)] == [
        ("Choice 1", "1 of 2", "['O1 Title of O1', 'O2 Title of O2']"),
        ("Free choice", "Any or none", "['M4 Title of M4']"),
    ]
    assert "4 routes" in modules.routes(held)


def test_without_a_choice_every_learner_takes_every_module() -> None:
    assert modules.routes(review("module M1")) == (
        "Every learner takes every module; there is no choice."
    )


def test_a_module_tells_lead_order_depth_and_what_tests_it() -> None:
    first, second, *_ = modules.modules(review(CHOOSING))
    assert first["ksbs"] == ["Knowledge: K1\N{NO-BREAK SPACE}I"]
    assert first["assessments"] == ["A1 Title of A1 (formative)"]
    assert (second["lead"], second["builds_on"]) == ("Jan Moss", "M1")
    assert second["when"] == "No date in the calendar"


def test_an_assessment_counts_for_every_module_whose_outcomes_it_tests() -> None:
    held = review(CHOOSING).programme
    assert [a.key for a in modules.testing(held, "O1")] == ["A1"]


def test_methods_and_themes_say_how_often_and_where() -> None:
    held = review(
        "M1.01 embeds maths Rounding\nM1.02 is workshop\nA1 method Test\nA2 method Test"
    ).programme
    assert [m["count"] for m in modules.methods(held)] == ["2"]
    told = {t["name"]: (t["count"], t["where"]) for t in modules.themes(held)}
    assert told["Maths"] == ("1 session", "M1")
    assert told["Prevent"] == ("0 sessions", NONE)
    assert [k["name"] for k in modules.kinds(held)] == ["Teaching", "Workshop"]


def test_the_modification_log_holds_this_version() -> None:
    held = review("programme version 2.1\nprogramme issued 2026-06-26\nksbs K1")
    [change] = specification(held)["change"]
    assert (change["version"], change["issued"]) == ("2.1", "26 June 2026")
    assert change["what"] == [
        "This version, against ST0000 v1.0",
        "No sign-off is recorded",
    ]


def signed(version: str, day: date, *changes: str) -> SignOff:
    return SignOff(
        who="Łucja", role="Head", date=day, version=version, changes=changes, source=AT
    )


def test_the_modification_log_tells_every_sign_off_and_what_changed_since() -> None:
    plain = review("programme version 2.1\nksbs K1")
    many = tuple(f"session M{n}: hours was 3, is now 2" for n in range(1, 15))
    programme = plain.programme.model_copy(
        update={
            "signoffs": (
                signed("1.0", date(2026, 6, 26)),
                signed("2.0", date(2027, 6, 1), "session M1 is gone"),
            ),
            "changes": many,
        }
    )
    first, second, now = versions(programme)
    assert (first["status"], first["approver"]) == ("Signed off", "Łucja, Head")
    assert first["what"] == ["The programme as it was"]
    assert second["what"] == ["session M1 is gone"]
    assert now["what"][1] == "14 changes since the sign-off of 1 June 2027"
    assert now["what"][-1] == "and 2 more changes"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((), "Unchanged since the sign-off of 26 June 2026"),
        (None, "What changed since the sign-off of 26 June 2026 cannot be told"),
    ],
)
def test_the_log_says_when_nothing_changed_and_when_nobody_knows(
    changes: tuple[str, ...] | None, said: str
) -> None:
    held = {"signoffs": (signed("1.0", date(2026, 6, 26)),), "changes": changes}
    programme = review("ksbs K1").programme.model_copy(update=held)
    assert versions(programme)[-1]["what"][1:] == [said]


def test_overview_and_detailed_mapping_show_the_same_statements(on_map: Review) -> None:
    shown = tables(document(on_map))
    overview = shown["ST0000 v1.0 Title of ST0000 by module, M1"]
    detailed = shown["Detailed mapping of ST0000 v1.0: Knowledge"]
    assert [row[0] for row in overview] == [row[0] for row in detailed]
