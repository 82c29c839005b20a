"""PDF of documents, made by LibreOffice where it is installed.

The files are tagged for screen readers (PDF/UA) and show their title.  Many
documents are made in one run, for most of the time is LibreOffice starting;
each run has a profile of its own, so that several do not wait for each other
and an open LibreOffice is left alone.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.errors import NotWrittenError
from curriculum.writers._files import settle

SECONDS_TO_START = 60
SECONDS_PER_DOCUMENT = 60
"""The time limit: a document of a hundred pages takes about four seconds."""
MAKES = (".docx", ".xlsx")
"""Endings of files that a PDF can be made of."""
_NAMES = ("soffice", "libreoffice", "soffice.com")
_USUAL_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_WINDOWS_FOLDERS = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
_OPTIONS = ("UseTaggedPDF", "PDFUACompliance", "DisplayPDFDocumentTitle")
_OPTIONS_OF_LINKS = ("ExportBookmarks",)
_ITEM = """<item oor:path="/org.openoffice.Office.Common/Filter/PDF/Export">\
<prop oor:name="{}" oor:op="fuse"><value>true</value></prop></item>"""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" \
xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</oor:items>
"""
_MISSING = (
    "LibreOffice is not installed, so no PDF is written; install it from "
    "libreoffice.org, or save the documents as PDF from Word"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF in its place; ``remark`` says why that is not the usual one."""

    path: Path
    remark: str = ""


def soffice() -> Path | None:
    """LibreOffice, wherever it is usually installed, or nothing."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found:
        return Path(found)
    return next((place for place in _places(os.environ) if place.is_file()), None)


def _places(environment: Mapping[str, str]) -> Iterator[Path]:
    """Where installers put LibreOffice without telling the search path."""
    yield from map(Path, _USUAL_PLACES)
    yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    folders = [environment.get(name) for name in _WINDOWS_FOLDERS]
    own = environment.get("LOCALAPPDATA")
    folders.append(str(Path(own, "Programs")) if own else None)
    for folder in dict.fromkeys(filter(None, folders)):
        for name in (
            "LibreOffice",
            "LibreOffice 5",
            "LibreOfficePortable/App/libreoffice",
        ):
            # The .com waits for the work to be done, the .exe does not.
            yield Path(folder, name, "program", "soffice.com")
            yield Path(folder, name, "program", "soffice.exe")


def pdf_of(document: Path) -> Path:
    """Where the PDF of a document stands: of a workbook, with that word in its name.

    A Word document and a workbook may have one name.
    """
    if document.suffix == ".docx":
        return document.with_suffix(".pdf")
    return document.with_name(f"{document.stem}-workbook.pdf")


def as_pdf(
    documents: Sequence[tuple[Path, Path]], seconds: float | None = None
) -> list[Made]:
    """Make a PDF of each document: pairs of the document and the PDF that is wanted.

    A PDF that is open elsewhere gets a neighbour.  Raises NotWrittenError, with a
    sentence, where LibreOffice is missing, takes longer than ``seconds``, or makes
    no PDF of a document; what could be made is put in place first.
    """
    if not documents:
        return []
    program = soffice()
    if program is None:
        raise NotWrittenError(_MISSING)
    limit = seconds or SECONDS_TO_START + SECONDS_PER_DOCUMENT * len(documents)
    with TemporaryDirectory(
        prefix="curriculum-pdf-", ignore_cleanup_errors=True
    ) as made:
        folder = Path(made)
        copies = [_copied(path, folder, n) for n, (path, _) in enumerate(documents)]
        in_time = _run(program, folder, copies, limit)
        done, left = [], []
        for copy, (path, wanted) in zip(copies, documents, strict=True):
            result = folder / "made" / f"{copy.stem}.pdf"
            if result.is_file():
                done.append(Made(*_placed(result, wanted)))
            else:
                left.append(path.name)
        if left:
            raise NotWrittenError(_why(left, limit, in_time=in_time))
    return done


def _placed(made: Path, wanted: Path) -> tuple[Path, str]:
    """Put a PDF in place, by way of the folder that it goes to: it may be elsewhere."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    beside = wanted.with_name(f".{wanted.name}.{os.getpid()}")
    try:
        shutil.copyfile(made, beside)
        return settle(beside, wanted)
    finally:
        beside.unlink(missing_ok=True)


def _why(left: list[str], limit: float, *, in_time: bool) -> str:
    names = ", ".join(left)
    if in_time:
        return f"LibreOffice makes no PDF of {names}; the documents are written"
    return (
        f"LibreOffice takes longer than {limit:g} seconds, so there is no PDF of "
        f"{names}; the documents are written"
    )


def _copied(path: Path, folder: Path, number: int) -> Path:
    """A copy of a name of its own: no lock is left beside the document."""
    copy = folder / f"{number:04}{path.suffix}"
    shutil.copyfile(path, copy)
    return copy


def _run(program: Path, folder: Path, copies: Sequence[Path], seconds: float) -> bool:
    """Run LibreOffice once over all; whether it ended in time."""
    profile = folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    items = "".join(_ITEM.format(name) for name in (*_OPTIONS, *_OPTIONS_OF_LINKS))
    settings.write_text(_SETTINGS.format(items), "utf-8")
    command = [
        str(program),
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nologo"),
        *("--convert-to", "pdf", "--outdir", str(folder / "made")),
        *map(str, copies),
    ]
    process = subprocess.Popen(  # noqa: S603 (a program of this machine, our own files)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        _end(process)
        return False
    except BaseException:
        _end(process)
        raise
    return True


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the program that it starts in turn."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603 (a program of Windows)
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607 (likewise)
            check=False,
            capture_output=True,
        )
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
