"""Trials of suggestions: the text of a duty, and the KSBs that its standard names.

What is measured, with what, and how a model is fitted: shared by the benchmark and
the command that trains the shipped coefficients.  Plain Python throughout.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import fmean

from curriculum.model import Standard
from curriculum.readers import read
from curriculum.suggest.index import Bm25, Index, Weights, rarity
from curriculum.suggest.model import FEATURES, Model, features, kind_of, sigmoid
from curriculum.suggest.words import stems

DATA = Path(__file__).parents[2] / "shared" / "data" / "skills_england_api"
LEAST_DUTIES, LEAST_KSBS = 3, 10
KINDS = ("K", "S", "B")
EVERY = ("all", *KINDS)
Rows = list[list[float]]
Vector = list[float]


@dataclass(frozen=True)
class Trial:
    """One standard: its statements, and its duties with those that they name."""

    name: str
    title: str
    statements: tuple[str, ...]
    kinds: tuple[str, ...]
    texts: tuple[str, ...]
    right: tuple[frozenset[int], ...]

    @cached_property
    def queries(self) -> list[Weights]:
        """The texts as the tool compares them: each stem with weight 1."""
        return [dict.fromkeys(stems(text), 1.0) for text in self.texts]

    @cached_property
    def features(self) -> list[list[tuple[float, ...]]]:
        """The numbers that the model weighs."""
        return features(Index(self.statements), self.kinds, self.queries)

    @cached_property
    def ties(self) -> list[float]:
        """A shuffle that settles ties alike for every method, not by the listing."""
        shuffled = random.Random(self.name)  # noqa: S311 (no secret)
        return [shuffled.random() for _ in self.statements]


def trial_of(name: str, standard: Standard) -> Trial:
    """A standard's duties that name KSBs, as a trial."""
    place = {ksb.key: nth for nth, ksb in enumerate(standard.ksbs)}
    duties = [
        (duty.wording, frozenset(place[key] for key in duty.ksbs if key in place))
        for duty in standard.duties
    ]
    usable = [(text, right) for text, right in duties if text and right]
    return Trial(
        name,
        standard.title,
        tuple(ksb.wording for ksb in standard.ksbs),
        tuple(kind_of(ksb.key) for ksb in standard.ksbs),
        tuple(text for text, _ in usable),
        tuple(right for _, right in usable),
    )


def trials(folder: Path = DATA) -> list[Trial]:
    """The standards of a folder that have enough duties and KSBs."""
    found = []
    for path in sorted(folder.glob("*.json")):
        for record in read(path).records:
            if isinstance(record, Standard):
                trial = trial_of(path.stem, record)
                enough = len(trial.statements) >= LEAST_KSBS
                if enough and len(trial.texts) >= LEAST_DUTIES:
                    found.append(trial)
    return found


# The methods that stand beside: each gives a number for every text and statement.


def at_random(trial: Trial) -> Rows:
    """Any order."""
    chance = random.Random(trial.title)  # noqa: S311 (no secret)
    return [[chance.random() for _ in trial.statements] for _ in trial.texts]


def tf_idf(trial: Trial) -> Rows:
    """Cosine of TF-IDF vectors of stems, with the standard's own idf."""
    documents = [stems(statement) for statement in trial.statements]
    special = rarity(documents)

    def unit(text: Sequence[str]) -> dict[str, float]:
        found = {
            s: (1 + math.log(n)) * special[s]
            for s, n in Counter(text).items()
            if s in special
        }
        length = math.sqrt(sum(x * x for x in found.values())) or 1.0
        return {s: x / length for s, x in found.items()}

    units = [unit(document) for document in documents]
    asked = [unit(stems(text)) for text in trial.texts]
    return [
        [sum(x * its.get(s, 0.0) for s, x in text.items()) for its in units]
        for text in asked
    ]


def bm25(trial: Trial) -> Rows:
    """BM25 of stems, with the standard's own idf."""
    found = Bm25([stems(statement) for statement in trial.statements])
    return [found.scores(Counter(stems(text))) for text in trial.texts]


def rapid_fuzz(trial: Trial) -> Rows:
    """RapidFuzz's ratio of the sets of words."""
    from rapidfuzz import fuzz  # noqa: PLC0415 (a peer; only the benchmark needs it)

    return [
        [
            fuzz.token_set_ratio(text.lower(), statement.lower())
            for statement in trial.statements
        ]
        for text in trial.texts
    ]


def figures(model: Model, trial: Trial) -> Rows:
    """The regression's own figures."""
    return [[model.raw(x) for x in row] for row in trial.features]


# What is measured.


def _average_precision(order: Sequence[int], right: frozenset[int]) -> float:
    hits, total = 0, 0.0
    for place, one in enumerate(order, start=1):
        if one in right:
            hits += 1
            total += hits / place
    return total / len(right)


def _ndcg(order: Sequence[int], right: frozenset[int]) -> float:
    gain = sum(1 / math.log2(p + 1) for p, one in enumerate(order, 1) if one in right)
    return gain / sum(1 / math.log2(p + 1) for p in range(1, len(right) + 1))


def _precision_at_5(order: Sequence[int], right: frozenset[int]) -> float:
    return sum(one in right for one in order[:5]) / 5


MEASURES: dict[str, Callable[[Sequence[int], frozenset[int]], float]] = {
    "MAP": _average_precision,
    "nDCG": _ndcg,
    "P@5": _precision_at_5,
}


def measured(trial: Trial, rows: Rows) -> dict[tuple[str, str], float]:
    """For each measure and kind, the mean over the texts that have such a KSB."""
    found: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for row, right in zip(rows, trial.right, strict=True):
        order = sorted(range(len(row)), key=lambda i: (-row[i], trial.ties[i]))
        for kind in EVERY:
            among = [i for i in order if kind in ("all", trial.kinds[i])]
            wanted = right.intersection(among)
            if wanted:
                for name, measure in MEASURES.items():
                    found[name, kind].append(measure(among, wanted))
    return {key: fmean(values) for key, values in found.items()}


def mean_over(
    results: Iterable[dict[tuple[str, str], float]], key: tuple[str, str]
) -> float:
    """The mean over standards."""
    return fmean(result[key] for result in results if key in result)


def interval(values: Sequence[float], draws: int = 4000) -> tuple[float, float]:
    """The middle 95 % of the means of samples drawn with replacement."""
    chance = random.Random(0)  # noqa: S311 (no secret)
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(draws))
    return means[draws * 25 // 1000], means[draws * 975 // 1000]


# Fitting.


def fit(some: Sequence[Trial], start: Vector | None = None, steps: int = 8) -> Model:
    """Logistic regression by Newton's steps; every standard weighs the same."""
    found = start or [0.0] * len(FEATURES)
    for _ in range(steps):
        slope = [-x for x in found]
        curve = [[float(i == j) for j in range(len(found))] for i in range(len(found))]
        for trial in some:
            _add(trial, found, slope, curve)
        found = [x + d for x, d in zip(found, _solved(curve, slope), strict=True)]
    return Model(tuple(found))


def _add(trial: Trial, found: Vector, slope: Vector, curve: Rows) -> None:
    weight = 1000 / (len(trial.texts) * len(trial.statements))
    places = range(len(found))
    model = Model(tuple(found))
    for row, right in zip(trial.features, trial.right, strict=True):
        for nth, numbers in enumerate(row):
            figure = model.raw(numbers)
            off = weight * ((nth in right) - figure)
            bend = weight * figure * (1 - figure)
            for i in places:
                if x := numbers[i]:
                    slope[i] += off * x
                    bent, line = bend * x, curve[i]
                    for j in places:
                        line[j] += bent * numbers[j]


def _solved(matrix: Rows, vector: Vector) -> Vector:
    """The solution of a system of equations, by elimination with pivots."""
    rows = [[*line, x] for line, x in zip(matrix, vector, strict=True)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r, line in enumerate(rows):
            if r != i and (by := line[i] / rows[i][i]):
                rows[r] = [a - by * b for a, b in zip(line, rows[i], strict=True)]
    return [line[-1] / line[i] for i, line in enumerate(rows)]


def leave_one_out(some: Sequence[Trial]) -> tuple[Model, list[Rows]]:
    """The model of all, and each standard's figures by a model of the others."""
    whole = fit(some)
    start = list(whole.coefficients)
    held_out = [
        figures(fit([t for t in some if t is not trial], start, steps=3), trial)
        for trial in some
    ]
    return whole, held_out


# Calibration.

Pairs = list[tuple[float, bool]]


def pairs_of(trial: Trial, rows: Rows) -> Pairs:
    """Every figure with whether it was right."""
    return [
        (figure, nth in right)
        for row, right in zip(rows, trial.right, strict=True)
        for nth, figure in enumerate(row)
    ]


MOST = 0.75
"""No confidence above it: figures of .8 and .9 were right no more often than those
of .7 when standards were held out.  Chosen on the same standards."""


def with_calibration(model: Model, pairs: Pairs, steps: int = 6) -> Model:
    """The model with a line laid through the odds of its held-out figures."""
    shift, slope = 0.0, 1.0
    for _ in range(steps):
        off, tilt = 0.0, 0.0
        once, cross, twice = 1e-9, 0.0, 1e-9
        for figure, right in pairs:
            odds = math.log(figure / (1 - figure))
            claim = sigmoid(shift + slope * odds)
            bend = claim * (1 - claim)
            off, tilt = off + right - claim, tilt + (right - claim) * odds
            once += bend
            cross += bend * odds
            twice += bend * odds * odds
        whole = once * twice - cross * cross
        shift += (off * twice - tilt * cross) / whole
        slope += (tilt * once - off * cross) / whole
    return Model(model.coefficients, shift, slope, MOST)


@dataclass(frozen=True, slots=True)
class Tenth:
    """The proposals whose confidence lies in one tenth."""

    low: float
    count: int
    claimed: float
    observed: float


def tenths(pairs: Pairs) -> list[Tenth]:
    """For each tenth that holds anything, what was claimed and what was observed."""
    found: defaultdict[int, Pairs] = defaultdict(list)
    for claim, right in pairs:
        found[min(9, int(10 * claim))].append((claim, right))
    return [
        Tenth(
            nth / 10,
            len(held),
            fmean(claim for claim, _ in held),
            fmean(right for _, right in held),
        )
        for nth, held in sorted(found.items())
    ]


def calibrated(some: Sequence[Trial], held_out: Sequence[Rows]) -> Pairs:
    """Each standard's confidences, by a line laid through the other standards alone."""
    pairs = [pairs_of(t, rows) for t, rows in zip(some, held_out, strict=True)]
    found: Pairs = []
    for nth, own in enumerate(pairs):
        others = [pair for m, some_ in enumerate(pairs) if m != nth for pair in some_]
        model = with_calibration(Model(()), others)
        found += [(model.confidence(figure), right) for figure, right in own]
    return found
