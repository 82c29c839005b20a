"""The baseline that a form carries: what the programme said when it was written.

One JSON row a record, and one a file for what the form does not show, so that a
form alone can be put together as a programme again.  A cell holds no more than
32,767 characters, so a long row runs over several.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from typing import Any

from curriculum.form.records import Files, array_at, arrays_of
from curriculum.readers.programme.folder import PROGRAMME

SHEET = "Baseline"
PROPERTY = "Curriculum form"
FORMAT = 1
_PART = 32_000
_DATE, _TIME = "#date", "#time"
_LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a form was written from."""

    files: Files
    sources: Mapping[str, bytes]
    """What lies in the programme's own folder beside its facts."""
    revision: str
    code: str
    lines: tuple[str, ...] = ()
    """The baseline as lines of JSON."""
    library: bytes = b""
    """The standards that the programme pins, as a library; no part of its revision."""

    @property
    def stamp(self) -> str:
        """What the document property says: form, programme and revision."""
        return f"{FORMAT} {self.code} {self.revision}"


def baseline_of(
    files: Files, sources: Mapping[str, bytes], library: bytes = b""
) -> Baseline:
    """The baseline of a programme as it is now."""
    lines = rows(files, sources)
    revision = revision_of(lines)
    if library:
        lines.append(_json({_LIBRARY: _packed(library)}))
    return Baseline(files, sources, revision, _code(files), tuple(lines), library)


def rows(files: Files, sources: Mapping[str, bytes]) -> list[str]:
    """The baseline as lines of JSON: one a file, one a record in it, in order."""
    found = [_json(entry) for name in files for entry in _of_file(name, files[name])]
    for name, content in sources.items():
        found.append(_json({"source": name, "zlib": _packed(content)}))
    return found


def revision_of(lines: Iterable[str]) -> str:
    """Fingerprint of a baseline: 12 hexadecimal digits.

    Blind to the library that goes along, which not everybody has.
    """
    digest = sha256()
    for line in lines:
        if not line.startswith(f'{{"{_LIBRARY}"'):
            digest.update(line.encode() + b"\n")
    return digest.hexdigest()[:12]


def cut(line: str) -> list[str]:
    """A line in parts that cells hold."""
    return [line[at : at + _PART] for at in range(0, len(line), _PART)]


def read_rows(lines: Iterable[str]) -> Baseline:
    """The baseline that lines of JSON say.  Raises ValueError if they say none."""
    lines = list(lines)
    files: dict[str, dict[str, Any]] = {}
    sources, library = {}, b""
    for line in lines:
        entry = json.loads(line, object_hook=_revived)
        if _LIBRARY in entry:
            library = _unpacked(entry[_LIBRARY])
        elif "source" in entry:
            sources[entry["source"]] = _unpacked(entry["zlib"])
        elif "array" in entry:
            _put(files[entry["file"]], entry["array"], entry["table"])
        else:
            files[entry["file"]] = entry["table"]
    if PROGRAMME not in files:
        raise ValueError(PROGRAMME)
    revision = revision_of(lines)
    return Baseline(files, sources, revision, _code(files), library=library)


def _code(files: Files) -> str:
    return str(files.get(PROGRAMME, {}).get("code", ""))


def _of_file(name: str, tables: dict[str, Any]) -> Iterator[dict[str, object]]:
    arrays = list(arrays_of(name))
    yield {"file": name, "table": _without(tables, [path for _, path in arrays])}
    for kind, path in arrays:
        for table in array_at(tables, path):
            yield {"file": name, "kind": kind, "array": path, "table": table}


def _without(tables: dict[str, Any], paths: list[tuple[str, ...]]) -> dict[str, Any]:
    """Tables without some arrays in them."""
    here = {path[0] for path in paths if len(path) == 1}
    deeper = {path[0]: [path[1:]] for path in paths if len(path) > 1}
    return {
        key: _without(value, deeper[key])
        if key in deeper and isinstance(value, dict)
        else value
        for key, value in tables.items()
        if key not in here
    }


def _put(tables: dict[str, Any], path: list[str], table: dict[str, Any]) -> None:
    for part in path[:-1]:
        tables = tables.setdefault(part, {})
    tables.setdefault(path[-1], []).append(table)


def _plain(value: object) -> dict[str, str]:
    if isinstance(value, date):
        return {_DATE: value.isoformat()}
    if isinstance(value, time):
        return {_TIME: value.isoformat()}
    raise TypeError(type(value).__name__)


_json = json.JSONEncoder(default=_plain, separators=(",", ":")).encode


def _revived(entry: dict[str, Any]) -> object:
    match entry:
        case {"#date": str(day), **rest} if not rest:
            return _or_same(date.fromisoformat, day, entry)
        case {"#time": str(hour), **rest} if not rest:
            return _or_same(time.fromisoformat, hour, entry)
    return entry


def _or_same(make: Any, text: str, entry: dict[str, Any]) -> object:  # noqa: ANN401
    try:
        return make(text)
    except ValueError:
        return entry


def _packed(content: bytes) -> str:
    return base64.b64encode(zlib.compress(content, 9)).decode()


def _unpacked(text: str) -> bytes:
    inflater = zlib.decompressobj()
    content = inflater.decompress(base64.b64decode(text), 20_000_000)
    if inflater.unconsumed_tail:
        raise ValueError("a source is too large")
    return content
