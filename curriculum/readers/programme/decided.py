"""What a programme folder keeps beside its facts: crosswalks, and proposals."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import tomli

from curriculum.findings import Finding
from curriculum.model import Crosswalk, Pair, Proposed, Side, Uncovered
from curriculum.readers.programme.folder import FORMAT, open_file
from curriculum.readers.programme.records import R, TomlFile

CROSSWALKS = "crosswalk*.toml"
PROPOSALS = "suggestions.toml"
_PARTS = ("format", "one", "other", "pairs", "uncovered")
_OWN = {
    "key": "key",
    "place": "title",
    "confidence": "confidence",
    "words": "words",
    "stamp": "stamp",
}
"""Fields of a kept proposal, and what the record calls them."""


def read_crosswalks(folder: Path) -> tuple[list[Crosswalk], list[Finding]]:
    """The crosswalks of a folder, and what was found in their files."""
    held, findings = [], []
    for path in sorted(folder.glob(CROSSWALKS)):
        crosswalk, found = read_crosswalk(path)
        findings += found
        if crosswalk is not None:
            held.append(crosswalk)
    return held, findings


def read_crosswalk(path: Path) -> tuple[Crosswalk | None, list[Finding]]:
    """One crosswalk, wherever its file lies, and what was found in it."""
    file, findings = open_file(path.parent, path)
    if file is None:
        return None, findings
    crosswalk, found = _crosswalk(file.name, file.text)
    return crosswalk, list(found)


@lru_cache(maxsize=64)
def _crosswalk(name: str, text: str) -> tuple[Crosswalk | None, tuple[Finding, ...]]:
    """What a text says, read again only when it has changed."""
    file = TomlFile(name, text, tomli.loads(text))
    file.known(file.tables, _PARTS)
    if file.tables.get("format", FORMAT) != FORMAT:
        message = f"format is {file.tables['format']}; what can be read is {FORMAT}"
        file.found("ASM202", "format", message, "format")
    one = file.record(Side, file.table("one"), "one")
    other = file.record(Side, file.table("other"), "other")
    made: dict[str, object] = {
        "pairs": tuple(_once(file)),
        "uncovered": tuple(_records(file, Uncovered, "uncovered")),
    }
    crosswalk = None
    if one is not None and other is not None:
        crosswalk = file.record(Crosswalk, {}, one=one, other=other, **made)
    return crosswalk, tuple(file.findings)


def read_proposed(folder: Path) -> tuple[list[Proposed], list[Finding]]:
    """The proposals that a folder keeps; none where it keeps none."""
    path = folder / PROPOSALS
    if not path.is_file():
        return [], []
    file, findings = open_file(folder, path)
    if file is None:
        return [], findings
    return list(_proposed(file)), file.findings


def _records(file: TomlFile, model: type[R], name: str) -> Iterator[R]:
    for index, table in enumerate(file.array(name)):
        record = file.record(model, table, name, index)
        if record is not None:
            yield record


def _once(file: TomlFile) -> Iterator[Pair]:
    """Each pair once; the first of two that are decided twice counts."""
    seen: set[str] = set()
    for pair in _records(file, Pair, "pairs"):
        if pair.key in seen:
            message = f"{pair.key} is decided a second time on line {pair.source.place}"
            file.found("ASM202", pair.key, message, "pairs")
        else:
            seen.add(pair.key)
            yield pair


def _proposed(file: TomlFile) -> Iterator[Proposed]:
    """The proposals; a key says the place, the framework and the item."""
    for index, table in enumerate(file.array("proposals")):
        key = str(table.get("key", ""))
        place, framework, item = (*key.split(":", 2), "", "")[:3]
        if not (place and framework and item):
            message = f"proposal {index + 1} has no key such as M03.01:ST0128:K5"
            file.found("ASM202", key or "key", message, "proposals", index)
            continue
        known = {_OWN[name]: v for name, v in table.items() if name in _OWN}
        made = {"framework": framework, "item": item, "place": place}
        record = file.record(Proposed, known, "proposals", index, **made)
        if record is not None:
            yield record
