"""A programme carried over to a new edition of one of its frameworks.

Marks of certain matches with the same words move; every other mark moves to where
its statement most likely went and keeps the stamp of the old wording, so that rule
COV111 lists it until a person confirms it.  What was removed stays as a comment.
"""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from curriculum.findings import SourceError
from curriculum.model import Framework, Programme
from curriculum.pipeline import load
from curriculum.versions.compare import compare
from curriculum.versions.difference import Difference
from curriculum.versions.edition import Edition, Opened, edition_of
from curriculum.versions.impact import framework_for
from curriculum.versions.marks import Carriage, Moved, tables, value_at
from curriculum.versions.toml_text import TomlText, settled

_BOM = b"\xef\xbb\xbf"
_MOVED, _SUSPECT, _OUT, _LOOK = "moved", "to confirm", "taken out", "to look at"


@dataclass(frozen=True, slots=True)
class Step:
    """One change that a migration makes, or something that it leaves to a person."""

    what: str
    """"moved", "to confirm", "taken out", "to look at" or "source"."""
    place: str
    """File and line before the change."""
    subject: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}: {self.subject}: {self.sentence}"


@dataclass(slots=True)
class Migration:
    """What would be written, and what it changes; nothing is written here."""

    difference: Difference
    framework: str
    steps: list[Step] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    """New content of each file of the folder that changes."""


def planned(
    folder: Path, new: Opened, *, framework: str = "", version: str = ""
) -> Migration:
    """What carrying a programme over to a new edition changes.

    Raises SourceError when the programme does not use the framework, or when its
    files are not those that its marks were made against.
    """
    programme, findings = _loaded(folder)
    chosen = _framework(programme, new.edition, framework)
    for finding in findings:
        if finding.code == "ASM209" and finding.subject == chosen.id:
            raise SourceError(
                f"{finding.source}: {finding.message}; its marks may have been made "
                "against another wording, so nothing can be carried over"
            )
    migration = Migration(compare(edition_of(chosen), new.edition), chosen.id)
    plan = _Plan(folder, programme, migration)
    for path in sorted((folder / "modules").glob("*.toml")):
        plan.marks(path)
    plan.marks(folder / "assessments.toml")
    plan.waivers(folder / "waivers.toml")
    plan.source(folder / "programme.toml", new, version or new.edition.version)
    return migration


def _loaded(folder: Path) -> tuple[Programme, tuple[Any, ...]]:
    loaded = load(folder)
    if loaded.programme is None:
        raise SourceError(
            f"{folder}: the programme cannot be put together; "
            "curriculum check lists what stands in the way"
        )
    return loaded.programme, loaded.findings


def _framework(programme: Programme, edition: Edition, named: str) -> Framework:
    found = programme.framework(named) if named else framework_for(programme, edition)
    if found is None:
        ids = ", ".join(framework.id for framework in programme.frameworks) or "none"
        wanted = named or edition.reference
        raise SourceError(
            f"{programme.code} uses no framework {wanted} that can be read; "
            f"it uses {ids}"
        )
    return found


class _Plan:
    """Goes through the files of a programme and notes each change."""

    def __init__(self, folder: Path, programme: Programme, into: Migration) -> None:
        self._folder, self._into = folder, into
        self._framework, self._difference = into.framework, into.difference
        self._carriage = Carriage(into.difference)
        self._elsewhere = {
            item.key
            for framework in programme.frameworks
            if framework.id != into.framework
            for item in framework.items
        }
        self._changed = {
            old.key
            for match in into.difference.items
            for old in match.old
            if not match.carries or match.new[0].key != old.key
        }

    def marks(self, path: Path) -> None:
        """Carry over the marks and claims of one file."""
        if not path.is_file():
            return
        file = _File(self._folder, path)
        for table in tables(file.text.data, self._framework):
            owner = str(value_at(file.text.data, table[:2]).get("key", table[1] + 1))
            for moved in self._carriage.table(value_at(file.text.data, table)):
                self._mark(file, table, moved, owner)
            _rewrite(file.wanted, table, self._carriage)
        self._claims(file)
        self._prose(file)
        file.keep(self._into)

    def _mark(
        self, file: "_File", table: tuple[Any, ...], moved: Moved, owner: str
    ) -> None:
        old = value_at(file.text.data, (*table, moved.old))
        if moved.new == ((moved.old, old),):
            return
        note = "" if moved.joined else self._removed(moved.old)
        if not file.text.set((*table, moved.old), moved.new, note):
            file.by_line = False
        place = file.place((*table, moved.old))
        said = f"{moved.old} → {', '.join(k for k, _ in moved.new) or moved.joined}"
        what = _SUSPECT if moved.suspect else _MOVED
        if not moved.new and not moved.joined:
            what, said = _OUT, f"{moved.old}: {note}"
        elif moved.suspect:
            said += f" ({self._why(moved.old)})"
        self._into.steps.append(Step(what, place, owner, said))

    def _removed(self, key: str) -> str:
        match = self._carriage.match(key)
        new = self._difference.new.label
        if match is None:
            return f"{key} of {new} is none that this mark was made against"
        wording = " ".join(match.old[0].wording.split())
        return f"not in {new}: {wording}"

    def _why(self, key: str) -> str:
        match = self._carriage.match(key)
        if match is None:
            return ""
        changes = ", ".join(change.value for change in match.changes)
        return f"{changes}; {match.certainty}: {match.why}"

    def _claims(self, file: "_File") -> None:
        """Carry over what a module says that it covers."""
        intends = file.text.data.get("intends")
        held = intends.get(self._framework) if isinstance(intends, dict) else None
        if not isinstance(held, list) or not all(isinstance(k, str) for k in held):
            return
        moved = self._carriage.claims(held)
        wanted = [new for _, keys in moved for new in keys]
        if wanted == held:
            return
        path = ("intends", self._framework)
        queue = iter(moved)
        file.text.set_array(path, lambda _: next(queue)[1])
        file.wanted["intends"][self._framework] = wanted
        before = [key for key in held if key not in wanted]
        after = [key for key in wanted if key not in held]
        said = f"intends {', '.join(after) or 'none'} in the place of "
        said += ", ".join(before) or "none"
        subject = str(file.text.data.get("key", file.name))
        self._into.steps.append(Step(_MOVED, file.place(path), subject, said))

    def _prose(self, file: "_File") -> None:
        """Tell where texts name codes that mean something else now."""
        for owner, text in _texts(file.text.data, ""):
            named = re.findall(r"\b[A-Z]{1,3}\d+\b", text)
            for key in dict.fromkeys(k for k in named if k in self._changed):
                keys = ", ".join(self._carriage.keys(key)) or "nothing"
                said = f"a text names {key}, which is now {keys}; texts are not changed"
                self._into.steps.append(Step(_LOOK, file.name, owner, said))

    def waivers(self, path: Path) -> None:
        """Carry over exceptions; one whose statement changed is taken out.

        An exception has no stamp: left as it is, it would hide a finding about
        another statement.
        """
        if not path.is_file():
            return
        file = _File(self._folder, path)
        entries = file.text.data.get("waivers", [])
        kept = []
        for index, entry in enumerate(entries):
            kept += self._waiver(file, index, entry)
        if kept != entries:
            file.wanted["waivers"] = kept
            if not kept:
                del file.wanted["waivers"]
        file.keep(self._into)

    def _waiver(
        self, file: "_File", index: int, entry: dict[str, Any]
    ) -> list[dict[str, Any]]:
        subject, path = str(entry.get("subject", "")), ("waivers", index)
        found = self._match_of(subject)
        same = found is not None and found.carries
        if found is None or (same and found.new[0].key == subject):
            return [entry]
        about = f"{entry.get('code', '')} {subject}"
        if subject in self._elsewhere:
            said = "its subject stands in two frameworks; see which is meant"
            self._into.steps.append(Step(_LOOK, file.place(path), about, said))
            return [entry]
        if same:
            key = found.new[0].key
            self._into.steps.append(
                Step(_MOVED, file.place(path), about, f"{subject} → {key}")
            )
            if not file.text.set((*path, "subject"), [("subject", key)], ""):
                file.by_line = False
            return [{**entry, "subject": key}]
        said = f"{subject} is not what it was when this was waived"
        self._into.steps.append(Step(_OUT, file.place(path), about, said))
        file.text.comment_out(path, f"taken out on migration: {said}")
        return []

    def _match_of(self, key: str) -> Any:  # noqa: ANN401 (Match | None, of either list)
        """What became of an item or duty of the old edition."""
        for match in (*self._difference.items, *self._difference.duties):
            if any(statement.key == key for statement in match.old):
                return match
        return None

    def source(self, path: Path, new: Opened, version: str) -> None:
        """Point programme.toml to the new edition."""
        file = _File(self._folder, path)
        entries = file.text.data["frameworks"]
        index = next(n for n, e in enumerate(entries) if e["id"] == self._framework)
        source = new.source or self._copied(new)
        wanted = {
            "source": source,
            "version": version,
            "digest": f"sha256:{new.digest}",
        }
        entry = entries[index]
        for key, value in wanted.items():
            if entry.get(key, "") == value:
                continue
            self._into.steps.append(
                Step(
                    "source",
                    file.place(("frameworks", index, key)),
                    self._framework,
                    f"{key} {entry.get(key) or 'none'} → {value or 'none'}",
                )
            )
            if key not in entry:
                file.text.insert_after(("frameworks", index, "source"), key, value)
            elif not file.text.set(("frameworks", index, key), [(key, value)], ""):
                file.by_line = False
            file.wanted["frameworks"][index][key] = value
        file.keep(self._into)

    def _copied(self, new: Opened) -> str:
        """The name of the file in the folder; a file from elsewhere is copied there."""
        path = new.path
        assert path is not None, "an edition without a name has a file"  # noqa: S101
        folder = self._folder.resolve()
        if path.resolve().is_relative_to(folder):
            return path.resolve().relative_to(folder).as_posix()
        content, name, number = path.read_bytes(), path.name, 1
        while (there := self._folder / name).exists() and there.read_bytes() != content:
            number += 1
            name = f"{path.stem}-{number}{path.suffix}"
        if not (self._folder / name).exists():
            self._into.files[name] = content
        return name


class _File:
    """One programme file: its text as it is edited, and what it should say then."""

    def __init__(self, folder: Path, path: Path) -> None:
        self.name = path.relative_to(folder).as_posix()
        content = path.read_bytes()
        self._mark = _BOM if content.startswith(_BOM) else b""
        self._original = content.removeprefix(_BOM).decode()
        self.text = TomlText(self._original)
        self.wanted: dict[str, Any] = copy.deepcopy(self.text.data)
        self.by_line = True

    def place(self, path: tuple[Any, ...]) -> str:
        """File and line of a path."""
        return f"{self.name}:{self.text.line(path)}"

    def keep(self, into: Migration) -> None:
        """Note the new content if there is any."""
        if self.wanted == self.text.data:
            return
        edited = self.text.result() if self.by_line else self._original
        text = settled(self.name, edited, self.wanted, self._original)
        into.files[self.name] = self._mark + text.encode()


def _rewrite(data: dict[str, Any], table: tuple[Any, ...], carriage: Carriage) -> None:
    """Put the new marks into what a file should say."""
    *around, last = table
    holder = value_at(data, tuple(around))
    held = carriage.table(holder[last])
    holder[last] = {new: mark for moved in held for new, mark in moved.new}


def _texts(value: Any, owner: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 (TOML is untyped)
    """Every text that is no mark, with the key of the record that it stands in."""
    if isinstance(value, str):
        yield owner, value
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry, owner)
    elif isinstance(value, dict):
        inner = str(value.get("key", owner))
        for key, entry in value.items():
            if key not in {"teaches", "assesses", "intends", "key"}:
                yield from _texts(entry, inner)
