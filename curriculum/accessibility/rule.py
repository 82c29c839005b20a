"""What a rule of accessibility is: a decorated generator of (place, sentence)."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef

Hits = Iterator[tuple[str, str]]
"""Places within the document, as its kind counts them, each with a sentence."""


class Kind(StrEnum):
    """What sort of document a rule looks at."""

    WORD = "Word"
    EXCEL = "Excel"
    HTML = "HTML"


@dataclass(frozen=True)
class Rule:
    """A rule with its code, and its number in the published guidance."""

    code: str
    number: str
    severity: Severity
    find: Callable[..., Hits]
    published_only: bool = False
    """Whether it counts for the copy that is published only."""

    @property
    def name(self) -> str:
        """The fault: ``merged_cells``."""
        return self.find.__name__

    @property
    def kind(self) -> Kind:
        """What it looks at, by the letter of its number."""
        return {"W": Kind.WORD, "X": Kind.EXCEL, "H": Kind.HTML}[self.number[0]]

    @cached_property
    def explanation(self) -> str:
        """The function's docstring, which is also the user's documentation."""
        return inspect.getdoc(self.find) or ""

    @property
    def summary(self) -> str:
        """The first line of the explanation."""
        return self.explanation.partition("\n")[0]

    @cached_property
    def settings(self) -> Mapping[str, int | float | str]:
        """Names of the settings with their defaults."""
        parameters = inspect.signature(self.find).parameters.values()
        return {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}

    def __call__(
        self, document: object, file: str, chosen: Mapping[str, Any]
    ) -> list[Finding]:
        """Find what is wrong, under the settings that were chosen."""
        settings = {n: v for n, v in chosen.items() if n in self.settings}
        return [
            Finding(
                code=self.code,
                severity=self.severity,
                subject=place or file,
                message=message,
                source=SourceRef(file=file, place=place),
            )
            for place, message in self.find(document, **settings)
        ]


def rule(
    code: str, number: str, severity: Severity, *, published_only: bool = False
) -> Callable[[Callable[..., Hits]], Rule]:
    """Make a rule of a generator: ``@rule("ACC121", "W2", Severity.ERROR)``."""
    return lambda find: Rule(code, number, severity, find, published_only)
