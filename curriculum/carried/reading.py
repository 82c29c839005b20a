"""What any Office file shows; writing and verifying read it in the same way."""

from curriculum.carried.shown import Shown
from curriculum.findings import SourceError
from curriculum.office.package import Package

WORKBOOK = "xl/workbook.xml"


def is_workbook(package: Package) -> bool:
    """Whether it is a workbook, and not a text."""
    return any(part.startswith("xl/") for part in package.parts)


def shown_of(package: Package) -> Shown:
    """What a .docx or .xlsx shows.  Raises SourceError for what is neither."""
    if is_workbook(package):
        from curriculum.carried.sheets import sheet_parts  # noqa: PLC0415 (a text needs none)

        return sheet_parts(package)
    if not any(part.startswith("word/") for part in package.parts):
        raise SourceError(f"{package.name}: is neither a Word document nor a workbook")
    from curriculum.carried.word import word_parts  # noqa: PLC0415 (a workbook needs none)

    return word_parts(package)
