"""The files of a programme folder, each with what it may hold."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import (
    FURTHER_COLUMNS,
    SCHEME_COLUMNS,
    Assessment,
    AssessmentOutcome,
    BankHolidayOverride,
    Calendar,
    Choice,
    Claim,
    Closure,
    DeliverySlot,
    Depth,
    DocumentSettings,
    Embedding,
    EndPointAssessment,
    EndPointMethod,
    Group,
    Header,
    Link,
    Module,
    Outcome,
    Person,
    Record,
    Session,
    SourceRef,
    Stretch,
    Term,
    Theme,
    Verification,
    Waiver,
    Workplace,
)
from curriculum.readers.programme.draft import Draft, FrameworkDraft, PositionDraft
from curriculum.readers.programme.lines import in_plain_words, line_of
from curriculum.readers.programme.records import (
    R,
    TomlFile,
    did_you_mean,
    name_within,
)

LARGEST_MB = 5
"""No file of a programme comes near it: the worked example's modules take 30 kB."""

FORMAT = 1
"""The form of these files; raised when a later one is no longer the same."""

PROGRAMME, CALENDAR = "programme.toml", "calendar.toml"
ASSESSMENTS, WAIVERS, MODULES = "assessments.toml", "waivers.toml", "modules"
_ASSESSED = "assessed"
_PARTS = (
    "format",
    "order",
    "frameworks",
    "position",
    "people",
    "choices",
    "verifications",
    "end_point",
    "settings",
    "documents",
)
"""Keys of programme.toml that are no part of the header."""


def read_folder(folder: Path) -> tuple[Draft, list[Finding]]:
    """A draft of the programme in a folder, and what was found in its files.

    Raises SourceError when there is no programme.toml that can be read.
    """
    files, findings = open_folder(folder)
    return read_files(files), [*findings, *(f for file in files for f in file.findings)]


def open_folder(folder: Path) -> tuple[list[TomlFile], list[Finding]]:
    """The files of a programme folder, programme.toml first, modules in order.

    Raises SourceError when there is no programme.toml that can be read.
    """
    main = folder / PROGRAMME
    if not main.is_file():
        raise SourceError(
            f"{folder}: is no programme folder, for it has no {PROGRAMME}"
        )
    first, faults = open_file(folder, main)
    if first is None:
        raise SourceError(str(faults[0].source) + ": " + faults[0].message)
    _check_order(first, folder / MODULES)
    files, findings = [first], []
    for path in _others(folder, order_of(first.tables)):
        file, faults = open_file(folder, path)
        findings += faults
        if file is not None:
            files.append(file)
    return files, findings


def read_files(files: Iterable[TomlFile]) -> Draft:
    """A draft of opened files; what is found stands in each file."""
    draft = Draft()
    takes = {
        PROGRAMME: _programme,
        CALENDAR: _calendar,
        ASSESSMENTS: _assessments,
        WAIVERS: _waivers,
    }
    for file in files:
        takes.get(file.name, _module)(file, draft)
    return draft


def order_of(tables: dict[str, Any]) -> list[str]:
    """The order of modules that programme.toml states."""
    order = tables.get("order", [])
    return [str(key) for key in order] if isinstance(order, list) else []


def _check_order(first: TomlFile, modules: Path) -> None:
    """A finding if the order is no list, and for each name in it without a file."""
    if not isinstance(first.tables.get("order", []), list):
        message = f"order {first.tables['order']} is not a list in square brackets"
        first.found("ASM202", "order", message, "order")
    stems = sorted(path.stem for path in modules.glob("*.toml"))
    for name in order_of(first.tables):
        if name not in stems:
            message = f"order names {name}, and there is no {MODULES}/{name}.toml"
            hint = did_you_mean(name, stems)
            first.found("ASM202", "order", f"{message}{hint}", "order")


def _others(folder: Path, order: list[str]) -> Iterator[Path]:
    yield folder / CALENDAR
    modules = sorted((folder / MODULES).glob("*.toml"))
    if order:
        place = {key: number for number, key in enumerate(order)}
        modules.sort(key=lambda path: (place.get(path.stem, len(order)), path.stem))
    yield from modules
    yield folder / ASSESSMENTS
    if (folder / WAIVERS).exists():
        yield folder / WAIVERS


def open_file(root: Path, path: Path) -> tuple[TomlFile | None, list[Finding]]:
    """A file's tables, or the finding that says why not."""
    name, line = name_within(root, path), ""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_MB * 1_000_000 + 1)
        if len(data) > LARGEST_MB * 1_000_000:
            fault = f"is larger than {LARGEST_MB} MB"
        else:
            text = data.decode("utf-8-sig").replace("\r\n", "\n")
            return TomlFile(name, text, _tables(text)), []
    except FileNotFoundError:
        fault = "there is no such file"
    except OSError as error:
        fault = f"cannot be opened ({error.strerror})"
    except UnicodeDecodeError as error:
        line = str(data[: error.start].count(b"\n") + 1)
        fault = "is not UTF-8; save it as UTF-8"
    except tomli.TOMLDecodeError as error:
        line = line_of(error)
        fault = f"cannot be read as TOML: {in_plain_words(error)}"
    found = Finding(
        code="ASM204",
        severity=Severity.ERROR,
        subject=name,
        message=fault,
        source=SourceRef(file=name, place=line),
    )
    return None, [found]


@lru_cache(maxsize=128)
def _tables(text: str) -> dict[str, Any]:
    """A text's tables, read again only when it has changed; nobody writes in them."""
    return tomli.loads(text)


def forget() -> None:
    """Let go of the texts that were read, and their tables."""
    _tables.cache_clear()


def _programme(file: TomlFile, draft: Draft) -> None:
    header = {k: v for k, v in file.tables.items() if k not in _PARTS}
    file.known(header, [*_fields(Header), *_PARTS])
    if file.tables.get("format", FORMAT) != FORMAT:
        message = f"format is {file.tables['format']}; what can be read is {FORMAT}"
        file.found("ASM202", "format", message, "format")
    draft.header = file.record(
        Header, {k: v for k, v in header.items() if k in Header.model_fields}
    )
    draft.frameworks = list(_frameworks(file))
    draft.choices = _records(file, Choice, "choices")
    draft.verifications = _records(file, Verification, "verifications")
    draft.people = _records(file, Person, "people")
    if "position" in file.tables:
        draft.position = file.record(PositionDraft, file.table("position"), "position")
    if "end_point" in file.tables:
        methods = _records(file, EndPointMethod, "end_point", "methods")
        table = _without(file.table("end_point"), "methods")
        draft.end_point = file.record(
            EndPointAssessment, table, "end_point", methods=tuple(methods)
        )
    draft.documents = _documents(file)
    draft.settings = _settings(file)
    draft.settings_at = {code: file.at("settings", code) for code in draft.settings}


def _frameworks(file: TomlFile) -> Iterator[FrameworkDraft]:
    name = "assessment_outcomes"
    for index, table in enumerate(file.array("frameworks")):
        outcomes = _records(file, AssessmentOutcome, "frameworks", index, name)
        made = {name: tuple(outcomes)}
        rest = _without(table, name)
        record = file.record(FrameworkDraft, rest, "frameworks", index, **made)
        if record is not None:
            yield record


def _documents(file: TomlFile) -> DocumentSettings:
    table = file.table("documents")
    file.known(table, DocumentSettings.model_fields, "documents")
    try:
        wanted = DocumentSettings.model_validate(
            {k: v for k, v in table.items() if k in DocumentSettings.model_fields}
        )
    except ValueError:
        message = "documents takes tables = module or term, and columns = a list"
        file.found("ASM202", "documents", message, "documents")
        return DocumentSettings()
    known = (*SCHEME_COLUMNS, *FURTHER_COLUMNS)
    for column in wanted.columns:
        if column not in known:
            message = f"{column} is not a known column{did_you_mean(column, known)}"
            file.found("ASM202", column, message, "documents", "columns")
    return wanted


def _settings(file: TomlFile) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for code, values in file.table("settings").items():
        if isinstance(values, dict):
            found[code] = values
        else:
            message = f"settings {code} is not a table of settings"
            file.found("ASM202", code, message, "settings", code)
    return found


def _calendar(file: TomlFile, draft: Draft) -> None:
    lists: dict[str, object] = {
        "terms": tuple(_records(file, Term, "terms")),
        "closures": tuple(_stretches(file, Closure, "closures")),
        "bank_holiday_overrides": tuple(
            _records(file, BankHolidayOverride, "bank_holiday_overrides")
        ),
        "delivery": tuple(_records(file, DeliverySlot, "delivery")),
        "blocks": tuple(_stretches(file, Stretch, "blocks")),
        "workplace": tuple(_stretches(file, Workplace, "workplace")),
        "exams": tuple(_stretches(file, Stretch, "exams")),
        "groups": tuple(_groups(file)),
    }
    table = _without(file.tables, *lists)
    draft.calendar = file.record(Calendar, table, **lists)


def _groups(file: TomlFile) -> Iterator[Group]:
    for index, table in enumerate(file.array("groups")):
        path = ("groups", index)
        made: dict[str, object] = {
            "delivery": tuple(_records(file, DeliverySlot, *path, "delivery")),
            "blocks": tuple(_stretches(file, Stretch, *path, "blocks")),
        }
        record = file.record(Group, _without(table, *made), *path, **made)
        if record is not None:
            yield record


def _stretches(file: TomlFile, model: type[R], *path: str | int) -> Iterator[R]:
    """Records of several days; ``date`` stands for one that lasts a day."""
    for index, table in enumerate(file.array(*path)):
        if "date" in table:
            day = table["date"]
            table = {"starts": day, "ends": day, **_without(table, "date")}  # noqa: PLW2901 (one day is both ends)
        record = file.record(model, table, *path, index)
        if record is not None:
            yield record


def _module(file: TomlFile, draft: Draft) -> None:
    made: dict[str, object] = {
        "outcomes": tuple(_records(file, Outcome, "outcomes")),
        "sessions": tuple(_sessions(file)),
        "intends": tuple(_claims(file)),
    }
    record = file.record(Module, _without(file.tables, *made), **made)
    if record is not None:
        draft.modules.append(record)


def _sessions(file: TomlFile) -> Iterator[Session]:
    for index, table in enumerate(file.array("sessions")):
        made: dict[str, object] = {
            "embedding": tuple(_embedding(file, index)),
            "teaches": tuple(_links(file, "sessions", index, "teaches")),
        }
        record = file.record(Session, _without(table, *made), "sessions", index, **made)
        if record is not None:
            yield record


def _embedding(file: TomlFile, index: int) -> Iterator[Embedding]:
    path = ("sessions", index, "embedding")
    table = file.table(*path)
    file.known(table, [theme.value for theme in Theme], *path)
    for theme in Theme:
        if table.get(theme.value):
            record = file.record(
                Embedding, {"theme": theme, "text": table[theme.value]}, *path
            )
            if record is not None:
                yield record


def _claims(file: TomlFile) -> Iterator[Claim]:
    for framework, items in file.table("intends").items():
        if not isinstance(items, list):
            message = f"intends {framework} is not a list of keys"
            file.found("ASM202", framework, message, "intends", framework)
            continue
        at = file.at("intends", framework)
        for item in items:
            yield Claim(framework=framework, item=str(item), source=at)


def _links(file: TomlFile, *path: str | int) -> Iterator[Link]:
    """Marks of a session or an assessment: framework, item, and how."""
    for framework in file.table(*path):
        for item, mark in file.table(*path, framework).items():
            where = (*path, framework, item)
            words = mark if isinstance(mark, dict) else {"mark": mark}
            file.known(words, ("mark", "stamp"), *where)
            word = str(words.get("mark", "")).strip().casefold()
            allowed = [d.value for d in Depth] if path[-1] == "teaches" else [_ASSESSED]
            if word not in allowed:
                hint = did_you_mean(word, allowed)
                one_of = ", ".join(allowed)
                message = (
                    f"{item} is marked {word or 'with nothing'}, not {one_of}{hint}"
                )
                file.found("ASM202", item, message, *where)
                continue
            yield Link(
                framework=framework,
                item=item,
                depth=None if word == _ASSESSED else Depth(word),
                stamp=words.get("stamp"),
                source=file.at(*where),
            )


def _assessments(file: TomlFile, draft: Draft) -> None:
    file.known(file.tables, ["assessments"])
    for index, table in enumerate(file.array("assessments")):
        links = tuple(_links(file, "assessments", index, "assesses"))
        record = file.record(
            Assessment,
            _without(table, "assesses"),
            "assessments",
            index,
            assesses=links,
        )
        if record is not None:
            draft.assessments.append(record)


def _waivers(file: TomlFile, draft: Draft) -> None:
    file.known(file.tables, ["waivers"])
    for index, table in enumerate(file.array("waivers")):
        file.known(
            table,
            ("code", "subject", "reason", "who", "from", "until"),
            "waivers",
            index,
        )
        renamed = {"from": "starts", "until": "ends"}
        known = {
            renamed.get(k, k): v
            for k, v in table.items()
            if renamed.get(k, k) in Waiver.model_fields and k not in renamed.values()
        }
        record = file.record(Waiver, known, "waivers", index)
        if record is not None:
            draft.waivers.append(record)


def _records(file: TomlFile, model: type[R], *path: str | int) -> list[R]:
    found = (
        file.record(model, table, *path, index)
        for index, table in enumerate(file.array(*path))
    )
    return [record for record in found if record is not None]


def _fields(model: type[Record]) -> list[str]:
    return [name for name in model.model_fields if name != "source"]


def _without(table: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in table.items() if key not in keys}


def read_calendar(path: Path) -> tuple[Calendar | None, list[Finding]]:
    """A calendar.toml by itself, wherever it stands, and what was found in it."""
    file, findings = open_file(path.parent, path)
    if file is None:
        return None, findings
    draft = Draft()
    _calendar(file, draft)
    return draft.calendar, [*findings, *file.findings]
