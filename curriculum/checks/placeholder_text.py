"""DOC104."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from curriculum.checks import Hits, Subject, rule
from curriculum.checks._notions import About
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import (
    PLACEHOLDER,
    Assessment,
    Embedding,
    EndPointMethod,
    Header,
    Module,
    Outcome,
    Person,
    Programme,
    Session,
)

_MARKED = re.compile(
    rf"{re.escape(PLACEHOLDER)}|^\W*TO ?DO:|\bTB[ACD]\b|(?i:\blorem ipsum\b)"
)
_NOTHING = re.compile(r"\W+|\W*(?:to ?do|tbc|tbd|x{3,})\W*", re.IGNORECASE)
_LONGEST_NOTHING = 20
_HEADER = tuple(
    name
    for name, field in Header.model_fields.items()
    if field.annotation is str and name != "code"
)
_Read = (
    Programme
    | Person
    | EndPointMethod
    | Module
    | Outcome
    | Session
    | Embedding
    | Assessment
)
_MODULE = ("title", "summary", "lead")
_SESSION = (
    "topic",
    "objectives",
    "tutor",
    "learners",
    "resources",
    "check",
    "stretch",
    "support",
    "workplace",
    "homework",
)
_ASSESSMENT = ("title", "method", "brief", "evidence", "assessor", "verifier")


@rule("DOC104", Severity.WARNING)
def placeholder_text(facts: Facts) -> Hits:
    """A text still holds a placeholder.

    ## What it checks
    No text of header, people, methods of the final assessment, modules, outcomes,
    sessions and assessments holds the marker that new programmes are written with,
    TBA, TBC or TBD, or lorem ipsum, or is nothing but dots or a note to do it later.

    ## Why it matters
    It would be printed as it stands.

    ## What to do
    Write the text.

    ## Authority
    House rule.
    """
    unwritten: defaultdict[Subject, list[str]] = defaultdict(list)
    for key, record, fields in _records(facts.programme):
        names = [name for name in fields if _unwritten(getattr(record, name))]
        if names:
            unwritten[About(key, record.source)] += names
    for subject, names in unwritten.items():
        yield (
            subject,
            f"{subject.key} has a placeholder in {listed(dict.fromkeys(names))}",
        )


def _records(programme: Programme) -> Iterator[tuple[str, _Read, tuple[str, ...]]]:
    """What has texts: the key it is told by, and the names of the texts."""
    yield programme.key, programme, _HEADER
    for person in programme.people:
        yield person.key, person, ("name", "role")
    for method in programme.end_point.methods if programme.end_point else ():
        yield method.key, method, ("title",)
    for module in programme.modules:
        yield module.key, module, _MODULE
        for outcome in module.outcomes:
            yield f"{module.key}.{outcome.key}", outcome, ("text",)
        for session in module.sessions:
            yield session.key, session, _SESSION
            for embedding in session.embedding:
                yield session.key, embedding, ("text",)
    for assessment in programme.assessments:
        yield assessment.key, assessment, _ASSESSMENT


@lru_cache(50_000)
def _unwritten(text: str | tuple[str, ...]) -> bool:
    """Whether a text, or one of several, still has to be written."""
    texts = (text,) if isinstance(text, str) else text
    return any(
        (0 < len(one) <= _LONGEST_NOTHING and _NOTHING.fullmatch(one))
        or _MARKED.search(one)
        for one in texts
    )
