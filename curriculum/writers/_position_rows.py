"""Progression on the occupational map and the evidence of demand, as plain rows."""

from curriculum.model import (
    CareerCluster,
    MapCluster,
    MapOccupation,
    MarketOccupation,
    Position,
    Programme,
    Tier,
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

_TIERS = list(Tier)


def progression(programme: Programme) -> ProgressionFields:
    """Where the occupation stands on its map, and what lies above it."""
    at = programme.position
    pathway = at.pathway if at else None
    others = [
        _named(occupation)
        for cluster in (pathway.clusters if pathway else ())
        for occupation in cluster.occupations
        if at is None or occupation is not at.occupation
    ]
    return ProgressionFields(
        stands=_stands(at),
        description=_description(at),
        above=all_or_none(_above(at), "No cluster of the map lies above it"),
        shared=", ".join(others) or NONE,
        source=_source(programme, at.occupational_map.source.file)
        if at and at.occupational_map
        else NOT_STATED,
    )


def _stands(at: Position | None) -> str:
    if at is None or at.occupation is None or at.occupational_map is None:
        return "The programme names no place on an occupational map."
    said = f"{_named(at.occupation)} stands on the {at.occupational_map.title}"
    if at.pathway:
        said += f", pathway {at.pathway.title}"
    if at.map_cluster:
        said += f", cluster {at.map_cluster.title} ({at.map_cluster.tier.value})"
    return f"{said}."


def _description(at: Position | None) -> str:
    """The map's own words about the occupation."""
    if at is None or at.occupation is None or at.occupational_map is None:
        return ""
    title = at.occupation.title.casefold()
    return next(
        (
            row.description
            for row in at.occupational_map.descriptions
            if row.occupation.casefold() == title
        ),
        "",
    )


def _above(at: Position | None) -> list[str]:
    if at is None or at.pathway is None or at.map_cluster is None:
        return []
    held = [c for c in at.pathway.clusters if _rank(c) > _rank(at.map_cluster)]
    return [
        f"{c.title} ({c.tier.value}): {', '.join(map(_named, c.occupations))}"
        for c in sorted(held, key=_rank)
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
            place=_place(cluster, at.map_cluster),
            description=or_none(cluster.description),
            occupations=all_or_none(map(_named, cluster.occupations)),
        )
        for cluster in sorted(at.pathway.clusters, key=_rank, reverse=True)
    ]


def _place(cluster: MapCluster, own: MapCluster | None) -> str:
    if own is None:
        return NONE
    if cluster == own:
        return "This programme leads here"
    if _rank(cluster) == _rank(own):
        return "Beside it"
    return "Above it" if _rank(cluster) > _rank(own) else "Below it"


def _rank(cluster: MapCluster) -> int:
    return _TIERS.index(cluster.tier)


def _named(occupation: MapOccupation) -> str:
    level = "" if occupation.level is None else f" (level {occupation.level})"
    return f"{' / '.join((occupation.title, *occupation.other_titles))}{level}"


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
    return f"{said}. Source: {source}"


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
