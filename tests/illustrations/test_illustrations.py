"""What pictures of a review say in words, and how many there are."""

import re

import pytest

from curriculum.illustrations import (
    career_maps,
    demand_charts,
    duty_flows,
    heat_maps,
    year_plans,
)
from curriculum.model import (
    CareerCluster,
    MapCluster,
    MapOccupation,
    MarketOccupation,
    OccupationalMap,
    Pathway,
    Position,
    SourceRef,
    Tier,
)
from picture_labels import faults, labels
from reviews import TWO_FRAMEWORKS, review

AT = SourceRef(file="map.txt", place="1")

TAUGHT = """
    ksbs K1 K2 S1 B1
    duty D1 K1 S1
    duty D2 K2
    M1 teaches K1 introduced
    M1 teaches S1
    M2 teaches K1 mastered
    A1 assesses K1 on 2026-10-05
    A1 of M1 formative
    A2 assesses S1 on 2026-10-07
    gateway 2027-07-05
"""


def texts(svg: str) -> list[str]:
    return [label.text for label in labels(svg)]


# Coverage.


def test_a_heat_map_says_what_is_missing() -> None:
    (picture,) = heat_maps(review(TAUGHT))
    assert picture.finding == (
        "ST0000 v1.0 Title of ST0000: 2 of 4 statements are taught, 2 assessed. "
        "Not taught: K2, B1. Not assessed: K2, B1. "
        "Of 2 modules, M1 teaches most of them (2) and M2 fewest (1)."
    )
    shown = texts(picture.svg)
    assert {"I", "M", "T", "0"} <= set(shown)
    assert "introduced" in shown
    assert "developed" not in shown


def test_each_framework_to_be_covered_has_its_own_and_advice_has_none() -> None:
    titles = [picture.title for picture in heat_maps(review(TWO_FRAMEWORKS))]
    assert [title.partition(":")[0] for title in titles] == [
        "ST0128 v1.0",
        "FA0001 v1.0",
    ]


def test_many_modules_and_statements_are_shared_out_evenly_and_none_is_lost() -> None:
    keys = [f"K{n}" for n in range(1, 101)]
    modules = "\n".join(f"M{n} teaches K1" for n in range(10, 70))
    pictures = list(heat_maps(review(f"ksbs {' '.join(keys)}\n{modules}")))
    assert len(pictures) == 4
    assert pictures[1].title == (
        "ST0000 v1.0: coverage by module, M40 to M69, statements K1 to K50"
    )
    shown = {text for picture in pictures for text in texts(picture.svg)}
    assert {*keys, *(f"M{n}" for n in range(10, 70))} <= shown


@pytest.mark.parametrize("text", ["", "module M1", "ksbs K1"])
def test_an_empty_programme_has_no_pictures_or_sound_ones(text: str) -> None:
    held = review(text)
    for picture in (*heat_maps(held), *year_plans(held), *duty_flows(held)):
        assert faults(picture.svg) == []
        assert picture.finding


# The year.


def test_a_year_plan_says_when_work_is_due() -> None:
    (picture,) = year_plans(review(TAUGHT))
    assert picture.finding == (
        "2 modules in 44 teaching weeks; 0 weeks without teaching. "
        "Work is handed in 2 times, always in the week of 5 October 2026."
    )
    shown = texts(picture.svg)
    assert {"F A1", "S A2", "G Gateway", "Whole programme"} <= set(shown)


def test_a_year_plan_names_the_longest_module_if_there_is_one() -> None:
    held = review("ksbs K1\nM1 teaches K1\nM2 teaches K1\nM2.01 lasts 30 hours")
    (picture,) = year_plans(held)
    assert "M2 Title of M2 takes longest, 6 weeks. No work is handed in." in (
        picture.finding
    )


def test_weeks_without_teaching_are_named() -> None:
    held = review("""
        M1 teaches K1
        from 2026-09-07 to 2026-12-18
        closed 2026-09-21 Staff day
        term First 2026-09-07 to 2026-10-23
        term Second 2026-11-02 to 2026-12-18
        bank holiday 2026-11-16 Coronation
    """)
    (picture,) = year_plans(held)
    said = " ".join(texts(picture.svg)).replace("\N{NO-BREAK SPACE}", " ")
    assert "a week of 21 Sep, Staff day; b week of 26 Oct, between terms" in said
    assert "c week of 16 Nov, Coronation" in said


def test_a_long_programme_has_a_plan_for_each_year_and_few_rows_on_each() -> None:
    modules = "\n".join(f"M{n} lasts 6 hours\nM{n} teaches K1" for n in range(10, 70))
    long = f"from 2026-09-07 to 2029-07-20\nksbs K1\n{modules}"
    pictures = list(year_plans(review(long)))
    heads = [p.title.partition(":")[0] for p in pictures]
    assert heads[:3] == [f"Year 1, part {n} of 3" for n in (1, 2, 3)]
    assert {head[:6] for head in heads} == {"Year 1", "Year 2", "Year 3"}
    rows = [t for p in pictures for t in texts(p.svg) if re.match(r"M\d\d ", t)]
    assert {row[:3] for row in rows} == {f"M{n}" for n in range(10, 70)}


def test_a_year_in_which_nothing_is_taught_is_shown_too() -> None:
    held = review("""
        M1 teaches K1
        A1 assesses K1 on 2028-10-02
        from 2026-09-07 to 2029-07-20
    """)
    pictures = list(year_plans(held))
    assert all({f"Year {n}"} < set(texts(p.svg)) for n, p in enumerate(pictures, 1))
    assert len(pictures) == 3
    assert pictures[1].finding.startswith("Year 2: no module in 52 teaching weeks;")
    assert "Nothing is taught or handed in" in texts(pictures[1].svg)


def test_a_year_with_many_modules_and_marks_is_cut_into_parts_to_be_read() -> None:
    modules = "\n".join(
        f"M{n} lasts 6 hours\nM{n} teaches K1\nA{n} assesses K1 on 2026-10-05\n"
        f"A{n} of M{n}"
        for n in range(10, 50)
    )
    pictures = list(year_plans(review(f"ksbs K1\n{modules}")))
    count = len(pictures)
    assert count > 2
    for number, picture in enumerate(pictures, start=1):
        assert f"Part {number} of {count}" in texts(picture.svg)
    assert all(p.at(720).height < 600 for p in pictures)
    rows = [t for p in pictures for t in texts(p.svg) if re.match(r"M\d\d ", t)]
    assert [row[:3] for row in rows] == [f"M{n}" for n in range(10, 50)]


# Duties.


def test_a_flow_says_which_duties_rest_on_what_is_not_taught() -> None:
    (picture,) = duty_flows(review(TAUGHT))
    assert picture.finding == (
        "ST0000 v1.0, statements: 2 of 4 statements are taught; "
        "2 of the 2 duties rest on them. Taught in no module: K2, B1. "
        "Duties that rest on what is not taught: D2. Named by no duty: B1."
    )
    assert {"K1", "K2 !", "B1 !", "taught in no module"} <= set(texts(picture.svg))


def test_many_statements_are_shown_kind_by_kind() -> None:
    keys = " ".join(
        [*(f"K{n}" for n in range(1, 30)), *(f"S{n}" for n in range(1, 30))]
    )
    titles = [
        p.title for p in duty_flows(review(f"ksbs {keys}\nduty D1 K1\nmodule M1"))
    ]
    assert titles == [
        "ST0000 v1.0: from duties through knowledge to modules",
        "ST0000 v1.0: from duties through skills to modules",
    ]


# The map and the market.


def occupation(title: str, level: int | None = None) -> MapOccupation:
    return MapOccupation(title=title, level=level, source=AT)


def position() -> Position:
    own = MapCluster(
        title="Care",
        tier=Tier.TECHNICAL,
        occupations=(occupation("Care worker", 2), occupation("Gofalwr & <chŵn>")),
        source=AT,
    )
    above = MapCluster(
        title="Nursing",
        tier=Tier.PROFESSIONAL,
        occupations=(occupation("Nurse", 6),),
        source=AT,
    )
    pathway = Pathway(title="Health", clusters=(own, above), source=AT)
    return Position(
        occupational_map=OccupationalMap(title="Map of health", source=AT),
        pathway=pathway,
        map_cluster=own,
        occupation=own.occupations[0],
        source=AT,
    )


def test_the_career_map_says_where_the_occupation_stands_and_what_lies_above() -> None:
    (picture,) = career_maps(position())
    assert picture.finding == (
        "Care worker (level 2) stands on the Map of health, pathway Health, cluster "
        "Care (technical). Clusters above it: Nursing (professional)."
    )
    shown = texts(picture.svg)
    assert "This programme leads here: Care worker" in shown
    assert shown.index("Professional") > shown.index("\N{BULLET} Nurse (level 6)")
    assert faults(picture.svg) == []


def test_without_a_place_on_a_map_there_is_no_career_map() -> None:
    assert list(career_maps(None)) == []
    assert list(career_maps(Position(source=AT))) == []


def market(
    title: str, *jobs: int | None, change: float | None = None
) -> MarketOccupation:
    first, second = jobs
    return MarketOccupation(
        title=title, jobs_2024=first, jobs_2029=second, change=change, source=AT
    )


def test_demand_bars_name_the_country_and_the_extremes() -> None:
    profile = CareerCluster(
        title="Health",
        occupations=(
            market("Aides", 100, 90, change=-10),
            market("Nurses", 3000, 3300, change=10),
            market("Unknown", None, None),
        ),
        market_source="A bureau",
        source=AT,
    )
    (picture,) = demand_charts(profile)
    assert picture.finding == (
        "United States, national figures and projection: of 2 occupations, Nurses has "
        "most jobs (3,000 in 2024, 3,300 in 2029). Nurses grows most (+10%). "
        "Falling: Aides."
    )
    said = " ".join(texts(picture.svg))
    assert "Jobs in the United States: Health" in said
    assert "Source: A bureau" in said
    assert "3,300 (+10%)" in said


def test_without_figures_there_are_no_demand_bars() -> None:
    assert list(demand_charts(None)) == []
    bare = CareerCluster(title="X", occupations=(market("A", None, None),), source=AT)
    assert list(demand_charts(bare)) == []
