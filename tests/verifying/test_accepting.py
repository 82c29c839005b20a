"""Edits of documents as changes of the programme."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from docx import Document
from openpyxl import load_workbook

from curriculum.form.compare import compare
from curriculum.form.merging import write
from curriculum.paths import TEMPLATES
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.reviewed import Review
from curriculum.verifying.accepting import accepted, as_merge, records_of_programme
from curriculum.verifying.verdict import Verifier
from generated import changed, saying, weekly, written
from house_style import house_style

CARE = Path(__file__).parents[1] / "programmes" / "care-foundation"


@pytest.fixture(scope="module")
def review() -> Review:
    return weekly()


@pytest.fixture(scope="module")
def scheme(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("scheme-of-work", review, tmp_path_factory.mktemp("scheme"))


def changes(path: Path) -> tuple[list[str], list[str]]:
    """What is accepted of a document's edits, and what is left."""
    held = accepted(Verifier().verify(path))
    made = compare(held.copy.base, [held.copy]).changes
    return [str(change).partition(" (")[0] for change in made], held.left


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "K3",
            "K8\N{NO-BREAK SPACE}M",
            ["K3 taught → not marked", "K8 not marked → mastered"],
        ),
        (
            "Functions &amp; their names",
            "Recursion",
            ["topic Functions & their names → Recursion"],
        ),
    ],
)
def test_a_cell_of_the_scheme_changes_its_session(
    old: str, new: str, change: list[str], scheme: Path, tmp_path: Path
) -> None:
    path = changed(scheme, tmp_path / "e.docx", saying(old, new))
    assert changes(path) == ([f"M1 session 2: {line}" for line in change], [])


def test_a_cell_of_several_fields_changes_the_one_that_was_edited(
    scheme: Path, tmp_path: Path
) -> None:
    path = changed(
        scheme,
        tmp_path / "e.docx",
        saying("Learners: Trace them on paper", "Learners: Trace them aloud"),
        saying("Write a loop", "Write two loops"),
    )
    assert changes(path) == (
        [
            (
                "M1 session 1: learners can … Trace a loop; Write a loop → "
                "Trace a loop; Write two loops"
            ),
            "M1 session 1: what the learners do Trace them on paper → Trace them aloud",
        ],
        [],
    )


def test_a_line_put_under_a_list_belongs_to_the_list(
    scheme: Path, tmp_path: Path
) -> None:
    word = Document(str(scheme))
    table = next(t for t in word.tables if t.cell(0, 0).text == "Week")
    line = next(p for p in table.cell(1, 4).paragraphs if p.text == "Write a loop")
    line.insert_paragraph_before("Read a loop")
    word.save(str(tmp_path / "e.docx"))
    assert changes(tmp_path / "e.docx")[0] == [
        (
            "M1 session 1: learners can … Trace a loop; Write a loop → Trace a loop; "
            "Read a loop; Write a loop"
        )
    ]


def test_a_code_that_the_standard_lacks_is_left_with_the_reason(
    scheme: Path, tmp_path: Path
) -> None:
    made, left = changes(changed(scheme, tmp_path / "e.docx", saying("K3", "K99")))
    assert made == []
    assert left == [
        (
            "scheme of work, week 2, column KSBs: was K3, now K99 (says K99, which is "
            "no code of ST0000 v1.0)"
        )
    ]


def test_paragraphs_headers_and_dates_of_weeks_are_left(
    scheme: Path, tmp_path: Path
) -> None:
    path = changed(
        scheme,
        tmp_path / "e.docx",
        saying("KSBs", "Codes"),
        saying("Mon 14 Sep 2026", "Tue 15 Sep 2026"),
    )
    made, left = changes(path)
    assert made == []
    assert len(left) == 2
    assert left[1].endswith("(no column of one known field)")


def test_dates_and_people_of_the_assessment_plan(
    review: Review, tmp_path: Path
) -> None:
    path = written("assessment-plan.xlsx", review, tmp_path)
    book = load_workbook(path)
    page = book["Schedule"]
    heads = {page.cell(3, n).value: n for n in range(1, page.max_column + 1)}
    page.cell(4, heads["Hand in"]).value = "12 Oct 2026"
    page.cell(4, heads["Assessor"]).value = "Ruth Sands"
    page.cell(5, heads["Assessor"]).value = "Nobody Known"
    book.save(path)
    made, left = changes(path)
    assert [line.removeprefix("assessment ") for line in made] == [
        "A1: hand-in 5 Oct 2026 → 12 Oct 2026",
        "A1: assessor JM → RS",
    ]
    assert any("is none of the people of the programme" in line for line in left)


def test_columns_are_known_in_a_college_s_own_template(
    review: Review, tmp_path: Path
) -> None:
    own = house_style(TEMPLATES, tmp_path / "templates")
    path = written("scheme-of-work", replace(review, templates=own), tmp_path)
    path = changed(path, tmp_path / "e.docx", saying("K3", "K8"))
    assert changes(path)[0] == [
        "M1 session 2: K3 taught → not marked",
        "M1 session 2: K8 not marked → taught",
    ]


def test_every_printed_field_is_read_back_as_it_is() -> None:
    held = reviewed(load(CARE))
    records = records_of_programme(held.programme)
    assert {id_[0] for id_ in records} == {
        *("module", "outcome", "session", "assessment")
    }


def with_row(path: Path, target: Path, *, code: str) -> Path:
    """A copy of a scheme with the second row of its first table once more."""
    word = Document(str(path))
    table = next(t for t in word.tables if t.cell(0, 0).text == "Week")
    copied = deepcopy(table.rows[2]._tr)  # noqa: SLF001 (python-docx has no other way)
    table.rows[2]._tr.addnext(copied)  # noqa: SLF001
    lines = table.rows[3].cells[3].paragraphs
    lines[0].text, lines[1].text = code, "Recursion & <sets>"
    word.save(str(target))
    return target


def test_a_new_row_of_the_scheme_is_a_new_session(scheme: Path, tmp_path: Path) -> None:
    path = with_row(scheme, tmp_path / "e.docx", code="M1.09")
    held = accepted(Verifier().verify(path))
    [made] = compare(held.copy.base, [held.copy]).additions
    assert str(made).startswith("M1 session 9: new, Recursion & <sets> (e.docx, ")
    assert made.values[("hours",)] == 6
    assert made.values["teaches", "ST0000", "K3"] == "taught"
    assert held.left == [
        "M1 session 9: column Week and column Date of its row, which no field takes"
    ]


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("M1.01", "there is M1 session 1 already"),
        ("Without a code", "it has no code of its own, such as M1.03"),
    ],
)
def test_a_new_row_that_names_no_new_session_is_left(
    code: str, why: str, scheme: Path, tmp_path: Path
) -> None:
    made, left = changes(with_row(scheme, tmp_path / "e.docx", code=code))
    assert made == []
    assert left[-1].endswith(f"({why})")


def test_a_row_that_is_gone_is_deleted_only_when_asked(
    scheme: Path, tmp_path: Path
) -> None:
    word = Document(str(scheme))
    table = next(t for t in word.tables if t.cell(0, 0).text == "Week")
    table._tbl.remove(table.rows[2]._tr)  # noqa: SLF001
    word.save(str(tmp_path / "e.docx"))
    held = accepted(Verifier().verify(tmp_path / "e.docx"))
    plain = compare(held.copy.base, [held.copy])
    assert [one.id for one in plain.missing] == [("session", "M1", "M1.02")]
    assert plain.deletions == []
    asked = compare(held.copy.base, [held.copy], delete=True)
    assert [one.id for one in asked.deletions] == [("session", "M1", "M1.02")]


def test_a_row_that_says_another_code_changes_nothing(
    scheme: Path, tmp_path: Path
) -> None:
    edits = saying("M1.02", "M1.09"), saying("K3", "K8")
    made, left = changes(changed(scheme, tmp_path / "e.docx", *edits))
    assert made == []
    assert [line[-47:] for line in left] == [
        "(the row no longer says that it is M1 session 2)"[-47:]
    ] * 2


def test_an_assessment_that_stands_in_another_table_is_not_missing(
    review: Review, tmp_path: Path
) -> None:
    path = written("assessment-plan", review, tmp_path)
    word = Document(str(path))
    table = next(t for t in word.tables if t.cell(0, 0).text == "Key")
    table._tbl.remove(table.rows[1]._tr)  # noqa: SLF001
    word.save(str(path))
    held = accepted(Verifier().verify(path))
    assert held.copy.missing == {}
    assert held.left[0].endswith("(assessment A1 still stands in another table)")


def test_rows_are_put_into_and_taken_out_of_the_programme(tmp_path: Path) -> None:
    folder = tmp_path / "care"
    copytree(CARE, folder)
    held = reviewed(load(folder))
    path = written("mapping-grid", held, tmp_path)
    module = held.programme.modules[0]
    book = load_workbook(path)
    page = book["Sessions"]
    page.delete_rows(4)
    new = {"Session": f"{module.key}.77", "Topic": "Żółw", "Hours": 2}
    heads = [cell.value for cell in page[3]]
    page.append([new.get(str(head)) for head in heads])
    book.save(path)
    made = as_merge(folder, [accepted(Verifier().verify(path))], delete=True)
    assert made.can_write
    write(made)
    again = load(folder).programme
    assert again is not None
    keys = [session.key for session in again.modules[0].sessions]
    before = [session.key for session in module.sessions]
    assert keys == [*before[1:], f"{module.key}.77"]


def test_a_row_that_was_changed_since_is_not_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "care"
    copytree(CARE, folder)
    held = reviewed(load(folder))
    path = written("mapping-grid", held, tmp_path)
    book = load_workbook(path)
    book["Sessions"].delete_rows(4)
    book.save(path)
    session = held.programme.modules[0].sessions[0]
    for file in (folder / "modules").glob("*.toml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(f'"{session.topic}"', '"Changed since"'), "utf-8")
    made = as_merge(folder, [accepted(Verifier().verify(path))], delete=True)
    assert not made.can_write


def test_a_few_rows_that_share_a_figure_with_a_record_are_not_its_own(
    tmp_path: Path,
) -> None:
    """A count of sessions is no number of hours, though both may be 2."""
    path = written("mapping-grid", reviewed(load(CARE)), tmp_path)
    book = load_workbook(path)
    page = book["Hours and findings"]
    cell = next(c for row in page["B4:B12"] for c in row if c.value is not None)
    cell.value = 99
    book.save(path)
    assert changes(path)[0] == []


def test_a_programme_that_changed_since_is_a_conflict(tmp_path: Path) -> None:
    folder = tmp_path / "care"
    copytree(CARE, folder)
    held = reviewed(load(folder))
    session = held.programme.modules[0].sessions[0]
    path = written("scheme-of-work", held, tmp_path)
    topic = session.topic.replace("&", "&amp;")
    edited = changed(path, tmp_path / "e.docx", saying(topic, "Another topic"))
    one = accepted(Verifier().verify(edited))
    made = as_merge(folder, [one])
    assert made.can_write
    assert [change.after for change in made.comparison.changes] == ["Another topic"]
    for file in (folder / "modules").glob("*.toml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace(f'"{session.topic}"', '"Changed since"'), "utf-8")
    made = as_merge(folder, [accepted(Verifier().verify(edited))])
    assert not made.can_write
    assert "changed since the form was written" in str(made.comparison.conflicts[0])
