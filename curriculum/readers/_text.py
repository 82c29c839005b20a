"""Text files as they come: opened within bounds, with numbered lines and errata."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import SourceRef
from curriculum.sources import Erratum

LARGEST_MB = 20
"""Published documents as text take some 20 kB; a megabyte is a thousand pages."""

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1a"))
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(slots=True)
class Line:
    """One line: its number from 1, as printed, and as errata say it is meant."""

    number: int
    printed: str
    meant: str


@dataclass(slots=True)
class SourceText:
    """A text file as numbered lines."""

    file: str
    digest: str
    lines: list[Line]
    findings: list[Finding] = field(default_factory=list)
    _applied: list[tuple[int, Erratum]] = field(default_factory=list)

    def at(self, line: Line | int) -> SourceRef:
        """The place of a line."""
        number = line if isinstance(line, int) else line.number
        return SourceRef(file=self.file, place=str(number))

    def written(self) -> Iterator[Line]:
        """The lines that are not blank."""
        return (line for line in self.lines if line.printed.strip())

    def correct(self, errata: Iterable[Erratum]) -> None:
        """Give each line that holds a known misprint the reading that is meant."""
        for erratum in errata:
            for line in self.lines:
                if erratum.printed in line.meant:
                    line.meant = line.meant.replace(erratum.printed, erratum.meant)
                    self._applied.append((line.number, erratum))

    def corrections(self) -> list[Finding]:
        """A finding for each misprint that was read otherwise than printed."""
        return [
            Finding(
                code="SRC010",
                severity=Severity.WARNING,
                subject=erratum.document,
                message=(
                    f"“{erratum.printed}” is read as “{erratum.meant}”: "
                    f"{erratum.reason}"
                ),
                source=self.at(number),
            )
            for number, erratum in sorted(self._applied, key=lambda a: a[0])
        ]


def open_text(path: Path) -> SourceText:
    """A text file's lines.

    Raises SourceError, with a sentence, for what is missing, empty, larger than
    LARGEST_MB, or not text.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_MB * 1_000_000 + 1)
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
    if len(data) > LARGEST_MB * 1_000_000:
        raise SourceError(
            f"{path.name}: is larger than {LARGEST_MB} MB; "
            "a published document as text is far smaller"
        )
    if not data.strip():
        raise SourceError(f"{path.name}: is empty")
    text, findings = _decoded(path.name, data)
    lines = [
        Line(number, line, line)
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1)
    ]
    return SourceText(path.name, sha256(data).hexdigest(), lines, findings)


def _decoded(name: str, data: bytes) -> tuple[str, list[Finding]]:
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and data.translate(None, _CONTROLS) != data:
        raise SourceError(f"{name}: is not a text file; save it as plain text (UTF-8)")
    try:
        return data.decode(encoding), []
    except UnicodeDecodeError as error:
        place = str(data[: error.start].count(b"\n") + 1)
    if encoding == "utf-16":
        raise SourceError(f"{name}: is not a text file; save it as plain text (UTF-8)")
    found = Finding(
        code="SRC001",
        severity=Severity.WARNING,
        subject=name,
        message="is not UTF-8 and is read as Windows-1252; check accents and quotes",
        source=SourceRef(file=name, place=place),
    )
    return data.decode("cp1252", errors="replace"), [found]
