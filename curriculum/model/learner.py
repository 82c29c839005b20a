"""A learner: who trains where, and what was learned before."""

from datetime import date

from pydantic import Field

from curriculum.model.base import Record, SourceRef


class PriorLearning(Record):
    """Evidence that a statement need not be taught in full, and the hours saved."""

    item: str = Field(min_length=1)
    framework: str = ""
    """Whose statement it is; empty for the programme's standard."""
    hours: float = Field(ge=0)
    evidence: str = ""
    source: SourceRef

    @property
    def key(self) -> str:
        """The statement's key."""
        return self.item


class Learner(Record):
    """One apprentice, as a training plan needs to know them."""

    name: str
    employer: str = ""
    line_manager: str = ""
    workplace: str = ""
    provider_contact: str = ""
    starts: date | None = None
    ends: date | None = None
    modules: tuple[str, ...] = ()
    """Keys of the optional modules that the learner takes."""
    prior: tuple[PriorLearning, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """The name."""
        return self.name
