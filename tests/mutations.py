"""Ways to break the worked example: one thing at a time, the rest as it stands.

Records are made anew, not copied: a copy would keep what was looked up before.
"""

from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from functools import cache
from typing import TypeVar

from curriculum import pipeline
from curriculum.checks import all_rules
from curriculum.facts import gather
from curriculum.findings import Finding
from curriculum.model import (
    Assessment,
    Calendar,
    Claim,
    Depth,
    Framework,
    Item,
    Link,
    Module,
    Programme,
    Record,
    Session,
    Weekday,
)
from curriculum.paths import WORKED_EXAMPLE

R = TypeVar("R", bound=Record)
Change = Callable[[Programme], Programme]
STANDARD = "ST0128"


@cache
def worked_example() -> Programme:
    programme = pipeline.load(WORKED_EXAMPLE).programme
    assert programme is not None
    return programme


def found(programme: Programme) -> set[Finding]:
    """What all rules find, waived or not."""
    facts = gather(programme)
    return {finding for rule in all_rules() for finding in rule(facts)}


@cache
def found_unbroken() -> frozenset[tuple[str, str]]:
    return frozenset((f.code, f.subject) for f in found(worked_example()))


def new_findings(change: Change) -> set[tuple[str, str]]:
    """Code and subject of what a change adds."""
    after = found(change(worked_example()))
    return {(f.code, f.subject) for f in after} - found_unbroken()


def made(record: R, **fields: object) -> R:
    """The record with other values in some fields."""
    own = {name: getattr(record, name) for name in type(record).model_fields}
    return type(record).model_validate(own | fields)


def replaced(records: Iterable[R], key: str, change: Callable[[R], R]) -> tuple[R, ...]:
    """Records, one of them changed."""
    changed = tuple(change(r) if r.key == key else r for r in records)  # type: ignore[attr-defined]  # every record here has a key
    assert changed != tuple(records), f"nothing of {key} is changed"
    return changed


# what is changed, each a function from programme to programme


def header(**fields: object) -> Change:
    return lambda p: made(p, **fields)


def calendar(**fields: object) -> Change:
    return lambda p: made(p, calendar=made(p.calendar, **fields))


def gateway(day: date) -> Change:
    return lambda p: made(p, end_point=made(p.end_point, gateway=day))  # type: ignore[type-var]  # the example has one


def module(key: str, /, **fields: object) -> Change:
    return lambda p: made(
        p, modules=replaced(p.modules, key, lambda m: made(m, **fields))
    )


def session(key: str, /, **fields: object) -> Change:
    return sessions(lambda s: made(s, **fields) if s.key == key else s)


def sessions(change: Callable[[Session], Session]) -> Change:
    """Every session is changed; the change may leave it as it is."""

    def changed(module: Module) -> Module:
        return made(module, sessions=tuple(change(s) for s in module.sessions))

    def apply(programme: Programme) -> Programme:
        return made(programme, modules=tuple(changed(m) for m in programme.modules))

    return apply


def outcome(key: str, text: str) -> Change:
    """Another wording of an outcome such as M01.LO1."""
    own, _, name = key.partition(".")

    def changed(module: Module) -> Module:
        outcomes = replaced(module.outcomes, name, lambda o: made(o, text=text))
        return made(module, outcomes=outcomes)

    return lambda p: made(p, modules=replaced(p.modules, own, changed))


def more_outcomes(key: str, *names: str) -> Change:
    def changed(module: Module) -> Module:
        last = module.outcomes[-1]
        further = tuple(made(last, key=name) for name in names)
        return made(module, outcomes=module.outcomes + further)

    return lambda p: made(p, modules=replaced(p.modules, key, changed))


def assessment(key: str, /, **fields: object) -> Change:
    return lambda p: made(
        p, assessments=replaced(p.assessments, key, lambda a: made(a, **fields))
    )


def without_assessments(drop: Callable[[Assessment], bool]) -> Change:
    return lambda p: made(p, assessments=tuple(a for a in p.assessments if not drop(a)))


def more_assessments(like: str, *days: date, **fields: object) -> Change:
    """Further assessments like one, each handed in on a day of its own."""

    def apply(programme: Programme) -> Programme:
        one = next(a for a in programme.assessments if a.key == like)
        further = (
            made(one, **fields, key=f"A{90 + n}", hand_in=day, feedback=day + WEEK)
            for n, day in enumerate(days)
        )
        return made(programme, assessments=(*programme.assessments, *further))

    return apply


WEEK = timedelta(days=7)


def moved(key: str, days: int) -> Change:
    """An assessment moved by some days, with all its dates."""

    def later(assessment: Assessment) -> Assessment:
        names = ("verify_brief", "hand_out", "hand_in", "feedback", "verify_sample")
        dates = {n: getattr(assessment, n) + timedelta(days=days) for n in names}
        return made(assessment, **dates)

    return lambda p: made(p, assessments=replaced(p.assessments, key, later))


def further_module(like: str, key: str, **fields: object) -> Change:
    """One more module at the end, with the first session of another."""

    def apply(programme: Programme) -> Programme:
        one = next(m for m in programme.modules if m.key == like)
        sessions = tuple(
            made(s, **fields, key=s.key.replace(like, key), outcomes=())
            for s in one.sessions
        )
        extra = made(
            one, key=key, hours=None, prerequisites=(), outcomes=(), sessions=sessions
        )
        return made(programme, modules=(*programme.modules, extra))

    return apply


# marks


def marked(where: str, *items: str, depth: Depth = Depth.TAUGHT) -> Change:
    """One session is marked with further items."""
    return sessions(
        lambda s: (
            made(s, teaches=(*s.teaches, *_links(s, items, depth)))
            if s.key == where
            else s
        )
    )


def _links(
    at: Session | Assessment, items: Iterable[str], depth: Depth | None
) -> list[Link]:
    return [
        Link(framework=STANDARD, item=item, depth=depth, source=at.source)
        for item in items
    ]


def unmarked(item: str, where: Callable[[Session], bool] = lambda _: True) -> Change:
    """Some sessions, or all, no longer teach an item."""
    return sessions(
        lambda s: (
            made(s, teaches=tuple(x for x in s.teaches if x.item != item))
            if where(s)
            else s
        )
    )


def assessed(key: str, *items: str) -> Change:
    """An assessment is marked with further items."""
    return lambda p: made(
        p,
        assessments=replaced(
            p.assessments,
            key,
            lambda a: made(a, assesses=(*a.assesses, *_links(a, items, None))),
        ),
    )


def unassessed(item: str, *keys: str) -> Change:
    """Some assessments, or all, no longer assess an item."""

    def without(assessment: Assessment) -> Assessment:
        if keys and assessment.key not in keys:
            return assessment
        kept = tuple(x for x in assessment.assesses if x.item != item)
        return made(assessment, assesses=kept)

    return lambda p: made(p, assessments=tuple(without(a) for a in p.assessments))


# the standard


def standard(**fields: object) -> Change:
    return _standard(lambda f: made(f, **fields))


def item(key: str, /, **fields: object) -> Change:
    return _standard(
        lambda f: made(f, items=replaced(f.items, key, lambda i: made(i, **fields)))
    )


def standard_items(change: Callable[[tuple[Item, ...]], tuple[Item, ...]]) -> Change:
    return _standard(lambda f: made(f, items=change(f.items)))


def duty(key: str, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Change:
    return _standard(
        lambda f: made(
            f,
            duties=replaced(f.duties, key, lambda d: made(d, ksbs=change(d.ksbs))),
        )
    )


def one_more_item(key: str) -> Change:
    """The standard prints an item twice."""

    def twice(framework: Framework) -> Framework:
        again: Item = next(i for i in framework.items if i.key == key)
        return made(framework, items=(*framework.items, made(again, text="Again")))

    return _standard(twice)


def _standard(change: Callable[[Framework], Framework]) -> Change:
    return lambda p: made(p, frameworks=replaced(p.frameworks, STANDARD, change))


def both(*changes: Change) -> Change:
    """One thing that stands in several places."""

    def apply(programme: Programme) -> Programme:
        for change in changes:
            programme = change(programme)
        return programme

    return apply


def claimed(key: str, item: str) -> Change:
    """A module claims a further item."""

    def more(module: Module) -> Module:
        claim = Claim(framework=STANDARD, item=item, source=module.source)
        return made(module, intends=(*module.intends, claim))

    return lambda p: made(p, modules=replaced(p.modules, key, more))


def remarked(item: str, where: Callable[[Session], bool], **fields: object) -> Change:
    """The marks of an item have other values in some sessions."""
    return sessions(
        lambda s: (
            made(
                s,
                teaches=tuple(
                    made(x, **fields) if x.item == item else x for x in s.teaches
                ),
            )
            if where(s)
            else s
        )
    )


def alike(item: str, other: str) -> Change:
    """An item is taught and assessed wherever another is, and nowhere else."""

    def same(links: tuple[Link, ...]) -> tuple[Link, ...]:
        kept = tuple(x for x in links if x.item != item)
        return kept + tuple(made(x, item=item) for x in links if x.item == other)

    def assessments(programme: Programme) -> Programme:
        changed = (made(a, assesses=same(a.assesses)) for a in programme.assessments)
        return made(programme, assessments=tuple(changed))

    return both(sessions(lambda s: made(s, teaches=same(s.teaches))), assessments)


def teaching(item: str, **fields: object) -> Change:
    """Every session that teaches an item has other values in some fields."""
    return sessions(
        lambda s: made(s, **fields) if item in {x.item for x in s.teaches} else s
    )


def one_more_term(title: str, starts: date, ends: date) -> Change:
    def more(calendar: Calendar) -> Calendar:
        term = made(calendar.terms[-1], title=title, starts=starts, ends=ends)
        return made(calendar, terms=(*calendar.terms, term))

    return lambda p: made(p, calendar=more(p.calendar))


def without_terms(p: Programme) -> Programme:
    """Every week between start and end is then a taught one."""
    return made(p, calendar=made(p.calendar, terms=()))


def one_more_slot(day: Weekday, starts: time) -> Change:
    def more(calendar: Calendar) -> Calendar:
        slot = made(calendar.delivery[-1], day=day, starts=starts)
        return made(calendar, delivery=(*calendar.delivery, slot))

    return lambda p: made(p, calendar=more(p.calendar))


def one_more_closure(title: str, starts: date, ends: date) -> Change:
    def more(calendar: Calendar) -> Calendar:
        closure = made(calendar.closures[0], title=title, starts=starts, ends=ends)
        return made(calendar, closures=(*calendar.closures, closure))

    return lambda p: made(p, calendar=more(p.calendar))
