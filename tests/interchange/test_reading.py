"""Any file is read or refused with a sentence; nothing else happens."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.findings import SourceError
from curriculum.interchange import files
from curriculum.interchange.files import Taken
from curriculum.interchange.found import FINDINGS
from curriculum.interchange.long_in import read_long
from curriculum.interchange.long_rows import LongTaken
from curriculum.interchange.reading import read_listing

PIECES = [
    "K1",
    "S2",
    "ID number",
    "Short name",
    "Parent ID number",
    "Description",
    "Is framework",
    "Code",
    "Role",
    "taught",
    "=1",
    "'",
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\r\n",
    "%2C",
    "<p>",
    "&amp;",
    "\N{ROCKET}",
    "Llŷn",
]
tables = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8"), max_size=3),
    max_size=40,
).map("".join)
Reads = Callable[[Path], Taken | LongTaken]
on_files = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def outcome(reads: Reads, path: Path) -> tuple[str, set[str]]:
    """Why a file was refused, or the codes of what was found in it."""
    try:
        return "", {finding.code for finding in reads(path).findings}
    except SourceError as error:
        return str(error), set()


@on_files
@given(st.sampled_from([read_listing, read_long]), tables | st.binary(max_size=60))
def test_whatever_a_table_holds_it_is_read_or_refused(
    tmp_path: Path, reads: Reads, content: str | bytes
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    refused, found = outcome(reads, path)
    assert refused.startswith("x.csv: ") or not refused
    assert found <= FINDINGS.keys()


def test_each_form_is_known_by_what_it_holds(tmp_path: Path) -> None:
    texts = {
        "moodle.csv": "ID number,Short name\nK1,One\n",
        "list.csv": "K1,One\n",
        "case.json": json.dumps(
            {
                "CFDocument": {"title": "One"},
                "CFItems": [
                    {
                        "identifier": "0b4f6a66-9a67-4e15-8e40-6e7c2d2f5a11",
                        "humanCodingScheme": "K1",
                        "fullStatement": "One",
                    }
                ],
            }
        ),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
        listing = read_listing(tmp_path / name).listing
        assert [(s.key, s.text) for s in listing.statements] == [("K1", "One")]


@pytest.mark.parametrize("name", ["x.docx", "none.csv"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK")
    with pytest.raises(SourceError):
        read_listing(tmp_path / name)


def test_a_file_too_large_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_MB", 0)
    (tmp_path / "x.csv").write_text("K1,One")
    with pytest.raises(SourceError, match="is larger than 0 MB"):
        read_listing(tmp_path / "x.csv")
