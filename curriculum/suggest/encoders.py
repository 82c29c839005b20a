"""An encoder of one's own: a model that turns texts into vectors.

Nothing here needs one and none is shipped.  Who has an ONNX model writes a class with
``encode`` and names it: ``curriculum suggest --encoder my_model:load``.  A proposal
still needs words that both sides share, since those are its reason; the encoder only
moves what has them up or down.  Confidences were measured without an encoder.
"""

import math
from collections.abc import Sequence
from importlib import import_module
from operator import mul
from typing import Protocol, runtime_checkable

from curriculum.errors import SourceError
from curriculum.suggest.index import Row, standardised
from curriculum.suggest.model import sigmoid

WEIGHT = 0.5
"""What one deviation of nearness adds to the log odds: a house figure, not trained."""

Vectors = Sequence[Sequence[float]]


@runtime_checkable
class Encoder(Protocol):
    """Turns each of some texts into a vector; all vectors have one length."""

    def encode(self, texts: Sequence[str], /) -> Vectors:
        """One vector for each text, in the order of the texts."""
        ...


def encoder_named(name: str) -> Encoder:
    """What a name such as ``my_model:load`` leads to: an encoder, or what makes one.

    Raises SourceError when it leads to neither.
    """
    module, _, attribute = name.partition(":")
    try:
        found = getattr(import_module(module), attribute) if attribute else None
    except (ImportError, AttributeError, ValueError) as error:
        raise SourceError(f"{name}: cannot be imported ({error})") from error
    if isinstance(found, type) or (callable(found) and not isinstance(found, Encoder)):
        found = found()
    if not isinstance(found, Encoder):
        raise SourceError(f"{name}: is no encoder; name module:attribute with encode")
    return found


def blended(
    figures: Sequence[Row],
    encoder: Encoder,
    statements: Sequence[str],
    texts: Sequence[str],
) -> list[Row]:
    """Figures of the model, moved by how near the encoder finds each pair.

    Raises SourceError when the encoder does not give a vector for each text.
    """
    vectors = _vectors(encoder, (*statements, *texts))
    of_statements, of_texts = vectors[: len(statements)], vectors[len(statements) :]
    return [
        [
            sigmoid(math.log(figure / (1 - figure)) + WEIGHT * near)
            for figure, near in zip(row, _near(vector, of_statements), strict=True)
        ]
        for row, vector in zip(figures, of_texts, strict=True)
    ]


def _near(vector: Row, others: Sequence[Row]) -> Row:
    return standardised([sum(map(mul, vector, other)) for other in others])


def _vectors(encoder: Encoder, texts: Sequence[str]) -> list[Row]:
    """Vectors of length 1, checked."""
    found = [list(map(float, vector)) for vector in encoder.encode(texts)]
    if len(found) != len(texts) or len({len(vector) for vector in found}) > 1:
        raise SourceError(
            f"the encoder gave {len(found)} vectors for {len(texts)} texts, "
            "or vectors of several lengths"
        )
    return [_unit(vector) for vector in found]


def _unit(vector: Row) -> Row:
    length = math.sqrt(sum(x * x for x in vector)) or 1.0
    return [x / length for x in vector]
