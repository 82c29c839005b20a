"""Opens a file, whatever it is, and asks the rules of its kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.accessibility.book import Book
from curriculum.accessibility.page import Page
from curriculum.accessibility.rule import Kind
from curriculum.accessibility.rules import all_rules
from curriculum.accessibility.word import Word
from curriculum.errors import SourceError
from curriculum.findings import Finding, Severity
from curriculum.office.package import Package

Settings = Mapping[str, Mapping[str, Any]]
"""For the code of a rule, the values of its settings."""

_PAGES = (".html", ".htm", ".xhtml")
_OTHERS = {
    ".pdf": "is a PDF; check the Word document or workbook that it was made from",
    ".odt": "is an OpenDocument text; save it as .docx to have it checked",
    ".ods": "is an OpenDocument spreadsheet; save it as .xlsx to have it checked",
    ".rtf": "is in rich text format; save it as .docx to have it checked",
    ".csv": "is plain text, which has nothing that these rules look at",
    ".txt": "is plain text, which has nothing that these rules look at",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one file."""

    path: Path
    kind: Kind
    findings: tuple[Finding, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything found is an error."""
        return any(f.severity is Severity.ERROR for f in self.findings)


def checked(
    path: Path, settings: Settings | None = None, *, published: bool = False
) -> Checked:
    """Check a file by every rule of its kind.

    ``published`` asks for the rules of the copy that is published, too.  Raises
    SourceError, with a sentence, for what cannot be opened or is of no such kind.
    """
    kind, document = _opened(path)
    found = [
        finding
        for rule in all_rules()
        if rule.kind is kind and (published or not rule.published_only)
        for finding in rule(document, path.name, (settings or {}).get(rule.code, {}))
    ]
    found.sort(key=lambda finding: finding.severity)
    return Checked(path, kind, tuple(found))


def _opened(path: Path) -> tuple[Kind, object]:
    """The document, and what kind it is by what it holds."""
    if path.is_dir():
        raise SourceError(f"{path}: is a folder, not a document")
    ending = path.suffix.casefold()
    if ending in _PAGES:
        return Kind.HTML, Page.open(path)
    if ending in _OTHERS and path.exists():
        raise SourceError(f"{path.name}: {_OTHERS[ending]}")
    package = Package.open(path)
    if any(part.startswith("xl/") for part in package.parts):
        return Kind.EXCEL, Book(path, package)
    if any(part.startswith("word/") for part in package.parts):
        return Kind.WORD, Word(path, package)
    raise SourceError(
        f"{path.name}: is neither a Word document nor a workbook nor a page of HTML"
    )
