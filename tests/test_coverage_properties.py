"""Laws of timetable and coverage, over programmes that nobody would think to write."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from curriculum.checks import all_rules
from curriculum.facts import gather
from curriculum.model import Calendar, ClosureKind, Programme
from curriculum.timetable import Timetable
from notation import facts, programme

KSBS = ("K1", "K2", "S1", "S2", "B1")
SOURCE = {"file": "drawn"}

some_ksbs = st.lists(st.sampled_from(KSBS), unique=True)
several_sessions = st.lists(some_ksbs, max_size=5)
some_hours = st.sampled_from([0.25, 0.5, 1, 1.5, 2, 3, 7, 11])


@st.composite
def spans(draw: st.DrawFn) -> dict[str, object]:
    starts = draw(st.dates(date(2026, 8, 1), date(2027, 3, 1)))
    ends = starts + timedelta(days=draw(st.integers(-3, 60)))
    return {"starts": starts, "ends": ends}


@st.composite
def closures(draw: st.DrawFn) -> dict[str, object]:
    kind = draw(st.sampled_from(ClosureKind))
    return {**draw(spans()), "title": "Closed", "kind": kind, "source": SOURCE}


@st.composite
def terms(draw: st.DrawFn) -> dict[str, object]:
    return {**draw(spans()), "title": "Term", "source": SOURCE}


slots = st.fixed_dictionaries(
    {
        "day": st.sampled_from(["Monday", "Tuesday", "Friday", "Saturday"]),
        "starts": st.none() | st.times(),
        "hours": some_hours,
        "source": st.just(SOURCE),
    }
)


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    return Calendar.model_validate(
        {
            **draw(spans()),
            "bank_holidays": draw(st.sampled_from(["", "GB-ENG", "GB-SCT", "XX"])),
            "terms": draw(st.lists(terms(), max_size=3)),
            "closures": draw(st.lists(closures(), max_size=3)),
            "delivery": draw(st.lists(slots, max_size=4)),
            "source": SOURCE,
        }
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    lines = ["ksbs K1"]
    for module in range(1, draw(st.integers(1, 4))):
        if draw(st.booleans()):
            lines.append(f"M{module} starts week {draw(st.integers(1, 12))}")
        for session in range(1, draw(st.integers(1, 5))):
            key = f"M{module}.{session:02}"
            lines.append(f"{key} lasts {draw(some_hours)} hours")
    calendar = draw(calendars())
    return programme("\n".join(lines)).model_copy(update={"calendar": calendar})


@given(programmes())
def test_every_session_is_placed_once_or_told_as_unplaced(drawn: Programme) -> None:
    timetable = Timetable.of(drawn)
    placed = [p.session.key for p in timetable.placements]
    unplaced = [session.key for _, session in timetable.unplaced]
    assert sorted(placed + unplaced) == sorted(s.key for _, s in drawn.sessions())


@given(programmes())
def test_hours_placed_fit_into_the_hours_offered(drawn: Programme) -> None:
    timetable = Timetable.of(drawn)
    placed = sum(p.session.hours for p in timetable.placements)
    assert placed <= timetable.slot_hours


@given(programmes())
def test_sessions_lie_on_teaching_days_in_the_order_of_teaching(
    drawn: Programme,
) -> None:
    timetable = Timetable.of(drawn)
    taught = {slot.day.number for slot in drawn.calendar.delivery}
    for placement in timetable.placements:
        for day in (placement.starts, placement.finishes):
            assert drawn.calendar.starts <= day <= drawn.calendar.ends
            assert day.weekday() in taught
            assert timetable.days.no_teaching(day) is None
        assert placement.starts <= placement.finishes
    for one, next_one in pairwise(timetable.placements):
        assert one.finishes <= next_one.starts
    order = [s.key for _, s in drawn.sessions()]
    placed = [p.key for p in timetable.placements]
    assert placed == [key for key in order if key in set(placed)]


@given(programmes())
def test_weeks_follow_one_another_and_number_those_with_a_slot(
    drawn: Programme,
) -> None:
    timetable = Timetable.of(drawn)
    mondays = [week.monday for week in timetable.weeks]
    assert all(monday.weekday() == 0 for monday in mondays)
    assert all(b - a == timedelta(days=7) for a, b in pairwise(mondays))
    numbers = [week.number for week in timetable.weeks if week.number]
    assert numbers == list(range(1, timetable.delivery_weeks + 1))
    by_week = [p for week in timetable.weeks for p in week.placements]
    assert by_week == list(timetable.placements)


@given(programmes())
def test_no_module_starts_before_the_week_it_waits_for(drawn: Programme) -> None:
    for placement in Timetable.of(drawn).placements:
        assert placement.week >= (placement.module.start_week or 1)


def drawn_programme(sessions: list[list[str]], assessed: list[str]) -> str:
    lines = [f"M{n} teaches {' '.join(keys)}" for n, keys in enumerate(sessions)]
    lines += [f"ksbs {' '.join(KSBS)}", "duty D1 K1 S1"]
    return "\n".join([*lines, f"A1 assesses {' '.join(assessed)}"])


@given(several_sessions, some_ksbs, st.sampled_from(KSBS))
def test_one_more_mark_never_makes_coverage_smaller(
    sessions: list[list[str]], assessed: list[str], more: str
) -> None:
    before = facts(drawn_programme(sessions, assessed)).coverage
    after = facts(
        drawn_programme([*sessions, [more]], list({*assessed, more}))
    ).coverage
    for item, teaching in before.taught.items():
        assert len(after.taught[item]) >= len(teaching)
    for item, assessing in before.assessed.items():
        assert len(after.assessed[item]) >= len(assessing)
    for one, other in zip(before.duties, after.duties, strict=True):
        assert one.both <= other.both <= other.items


@given(several_sessions, some_ksbs, st.sampled_from(KSBS))
def test_one_more_mark_never_opens_a_gap(
    sessions: list[list[str]], assessed: list[str], more: str
) -> None:
    before = drawn_programme(sessions, assessed)
    taught_more = drawn_programme([*sessions, [more]], assessed)
    assessed_more = drawn_programme(sessions, list({*assessed, more}))
    for after in (taught_more, assessed_more):
        assert gaps("COV101", "COV103", text=after) <= gaps(
            "COV101", "COV103", text=before
        )
        assert gaps("COV102", text=after) <= gaps("COV102", text=before)
        assert gaps("COV108", text=after) <= gaps("COV108", text=before)


def gaps(*codes: str, text: str) -> set[str]:
    """What the rules find missing; not taught and taught once are one gap."""
    laid = facts(text)
    rules = [rule for rule in all_rules() if rule.code in codes]
    assert len(rules) == len(codes)
    return {finding.subject for rule in rules for finding in rule(laid)}


@given(programmes())
def test_no_rule_stumbles_over_any_calendar(drawn: Programme) -> None:
    laid = gather(drawn)
    for rule in all_rules():
        for finding in rule(laid):
            assert finding.code == rule.code
