"""A college's own list of KSBs: any CSV of two columns, codes and texts.

The code may stand first or second, with a heading or without; "k 1", "K.1" and
"K01" are read as K1.
"""

import re
from pathlib import Path

from curriculum.findings import SourceError
from curriculum.interchange.files import Line, Taken, lines_of
from curriculum.interchange.found import Notes
from curriculum.interchange.identity import Identities, identity
from curriculum.interchange.listing import Listing, Statement
from curriculum.model import KIND_TITLES, Ksb, KsbKind, Standard

_CODE = re.compile(
    r"\(?(ESB|TK|TS|K|S|B)\s*[-.:]?\s*0*([1-9]\d*)\)?[.:]?", re.IGNORECASE
)
_HEADING = {"code", "key", "ksb", "ref", "reference", "id", "no", "number"}


def read_two_columns(path: Path) -> Taken:
    """Read a list.  Raises SourceError where no two columns hold codes and texts."""
    lines = lines_of(path)
    code, text = _columns(path.name, lines)
    notes = Notes(path.name)
    reference = path.stem
    given = Identities(reference, "")
    statements: dict[str, Statement] = {}
    for number, line in enumerate(lines):
        key, wording = _key(_cell(line, code)), " ".join(_cell(line, text).split())
        if number == 0 and _is_heading(_cell(line, code)):
            continue
        if not key or not wording:
            what = "text" if key else "code"
            named = key or _cell(line, code) or wording or "a row"
            message = f"{named} has no {what} and is left out"
            notes.found("XCH101", key, message, line.place)
        elif key in statements:
            message = f"{key} is the code of two rows; the first is taken"
            notes.found("XCH102", key, message, line.place)
        else:
            statements[key] = Statement(
                identifier=given.of(key),
                key=key,
                text=wording,
                kind=_kind(key),
                source=notes.at(line.place),
            )
    listing = Listing(
        identifier=identity(reference, ""),
        reference=reference,
        title=reference,
        statements=tuple(statements.values()),
        source=notes.at(""),
    )
    return Taken(listing, tuple(notes.findings))


def as_standard(listing: Listing) -> Standard:
    """The KSBs of a listing as a standard, with all that it says of one.

    Statements whose codes are none of a KSB are left out.
    """
    ksbs = tuple(
        Ksb(key=s.key, text=s.text, guid=s.identifier, source=s.source)
        for s in listing.statements
        if _key(s.key) == s.key
    )
    return Standard(
        reference=listing.reference or listing.title,
        title=listing.title,
        version=listing.version,
        ksbs=ksbs,
        source=listing.source,
    )


def _columns(file: str, lines: list[Line]) -> tuple[int, int]:
    """The column of codes, and that of the longest texts beside it."""
    width = max((len(line.cells) for line in lines), default=0)
    codes = [sum(bool(_key(_cell(line, at))) for line in lines) for at in range(width)]
    if not codes or not max(codes):
        raise SourceError(f"{file}: no column holds codes such as K1, S12 or B3")
    code = codes.index(max(codes))
    lengths = [sum(len(_cell(line, at)) for line in lines) for at in range(width)]
    lengths[code] = 0
    if not max(lengths):
        raise SourceError(f"{file}: no column beside the codes holds texts")
    return code, lengths.index(max(lengths))


def _is_heading(cell: str) -> bool:
    return any(word in _HEADING for word in re.findall(r"[a-z]+", cell.casefold()))


def _cell(line: Line, at: int) -> str:
    return line.cells[at].strip() if at < len(line.cells) else ""


def _key(cell: str) -> str:
    """The code of a cell as standards print it: "K1"; empty where it is none."""
    code = _CODE.fullmatch(cell.strip())
    return f"{code[1].upper()}{code[2]}" if code else ""


def _kind(key: str) -> str:
    return KIND_TITLES[KsbKind(key.rstrip("0123456789"))]
