"""The documentation of a rule, cut into its parts for a page."""

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of the documentation with its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a rule checks, in a sentence, and the sections that say more."""

    summary: str
    sections: tuple[Section, ...]


def explanation(text: str) -> Explanation:
    """The parts of a rule's docstring: a first line, then headings "## …"."""
    head, *rest = f"\n{text}".split("\n## ")
    summary, *more = _paragraphs(head.splitlines()) or ("",)
    sections = [Section("", tuple(more))] if more else []
    for part in rest:
        title, *lines = part.splitlines()
        sections.append(Section(title.strip(), _paragraphs(lines)))
    return Explanation(summary, tuple(sections))


def _paragraphs(lines: list[str]) -> tuple[str, ...]:
    groups = groupby(lines, key=lambda line: bool(line.strip()))
    return tuple(" ".join(" ".join(held).split()) for full, held in groups if full)
