"""The review pack, unpacked as a reviewer would."""

import json
import re
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import pytest
from docx.text.paragraph import Paragraph

from curriculum.library.pins import LIBRARY_VARIABLE
from curriculum.library.reading import Provenance, entries_of
from curriculum.library.store import Library
from curriculum.model import PublishedSource
from curriculum.paths import PUBLISHED, WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.reviewed import Review
from curriculum.tracing.drawing import draw
from curriculum.tracing.packs import traces_in
from curriculum.writers._packed import names_in_pack
from curriculum.writers.review_pack import write
from office_text import opened, tables
from reviews import full_review

CHOSEN = ("scheme-of-work.docx", "assessment-plan.docx", "module-handbook.docx")
STANDARD = "occupational-standard-st0128-software-development-technician.txt"


def pack_of(held: Review, path: Path) -> dict[str, bytes]:
    write(held, path)
    with ZipFile(path) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pack") / "review-pack.zip"


@pytest.fixture(scope="module")
def worked(path: Path) -> dict[str, bytes]:
    held = replace(reviewed(load(WORKED_EXAMPLE)), packed=CHOSEN)
    return pack_of(held, path)


def test_the_summary_comes_first_and_the_chosen_documents_follow(
    worked: dict[str, bytes],
) -> None:
    names = list(worked)
    assert names[0] == "review-summary.docx"
    assert {f"documents/{name}" for name in CHOSEN} <= set(names)
    assert "documents/mapping-grid.xlsx" not in names
    handbooks = [n for n in names if n.startswith("documents/module-handbooks/")]
    assert len(handbooks) == 12


def test_the_standard_is_there_byte_for_byte_with_its_licence(
    worked: dict[str, bytes],
) -> None:
    assert worked[f"published/{STANDARD}"] == (PUBLISHED / STANDARD).read_bytes()
    licences = worked["published/licences.txt"].decode("utf-8-sig")
    assert "Open Government Licence v3.0. Crown copyright © 2024." in licences


def test_what_has_no_open_licence_is_left_out(worked: dict[str, bytes]) -> None:
    assert not [name for name in worked if "career-cluster" in name]
    [pinned] = [
        row
        for row in tables(worked["review-summary.docx"])["The pinned standard"]
        if row[0].startswith("DT ")
    ]
    assert (
        "Not enclosed: no licence is stated that lets anybody pass it on" in pinned[3]
    )


@pytest.fixture
def pinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Review:
    """The worked example with its standard from a library instead of a file."""
    library_file = tmp_path / "library.sqlite3"
    monkeypatch.setenv(LIBRARY_VARIABLE, str(library_file))
    address = "https://example.org/st0128"
    known = Provenance(version="1.1", address=address, fetched=date(2026, 11, 5))
    with Library(library_file, create=True) as library:
        library.add(entries_of(PUBLISHED / STANDARD, known)[0])
    folder = tmp_path / "programme"
    copytree(WORKED_EXAMPLE, folder)
    head = folder / "programme.toml"
    named = 'source = "software-development-technician"'
    text = head.read_text("utf-8")
    assert named in text
    head.write_text(text.replace(named, 'source = "ST0128@1.1"'), "utf-8")
    return replace(reviewed(load(folder)), packed=("findings.json",))


def test_a_standard_of_the_library_is_enclosed_as_the_library_was_given_it(
    pinned: Review, tmp_path: Path
) -> None:
    parts = pack_of(pinned, tmp_path / "pack.zip")
    assert parts[f"published/{STANDARD}"] == (PUBLISHED / STANDARD).read_bytes()
    [row] = [
        row
        for row in tables(parts["review-summary.docx"])["The pinned standard"]
        if row[0].startswith("ST0128 ")
    ]
    assert f"published/{STANDARD}, as it was received; the digest here" in row[3]
    assert "fetched on 5 November 2026 from https://example.org/st0128" in row[2]


def test_documents_of_one_name_lie_beside_each_other_in_the_pack() -> None:
    names = ("a.html", "A.html", "lists/a.html", "b")
    free = "Open Government Licence"
    sources = [
        PublishedSource(title=n, file=n, licence=free, held=b"text") for n in names
    ]
    assert names_in_pack(sources) == ["a.html", "A-2.html", "a-3.html", "b"]


def test_every_digest_of_the_contents_is_right(worked: dict[str, bytes]) -> None:
    held = json.loads(worked["contents.json"])
    told = {f["file"]: (f["bytes"], f["sha256"]) for f in held["files"]}
    assert told == {
        name: (len(content), sha256(content).hexdigest())
        for name, content in worked.items()
        if name != "contents.json"
    }
    assert (
        held["standards"][0]["sha256"]
        == sha256(worked[f"published/{STANDARD}"]).hexdigest()
    )


def _is_heading(paragraph: Paragraph) -> bool:
    style = paragraph.style
    return bool(style and style.name and style.name.startswith("Heading"))


def test_a_trace_leads_to_the_row_it_names(
    worked: dict[str, bytes], path: Path
) -> None:
    """Each one of the printed sample, followed in the documents of the pack."""
    traces, seed = traces_in(path)
    sample = tables(worked["review-summary.docx"])["Trace sample"][1:]
    assert [row[0] for row in sample] == [d.trace.item for d in draw(traces, seed)]
    scheme = opened(worked["documents/scheme-of-work.docx"])
    headings = {p.text for p in scheme.paragraphs if _is_heading(p)}
    sessions = {
        line
        for table in tables(worked["documents/scheme-of-work.docx"]).values()
        for row in table
        for line in [row[-1], *row]
        for line in line.splitlines()
    }
    plan = tables(worked["documents/assessment-plan.docx"])["Schedule of assessments"]
    assessed = {row[0]: row[4] for row in plan}
    for item, _, taught, found_at, by, _, _ in sample:
        _, heading, row = found_at.splitlines()
        assert heading.removeprefix("heading ") in headings
        assert row.removeprefix("row ") in {
            re.split(r"[ :]", s)[0] for s in sessions if s
        }
        assert taught.startswith(row.removeprefix("row "))
        assert item in assessed[by.split()[0]].split(", ")


def test_the_row_of_a_drawn_session_bears_the_statement(
    worked: dict[str, bytes], path: Path
) -> None:
    traces, seed = traces_in(path)
    grids = tables(worked["documents/scheme-of-work.docx"]).values()
    for one in draw(traces, seed):
        assert one.session is not None
        [row] = [
            cells
            for table in grids
            for cells in table
            if len(cells) > 5
            and any(c.split("\n")[0].split(":")[0] == one.session.key for c in cells)
        ]
        assert any(
            re.search(rf"\b{one.trace.item}\b", cell.replace("\xa0", " "))
            for cell in row
        )


def test_signs_in_titles_do_no_harm(tmp_path: Path) -> None:
    held = replace(full_review(), packed=("module-handbook.docx", "findings.json"))
    parts = pack_of(held, tmp_path / "review-pack.zip")
    assert "documents/module-handbooks/M1 Networks & cables.docx" in parts
    assert "changes.txt" not in parts
    assert not [n for n in parts if n.startswith("published/")]
    for name, content in parts.items():
        if name.endswith(".docx"):
            assert ZipFile(BytesIO(content)).testzip() is None
