"""Progression on the occupational map and the evidence of demand, as plain rows."""

from curriculum.model import CareerCluster, MarketOccupation, Position, Programme
from curriculum.occupation_links import confirmed_rows, links_of
from curriculum.occupation_place import (
    Relation,
    clusters_lying,
    description,
    named,
    rank,
    relation,
    sharing,
    standing,
)
from curriculum.writers._shared_fields import (
    ClusterFields,
    DemandFields,
    MarketFields,
    ProgressionFields,
)
from curriculum.writers._words import (
    NONE,
    NOT_STATED,
    all_or_none,
    count,
    number,
    or_none,
    sentence_case,
)

_PLACES = {
    Relation.ABOVE: "Above it",
    Relation.HERE: "This programme leads here",
    Relation.BESIDE: "Beside it",
    Relation.BELOW: "Below it",
}


def progression(programme: Programme) -> ProgressionFields:
    """Where the occupation stands on its map, and what lies above it."""
    at = programme.position
    return ProgressionFields(
        stands=standing(at) or "The programme names no place on an occupational map.",
        description=description(at),
        above=all_or_none(_above(at), "No cluster of the map lies above it"),
        shared=", ".join(map(named, sharing(at))) or NONE,
        source=_source(programme, at.occupational_map.source.file)
        if at and at.occupational_map
        else NOT_STATED,
    )


def _above(at: Position | None) -> list[str]:
    return [
        f"{c.title} ({c.tier.value}): {', '.join(map(named, c.occupations))}"
        for c in clusters_lying(at, Relation.ABOVE)
    ]


def clusters(programme: Programme) -> list[ClusterFields]:
    """The clusters of the pathway, from the highest tier down."""
    at = programme.position
    if at is None or at.pathway is None:
        return []
    return [
        ClusterFields(
            tier=sentence_case(cluster.tier.value),
            title=cluster.title,
            place=_PLACES[relation(cluster, at.map_cluster)]
            if at.map_cluster
            else NONE,
            description=or_none(cluster.description),
            occupations=all_or_none(map(named, cluster.occupations)),
        )
        for cluster in sorted(at.pathway.clusters, key=rank, reverse=True)
    ]


# Demand.


def demand(programme: Programme) -> list[DemandFields]:
    """The labour-market table of the profile that advises the programme."""
    profile = _profile(programme)
    return [_demanded(row) for row in profile.occupations] if profile else []


def _demanded(row: MarketOccupation) -> DemandFields:
    return DemandFields(
        occupation=row.title,
        jobs_2024=_amount(row.jobs_2024),
        jobs_2029=_amount(row.jobs_2029),
        change=NONE if row.change is None else f"{row.change:+g}%",
        openings=_amount(row.openings_per_year),
        pay=NONE
        if row.pay_median_usd_per_hour is None
        else f"US${row.pay_median_usd_per_hour:,.2f}",
        entry=or_none(row.entry_education),
    )


def market(programme: Programme) -> MarketFields:
    """What the figures are: area, years, source, and the publisher's caveats."""
    profile = _profile(programme)
    if profile is None or not profile.occupations:
        return MarketFields(
            area=NONE, years=NONE, source=NONE, published=NONE, caveats=[]
        )
    return MarketFields(
        area="United States, national",
        years="jobs in 2024 and projected for 2029; openings a year; pay in US dollars",
        source=profile.market_source or NOT_STATED,
        published=_source(programme, profile.source.file),
        caveats=list(profile.market_caveats),
    )


def in_demand(programme: Programme) -> str:
    """The evidence of demand in a sentence."""
    profile = _profile(programme)
    if profile is None:
        return "No labour-market profile is named."
    skills = count(len(profile.skills) + len(profile.software_skills), "skill")
    said = f"{profile.title} profile: {skills} in demand"
    if profile.occupations:
        jobs = sum(row.openings_per_year or 0 for row in profile.occupations)
        occupations = count(len(profile.occupations), "occupation")
        said += (
            f"; {occupations} with {number(jobs)} openings a year. The figures are "
            "national for the United States (2024) and no evidence of local demand"
        )
    source = profile.market_source or _source(programme, profile.source.file)
    return f"{said}. {_nearest(programme.position, profile)}Source: {source}"


def _nearest(at: Position | None, profile: CareerCluster) -> str:
    """The American occupations that a person has confirmed to be nearest."""
    entry = at.occupation if at else None
    if entry is None:
        return ""
    titles = (entry.title, *entry.other_titles)
    rows = [_figures(row) for _, row in confirmed_rows(titles, profile, links_of(()))]
    return f"Nearest to {entry.title}: {'; '.join(rows)}. " if rows else ""


def _figures(row: MarketOccupation) -> str:
    said = [row.title]
    if row.openings_per_year is not None:
        said.append(f"{number(row.openings_per_year)} openings a year")
    if row.pay_median_usd_per_hour is not None:
        said.append(f"median pay US${row.pay_median_usd_per_hour:,.2f} an hour")
    return ", ".join(said)


def _profile(programme: Programme) -> CareerCluster | None:
    return programme.position.profile if programme.position else None


def _amount(value: int | None) -> str:
    return NONE if value is None else number(value)


def _source(programme: Programme, file: str) -> str:
    """The title, publisher and date of the published document read from a file."""
    for source in programme.sources:
        if source.file == file:
            told = (source.title, source.publisher, source.dated)
            return "; ".join(filter(None, told))
    return file
