"""Writes waivers into a programme's waivers.toml; what stands there stays as it is."""

from collections.abc import MutableMapping
from datetime import date
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array

from curriculum.errors import SourceError
from curriculum.files import put
from curriculum.readers.programme.folder import PROGRAMME, WAIVERS

Fields = dict[str, str | date]


def record_waiver(folder: Path, fields: Fields) -> tuple[Path, bool]:
    """Write a waiver; the file, and whether it replaces one of that code and subject.

    Empty fields are left out.  Raises SourceError when the folder is no programme or
    its waivers cannot be read, and OSError when the file cannot be written.
    """
    if not (folder / PROGRAMME).is_file():
        raise SourceError(
            f"{folder}: is no programme folder, for it has no {PROGRAMME}"
        )
    path = folder / WAIVERS
    text = _text(path)
    new_line = "\r\n" if "\r\n" in text else "\n"
    said, replaced = with_waiver(text.replace("\r\n", "\n"), fields, str(path))
    put(path, said.replace("\n", new_line))
    return path, replaced


def with_waiver(text: str, fields: Fields, name: str = WAIVERS) -> tuple[str, bool]:
    """The text with the waiver in it, and whether one was replaced."""
    wanted = {key: value for key, value in fields.items() if value}
    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise SourceError(f"{name}: cannot be read as TOML: {error}") from error
    held = document.setdefault("waivers", tomlkit.aot())
    if not isinstance(held, AoT | Array):
        raise SourceError(f"{name}: waivers is not a list of [[waivers]] tables")
    for table in held:
        if _same(table, wanted):
            _replace(table, wanted)
            return tomlkit.dumps(document), True
    made = tomlkit.table() if isinstance(held, AoT) else tomlkit.inline_table()
    made.update(wanted)
    held.append(made)
    return _spaced(tomlkit.dumps(document), before=text), False


def _same(table: object, wanted: Fields) -> bool:
    return isinstance(table, MutableMapping) and all(
        table.get(key) == wanted[key] for key in ("code", "subject")
    )


def _replace(table: MutableMapping[str, Any], wanted: Fields) -> None:
    for key in ("who", "from"):
        if key not in wanted:
            table.pop(key, None)
    table.update(wanted)


def _spaced(said: str, *, before: str) -> str:
    """A blank line between the last waiver and the new one."""
    kept = before.rstrip("\n")
    if not kept or not said.startswith(kept):
        return said
    return f"{kept}\n\n{said[len(kept) :].lstrip()}"


def _text(path: Path) -> str:
    if not path.exists():
        return ""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path}: is not UTF-8; save it as UTF-8") from error
