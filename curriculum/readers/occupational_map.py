"""Occupational maps, as pasted from the publisher's web page.

Prose and a legend of colours, a table of clusters for each pathway, and a table
that describes the occupations.  Tabs part the cells.  Inside a cell occupations
run on; ``_map_entries`` says how they are told apart.  Both tables are kept as
printed, and findings name what they say differently.
"""

from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import (
    LegendEntry,
    OccupationalMap,
    OccupationDescription,
    Pathway,
)
from curriculum.readers import Yield
from curriculum.readers._map_compare import disagreements
from curriculum.readers._map_findings import doubt, lost, shown
from curriculum.readers._map_layout import DescriptionRow, Layout, layout_of, signs_of
from curriculum.readers._map_pathways import pathways
from curriculum.readers._map_prose import announced, cut
from curriculum.readers._map_spaces import with_tabs
from curriculum.readers._map_titles import key_of, titled
from curriculum.readers._text import SourceText

TITLE = "occupational map"

FINDINGS = {
    "SRC201": "The status of occupations is shown by colour, which is not in the text.",
    "SRC202": "A line is no known part of a map and is left out.",
    "SRC203": "A link of the page is left out.",
    "SRC204": "The text has no table of clusters.",
    "SRC205": "A column has no tier as its heading, so its clusters are left out.",
    "SRC206": "A table has no headings and is read with those of the one before it.",
    "SRC207": "A cluster has no description.",
    "SRC208": "Nothing says where the title of a cluster ends.",
    "SRC209": "Occupations stand in no cluster.",
    "SRC210": "An entry may be several occupations that run on, and is read as one.",
    "SRC211": "An option runs into the next occupation; both are read as one.",
    "SRC212": "An option may hold the next occupation and is read as one option.",
    "SRC213": "The titles of one entry have different levels.",
    "SRC214": "A level has no title and is left out.",
    "SRC215": "The description of a cluster has no end.",
    "SRC216": "The level of an occupation is not one of its tier.",
    "SRC217": "A description is cut at its head.",
    "SRC218": "A description is cut at its tail.",
    "SRC219": "An occupation of the pathways has no description.",
    "SRC220": "An occupation that is described is in no pathway.",
    "SRC221": "The two tables give an occupation different levels.",
    "SRC222": "The two tables write a title differently.",
    "SRC223": "The two tables place an occupation in different pathways.",
    "SRC224": "The table of descriptions names a pathway that the map does not have.",
    "SRC225": "An occupation stands in the pathways twice.",
    "SRC226": "An occupation is described twice.",
    "SRC227": "Two occupations have the same description.",
    "SRC228": "The map has no title.",
    "SRC229": "The map has no table of descriptions.",
    "SRC230": "A table of clusters has no name.",
    "SRC231": "A pathway has no clusters.",
    "SRC232": "A row of the table of descriptions has an empty cell.",
    "SRC233": "The introduction announces other pathways than the map has.",
    "SRC234": "A heading is none of the headings of a map's tables.",
    "SRC235": "A cell of the table of descriptions stands under no known heading.",
    "SRC236": "Nothing but sentences sets off the description of a cluster.",
    "SRC237": "Spaces stand where tabs stood, and the cells are worked out.",
}
"""The findings of this reader, each with its meaning."""


def recognises(text: SourceText) -> float:
    """How sure it is that a text is a map."""
    return signs_of(text)


def read(text: SourceText) -> Yield:
    """The map, and what a person should know of how it was read."""
    text, spaced = with_tabs(text)
    yield from spaced
    layout = layout_of(text)
    found: list[Pathway] = []
    for thing in pathways(layout, text):
        if isinstance(thing, Pathway):
            found.append(thing)
        else:
            yield thing
    if not found and not layout.descriptions:
        message = "the text has no table of a map, and nothing is read from it"
        yield lost("SRC204", text.file, message, text.at(1))
        return
    record = _record(layout, tuple(found), text)
    yield record
    yield from _unknown_status(record)
    yield from _unannounced(record)
    yield from _imperfect(record)
    yield from disagreements(record)
    yield from _missing(layout, text)
    yield from _left_out(layout, text)


def _record(
    layout: Layout, found: tuple[Pathway, ...], text: SourceText
) -> OccupationalMap:
    return OccupationalMap(
        title=layout.title.text if layout.title else "",
        introduction=tuple(row.text for row in layout.introduction),
        legend=tuple(
            LegendEntry(colour=colour, meaning=meaning, source=text.at(row.line))
            for row, colour, meaning in layout.legend
        ),
        pathways=found,
        descriptions=tuple(_description(row, text) for row in layout.descriptions),
        source=text.at(layout.title.line if layout.title else 1),
    )


def _description(row: DescriptionRow, text: SourceText) -> OccupationDescription:
    occupation = titled(row.occupation)
    return OccupationDescription(
        pathway=row.pathway,
        occupation=occupation.title,
        level=occupation.level,
        description=row.description,
        source=text.at(row.line),
    )


def _unknown_status(record: OccupationalMap) -> Iterator[Finding]:
    count = sum(len(c.occupations) for p in record.pathways for c in p.clusters)
    if count:
        yield doubt(
            "SRC201",
            record.key,
            f"the status of all {count} occupations is unknown: the page shows it by "
            "colour, and the text has no colours",
            record.legend[0].source if record.legend else record.source,
        )


def _unannounced(record: OccupationalMap) -> Iterator[Finding]:
    """What the introduction says of the pathways, against the pathways."""
    said = announced(" ".join(record.introduction))
    if not said or not record.pathways:
        return
    number, titles = said
    if number != len(record.pathways):
        message = f"the introduction announces {number} pathways and the map has "
        message += str(len(record.pathways))
        yield doubt("SRC233", record.key, message, record.source)
    known = {key_of(pathway.title) for pathway in record.pathways}
    for title in titles:
        if key_of(title) not in known:
            message = (
                f"the introduction announces {title}, which is no pathway of the map"
            )
            yield doubt("SRC233", title, message, record.source)


def _imperfect(record: OccupationalMap) -> Iterator[Finding]:
    """Rows of the table of descriptions that lack something."""
    for row in record.descriptions:
        held = {
            "pathway": row.pathway,
            "occupation": row.occupation,
            "description": row.description,
        }
        if missing := " and no ".join(name for name, text in held.items() if not text):
            whose = row.occupation or row.pathway
            message = f"the row{f' of {whose}' if whose else ''} has no {missing}"
            yield doubt("SRC232", row.occupation, message, row.source)
        yield from cut(row.occupation, row.occupation, row.description, row.source)


def _missing(layout: Layout, text: SourceText) -> Iterator[Finding]:
    first = text.at(1)
    if not layout.title:
        yield doubt("SRC228", text.file, "the map has no title", first)
    if not layout.tables:
        yield lost("SRC204", text.file, "the map has no table of clusters", first)
    if not layout.descriptions:
        yield doubt(
            "SRC229",
            text.file,
            "the map has no table of descriptions, so occupations that run on cannot "
            "be told apart by their titles",
            first,
        )


def _left_out(layout: Layout, text: SourceText) -> Iterator[Finding]:
    for row, link in layout.links:
        yield doubt(
            "SRC203", text.file, f"the link {link} is left out", text.at(row.line)
        )
    for row, heading in layout.headings:
        message = f"{shown(heading)} is no heading of a map's tables"
        yield doubt("SRC234", text.file, message, text.at(row.line))
    for row, cell in layout.extra:
        message = f"{shown(cell)} stands under no known heading and is left out"
        yield lost("SRC235", text.file, message, text.at(row.line))
    for row in layout.unknown:
        message = (
            f"this line is no known part of a map and is left out: {shown(row.text)}"
        )
        yield lost("SRC202", text.file, message, text.at(row.line))
