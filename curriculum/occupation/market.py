"""American occupations near to an occupation of a map: confirmed, or proposed.

Only what a person has confirmed is a fact.  A proposal rests on shared words,
weighed by how special they are among the titles of the profile, and shows them.
"""

from collections.abc import Iterator, Sequence

from curriculum.model import CareerCluster
from curriculum.occupation.likeness import (
    alike,
    same_title,
    shared,
    weighed,
    weights,
    within,
)
from curriculum.occupation.records import Certainty, Market, MarketFound
from curriculum.occupation_links import FieldLink, Links, confirmed_rows

LEAST = 0.3
"""House rule: less shared wording than this proposes nothing."""
_TEXT_COUNTS = 0.6
"""A title that stands in the description is worth less than one in the title."""
_MOST = 3


def market_of(
    titles: Sequence[str],
    description: str,
    maps: Sequence[str],
    profile: CareerCluster,
    links: Links,
) -> Market | None:
    """What a profile says of an occupation; None if it is of another field."""
    field = _field(maps, profile, links)
    confirmed = tuple(_confirmed(titles, profile, links))
    proposed = tuple(_proposed(titles, description, profile, confirmed))
    if field is None and not confirmed and not proposed:
        return None
    return Market(
        profile=profile.title,
        link=Certainty.CONFIRMED if field else Certainty.PROPOSED,
        why=_why_field(field),
        source=profile.market_source,
        caveats=profile.market_caveats,
        confirmed=confirmed,
        proposed=proposed,
        emerging=tuple(entry.wording for entry in profile.emerging_occupations),
    )


def _field(
    maps: Sequence[str], profile: CareerCluster, links: Links
) -> FieldLink | None:
    for link in links.fields:
        if same_title(link.profile, profile.title) and any(
            same_title(link.map, title) for title in maps
        ):
            return link
    return None


def _why_field(link: FieldLink | None) -> str:
    if link is None:
        return "nobody has confirmed that the profile is of the same field"
    return f"confirmed by {link.who} on {link.date}: {link.reason}"


def _confirmed(
    titles: Sequence[str], profile: CareerCluster, links: Links
) -> Iterator[MarketFound]:
    for link, row in confirmed_rows(titles, profile, links):
        yield MarketFound(
            certainty=Certainty.CONFIRMED,
            score=1.0,
            why=link.reason,
            who=link.who,
            confirmed_on=link.date,
            figures=row,
        )


def _proposed(
    titles: Sequence[str],
    description: str,
    profile: CareerCluster,
    confirmed: Sequence[MarketFound],
) -> Iterator[MarketFound]:
    special = weights([row.title for row in profile.occupations])
    told = {found.figures.title for found in confirmed}
    scored = []
    for row in profile.occupations:
        by_title = max((weighed(t, row.title, special) for t in titles), default=0.0)
        by_text = _TEXT_COUNTS * within(row.title, description, special)
        score = max(by_title, by_text)
        near = max((alike(t, row.title) for t in titles), default=0.0)
        if score >= LEAST and row.title not in told:
            scored.append((score, near, row))
    scored.sort(key=lambda each: (-each[0], -each[1], each[2].title))
    for score, _, row in scored[:_MOST]:
        words = ", ".join(shared(row.title, *titles, description))
        yield MarketFound(
            certainty=Certainty.PROPOSED,
            score=round(score, 2),
            why=f"shared words: {words}",
            figures=row,
        )
