"""Documents that LibreOffice opened and saved: nothing changed, or just the edit."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum.carried.carrying import copies_of
from curriculum.office.package import Package
from curriculum.reviewed import Review
from curriculum.verifying.verdict import Verifier
from curriculum.writers import Writer
from generated import CARRYING, told, weekly, written, written_by
from libreoffice import Office, running, why_not
from reviews import full_review

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "it is there"),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with running(tmp_path_factory.mktemp("office-verify")) as held:
        yield held


@pytest.fixture(scope="module")
def review() -> Review:
    return full_review()


@pytest.mark.parametrize("writer", CARRYING, ids=lambda w: w.filename)
def test_opening_and_saving_changes_nothing(
    writer: Writer, office: Office, review: Review, tmp_path: Path
) -> None:
    path = written_by(writer, review, tmp_path)
    saved = office.edit(path, tmp_path / f"saved-{path.name}")
    assert saved.read_bytes() != path.read_bytes()
    verified = Verifier().verify(saved)
    assert [str(edit) for edit in verified.edits] == []
    assert verified.faults == ()


def test_a_cell_of_a_word_table_changed_there(office: Office, tmp_path: Path) -> None:
    path = written("scheme-of-work", weekly(), tmp_path)
    shown = Verifier().verify(path).opened.now[0].blocks
    tables = [block for block in shown if not isinstance(block, str)]
    number = next(n for n, t in enumerate(tables) if t[0][0] == ("Week",))
    step: list[object] = ["table_text", number, "I3", "K8"]
    saved = office.edit(path, tmp_path / "edited.docx", step)
    assert told(saved) == ["scheme of work, week 2, column KSBs: was K3, now K8"]


def test_a_mark_of_a_grid_changed_there(office: Office, tmp_path: Path) -> None:
    path = written("mapping-grid", weekly(), tmp_path)
    step: list[object] = ["text", "KSB by module", "E4", "M"]
    edits = Verifier().verify(office.edit(path, tmp_path / "e.xlsx", step)).edits
    first, *rest = (edit for edit in edits if not edit.follows)
    assert str(first) == (
        "mapping grid, sheet KSB by module, KSB K1, column M2 Title of M2 (KSB by "
        "module!E4): was D, now M"
    )
    assert rest == []


def test_a_workbook_keeps_its_facts_though_the_custom_xml_is_dropped(
    office: Office, tmp_path: Path
) -> None:
    path = written("skills-scan", weekly(), tmp_path)
    before = Package.open(path)
    after = Package.open(office.edit(path, tmp_path / "saved.xlsx"))
    assert copies_of(after)[0] == copies_of(before)[0]
