"""Opening files of other people within bounds."""

from pathlib import Path

from curriculum.errors import SourceError


def bytes_of(path: Path, most_mb: int) -> bytes:
    """A file's bytes.

    Raises SourceError, with a sentence, for what is missing, cannot be opened, is
    empty or larger than ``most_mb`` megabytes; no more than that is ever read.
    """
    most = most_mb * 1_000_000
    try:
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
    if len(data) > most:
        raise SourceError(f"{path.name}: is larger than {most_mb} MB")
    if not data.strip():
        raise SourceError(f"{path.name}: is empty")
    return data
