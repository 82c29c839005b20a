"""Rules: one a file, each a decorated generator of (subject, sentence).

The file has the rule's name; its docstring is the user's documentation; its
keyword-only parameters are its settings, with their units in their names and
their defaults.  The runner stamps code, severity and place.
"""

import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from operator import attrgetter
from typing import Any, Protocol

from curriculum.checks._severity import severity_of
from curriculum.facts import Facts
from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef

FAMILIES = {
    "ASM": "Joining sources",
    "COV": "Coverage: taught and assessed",
    "SEQ": "Sequence",
    "HRS": "Hours, weeks and dates",
    "MKT": "Skills in demand",
    "DOC": "Text and header of documents",
    "STD": "The published standard itself",
    "SRC": "Reading",
    "IMP": "Importing what a college already has",
}


class Subject(Protocol):
    """What a finding can point at: a KSB, a session, a mark, an assessment."""

    @property
    def key(self) -> str:
        """What the finding names."""

    @property
    def source(self) -> SourceRef:
        """Where it was read."""


Hits = Iterator[tuple[Subject, str]]


@dataclass(frozen=True)
class Rule:
    """A rule with its code; calling it stamps code and severity on what it finds."""

    code: str
    severity: Severity
    find: Callable[..., Hits]

    @property
    def name(self) -> str:
        """The fault, as the file is named: ``ksb_not_assessed``."""
        return self.find.__name__

    @cached_property
    def explanation(self) -> str:
        """The function's docstring, which is also the user's documentation."""
        return inspect.getdoc(self.find) or ""

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """Names of the settings with their defaults."""
        parameters = inspect.signature(self.find).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}

    def __call__(self, facts: Facts) -> list[Finding]:
        """Find what is wrong, under the programme's own settings."""
        chosen = dict(facts.programme.settings).get(self.code, ())
        settings = {name: value for name, value in chosen if name in self.settings}
        return [
            Finding(
                code=self.code,
                severity=severity_of(
                    self.code, self.severity, subject, facts.programme
                ),
                subject=subject.key,
                message=message,
                source=subject.source,
            )
            for subject, message in self.find(facts, **settings)
        ]


def rule(code: str, severity: Severity) -> Callable[[Callable[..., Hits]], Rule]:
    """Make a rule of a generator: ``@rule("COV102", Severity.ERROR)``."""
    return lambda find: Rule(code, severity, find)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this folder, in order of code."""
    modules = [
        import_module(f"{__name__}.{m.name}")
        for m in pkgutil.iter_modules(__path__)
        if not m.name.startswith("_")
    ]
    found = {x for m in modules for x in vars(m).values() if isinstance(x, Rule)}
    return tuple(sorted(found, key=attrgetter("code", "name")))
