"""Modules, choices and ways of working, as plain rows for several documents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from curriculum.coverage import Coverage
from curriculum.model import Assessment, Framework, Module, Programme, Theme
from curriculum.reviewed import Review
from curriculum.writers._shared_fields import ChoiceFields, ModuleFields, TallyFields
from curriculum.writers._tally import DEPTH_LETTER
from curriculum.writers._words import (
    NONE,
    NOT_STATED,
    all_or_none,
    count,
    days,
    number,
    paragraphs,
    sentence_case,
    weeks,
)

NO_BREAK = "\N{NO-BREAK SPACE}"


def modules(review: Review) -> list[ModuleFields]:
    """Every module, in the order of teaching."""
    return [_module(review, module) for module in review.programme.modules]


def _module(review: Review, module: Module) -> ModuleFields:
    programme = review.programme
    assessments = testing(programme, module.key)
    return ModuleFields(
        key=module.key,
        title=module.title,
        hours=number(module.session_hours),
        when=_when(review, module),
        taken_by="Learners who choose it" if module.optional else "All learners",
        lead=programme.name_of(module.lead) or NOT_STATED,
        builds_on=", ".join(module.prerequisites) or "Nothing before it",
        summary=paragraphs(module.summary),
        outcomes=all_or_none(
            (f"{o.key} {o.text}" for o in module.outcomes), "No outcomes are stated"
        ),
        sessions=count(len(module.sessions), "session"),
        ksbs=all_or_none(_taught(programme.frameworks, review.coverage, module)),
        assessments=all_or_none(
            (f"{a.key} {a.title} ({a.purpose.value})" for a in assessments),
            "No assessment tests it",
        ),
    )


def _when(review: Review, module: Module) -> str:
    held = [p for p in review.timetable.placements if p.module is module]
    if not held:
        return "No date in the calendar"
    first, last = held[0].starts, max(p.finishes for p in held)
    return sentence_case(f"{weeks([p.week for p in held])}, {days(first, last)}")


def _taught(
    frameworks: Iterable[Framework], coverage: Coverage, module: Module
) -> Iterator[str]:
    """What a module teaches of each kind: "Knowledge: K1 I, K2 M"."""
    held = [f for f in frameworks if not f.policy.advisory]
    for framework in held:
        named = f"{framework.id} " if len(held) > 1 else ""
        by_kind: defaultdict[str, list[str]] = defaultdict(list)
        for item in framework.items:
            if module.key in coverage.modules(framework.id, item.key):
                depth = coverage.depth_in(framework.id, item.key, module.key)
                letter = DEPTH_LETTER[depth]
                by_kind[item.group].append(f"{item.key}{NO_BREAK}{letter}")
        yield from (f"{named}{kind}: {', '.join(k)}" for kind, k in by_kind.items())


# Assessments of a module.


def modules_of(assessment: Assessment) -> tuple[str, ...]:
    """Keys of the modules that an assessment tests; none for the whole programme."""
    tested = [assessment.module, *(n.rpartition(".")[0] for n in assessment.outcomes)]
    return tuple(dict.fromkeys(filter(None, tested)))


def testing(programme: Programme, module: str) -> list[Assessment]:
    """The assessments that test a module."""
    return [a for a in programme.assessments if module in modules_of(a)]


# Routes.


def choices(programme: Programme) -> list[ChoiceFields]:
    """Every choice between optional modules, and those that may be left."""
    made = [
        ChoiceFields(
            title=choice.title,
            choose=f"{choice.choose} of {len(choice.modules)}",
            modules=[_named(programme, key) for key in choice.modules],
        )
        for choice in programme.choices
    ]
    chosen = {key for choice in programme.choices for key in choice.modules}
    free = [m for m in programme.modules if m.optional and m.key not in chosen]
    if free:
        named = [f"{m.key} {m.title}" for m in free]
        made.append(
            ChoiceFields(title="Free choice", choose="Any or none", modules=named)
        )
    return made


def _named(programme: Programme, key: str) -> str:
    module = programme.module(key)
    return f"{key} {module.title}" if module else key


def routes(review: Review) -> str:
    """How many ways through the programme there are, in a sentence."""
    programme, ways = review.programme, review.routes.count
    if ways == 1:
        return "Every learner takes every module; there is no choice."
    optional = sum(module.optional for module in programme.modules)
    return (
        f"{count(len(programme.modules) - optional, 'module')} for all learners and "
        f"{optional} to choose from give {count(ways, 'route')}."
    )


# Ways of working.


def kinds(programme: Programme) -> list[TallyFields]:
    """How much of the programme each kind of session is."""
    hours: defaultdict[str, list[float]] = defaultdict(list)
    for _, session in programme.sessions():
        hours[session.kind.value].append(session.hours)
    return [
        TallyFields(
            name=sentence_case(kind),
            count=count(len(held), "session"),
            where=f"{number(sum(held))} hours",
        )
        for kind, held in hours.items()
    ]


def methods(programme: Programme) -> list[TallyFields]:
    """Each method of assessment, and the assessments that use it."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for assessment in programme.assessments:
        name = assessment.method or "Method not stated"
        keys[name].append(f"{assessment.key} ({assessment.purpose.value})")
    return [
        TallyFields(name=name, count=str(len(held)), where=", ".join(held))
        for name, held in keys.items()
    ]


def themes(programme: Programme) -> list[TallyFields]:
    """Each wider theme, and the modules whose sessions carry it; none if none is."""
    held: defaultdict[Theme, list[str]] = defaultdict(list)
    for module, session in programme.sessions():
        for embedding in session.embedding:
            held[embedding.theme].append(module.key)
    return [
        TallyFields(
            name=theme.heading,
            count=count(len(held.get(theme, ())), "session"),
            where=", ".join(dict.fromkeys(held.get(theme, ()))) or NONE,
        )
        for theme in (Theme if held else ())
    ]
