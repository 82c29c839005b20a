"""One occupation seen from all that is published: map, standard, labour market.

``find`` says which occupation a name means and where it stands; ``report`` puts
beside it its standard in the library and what the profile of its field says.
"""

from curriculum.occupation.finding import Charts, find
from curriculum.occupation.records import OccupationReport
from curriculum.occupation.reporting import report

__all__ = ["Charts", "OccupationReport", "find", "report"]
