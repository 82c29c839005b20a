"""Text files as they come: opened within bounds, or refused in one sentence."""

import codecs
import time
from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.readers import read
from curriculum.readers._text import FINDINGS, LARGEST_MB, SourceText, open_text
from curriculum.sources import Erratum
from pace import allowed


def opened(folder: Path, data: bytes) -> SourceText:
    path = folder / "page.txt"
    path.write_bytes(data)
    return open_text(path)


def refused(folder: Path, data: bytes) -> str:
    with pytest.raises(SourceError) as refusal:
        opened(folder, data)
    return str(refusal.value)


def lines(text: SourceText) -> list[str]:
    return [line.printed for line in text.lines]


@pytest.mark.parametrize(
    "data", [b"", b"\n \t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\xef\xbb\xbf\n"]
)
def test_an_empty_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) == "page.txt: is empty"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\x00",
        bytes(range(256)),
        "text without its mark".encode("utf-16-le"),
        codecs.BOM_UTF16_LE + b"\x01\x00\x02\x00",
        codecs.BOM_UTF16_LE + b"odd",
        codecs.BOM_UTF16_BE + b"\xd8\x00\x00\x41",
    ],
    ids=["zip", "png", "pdf", "bytes", "no mark", "controls", "odd", "surrogate"],
)
def test_a_binary_file_is_refused(tmp_path: Path, data: bytes) -> None:
    said = refused(tmp_path, data)
    assert said == "page.txt: is not a text file; save it as plain text (UTF-8)"


def test_fifty_megabytes_are_refused_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"K1: Principles of lamps Back to Duty\n" * 1_400_000)
    before = time.process_time()
    with pytest.raises(
        SourceError, match=rf"huge.txt: is larger than {LARGEST_MB} MB;"
    ):
        read(path)
    assert time.process_time() - before < allowed(1)


def test_a_file_at_the_limit_is_opened_and_one_byte_more_is_not(tmp_path: Path) -> None:
    most = b"a line of nineteen\n" * (LARGEST_MB * 1_000_000 // 19)
    most += b"x" * (LARGEST_MB * 1_000_000 - len(most))
    assert lines(opened(tmp_path, most))[0] == "a line of nineteen"
    assert "is larger than" in refused(tmp_path, most + b"x")


def test_long_text_of_no_known_form_is_refused_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "novel.txt"
    path.write_bytes(b"It was the best of times\n" * 75_000)
    before = time.process_time()
    with pytest.raises(SourceError, match="none of the documents that can be read"):
        read(path)
    # It takes less than a second; the rest is for what else the machine does.
    assert time.process_time() - before < allowed(2)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        open_text(tmp_path / "nowhere.txt")
    with pytest.raises(SourceError, match="cannot be opened"):
        open_text(tmp_path)


@pytest.mark.parametrize(
    "end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"]
)
def test_line_ends_of_every_system_count_alike(tmp_path: Path, end: str) -> None:
    text = opened(tmp_path, end.join(["one", "", "three"]).encode())
    assert [(line.number, line.printed) for line in text.lines] == [
        (1, "one"),
        (2, ""),
        (3, "three"),
    ]
    assert [line.number for line in text.written()] == [1, 3]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    wording = "Cyfrifiadura yn y tŷ \u2013 “zażółć” 🎓"
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    text = opened(tmp_path, mark + f"{wording}\nK1".encode(encoding))
    assert lines(text) == [wording, "K1"]
    assert text.findings == []


def test_windows_1252_is_read_and_said(tmp_path: Path) -> None:
    text = opened(tmp_path, "plain\r\n\r\nit\u2019s “café”".encode("cp1252"))
    assert lines(text) == ["plain", "", "it\u2019s “café”"]
    assert [str(finding) for finding in text.findings] == [
        (
            "page.txt:3: SRC001 is not UTF-8 and is read as Windows-1252; "
            "check accents and quotes"
        )
    ]


def test_an_erratum_changes_what_is_meant_and_never_what_is_printed(
    tmp_path: Path,
) -> None:
    text = opened(tmp_path, b"a sourcecontrol\nb\na sourcecontrol sourcecontrol")
    text.correct(
        Erratum(
            reader="any",
            document="page",
            line=1,
            printed=printed,
            meant="source control",
            reason="two words run together",
        )
        for printed in ("sourcecontrol", "not there")
    )
    assert lines(text)[0] == "a sourcecontrol"
    assert text.lines[2].meant == "a source control source control"
    assert [str(finding) for finding in text.corrections()] == [
        f"page.txt:{line}: SRC010 “sourcecontrol” is read as “source control”: "
        "two words run together"
        for line in (1, 3)
    ]
    assert {finding.code for finding in text.corrections()} <= FINDINGS.keys()


def test_an_erratum_is_found_whatever_white_space_the_page_has(tmp_path: Path) -> None:
    text = opened(tmp_path, "non\u00a0-relational  (C:\\)".encode())
    text.correct(
        [
            Erratum(
                reader="any",
                document="page",
                line=1,
                printed="non -relational (C:\\)",
                meant="non-relational (D:\\)",
                reason="a space before the hyphen",
            )
        ]
    )
    assert text.lines[0].meant == "non-relational (D:\\)"
    assert lines(text) == ["non\u00a0-relational  (C:\\)"]


def test_the_head_of_a_text_keeps_its_name_and_line_numbers(tmp_path: Path) -> None:
    head = opened(tmp_path, b"one\ntwo\nthree").head(2)
    assert lines(head) == ["one", "two"]
    assert str(head.at(head.lines[1])) == "page.txt:2"
