"""The modification log: every recorded sign-off, and what changed since."""

from curriculum.model import Programme, SignOff
from curriculum.writers._scheme_header import programme_fields
from curriculum.writers._shared_fields import VersionFields
from curriculum.writers._words import NONE, NOT_STATED, count, day

MOST_CHANGES = 12
"""Changes that one row of the log tells; the review pack tells them all."""
SIGNED = "Signed off"


def versions(programme: Programme) -> list[VersionFields]:
    """A row for each sign-off, the first one first, then this version."""
    signed = [_signed(held) for held in programme.signoffs]
    fields = programme_fields(programme)
    return [
        *signed,
        VersionFields(
            version=fields["version"],
            status=fields["status"],
            issued=fields["issued"],
            author=fields["author"],
            approver=fields["approver"],
            what=[_against(programme), *_since(programme)],
        ),
    ]


def _signed(held: SignOff) -> VersionFields:
    return VersionFields(
        version=held.version or NOT_STATED,
        status=SIGNED,
        issued=day(held.date),
        author=NONE,
        approver=", ".join(filter(None, (held.who, held.role))),
        what=[*([held.note] if held.note else []), *_told(held.changes)]
        or ["The programme as it was"],
    )


def _against(programme: Programme) -> str:
    labels = "; ".join(framework.label for framework in programme.frameworks)
    return f"This version, against {labels}" if labels else "This version"


def _since(programme: Programme) -> list[str]:
    """What changed since the last sign-off, the count first."""
    if not programme.signoffs:
        return ["No sign-off is recorded"]
    last = day(programme.signoffs[-1].date)
    if programme.changes is None:
        return [f"What changed since the sign-off of {last} cannot be told"]
    if not programme.changes:
        return [f"Unchanged since the sign-off of {last}"]
    said = count(len(programme.changes), "change")
    return [f"{said} since the sign-off of {last}", *_told(programme.changes)]


def _told(changes: tuple[str, ...]) -> list[str]:
    """The first changes; how many more there are."""
    more = len(changes) - MOST_CHANGES
    rest = [f"and {count(more, 'more change')}"] if more > 0 else []
    return [*changes[:MOST_CHANGES], *rest]
