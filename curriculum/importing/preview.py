"""What an import would take for what, as lines of text."""

from collections.abc import Iterator

from curriculum.importing.parts import Kind, Part
from curriculum.importing.understanding import Understood

_ROWS = 4
_LONGEST = 28


def preview(understood: Understood) -> Iterator[str]:
    """For each table its kind, its headings with their fields, and its first rows."""
    for part in understood.reading.parts:
        yield f"{part.place or part.table.place}: {part.kind.value}"
        yield from _mapping(part)
        yield from _rows(part)
        yield ""
    held = understood.reading
    yield (
        f"{len(held.sessions)} sessions in {len(held.modules)} modules, "
        f"{len(held.assessments)} assessments, {len(held.days_off)} rows without "
        f"teaching, {len(understood.notes.kept)} texts kept in the notes"
    )


def _mapping(part: Part) -> Iterator[str]:
    width = max((len(_short(h.taken.heading)) for h in part.heads), default=0)
    for head in part.heads:
        name = head.field or "not understood"
        sure = "" if head.taken.sure or not head.field else "  (not surely)"
        yield f"  {_short(head.taken.heading):{width}} → {name}{sure}"


def _rows(part: Part) -> Iterator[str]:
    """The first rows as columns of even width."""
    shown = [row for row in part.rows if row.filled][:_ROWS]
    if part.kind in (Kind.CARD, Kind.FACTS):
        for row in shown:
            said = (_short(cell.text) for cell in row.filled)
            yield f"  {row.place:16} | {' | '.join(said)}"
        return
    columns = [h.column for h in part.heads][:8]
    for row in shown:
        texts = {cell.column: _short(cell.text) for cell in row.cells}
        cells = (f"{texts.get(column, ''):{_LONGEST}}" for column in columns)
        yield f"  {row.place:16} | {' | '.join(cells)}".rstrip()


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
