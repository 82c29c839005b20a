"""The library file: what it keeps, what it refuses, and what a crash leaves."""

import json
import multiprocessing
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from curriculum.errors import NotWrittenError, SourceError
from curriculum.library import schema
from curriculum.library.pins import Pin
from curriculum.library.reading import Provenance, entries_of, read_held
from curriculum.library.records import Entry, PlanEntry
from curriculum.library.store import Library
from curriculum.model import Standard
from curriculum.paths import PUBLISHED
from library_files import add, outcomes, standard, write

SHIPPED = PUBLISHED / "occupational-standard-st0128-software-development-technician.txt"
KEEPER = Pin("ST9999", "1.0")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library" / "standards.sqlite3", create=True) as opened:
        yield opened


def state(library: Library) -> list[str]:
    """Everything that the file holds."""
    return list(library._db.iterdump())  # noqa: SLF001 (the whole truth)


def test_what_was_published_is_kept_byte_for_byte(library: Library) -> None:
    add(library, SHIPPED, address="https://example.org/st0128")
    [copy] = library.copies(library.one(Pin("ST0128")))
    assert library.raw(copy.digest) == SHIPPED.read_bytes()
    assert copy.digest == sha256(SHIPPED.read_bytes()).hexdigest()
    assert (copy.file, copy.reader) == (SHIPPED.name, "occupational_standard")
    assert copy.address == "https://example.org/st0128"
    assert copy.reader_version


def test_the_same_file_twice_changes_nothing(library: Library) -> None:
    assert outcomes(library, SHIPPED) == ["added"]
    before = state(library)
    assert outcomes(library, SHIPPED) == ["held already"]
    assert state(library) == before


def test_the_same_facts_in_other_bytes_change_nothing(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", standard())
    add(library, path)
    before = state(library)
    path.write_text(path.read_text("utf-8").replace(", ", ",\n   "), "utf-8")
    assert outcomes(library, path) == ["held already"]
    assert state(library) == before


def test_a_changed_text_under_the_same_version_is_kept_beside_the_other(
    library: Library, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", standard())
    add(library, path)
    write(path, standard(knowledge=("Principles of mirrors",)))
    assert outcomes(library, path) == ["another text"]
    first, second = library.editions(KEEPER)
    assert first.digest != second.digest
    for edition, wording in ((first, "lamps"), (second, "mirrors")):
        got = read_held(library, edition.pin)[1].records[0]
        assert isinstance(got, Standard)
        assert wording in got.ksbs[0].text


def test_a_version_that_is_retired_keeps_its_text_and_gets_its_new_status(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard()))
    retired = standard(
        status="Retired",
        earliestStartDate="2020-01-01T00:00:00",
        latestStartDate="2024-07-31T00:00:00",
    )
    assert outcomes(library, write(tmp_path / "b.json", retired)) == [
        "same text, new copy"
    ]
    [edition] = library.editions(KEEPER)
    assert (edition.status, str(edition.latest_start)) == ("Retired", "2024-07-31")
    assert [copy.file for copy in library.copies(edition)] == ["a.json", "b.json"]


def test_a_form_that_prints_no_status_takes_none_away(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard()))
    bare = {k: v for k, v in standard().items() if k not in ("status", "version")}
    add(library, write(tmp_path / "b.json", bare), version="1.0")
    got = read_held(library, KEEPER)[1].records[0]
    assert isinstance(got, Standard)
    assert (got.status, got.version) == ("Approved for delivery", "1.0")


def test_a_list_is_kept_as_the_parts_that_state_its_standards(
    library: Library, tmp_path: Path
) -> None:
    listed = [standard(f"ST900{n}") for n in range(5)]
    path = write(tmp_path / "all.json", listed)
    assert outcomes(library, path) == ["added"] * 5
    listed[3] = standard("ST9003", knowledge=("Principles of mirrors",))
    assert outcomes(library, write(path, listed)) == [
        "held already",
        "held already",
        "held already",
        "another text",
        "held already",
    ]
    copy = library.copies(library.one(Pin("ST9001")))[0]
    assert copy.place == "[1]"
    assert library.raw(copy.digest).decode() in path.read_text("utf-8")


def test_a_part_that_is_no_standard_is_named_and_the_rest_is_added(
    tmp_path: Path,
) -> None:
    path = write(tmp_path / "all.json", [standard(), {"minutes": "of a meeting"}])
    entries, findings = entries_of(path)
    assert [entry.reference for entry in entries] == ["ST9999"]
    [refused] = [f for f in findings if f.code == "STD206"]
    assert refused.source.place == "[1]"


def test_a_map_is_no_standard() -> None:
    with pytest.raises(SourceError, match="neither an occupational standard nor an"):
        entries_of(PUBLISHED / "occupational-map-digital.txt")


def test_a_version_is_told_only_of_a_file_that_prints_none(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", standard(version="1.0"))
    with pytest.raises(SourceError, match=r"its version is 1\.0"):
        entries_of(path, Provenance(version="2.0"))


def test_a_reference_by_which_nothing_can_be_named_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", standard("../etc"))
    with pytest.raises(SourceError, match="no reference such as ST0787"):
        entries_of(path)


def test_the_approved_version_is_taken_unless_another_is_named(
    library: Library, tmp_path: Path
) -> None:
    versions = [
        standard(version="1.9", status="Retired"),
        standard(version="1.10"),
        standard(version="1.11", status="In development"),
    ]
    add(library, write(tmp_path / "all.json", versions))
    assert [e.version for e in library.editions()] == ["1.9", "1.10", "1.11"]
    assert library.one(Pin("ST9999")).version == "1.10"
    assert library.one(Pin("ST9999", "1.9")).version == "1.9"
    with pytest.raises(SourceError, match=r"versions there are 1\.9, 1\.10, 1\.11"):
        library.one(Pin("ST9999", "2.0"))


def test_removing_leaves_nothing_that_only_the_removed_needed(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard("ST9001")))
    before = [line for line in state(library) if "words_" not in line]
    add(library, write(tmp_path / "b.json", standard("ST9002", knowledge=("Other",))))
    library.remove(library.editions(Pin("ST9002")))
    assert [line for line in state(library) if "words_" not in line] == before
    assert library.query("SELECT rowid FROM words WHERE words MATCH 'other'") == []
    library.query("INSERT INTO words (words) VALUES ('integrity-check')")


def test_a_library_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    with pytest.raises(NotWrittenError, match="cannot be used"):
        Library(tmp_path / "taken" / "standards.sqlite3", create=True)
    with pytest.raises(NotWrittenError, match="cannot be used"):
        Library(tmp_path, create=True)
    with pytest.raises(SourceError, match="cannot be used"):
        Library(tmp_path)


def test_looking_creates_nothing(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "standards.sqlite3"
    with Library(path) as library:
        assert library.editions() == []
        with pytest.raises(SourceError, match="is empty"):
            library.one(KEEPER)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_file_is_told_and_not_handed_out(library: Library) -> None:
    add(library, SHIPPED)
    library.query("UPDATE raw SET packed = x'00'")
    copy = library.copies(library.editions()[0])[0]
    with pytest.raises(SourceError, match="is damaged"):
        library.raw(copy.digest)


@pytest.mark.parametrize("content", [b"Minutes of the parish council\n" * 100, b"x"])
def test_a_file_that_is_no_database_is_refused_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match="is no library of standards"):
        Library(path, create=True)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_left_alone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "other.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE bookmarks (address)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(SourceError, match="is the database of another program"):
        Library(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_library_is_refused_with_a_sentence(library: Library) -> None:
    library.query("PRAGMA user_version = 99")
    with pytest.raises(SourceError, match=r"is a library of form 99.* update"):
        Library(library.path)


def test_an_older_library_is_brought_forward_with_what_it_holds(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, SHIPPED)
    newer = (*schema.MIGRATIONS, "ALTER TABLE edition ADD COLUMN remark TEXT;")
    monkeypatch.setattr(schema, "MIGRATIONS", newer)
    with Library(library.path) as opened:
        [row] = opened.query("SELECT reference, remark FROM edition")
        assert tuple(row) == ("ST0128", None)
        assert opened.query("PRAGMA user_version")[0][0] == len(newer)


def test_a_migration_that_fails_leaves_the_old_state(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(library, SHIPPED)
    before = state(library)
    broken = "ALTER TABLE edition ADD COLUMN remark TEXT;\nDROP TABLE nowhere;"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, broken))
    with pytest.raises(SourceError):
        Library(library.path)
    assert state(library) == before
    assert library.query("PRAGMA user_version")[0][0] == len(schema.MIGRATIONS) - 1


CRASH = """
import sys
from pathlib import Path
from curriculum.library.reading import entries_of
from curriculum.library.store import Library

def dying(entries):
    yield from entries
    print("in the middle", flush=True)
    sys.stdin.read()

with Library(Path(sys.argv[1])) as library:
    library.query("PRAGMA cache_spill = ON")
    library.query("PRAGMA cache_size = 1")
    library.add(dying(entries_of(Path(sys.argv[2]))[0]))
"""


def test_a_crash_in_the_middle_leaves_the_old_state(
    library: Library, tmp_path: Path
) -> None:
    add(library, SHIPPED)
    before = state(library)
    size = library.path.stat().st_size
    path = write(tmp_path / "all.json", [standard(f"ST9{n:03}") for n in range(50)])
    process = subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", CRASH, library.path, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout
        assert process.stdout.readline() == "in the middle\n"
        # Pages are on the disk already: without its journal the file were broken.
        assert library.path.stat().st_size > size
        process.kill()
    with Library(library.path) as after:
        assert after.query("PRAGMA integrity_check")[0][0] == "ok"
        assert state(after) == before
        assert outcomes(after, path) == ["added"] * 50


def test_an_entry_that_fails_leaves_none_of_its_file(
    library: Library, tmp_path: Path
) -> None:
    entries, _ = entries_of(write(tmp_path / "a.json", standard()))
    before = state(library)

    def interrupted() -> Iterator[Entry | PlanEntry]:
        yield from entries
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add(interrupted())
    assert state(library) == before


def test_others_read_the_old_state_while_one_writes(
    library: Library, tmp_path: Path
) -> None:
    entries, _ = entries_of(write(tmp_path / "a.json", standard()))
    seen = []

    def watched() -> Iterator[Entry | PlanEntry]:
        yield from entries
        with Library(library.path) as other:
            seen.append(other.editions())

    library.add(watched())
    assert seen == [[]]
    assert len(library.editions()) == 1


def test_who_writes_at_the_same_time_is_told_to_wait(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("curriculum.library.store.WAIT_SECONDS", 0.1)
    entries, _ = entries_of(write(tmp_path / "a.json", standard()))

    def slow() -> Iterator[Entry | PlanEntry]:
        yield from entries
        with (
            Library(library.path) as other,
            pytest.raises(NotWrittenError, match="another program is writing"),
        ):
            other.add(entries)

    library.add(slow())
    assert len(library.editions()) == 1


def add_one(path: Path, file: Path) -> None:
    with Library(path, create=True) as library:
        add(library, file)


def test_many_add_at_the_same_time_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "standards.sqlite3"
    files = [write(tmp_path / f"{n}.json", standard(f"ST900{n}")) for n in range(3)]
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=add_one, args=(path, file)) for file in files]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)
    assert [worker.exitcode for worker in workers] == [0] * 3
    with Library(path) as library:
        assert len(library.editions()) == 3


def test_odd_texts_survive(library: Library, tmp_path: Path) -> None:
    texts = (
        "Iechyd a diogelwch: cŵn, tŷ, ŵyl 🙂 & <b> =1+1",
        "Zażółć gęślą jaźń",
        "half \ud83d a character and \u0000 control",
    )
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(standard(knowledge=texts)), "utf-8")
    assert outcomes(library, path) == ["added"]
    assert outcomes(library, path) == ["held already"]
    held = {row["text"] for row in library.query("SELECT text FROM wording")}
    assert "Zażółć gęślą jaźń" in held


def test_a_file_can_be_given_by_any_name(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "Safon #1 — ŵ & co.txt"
    path.write_bytes(SHIPPED.read_bytes())
    add(library, path)
    assert read_held(library, Pin("ST0128"))[0].source.file == path.name


@pytest.mark.parametrize(
    ("held", "damaged"),
    [(b"CREATE TABLE raw", b"CREATE TABLE r\xff\xff"), (b"20", b"2\0")],
)
def test_a_damaged_file_is_told_in_a_sentence(
    library: Library, held: bytes, damaged: bytes
) -> None:
    add(library, SHIPPED)
    content = library.path.read_bytes()
    library.path.write_bytes(content.replace(held, damaged))
    with (
        pytest.raises(SourceError, match="is damaged"),
        Library(library.path) as opened,
    ):
        [opened.copies(edition) for edition in opened.editions()]
