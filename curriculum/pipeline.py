"""The three verbs that every front end calls: load, review, write."""

from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from curriculum.assembly import Assembled, assemble
from curriculum.checks import _stems, all_rules
from curriculum.facts import Facts, gather
from curriculum.findings import Finding, SourceError
from curriculum.groups import each_group, together
from curriculum.model import Programme
from curriculum.readers.programme import folder
from curriculum.reviewed import Review
from curriculum.said_once import not_said
from curriculum.waivers import faults, waive
from curriculum.writers import Writer, usual_writers
from curriculum.writers._files import Written, write_all

ABOUT_PUBLISHED = ("SRC", "STD")
"""Families of rules about what is published, which no author can mend."""


class UnusableProgrammeError(SourceError):
    """A programme that cannot be assembled; ``findings`` say why."""

    def __init__(self, loaded: Assembled) -> None:
        super().__init__("the programme cannot be put together")
        self.findings = loaded.findings


def load(path: Path) -> Assembled:
    """Read a programme, a folder or a form, and the published documents it names.

    Raises SourceError when there is no programme at that path.
    """
    if path.is_file() and path.suffix != ".toml":
        from curriculum.form.loading import load_form  # noqa: PLC0415 (a folder needs none)

        return load_form(path)
    return assemble(path)


def review(loaded: Assembled | Programme, *, on: date | None = None) -> Review:
    """Check a programme with every rule; waivers count as of ``on`` (today).

    Raises UnusableProgrammeError when there is nothing to check.
    """
    if isinstance(loaded, Programme):
        loaded = Assembled(loaded, (), ())
    if loaded.programme is None:
        raise UnusableProgrammeError(loaded)
    facts = gather(loaded.programme)
    found = _found(facts)
    authors = [f for f in found if f.code[:3] not in ABOUT_PUBLISHED]
    on = on or datetime.now(UTC).date()
    standing, waived, unused = waive(
        (*loaded.findings, *authors), loaded.programme.waivers, on
    )
    standing += faults(unused, on)
    published = [f for f in found if f.code[:3] in ABOUT_PUBLISHED]
    documents = {source.file for source in loaded.programme.sources}
    return Review(
        facts,
        findings=tuple(in_order(standing, last=documents)),
        published=tuple(
            in_order((*loaded.published, *not_said(published, loaded.published)))
        ),
        waived=tuple(waived),
        unused_waivers=tuple(unused),
        explanations={rule.code: rule.explanation for rule in all_rules()},
    )


def review_groups(
    loaded: Assembled, group: str | None = None, *, on: date | None = None
) -> list[Review]:
    """A review for each group, or for one: what its own documents are made of.

    A programme without groups has one review.  Raises SourceError when there is
    no group of that title.
    """
    if loaded.programme is None:
        raise UnusableProgrammeError(loaded)
    groups = {g.title: own for g, own in each_group(loaded.programme)}
    if group is not None and group not in groups:
        known = ", ".join(groups) or "none"
        raise SourceError(f"there is no group {group}; there are: {known}")
    chosen = [groups[group]] if group else list(groups.values())
    return [
        review(replace(loaded, programme=own), on=on)
        for own in chosen or [loaded.programme]
    ]


def _found(facts: Facts) -> list[Finding]:
    """What every rule finds; where there are groups, in each of them."""
    found = {
        group.title: _of_rules(gather(own))
        for group, own in each_group(facts.programme)
    }
    return list(together(found)) if found else _of_rules(facts)


def _of_rules(facts: Facts) -> list[Finding]:
    return [finding for rule in all_rules() for finding in rule(facts)]


def write(
    reviewed: Review, out: Path, writers: Iterable[Writer] | None = None
) -> list[Written]:
    """Write a review's documents into ``out/<programme code>``.

    Without ``writers``, all but the optional ones are written.
    All are made before the first is put in place, so that a fault leaves the
    earlier documents whole.  Raises OSError when nothing can be written there.
    """
    folder = out / reviewed.programme.code
    return write_all(reviewed, folder, tuple(writers or usual_writers()))


def forget() -> None:
    """Let go of what makes it quick to load and review the same programme again.

    That of a long programme is larger than most of its documents.
    """
    folder.forget()
    _stems.forget()


def review_many(
    paths: Iterable[Path], executor: Executor | None = None
) -> Iterator[tuple[Path, Review | SourceError]]:
    """Review many programmes, with any executor of concurrent.futures, in order."""
    paths = tuple(paths)
    results = executor.map(_review_one, paths) if executor else map(_review_one, paths)
    yield from zip(paths, results, strict=True)


def in_order(findings: Iterable[Finding], last: Collection[str] = ()) -> list[Finding]:
    """Findings by severity, code and place; places count as numbers where they do.

    Within a severity, those with a place in the files of ``last`` come last: an
    author first sees what stands in files that can be edited.
    """
    return sorted(
        findings,
        key=lambda f: (
            f.severity,
            f.source.file in last,
            f.code,
            f.source.file,
            int(f.source.place) if f.source.place.isdecimal() else 0,
            f.source.place,
        ),
    )


def _review_one(path: Path) -> Review | SourceError:
    try:
        return review(load(path))
    except SourceError as error:
        return error
