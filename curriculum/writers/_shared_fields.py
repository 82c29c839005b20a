"""Fields that the templates of several documents may name."""

from typing import TypedDict


class ModuleFields(TypedDict):
    """``module.…``: one module in brief."""

    key: str
    title: str
    hours: str
    when: str
    """Weeks and dates."""
    taken_by: str
    """All learners, or those who choose it."""
    lead: str
    builds_on: str
    summary: list[str]
    outcomes: list[str]
    sessions: str
    ksbs: list[str]
    """What its sessions teach, by kind, each with the depth it reaches."""
    assessments: list[str]


class ChoiceFields(TypedDict):
    """``choice.…``: optional modules of which a learner takes so many."""

    title: str
    choose: str
    modules: list[str]


class TallyFields(TypedDict):
    """``kind.…``, ``method.…`` or ``theme.…``: how often something is done."""

    name: str
    count: str
    where: str


class ModuleColumns(TypedDict):
    """The numbered columns of a grid: one a module, as many as a page bears."""

    m1: str
    m2: str
    m3: str
    m4: str
    m5: str
    m6: str
    m7: str
    m8: str
    m9: str
    m10: str
    m11: str
    m12: str
    m13: str
    m14: str
    m15: str
    m16: str


class MarkFields(ModuleColumns):
    """``mark.…``: one item with a letter for each module of the grid."""

    key: str
    wording: str
    sessions: str
    assessed: str


class GridFields(ModuleColumns):
    """``grid.…``: a framework's items by modules; ``grid.m1`` heads the first."""

    title: str
    modules: str
    mark: list[MarkFields]


class ClusterFields(TypedDict):
    """``cluster.…``: a cluster of the pathway on the occupational map."""

    tier: str
    title: str
    place: str
    """How it lies to the programme's own cluster."""
    description: str
    occupations: list[str]


class ProgressionFields(TypedDict):
    """``progression.…``: where the occupation stands on the map."""

    stands: str
    description: str
    above: list[str]
    shared: str
    source: str


class DemandFields(TypedDict):
    """``demand.…``: one occupation of the labour-market table."""

    occupation: str
    jobs_2024: str
    jobs_2029: str
    change: str
    openings: str
    pay: str
    entry: str


class MarketFields(TypedDict):
    """``market.…``: what the labour-market figures are, and what they are not."""

    area: str
    years: str
    source: str
    published: str
    caveats: list[str]


class VersionFields(TypedDict):
    """``change.…``: one line of the modification log."""

    version: str
    status: str
    issued: str
    author: str
    approver: str
    what: list[str]
