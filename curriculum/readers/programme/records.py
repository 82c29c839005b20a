"""Records from TOML tables: what cannot be used becomes a finding, the rest stays."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from curriculum.findings import Finding, Severity
from curriculum.model import Record, SourceRef
from curriculum.readers.programme.lines import Lines
from curriculum.readers.programme.lines import Path as TomlPath

FINDINGS = {
    "ASM201": "A key of a programme file is not known.",
    "ASM202": "A value of a programme file cannot be used.",
    "ASM203": "A programme file lacks a key that it must have.",
    "ASM204": "A programme file is missing or cannot be read as TOML.",
    "ASM205": "A framework that the programme names cannot be read.",
    "ASM206": "A framework names a policy that does not exist.",
    "ASM207": "The programme's place in a map, profile or T Level is not found there.",
    "ASM208": "A person is named by a key that nobody has.",
    "ASM209": "A published document is not the one that the programme pins.",
    "ASM210": "A setting names a rule or a setting that does not exist.",
    "ASM211": "The version that the programme names is not one that is known.",
    "ASM213": "The assessment plan of a framework is none, or is of another standard.",
    "STD106": "The assessment plan names a KSB that the standard does not have.",
    "ASM212": "What was signed off cannot be read, or is no longer what was signed.",
    "ASM214": "A crosswalk names a framework or a statement that is not there.",
    "ASM215": "A crosswalk was decided on another wording or version.",
    "ASM216": "The programme names an option that the standard does not have.",
}
"""What the codes of this package and of assembly mean."""

R = TypeVar("R", bound=Record)

_PLAIN = {
    "missing": "is missing",
    "string_type": "is not a text in quotes",
    "int_type": "is not a whole number",
    "int_parsing": "is not a whole number",
    "int_from_float": "is not a whole number",
    "float_type": "is not a number",
    "float_parsing": "is not a number",
    "bool_type": "is neither true nor false",
    "bool_parsing": "is neither true nor false",
    "date_type": "is not a date such as 2026-09-08",
    "date_parsing": "is not a date such as 2026-09-08",
    "date_from_datetime_parsing": "is not a date such as 2026-09-08",
    "date_from_datetime_inexact": "is not a date such as 2026-09-08",
    "time_type": "is not a time such as 09:30:00",
    "time_parsing": "is not a time such as 09:30:00",
    "tuple_type": "is not a list in square brackets",
    "string_too_short": "is empty",
}


class TomlFile:
    """One TOML file of a programme: its tables, its lines, what was found in it."""

    def __init__(self, name: str, text: str, tables: dict[str, Any]) -> None:
        self.name = name
        self.tables = tables
        self.findings: list[Finding] = []
        self.text = text

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def at(self, *path: str | int) -> SourceRef:
        """The place of a key or table."""
        return SourceRef(file=self.name, place=str(self._lines.at(path)))

    def found(
        self,
        code: str,
        subject: str,
        message: str,
        *path: str | int,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a finding about a key or table."""
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                subject=subject,
                message=message,
                source=self.at(*path),
            )
        )

    def table(self, *path: str | int) -> dict[str, Any]:
        """The table at a path; empty (with a finding) if something else is there."""
        value = self._value(path, {})
        if isinstance(value, dict):
            return value
        self.found("ASM202", _name(path), f"{_name(path)} is not a table", *path)
        return {}

    def array(self, *path: str | int) -> list[dict[str, Any]]:
        """The array of tables at a path; what is no table in it is a finding."""
        value = self._value(path, [])
        if not isinstance(value, list):
            message = f"{_name(path)} is not a list of [[{_name(path)}]] tables"
            self.found("ASM202", _name(path), message, *path)
            return []
        for index, entry in enumerate(value):
            if not isinstance(entry, dict):
                message = f"entry {index + 1} of {_name(path)} is not a table"
                self.found("ASM202", _name(path), message, *path)
        return [entry for entry in value if isinstance(entry, dict)]

    def _value(self, path: TomlPath, default: Any) -> Any:  # noqa: ANN401 (TOML is untyped)
        value: Any = self.tables
        for part in path:
            if isinstance(value, dict) and isinstance(part, str):
                value = value.get(part, default)
            elif isinstance(value, list) and isinstance(part, int):
                value = value[part]
        return value

    def known(
        self, table: dict[str, Any], keys: Iterable[str], *path: str | int
    ) -> None:
        """A finding for each key of a table that is not known."""
        allowed = list(keys)
        for key in table:
            if key not in allowed:
                hint = did_you_mean(key, allowed)
                message = f"{key} is not a known key{hint}"
                self.found("ASM201", key, message, *path, key)

    def record(
        self, model: type[R], table: dict[str, Any], *path: str | int, **made: object
    ) -> R | None:
        """A record of a table, without what cannot be used; None if too little is left.

        ``made`` are fields that the caller has already built; their raw keys in
        the table are passed over.
        """
        place = "at" if "at" in model.model_fields else "source"
        own = set(model.model_fields) - {place}
        self.known(table, own | set(made), *path)
        usable: dict[str, Any] = {
            key: _tupled(value) for key, value in table.items() if key in own
        }
        usable |= {**made, place: self.at(*path)}
        while True:
            try:
                return model.model_validate(usable)
            except ValidationError as error:
                dropped = {self._refuse(model, e, path) for e in error.errors()}
            if any(model.model_fields[name].is_required() for name in dropped):
                self._leave_out(model, path)
                return None
            usable = {k: v for k, v in usable.items() if k not in dropped}

    def _leave_out(self, model: type[Record], path: TomlPath) -> None:
        """Say of the last finding that a record is missing because of it."""
        what = _name(path) or model.__name__.lower()
        last = self.findings[-1]
        message = f"{last.message}; {what} is left out until that is mended"
        self.findings[-1] = last.model_copy(update={"message": message})

    def _refuse(self, model: type[Record], error: ErrorDetails, path: TomlPath) -> str:
        """Note why a field cannot be used; its name."""
        name = str(error["loc"][0])
        if error["type"] == "missing":
            what = _name(path) or model.__name__.lower()
            self.found("ASM203", name, f"{what} has no {name}", *path)
        else:
            shown = _shown(error["input"])
            fault = _plain(error)
            message = " ".join(filter(None, (name, shown, fault)))
            self.found("ASM202", name, message, *path, name)
        return name


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The words to add when a word is near: "; did you mean hours?"."""
    by_fold = {w.casefold(): w for w in words}
    near = get_close_matches(word.casefold(), by_fold, n=1, cutoff=0.6)
    return f"; did you mean {by_fold[near[0]]}?" if near else ""


def name_within(root: Path, path: Path) -> str:
    """How findings name a file of a programme: its path inside the folder."""
    return path.relative_to(root).as_posix()


def _plain(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "enum":
            return "is none of " + str(context["expected"]).replace("'", "")
        case "greater_than":
            return f"is not greater than {context['gt']:g}"
        case "greater_than_equal":
            return f"is less than {context['ge']:g}"
        case "less_than_equal":
            return f"is greater than {context['le']:g}"
        case "string_pattern_mismatch":
            return "has a sign that cannot be used here"
        case kind:
            return _PLAIN.get(kind, error["msg"][:1].lower() + error["msg"][1:])


def _shown(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"  # noqa: PLR2004 (a line's length)


def _name(path: TomlPath) -> str:
    words = [f"{part + 1}" if isinstance(part, int) else part for part in path]
    return " ".join(words)


def _tupled(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
