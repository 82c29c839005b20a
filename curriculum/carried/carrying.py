"""Puts facts into a finished document, and takes them out again."""

from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from curriculum.carried import parts as files
from curriculum.carried.facts import (
    FORMAT,
    NAMESPACE,
    Carried,
    UnreadableFactsError,
    as_json,
    as_xml,
    from_xml,
    packed,
)
from curriculum.carried.programme import packed_programme
from curriculum.carried.reading import is_workbook, shown_of
from curriculum.carried.record import as_record
from curriculum.carried.sheets import FACTS_SHEET
from curriculum.findings import Severity, SourceError
from curriculum.office.package import Package
from curriculum.reviewed import Review

LARGEST_PART_MB = 32
_CUSTOM = "customXml/"


def carry(path: Path, review: Review, filename: str, title: str) -> None:
    """Make a finished document carry the facts that it shows."""
    package = Package.open(path)
    facts = facts_of(package, review, filename, title)
    path.write_bytes(carrying(package, facts))


def facts_of(package: Package, review: Review, filename: str, title: str) -> Carried:
    """The facts that a finished document shows, with their digest."""
    programme = packed_programme(review.facts)
    record = as_record(shown_of(package), programme.places)
    about = as_json(_about(review, filename, title))
    facts = Carried(about, packed(as_json(record)), programme.text).sealed()
    return facts.signed(review.sign) if review.sign else facts


def _about(review: Review, filename: str, title: str) -> dict[str, Any]:
    programme = review.programme
    errors = sum(f.severity is Severity.ERROR for f in review.findings)
    return {
        "format": FORMAT,
        "tool": f"curriculum {tool_version()}",
        "document": filename,
        "title": title,
        "programme": {
            "code": programme.code,
            "title": programme.title,
            "version": programme.version,
            "issued": programme.issued.isoformat() if programme.issued else "",
        },
        "frameworks": [
            {
                "id": framework.id,
                "title": framework.title,
                "version": framework.version,
                "sha256": framework.digest,
            }
            for framework in programme.frameworks
        ],
        "found": {"errors": errors, "warnings": len(review.findings) - errors},
    }


@cache
def tool_version() -> str:
    """The version of this tool."""
    try:
        return version("curriculum")
    except PackageNotFoundError:
        return "of unknown version"


def carrying(package: Package, facts: Carried) -> bytes:
    """A package with these facts, instead of those that it may carry already."""
    made = files.Parts(package)
    made.put_custom_xml(_held(package), as_xml(facts), NAMESPACE)
    made.put_property(files.STAMP, _stamp(facts))
    if is_workbook(package):
        made.put_hidden_sheet(FACTS_SHEET, files.lines_of(facts))
    return package.packed_with(made.changed, letters=made.letters)


def _stamp(facts: Carried) -> str:
    return f"{facts.told()['document']} sha256:{facts.digest}"


def _held(package: Package) -> str:
    """The part that carries facts, or nothing."""
    return next((name for name, _ in _custom(package)), "")


def _custom(package: Package) -> Iterator[tuple[str, Carried]]:
    for name in package.parts:
        if name.startswith(_CUSTOM) and "/" not in name.removeprefix(_CUSTOM):
            if package.size(name) > LARGEST_PART_MB * 1_000_000:
                continue
            facts = from_xml(package.read(name))
            if facts is not None:
                yield name, facts


def copies_of(package: Package) -> list[Carried]:
    """The facts that a document carries, the custom XML part first.

    None if it carries none; a workbook has a second copy.  Raises
    UnreadableFactsError when they are there and cannot be read.
    """
    found = [facts for _, facts in _custom(package)]
    if len(found) > 1:
        raise UnreadableFactsError("there are two custom XML parts with facts")
    if is_workbook(package):
        lines = files.hidden_lines(package, FACTS_SHEET)
        found += [files.facts_from(lines)] if lines else []
    return found


def stamp_of(package: Package) -> str:
    """What the document's properties say of the facts that it carried."""
    try:
        return files.Parts(package).property(files.STAMP)
    except SourceError:
        return ""
