"""A difference as lines of text, as JSON values, and as a page."""

from collections.abc import Callable, Iterator, Sequence

from curriculum.versions.difference import Difference
from curriculum.versions.grades import AUTHORITY, proposal
from curriculum.versions.impact import Impact, verdict
from curriculum.versions.rows import Row, by_change, link_sentence, rows, unsure
from curriculum.versions.wording import Piece, marked
from curriculum.writers._pages import page

_FEW_REASONS = 6
Dress = Callable[[Piece], str]


def title(difference: Difference) -> str:
    """Both editions: "ST0128 v1.1 → ST0128 v1.2"."""
    return f"{difference.old.label} → {difference.new.label}"


def lines(
    difference: Difference, impacts: Sequence[Impact] = (), dress: Dress = str
) -> Iterator[str]:
    """The report as plain text; ``dress`` may add colour to what has signs already."""
    yield title(difference)
    yield verdict(difference, impacts)
    yield from (remark(impact) for impact in impacts if not impact.same_edition)
    yield grade_line(difference)
    for name, found in groups(difference):
        yield f"\n{name} ({len(found)})"
        for row in found:
            yield from _row_lines(row, dress)
    if difference.links:
        yield f"\nDuties that rest on other KSBs ({len(difference.links)})"
        yield from (f"  {link_sentence(link)}" for link in difference.links)
    if difference.facts:
        yield f"\nThe standard as a whole ({len(difference.facts)})"
        for fact in difference.facts:
            pieces = (Piece("out", fact.old), Piece("in", fact.new))
            yield f"  {fact.name}: {' '.join(map(dress, pieces))}"
    for impact in impacts:
        yield from _impact_lines(impact)


def groups(difference: Difference) -> Iterator[tuple[str, tuple[Row, ...]]]:
    """What changed, by what became of it; then what is to be confirmed."""
    held = rows(difference)
    for change, found in by_change(held):
        yield change.value.capitalize(), found
    if doubtful := unsure(held):
        yield "To confirm", doubtful


def remark(impact: Impact) -> str:
    """Why the count for a programme may not hold."""
    return (
        f"{impact.programme}: its own edition of {impact.framework} is not the old one "
        "compared here; its marks are counted by code alone"
    )


def grade_line(difference: Difference) -> str:
    """The proposed grade, and the first of its reasons."""
    proposed = proposal(difference)
    first = "; ".join(proposed.reasons[:_FEW_REASONS])
    more = len(proposed.reasons) - _FEW_REASONS
    because = f", because {first}" if first else ""
    return f"Proposed grade: {proposed.grade.value}{because}" + (
        f"; and {more} more" if more > 0 else ""
    )


def _row_lines(row: Row, dress: Dress) -> Iterator[str]:
    also = f" ({row.label})" if len(row.changes) > 1 else ""
    yield f"  {row.name}{also}  [{row.how_known}; {row.grade.value}]"
    # What has only another code reads as before: one line says it all.
    if len(row.pieces) != 1 or row.pieces[0].what != "same":
        yield f"      {marked(row.pieces) if dress is str else _dressed(row, dress)}"


def _dressed(row: Row, dress: Dress) -> str:
    return "".join(map(dress, row.pieces))


def _impact_lines(impact: Impact) -> Iterator[str]:
    yield f"\n{impact.programme}, where it rests on what changed"
    for name in ("items", "modules", "sessions", "assessments", "documents"):
        held = getattr(impact, name)
        yield f"  {name}: {', '.join(held) or 'none'}"


def as_data(
    difference: Difference, impacts: Sequence[Impact] = ()
) -> dict[str, object]:
    """The report as plain JSON values."""
    proposed = proposal(difference)
    return {
        "verdict": verdict(difference, impacts),
        "old": difference.old.label,
        "new": difference.new.label,
        "grade": {
            "proposed": proposed.grade.value,
            "reasons": list(proposed.reasons),
            "authority": AUTHORITY,
        },
        "programmes": [_impact_data(impact) for impact in impacts],
        "statements": [_row_data(row) for row in rows(difference)],
        "links": [
            {
                "duty": [d.key for d in link.duty.new],
                "added": list(link.added),
                "removed": list(link.removed),
            }
            for link in difference.links
        ],
        "facts": [
            {"name": fact.name, "old": fact.old, "new": fact.new}
            for fact in difference.facts
        ],
    }


def _impact_data(impact: Impact) -> dict[str, object]:
    return {
        "programme": impact.programme,
        "framework": impact.framework,
        "same_edition": impact.same_edition,
        "items": list(impact.items),
        "modules": list(impact.modules),
        "sessions": list(impact.sessions),
        "assessments": list(impact.assessments),
        "hours": impact.hours,
        "documents": list(impact.documents),
    }


def _row_data(row: Row) -> dict[str, object]:
    return {
        "what": row.what,
        "changes": [change.value for change in row.changes],
        "old": list(row.old),
        "new": list(row.new),
        "certainty": row.certainty,
        "score": round(row.score, 4),
        "why": row.why,
        "grade": row.grade.value,
        "wording": [{"what": p.what, "text": p.text} for p in row.pieces],
    }


def as_page(difference: Difference, impacts: Sequence[Impact] = ()) -> bytes:
    """The report as one page, with signs as well as colour."""
    held = rows(difference)
    return page(
        "version-diff.html",
        title=title(difference),
        verdict=verdict(difference, impacts).splitlines(),
        remarks=[remark(impact) for impact in impacts if not impact.same_edition],
        grade=grade_line(difference),
        authority=AUTHORITY,
        groups=[*by_change(held)],
        unsure=unsure(held),
        links=[link_sentence(link) for link in difference.links],
        facts=difference.facts,
        impacts=impacts,
    )
