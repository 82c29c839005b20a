"""Career-cluster profiles: the text of an Advance CTE industry sector profile.

The sections are found by their printed headings, in any order.  What stands
before the first, about the publisher, and in the appendix is not read.
"""

import re
from functools import partial
from itertools import dropwhile, islice

from curriculum.findings import Severity
from curriculum.model import CareerCluster, Entry, MarketOccupation, MarketSkill
from curriculum.readers import Yield
from curriculum.readers._profile_lines import (
    AFTERWORDS,
    INTRODUCTIONS,
    Notes,
    Part,
    Row,
    Section,
    clean,
    divided,
    paragraphs,
    section_named,
    title_in,
)
from curriculum.readers._profile_lists import (
    as_entries,
    as_skills,
    entries,
    split_at_commas,
)
from curriculum.readers._profile_sub_clusters import sub_clusters
from curriculum.readers._profile_table import occupations
from curriculum.readers._text import SourceText

TITLE = "career-cluster profile (Advance CTE industry sector profile, as text)"

FINDINGS = {
    "SRC301": "The text has none of the sections of a career-cluster profile.",
    "SRC302": "A section of a career-cluster profile is missing.",
    "SRC303": "The heading of the overview does not name the cluster.",
    "SRC304": "A line has no place in its section and is not read.",
    "SRC305": "A section has its heading and nothing under it.",
    "SRC306": "A sub-cluster has no definition or no example programmes of study.",
    "SRC307": "Several titles may run together in one entry, which is kept as printed.",
    "SRC308": "A sentence or entry is broken over lines and is read as one.",
    "SRC309": "A wording looks misread: Al for AI, or a full stop for a comma.",
    "SRC310": "An entry stands twice in one list.",
    "SRC311": "A line without a bullet is read as an entry of a bulleted list.",
    "SRC312": "The labour-market table does not name its source.",
    "SRC321": "A row of the labour-market table stands before its headings.",
    "SRC322": "A column of the labour-market table is missing or not known.",
    "SRC323": "A column of the labour-market table is for another year than its field.",
    "SRC324": "A row of the labour-market table has too few or too many cells.",
    "SRC325": "A cell of the labour-market table is empty.",
    "SRC326": "A cell of the labour-market table cannot be read and is left empty.",
    "SRC327": "Two figures of one occupation contradict each other.",
    "SRC329": "The same entry education is printed in two ways.",
}

_TELLING = set(Section) - {Section.OVERVIEW, Section.ACKNOWLEDGEMENTS, Section.APPENDIX}
_CERTAIN = 4
_LINES_LOOKED_AT = 2000
_CLUSTER = re.compile(r"\bThe ([A-Z][\w&,\- ]{1,60}?) Career Cluster\b")
_SOURCE = re.compile(r"sources?\s*:\s*(.+)", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LAYOUT = re.compile(
    r"(?:The following table|Occupations are listed in|Data points for each)\b"
)
_RESERVATION = re.compile(
    r"national data|will not be updated|labou?r market information"
    r"|subject to change|living wage",
    re.IGNORECASE,
)


def recognises(text: SourceText) -> float:
    """How sure it is: four headings of a profile leave no doubt."""
    lines = islice(text.written(), _LINES_LOOKED_AT)
    named = {section_named(clean(line.meant)) for line in lines}
    return min(1.0, len(named & _TELLING) / _CERTAIN)


def read(text: SourceText) -> Yield:
    """Yield the career cluster, then what is odd in the order of its lines."""
    notes, parts = Notes(text), divided(text)
    if parts:
        _note_missing(parts, notes)
        yield _cluster(parts, notes)
    else:
        message = "holds none of the sections of a career-cluster profile"
        notes.say_of_all("SRC301", message, Severity.ERROR)
    yield from notes.in_order()


def _cluster(parts: dict[Section, Part], notes: Notes) -> CareerCluster:
    """The whole record; sentences beside a table or list are its caveats."""
    caveats = _introduction(parts, notes)
    table, source = _market(parts, notes, caveats)
    plain = partial(_entries, parts=parts, notes=notes, caveats=caveats)
    skills = partial(_skills, parts=parts, notes=notes, caveats=caveats)
    return CareerCluster(
        title=_title(parts, notes),
        definition=tuple(_prose(Section.OVERVIEW, parts, notes)),
        sub_clusters=sub_clusters(_rows(Section.SUB_CLUSTERS, parts), notes),
        occupations=table,
        market_source=source,
        credentials=plain(Section.CREDENTIALS),
        skills=skills(Section.SKILLS),
        software_skills=skills(Section.SOFTWARE_SKILLS),
        sample_occupations=plain(Section.SAMPLE_OCCUPATIONS),
        emerging_occupations=plain(Section.EMERGING_OCCUPATIONS),
        workplaces=plain(Section.WORKPLACES),
        market_caveats=tuple(caveats),
        acknowledgements=tuple(_prose(Section.ACKNOWLEDGEMENTS, parts, notes)),
        source=notes.text.at(next(iter(parts.values())).heading.line),
    )


def _note_missing(parts: dict[Section, Part], notes: Notes) -> None:
    for section in Section:
        if section in INTRODUCTIONS | AFTERWORDS:
            continue
        part = parts.get(section)
        if part is None:
            notes.say_of_all("SRC302", f"the section {section} is missing")
        elif not part.rows:
            message = f"nothing stands under {section}"
            notes.say("SRC305", part.heading, section, message)


def _rows(section: Section, parts: dict[Section, Part]) -> list[Row]:
    part = parts.get(section)
    return part.rows if part else []


def _prose(section: Section, parts: dict[Section, Part], notes: Notes) -> list[str]:
    return paragraphs(_rows(section, parts), section, notes)


def _title(parts: dict[Section, Part], notes: Notes) -> str:
    heading = parts.get(Section.OVERVIEW)
    title = title_in(heading.heading.meant) if heading else ""
    if title:
        return title
    for line in notes.text.lines:
        if match := _CLUSTER.search(line.meant):
            message = f"the cluster's title, {match[1]}, is taken from a sentence"
            notes.say_of_all("SRC303", message)
            return match[1]
    notes.say_of_all("SRC303", "nothing names the cluster", Severity.ERROR)
    return ""


def _introduction(parts: dict[Section, Part], notes: Notes) -> list[str]:
    """What introductions say of the figures; their advice to readers is left out."""
    for section in INTRODUCTIONS:
        for row in _rows(section, parts):
            if row.bulleted:
                notes.unplaced(row, section)
    rows = [row for row in _rows(Section.CONTEXT, parts) if not row.bulleted]
    found = paragraphs(rows, Section.CONTEXT, notes)
    return list(filter(None, map(_reservation, found)))


def _reservation(paragraph: str) -> str:
    """A paragraph from its first sentence that says how far the figures hold."""
    sentences = _SENTENCES.split(paragraph)
    return " ".join(dropwhile(lambda s: not _RESERVATION.search(s), sentences))


def _beyond_layout(paragraph: str) -> str:
    """A paragraph without the sentences that only say how the table is laid out."""
    sentences = _SENTENCES.split(paragraph)
    return " ".join(s for s in sentences if not _LAYOUT.match(s))


def _market(
    parts: dict[Section, Part], notes: Notes, caveats: list[str]
) -> tuple[tuple[MarketOccupation, ...], str]:
    """The table and its source; adds the caveats that stand beside it."""
    table, beside, sources = [], [], []
    for row in _rows(Section.OCCUPATIONS, parts):
        if len(row.cells) > 1:
            table.append(row)
        elif match := _SOURCE.fullmatch(row.meant):
            sources.append(match[1])
        else:
            beside.append(row)
    found = paragraphs(beside, Section.OCCUPATIONS, notes)
    caveats.extend(filter(None, map(_beyond_layout, found)))
    if table and not sources:
        message = "the labour-market table does not name its source"
        notes.say("SRC312", table[0], Section.OCCUPATIONS, message)
    return occupations(table, notes), " ".join(sources)


def _entries(
    section: Section, parts: dict[Section, Part], notes: Notes, caveats: list[str]
) -> tuple[Entry, ...]:
    found, remarks = entries(_rows(section, parts), section, notes)
    caveats.extend(remarks)
    return as_entries(found, section, notes)


def _skills(
    section: Section, parts: dict[Section, Part], notes: Notes, caveats: list[str]
) -> tuple[MarketSkill, ...]:
    wordings, remarks = entries(_rows(section, parts), section, notes)
    caveats.extend(remarks)
    if section is Section.SOFTWARE_SKILLS:
        return as_skills(split_at_commas(wordings, section, notes), section, notes)
    return as_skills(wordings, section, notes)
