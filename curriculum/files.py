"""Opening files of other people within bounds, and putting texts in place whole."""

from os import fstat
from pathlib import Path
from tempfile import NamedTemporaryFile

from curriculum.errors import SourceError


def bytes_of(path: Path, most_mb: int) -> bytes:
    """A file's bytes.

    Raises SourceError, with a sentence, for what is missing, cannot be opened, is
    empty or larger than ``most_mb`` megabytes; no more than that is ever read.
    """
    most = most_mb * 1_000_000
    try:
        with path.open("rb") as stream:
            said = fstat(stream.fileno()).st_size  # nothing for what is no plain file
            data = stream.read(min(said or most, most) + 1)
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
    if len(data) > most:
        raise SourceError(f"{path.name}: is larger than {most_mb} MB")
    if not data.strip():
        raise SourceError(f"{path.name}: is empty")
    return data


def put(path: Path, text: str) -> None:
    """Write a text as a file, whole or not at all."""
    with NamedTemporaryFile(dir=path.parent, prefix=".writing-", delete=False) as made:
        beside = Path(made.name)
        made.write(text.encode())
    try:
        beside.chmod(path.stat().st_mode if path.exists() else 0o644)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
