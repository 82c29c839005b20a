"""Draws a sample of traces, from a statement to where it is taught and assessed.

A statement's place in the draw is the SHA-256 of ``SEED:FRAMEWORK:STATEMENT``, the
lowest first, and kinds of statement take turns.  Of its assessments the one with the
lowest SHA-256 of ``SEED:FRAMEWORK:STATEMENT:KEY`` is drawn, and likewise one of the
sessions before its hand-in, or of all sessions where none is before it.  So anybody
can draw again, with or without this program.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any

SCHEMA = 1
USUAL_SIZE = 10


@dataclass(frozen=True, slots=True)
class Stop:
    """A session or an assessment, and where a reader finds it."""

    key: str
    title: str
    facts: str
    """Depth and date, or purpose and day of hand-in."""
    day: str
    """The day as 2026-09-08; empty where there is none."""
    document: str
    """The file that it stands in."""
    heading: str
    """The heading under which it stands there."""
    row: str
    """What its row begins with."""
    page: str = ""
    """The page of the document's PDF, where there is one."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A statement, and every session and assessment that is marked with it."""

    framework: str
    item: str
    kind: str
    wording: str
    sessions: tuple[Stop, ...] = ()
    assessments: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """A trace with the one session and assessment drawn; None where there is none."""

    trace: Trace
    session: Stop | None
    assessment: Stop | None


def draw(traces: Iterable[Trace], seed: str, size: int = USUAL_SIZE) -> list[Drawn]:
    """So many traces as a seed draws them, in the order of the framework."""
    traces = list(traces)
    by_kind: defaultdict[tuple[str, str], list[Trace]] = defaultdict(list)
    for trace in traces:
        by_kind[trace.framework, trace.kind].append(trace)
    ranked = [
        sorted(held, key=lambda trace: _rank(seed, trace)) for held in by_kind.values()
    ]
    turns = [trace for turn in zip_longest(*ranked) for trace in turn if trace]
    chosen = {id(trace) for trace in turns[:size]}
    return [_drawn(trace, seed) for trace in traces if id(trace) in chosen]


def _drawn(trace: Trace, seed: str) -> Drawn:
    assessment = _one(trace.assessments, seed, trace)
    due = assessment.day if assessment else ""
    before = [stop for stop in trace.sessions if stop.day and stop.day < due]
    return Drawn(trace, _one(before or trace.sessions, seed, trace), assessment)


def _one(stops: Sequence[Stop], seed: str, trace: Trace) -> Stop | None:
    return min(stops, key=lambda stop: _rank(seed, trace, stop.key), default=None)


def _rank(seed: str, trace: Trace, *more: str) -> str:
    text = ":".join((seed, trace.framework, trace.item, *more))
    return sha256(text.encode()).hexdigest()


def as_json(traces: Iterable[Trace], about: Mapping[str, str]) -> str:
    """All that is drawn from, so that a sample can be drawn without the programme."""
    held = {
        "schema": SCHEMA,
        **about,
        "how": " ".join((__doc__ or "").split("\n\n")[1].replace("``", "").split()),
        "traces": [asdict(trace) for trace in traces],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> tuple[list[Trace], dict[str, str]]:
    """The traces of such a text, and what it says about itself.

    Raises ValueError with what is wrong.
    """
    held = json.loads(text)
    if not isinstance(held, dict) or held.get("schema") != SCHEMA:
        raise ValueError(f"it does not say that it is of schema {SCHEMA}")
    listed = held.get("traces")
    if not isinstance(listed, list):
        raise ValueError("it lists no traces")  # noqa: TRY004 (all that is wrong is one kind of fault)
    about = {name: str(v) for name, v in held.items() if isinstance(v, str)}
    return [
        _trace(entry, number) for number, entry in enumerate(listed, start=1)
    ], about


def _trace(entry: object, number: int) -> Trace:
    try:
        return _made(entry)
    except (KeyError, TypeError, AttributeError):
        raise ValueError(f"trace {number} in it is incomplete") from None


def _made(entry: Any) -> Trace:  # noqa: ANN401 (JSON is untyped)
    plain = {
        name: str(entry[name]) for name in ("framework", "item", "kind", "wording")
    }
    return Trace(
        **plain,
        sessions=tuple(_stops(entry["sessions"])),
        assessments=tuple(_stops(entry["assessments"])),
    )


def _stops(entries: Iterable[Mapping[str, object]]) -> Iterator[Stop]:
    for entry in entries:
        yield Stop(**{name: str(entry[name]) for name in Stop.__slots__})
