"""Reads all that a trace sample is drawn from out of a review pack."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from curriculum.errors import SourceError
from curriculum.files import bytes_of
from curriculum.tracing.drawing import Trace, from_json

TRACES = "traces.json"
LARGEST_PACK_MB = 200
LARGEST_LIST_MB = 50
"""The traces of 1,000 sessions and 400 statements take some 3 MB."""


def traces_in(path: Path) -> tuple[list[Trace], str]:
    """The traces of a pack, and the seed that its own sample was drawn by.

    Raises SourceError, with a sentence, for what is no pack.
    """
    try:
        traces, about = from_json(_text(path))
    except ValueError as error:
        raise SourceError(
            f"{path.name}: its {TRACES} cannot be used: {error}"
        ) from None
    return traces, about.get("seed", "")


def _text(path: Path) -> str:
    """The list as it lies in the pack; no more of it is read than a list may hold."""
    try:
        data = bytes_of(path, LARGEST_PACK_MB)
        with ZipFile(BytesIO(data)) as pack, pack.open(TRACES) as stream:
            held = stream.read(LARGEST_LIST_MB * 1_000_000 + 1)
    except KeyError:
        raise SourceError(
            f"{path.name}: is no review pack, for it has no {TRACES}"
        ) from None
    except (BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise SourceError(f"{path.name}: is no zip file, or is damaged") from None
    if len(held) > LARGEST_LIST_MB * 1_000_000:
        raise SourceError(f"{path.name}: its {TRACES} is over {LARGEST_LIST_MB} MB")
    return held.decode("utf-8-sig")
