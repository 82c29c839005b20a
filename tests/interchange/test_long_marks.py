"""Marks that a college edited in the long table come back into its programme."""

import shutil
from pathlib import Path

import pytest

from curriculum.facts import gather
from curriculum.interchange.long_in import read_long
from curriculum.interchange.long_marks import (
    MarkChanges,
    mark_changes,
    written_marks,
)
from curriculum.interchange.long_out import long_csv
from curriculum.interchange.long_rows import LongRow, long_rows
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.versions.saved import replace_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WORKED_EXAMPLE, tmp_path / "p"))


def rows_of(folder: Path) -> list[LongRow]:
    programme = load(folder).programme
    assert programme
    return long_rows(gather(programme))


def changed(folder: Path, rows: list[LongRow]) -> MarkChanges:
    programme = load(folder).programme
    assert programme
    path = folder.parent / "long.csv"
    path.write_text(long_csv(rows), "utf-8")
    return mark_changes(programme, read_long(path), path.name)


def test_a_table_that_nobody_edited_changes_nothing(folder: Path) -> None:
    found = changed(folder, rows_of(folder))
    assert (found.changes, found.missing, found.findings) == ((), (), ())


def test_edits_of_the_table_are_those_of_the_programme(folder: Path) -> None:
    rows = rows_of(folder)
    taught = next(row for row in rows if row.role == "taught")
    assessed = next(row for row in rows if row.role == "assessed")
    edited = [row for row in rows if row is not assessed]
    edited[edited.index(taught)] = taught.model_copy(update={"depth": "mastered"})
    edited.append(assessed.model_copy(update={"place": "A12", "code": "B1"}))
    found = changed(folder, edited)
    spot = f"{taught.place}: {taught.framework} {taught.code} taught"
    assert f"{spot}: {taught.depth} → mastered" in map(str, found.changes)
    assert [change.spot.code for change in found.missing] == [assessed.code]
    files = written_marks(folder, [*found.changes, *found.missing])
    replace_all(folder, files)
    again = changed(folder, edited)
    assert (again.changes, again.missing) == ((), ())


def test_what_the_programme_does_not_have_is_found_and_left(folder: Path) -> None:
    row = next(row for row in rows_of(folder) if row.role == "taught")
    faulty = [
        row.model_copy(update={"code": "K99"}),
        row.model_copy(update={"framework": "ST9999"}),
        row.model_copy(update={"place": "M77.01"}),
        row.model_copy(update={"depth": "perfectly"}),
        row,
        row.model_copy(update={"depth": "mastered"}),
    ]
    found = changed(folder, faulty)
    assert found.changes == ()
    assert [f"{f.source.place} {f.code} {f.message}" for f in found.findings] == [
        "row 2 XCH107 the programme has no ST0128 K99",
        f"row 3 XCH107 the programme has no ST9999 {row.code}",
        f"row 4 XCH107 the programme has no M77.01 where {row.code} could be taught",
        (
            f"row 5 XCH105 {row.code} has the depth perfectly; there are introduced, "
            "developed, mastered, taught"
        ),
        (
            f"row 7 XCH102 {row.place}: ST0128 {row.code} taught stands in two "
            "rows that differ; the first is taken"
        ),
    ]


def test_a_row_whose_mark_cannot_be_read_keeps_its_mark(folder: Path) -> None:
    rows = rows_of(folder)
    at = next(n for n, row in enumerate(rows) if row.role == "taught")
    rows[at] = rows[at].model_copy(update={"depth": "perfectly"})
    found = changed(folder, rows)
    assert (found.changes, found.missing) == ((), ())


def test_a_code_may_be_written_small_and_a_session_may_lack_its_key(
    folder: Path,
) -> None:
    rows = rows_of(folder)
    row = next(row for row in rows if row.place == "M02.01")
    path = folder / "modules/M02.toml"
    small = row.model_copy(update={"code": row.code.lower(), "depth": "mastered"})
    found = changed(folder, [small])
    text = path.read_text("utf-8")
    path.write_text(text.replace("[[sessions]]", "[[sessions]]\n\n[[sessions]]", 1))
    [content] = written_marks(folder, found.changes).values()
    assert content.decode().count("mastered") == text.count("mastered") + 1
