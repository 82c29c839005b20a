"""A listing from a file, whichever of the forms it has."""

from pathlib import Path

from curriculum.findings import SourceError
from curriculum.interchange.case_in import read_case
from curriculum.interchange.files import Taken, lines_of
from curriculum.interchange.moodle_in import is_moodle, read_moodle
from curriculum.interchange.two_columns import read_two_columns

SUFFIXES = (".json", ".csv", ".tsv")


def read_listing(path: Path) -> Taken:
    """Read a package of CASE, a framework of Moodle or a list of two columns.

    Raises SourceError, with a sentence, for what is none of these.
    """
    suffix = path.suffix.casefold()
    if suffix == ".json":
        return read_case(path)
    if suffix not in SUFFIXES:
        raise SourceError(f"{path.name}: is none of {', '.join(SUFFIXES)}")
    lines = lines_of(path)
    return (
        read_moodle(path) if lines and is_moodle(lines[0]) else read_two_columns(path)
    )
