"""A crosswalk as one page that opens anywhere."""

from curriculum.crosswalk.table import State, Table
from curriculum.writers._pages import page

TEMPLATE = "crosswalk.html"


def text(table: Table) -> bytes:
    """The page."""
    return page(
        TEMPLATE,
        table=table,
        confirmed=table.of(State.CONFIRMED),
        again=table.of(State.AGAIN),
        proposed=table.of(State.PROPOSED),
        rejected=table.of(State.REJECTED),
        sides=(
            (table.other, table.one, table.left_of_other),
            (table.one, table.other, table.left_of_one),
        ),
    )
