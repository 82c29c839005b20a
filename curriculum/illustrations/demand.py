"""Demand: the labour-market figures of the profile that advises a programme."""

from collections.abc import Iterator, Sequence
from math import ceil

from curriculum.model import CareerCluster, MarketOccupation
from curriculum.pictures import Picture
from curriculum.pictures.demand_bars import DemandBar, DemandBars, demand_bars

MOST_BARS = 18
"""Occupations that one picture has room for."""
AREA = "United States, national figures; no evidence of demand near the college"


def demand_charts(profile: CareerCluster | None) -> Iterator[Picture]:
    """The jobs of each occupation, most first; nothing where no figures are named."""
    rows = [
        row
        for row in (profile.occupations if profile else ())
        if row.jobs_2024 is not None or row.jobs_2029 is not None
    ]
    if profile is None or not rows:
        return
    rows.sort(key=lambda row: -(row.jobs_2024 or row.jobs_2029 or 0))
    size = ceil(len(rows) / ceil(len(rows) / MOST_BARS))
    for at in range(0, len(rows), size):
        yield demand_bars(_held(profile, rows[at : at + size]))


def _held(profile: CareerCluster, rows: Sequence[MarketOccupation]) -> DemandBars:
    source = f" Source: {profile.market_source}" if profile.market_source else ""
    return DemandBars(
        title=f"Jobs in the United States: {profile.title}",
        finding=_finding(rows),
        earlier="2024",
        later="2029, projected",
        bars=[_bar(row) for row in rows],
        note=f"{AREA}.{source}",
    )


def _bar(row: MarketOccupation) -> DemandBar:
    change = "" if row.change is None else f"{row.change:+g}%"
    return DemandBar(row.title, row.jobs_2024, row.jobs_2029, change)


def _finding(rows: Sequence[MarketOccupation]) -> str:
    first = rows[0]
    jobs = f"{_amount(first.jobs_2024)} in 2024, {_amount(first.jobs_2029)} in 2029"
    parts = [
        f"United States, national figures and projection: of {len(rows)} occupations,",
        f"{first.title} has most jobs ({jobs}).",
    ]
    changes = {row.title: row.change for row in rows if row.change is not None}
    if changes:
        fastest = max(changes, key=lambda title: changes[title])
        if changes[fastest] > 0:
            parts.append(f"{fastest} grows most ({changes[fastest]:+g}%).")
        falling = [title for title, change in changes.items() if change < 0]
        if falling:
            parts.append(f"Falling: {', '.join(falling)}.")
    return " ".join(parts)


def _amount(value: int | None) -> str:
    return "no figure" if value is None else f"{value:,}"
