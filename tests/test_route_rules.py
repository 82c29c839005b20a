"""Rules about routes find what the plain rules find on some route, and only that."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from curriculum.checks import Rule
from curriculum.checks.assessed_before_taught import assessed_before_taught
from curriculum.checks.ksb_not_assessed import ksb_not_assessed
from curriculum.checks.ksb_not_taught import ksb_not_taught
from curriculum.checks.route_assessed_before_taught import route_assessed_before_taught
from curriculum.checks.route_misses_item import route_misses_item
from curriculum.coverage import Coverage
from curriculum.facts import Facts
from curriculum.routes import Routes
from notation import facts

KSBS = ("K1", "K2", "S1")
OPTIONAL = ("O1", "O2", "O3", "O4")
DAYS = ("2026-09-07", "2026-09-08", "2026-09-15", "2026-09-22")

some = st.lists(st.sampled_from(KSBS), unique=True, max_size=2)


@st.composite
def plans(draw: st.DrawFn) -> Facts:
    """A module for all, four of which some are chosen, and assessments anywhere."""
    lines = [f"ksbs {' '.join(KSBS)}"]
    modules = draw(st.permutations(("M1", *OPTIONAL)))
    for module in modules:
        lines += [f"module {module}"] if module not in " ".join(lines) else []
        lines += [f"{module} teaches {' '.join(draw(some))}"]
    for number in range(1, draw(st.integers(0, 3)) + 1):
        items, day = " ".join(draw(some)), draw(st.sampled_from(DAYS))
        lines.append(f"A{number} assesses {items} on {day}")
        if draw(st.booleans()):
            lines.append(f"A{number} of {draw(st.sampled_from(modules))}")
    size = draw(st.integers(0, len(OPTIONAL)))
    lines += [f"{key} optional" for key in OPTIONAL]
    lines.append(f"choose {draw(st.integers(0, size))} of {' '.join(OPTIONAL[:size])}")
    return facts("\n".join(lines))


def one_by_one(held: Facts) -> Iterator[Facts]:
    """What each learner meets, on the dates of the whole programme."""
    routes = Routes.of(held.programme)
    for route in routes.all():
        left = set(routes.modules) - set(routes.keys(route))
        modules = tuple(m for m in held.programme.modules if m.key not in left)
        taken = tuple(a for a in held.programme.assessments if a.module not in left)
        yield Facts(
            held.programme.model_copy(
                update={"modules": modules, "assessments": taken, "choices": ()}
            ),
            held.timetable,
            Coverage(
                {
                    item: kept
                    for item, teaching in held.coverage.taught.items()
                    if (kept := tuple(t for t in teaching if t.module.key not in left))
                },
                {
                    item: done
                    for item, assessing in held.coverage.assessed.items()
                    if (done := tuple(a for a in assessing if a.assessment in taken))
                },
                (),
            ),
        )


def on_some_route(rule: Rule, held: Facts) -> set[str]:
    return {f.message.split()[0] for one in one_by_one(held) for f in rule(one)}


def named(held: Facts, words: str) -> set[str]:
    """The KSBs that route_misses_item says are never …"""
    found = set()
    for finding in route_misses_item(held):
        parts = finding.message.partition(" is never ")[2].split(" and never ")
        for part in parts:
            if part.startswith(words):
                found |= set(part.replace(",", " ").split()) & set(KSBS)
    return found


@given(plans())
def test_what_some_learner_is_not_taught_is_found_without_trying_all(
    held: Facts,
) -> None:
    for rule, words in ((ksb_not_taught, "taught"), (ksb_not_assessed, "assessed in")):
        for_all = {finding.subject for finding in rule(held)}
        assert named(held, words) | for_all == on_some_route(rule, held) | for_all
        assert not named(held, words) & for_all


@given(plans())
def test_what_comes_too_early_for_some_learner_is_found_without_trying_all(
    held: Facts,
) -> None:
    def early(one: Facts) -> set[tuple[str, str]]:
        found = (f.message.split() for f in assessed_before_taught(one))
        return {(words[0], words[2]) for words in found}

    tried = {pair for one in one_by_one(held) for pair in early(one)} | early(held)
    reasoned = {
        (finding.subject, item)
        for finding in route_assessed_before_taught(held)
        for item in KSBS
        if item in finding.message.replace(",", "").split()
    }
    assert reasoned | early(held) == tried
    assert not reasoned & early(held)
