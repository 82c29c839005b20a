"""The pathway of an occupation as a picture: the one that documents show."""

from curriculum.findings import SourceError
from curriculum.illustrations import career_maps
from curriculum.occupation.finding import Charts, find
from curriculum.occupation.records import OccupationReport


def picture_of(report: OccupationReport, charts: Charts) -> str:
    """The first place of an occupation as SVG; nothing where it has no cluster."""
    level = f" ({report.level})" if report.level else ""
    found = find(f"{report.title}{level}", charts)
    at = found.positions[0] if found and found.positions else None
    return next((picture.svg for picture in career_maps(at, "Stands here")), "")


def drawn(report: OccupationReport, charts: Charts) -> str:
    """The picture; raises SourceError where there is nothing to draw."""
    picture = picture_of(report, charts)
    if not picture:
        raise SourceError(f"{report.title}: stands in no cluster of a map to be drawn")
    return picture
