"""Load, review, write: documents whole or not at all, and the same every time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from curriculum.errors import SourceError
from curriculum.findings import Severity
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import (
    UnusableProgrammeError,
    load,
    review,
    review_many,
    write,
)
from curriculum.reviewed import Review
from curriculum.writers import Writer, all_writers

ON = date(2026, 9, 8)


@pytest.fixture(scope="module")
def worked() -> Review:
    return review(load(WORKED_EXAMPLE), on=ON)


def _text(name: str, text: str) -> Writer:
    def write_text(_: Review, path: Path) -> None:
        path.write_text(text)

    return Writer(name, f"{name}.txt", name, write_text)


def _breaks(_: Review, path: Path) -> None:
    path.write_text("half a docu")
    raise RuntimeError("no more")


def test_a_writer_that_fails_leaves_the_earlier_documents_whole(
    worked: Review, tmp_path: Path
) -> None:
    write(worked, tmp_path, [_text("one", "first"), _text("two", "first")])
    with pytest.raises(RuntimeError, match="no more"):
        write(
            worked,
            tmp_path,
            [_text("one", "second"), Writer("two", "two.txt", "Two", _breaks)],
        )
    folder = tmp_path / worked.programme.code
    assert sorted(p.name for p in folder.iterdir()) == ["one.txt", "two.txt"]
    assert {p.read_text() for p in folder.iterdir()} == {"first"}


@pytest.mark.parametrize("lock", ["~$one.txt", "~$e.txt", ".~lock.one.txt#"])
def test_a_document_that_is_open_elsewhere_gets_a_neighbour(
    worked: Review, tmp_path: Path, lock: str
) -> None:
    [first] = write(worked, tmp_path, [_text("one", "first")])
    (first.path.parent / lock).touch()
    [second] = write(worked, tmp_path, [_text("one", "second")])
    [third] = write(worked, tmp_path, [_text("one", "third")])
    assert first.path.read_text() == "first"
    assert (second.path.name, second.path.read_text()) == ("one (2).txt", "second")
    assert third.path.name == "one (3).txt"
    assert "is open in another program" in second.remark


def test_a_document_that_the_system_holds_open_gets_a_neighbour(
    worked: Review, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = write(worked, tmp_path, [_text("one", "first")])
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target == first.path:
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    [second] = write(worked, tmp_path, [_text("one", "second")])
    assert (first.path.read_text(), second.path.name) == ("first", "one (2).txt")


def test_the_same_programme_gives_the_same_bytes(
    worked: Review, tmp_path: Path
) -> None:
    write(worked, tmp_path / "a", all_writers())
    write(review(load(WORKED_EXAMPLE), on=ON), tmp_path / "b", all_writers())
    for writer in all_writers():
        one, other = (
            (tmp_path / x / worked.programme.code / writer.filename).read_bytes()
            for x in "ab"
        )
        assert one == other, writer.filename


def test_the_worked_example_has_no_error(worked: Review) -> None:
    assert [str(f) for f in worked.findings if f.severity is Severity.ERROR] == []


def test_a_waiver_sets_a_finding_apart_only_while_it_holds(worked: Review) -> None:
    assert worked.waived
    [first, *_] = worked.waived
    assert first.waiver.ends is not None
    later = date(first.waiver.ends.year + 1, 1, 1)
    afterwards = review(load(WORKED_EXAMPLE), on=later)
    assert first.finding not in [w.finding for w in afterwards.waived]
    assert first.finding in afterwards.findings


def test_findings_of_published_documents_stand_apart(worked: Review) -> None:
    assert {f.code[:3] for f in worked.published} <= {"SRC", "STD"}
    assert not {f.code[:3] for f in worked.findings} & {"SRC", "STD"}


def test_a_programme_without_a_calendar_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "programme.toml").write_text('code = "X"\ntitle = "X"\n')
    with pytest.raises(UnusableProgrammeError) as stopped:
        review(load(tmp_path))
    assert "calendar.toml: ASM204 there is no such file" in [
        str(f) for f in stopped.value.findings
    ]


def test_many_programmes_with_any_executor_in_order(tmp_path: Path) -> None:
    paths = [WORKED_EXAMPLE, tmp_path / "nowhere", WORKED_EXAMPLE]
    with ThreadPoolExecutor(2) as pool:
        together = list(review_many(paths, pool))
    assert [path for path, _ in together] == paths
    assert [isinstance(r, SourceError) for _, r in together] == [False, True, False]
    alone = [r for _, r in review_many(paths)]
    assert isinstance(alone[0], Review)
    assert isinstance(together[0][1], Review)
    assert alone[0].findings == together[0][1].findings
