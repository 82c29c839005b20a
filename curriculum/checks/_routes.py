"""What rules about routes share: which modules a learner needs for what."""

from collections.abc import Iterator

from curriculum.checks._notions import About
from curriculum.facts import Facts
from curriculum.model import Programme, SourceRef
from curriculum.routes import Gap


def assessing(facts: Facts, framework: str, item: str) -> Iterator[str]:
    """Modules in which an item is assessed; "" is the whole programme."""
    for one in facts.coverage.assessing(framework, item):
        yield one.assessment.module


def choice_of(key: str, takes: tuple[str, ...], programme: Programme) -> About:
    """A learner's choice as the subject of a finding."""
    return About(key, _source(takes, programme))


def gap_of(gap: Gap[tuple[str, str]], programme: Programme) -> About:
    """The choice that a gap names as the subject of a finding."""
    return choice_of(gap.key, (*gap.takes, *gap.lacks), programme)


def _source(modules: tuple[str, ...], programme: Programme) -> SourceRef:
    """Where the choice stands, or else the first module that it is about."""
    for choice in programme.choices:
        if any(key in choice.modules for key in modules):
            return choice.source
    found = (programme.module(key) for key in modules)
    return next((module.source for module in found if module), programme.source)
