"""The trace sample: the same seed draws the same, whoever draws."""

from hashlib import sha256

import pytest

from curriculum.tracing.drawing import Stop, Trace, as_json, draw, from_json


def stop(key: str, day: str = "") -> Stop:
    return Stop(
        key=key,
        title=f"Title of {key} & <more>",
        facts="week 1",
        day=day,
        document="scheme-of-work.docx",
        heading="M01 Loops",
        row=key,
    )


def trace(item: str, kind: str = "Knowledge", *, tests: str = "") -> Trace:
    return Trace(
        framework="ST0000",
        item=item,
        kind=kind,
        wording=f"Wording of {item}",
        sessions=(stop("M1", "2026-09-08"), stop("M2", "2026-10-06"), stop("M3")),
        assessments=tuple(stop(key, "2026-09-29") for key in tests.split()),
    )


MANY = [
    *(trace(f"K{n}") for n in range(1, 21)),
    *(trace(f"S{n}", "Skills", tests="A1 A2") for n in range(1, 21)),
    trace("B1", "Behaviours"),
]


def keys(seed: str, size: int = 10) -> list[str]:
    return [one.trace.item for one in draw(MANY, seed, size)]


def test_a_seed_draws_the_same_and_another_seed_another() -> None:
    assert keys("7") == keys("7")
    assert keys("7") != keys("8")


def test_every_kind_is_in_the_sample_and_in_the_order_of_the_framework() -> None:
    held = keys("any word, Łódź")
    assert [k[0] for k in held] == sorted((k[0] for k in held), key="KSB".index)
    assert [sum(k[0] == kind for k in held) for kind in "KSB"] == [5, 4, 1]


def test_the_draw_can_be_done_by_hand() -> None:
    """With nothing but SHA-256, as the pack explains it."""

    def rank(*parts: str) -> str:
        return sha256(":".join(("42", "ST0000", *parts)).encode()).hexdigest()

    [one] = draw([t for t in MANY if t.kind == "Skills"], "42", 1)
    assert one.trace.item == min((f"S{n}" for n in range(1, 21)), key=rank)
    item = one.trace.item
    assert one.assessment is not None
    assert one.assessment.key == min(("A1", "A2"), key=lambda k: rank(item, k))


def test_the_session_lies_before_the_assessment_where_one_does() -> None:
    held = {
        one.session.key
        for seed in range(20)
        for one in draw(MANY, str(seed))
        if one.assessment and one.session
    }
    assert held == {"M1"}


def test_what_nothing_teaches_or_assesses_is_drawn_all_the_same() -> None:
    bare = Trace(framework="ST0000", item="K1", kind="Knowledge", wording="Alone")
    [one] = draw([bare], "1")
    assert (one.session, one.assessment) == (None, None)


def test_more_than_there_are_draws_all_and_nothing_draws_nothing() -> None:
    assert len(draw(MANY, "1", 500)) == len(MANY)
    assert draw([], "1") == []


def test_the_list_comes_back_from_its_file_as_it_was() -> None:
    traces, about = from_json(as_json(MANY, {"seed": "7"}))
    assert traces == MANY
    assert about["seed"] == "7"
    assert "SHA-256" in about["how"]


NO_STOP = (
    '{"schema": 1, "traces": [{"framework": "A", "item": "K1", "kind": "K", '
    '"wording": "W", "sessions": [{}], "assessments": []}]}'
)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "[]",
        '{"schema": 1}',
        '{"schema": 9, "traces": []}',
        '{"schema": 1, "traces": [1]}',
        '{"schema": 1, "traces": [{"framework": "A"}]}',
        NO_STOP,
    ],
)
def test_what_is_no_list_of_traces_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text)
