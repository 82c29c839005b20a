"""Changed tables written back into their TOML text, which keeps all else as it is."""

from typing import Any

from curriculum.edits import EditError, TomlText
from curriculum.errors import SourceError

Path = tuple[str | int, ...]


def rewritten(name: str, text: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    """A text of TOML that says ``new`` where it said ``old``.

    Raises SourceError where it is written in a form that cannot be edited.
    """
    if old == new:
        return text
    edited = TomlText(text)
    _table(edited, (), old, new)
    try:
        return edited.text()
    except EditError as error:
        raise SourceError(f"{name}: cannot be edited ({error})") from error


def _table(
    edited: TomlText, path: Path, old: dict[str, Any], new: dict[str, Any]
) -> None:
    for key in old.keys() - new.keys():
        edited.remove((*path, key))
    for key, value in new.items():
        held, at = old.get(key), (*path, key)
        if held == value:
            continue
        if isinstance(held, dict) and isinstance(value, dict):
            _table(edited, at, held, value)
        elif _are_tables(value) and (held is None or _are_tables(held)):
            _array(edited, at, held or [], value)
        else:
            edited.set(at, value)


def _array(
    edited: TomlText, path: Path, old: list[dict[str, Any]], new: list[dict[str, Any]]
) -> None:
    """Tables are changed in their place; what is left over goes, or is put after."""
    for index, (held, value) in enumerate(zip(old, new, strict=False)):
        _table(edited, (*path, index), held, value)
    for index in range(len(new), len(old)):
        edited.remove((*path, index))
    for index in range(len(old), len(new)):
        edited.insert(path, len(old), new[index])


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, dict) for entry in value)
