"""The lines of a career-cluster profile: cleaned, and divided into its sections.

White space, Markdown, bullets and page furniture (page numbers, running heads,
captions) are taken off; the words stay as printed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef
from curriculum.readers._text import Line, SourceText

GOES_ON = "↵"
"""In an erratum: what stands on this line goes on in the next."""


class Section(StrEnum):
    """The sections of a profile, by their printed headings."""

    OVERVIEW = "Overview"
    SUB_CLUSTERS = "Sub-Clusters, Definitions, & Example Programs of Study"
    CONTEXT = "Occupations, Employment Contexts, Credentials, & Skills"
    OCCUPATIONS = "Top Occupations"
    CREDENTIALS = "Top Industry-Recognized Credentials"
    SKILLS = "High-Demand Skills"
    SOFTWARE_SKILLS = "High-Demand Software Skills"
    TABLES = "Sample Occupations & Emerging Occupations"
    SAMPLE_OCCUPATIONS = "Sample Occupations"
    EMERGING_OCCUPATIONS = "Emerging Occupations"
    WORKPLACES = "Sample Places of Work"
    ACKNOWLEDGEMENTS = "Acknowledgements"
    ABOUT = "About Advance CTE"
    APPENDIX = "Appendix"


INTRODUCTIONS = {Section.CONTEXT, Section.TABLES}
"""Sections that may be missing: they only lead to those that follow."""

AFTERWORDS = {Section.ABOUT, Section.APPENDIX}
"""Sections about the publisher and the history of the framework: not read."""

_BULLETS = re.compile(
    r"^(?:(?:[-\u2013—•·●▪■◦○‣\u2043*+➢✓►»\uf0b7\uf0a7]|\d{1,2}[.)])(?:\s+|$))+"
)
_FOOTNOTE_MARK = re.compile(r"^[*†‡](?=\w)")
_HASHES = re.compile(r"^#{1,6}\s+")
_EMPHASIS = re.compile(r"\*\*|(?<!\w)__|__(?!\w)")
_ITALICS = re.compile(r"(?<!\w)\*(?=\S)([^*]+)(?<=\S)\*(?!\w)")
_ESCAPED = re.compile(r"\\([^\w\s])")
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_INVISIBLE = dict.fromkeys(map(ord, _UNSEEN))
_MARKED = re.compile(rf"[*_\\{_UNSEEN}]")
_FURNITURE = re.compile(
    r"(?:page\s*)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?"  # page numbers
    r"|[\W_]+"  # rules
    r"|(?:figure|table)\s+\d+\b.{0,80}(?<![.])"  # captions
    r"|(?:https?://|www\.)\S+"
    r"|(?:©|copyright\b).*"
    r"|(?:.{0,60}\W)?industry sector profiles?(?:\W.{0,60})?(?<![.])"
    r"|(?:the )?[^.:]{1,60} career cluster",
    re.IGNORECASE,
)
_OVERVIEW = re.compile(
    r"overview\s*[:\u2013—-]\s*(.{1,80}?)(?:\s+career cluster)?", re.IGNORECASE
)
_APPENDIX = re.compile(r"appendix\b.{0,80}(?<![.])", re.IGNORECASE)
_LONGEST_HEADING = 120
_SENTENCE_END = re.compile(r"[.!?:;][\"'”\u2019)\]]*$")
_LONGEST_END = 8
_FEWEST_WORDS = 4
_FEWEST_PROSE_WORDS = 6
_SMALL_WORDS = 0.4
_FEWEST_CELLS = 3
_FEWEST_SPACED_CELLS = 5
"""Prose has gaps too, after its full stops, but not so many in one line."""
_GAP = re.compile(r"\s{2,}")
_EXCERPT = 60


@dataclass(frozen=True)
class Row:
    """One written line, cleaned: as printed, and as errata say it is meant."""

    line: Line
    printed: str
    meant: str
    bulleted: bool
    apart: bool
    """A blank line stands before it."""
    goes_on: bool

    @cached_property
    def cells(self) -> list[str]:
        """The cells of a table row; a single cell where it is none."""
        raw = self.line.meant
        if "\t" in raw:
            parts = raw.split("\t")
        elif len(spaced := _GAP.split(raw.strip())) >= _FEWEST_SPACED_CELLS:
            parts = spaced
        else:
            parts = raw.strip().removeprefix("|").removesuffix("|").split("|")
        cells = [plain(part) for part in parts]
        return cells if len(cells) >= _FEWEST_CELLS else [self.meant]


@dataclass(slots=True)
class Part:
    """A section as it lies in the text: its heading and the lines under it."""

    heading: Row
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Notes:
    """The findings of one reading."""

    text: SourceText
    found: list[Finding] = field(default_factory=list)

    def say(self, code: str, row: Row, subject: str, message: str) -> None:
        """Note an oddity at a line."""
        self._add(code, Severity.WARNING, subject, message, self.text.at(row.line))

    def say_of_all(
        self, code: str, message: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Note an oddity of the document as a whole."""
        file = self.text.file
        self._add(code, severity, file, message, SourceRef(file=file))

    def unplaced(self, row: Row, section: Section) -> None:
        """Note a line that has no place in its section."""
        message = (
            f"“{shortened(row.meant)}” has no place under {section} and is not read"
        )
        self.say("SRC304", row, section, message)

    def in_order(self) -> list[Finding]:
        """The findings in order of line."""
        return sorted(self.found, key=lambda finding: int(finding.source.place or 0))

    def _add(
        self,
        code: str,
        severity: Severity,
        subject: str,
        message: str,
        source: SourceRef,
    ) -> None:
        self.found.append(
            Finding(
                code=code,
                severity=severity,
                subject=subject,
                message=message,
                source=source,
            )
        )


def divided(text: SourceText) -> dict[Section, Part]:
    """The lines by section; what stands before the first heading is left out."""
    parts: dict[Section, Part] = {}
    current: Part | None = None
    for row in _rows(text):
        section = section_of(row)
        if section is not None:
            current = parts.setdefault(section, Part(row))
        elif current is not None and not _furniture(row):
            current.rows.append(row)
    return parts


def section_of(row: Row) -> Section | None:
    """The section that a line is the heading of."""
    return None if row.bulleted else section_named(row.meant)


def section_named(heading: str) -> Section | None:
    """The section of that heading, however it is set."""
    if len(heading) > _LONGEST_HEADING:
        return None
    if _OVERVIEW.fullmatch(heading):
        return Section.OVERVIEW
    if _APPENDIX.fullmatch(heading):
        return Section.APPENDIX
    return _HEADINGS.get(normal(heading))


def title_in(heading: str) -> str:
    """The cluster's title in the heading of its overview."""
    match = _OVERVIEW.fullmatch(heading)
    return match[1] if match else ""


def clean(raw: str) -> str:
    """A line without Markdown, bullets and needless white space."""
    bare = _HASHES.sub("", " ".join(raw.replace(GOES_ON, " ").split()))
    return _FOOTNOTE_MARK.sub("", plain(_BULLETS.sub("", bare, count=1)))


def plain(raw: str) -> str:
    """A piece of text without Markdown and needless white space."""
    if _MARKED.search(raw):
        raw = _ITALICS.sub(r"\1", _EMPHASIS.sub("", raw.translate(_INVISIBLE)))
        raw = _ESCAPED.sub(r"\1", raw)
    return " ".join(raw.split())


def normal(heading: str) -> str:
    """A heading without case, punctuation and "(continued)"."""
    words = re.sub(r"[^a-z0-9]+", " ", heading.casefold().replace("&", " and "))
    return words.strip().removesuffix(" continued").replace("programme", "program")


def is_prose(text: str) -> bool:
    """Whether it reads as a sentence rather than as a title."""
    words = text.split()
    if len(words) >= _FEWEST_WORDS and ended(text):
        return True
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_PROSE_WORDS and small >= _SMALL_WORDS * len(words)


def ended(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-_LONGEST_END:]))


def paragraphs(rows: list[Row], section: Section, notes: Notes) -> list[str]:
    """Prose as paragraphs; one that is broken by a blank line is made whole."""
    found: list[str] = []
    for row in rows:
        if found and not row.bulleted and not ended(found[-1]):
            found[-1] += f" {row.meant}"
            if row.apart:
                broken(row, row.meant, section, notes)
        elif row.bulleted or is_prose(row.meant):
            found.append(row.meant)
        else:
            notes.unplaced(row, section)
    return found


def broken(row: Row, wording: str, section: Section, notes: Notes) -> None:
    """Note that a line was read together with the one above it."""
    message = f"“{shortened(wording)}” goes on from the line above and is read with it"
    notes.say("SRC308", row, section, message)


def shortened(wording: str) -> str:
    """Its beginning, for a message."""
    return wording if len(wording) <= _EXCERPT else f"{wording[:_EXCERPT].rstrip()}…"


def _rows(text: SourceText) -> Iterator[Row]:
    apart = True
    for line in text.lines:
        if not line.printed.strip():
            apart = True
            continue
        printed = clean(line.printed)
        same = line.meant == line.printed
        yield Row(
            line=line,
            printed=printed,
            meant=printed if same else clean(line.meant),
            bulleted=bool(_BULLETS.match(line.printed.strip())),
            apart=apart,
            goes_on=line.meant.rstrip().endswith(GOES_ON),
        )
        apart = False


def _furniture(row: Row) -> bool:
    if not row.meant:
        return True
    return not row.bulleted and bool(_FURNITURE.fullmatch(row.meant))


_HEADINGS = {normal(section): section for section in Section} | {
    "acknowledgments": Section.ACKNOWLEDGEMENTS,
    "top industry recognised credentials": Section.CREDENTIALS,
    "industry recognized credentials": Section.CREDENTIALS,
    "top credentials": Section.CREDENTIALS,
    "places of work": Section.WORKPLACES,
    "software skills": Section.SOFTWARE_SKILLS,
}
