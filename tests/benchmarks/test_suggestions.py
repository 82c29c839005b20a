"""Suggestions: the text of a duty, and which KSBs of its standard it is mapped to.

    python -m pytest tests/benchmarks -k suggestions -s

Each standard's figures come from a model of the other standards; the methods beside
it run on the same texts, and their ties are settled alike.  The second set is the
worked example's sessions, of which this project wrote both sides: texts and marks.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from curriculum.facts import gather
from curriculum.model import KsbKind, Standard
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.readers import read
from curriculum.sources import all_sources
from curriculum.suggest.index import Index
from curriculum.suggest.model import kind_of, rank, read_model, shipped
from curriculum.suggest.texts import PlaceKind, places
from suggestion_trials import (
    DATA,
    EVERY,
    MEASURES,
    Rows,
    Trial,
    at_random,
    bm25,
    calibrated,
    figures,
    interval,
    leave_one_out,
    mean_over,
    measured,
    rapid_fuzz,
    tenths,
    tf_idf,
    trial_of,
    trials,
)

resource = pytest.importorskip("resource", reason="no process times here")

Result = dict[tuple[str, str], float]
GAIN, GAIN_OF_A_KIND = 0.05, 0.02
MOST_OFF, FEW = 0.05, 100
MOST_WARM_MS, MOST_COLD_MS, MOST_TIMES_STEMMER = 10, 60, 2
BARE_MS, NOISE = 10, 1.15
"""What a process that does nothing takes where 60 ms are the limit, and leeway."""
ROUNDS = 15
BESIDE: dict[str, Callable[[Trial], Rows]] = {
    "random": at_random,
    "RapidFuzz": rapid_fuzz,
    "TF-IDF": tf_idf,
    "BM25": bm25,
}
pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the published standards to measure on are not here"
)


@pytest.fixture(scope="module")
def standards() -> list[Trial]:
    return trials()


@pytest.fixture(scope="module")
def held_out(standards: list[Trial]) -> list[Rows]:
    return leave_one_out(standards)[1]


@pytest.fixture(scope="module")
def results(standards: list[Trial], held_out: list[Rows]) -> dict[str, list[Result]]:
    found = {
        name: [measured(trial, method(trial)) for trial in standards]
        for name, method in BESIDE.items()
    }
    pairs = zip(standards, held_out, strict=True)
    found["suggestions"] = [measured(trial, rows) for trial, rows in pairs]
    return found


def say(capsys: pytest.CaptureFixture[str], *lines: str) -> None:
    with capsys.disabled():
        print("\n" + "\n".join(lines))  # noqa: T201 the figures are what it is for


def table(results: dict[str, list[Result]]) -> Iterator[str]:
    keys = [(measure, kind) for measure in MEASURES for kind in EVERY]
    yield "| method | " + " | ".join(f"{m} {k}" for m, k in keys) + " |"
    yield "|---" * (len(keys) + 1) + "|"
    for name, some in results.items():
        cells = " | ".join(f"{mean_over(some, key):.3f}" for key in keys)
        yield f"| {name} | {cells} |"


def gains(results: dict[str, list[Result]], kind: str) -> list[float]:
    key = ("MAP", kind)
    both = zip(results["suggestions"], results["BM25"], strict=True)
    return [ours[key] - theirs[key] for ours, theirs in both if key in ours]


def test_suggestions_rank_better_than_bm25(
    results: dict[str, list[Result]], capsys: pytest.CaptureFixture[str]
) -> None:
    lines = list(table(results))
    for key in ((measure, kind) for measure in MEASURES for kind in EVERY):
        for name, some in results.items():
            low, high = interval([r[key] for r in some if key in r])
            lines.append(f"{' '.join(key)}: {name} between {low:.3f} and {high:.3f}")
    for kind in EVERY:
        more = gains(results, kind)
        low, high = interval(more)
        better = sum(gain > 0 for gain in more)
        lines.append(
            f"MAP {kind}: {sum(more) / len(more):+.3f} beside BM25, "
            f"between {low:+.3f} and {high:+.3f}; better on {better} of {len(more)}"
        )
    say(capsys, *lines)
    for kind, wanted in (("all", GAIN), ("K", GAIN_OF_A_KIND), ("S", GAIN_OF_A_KIND)):
        more = gains(results, kind)
        assert sum(more) / len(more) >= wanted
        assert interval(more)[0] > 0


def test_suggestions_claim_what_is_observed(
    standards: list[Trial],
    held_out: list[Rows],
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = tenths(calibrated(standards, held_out))
    lines = ["| from | pairs | claimed | observed |", "|---|---|---|---|"]
    lines += [
        f"| {t.low} | {t.count} | {t.claimed:.3f} | {t.observed:.3f} |" for t in found
    ]
    say(capsys, *lines)
    assert max(abs(t.claimed - t.observed) for t in found if t.count >= FEW) <= MOST_OFF
    assert sum(t.count for t in found if t.count >= FEW) > 0.95 * sum(
        t.count for t in found
    )


def test_suggestions_are_shipped_as_they_were_trained(
    standards: list[Trial], results: dict[str, list[Result]]
) -> None:
    shipped_figures = read_model()["figures"]["suggestions"]
    for measure in MEASURES:
        for kind in EVERY:
            now = mean_over(results["suggestions"], (measure, kind))
            assert shipped_figures[f"{measure} {kind}"] == pytest.approx(now, abs=0.002)
    trained_on = [line.split()[0] for line in read_model()["standards"]]
    assert trained_on == [trial.name for trial in standards]
    assert "ST0128" not in trained_on


def test_suggestions_beside_the_worked_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme is not None
    framework = gather(programme).programme.framework("ST0128")
    assert framework is not None
    order = {item.key: nth for nth, item in enumerate(framework.items)}
    sessions = [
        (place, frozenset(order[k] for f, k in place.marked if f == "ST0128"))
        for place in places(programme)
        if place.kind is PlaceKind.SESSION
    ]
    sessions = [(place, right) for place, right in sessions if right]
    trial = Trial(
        "ST0128",
        framework.title,
        tuple(item.wording for item in framework.items),
        tuple(kind_of(item.key) for item in framework.items),
        tuple(place.text for place, _ in sessions),
        tuple(right for _, right in sessions),
    )
    neutral = ["K" if kind == "B" else kind for kind in trial.kinds]
    index = Index(trial.statements)
    ours = rank(index, neutral, [place.weights for place, _ in sessions])
    results = {
        name: [measured(trial, method(trial))] for name, method in BESIDE.items()
    } | {"suggestions": [measured(trial, ours)]}
    say(
        capsys,
        "sessions of the worked example; this project wrote texts and marks alike",
        *table(results),
    )
    key = ("MAP", "all")
    assert results["suggestions"][0][key] > results["RapidFuzz"][0][key]


def test_suggestions_of_the_shipped_standard_by_its_duties(
    capsys: pytest.CaptureFixture[str],
) -> None:
    (source,) = [s for s in all_sources() if "ST0128" in s.names]
    (standard,) = [r for r in read(source.path).records if isinstance(r, Standard)]
    assert {KsbKind.KNOWLEDGE, KsbKind.SKILL} <= {k.kind for k in standard.ksbs}
    trial = trial_of("ST0128", standard)
    results = {name: [measured(trial, m(trial))] for name, m in BESIDE.items()} | {
        "suggestions": [measured(trial, figures(shipped(), trial))]
    }
    say(capsys, "duties of ST0128, of which nothing was learned", *table(results))
    key = ("MAP", "all")
    assert results["suggestions"][0][key] > results["random"][0][key]


def test_suggestions_warm(
    standards: list[Trial], capsys: pytest.CaptureFixture[str]
) -> None:
    took = []
    for trial in standards:
        queries = trial.queries
        times = []
        for _ in range(ROUNDS):
            start = process_time()
            rank(Index(trial.statements), trial.kinds, queries)
            times.append(1000 * (process_time() - start))
        took.append(min(times))
    say(capsys, f"a standard, warm: {median(took):.1f} ms, at most {max(took):.1f} ms")
    assert median(took) <= MOST_WARM_MS * NOISE


COLD = """
import sys
from curriculum.suggest.index import Index
from curriculum.suggest.model import kind_of, rank
from curriculum.suggest.words import stems
keys, statements, texts = eval(sys.stdin.read())
queries = [dict.fromkeys(stems(text), 1.0) for text in texts]
rank(Index(statements), [kind_of(key) for key in keys], queries)
"""

STEMMER = """
import sys
import snowballstemmer
keys, statements, texts = eval(sys.stdin.read())
stemmer = snowballstemmer.stemmer("english")
words = {word for text in (*statements, *texts) for word in text.lower().split()}
stemmer.stemWords(list(words))
"""


def test_suggestions_cold(
    standards: list[Trial], capsys: pytest.CaptureFixture[str]
) -> None:
    usual = sorted(standards, key=lambda t: len(t.statements))[len(standards) // 2]
    keys = [f"{kind}{n}" for n, kind in enumerate(usual.kinds, start=1)]
    told = repr((keys, usual.statements, usual.texts))
    cold, stemmer, bare = [], [], []
    for _ in range(ROUNDS):
        cold.append(_process(COLD, told))
        stemmer.append(_process(STEMMER, told))
        bare.append(_process("pass", told))
    say(
        capsys,
        f"processor time of a process that ranks one standard: {min(cold):.0f} ms; "
        f"of one that stems its words: {min(stemmer):.0f} ms; of one that does "
        f"nothing: {min(bare):.0f} ms",
    )
    slower = max(1.0, min(bare) / BARE_MS)
    assert min(cold) <= MOST_COLD_MS * slower * NOISE
    assert min(cold) <= MOST_TIMES_STEMMER * min(stemmer)


def _process(program: str, told: str) -> float:
    """Milliseconds of processor time that a process of its own takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", program],
        input=told,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return 1000 * float(user + system)
