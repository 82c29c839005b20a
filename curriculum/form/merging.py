"""Merges returned forms into a programme folder: all of it, or nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import tomli

from curriculum.assembly import join
from curriculum.checks import all_rules
from curriculum.errors import NotWrittenError
from curriculum.facts import gather
from curriculum.findings import Finding, Severity
from curriculum.form.applying import Applier, Texts
from curriculum.form.baseline import baseline_of
from curriculum.form.compare import Comparison, compare
from curriculum.form.copies import Copy
from curriculum.form.fields import Path as FieldPath
from curriculum.form.proposals import both_ways, kept_text
from curriculum.form.reading import is_lock, read_form
from curriculum.form.records import Id, Records, records_of
from curriculum.form.source import Source, source_of
from curriculum.form.spelling import spell_alike
from curriculum.model import SourceRef
from curriculum.office.workbook import KnownSheets
from curriculum.readers.programme import TomlFile, open_folder, read_files
from curriculum.readers.programme.decided import PROPOSALS
from curriculum.readers.programme.folder import PROGRAMME

_SOUND = ("ASM109", "ASM110", "COV104", "COV105")
"""Rules that say whether every name leads somewhere, and to one thing only."""


@dataclass(slots=True)
class Merge:
    """What a merge would do, what stands in its way, and what is kept aside."""

    folder: Path
    comparison: Comparison
    findings: list[Finding] = field(default_factory=list)
    aside: list[tuple[str, str]] = field(default_factory=list)
    """File and sentence for what people added that is no part of the form."""
    skipped: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    """Keys of the proposals that the forms reject."""
    texts: Texts = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    """The texts as they were when they were compared."""

    @property
    def has_errors(self) -> bool:
        """Whether something must be put right before anything is written."""
        return any(f.severity is Severity.ERROR for f in self.findings)

    @property
    def can_write(self) -> bool:
        """Whether nothing stands in the way."""
        return not (self.has_errors or self.comparison.conflicts)


def merge(
    folder: Path,
    forms: Sequence[Path],
    *,
    accept: Iterable[str] = (),
    delete: bool = False,
) -> Merge:
    """Compare returned forms with a programme; nothing is written.

    Raises SourceError when the folder is no programme, or a file no form of it.
    """
    source = source_of(folder)
    now = records_of(source.files)
    usable = _named([path for path in forms if not is_lock(path)])
    known = KnownSheets()
    copies = [
        read_form(path, source, now, known=known, name=name)
        for path, name in usable.items()
    ]
    spell_alike(copies, now)
    held = compare(now, copies, accept=accept, delete=delete)
    made = Merge(folder, held)
    made.skipped = [p.name for p in forms if is_lock(p)]
    made.findings += (f for f in source.findings if f.severity is Severity.ERROR)
    revision = baseline_of(source.files, source.sources).revision
    for copy in copies:
        _older(copy, revision)
        made.findings += copy.findings
        made.aside += ((copy.name, sentence) for sentence in copy.aside)
    if not (held.is_empty or held.conflicts):
        _apply(made, source, now)
    _decided(made, copies)
    return made


def _named(paths: Iterable[Path]) -> dict[Path, str]:
    """Each file once, and what it is called: by its folder if others are called so."""
    once = list({path.resolve(): path for path in paths}.values())
    alike = Counter(path.name for path in once)
    return {p: p.as_posix() if alike[p.name] > 1 else p.name for p in once}


def merge_copies(
    folder: Path,
    copies: Sequence[Copy],
    source: Source,
    now: Records,
    *,
    delete: bool = False,
) -> Merge:
    """Compare what copies of another kind say with a programme; nothing is written."""
    held = compare(now, copies, delete=delete)
    made = Merge(folder, held)
    made.findings += (f for f in source.findings if f.severity is Severity.ERROR)
    if not held.is_empty and made.can_write:
        _apply(made, source, now)
    return made


def write(made: Merge) -> list[Path]:
    """Put the new texts in place, all or none.

    Raises NotWrittenError if that cannot be done; the files are then as before.
    """
    if not (made.texts and made.can_write):
        return []
    current = _texts(made.folder)
    if current != made.before:
        raise NotWrittenError(
            f"{made.folder}: the files were changed in the meantime; merge again"
        )
    done: list[str] = []
    try:
        with TemporaryDirectory(prefix=".merging-", dir=made.folder) as work:
            for number, (name, text) in enumerate(made.texts.items()):
                target = made.folder / name
                if text is None:
                    done.append(name)
                    target.unlink()
                    continue
                fresh = Path(work) / str(number)
                fresh.write_bytes(text.encode())
                target.parent.mkdir(exist_ok=True)
                done.append(name)
                fresh.replace(target)
    except OSError as error:
        _restore(made, done)
        raise NotWrittenError(
            f"{error.filename or made.folder}: cannot be written ({error.strerror}); "
            "the programme is as it was"
        ) from error
    return [made.folder / name for name in made.texts]


def _restore(made: Merge, names: list[str]) -> None:
    """Put earlier texts back in place."""
    for name in names:
        path = made.folder / name
        if name in made.before:
            path.write_bytes(made.before[name].encode())
        else:
            path.unlink(missing_ok=True)


def _texts(folder: Path) -> dict[str, str]:
    """The text of every file of a programme, as it lies."""
    files = [folder / PROGRAMME, *sorted(folder.glob("*.toml"))]
    files += sorted((folder / "modules").glob("*.toml"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8")
        for path in dict.fromkeys(files)
        if path.is_file()
    }


def _older(copy: Copy, revision: str) -> None:
    if copy.baseline is not None and copy.baseline.revision != revision:
        message = "it was written from another state of the programme than there is now"
        copy.found("FRM207", copy.name, message, copy.at(""))


def _decided(made: Merge, copies: Sequence[Copy]) -> None:
    """What the forms accept and reject of the proposals that the programme keeps."""
    for key, at in both_ways(copies):
        message = f"{key} is rejected here and accepted in another form"
        finding = {"code": "FRM102", "severity": Severity.ERROR, "subject": key}
        made.findings.append(Finding(**finding, message=message, source=at))
    made.rejected = sorted({key for copy in copies for key in copy.rejected})
    if made.can_write and (text := kept_text(made.folder, copies)) is not None:
        made.before = made.before or _texts(made.folder)
        made.texts[PROPOSALS] = text


def _apply(made: Merge, source: Source, now: Records) -> None:
    made.before = _texts(made.folder)
    applier = Applier(source.files, now, made.before)
    made.texts = applier.apply(made.comparison)
    made.findings += applier.findings
    said = {f.subject for f in made.findings if f.severity is Severity.ERROR}
    made.findings += (f for f in _unsound(made) if f.subject not in said)


def _unsound(made: Merge) -> list[Finding]:
    """What would be wrong afterwards that is not wrong now."""
    before = {(f.code, f.message) for f in _faults(made.folder, {}, {})}
    after = _faults(made.folder, made.texts, _cells(made.comparison))
    return [f for f in after if (f.code, f.message) not in before]


Cells = dict[tuple[Id, FieldPath], SourceRef]
"""Where a record was written, or one of its fields."""


def _cells(held: Comparison) -> Cells:
    """The cells that what is new or changed comes from; of a record any of them."""
    found: Cells = {(added.id, ()): added.places[0] for added in held.additions}
    for change in held.changes:
        found[change.id, change.path] = change.places[0]
        found.setdefault((change.id, ()), change.places[0])
    return found


class _Merged(TomlFile):
    """A file as it would be: what comes from a form has its place there."""

    def __init__(self, name: str, text: str, cells: Cells) -> None:
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
        tables = tomli.loads(plain)
        super().__init__(name, plain, tables)
        self._cells = cells
        self._held = {r.path: r.id for r in records_of({name: tables}).values()}

    def at(self, *path: str | int) -> SourceRef:
        """The cell of a key, or of its record; else the line."""
        for size in range(len(path), -1, -1):
            id_ = self._held.get(path[:size])
            if id_ is not None:
                field_path = tuple(map(str, path[size:]))
                cell = self._cells.get((id_, field_path)) or self._cells.get((id_, ()))
                return cell or super().at(*path)
        return super().at(*path)


def _faults(folder: Path, texts: Texts, cells: Cells) -> list[Finding]:
    opened, findings = open_folder(folder)
    known = {file.name for file in opened}
    files = [file for file in opened if file.name not in texts]
    files += (_Merged(n, t, cells) for n, t in texts.items() if t is not None)
    order = [file.name for file in opened] + sorted(texts.keys() - known)
    files.sort(key=lambda file: order.index(file.name))
    draft = read_files(files)
    found = [*findings, *(f for file in files for f in file.findings)]
    loaded = join(draft, found, folder)
    faults = [f for f in loaded.findings if f.severity is Severity.ERROR]
    if loaded.programme is not None:
        facts = gather(loaded.programme)
        rules = (rule for rule in all_rules() if rule.code in _SOUND)
        faults += (f for r in rules for f in r(facts) if f.severity is Severity.ERROR)
    return faults
