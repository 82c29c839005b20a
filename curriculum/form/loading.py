"""A form alone as a programme: its baseline, with what people wrote in it.

Findings name the cell where a fact stands, as they name the line of a file.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import tomli

from curriculum.assembly import join
from curriculum.assembly.assembled import Assembled
from curriculum.assembly.decided import with_decided
from curriculum.assembly.signed import with_signoffs
from curriculum.edits import document
from curriculum.findings import Finding, SourceError
from curriculum.form.applying import Applier
from curriculum.form.baseline import Baseline
from curriculum.form.compare import compare
from curriculum.form.copies import Copy
from curriculum.form.proposals import SHEET as PROPOSED
from curriculum.form.proposals import kept_text
from curriculum.form.reading import baseline_in, open_form, read_form
from curriculum.form.records import Record, Records, TomlPath, records_of
from curriculum.form.source import Source, source_from
from curriculum.form.spelling import spell_alike
from curriculum.library.pins import OWN_LIBRARY
from curriculum.model import SourceRef
from curriculum.readers.programme import TomlFile, read_files
from curriculum.readers.programme.decided import PROPOSALS


class FormFile(TomlFile):
    """A file of the programme as a form carries it; its places are cells."""

    def __init__(self, name: str, text: str, copy: Copy) -> None:
        tables = tomli.loads(text)
        super().__init__(name, text, tables)
        self._copy = copy
        held = records_of({name: tables})
        self._records = {r.path: r for r in held.values()}

    def at(self, *path: str | int) -> SourceRef:
        """The cell of a key, or the row of its record."""
        for size in range(len(path), -1, -1):
            record = self._records.get(path[:size])
            if record is not None:
                return self._place(record, path[size:])
        return self._copy.at("")

    def _place(self, record: Record, rest: TomlPath) -> SourceRef:
        field = tuple(str(part) for part in rest)
        at = self._copy.places.get((record.id, field))
        return at or self._copy.seen.get(record.id) or self._copy.at("")


def load_form(path: Path) -> Assembled:
    """Put a programme together from a form alone.

    Raises SourceError when the workbook is no form, or carries no baseline.
    """
    with TemporaryDirectory(prefix="curriculum-") as work:
        files, _, findings = _opened(path, Path(work))
        draft = read_files(files)
        found = [*findings, *(f for file in files for f in file.findings)]
        joined = with_decided(join(draft, found, Path(work)), Path(work))
        return with_signoffs(joined, Path(work))


def source_in(path: Path) -> Source:
    """What a new form is written from, if the programme is itself a form."""
    with TemporaryDirectory(prefix="curriculum-") as work:
        files, baseline, findings = _opened(path, Path(work))
        sources = dict(baseline.sources)
        for name in sources:
            sources[name] = (Path(work) / name).read_bytes()
        return source_from(files, Path(work), findings, sources, whole=True)


def _opened(path: Path, work: Path) -> tuple[list[FormFile], Baseline, list[Finding]]:
    """The files that a form stands for, with what was found in its cells."""
    baseline, why = baseline_in(open_form(path))
    if baseline is None:
        raise SourceError(
            f"{path.name}: carries no baseline ({why}), so it is no programme by "
            "itself; merge it into the programme folder instead"
        )
    for name, content in baseline.sources.items():
        _lay(work, name, content)
    if baseline.library:
        _lay(work, OWN_LIBRARY, baseline.library)
    texts = {name: document(tables) for name, tables in baseline.files.items()}
    parsed = [TomlFile(n, t, tomli.loads(t)) for n, t in texts.items()]
    source = source_from(parsed, work, [], dict(baseline.sources))
    records = records_of(source.files)
    copy = read_form(path, source, records, everything=True)
    edited, faults = _edited(source, records, texts, copy)
    _decide(work, copy)
    files = [FormFile(name, text, copy) for name, text in edited.items()]
    return files, baseline, [*copy.findings, *faults]


def _decide(work: Path, copy: Copy) -> None:
    """Take what was accepted and rejected out of the proposals, and say so."""
    kept = kept_text(work, [copy])
    if kept is None:
        return
    (work / PROPOSALS).write_text(kept, "utf-8", newline="")
    parts = [
        f"{len(keys)} {'proposal is' if len(keys) == 1 else 'proposals are'} {done}"
        for keys, done in (
            (copy.accepted, "accepted, and counted as marks"),
            (copy.rejected, "rejected"),
        )
        if keys
    ]
    copy.found("FRM201", PROPOSED, f"{'; '.join(parts)} here", copy.at(PROPOSED))


def _lay(work: Path, name: str, content: bytes) -> None:
    """Put a file where the programme looks for it, and never outside."""
    target = (work / name).resolve()
    if work.resolve() not in target.parents:
        raise SourceError(f"a form carries {name}, which lies outside its programme")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _edited(
    source: Source, records: Records, texts: dict[str, str], copy: Copy
) -> tuple[dict[str, str], list[Finding]]:
    spell_alike([copy], records)
    held = compare(records, [copy])
    applier = Applier(source.files, records, texts)
    made = applier.apply(held)
    changed = {name: text for name, text in made.items() if text is not None}
    return texts | changed, applier.findings
