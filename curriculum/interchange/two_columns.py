"""A college's own list of KSBs: any CSV of two columns, codes and texts.

The code may stand first or second, with a heading or without; "k 1", "K.1" and
"K01" are read as K1.
"""

from pathlib import Path

from curriculum.findings import SourceError
from curriculum.interchange.files import Line, Taken, lines_of
from curriculum.interchange.found import Notes
from curriculum.interchange.identity import Identities, identity
from curriculum.interchange.listing import Listing, Statement
from curriculum.model import KIND_TITLES, KsbKind
from curriculum.readers._ksb_table import Columns, columns_of, key_of, table_rows


def read_two_columns(path: Path) -> Taken:
    """Read a list.  Raises SourceError where no two columns hold codes and texts."""
    lines = lines_of(path)
    rows = [line.cells for line in lines]
    notes = Notes(path.name)
    reference = path.stem
    given = Identities(reference, "")
    statements: dict[str, Statement] = {}
    for row in table_rows(rows, _columns(path.name, lines)):
        place = lines[row.at].place
        if row.fault:
            code = "XCH102" if row.key and row.text else "XCH101"
            notes.found(code, row.key, row.fault, place)
            continue
        statements[row.key] = Statement(
            identifier=given.of(row.key),
            key=row.key,
            text=row.text,
            kind=_kind(row.key),
            source=notes.at(place),
        )
    listing = Listing(
        identifier=identity(reference, ""),
        reference=reference,
        title=reference,
        statements=tuple(statements.values()),
        source=notes.at(""),
    )
    return Taken(listing, tuple(notes.findings))


def _columns(file: str, lines: list[Line]) -> Columns:
    columns = columns_of([line.cells for line in lines])
    if columns is None:
        codes = any(key_of(cell) for line in lines for cell in line.cells)
        why = (
            "no column beside the codes holds texts"
            if codes
            else "no column holds codes such as K1, S12 or B3, nor kinds"
        )
        raise SourceError(f"{file}: {why}")
    return columns


def _kind(key: str) -> str:
    return KIND_TITLES[KsbKind(key.rstrip("0123456789"))]
