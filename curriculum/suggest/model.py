"""From numbers to a confidence: a logistic regression, and what its figures mean."""

import math
from collections.abc import Sequence
from functools import cache
from operator import mul
from typing import Any, NamedTuple

import tomli

from curriculum.paths import SOURCE_DATA
from curriculum.suggest.index import Index, Nearness, Row, Weights, standardised

MODEL = SOURCE_DATA / "suggest" / "model.toml"
FEATURES = (
    "constant",
    "words",
    "support",
    "length",
    "common",
    "skill",
    "behaviour",
    "size",
)
"""The numbers that are weighed, in the order of the coefficients.

``common`` is the mean support over the whole set of texts: a statement near to every
text is a hub.  ``size`` is the logarithm of the number of statements, of which fewer
fit in a long framework.
"""
USUAL_SIZE = 4.0
"""The logarithm of a usual number of statements, so that the constant means one."""

SMALLEST = 25
"""The fewest statements of a standard that was trained on: of shorter frameworks the
model is as unsure as of that one."""

_KINDS = {"K": "K", "S": "S", "B": "B", "TK": "K", "TS": "S", "ESB": "B"}


class Model(NamedTuple):
    """Coefficients, and how a figure of theirs becomes a confidence."""

    coefficients: tuple[float, ...]
    shift: float = 0.0
    slope: float = 1.0
    most: float = 1.0
    """No proposal claims more: above it the held-out standards did not bear it out."""

    def raw(self, numbers: Sequence[float]) -> float:
        """The regression's own figure, from 0 to 1: what statements are ranked by."""
        return sigmoid(sum(map(mul, self.coefficients, numbers)))

    def confidence(self, raw: float) -> float:
        """How often such a figure was right on standards that were held out."""
        odds = math.log(raw / (1 - raw))
        return min(self.most, sigmoid(self.shift + self.slope * odds))


def sigmoid(x: float) -> float:
    """The logistic function, kept off its ends."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, x))))


@cache
def read_model() -> dict[str, Any]:
    """Coefficients, figures, date and the standards trained on, as they are shipped."""
    return tomli.loads(MODEL.read_text(encoding="utf-8"))


@cache
def shipped() -> Model:
    """The model in ``source_data/suggest/model.toml``."""
    data = read_model()
    calibration = data["calibration"]
    return Model(
        tuple(float(data["coefficients"][name]) for name in FEATURES),
        float(calibration["shift"]),
        float(calibration["slope"]),
        float(calibration["most"]),
    )


def meaning(confidence: float) -> str:
    """What a confidence says, from what was observed on held-out standards."""
    tenth = min(9, int(10 * confidence + 1e-9))
    for row in read_model()["observed"]:
        if round(10 * row["from"]) == tenth:
            right = round(10 * row["observed"])
            return (
                f"of proposals at this level {right} in 10 were right "
                "on held-out standards"
            )
    return "no proposal of a held-out standard reached this level"


def kind_of(key: str) -> str:
    """K, S or B, from the letters of a key; "" for what is no KSB."""
    letters = key.rstrip("0123456789")
    return _KINDS.get(letters, "") if letters != key else ""


def features(
    index: Index, kinds: Sequence[str], texts: Sequence[Weights]
) -> list[list[tuple[float, ...]]]:
    """For each text and each statement, the numbers that the model weighs."""
    near = index.compare(texts)
    support = [standardised(one.support) for one in near]
    common = _means(support, len(kinds))
    size = math.log(max(SMALLEST, len(kinds))) - USUAL_SIZE
    skill = [float(kind == "S") for kind in kinds]
    behaviour = [float(kind == "B") for kind in kinds]
    constant, sizes = [1.0] * len(kinds), [size] * len(kinds)
    return [
        list(
            zip(
                constant,
                standardised(one.words),
                row,
                index.length,
                common,
                skill,
                behaviour,
                sizes,
                strict=True,
            )
        )
        for one, row in zip(near, support, strict=True)
    ]


def rank(index: Index, kinds: Sequence[str], texts: Sequence[Weights]) -> list[Row]:
    """For each text, the figure of every statement: the higher, the nearer."""
    return ranked(index, kinds, index.compare(texts))


def ranked(index: Index, kinds: Sequence[str], near: Sequence[Nearness]) -> list[Row]:
    """The same from a comparison already made.

    What the model makes of ``features``, with the part that no text changes summed
    once for each statement.
    """
    weigh = dict(zip(FEATURES, shipped().coefficients, strict=True))
    support = [standardised(one.support) for one in near]
    size = math.log(max(SMALLEST, len(kinds))) - USUAL_SIZE
    always = weigh["constant"] + weigh["size"] * size
    fixed = [
        always
        + weigh["length"] * length
        + weigh["common"] * common
        + weigh["skill"] * (kind == "S")
        + weigh["behaviour"] * (kind == "B")
        for length, common, kind in zip(
            index.length, _means(support, len(kinds)), kinds, strict=True
        )
    ]
    by_words, by_support = weigh["words"], weigh["support"]
    return [
        [
            sigmoid(start + by_words * words + by_support * alike)
            for start, words, alike in zip(
                fixed, standardised(one.words), row, strict=True
            )
        ]
        for one, row in zip(near, support, strict=True)
    ]


def _means(rows: Sequence[Row], width: int) -> Row:
    if not rows:
        return [0.0] * width
    return [sum(column) / len(rows) for column in zip(*rows, strict=True)]
