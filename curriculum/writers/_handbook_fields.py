"""The fields that a template for the module handbook may name."""

from typing import TypedDict

from curriculum.writers._picture_fields import PictureFields
from curriculum.writers._scheme_fields import (
    AssessmentFields,
    DeliveryFields,
    ProgrammeFields,
    SessionFields,
)
from curriculum.writers._shared_fields import ModuleFields


class StatementFields(TypedDict):
    """``item.…``: a statement that the module teaches, and how far."""

    key: str
    wording: str
    depth: str
    sessions: str
    assessed: str


class HandbookModuleFields(ModuleFields):
    """``module.…``: one module with all that its learners need."""

    item: list[StatementFields]
    session: list[SessionFields]
    assessment: list[AssessmentFields]
    resources: list[str]


class HandbookFields(PictureFields):
    """Everything that a template for the module handbook may name."""

    programme: ProgrammeFields
    delivery: DeliveryFields
    module: list[HandbookModuleFields]
    statement: str
    """By which policy coverage was judged, with its date."""
