"""Standards in the JSON of the publisher's website, small and large."""

import json
import random
import re
from pathlib import Path
from typing import Any
from uuid import UUID

from curriculum.library.reading import Provenance, entries_of
from curriculum.library.records import Added
from curriculum.library.store import Library

KNOWLEDGE = ("Principles of lamps and lenses", "Signals of ships")


def standard(
    reference: str = "ST9999",
    version: str = "1.0",
    *,
    knowledge: tuple[str, ...] = KNOWLEDGE,
    **fields: object,
) -> dict[str, Any]:
    """A lighthouse keeper; ``fields`` are added, or replace what is there."""
    guids = [str(UUID(int=n)) for n in range(1, len(knowledge) + 1)]
    return {
        "referenceNumber": reference,
        "title": "Lighthouse keeper",
        "version": version,
        "status": "Approved for delivery",
        "level": 3,
        "route": "Protective services",
        "typicalDuration": 12,
        "overviewOfRole": "Keeps the light.",
        "knowledges": [
            {"knowledgeId": guid, "detail": text}
            for guid, text in zip(guids, knowledge, strict=True)
        ],
        "skills": [{"skillId": str(UUID(int=99)), "detail": "Sound a horn"}],
        "behaviours": [{"behaviourId": str(UUID(int=98)), "detail": "Stays awake"}],
        "duties": [
            {
                "dutyID": str(UUID(int=97)),
                "dutyDetail": "Keep the lamp lit",
                "isThisACoreDuty": 1,
                "mappedKnowledge": guids,
                "mappedSkills": [str(UUID(int=99))],
                "mappedBehaviour": [str(UUID(int=98))],
            }
        ],
    } | fields


def write(path: Path, content: object) -> Path:
    """The content as a JSON file."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def add(
    library: Library, path: Path, version: str = "", address: str = ""
) -> list[Added]:
    """Add a file, as the command does."""
    entries, _ = entries_of(path, Provenance(version, address))
    return library.add(entries)


def outcomes(
    library: Library, path: Path, version: str = "", address: str = ""
) -> list[str]:
    """What became of each standard of a file."""
    return [added.outcome.value for added in add(library, path, version, address)]


class Press:
    """Publishes as many standards as are wanted, each in its own words.

    A real standard gives the form; each of its words becomes another of the words
    of all real ones, so that nothing is shared that would not be.  The next version
    of a standard words a tenth of its statements anew.
    """

    def __init__(self, folder: Path) -> None:
        self._rng = random.Random(6)  # noqa: S311 (no secret)
        self._forms = [
            json.loads(path.read_text("utf-8"))
            for path in sorted(folder.glob("*.json"))
        ]
        words = " ".join(t for form in self._forms for t in _texts(form))
        self._words = re.findall(r"[A-Za-z]+", words)

    def print_all(self, standards: int, versions: int) -> list[list[dict[str, Any]]]:
        """One list for each version."""
        first = [self._first(n) for n in range(standards)]
        lists = [first]
        for minor in range(1, versions):
            lists.append([self._next(each, minor) for each in lists[-1]])
        return lists

    def _first(self, number: int) -> dict[str, Any]:
        form = self._forms[number % len(self._forms)]
        copy: dict[str, Any] = json.loads(json.dumps(form))
        copy |= {"referenceNumber": f"ST{1000 + number}", "version": "1.0"}
        for name in ("overviewOfRole", "occupationalSummary"):
            copy[name] = self._reworded(copy[name] or "")
        for statement, field in _statements(copy):
            statement[field] = self._reworded(statement[field])
        return copy

    def _next(self, earlier: dict[str, Any], minor: int) -> dict[str, Any]:
        copy: dict[str, Any] = json.loads(json.dumps(earlier))
        copy["version"] = f"1.{minor}"
        for statement, field in _statements(copy):
            if self._rng.random() < 0.1:
                statement[field] = self._reworded(statement[field])
        return copy

    def _reworded(self, text: str) -> str:
        return re.sub(r"[A-Za-z]{2,}", lambda _: self._rng.choice(self._words), text)


def _statements(form: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    names = {
        "knowledges": "detail",
        "skills": "detail",
        "behaviours": "detail",
        "duties": "dutyDetail",
    }
    return [(s, field) for name, field in names.items() for s in form[name]]


def _texts(form: dict[str, Any]) -> list[str]:
    return [statement[field] for statement, field in _statements(form)]
