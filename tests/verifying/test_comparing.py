"""What changed between two programmes, and between two documents."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from curriculum.errors import SourceError
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.verifying.comparing import Comparison, compared
from curriculum.verifying.report import as_data, as_page, as_word, lines
from generated import WEEKLY, weekly, written
from notation import programme
from office_checks import faults
from real_programs import complaints

CARE = Path(__file__).parents[1] / "programmes" / "care-foundation"


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = tmp_path_factory.mktemp("compare")
    old = written("scheme-of-work", weekly(), folder / "old")
    text = WEEKLY.replace("topic Lists", "topic Lists & <sets>").replace(
        "    M2.02 topic Testing\n", "    M2.02 topic Testing\n    M2 teaches K3\n"
    )
    new = written("scheme-of-work", reviewed(programme(text)), folder / "new")
    return compared(old, new)


def test_two_documents_are_compared_by_what_they_say(comparison: Comparison) -> None:
    told = list(lines(comparison))
    assert told[0] == "scheme-of-work.docx → scheme-of-work.docx"
    assert (
        "~ week 3, column Topic: was M1.03 / Lists, now M1.03 / Lists & <sets>" in told
    )
    assert "~ row 3 (Mon 12 Oct 2026), column KSBs: was –, now K3" in told
    assert any(line.startswith("- severity Warning (K3), row gone") for line in told)


def test_the_same_document_has_no_differences(tmp_path: Path) -> None:
    path = written("mapping-grid", weekly(), tmp_path)
    held = compared(path, path)
    assert held.edits == ()
    assert list(lines(held))[1] == "nothing changed"
    assert "Nothing changed." in "".join(
        p.text for p in Document(BytesIO(as_word(held))).paragraphs
    )


def test_two_programmes_are_compared_by_their_facts(tmp_path: Path) -> None:
    import shutil  # noqa: PLC0415 (only here)

    folder = tmp_path / "next-year"
    shutil.copytree(CARE, folder)
    file = next((folder / "modules").glob("*.toml"))
    text = file.read_text("utf-8")
    file.write_text(
        text.replace("title = ", 'lead = ""\ntitle = "New: " #', 1), "utf-8"
    )
    title = load(CARE).programme.modules[0].title  # type: ignore[union-attr]
    told = list(lines(compared(CARE, folder)))
    assert told[0] == "care-foundation → next-year"
    assert any("title: was " in line and "now New:" in line for line in told), title


def test_a_document_is_compared_with_a_programme_by_the_facts_it_carries(
    tmp_path: Path,
) -> None:
    path = written("scheme-of-work", reviewed(load(CARE)), tmp_path)
    assert compared(path, CARE).edits == ()
    assert compared(CARE, path).edits == ()


def test_two_different_documents_are_compared_by_the_facts_they_carry(
    tmp_path: Path,
) -> None:
    scheme = written("scheme-of-work", weekly(), tmp_path)
    text = WEEKLY.replace("topic Lists", "topic Sets")
    for name in ("mapping-grid", "module-handbook"):
        other = written(name, reviewed(programme(text)), tmp_path)
        assert list(lines(compared(scheme, other))) == [
            (
                "scheme-of-work.docx (the facts that it carries) → "
                f"{other.name} (the facts that it carries)"
            ),
            "1 changed",
            "~ session M1.03, topic: was Lists, now Sets",
        ]


def test_a_pack_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "review-pack.zip").write_bytes(b"PK")
    with pytest.raises(SourceError, match="unpack it"):
        compared(tmp_path / "review-pack.zip", CARE)


def test_the_page_marks_with_signs_as_well_as_colour(comparison: Comparison) -> None:
    page = as_page(comparison).decode()
    assert "~ changed" in page
    assert "+ added" in page
    assert "<ins>{+ &amp; &lt;sets&gt;+}</ins>" in page or "{+" in page
    assert "<sets>" not in page


def test_the_word_document_is_sound_and_says_every_difference(
    comparison: Comparison,
) -> None:
    made = as_word(comparison)
    assert faults(made) == []
    table = Document(BytesIO(made)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "Sign",
        "Where",
        "Was",
        "Now",
    ]
    assert len(table.rows) == len(comparison.edits) + 1
    assert {row.cells[0].text for row in table.rows[1:]} <= {
        *("+ added", "\N{MINUS SIGN} gone", "~ changed")
    }


@pytest.mark.office
def test_the_validator_accepts_it(comparison: Comparison, tmp_path: Path) -> None:
    path = tmp_path / "changes.docx"
    path.write_bytes(as_word(comparison))
    assert complaints(path) == []


def test_machines_get_the_same(comparison: Comparison) -> None:
    data = as_data(comparison)
    assert isinstance(data["changes"], list)
    assert len(data["changes"]) == len(comparison.edits)


def test_what_is_neither_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text", "utf-8")
    with pytest.raises(SourceError):
        compared(tmp_path / "a.txt", CARE)
    with pytest.raises(SourceError, match="there is no such file"):
        compared(tmp_path / "no.docx", tmp_path / "no.docx")
