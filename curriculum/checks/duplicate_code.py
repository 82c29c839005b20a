"""COV105."""

from collections.abc import Iterable, Iterator

from curriculum.checks import Hits, Subject, rule
from curriculum.checks._notions import About
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Link, Programme


@rule("COV105", Severity.ERROR)
def duplicate_code(facts: Facts) -> Hits:
    """Two things share a key, or a session marks one item twice.

    ## What it checks
    No two modules, no two sessions, no two assessments, no two people and no two
    outcomes of one module share a key; no session or assessment marks the same
    item twice.

    ## Why it matters
    A key that stands for two things cannot be found again: grid, schedule and
    evidence then speak of different things by one name.

    ## What to do
    Give the second one a key of its own, or take the repeated mark out.

    ## Authority
    House rule.
    """
    for kind, things in _kinds(facts.programme):
        first: dict[str, Subject] = {}
        for thing in things:
            earlier = first.setdefault(thing.key, thing)
            if earlier is not thing:
                yield (
                    thing,
                    f"{thing.key} is already the key of {kind} at {earlier.source}",
                )
    yield from _marked_twice(facts.programme)


def _kinds(programme: Programme) -> Iterator[tuple[str, Iterable[Subject]]]:
    yield "a module", programme.modules
    yield "a session", (session for _, session in programme.sessions())
    yield "an assessment", programme.assessments
    yield "a person", programme.people
    for module in programme.modules:
        outcomes = (About(f"{module.key}.{o.key}", o.source) for o in module.outcomes)
        yield "an outcome", outcomes


def _marked_twice(programme: Programme) -> Hits:
    for _, session in programme.sessions():
        for link in _repeated(session.teaches):
            yield link, f"{link.item} is marked more than once in {session.key}"
    for assessment in programme.assessments:
        for link in _repeated(assessment.assesses):
            yield link, f"{link.item} is marked more than once in {assessment.key}"


def _repeated(links: Iterable[Link]) -> Iterator[Link]:
    seen: set[tuple[str, str]] = set()
    for link in links:
        item = (link.framework, link.item)
        if item in seen:
            yield link
        seen.add(item)
