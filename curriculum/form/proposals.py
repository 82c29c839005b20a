"""The sheet of proposals: each with a cell to accept it and one to reject it.

What is accepted is a mark like any other that somebody wrote into a grid.  What is
rejected stays away until one of its texts changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from curriculum.edits import EditError, TomlText
from curriculum.errors import SourceError
from curriculum.form import look
from curriculum.form.copies import Copy, Said
from curriculum.form.dress import FIRST_ROW, HEADING_ROW, Dress, height
from curriculum.form.fields import Field, Sort
from curriculum.form.fields import Path as FieldPath
from curriculum.form.locate import Column, Locator
from curriculum.form.names import list_name
from curriculum.form.printing import on_paper
from curriculum.form.records import Id, Records, Value
from curriculum.form.source import Source
from curriculum.model import Depth, Proposed, SourceRef
from curriculum.office.workbook import Cell, Sheet, letters
from curriculum.readers.programme.decided import PROPOSALS, read_proposed
from curriculum.writers._sheets import fitting

SHEET = "Proposals"
TICK = "x"
_EXPLANATION = (
    "What may be covered and is not marked; nothing counts it. Choose x to accept or "
    "to reject; leave both blank to decide later."
)
_KEY, _ACCEPT, _REJECT = "Proposal", "Accept", "Reject"
_COLUMNS = (
    (_KEY, 24.0),
    ("Where", 34.0),
    ("Wording", 52.0),
    ("Shared words", 30.0),
    ("Confidence", 11.0),
    (_ACCEPT, 9.0),
    (_REJECT, 9.0),
)
_TICKS = {"x", "yes", "y", "✓", "✔", "1", "1.0", "true"}
_MARKS: dict[str, tuple[str, Value]] = {
    "session": ("teaches", Depth.TAUGHT.value),
    "assessment": ("assesses", True),
    "module": ("intends", True),
}
"""What a place's record says of an item that it covers."""


_TICK_FIELD = Field(("decided",), "Decided", Sort.TICK, letter=TICK)
_OPEN = {**look.CELLS[Sort.TICK], **look.RULED}


def proposal_name(heading: str) -> str:
    """The name of a column of the sheet."""
    return list_name(f"proposals {heading}")


@dataclass(frozen=True, slots=True)
class Offer:
    """One proposal that still means something, and the mark that it would become."""

    proposal: Proposed
    wording: str
    id: Id
    path: FieldPath
    value: Value


def offers(source: Source, records: Records) -> list[Offer]:
    """The proposals that a programme keeps and that are not marked by now."""
    wordings = {(f.id, i.key): i.wording for f in source.frameworks for i in f.items}
    places = {id_[-1]: id_ for id_ in reversed(records) if id_[0] in _MARKS}
    found = []
    for proposal in source.proposed:
        id_ = places.get(proposal.place)
        wording = wordings.get((proposal.framework, proposal.item))
        if id_ is None or wording is None:
            continue
        verb, value = _MARKS[id_[0]]
        path = (verb, proposal.framework, proposal.item)
        if path not in records[id_].values:
            found.append(Offer(proposal, wording, id_, path, value))
    return found


def write_proposals(dress: Dress, some: list[Offer]) -> None:
    """The sheet; there is none where nothing is proposed."""
    if not some:
        return
    page = dress.page(SHEET, SHEET, _EXPLANATION)
    headings, widths = zip(*_COLUMNS, strict=True)
    dress.headings(page, headings, widths)
    for at, width in enumerate(widths):
        page.set_column(at, at, width)
    for row, offer in enumerate(some, start=FIRST_ROW):
        cells = _cells(offer)
        page.set_row(row, height(cells, list(enumerate(widths[: len(cells)]))))
        for at, cell in enumerate(cells):
            page.write_string(row, at, cell, dress.format(look.OFFICIAL))
        for at in range(len(cells), len(_COLUMNS)):
            page.write_blank(row, at, None, dress.format(_OPEN))
    last = FIRST_ROW + len(some) - 1
    for at, (heading, _) in enumerate(_COLUMNS):
        dress.define(proposal_name(heading), SHEET, at, (HEADING_ROW, last))
    rule = {"validate": "list", "source": f"={dress.list_of(_TICK_FIELD)}"}
    first_tick = len(_COLUMNS) - 2
    page.data_validation(FIRST_ROW, first_tick, last, first_tick + 1, rule)
    page.freeze_panes(FIRST_ROW, 1)
    on_paper(page, widths, 1)
    dress.protect(page)


def _cells(offer: Offer) -> list[str]:
    proposal = offer.proposal
    return [
        fitting(proposal.key),
        fitting(f"{proposal.place} {proposal.title}".strip()),
        fitting(offer.wording),
        fitting(", ".join(proposal.words)),
        f"{proposal.confidence:.2f}",
    ]


def read_proposals(locator: Locator, copy: Copy, some: Iterable[Offer]) -> None:
    """What was accepted and rejected, put beside what else the copy says."""
    columns = {
        heading: locator.column(proposal_name(heading), SHEET, heading)
        for heading, _ in _COLUMNS
    }
    key = columns[_KEY]
    if key is None:
        return
    known = {offer.proposal.key.casefold(): offer for offer in some}
    sheet = locator.sheet(key.sheet)
    for (row, column), cell in sheet.cells.items():
        if column != key.number or row <= key.top:
            continue
        ticks = [_ticked(sheet, row, columns[part]) for part in (_ACCEPT, _REJECT)]
        if any(ticks):
            at = copy.at(key.sheet, f"{letters(key.number)}{row}")
            offer = known.get(str(cell.value).strip().casefold())
            _decide(copy, offer, ticks, (cell, at))


def _ticked(sheet: Sheet, row: int, column: Column | None) -> bool:
    cell = sheet.cells.get((row, column.number)) if column else None
    return cell is not None and str(cell.value).strip().casefold() in _TICKS


def _decide(
    copy: Copy, offer: Offer | None, ticks: list[bool], said: tuple[Cell, SourceRef]
) -> None:
    cell, at = said
    if offer is None:
        message = f"{cell.value} is no longer proposed, or is marked already"
        copy.found("FRM201", str(cell.value), message, at)
    elif all(ticks):
        key = offer.proposal.key
        copy.found("FRM101", key, f"{key} is both accepted and rejected", at)
    elif ticks[0]:
        # A mark that somebody wrote into the grid says more, for it may be deeper.
        copy.changes.setdefault((offer.id, offer.path), Said(offer.value, at))
        copy.accepted[offer.proposal.key] = at
    else:
        copy.rejected[offer.proposal.key] = at


def both_ways(copies: Iterable[Copy]) -> Iterator[tuple[str, SourceRef]]:
    """What one form accepts and another rejects, with the place that rejects it."""
    held = list(copies)
    accepted = {key for copy in held for key in copy.accepted}
    for copy in held:
        for key, at in copy.rejected.items():
            if key in accepted:
                yield key, at


def kept_text(folder: Path, copies: Iterable[Copy]) -> str | None:
    """The file of proposals without what was decided; None where nothing was.

    Raises SourceError when the file cannot be edited so that it says just that.
    """
    held = list(copies)
    accepted = {key for copy in held for key in copy.accepted}
    rejected = {key for copy in held for key in copy.rejected}
    path = folder / PROPOSALS
    if not (accepted or rejected):
        return None
    try:
        edit = TomlText(path.read_bytes().decode("utf-8"))
        proposed = read_proposed(folder)[0]
        for nth, proposal in enumerate(proposed):
            if proposal.key in accepted | rejected:
                edit.remove(("proposals", nth))
            if proposal.key in rejected:
                no = {"key": proposal.key, "stamp": proposal.stamp}
                edit.insert(("rejected",), 0, no)
        return edit.text()
    except (EditError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be edited: {error}") from error
