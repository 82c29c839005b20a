"""Made maps, and what a reading of one says, in the words of the tests."""

import re
from dataclasses import dataclass
from pathlib import Path

from curriculum.model import MapCluster, MapOccupation, OccupationalMap
from curriculum.readers import Read, read
from curriculum.sources import Erratum

HEADINGS = (
    "Technical Occupations\tHigher Technical Occupations\tProfessional Occupations"
)

LAND = f"""\
Occupational Map: Agriculture, Environmental & Animal Care

This map is split into 2 pathways: Land; and Animal Care.

Occupations in green: Standard approved for delivery
Occupations in blue: Standard withdrawn

Land\t{HEADINGS}
\tCluster: Crops <i>Grow crops.</i> Crop Technician (3): - Arable - Glass Shepherd (2)\
\t\tCluster: Estates <i>Run estates.</i> Estate Manager (degree) (6)
\t\tCluster: Soils <i>Mend soils.</i> Soil Adviser (4)\t

Animal Care\t{HEADINGS}
\tCluster: Kennels <i>Look after dogs.</i> Dog Groomer (2) Kennel Hand (2)\t\t

Pathway\tOccupation\tDescription
Land\tCrop Technicians (3)\tGrows crops.
Land\tShepherd (2)\tKeeps sheep.
Land\tEstate Manager Degree (6)\tRuns an estate.
Land\tSoil Adviser (4)\tMends soils.
Animal Care\tDog Groomer (2)\tGrooms dogs.
Animal Care\tKennel Hand (2)\tFeeds dogs.
"""


@dataclass(frozen=True)
class Said:
    """What one made map yielded, in the words of the tests."""

    read: Read

    @property
    def map(self) -> OccupationalMap:
        (record,) = self.read.records
        assert isinstance(record, OccupationalMap)
        return record

    @property
    def clusters(self) -> list[MapCluster]:
        return [c for p in self.map.pathways for c in p.clusters]

    @property
    def occupations(self) -> list[MapOccupation]:
        return [o for c in self.clusters for o in c.occupations]

    @property
    def entries(self) -> list[str]:
        return [entry(occupation) for occupation in self.occupations]

    def lines(self, *codes: str) -> list[str]:
        """The findings of these codes as printed, less the name of the file."""
        found = [f for f in self.read.findings if f.code in codes]
        return [str(f).partition(":")[2] for f in found]

    @property
    def codes(self) -> set[str]:
        return {f.code for f in self.read.findings}


def entry(occupation: MapOccupation) -> str:
    """An entry as one writes it down: "Crop Technician 3: Arable, Glass"."""
    titles = " / ".join((occupation.title, *occupation.other_titles))
    level = f" {occupation.level}" if occupation.level else ""
    options = f": {', '.join(occupation.options)}" if occupation.options else ""
    return titles + level + options


def findings(block: str) -> list[str]:
    """Findings as printed; a line of the block goes on where no place begins it."""
    return re.split(r" (?=\d+: SRC)", " ".join(block.split()))


class Reading:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "map.txt"

    def __call__(self, text: str, *errata: Erratum) -> Said:
        self.path.write_bytes(text.encode())
        return Said(read(self.path, reader="occupational_map", errata=errata))

    def cell(self, text: str, described: str = "", *errata: Erratum) -> Said:
        """A map with one cell, and the titles that its second table describes."""
        rows = "".join(
            f"P\t{title.strip()}\tDoes it.\n" for title in described.split(",") if title
        )
        table = f"Pathway\tOccupation\tDescription\n{rows}" if rows else ""
        return self(
            "Occupational Map: Made\n"
            "P\tTechnical Occupations\n"
            f"\tCluster: C <i>Does things.</i> {text}\n{table}",
            *errata,
        )


def misprint(printed: str, meant: str) -> Erratum:
    return Erratum(
        reader="occupational_map",
        document="made",
        line=1,
        printed=printed,
        meant=meant,
        reason="the page runs on",
    )
