"""Proposals beside the facts: ``suggestions.toml`` in the programme folder.

Nothing reads it but this; coverage never sees it.  What was rejected is kept with a
fingerprint of both texts, and comes back only when one of them changed.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import tomli
import tomlkit
from tomlkit.items import AoT

from curriculum.errors import SourceError
from curriculum.suggest.proposals import Proposal

FILE = "suggestions.toml"
_HEAD = (
    "Proposals of curriculum suggest, which no count includes.",
    "curriculum accept and curriculum reject decide on them by their key.",
)


def rejected(folder: Path) -> dict[str, str]:
    """The keys of rejected proposals, each with the fingerprint it was rejected at.

    Raises SourceError when the file is there and cannot be used.
    """
    path = folder / FILE
    try:
        data = tomli.loads(path.read_text(encoding="utf-8-sig"))
        return {str(one["key"]): str(one["stamp"]) for one in data.get("rejected", ())}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as TOML: {error}") from error
    except (AttributeError, KeyError, TypeError) as error:
        raise SourceError(f"{path}: a rejected entry has no key or stamp") from error


def standing(proposals: Iterable[Proposal], no: Mapping[str, str]) -> list[Proposal]:
    """The proposals that were not rejected, or whose texts have changed since."""
    return [p for p in proposals if no.get(p.key) != p.stamp]


def write(
    folder: Path, proposals: Iterable[Proposal], no: Mapping[str, str], on: date
) -> Path:
    """Write the file whole: what is proposed, and what was rejected."""
    document = tomlkit.document()
    for line in _HEAD:
        document.add(tomlkit.comment(line))
    document.add("written", tomlkit.item(on))
    document.add("proposals", _tables(map(_proposal, proposals)))
    document.add(
        "rejected", _tables({"key": key, "stamp": no[key]} for key in sorted(no))
    )
    path = folder / FILE
    made = path.with_name(f".{FILE}.new")
    made.write_text(tomlkit.dumps(document), encoding="utf-8", newline="\n")
    made.replace(path)
    return path


def _proposal(proposal: Proposal) -> dict[str, object]:
    return {
        "key": proposal.key,
        "place": proposal.place.title,
        "item": proposal.item.wording,
        "confidence": round(proposal.confidence, 2),
        "rank": proposal.rank,
        "words": [str(word) for word in proposal.words],
        "stamp": proposal.stamp,
    }


def _tables(entries: Iterable[Mapping[str, object]]) -> AoT:
    found = tomlkit.aot()
    for entry in entries:
        table = tomlkit.table()
        table.update(entry)
        found.append(table)
    return found
