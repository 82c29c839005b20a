"""What an import would take for what, as lines of text."""

from collections.abc import Iterator

from curriculum.importing.dates import is_time
from curriculum.importing.parts import Head, Kind, Part, mark_heads
from curriculum.importing.understanding import Understood
from curriculum.plurals import many

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
        f"{many(len(held.sessions), 'session')} in "
        f"{many(len(held.modules), 'module')}, "
        f"{many(len(held.assessments), 'assessment')}, "
        f"{many(len(held.days_off), 'row')} without teaching, "
        f"{many(len(understood.notes.kept), 'text')} kept in the notes"
    )


def meanings(part: Part) -> Iterator[tuple[Head, str]]:
    """Each heading with what it was taken for."""
    marked = {h.column for h in mark_heads(part)} if part.kind is Kind.GRID else set()
    for head in part.heads:
        if head.column in marked:
            yield head, "marks"
        elif part.kind is Kind.GANTT and is_time(head.taken.heading):
            yield head, "time"
        else:
            yield head, head.field or "not understood"


def _mapping(part: Part) -> Iterator[str]:
    width = max((len(_short(h.taken.heading)) for h in part.heads), default=0)
    for head, name in meanings(part):
        sure = "" if head.taken.sure or name != head.field else "  (not surely)"
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
