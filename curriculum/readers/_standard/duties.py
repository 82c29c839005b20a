"""Occupation duties, each with the KSBs that it rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from curriculum.model import Duty, StandardOption
from curriculum.readers._standard.codes import codes_in, in_words, tail_of
from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.options import OptionHeading, option_heading
from curriculum.readers._standard.page import Part
from curriculum.readers._standard.rows import Row
from curriculum.readers._standard.statements import Statement, numbers_missing, oddities
from curriculum.readers._wording import DASHES, joined
from curriculum.vocabulary import Vocabulary

_DUTY = re.compile(
    rf"(?:duty\s*(\d+)\b|D(\d+)(?=\s*[:.)]))[\s:.){DASHES}]*(.*)",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"D\s?(\d+)\s*[:.){DASHES}]\s*(.*)", re.IGNORECASE)


@dataclass(slots=True)
class DutyLines(Statement):
    """A duty, with the row in which each of its KSBs is named."""

    codes: dict[str, Row] = field(default_factory=dict)
    criteria: list[Row] = field(default_factory=list)
    under: OptionHeading | None = None

    def record(self, notes: Notes) -> Duty:
        """The duty as a record."""
        return Duty(
            key=self.key,
            text=self.text,
            meant=self.meant,
            ksbs=tuple(self.codes),
            core=self.under.core if self.under else None,
            options=(self.under.title,) if self.under and self.under.title else (),
            criteria=joined(row.meant for row in self.criteria),
            source=notes.at(self.line),
        )


def duties(parts: list[Part], words: Vocabulary, notes: Notes) -> list[DutyLines]:
    """The duties in the order of the page."""
    drafts: list[DutyLines] = []
    under: OptionHeading | None = None
    for row, is_heading in _rows(parts):
        heading = option_heading(row)
        if heading:
            under = heading
            _note_untitled(heading, notes)
        elif not is_heading:
            _take(drafts, row, under, notes)
    for draft in drafts:
        _finish(draft, words, notes)
    _numbering(drafts, notes)
    return drafts


def _rows(parts: list[Part]) -> Iterator[tuple[Row, bool]]:
    """Each row, and whether it is the heading of a section of duties."""
    for part in parts:
        if part.section is Section.DUTIES:
            if part.heading:
                yield part.heading, True
            yield from ((row, False) for row in part.rows)


def _note_untitled(heading: OptionHeading, notes: Notes) -> None:
    if not heading.core and not heading.title:
        message = f"“{heading.row.bare}” does not say which option the duties are of"
        notes.warn("SRC128", heading.row, heading.row.bare, message)


def _take(
    drafts: list[DutyLines], row: Row, under: OptionHeading | None, notes: Notes
) -> None:
    begun = row.cut(_DUTY)
    codes = codes_in(row.bare)
    if row.criteria and drafts:
        drafts[-1].criteria.append(row)
    elif begun:
        number = int(begun[0][1] or begun[0][2])
        drafts.append(DutyLines(f"D{number}", row.number, under=under))
        _wording(drafts[-1], begun[1], notes)
    elif codes is not None and drafts:
        _links(drafts[-1], codes, row, notes)
    elif drafts and not drafts[-1].codes:
        _wording(drafts[-1], row, notes)
    else:
        message = f"“{row.meant}” stands among the duties and is not read"
        notes.warn("SRC110", row, drafts[-1].key if drafts else "duties", message)


def options(duties: list[DutyLines], notes: Notes) -> tuple[StandardOption, ...]:
    """The options that the headings among the duties name."""
    headings = {d.under.title: d.under for d in duties if d.under and d.under.title}
    return tuple(
        StandardOption(title=title, source=notes.at(heading.row))
        for title, heading in headings.items()
    )


def _wording(draft: DutyLines, row: Row, notes: Notes) -> None:
    """Keep a row of text; its doubled label and its keys at the end are no text."""
    labelled = None if draft.rows else row.cut(_LABEL)
    if labelled:
        same = int(labelled[0][1]) == int(draft.key[1:])
        say = notes.warn if same else notes.error
        message = f"Duty {draft.key[1:]} is labelled again, as D{labelled[0][1]}"
        say("SRC120", row, draft.key, message)
        row = labelled[1]
    text, codes = tail_of(row.meant)
    if len(codes) > 1:
        _links(draft, (codes, []), row, notes)
        row = Row(row.number, tail_of(row.printed)[0], text)
    if row.meant:
        draft.rows.append(row)


def _links(
    draft: DutyLines,
    codes: tuple[list[tuple[str, str]], list[str]],
    row: Row,
    notes: Notes,
) -> None:
    good, bad = codes
    for key, printed in good:
        if key != printed:
            message = f"{draft.key} names {key} as “{printed}”"
            notes.warn("SRC130", row, draft.key, message)
        if key in draft.codes:
            notes.warn("SRC125", row, draft.key, f"{draft.key} names {key} twice")
        draft.codes.setdefault(key, row)
    for printed in bad:
        message = f"{draft.key} names “{printed}”, which is not the key of a KSB"
        notes.error("SRC126", row, draft.key, message)


def _finish(draft: DutyLines, words: Vocabulary, notes: Notes) -> None:
    if not draft.codes and draft.rows:
        _last_word(draft, notes)
    if not draft.codes:
        notes.warn("SRC123", draft.line, draft.key, f"{draft.key} names no KSB")
    if not draft.rows:
        notes.error("SRC127", draft.line, draft.key, f"{draft.key} has no text")
    oddities(draft, words, notes)


def _last_word(draft: DutyLines, notes: Notes) -> None:
    """A key that ends the text of a duty without other keys is taken as its KSB."""
    row = draft.rows[-1]
    text, codes = tail_of(row.meant)
    if codes:
        _links(draft, (codes, []), row, notes)
        draft.rows[-1] = Row(row.number, tail_of(row.printed)[0], text)
        message = f"{codes[0][0]} at the end of {draft.key} is read as its KSB"
        notes.warn("SRC129", row, draft.key, message)


def _numbering(drafts: list[DutyLines], notes: Notes) -> None:
    first: dict[str, DutyLines] = {}
    for draft in drafts:
        earlier = first.setdefault(draft.key, draft)
        if earlier is not draft:
            message = (
                f"{draft.key} stands on {notes.where(earlier.line)} and again here"
            )
            notes.error("SRC122", draft.line, draft.key, message)
    for low, high in numbers_missing([int(draft.key[1:]) for draft in drafts]):
        after = next(d for d in drafts if int(d.key[1:]) > high)
        gone = in_words([f"D{low}"] if low == high else [f"D{low} to D{high}"])
        verb = "is" if low == high else "are"
        notes.warn("SRC121", after.line, after.key, f"{gone} {verb} not there")
