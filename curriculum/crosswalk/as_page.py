"""A crosswalk as one page that opens anywhere."""

from curriculum.crosswalk.table import State, Table
from curriculum.writers._pages import page

TEMPLATE = "crosswalk.html"


def text(table: Table) -> bytes:
    """The page."""
    one, other = _names(table)
    return page(
        TEMPLATE,
        table=table,
        confirmed=table.of(State.CONFIRMED),
        again=table.of(State.AGAIN),
        proposed=table.of(State.PROPOSED),
        rejected=table.of(State.REJECTED),
        sides=(
            (f"{other}: nothing confirmed in {one}", table.other, table.left_of_other),
            (f"{one}: nothing confirmed in {other}", table.one, table.left_of_one),
        ),
    )


def _names(table: Table) -> tuple[str, str]:
    """What both sides are called, told apart where they have one name."""
    one, other = table.one.label, table.other.label
    return (f"{one} (left)", f"{other} (right)") if one == other else (one, other)
