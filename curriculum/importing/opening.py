"""Opens what a college already has, within bounds."""

from hashlib import sha256
from pathlib import Path

from curriculum.files import bytes_of
from curriculum.findings import SourceError
from curriculum.importing import excel, separated, word
from curriculum.importing.tables import Document
from curriculum.office.package import LARGEST_FILE_MB, Package

_OTHERS = {
    ".doc": "save it as .docx",
    ".xls": "save it as .xlsx",
    ".odt": "save it as .docx",
    ".ods": "save it as .xlsx",
    ".pdf": "open the Word or Excel file that it was made from",
    ".xlsb": "save it as .xlsx",
}


def open_document(path: Path) -> Document:
    """A Word document, a workbook or a file of separated values as tables.

    Raises SourceError, with a sentence, for what is none of these, too large,
    damaged, or protected by a password.
    """
    data = bytes_of(path, LARGEST_FILE_MB)
    document = Document(path.name, sha256(data).hexdigest())
    suffix = path.suffix.casefold()
    if path.name.startswith("~$"):
        raise SourceError(f"{path.name}: is the lock of a file that is open in Office")
    if suffix in _OTHERS:
        raise SourceError(f"{path.name}: cannot be read; {_OTHERS[suffix]}")
    if data.startswith((b"PK\3\4", b"PK\5\6", bytes.fromhex("d0cf11e0"))):
        package = Package.open(data, name=path.name)
        reads = word if any(p.startswith("word/") for p in package.parts) else excel
        reads.read(package, document)
    elif suffix in (".csv", ".txt", ".tsv"):
        separated.read(path.name, data, document)
    else:
        raise SourceError(
            f"{path.name}: is no .docx, .xlsx or .csv file, or is damaged"
        )
    return document
