"""What every record has in common."""

from pydantic import BaseModel, ConfigDict

PLACEHOLDER = "TO WRITE:"
"""What a text begins with that its author still has to write."""


class Record(BaseModel):
    """A fact that cannot be changed; unknown fields are refused."""

    # Many commands import kinds of records that they never make.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class SourceRef(Record):
    """Where a fact was read: a file, and a place as that kind of file counts.

    The place is a line ("212"), a cell ("Mapping!F12") or a path into JSON.
    """

    file: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.place}" if self.place else self.file
