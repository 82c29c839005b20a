"""A review whose programme keeps proposals, as a file of them would give it."""

from curriculum.facts import gather
from curriculum.model import Proposed, SourceRef
from curriculum.reviewed import Review


def with_proposals(held: Review, *keys: str) -> Review:
    """The same review, with proposals of these keys."""
    proposed = tuple(_proposal(nth, key) for nth, key in enumerate(keys))
    programme = held.programme.model_copy(update={"proposed": proposed})
    return Review(
        gather(programme),
        held.findings,
        held.published,
        held.waived,
        held.unused_waivers,
        held.explanations,
    )


def _proposal(nth: int, key: str) -> Proposed:
    place, framework, item = key.split(":")
    return Proposed(
        key=key,
        framework=framework,
        item=item,
        place=place,
        title="=Title & <b>",
        confidence=0.75 - nth / 100,
        words=("word", "=other <w>"),
        source=SourceRef(file="suggestions.toml", place=str(nth)),
    )
