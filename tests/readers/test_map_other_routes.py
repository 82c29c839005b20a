"""Maps of other routes, in the shapes in which their text comes.

The occupations are of published routes; descriptions are made up.  Whatever the
shape, the same map must come out of it.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum.readers import read
from maps import HEADINGS, Said, entry

LEGEND = """\
Occupations in green: Standard approved for delivery
Occupations in amber: Standard published
The number shown in brackets () is the level of the apprenticeship (if known)
"""

ENGINEERING = f"""\
Occupational Map: Engineering and Manufacturing

This map is split into 3 pathways: Engineering, Design & Control; Maintenance, \
Installation & Repair; and Manufacturing & Process.

{LEGEND}
Engineering, Design & Control\t{HEADINGS}
\tCluster: Engineering Design Technician <i>Prepare drawings and models, and test \
parts against them.</i> Engineering Design & Draughtsperson (3) Engineering Technician \
(3): - Aerospace Manufacturing Fitter - Machinist (Advanced Manufacturing Engineering) \
- Mechatronics Maintenance Technician Science Manufacturing Technician (3)\tCluster: \
Engineering Advanced Technician <i>Lead the design of parts and systems.</i> \
Propulsion Technician (4) Electrical Power Networks Engineer (4)\tCluster: Engineering \
Professional <i>Manage projects and people.</i> Aerospace Engineer (degree) (6) \
Control/Technical Support Engineer (degree) (6)

Maintenance, Installation & Repair\t{HEADINGS}
\tCluster: Maintenance Technician <i>Keep machines safe & running.</i> Gas Network \
Craftsperson (3) Motor Vehicle Service and Maintenance Technician (Light Vehicle) \
(3)\t\t
\tCluster: Rail Technician <i>Renew track and signals.</i> Rail Engineering Operative \
(2)\tCluster: Inspection <i>Find faults that others cannot see.</i> Nuclear Welding \
Inspection Technician (4)\t

Manufacturing & Process\t{HEADINGS}
\tCluster: Manufacturing Operative <i>Make things in number.</i> Furniture \
Manufacturer (2) Textile Manufacturing Operative (2): - Weaver - Spinner\tCluster: \
Brewing <i>Brew beer and cider.</i> Brewer (4)\t

Pathway\tOccupation\tDescription
Engineering, Design & Control\tEngineering Design & Draughtsperson (3)\tDraws parts.
Engineering, Design & Control\tEngineering Technician (3)\tMakes and fits parts.
Engineering, Design & Control\tScience Manufacturing Technician (3)\tRuns processes.
Engineering, Design & Control\tPropulsion Technician (4)\tTests engines.
Engineering, Design & Control\tElectrical Power Networks Engineer (4)\tKeeps power on.
Engineering, Design & Control\tAerospace Engineer (degree) (6)\tDesigns aircraft.
Engineering, Design & Control\tControl/Technical Support Engineer (degree) (6)\tHelps.
Maintenance, Installation & Repair\tGas Network Craftsperson (3)\tRepairs mains.
Maintenance, Installation & Repair\tMotor Vehicle Service and Maintenance Technician \
(Light Vehicle) (3)\tServices cars.
Maintenance, Installation & Repair\tRail Engineering Operative (2)\tMends track.
Maintenance, Installation & Repair\tNuclear Welding Inspection Technician (4)\tInspects.
Manufacturing & Process\tFurniture Manufacturer (2)\tMakes furniture.
Manufacturing & Process\tTextile Manufacturing Operative (2)\tMakes cloth.
Manufacturing & Process\tBrewer (4)\tBrews beer.
"""
HEALTH = f"""\
Occupational Map: Health and Science

{LEGEND}
Healthcare Science\t{HEADINGS}
\tCluster: Laboratory Technician <i>Test samples.</i> Healthcare Science Assistant \
(2) Laboratory Technician (3)\tCluster: Scientist <i>Plan tests.</i> Healthcare \
Science Associate (4) Anatomical Pathology Technician\tCluster: Registered \
<i>Answer for tests.</i> Biomedical Scientist (degree) (6)

Health\t{HEADINGS}
\tCluster: Care <i>Look after people.</i> Senior Healthcare Support Worker (3): - \
Adult Nursing Support - Maternity Support - Theatre Support\tCluster: Associates \
<i>Care under supervision.</i> Nursing Associate (NMC 2018) (5) Hearing Aid Dispenser \
(5)\t\
Cluster: Professionals <i>Lead care.</i> Registered Nurse (degree) (6) Physiotherapist \
(6)/Occupational Therapist (6)

Pathway\tOccupation\tDescription
Healthcare Science\tAnatomical Pathology Technician\tAssists at examinations.
Healthcare Science\tHealthcare Science Associate (4)\tRuns tests.
"""

TEXTS = {"engineering": ENGINEERING, "health": HEALTH}
Shape = Callable[[str], str]


def _turned(text: str) -> str:
    """The table of descriptions before the pathways."""
    first = text.index("\t" + HEADINGS.split("\t")[0])
    first = text.rindex("\n", 0, first) + 1
    second = text.index("Pathway\tOccupation")
    return f"{text[:first]}{text[second:]}\n{text[first:second]}"


def _broken(text: str) -> str:
    """Each occupation and option on a line of its own, in the cell."""
    return text.replace("</i> ", "</i>\n").replace(") ", ")\n").replace(" - ", "\n- ")


SHAPES: dict[str, Shape] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "no blank lines": lambda text: text.replace("\n\n", "\n"),
    "broken cells": _broken,
    "broken cells of Windows": lambda text: _broken(text).replace("\n", "\r\n"),
    "breaks of a page": lambda text: text.replace("</i> ", "</i><br>").replace(
        " - ", "<br/>- "
    ),
    "turned": _turned,
    "emphasis": lambda text: text.replace("<i>", "<em>").replace("</i>", "</em>"),
    "spaced": lambda text: text.replace("\t", " \t ").replace(" (", "  ("),
    "written out": lambda text: text.replace("Cluster:", "Occupational cluster:"),
}


def said(folder: Path, text: str) -> Said:
    path = folder / "map.txt"
    path.write_bytes(text.encode())
    return Said(read(path))


def facts(one: Said) -> list[tuple[str, list[tuple[str, str, str, list[str]]]]]:
    return [
        (
            pathway.title,
            [
                (c.tier.value, c.title, c.description, [*map(entry, c.occupations)])
                for c in pathway.clusters
            ],
        )
        for pathway in one.map.pathways
    ]


@pytest.mark.parametrize("route", TEXTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_text_is_the_same_map(
    tmp_path: Path, route: str, shape: str
) -> None:
    plain, shaped = said(tmp_path, TEXTS[route]), SHAPES[shape](TEXTS[route])
    other = said(tmp_path, shaped)
    assert facts(other) == facts(plain)
    described = [(d.occupation, d.level, d.description) for d in other.map.descriptions]
    assert described == [
        (d.occupation, d.level, d.description) for d in plain.map.descriptions
    ]
    assert not other.lines("SRC202", "SRC205", "SRC206", "SRC231")


def test_the_engineering_map_is_read_whole(tmp_path: Path) -> None:
    one = said(tmp_path, ENGINEERING)
    assert [(title, len(clusters)) for title, clusters in facts(one)] == [
        ("Engineering, Design & Control", 3),
        ("Maintenance, Installation & Repair", 3),
        ("Manufacturing & Process", 2),
    ]
    assert one.entries[:3] == [
        "Engineering Design & Draughtsperson 3",
        (
            "Engineering Technician 3: Aerospace Manufacturing Fitter, Machinist "
            "(Advanced Manufacturing Engineering), Mechatronics Maintenance Technician"
        ),
        "Science Manufacturing Technician 3",
    ]
    assert one.codes == {"SRC201"}


def test_two_titles_of_one_entry_and_brackets_within_titles(tmp_path: Path) -> None:
    entries = said(tmp_path, HEALTH).entries
    assert "Nursing Associate (NMC 2018) 5" in entries
    assert "Physiotherapist / Occupational Therapist 6" in entries


@pytest.mark.parametrize("route", TEXTS)
def test_without_italics_sentences_show_the_description_and_a_doubt_says_so(
    tmp_path: Path, route: str
) -> None:
    plain = said(tmp_path, TEXTS[route])
    bare = TEXTS[route].replace("<i>", "").replace("</i>", "")
    other = said(tmp_path, bare)
    assert facts(other) == facts(plain)
    assert len(other.lines("SRC236")) == len(other.clusters)


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        ("Occupational Map:", "This map", "SRC228"),
        ("Pathway\tOccupation", "", "SRC229"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_read(
    tmp_path: Path, begins: str, ends: str, code: str
) -> None:
    first = ENGINEERING.index(begins)
    last = ENGINEERING.index(ends, first + 1) if ends else len(ENGINEERING)
    cut = ENGINEERING[:first] + ENGINEERING[last:]
    other = said(tmp_path, cut)
    assert code in other.codes
    assert len(other.clusters) == len(said(tmp_path, ENGINEERING).clusters)


def test_a_name_right_above_its_table_is_no_occupation(tmp_path: Path) -> None:
    text = ENGINEERING.replace(
        f"\nMaintenance, Installation & Repair\t{HEADINGS}",
        f"Maintenance, Installation & Repair\n\t{HEADINGS}",
    )
    assert facts(said(tmp_path, text)) == facts(said(tmp_path, ENGINEERING))
