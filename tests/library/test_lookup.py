"""A programme and a new folder find their standard in the library."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from curriculum.assembly import Assembled, assemble
from curriculum.errors import SourceError
from curriculum.library.pins import LIBRARY_VARIABLE, Pin
from curriculum.library.store import Library
from curriculum.starter import standard_named, write_folder
from library_files import add, standard, write
from plan_copies import REFORMED, as_word

DAY = date(2027, 9, 7)


@pytest.fixture(autouse=True)
def library_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own library, with two texts of the keeper's version 1.1."""
    path = tmp_path / "standards.sqlite3"
    monkeypatch.setenv(LIBRARY_VARIABLE, str(path))
    with Library(path, create=True) as library:
        add(library, write(tmp_path / "a.json", standard(version="1.1")))
        other = standard(version="1.1", knowledge=("Principles of mirrors",))
        add(library, write(tmp_path / "b.json", other))
    return path


def digests(path: Path) -> list[str]:
    with Library(path) as library:
        return [edition.digest for edition in library.editions()]


def assembled(
    folder: Path, source: str, version: str = "1.1", digest: str = ""
) -> Assembled:
    write_folder(folder, standard_named("ST9999"), starts=DAY, today=DAY)
    head = folder / "programme.toml"
    lines = head.read_text("utf-8").splitlines()
    new = {"source": source, "version": version, "digest": digest}
    begin = lines.index("[[frameworks]]")
    for nth, line in enumerate(lines[begin:], start=begin):
        name = line.partition(" =")[0]
        if name in new:
            lines[nth] = f'{name} = "{new.pop(name)}"'
    head.write_text("\n".join(lines), "utf-8")
    return assemble(folder)


def said(got: Assembled) -> list[str]:
    return [str(f) for f in got.findings if f.code.startswith("ASM2")]


def test_a_new_programme_pins_reference_version_and_text(
    tmp_path: Path, library_file: Path
) -> None:
    folder = tmp_path / "mine"
    write_folder(folder, standard_named("st9999"), starts=DAY, today=DAY)
    head = (folder / "programme.toml").read_text("utf-8")
    assert 'source = "ST9999@1.1"' in head
    assert f'digest = "sha256:{digests(library_file)[-1]}"' in head
    got = assemble(folder)
    assert said(got) == []
    assert got.programme
    assert got.programme.frameworks[0].title == "Lighthouse keeper"
    assert got.programme.sources[0].digest == digests(library_file)[-1]


def test_of_several_texts_the_pinned_digest_is_taken(
    tmp_path: Path, library_file: Path
) -> None:
    for nth, digest in enumerate(digests(library_file)):
        got = assembled(tmp_path / f"p{nth}", "ST9999@1.1", digest=f"sha256:{digest}")
        assert said(got) == []
        assert got.programme
        assert got.programme.frameworks[0].digest == digest


def test_a_text_that_is_not_the_pinned_one_is_noticed(tmp_path: Path) -> None:
    got = assembled(tmp_path / "p", "ST9999@1.1", digest=f"sha256:{'0' * 64}")
    [finding] = said(got)
    assert "ASM209" in finding


def test_a_version_that_the_library_lacks_is_noticed(tmp_path: Path) -> None:
    got = assembled(tmp_path / "p", "ST9999@2.0")
    [finding] = said(got)
    assert "ASM205 ST9999 cannot be read: ST9999@2.0: is not in the library" in finding
    assert "its versions there are 1.1" in finding


def test_a_version_that_the_document_does_not_have_is_noticed(tmp_path: Path) -> None:
    [finding] = said(assembled(tmp_path / "p", "ST9999", version="1.0"))
    assert "ASM211 ST9999 names 1.0; the document says that it is 1.1" in finding


def test_a_standard_that_is_added_later_is_found_then(
    tmp_path: Path, library_file: Path
) -> None:
    with pytest.raises(SourceError, match="ST9998: is not in the library"):
        standard_named("ST9998")
    with Library(library_file) as library:
        add(library, write(tmp_path / "c.json", standard("ST9998")))
    assert standard_named("ST9998").source == "ST9998@1.0"
    with Library(library_file) as library:
        library.remove(library.editions(Pin("ST9998")))
    with pytest.raises(SourceError, match="ST9998: is not in the library"):
        standard_named("ST9998")


def with_plan(folder: Path) -> Assembled:
    """The programme again, which now takes the plan of its standard by its pin."""
    head = folder / "programme.toml"
    pinned = '[[frameworks]]\nassessment_plan = "ST9999@1.1"'
    text = head.read_text("utf-8").replace("[[frameworks]]", pinned)
    head.write_text(text, "utf-8")
    return assemble(folder)


def test_a_plan_is_pinned_as_its_standard_is(
    tmp_path: Path, library_file: Path
) -> None:
    assembled(tmp_path / "p", "ST9999@1.1")
    blocks = [b.replace("2.0", "1.1") if isinstance(b, str) else b for b in REFORMED]
    plan = as_word(blocks, tmp_path / "plan.docx")
    with Library(library_file) as library:
        add(library, plan)
    got = with_plan(tmp_path / "p")
    assert {f.code for f in got.findings} & {"ASM205", "ASM213"} == set()
    assert "STD106" in {f.code for f in got.findings}
    assert got.programme
    assert got.programme.frameworks[0].assessment_outcomes
    held = got.programme.sources[-1]
    assert (held.held_as, held.held) == ("plan.docx", plan.read_bytes())


def test_a_plan_that_no_library_holds_is_missed_in_a_sentence(tmp_path: Path) -> None:
    assembled(tmp_path / "p", "ST9999@1.1")
    [finding] = [f for f in said(with_plan(tmp_path / "p")) if "plan" in f]
    assert (
        "ASM205 the assessment plan of ST9999 cannot be read: ST9999@1.1: " in finding
    )
    assert "no assessment plan of it is in the library" in finding


def test_a_file_of_the_folder_comes_before_the_library(tmp_path: Path) -> None:
    path = write(tmp_path / "ST9999", standard(knowledge=("From the file",)))
    start = standard_named(str(path))
    assert start.copy == path


def test_asking_a_library_that_is_not_there_creates_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "nowhere" / "standards.sqlite3"
    monkeypatch.setenv(LIBRARY_VARIABLE, str(nowhere))
    with pytest.raises(SourceError, match="curriculum standards add FILE"):
        standard_named("ST9999")
    assert not nowhere.parent.exists()


def test_a_programme_that_needs_no_library_opens_none() -> None:
    code = (
        "import sys\n"
        "from curriculum import pipeline\n"
        "from curriculum.paths import WORKED_EXAMPLE\n"
        "pipeline.review(pipeline.load(WORKED_EXAMPLE))\n"
        "print(sorted({'sqlite3', 'platformdirs'} & set(sys.modules)))\n"
    )
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
