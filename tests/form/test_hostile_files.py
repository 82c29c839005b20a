"""Files that are no form, or that were made to do harm: a sentence, soon, in bounds."""

import io
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from curriculum.findings import SourceError
from form_copies import codes, edited, lines, merged, programme, with_part
from form_copies import form as new_form
from form_copies import write as put
from pace import allowed

MOST_SECONDS = 2.0
MOST_MB = 200
SESSIONS = "xl/worksheets/sheet4.xml"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


def zipped(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.xlsx", b"", "is empty"),
        ("a.xlsx", b"PK\3\4 and no more", "is not an Office file, or is damaged"),
        ("a.xlsx", b"just text", "is not an Office file, or is damaged"),
        (
            "a.xlsx",
            _OLD_OFFICE + bytes(600),
            "protected by a password or in the format",
        ),
        ("a.xls", _OLD_OFFICE + bytes(600), "is in the format of Excel 97; send"),
        ("a.ods", zipped({"mimetype": b"x"}), "is an OpenDocument workbook; send"),
        ("a.csv", "Łódź;1,5\n".encode("cp1250"), "is a plain table, which has one"),
        ("a.csv", b"K1;\x80;x\r\n", "is a plain table, which has one sheet"),
        ("a.xlsb", b"PK\3\4", "is a binary workbook; send"),
        ("a.xlsx", zipped({"a.txt": b"x"}), "is a zip file, but not an Office file"),
        (
            "a.xlsx",
            zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
            "is an Office file, but not a workbook",
        ),
        (
            "a.xlsx",
            zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"x"}),
            "is a binary workbook; save it as .xlsx",
        ),
    ],
)
def test_what_is_no_form_is_refused_with_a_sentence(
    folder: Path, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError, match=why):
        merged(folder, path)


def test_a_file_that_is_not_there_is_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        merged(folder, tmp_path / "nowhere.xlsx")


def test_the_form_of_another_programme_is_refused(folder: Path, tmp_path: Path) -> None:
    other = programme(tmp_path / "other")
    main = other / "programme.toml"
    main.write_text(main.read_text("utf-8").replace("SMALL-1", "OTHER-2"), "utf-8")
    with pytest.raises(SourceError, match="another programme, OTHER-2, not of SMALL-1"):
        merged(folder, new_form(other, tmp_path / "other.xlsx"))


def test_a_workbook_that_is_no_form_is_refused(folder: Path, sheet: Path) -> None:
    def empty(book: object) -> None:
        for name in book.sheetnames[1:]:  # type: ignore[attr-defined]
            del book[name]  # type: ignore[attr-defined]
        book.defined_names.clear()  # type: ignore[attr-defined]

    with pytest.raises(SourceError, match="is a workbook, but not a form of this kind"):
        merged(folder, edited(sheet, empty))


def test_a_baseline_that_was_changed_is_not_trusted(folder: Path, sheet: Path) -> None:
    def edit(book: object) -> None:
        cell = book["Baseline"]["A5"]  # type: ignore[index]
        cell.value = cell.value.replace("2026-09-08", "2026-09-01")
        put(book, "Sessions", ("M01.01", "Topic"), "Welcome")  # type: ignore[arg-type]

    made = merged(folder, edited(sheet, edit))
    assert codes(made) == ["FRM206"]
    assert len(made.comparison.conflicts) == 1


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_a_sentence_and_never_a_traceback(
    folder: Path, sheet: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (damage need not be secret)
    data = bytearray(sheet.read_bytes())
    for _ in range(20):
        data[chance.randrange(len(data))] = chance.randrange(256)
    path = sheet.with_name("damaged.xlsx")
    path.write_bytes(data if seed % 3 else data[: len(data) // 2])
    try:
        said = f"damaged.xlsx: {len(lines(merged(folder, path)))} changes"
    except SourceError as error:
        said = str(error)
    assert said.startswith("damaged.xlsx: ")


def test_a_part_that_is_not_xml_is_a_sentence(folder: Path, sheet: Path) -> None:
    path = with_part(sheet, sheet.with_name("a.xlsx"), SESSIONS, lambda x: x[:-40])
    with pytest.raises(SourceError, match=r"a\.xlsx: the part .* is damaged"):
        merged(folder, path)


def test_entities_are_refused(folder: Path, sheet: Path) -> None:
    def laughing(content: bytes) -> bytes:
        head = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
        return content.replace(b"<worksheet", head + b"<worksheet", 1)

    path = with_part(sheet, sheet.with_name("a.xlsx"), SESSIONS, laughing)
    with pytest.raises(SourceError, match="declares XML entities"):
        merged(folder, path)


def rows_after(content: bytes, rows: bytes) -> bytes:
    return content.replace(b"</sheetData>", rows + b"</sheetData>")


def test_far_cells_are_read_and_listed(folder: Path, sheet: Path) -> None:
    cell = b'<c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c>'
    far = b'<row r="1048576">' + cell + b"</row>"
    path = with_part(
        sheet, sheet.with_name("a.xlsx"), SESSIONS, lambda x: rows_after(x, far)
    )
    made = merged(folder, path)
    assert lines(made) == []
    assert [text for _, text in made.aside] == [
        "the column XFD of Sessions headed far (1 cell) is no part of the form"
    ]


def million_rows(content: bytes) -> bytes:
    row = b'<row r="%d" spans="1:1" s="1" customFormat="1"/>'
    return rows_after(content, b"".join(row % n for n in range(100, 1_000_100)))


def million_open_rows(content: bytes) -> bytes:
    row = b'<row r="%d" s="1"></row>'
    return rows_after(content, b"".join(row % n for n in range(100, 1_000_100)))


def empty_cells(content: bytes) -> bytes:
    cells = b"".join(b'<c r="%c%%d" s="1"/>' % n for n in range(65, 91))
    rows = (b'<row r="%d">' + cells + b"</row>") % ((100,) * 27)
    return rows_after(content, rows * 200_000)


def one_part_bomb(_: bytes) -> bytes:
    return b"<worksheet>" + b" " * 200_000_000


HOSTILE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "a million empty rows": (million_rows, "nothing"),
    "a million rows that are empty inside": (million_open_rows, "nothing"),
    "millions of empty cells": (empty_cells, "unpacks to more than"),
    "a zip bomb": (one_part_bomb, "unpacks to more than"),
}
TRY = """
import sys, time
from pathlib import Path
from curriculum.findings import SourceError
from curriculum.form.merging import merge
began = time.process_time()
try:
    made = merge(Path(sys.argv[1]), [Path(sys.argv[2])])
    said = "nothing" if made.comparison.is_empty else "something"
except SourceError as error:
    said = str(error)
seconds = time.process_time() - began
status = Path("/proc/self/status")
lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
(most,) = (int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
print(seconds, most / 1000, said)
"""


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_huge_is_read_or_refused_in_bounds(
    folder: Path, sheet: Path, kind: str
) -> None:
    spoil, wanted = HOSTILE[kind]
    path = with_part(sheet, sheet.with_name("huge.xlsx"), SESSIONS, spoil)
    assert path.stat().st_size < 20_000_000
    plain = tried(folder, sheet)
    seconds, megabytes, said = tried(folder, path)
    assert wanted in said
    assert seconds - plain[0] < allowed(MOST_SECONDS)
    assert megabytes < MOST_MB


def tried(folder: Path, path: Path) -> tuple[float, float, str]:
    """Seconds of the processor, memory, and what came of it, in a fresh program."""
    done = subprocess.run(  # noqa: S603 (our own Python)
        [sys.executable, "-c", TRY, str(folder), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    # The processor's time counts, which other programs disturb least.
    seconds, megabytes, said = done.stdout.split(" ", 2)
    return float(seconds), float(megabytes), said
