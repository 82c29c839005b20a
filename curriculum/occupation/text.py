"""The report of an occupation as lines of text."""

from collections.abc import Iterable, Iterator

from curriculum.model import MapStatus, MarketOccupation
from curriculum.occupation.records import (
    Cluster,
    Market,
    MarketFound,
    Neighbour,
    OccupationReport,
    Place,
    StandardFound,
)

NO_MARKET = "No profile at hand speaks of this field."
NO_STANDARD = "No standard of that title is at hand; curriculum standards add FILE"
STATUS_UNKNOWN = "not known: the map shows it by colour, which its text does not carry"


def lines(report: OccupationReport) -> Iterator[str]:
    """Place, neighbours, standard, labour market."""
    yield headline(report)
    if report.option:
        yield f"{report.option} is one of its options."
    if report.description:
        yield f"\n{report.description}"
    for place in report.places:
        yield from _place(place)
    if report.said_by_standard:
        yield f"\n{report.said_by_standard}"
    if report.places:
        yield f"\nStatus: {status(report)}"
    if report.options:
        yield from _list("Options", report.options)
    yield from _standards(report.standards)
    for market in report.markets:
        yield from _market(market)
    if not report.markets:
        yield f"\n{NO_MARKET}"


def headline(report: OccupationReport) -> str:
    """Its titles and its level."""
    titles = " / ".join((report.title, *report.other_titles))
    return f"{titles}, level {report.level}" if report.level else titles


def status(report: OccupationReport) -> str:
    """What the colour of the map says, or that it is not known."""
    known = report.status is not MapStatus.UNKNOWN
    return report.status.value if known else STATUS_UNKNOWN


def neighbour(occupation: Neighbour) -> str:
    """An occupation of the map as it is printed."""
    titles = " / ".join((occupation.title, *occupation.other_titles))
    return f"{titles} ({occupation.level})" if occupation.level else titles


def cluster(held: Cluster) -> str:
    """A cluster with its tier and its occupations."""
    inside = ", ".join(map(neighbour, held.occupations)) or "no occupation"
    return f"{held.title} ({held.tier.value}): {inside}"


def standard(found: StandardFound) -> str:
    """A standard, and how it was matched."""
    version = f" v{found.version}" if found.version else ""
    level = f", level {found.level}" if found.level else ""
    state = f", {found.status}" if found.status else ""
    return (
        f"{found.reference}{version} {found.title}{level}{state} "
        f"({found.held}; matched {found.how}, score {found.score:.2f}: {found.why})"
    )


def figures(row: MarketOccupation) -> str:
    """Openings and pay, as the profile prints them."""
    said = []
    if row.openings_per_year is not None:
        said.append(f"{row.openings_per_year:,} openings a year")
    if row.pay_median_usd_per_hour is not None:
        said.append(f"median pay US${row.pay_median_usd_per_hour:,.2f} an hour")
    if row.change is not None:
        said.append(f"projected change in jobs {row.change:+g}%")
    if row.entry_education:
        said.append(f"entry: {row.entry_education}")
    return ", ".join(said) or "no figures are printed"


def basis(found: MarketFound) -> str:
    """Who confirmed a link, or on what a proposal rests."""
    if found.who:
        return f"confirmed by {found.who} on {found.confirmed_on}: {found.why}"
    return f"proposed, score {found.score:.2f}; {found.why}"


def _place(place: Place) -> Iterator[str]:
    yield f"\n{place.sentence}"
    if not place.cluster:
        return
    yield from _list("Above", map(cluster, place.above), "no cluster")
    companions = ", ".join(map(neighbour, place.companions))
    yield from _list(
        "Beside",
        [
            f"in its own cluster: {companions or 'no other occupation'}",
            *map(cluster, place.beside),
        ],
    )
    yield from _list("Below", map(cluster, place.below), "no cluster")


def _standards(found: tuple[StandardFound, ...]) -> Iterator[str]:
    yield from _list("Standard", map(standard, found), NO_STANDARD)


def _market(market: Market) -> Iterator[str]:
    yield f"\nLabour market of the United States: {market.profile} ({market.why})"
    yield from _rows("Nearest, confirmed", market.confirmed)
    yield from _rows("Nearest, proposed only", market.proposed)
    if market.emerging:
        yield from _list("Emerging occupations of the field", market.emerging)
    if market.source:
        yield f"Source: {market.source}"
    yield from market.caveats


def _rows(heading: str, found: tuple[MarketFound, ...]) -> Iterator[str]:
    yield f"{heading} ({len(found)})"
    for row in found:
        yield f"  {row.figures.title}: {figures(row.figures)}"
        yield f"      {basis(row)}"


def _list(heading: str, texts: Iterable[str], none: str = "none") -> Iterator[str]:
    held = list(texts)
    yield f"\n{heading} ({len(held)})"
    yield from (f"  {text}" for text in held or [none])
