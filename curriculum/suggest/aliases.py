"""Product and technology names, and the plain activity that each stands for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import tomli

from curriculum.errors import SourceError
from curriculum.paths import SOURCE_DATA

SHIPPED = SOURCE_DATA / "suggest" / "aliases.toml"
OF_A_COLLEGE = "aliases.toml"
"""A file of the same form in the programme folder adds to what is shipped."""


@dataclass(frozen=True, slots=True)
class Alias:
    """Names for one thing, and the activity; names count in the case given."""

    names: tuple[str, ...]
    activity: str
    source: str
    pattern: re.Pattern[str] = field(repr=False, compare=False)


def aliases_of(folder: Path | None = None) -> tuple[Alias, ...]:
    """The shipped aliases, after those of a programme folder.

    Raises SourceError when a file is no table of aliases.
    """
    files = [SHIPPED]
    if folder is not None and (folder / OF_A_COLLEGE).is_file():
        files.insert(0, folder / OF_A_COLLEGE)
    return tuple(alias for path in files for alias in _read(path))


def speaks_of(text: str, aliases: Iterable[Alias]) -> list[Alias]:
    """The aliases whose name stands in a text."""
    return [
        alias
        for alias in aliases
        if any(name in text for name in alias.names) and alias.pattern.search(text)
    ]


def is_name(text: str, aliases: Iterable[Alias]) -> bool:
    """Whether a text is the name of a product and nothing else, or an abbreviation."""
    word = text.strip()
    return word.isupper() or any(word in alias.names for alias in aliases)


def _read(path: Path) -> Iterable[Alias]:
    try:
        tables = tomli.loads(path.read_text(encoding="utf-8-sig"))["aliases"]
        for table in tables:
            names = tuple(map(str, table["names"]))
            activity, source = str(table["activity"]), str(table["source"])
            yield Alias(names, activity, source, _pattern(names))
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from error
    except tomli.TOMLDecodeError as error:
        raise SourceError(f"{path}: cannot be read as TOML: {error}") from error
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(
            f"{path}: is no table of aliases; "
            "each [[aliases]] has names, activity and source"
        ) from error


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True) if n)
    return re.compile(rf"(?<![\w.])(?:{either})(?![\w+#])")
