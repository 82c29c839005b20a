"""Names by which a form finds its columns again, wherever people move them."""

from functools import cache

from curriculum.form.fields import Field, Table
from curriculum.form.records import Id

_PREFIX = "form"
SPARE = "spare"
KEY, WORDING = "item", "wording"


def column_name(table: Table, field: Field) -> str:
    """The name of a column of records: form_session_topic."""
    return _name(table.kind, field.name)


def card_name(part: str) -> str:
    """The name of a column of the programme's own sheet."""
    return _name("card", part)


def mark_name(verb: str, framework: str, record: Id) -> str:
    """The name of a column of marks: form_teaches_ST0128_M03_M03x2E04."""
    return _name(verb, framework, *record)


def grid_name(verb: str, framework: str, part: str) -> str:
    """The name of a leading column of a grid, or of a spare one."""
    return _name("grid", verb, framework, part)


def list_name(what: str) -> str:
    """The name of a list to choose from."""
    return _name("list", what)


def _name(*parts: str) -> str:
    """A name that Excel takes, and that no two lists of parts share."""
    return "__".join((_PREFIX, *(_coded(part) for part in parts)))


@cache
def _coded(part: str) -> str:
    """Letters and digits as they are, any other sign by its number."""
    return "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}_" for c in part)
