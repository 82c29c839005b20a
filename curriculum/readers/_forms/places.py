"""Places as the file counts, in all that was read from it."""

from typing import TypeVar

from curriculum.model import Record, SourceRef
from curriculum.readers._text import SourceText

_Record = TypeVar("_Record", bound=Record)


def placed(record: _Record, text: SourceText) -> _Record:
    """The record, with the places of its file instead of numbers of lines."""
    changes: dict[str, object] = {}
    for name, value in record.__dict__.items():
        if isinstance(value, SourceRef):
            place = text.place_of(value.place)
            changes[name] = SourceRef(file=value.file, place=place)
        elif isinstance(value, Record):
            changes[name] = placed(value, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Record):
            changes[name] = tuple(placed(item, text) for item in value)
    return record.model_copy(update=changes) if changes else record
