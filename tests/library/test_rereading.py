"""What is kept is read again, with the readers of today."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from curriculum.library.linting import lint
from curriculum.library.pins import Pin
from curriculum.library.reading import read_held
from curriculum.library.rereading import Again, reread
from curriculum.library.search import search
from curriculum.library.store import Library
from curriculum.model import Standard
from curriculum.readers import Read
from curriculum.readers import read as read_file
from library_files import KNOWLEDGE, add, standard, write

DAY = date(2026, 9, 8)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    path = tmp_path / "library" / "standards.sqlite3"
    with Library(path, create=True) as opened:
        add(opened, write(tmp_path / "one.json", standard()))
        yield opened


def learnt(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """From now on the readers read one wording as another."""

    def read(path: Path, *, reader: str | None = None) -> Read:
        path.write_bytes(path.read_bytes().replace(old.encode(), new.encode()))
        return read_file(path, reader=reader)

    monkeypatch.setattr("curriculum.library.reading.read", read)


def outcomes(library: Library) -> list[str]:
    return [one.outcome.value for one in reread(library, library.editions())]


def renew(library: Library) -> None:
    again = reread(library, library.editions())
    library.renew([(one.edition, one.entry) for one in again if one.entry])


def test_the_same_reader_reads_the_same(library: Library) -> None:
    before = library.editions()
    assert outcomes(library) == [Again.SAME]
    renew(library)
    assert library.editions() == before


def test_a_reader_that_has_learnt_makes_another_text(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = library.editions()
    raw = library.raw(library.copies(before)[-1].digest)
    learnt(monkeypatch, "Sound a horn", "Sound a loud horn")
    assert outcomes(library) == [Again.TEXT]
    assert library.editions() == [before]
    renew(library)
    (after,) = library.editions()
    assert (after.pin == before.pin, after.version) == (False, before.version)
    assert search(library, "loud").total == 1
    assert library.raw(library.copies(after)[-1].digest) == raw
    assert outcomes(library) == [Again.SAME]


def test_other_facts_leave_the_text_and_its_pin(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = library.editions()
    learnt(monkeypatch, "Protective services", "Coast")
    assert outcomes(library) == [Again.FACTS]
    renew(library)
    (after,) = library.editions()
    assert (after.pin, after.route) == (before.pin, "Coast")


def test_two_texts_that_were_one_all_along_become_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = standard(knowledge=("Lamps & lenses", *KNOWLEDGE[1:]))
    add(library, write(tmp_path / "two.json", other))
    assert len(library.editions()) == 2
    learnt(monkeypatch, KNOWLEDGE[0], "Lamps & lenses")
    renew(library)
    (edition,) = library.editions()
    assert [copy.file for copy in library.copies(edition)] == ["one.json", "two.json"]


def test_what_cannot_be_read_any_more_is_kept(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    learnt(monkeypatch, "referenceNumber", "numberOfReference")
    learnt(monkeypatch, "{", "<")
    (one,) = reread(library, library.editions())
    assert (one.outcome, one.entry) == (Again.UNREADABLE, None)
    assert one.why
    assert len(library.editions()) == 1


def test_a_renewal_that_fails_leaves_the_old_state(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(library._db.iterdump())  # noqa: SLF001 (the whole truth)
    learnt(monkeypatch, "Sound a horn", "Sound a loud horn")
    (one,) = reread(library, library.editions())
    assert one.entry
    monkeypatch.setattr(Library, "_state", None)
    with pytest.raises(TypeError):
        library.renew([(one.edition, one.entry)])
    assert list(library._db.iterdump()) == before  # noqa: SLF001 (likewise)


def test_a_standard_is_checked_by_itself(library: Library, tmp_path: Path) -> None:
    faulty = standard(
        "ST9998",
        knowledge=("How to communicate", "how to  communicate.", "Act effectively"),
        overviewOfRole="Keeps",
        status="Retired",
    )
    faulty["skills"][0]["detail"] = "Work effectivelycommunicate"
    add(library, write(tmp_path / "faulty.json", faulty))
    _, got = read_held(library, Pin("ST9998"))
    (record,) = got.records
    assert isinstance(record, Standard)
    found = lint(record, got.findings, DAY)
    assert [f"{f.code} {f.message}" for f in found] == [
        "STD104 K2 of ST9998 v1.0 says the same as K1",
        (
            "STD108 effectivelycommunicate in S1 of ST9998 v1.0 looks like effectively "
            "communicate"
        ),
        f"STD207 ST9998 v1.0 is retired, and a start is asked for on {DAY}",
    ]
