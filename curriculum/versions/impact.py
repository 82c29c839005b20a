"""What of a programme rests on statements that changed, and the verdict in words."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from curriculum.model import Framework, Link, Programme
from curriculum.plurals import many
from curriculum.versions.difference import Change, Difference
from curriculum.versions.edition import Edition
from curriculum.writers import all_writers


@dataclass(frozen=True, slots=True)
class Impact:
    """What of one programme somebody has to look at again."""

    programme: str
    framework: str
    items: tuple[str, ...]
    """Changed items that the programme claims, teaches or assesses."""
    modules: tuple[str, ...]
    sessions: tuple[str, ...]
    assessments: tuple[str, ...]
    hours: float
    """The hours of those sessions."""
    documents: tuple[str, ...]
    """Documents to write again: each shows items, marks or findings about them."""
    same_edition: bool
    """Whether the programme's own edition is the old one that was compared."""

    def __str__(self) -> str:
        counts = [
            many(len(self.modules), "module"),
            many(len(self.sessions), "session"),
            many(len(self.assessments), "assessment"),
            f"{self.hours:g} {'hour' if self.hours == 1 else 'hours'}",
            many(len(self.documents), "document"),
        ]
        return f"{', '.join(counts)} affected"


def affected(programme: Programme, difference: Difference) -> Impact | None:
    """What is affected; None if the programme does not use the framework."""
    framework = framework_for(programme, difference.old)
    if framework is None:
        return None
    changed = {s.key for match in difference.changed for s in match.old}
    modules, sessions, hours, used = [], [], 0.0, set[str]()
    for module in programme.modules:
        held = {c.item for c in module.intends if c.framework == framework.id} & changed
        for session in module.sessions:
            marks = _marked(session.teaches, framework.id) & changed
            if marks:
                sessions.append(session.key)
                hours += session.hours
            held |= marks
        if held:
            modules.append(module.key)
        used |= held
    assessments = []
    for assessment in programme.assessments:
        if marks := _marked(assessment.assesses, framework.id) & changed:
            assessments.append(assessment.key)
            used |= marks
    touched = used or difference.added or _renumbered(difference)
    return Impact(
        programme=programme.code,
        framework=framework.id,
        items=tuple(s.key for m in difference.changed for s in m.old if s.key in used),
        modules=tuple(modules),
        sessions=tuple(sessions),
        assessments=tuple(assessments),
        hours=hours,
        documents=tuple(w.filename for w in all_writers()) if touched else (),
        same_edition=_same(framework, difference.old),
    )


def framework_for(programme: Programme, edition: Edition) -> Framework | None:
    """The framework of a programme that an edition is one of."""
    for framework in programme.frameworks:
        if _same(framework, edition):
            return framework
    wanted = edition.reference.casefold()
    for framework in programme.frameworks:
        if wanted in {framework.id.casefold(), framework.title.casefold()}:
            return framework
    return None


def _same(framework: Framework, edition: Edition) -> bool:
    ours = {(item.key, item.stamp) for item in framework.items}
    theirs = {(item.key, item.stamp) for item in edition.items}
    # A programme for one option has some of the items only.
    return bool(ours) and (ours <= theirs if framework.options else ours == theirs)


def _marked(links: Collection[Link], framework: str) -> set[str]:
    return {link.item for link in links if link.framework == framework}


def _renumbered(difference: Difference) -> int:
    return sum(Change.RENUMBERED in m.changes for m in difference.items if m.carries)


def verdict(difference: Difference, impacts: Collection[Impact] = ()) -> str:
    """The one sentence that stands first."""
    return "; ".join(_parts(difference)) + "".join(
        f"\n{impact.programme}: {impact}" for impact in impacts
    )


def _parts(difference: Difference) -> Iterator[str]:
    changed = difference.changed
    number = sum(len(match.old) for match in changed)
    if not number and not difference.added:
        yield "No KSB changed: nothing to re-map"
    elif not number:
        yield "No KSB changed"
    else:
        kinds: Counter[str] = Counter()
        for match in changed:
            # What is alike in every word and yet unsure has no change of its own.
            unsure = match.change in {Change.UNCHANGED, Change.RENUMBERED}
            kind = "to confirm" if unsure else match.change.value
            kinds[kind] += len(match.old)
        told = ", ".join(f"{n} {kind}" for kind, n in kinds.items())
        yield f"{many(number, 'KSB')} changed ({told})"
    if difference.added:
        added = many(len(difference.added), "KSB")
        yield f"{added} added, which nothing teaches yet"
    if renumbered := _renumbered(difference):
        yield f"{many(renumbered, 'KSB')} renumbered, whose marks only move"
