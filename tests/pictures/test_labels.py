"""Whatever is drawn: no label on another, none cut off, each easy to read."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from curriculum.pictures import Picture
from curriculum.pictures.career_map import CareerMap, MapBox, career_map
from curriculum.pictures.demand_bars import DemandBar, DemandBars, demand_bars
from curriculum.pictures.duty_flow import DutyFlow, FlowNode, duty_flow
from curriculum.pictures.heat_map import HeatMap, HeatRow, heat_map
from curriculum.pictures.year_plan import (
    PlanMark,
    PlanRow,
    PlanWeek,
    YearPlan,
    year_plan,
)
from picture_labels import faults, labels

WIDTHS = (180.0, 451.0, 763.0)
"""Points: a cell of a table, an upright page, a landscape page."""
TITLES = (
    "Programming",
    "Dylunio gwefannau hygyrch yn Llanfair-pwll, gyda chŵn ac â'r Ŵyl",
    "Zażółć gęślą jaźń: bezpieczeństwo źródeł, ćwiczenia i ŁĄCZNOŚĆ międzyludzka",
    "=SUM(1) & <b>bold</b> \N{ROCKET} " + "very long title without an end " * 12,
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochynbrydainfawr" * 3,
    "",
)


def title(number: int) -> str:
    return TITLES[number % len(TITLES)]


def heat(modules: int, items: int) -> Picture:
    keys = [f"M{n:02}" if n % 5 else f"Unit {n}: {title(n)}" for n in range(modules)]
    rows = [
        HeatRow(
            f"ESB{n}" if n % 7 else "agile-methodology-and-more-of-it",
            [("", "I", "D", "M", "T")[(n * m) % 5] for m in range(modules)],
            n % 3,
            n % 120,
        )
        for n in range(items)
    ]
    half = items // 2
    kinds = [("Knowledge", rows[:half]), (title(items), rows[half:]), ("None", [])]
    return heat_map(HeatMap("Coverage", "Said", keys, kinds))


def year(modules: int, weeks: int) -> Picture:
    monday = date(2026, 8, 31)
    held = [
        PlanWeek(
            monday + timedelta(weeks=n),
            None if n % 6 == 5 else n + 1,
            "abc"[n % 3] * (1 + n % 2) if n % 6 == 5 else "",
        )
        for n in range(weeks)
    ]
    rows = [
        PlanRow(
            f"M{n} {title(n)}",
            [w for w in range(weeks) if w % max(1, modules) == n],
            [
                PlanMark(w % weeks, "FSG"[k % 3], f"A{k}" if k % 4 else title(k)[:14])
                for k, w in enumerate((0, 0, 1, n, weeks - 1, weeks - 1, n + 1))
            ],
        )
        for n in range(modules)
    ]
    notes = [("a", title(1)), ("b", title(4)), ("c", "half-term")]
    return year_plan(YearPlan("Year", "Said", held, rows, notes))


def flow(modules: int, items: int) -> Picture:
    keys = [f"TK{n}" for n in range(items)]
    duties = [FlowNode(f"D{n} {title(n)}", title(n + 1), keys[n::3]) for n in range(15)]
    nodes = [
        FlowNode(f"M{n} {title(n)}", "" if n % 2 else title(n), keys[n : n + 9])
        for n in range(modules)
    ]
    return duty_flow(DutyFlow("Flow", "Said", duties, keys, nodes))


def career(clusters: int, occupations: int) -> Picture:
    names = [f"{title(n)} (level {n % 7})" for n in range(occupations)]
    boxes = [
        MapBox(title(n), names, f"Leads here: {title(n)}" if n == 1 else "")
        for n in range(clusters)
    ]
    tiers = [("Professional", boxes), (title(3), boxes[:1]), ("Technical", boxes[:2])]
    return career_map(CareerMap(title(2), "Said", tiers))


def demand(bars: int, jobs: int) -> Picture:
    held = [
        DemandBar(title(n), jobs // (n + 1) or None, n or None, "+16%" if n % 2 else "")
        for n in range(bars)
    ]
    shown = DemandBars(title(3), "Said", "2024", "2029, projected", held, title(1))
    return demand_bars(shown)


CASES: list[tuple[Callable[[int, int], Picture], int, int]] = [
    *((heat, m, n) for m, n in ((1, 1), (14, 62), (60, 62), (3, 200), (0, 3))),
    *((year, m, n) for m, n in ((1, 1), (12, 52), (60, 56), (0, 30), (3, 2))),
    *((flow, m, n) for m, n in ((1, 1), (14, 62), (60, 20), (0, 4), (4, 0))),
    *((career, m, n) for m, n in ((1, 1), (7, 20), (2, 0))),
    *((demand, m, n) for m, n in ((1, 1), (18, 12_345_678), (5, 0))),
]


@pytest.mark.parametrize(
    ("draw", "first", "second"),
    CASES,
    ids=[f"{d.__name__}-{m}-{n}" for d, m, n in CASES],
)
def test_labels_keep_apart_and_can_be_read(
    draw: Callable[[int, int], Picture], first: int, second: int
) -> None:
    picture = draw(first, second)
    for width in WIDTHS:
        drawn = picture.at(width)
        assert faults(drawn.svg) == []
        assert labels(drawn.svg)


def test_a_label_on_another_is_found() -> None:
    text = '<text x="{}" y="20" font-size="10" fill="#1B1B1B">Module</text>'
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">{}{}</svg>'.format
    )
    assert faults(svg(text.format(5), text.format(50))) == []
    assert faults(svg(text.format(5), text.format(30))) == ["'Module' lies on 'Module'"]
    assert faults(svg(text.format(5), text.format(80))) == ["'Module' stands outside"]


def test_pale_ink_and_turned_labels_are_judged_too() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        '<rect width="50" height="100" fill="#1F3864"/>'
        '<g fill="#262626"><text x="20" y="50" font-size="10">on blue</text></g>'
        '<text x="80" y="90" font-size="10" fill="#1B1B1B" '
        'transform="rotate(-90 80 90)">upwards</text>'
        '<text x="72" y="70" font-size="10" fill="#1B1B1B">x</text></svg>'
    )
    assert faults(svg) == ["'upwards' lies on 'x'", "'on blue' is #262626 on #1F3864"]
