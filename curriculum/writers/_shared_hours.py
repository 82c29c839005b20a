"""Planned hours by statement: a session's hours in equal parts to what it teaches."""

from collections import defaultdict

from curriculum.model import Programme, Session

ItemKey = tuple[str, str]
"""Framework and key of a statement."""


def shared_hours(programme: Programme) -> dict[ItemKey, float]:
    """Planned off-the-job hours of each statement that must be covered.

    The parts add up to the off-the-job hours of sessions that teach any.
    """
    hours: defaultdict[ItemKey, float] = defaultdict(float)
    for _, session in programme.sessions():
        for item, share in shares(programme, session).items():
            hours[item] += share
    return dict(hours)


def shares(programme: Programme, session: Session) -> dict[ItemKey, float]:
    """The part of a session's off-the-job hours that each of its statements has."""
    judged = {f.id: f for f in programme.frameworks if not f.policy.advisory}
    taught = dict.fromkeys(
        (link.framework, link.item)
        for link in session.teaches
        if link.framework in judged and judged[link.framework].item(link.item)
    )
    if not session.off_the_job:
        return {}
    return dict.fromkeys(taught, session.hours / max(len(taught), 1))
