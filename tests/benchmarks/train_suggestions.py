"""Train the coefficients of suggestions and write them with their figures.

    python tests/benchmarks/train_suggestions.py

Reads the standards in ``../shared/data``, writes ``source_data/suggest/model.toml``.
Nothing is learned from ST0128 or from the worked example.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from curriculum.suggest.model import FEATURES, MODEL, Model
from suggestion_trials import (
    EVERY,
    MEASURES,
    Rows,
    Trial,
    bm25,
    calibrated,
    leave_one_out,
    mean_over,
    measured,
    pairs_of,
    tenths,
    trials,
    with_calibration,
)

HEAD = """\
# The model of suggestions.  Made by tests/benchmarks/train_suggestions.py; not edited
# by hand.  A logistic regression over how near the text of a duty is to a statement of
# the same standard, taught which statements the standard maps the duty to.
# The figures are of standards that were held out, one at a time."""


def main() -> None:
    """Train, and write what was found."""
    some = trials()
    if not some:
        sys.exit("there are no standards in ../shared/data to train on")
    model, held_out = leave_one_out(some)
    pairs = [
        p for t, rows in zip(some, held_out, strict=True) for p in pairs_of(t, rows)
    ]
    model = with_calibration(model, pairs)
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(lines(some, model, held_out)) + "\n"
    MODEL.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{MODEL}\n")


def lines(
    some: Sequence[Trial], model: Model, held_out: Sequence[Rows]
) -> Iterator[str]:
    """The file, line by line."""
    yield HEAD
    yield f"trained = {datetime.now(UTC).date()}"
    yield f"duties = {sum(len(t.texts) for t in some)}"
    yield f"statements = {sum(len(t.statements) for t in some)}"
    yield f"pairs = {sum(len(t.texts) * len(t.statements) for t in some)}"
    yield "standards = ["
    for trial in some:
        yield f'  "{trial.name} {trial.title.strip()}",'
    yield "]\n\n[coefficients]"
    for name, value in zip(FEATURES, model.coefficients, strict=True):
        yield f"{name} = {value:.4f}"
    yield "\n[calibration]"
    yield f"shift = {model.shift:.4f}\nslope = {model.slope:.4f}\nmost = {model.most}"
    ours = [measured(t, rows) for t, rows in zip(some, held_out, strict=True)]
    plain = [measured(t, bm25(t)) for t in some]
    for name, results in (("suggestions", ours), ("bm25", plain)):
        yield f"\n[figures.{name}]"
        for measure in MEASURES:
            for kind in EVERY:
                yield f'"{measure} {kind}" = {mean_over(results, (measure, kind)):.3f}'
    for tenth in tenths(calibrated(some, held_out)):
        yield f"\n[[observed]]\nfrom = {tenth.low}\ncount = {tenth.count}"
        yield f"claimed = {tenth.claimed:.3f}\nobserved = {tenth.observed:.3f}"


if __name__ == "__main__":
    main()
