"""Occupational standards as pasted from the publisher's web page."""

import re
from collections.abc import Iterator

from curriculum.findings import Finding
from curriculum.model import Standard
from curriculum.readers._standard.consistency import links, product_of, sections_missing
from curriculum.readers._standard.duties import duties, options
from curriculum.readers._standard.headings import HEADINGS, KINDS, Section
from curriculum.readers._standard.job_titles import job_titles
from curriculum.readers._standard.key_information import key_information, title_of
from curriculum.readers._standard.ksbs import ksbs
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part, parts_of, rows_under
from curriculum.readers._standard.qualifications import alignment
from curriculum.readers._standard.remainder import licence, other_sections
from curriculum.readers._standard.rows import WRAPPED
from curriculum.readers._text import SourceText
from curriculum.readers._wording import bare, plain, unmarked
from curriculum.vocabulary import Vocabulary

TITLE = "occupational standard, as its publisher's page prints it"

FINDINGS = {
    "SRC101": "The reference of the standard is missing or is none.",
    "SRC102": "A title is not on the page, or what is read as it may be none.",
    "SRC103": "A section that a standard has is missing or empty.",
    "SRC104": "A level, a date, or a yes or no cannot be read.",
    "SRC105": "The key information leaves out a value.",
    "SRC106": "One label has two values.",
    "SRC107": "The page gives two titles.",
    "SRC110": "A line within a section is not understood, and is not read.",
    "SRC111": "The page has lines of which the record keeps nothing.",
    "SRC115": "Job titles that run together were split at their capitals.",
    "SRC116": "Job titles run together and cannot be told apart.",
    "SRC120": "A duty is labelled twice.",
    "SRC121": "The numbers of the duties have a gap.",
    "SRC122": "Two duties have the same number.",
    "SRC123": "A duty names no KSB.",
    "SRC124": "A duty names a KSB that the standard does not have.",
    "SRC125": "A duty names a KSB twice.",
    "SRC126": "Something among the KSBs of a duty is not the key of one.",
    "SRC127": "A duty has no text.",
    "SRC128": "A heading sets off core or optional parts, which are read alike.",
    "SRC129": "The end of a duty's text was read as the key of a KSB.",
    "SRC130": "A key is written otherwise than keys are.",
    "SRC131": "Two KSBs have the same key.",
    "SRC132": "The numbers of the KSBs have a gap.",
    "SRC133": "No duty names a KSB.",
    "SRC134": "A KSB stands under the heading of another kind.",
    "SRC135": "A statement has no key.",
    "SRC136": "A KSB has no text, or no number that can be one.",
    "SRC138": "The page has no KSB that can be read.",
    "SRC139": "A KSB goes on behind a blank line.",
    "SRC140": "Two words seem to be run together.",
    "SRC141": "Spacing or punctuation seems to be misprinted.",
    "SRC145": "A qualification is aligned that is not a T Level.",
}

_SIGNS = (
    (re.compile(r"(?:ESB|TK|TS|K|S|B)\d+\s?[:.)\s]\s*\S", re.IGNORECASE), 3, 0.35),
    (re.compile(r"duty \d+\b", re.IGNORECASE), 1, 0.25),
    (re.compile(r"reference(?: number)?\W+(?:ST|FA|AU)\d{4}", re.IGNORECASE), 1, 0.25),
    (re.compile(r".*\bback to duty$", re.IGNORECASE), 3, 0.1),
)


def recognises(text: SourceText) -> float:
    """How much of the form the text has: labels, headings, duties, keyed statements."""
    lines = [bare(unmarked(line.meant).strip("| \t\f")) for line in text.lines]
    lines = [line for line in lines if line]
    sure = 0.0
    for sign, wanted, weight in _SIGNS:
        seen = sum(1 for line in lines if sign.match(line))
        sure += weight * min(1, seen / wanted)
    said = {plain(line) for line in lines if len(line) < 60}  # noqa: PLR2004 (headings are short)
    sure += 0.1 * (len(said & KINDS.keys()) >= 2)  # noqa: PLR2004 (one may be chance)
    sure += 0.1 * min(2, len(said & HEADINGS.keys()))
    return min(1.0, sure)


def read(text: SourceText) -> Iterator[Standard | Finding]:
    """The standard, then what is odd about its page, in the order of the lines."""
    notes, parts = Notes(text), parts_of(text)
    standard = _standard(parts, notes)
    sections_missing(parts, standard, notes)
    other_sections(parts, notes)
    yield standard
    yield from notes.found.in_order()


def _standard(parts: list[Part], notes: Notes) -> Standard:
    words = Vocabulary(line.meant for line in notes.text.lines)
    head, aligned = key_information(parts, notes), alignment(parts, notes)
    duty_lines = duties(parts, words, notes)
    named = options(duty_lines, notes)
    statements = ksbs(parts, words, notes, (option.title for option in named))
    links(duty_lines, statements, notes)
    return Standard(
        reference=head.reference,
        title=title_of(parts, aligned.entries, head.reference, notes),
        product=product_of(statements, head.reference),
        version=head.version,
        status=head.status,
        level=head.level,
        typical_duration_months=head.months,
        route=head.route,
        options=named,
        date_updated=head.date_updated,
        regulated=head.regulated,
        summary=_summary(parts),
        typical_job_titles=job_titles(parts, head.reference, notes),
        duties=tuple(lines.record(notes) for lines in duty_lines),
        ksbs=statements,
        t_levels=aligned.t_levels,
        licence=licence(parts, notes),
        source=notes.at(head.row),
    )


def _summary(parts: list[Part]) -> tuple[str, ...]:
    """The paragraphs; a line that begins small goes on with a long one before it."""
    paragraphs: list[str] = []
    last = ""
    for row in rows_under(parts, Section.SUMMARY):
        wrapped = len(last) >= WRAPPED and not last.endswith((".", ":", ";"))
        if wrapped and not row.gap and row.meant[:1].islower():
            paragraphs[-1] += f" {row.meant}"
        else:
            paragraphs.append(row.meant)
        last = row.meant
    return tuple(paragraphs)
