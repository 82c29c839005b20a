"""The fields that a template for the programme specification may name."""

from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    CoverageFields,
    DeliveryFields,
    PositionFields,
    ProgrammeFields,
    SkillFields,
    SourceFields,
    TotalFields,
)
from curriculum.writers._shared_fields import (
    ChoiceFields,
    ClusterFields,
    DemandFields,
    GridFields,
    MarketFields,
    ModuleFields,
    ProgressionFields,
    TallyFields,
    VersionFields,
)


class SpecificationFields(PictureFields):
    """Everything that a template for the programme specification may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    position: PositionFields
    module: list[ModuleFields]
    choice: list[ChoiceFields]
    routes: str
    kind: list[TallyFields]
    method: list[TallyFields]
    theme: list[TallyFields]
    grid: list[GridFields]
    coverage: list[CoverageFields]
    skill: list[SkillFields]
    total: TotalFields
    statement: list[str]
    """By which policy coverage was judged, with its date and authority."""
    progression: ProgressionFields
    cluster: list[ClusterFields]
    market: MarketFields
    demand: list[DemandFields]
    change: list[VersionFields]
    source: list[SourceFields]
