"""By what a programme was judged, as every document says."""

from curriculum.reviewed import Review
from curriculum.writers._words import count, day

_AUTHORITY = "; authority: "


def statements(review: Review) -> list[str]:
    """The policy of each framework with date and authority, and the routes checked."""
    return [f"{said}." for said in review.statements] or [_nothing()]


def in_brief(review: Review) -> str:
    """The same in a sentence, for documents that have no room."""
    said = [text.partition(_AUTHORITY)[0] for text in review.statements]
    if review.routes.modules and said:
        said[-1] = said[-1][:1].lower() + said[-1][1:]
    return f"{'; '.join(said)}." if said else _nothing()


def by_policy(review: Review) -> str:
    """The same in a few words, for a document of one page."""
    policies = {f.policy.name: f.policy.dated for f in review.programme.frameworks}
    if not policies:
        return "judged by nothing, for no framework is named"
    named = ", ".join(f"{name} of {day(at)}" for name, at in policies.items())
    ways = f", for {count(review.routes.count, 'choice')} of modules"
    return f"judged by policy {named}{ways if review.routes.modules else ''}"


def _nothing() -> str:
    return "No framework is named, so nothing was judged."
