"""Proposals as a programme keeps them: shown beside its facts, counted nowhere."""

from curriculum.model.base import Record, SourceRef


class Proposed(Record):
    """An item that a place may cover; no fact until a person accepts it."""

    key: str
    """What it is accepted or rejected by: "M03.01:ST0128:K5"."""
    framework: str
    item: str
    place: str
    """Key of the session, module or assessment."""
    title: str = ""
    """Title of the place, as it was when the proposal was made."""
    confidence: float
    words: tuple[str, ...] = ()
    stamp: str = ""
    """Fingerprint of both texts, by which a rejection is kept."""
    source: SourceRef
