"""The page of an occupational standard, cut into its sections."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from curriculum.model import KsbKind
from curriculum.readers._standard.headings import (
    FURNITURE,
    HEADINGS,
    KINDS,
    OTHER_HEADINGS,
    Section,
)
from curriculum.readers._standard.rows import Row, mended, rows_of
from curriculum.readers._text import SourceText
from curriculum.readers._wording import plain


@dataclass(slots=True)
class Part:
    """One section as it stands on the page."""

    section: Section
    heading: Row | None = None
    kind: KsbKind | None = None
    rows: list[Row] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading as printed."""
        return self.heading.bare if self.heading else ""


_LONGEST_HEADING = 90
_CAPITAL = re.compile(r"[\W_]*[A-Z]")
_BLURB = re.compile(r"T-?\s?Levels? (?:logo|focus on vocational)", re.IGNORECASE)
_TABLE_HEAD = re.compile(
    r"duty|ksbs?|duty\W+(?:.*\W)?ksbs?|(?:no\W+)?duty\W+knowledge\W.{0,40}",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"reference(?: number)?\s*(?::|(?:ST|FA|AU)\d{4}\b)", re.IGNORECASE
)
_DUTY = re.compile(r"duty\s*\d+\b", re.IGNORECASE)
_KSB = re.compile(r"(?:ESB|TK|TS|K|S|B)1\s*:\s*\S", re.IGNORECASE)
_KEYED = re.compile(r"(?:ESB|TK|TS|K|S|B)\d+\s*:\s*\S", re.IGNORECASE)
_ITEM = re.compile(r"(?:ESB|TK|TS|K|S|B|ST|FA|AU)\d+\b", re.IGNORECASE)
_TYPE = re.compile(r"qualification type\b", re.IGNORECASE)
_TITLES = re.compile(r"(typical job titles(?: include)?)[\s:]*(\S.*)", re.IGNORECASE)
_T_LEVEL = re.compile(r"T Levels? in [^.]{1,90}$", re.IGNORECASE)
_LICENCE = re.compile(
    r"(?:©\s*)?crown copyright|open government l"
    r"|all content is available under the open government l",
    re.IGNORECASE,
)
_BODY = (Section.DUTIES, Section.KSBS)
_FORMS = (
    (_REFERENCE, Section.KEY, {Section.PREAMBLE}),
    (_DUTY, Section.DUTIES, set(Section) - {*_BODY, Section.LICENCE}),
    (_KSB, Section.KSBS, set(Section) - {Section.KSBS, Section.LICENCE}),
    (_LICENCE, Section.LICENCE, set(Section) - {Section.LICENCE}),
    (_TYPE, Section.QUALIFICATION, set(Section) - {Section.QUALIFICATION}),
    (_DUTY, Section.DUTIES, {Section.LICENCE}),
    (_KEYED, Section.KSBS, {Section.LICENCE}),
)
_DRESSED = set(Section) - {Section.SUMMARY, *_BODY}


def parts_of(text: SourceText) -> list[Part]:
    """The page's sections in order; what stands before the first is the preamble."""
    parts = [Part(Section.PREAMBLE)]
    rows = [*mended(rows_of(text))]
    for row, following in zip_longest(rows, rows[1:]):
        _place(parts, row, following)
    return parts


def _place(parts: list[Part], row: Row, following: Row | None) -> None:
    current = parts[-1]
    if row.criteria and current.section is Section.DUTIES:
        current.rows.append(row)
        return
    said = plain(row.meant) if _may_be_heading(row) else ""
    if _is_furniture(current, row, said):
        return
    named = _named(said) or _qualification(current, row, following)
    if named and not _within_prose(current, named, following):
        named.heading = row
        parts.append(named)
        return
    formed = _formed(current.section, row)
    if formed:
        parts.append(formed)
    else:
        current.rows.append(row)


def _may_be_heading(row: Row) -> bool:
    """Headings are short, begin with a capital, and have no "Back to Duty"."""
    short = len(row.meant) < _LONGEST_HEADING and not row.closes
    return short and _CAPITAL.match(row.bare) is not None


def _is_furniture(current: Part, row: Row, said: str) -> bool:
    if current.section is Section.DUTIES and _TABLE_HEAD.fullmatch(row.bare):
        return not current.rows or said not in HEADINGS
    return current.section in _DRESSED and (
        said in FURNITURE or bool(_BLURB.match(row.meant))
    )


def _within_prose(current: Part, named: Part, following: Row | None) -> bool:
    """Whether "Skills" is a line of the summary, with no KSB below it."""
    keyed = following is not None and _ITEM.match(following.bare)
    return current.section is Section.SUMMARY and bool(named.kind) and not keyed


def _named(said: str) -> Part | None:
    """The section that a heading opens."""
    if said in KINDS:
        return Part(Section.KSBS, kind=KINDS[said])
    if said in HEADINGS:
        return Part(HEADINGS[said])
    if said in OTHER_HEADINGS:
        return Part(Section.OTHER)
    return Part(Section.DUTIES) if re.fullmatch(r"duty\W+ksbs?", said) else None


def _qualification(current: Part, row: Row, following: Row | None) -> Part | None:
    """A qualification's section: its title stands above "Qualification type"."""
    if row.closes or _ITEM.match(row.bare):
        return None
    typed = following and _TYPE.match(following.bare)
    titled = current.section is not Section.SUMMARY and _T_LEVEL.match(row.bare)
    return Part(Section.QUALIFICATION) if typed or titled else None


def _formed(section: Section, row: Row) -> Part | None:
    """The section that a line opens by its form, where its heading is missing."""
    titles = None if section is Section.JOB_TITLES else row.cut(_TITLES)
    if titles:
        return Part(Section.JOB_TITLES, heading=row, rows=[titles[1]])
    for form, opens, within in _FORMS:
        if section in within and form.match(row.bare):
            return Part(opens, rows=[row])
    return None


def rows_under(parts: list[Part], section: Section) -> list[Row]:
    """The rows of all parts of one section."""
    return [row for part in parts if part.section is section for row in part.rows]
