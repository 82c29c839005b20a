"""Text files as they come: opened within bounds, with numbered lines and errata."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path

from curriculum.findings import Finding, Severity, SourceError
from curriculum.model import SourceRef
from curriculum.sources import Erratum

FINDINGS = {
    "SRC001": "A text file is not UTF-8 and was read as Windows-1252.",
    "SRC010": "A misprint was read as the errata say it is meant.",
    "SRC021": "A word is broken at the end of a line, and nothing tells how.",
    "SRC022": "Rows of a table in a PDF cannot be told apart for certain.",
}

LARGEST_MB = 2
"""Published documents as text take some 20 kB; a megabyte is a thousand pages."""
LARGEST_JSON_MB = 64
"""The list of all standards in every version takes some 16 MB."""
LONGEST_LINE = 20_000
"""A line shows its form within so many letters; JSON may be one line of millions."""

_MB = 1_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
"""Control characters that no text holds, unlike tabs and form feeds."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_JSON = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
"""How JSON begins, and no page of text does."""


@dataclass(slots=True)
class Line:
    """One line: its number from 1, as printed, and as errata say it is meant."""

    number: int
    printed: str
    meant: str
    place: str = ""
    """Where it stands, if the file does not count lines: "table 2, row 5"."""
    bold: tuple[str, ...] = ()
    """Keys of the statements in it that are printed bold."""

    def head(self, letters: int) -> "Line":
        """The same line, no longer than so many letters."""
        if len(self.printed) <= letters:
            return self
        return Line(self.number, self.printed[:letters], self.meant[:letters])


@dataclass(slots=True)
class SourceText:
    """A text file as numbered lines."""

    file: str
    digest: str
    lines: list[Line]
    findings: list[Finding] = field(default_factory=list)
    form: str = "text"
    """What sort of file it comes from."""
    aside: list[Line] = field(default_factory=list)
    """What only dresses pages: menus, running heads, numbers of pages."""
    _applied: list[tuple[int, Erratum]] = field(default_factory=list)

    def at(self, line: Line | int) -> SourceRef:
        """The place of a line."""
        number = line if isinstance(line, int) else line.number
        return SourceRef(file=self.file, place=str(number))

    def where(self, number: int) -> str:
        """A line's place in words: "line 12", or "table 2, row 5"."""
        place = self.place_of(str(number))
        return f"line {place}" if place.isdecimal() else place

    def place_of(self, number: str) -> str:
        """A line's place as its file counts."""
        if number.isdecimal() and 0 < int(number) <= len(self.lines):
            return self.lines[int(number) - 1].place or number
        return number

    def written(self) -> Iterator[Line]:
        """The lines that are not blank."""
        return (line for line in self.lines if line.printed.strip())

    @property
    def is_json(self) -> bool:
        """Whether it begins as an object or a list of JSON does."""
        beginning = islice(self.written(), 2)
        return bool(_JSON.match("".join(line.meant[:1_000] for line in beginning)))

    def head(self, lines: int) -> "SourceText":
        """The same text, no longer than so many lines of bounded length."""
        first = [line.head(LONGEST_LINE) for line in self.lines[:lines]]
        return SourceText(self.file, self.digest, first)

    def correct(self, errata: Iterable[Erratum]) -> None:
        """Give each line that holds a known misprint the reading that is meant."""
        for erratum in errata:
            beginning, misprint = erratum.printed.split()[0], _spaced(erratum.printed)
            meant = erratum.meant.replace("\\", r"\\")
            for line in self.lines:
                if beginning in line.meant and misprint.search(line.meant):
                    line.meant = misprint.sub(meant, line.meant)
                    self._applied.append((line.number, erratum))

    @property
    def applied(self) -> list[tuple[int, Erratum]]:
        """The errata that corrected a line, with its number."""
        return self._applied

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


def _spaced(text: str) -> re.Pattern[str]:
    """Finds a text, whatever white space the page has between its words."""
    return re.compile(r"\s+".join(map(re.escape, text.split())))


def open_text(path: Path) -> SourceText:
    """A text file's lines.

    Raises SourceError, with a sentence, for what is missing, empty, larger than
    LARGEST_MB (LARGEST_JSON_MB for JSON), or not text.
    """
    data = _bytes(path)
    text, findings = _decoded(path.name, data)
    if not text.strip():
        raise SourceError(f"{path.name}: is empty")
    lines = [
        Line(number, line, line)
        for number, line in enumerate(_LINE_END.split(text), start=1)
    ]
    return SourceText(path.name, sha256(data).hexdigest(), lines, findings)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_MB * _MB + 1)
            largest = LARGEST_JSON_MB if _begins_as_json(data) else LARGEST_MB
            if len(data) > LARGEST_MB * _MB:
                data += stream.read((largest - LARGEST_MB) * _MB)
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
    if len(data) > largest * _MB:
        raise SourceError(
            f"{path.name}: is larger than {largest} MB; "
            "a published document as text is far smaller"
        )
    return data


def _begins_as_json(data: bytes) -> bool:
    """Whether it does; marks of an encoding and zeros of UTF-16 are passed over."""
    beginning = data[:1_000].decode("ascii", errors="ignore").replace("\0", "")
    return bool(_JSON.match(beginning))


def _decoded(name: str, data: bytes) -> tuple[str, list[Finding]]:
    """The text of a file in UTF-8, in UTF-16 with its mark, or else in Windows-1252."""
    encoding = next((e for mark, e in _MARKS if data.startswith(mark)), "utf-8")
    findings: list[Finding] = []
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise _no_text(name) from None
        text = data.decode("cp1252", errors="replace")
        findings.append(_as_windows(name, data[: error.start]))
    if _NOT_TEXT.search(text):
        raise _no_text(name)
    return text, findings


def _no_text(name: str) -> SourceError:
    return SourceError(f"{name}: is not a text file; save it as plain text (UTF-8)")


def _as_windows(name: str, before: bytes) -> Finding:
    line = len(_LINE_END.split(before.decode("cp1252", errors="replace")))
    return Finding(
        code="SRC001",
        severity=Severity.WARNING,
        subject=name,
        message="is not UTF-8 and is read as Windows-1252; check accents and quotes",
        source=SourceRef(file=name, place=str(line)),
    )
