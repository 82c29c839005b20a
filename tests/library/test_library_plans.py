"""Assessment plans in the library, beside the standards that they assess."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum.errors import SourceError
from curriculum.library import schema
from curriculum.library.pins import Pin
from curriculum.library.plans import check_named, check_plans
from curriculum.library.reading import read_plan
from curriculum.library.store import Library
from library_files import add, outcomes, standard, write
from plan_copies import EPA, Block, as_text, as_word

UNDATED: tuple[Block, ...] = tuple(block for block in EPA if block != "Version 1.1")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "library" / "standards.sqlite3", create=True) as opened:
        yield opened


def plan(path: Path, blocks: tuple[Block, ...] = EPA) -> Path:
    path.write_text(as_text(blocks), "utf-8")
    return path


def found(library: Library) -> list[str]:
    return [str(f) for f in check_plans(library, library.plans(), library.editions())]


def test_a_plan_is_kept_once_and_as_it_was_published(
    library: Library, tmp_path: Path
) -> None:
    path = as_word(EPA, tmp_path / "plan.docx")
    assert outcomes(library, path) == ["added"]
    assert outcomes(library, path) == ["held already"]
    [held] = library.plans(Pin("ST9999", "1.1"))
    assert library.raw(held.origin.digest) == path.read_bytes()
    assert read_plan(library, held)[0].methods[0].key == "AM1"


def test_a_ksb_that_only_the_plan_has_is_found(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard(version="1.0")))
    add(library, plan(tmp_path / "plan.txt"))
    assert found(library) == [
        "plan.txt: STD209 assessment plan of ST9999 1.1 is held without that standard"
    ]
    add(library, write(tmp_path / "b.json", standard(version="1.1")))
    [lacks] = found(library)
    assert "STD106 the assessment plan names S2, which ST9999 1.1 does not " in lacks


def test_a_plan_without_a_version_is_compared_with_the_one_in_force(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard(status="Retired")))
    add(library, write(tmp_path / "b.json", standard(version="1.1")))
    add(library, plan(tmp_path / "plan.txt", UNDATED))
    assert [said.rpartition(", which ")[2] for said in found(library)] == [
        "ST9999 1.1 does not have"
    ]


def test_two_plans_of_one_version_are_both_kept_and_told_of(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "b.json", standard(version="1.1")))
    add(library, plan(tmp_path / "one.txt"))
    other = (*EPA, ("K7: Tides", "Observation with questions"))
    assert outcomes(library, plan(tmp_path / "two.txt", other)) == ["another text"]
    assert any(
        "STD208" in said and "one.txt, two.txt" in said for said in found(library)
    )


def test_the_newest_plan_is_that_of_the_highest_version(
    library: Library, tmp_path: Path
) -> None:
    for version in ("1.10", "1.9"):
        blocks = tuple(
            b.replace("1.1", version) if isinstance(b, str) else b for b in EPA
        )
        add(library, plan(tmp_path / f"{version}.txt", blocks))
    assert library.one_plan(Pin("ST9999")).version == "1.10"
    assert library.one_plan(Pin("ST9999", "1.9")).version == "1.9"
    with pytest.raises(SourceError, match="no assessment plan of it is in the"):
        library.one_plan(Pin("ST9999", "1.1"))


def test_a_plan_goes_with_the_last_text_that_it_assesses(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard(version="1.1")))
    add(library, write(tmp_path / "b.json", standard(version="1.2")))
    add(library, plan(tmp_path / "plan.txt"))
    library.remove(library.editions(Pin("ST9999", "1.2")))
    [held] = library.plans()
    library.remove(library.editions())
    assert library.plans() == []
    assert not library.query("SELECT 1 FROM raw WHERE digest = ?", held.origin.digest)


def test_a_named_plan_of_another_standard_is_told_of(
    library: Library, tmp_path: Path
) -> None:
    add(library, write(tmp_path / "a.json", standard("ST0001")))
    other = Library(tmp_path / "other.sqlite3", create=True)
    with other:
        add(other, plan(tmp_path / "plan.txt"))
        read, _ = read_plan(other, other.plans()[0])
    [said] = check_named(library, read, library.editions())
    assert "STD210 the plan is that of ST9999, not of ST0001" in str(said)


def test_an_older_library_that_may_not_be_written_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.sqlite3"
    with monkeypatch.context() as earlier:
        earlier.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        with Library(path, create=True) as library:
            add(library, write(tmp_path / "a.json", standard()))
    before = path.read_bytes()
    connect = sqlite3.connect

    def not_to_be_written(name: object, **_options: object) -> sqlite3.Connection:
        if name == path:
            return connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)
        return connect(str(name), isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", not_to_be_written)
    with Library(path) as library:
        assert [e.reference for e in library.editions()] == ["ST9999"]
        assert library.plans() == []
    assert path.read_bytes() == before
