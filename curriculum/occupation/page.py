"""The report of an occupation as one page that opens anywhere."""

from curriculum.occupation import text
from curriculum.occupation.records import OccupationReport
from curriculum.writers._pages import page


def as_page(report: OccupationReport, picture: str = "") -> bytes:
    """The page; ``picture`` is an SVG of the pathway, for which the lists stand too."""
    return page(
        "occupation.html",
        report=report,
        picture=picture,
        headline=text.headline(report),
        status=text.status(report),
        above=[[*map(text.cluster, place.above)] for place in report.places],
        beside=[[*map(text.cluster, place.beside)] for place in report.places],
        below=[[*map(text.cluster, place.below)] for place in report.places],
        companions=[
            [*map(text.neighbour, place.companions)] for place in report.places
        ],
        standards=[*map(text.standard, report.standards)],
        basis=text.basis,
        no_market=text.NO_MARKET,
        no_standard=text.NO_STANDARD,
    )
