"""Every document that the program writes passes its own rules of accessibility."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum import pipeline, versions
from curriculum.accessibility import checked
from curriculum.cli._group import curriculum
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.model import Standard
from curriculum.paths import TEMPLATES, WORKED_EXAMPLE
from curriculum.reviewed import Review
from curriculum.verifying.comparing import compared
from curriculum.verifying.report import as_page, as_word
from curriculum.versions.sheets_report import write_sheets
from curriculum.versions.word_report import as_word as difference_as_word
from curriculum.writers import all_writers
from curriculum.writers._files import make
from reviews import full_review
from version_pairs import standard

CARE = Path(__file__).parent.parent / "programmes" / "care-foundation"
OLD = standard(
    "K How to name a variable in a program that others read",
    "S Test a program against its specification & record the result",
)
NEW = standard(
    "K How to name a variable in a program which others read",
    "B Cydweithio â thimau <eraill> 🌊 i współpraca",
    version="1.1",
)
KINDS = (".docx", ".xlsx", ".html")
WRITERS = [w for w in all_writers() if w.filename.endswith(KINDS)]

TO_FILL_IN = {
    "ACC221": "its grids grow by columns of one's own, as no table of Excel can",
    "ACC251": "the headings of those columns are blank until somebody writes a code",
    "ACC261": "briefs and rationales are written into it, however long they are",
    "ACC284": "it is filled in on a screen; nobody prints it",
    "ACC291": "a hundred sessions stand side by side, each a column of letters",
}
"""What the form, which is for filling in and is no published copy, may not pass."""


@pytest.fixture(scope="module")
def worked() -> Review:
    return pipeline.review(pipeline.load(WORKED_EXAMPLE))


@pytest.fixture(scope="module")
def care() -> Review:
    return pipeline.review(pipeline.load(CARE))


def findings_of(name: str, review: Review, folder: Path) -> list[str]:
    writer = next(w for w in WRITERS if w.name == name)
    return [
        str(finding)
        for part in writer.parted(review)
        for finding in checked(make(part, review, folder)).findings
    ]


@pytest.mark.parametrize("name", [w.name for w in WRITERS])
@pytest.mark.parametrize("programme", ["worked", "care"])
def test_a_document_shuts_nobody_out(
    name: str, programme: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    review = request.getfixturevalue(programme)
    assert findings_of(name, review, tmp_path) == []


@pytest.mark.parametrize("name", [w.name for w in WRITERS])
def test_two_frameworks_and_strange_words_shut_nobody_out(
    name: str, tmp_path: Path
) -> None:
    assert findings_of(name, full_review(), tmp_path) == []


@pytest.mark.parametrize("programme", [WORKED_EXAMPLE, CARE], ids=["worked", "care"])
def test_the_form_fails_in_nothing_but_what_it_is_for(
    programme: Path, tmp_path: Path
) -> None:
    path = tmp_path / "programme-form.xlsx"
    write_form(source_of(programme), path)
    found = checked(path).findings
    assert [str(f) for f in found if f.code not in TO_FILL_IN] == []


@pytest.mark.parametrize("name", ["changes.docx", "changes.html"])
def test_what_changed_between_programmes_shuts_nobody_out(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    held = compared(WORKED_EXAMPLE, CARE)
    path.write_bytes(as_word(held) if path.suffix == ".docx" else as_page(held))
    assert [str(f) for f in checked(path).findings] == []


@pytest.mark.parametrize("new", [NEW, OLD], ids=["changed", "unchanged"])
def test_versions_of_a_standard_side_by_side_shut_nobody_out(
    new: Standard, tmp_path: Path
) -> None:
    difference = versions.compare(versions.edition_of(OLD), versions.edition_of(new))
    word, sheets = tmp_path / "difference.docx", tmp_path / "difference.xlsx"
    word.write_bytes(difference_as_word(difference))
    write_sheets(difference, (), sheets)
    assert [str(f) for f in (*checked(word).findings, *checked(sheets).findings)] == []


@pytest.mark.parametrize(
    "template", sorted(TEMPLATES.glob("*.docx")), ids=lambda p: p.name
)
def test_a_template_has_sizes_contents_and_page_numbers(template: Path) -> None:
    """Empty cells and the like depend on what fills it."""
    codes = {finding.code for finding in checked(template).findings}
    assert not codes & {"ACC151", "ACC152", "ACC161", "ACC191", "ACC192", "ACC193"}


@pytest.mark.parametrize("other", ["ST0128", "DT"])
@pytest.mark.parametrize("ending", [".html", ".xlsx"])
def test_a_crosswalk_shuts_nobody_out(other: str, ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"crosswalk{ending}"
    programme = ("--programme", WORKED_EXAMPLE) if other == "DT" else ()
    words = map(str, ("crosswalk", "ST0128", other, *programme, "-o", path))
    done = CliRunner().invoke(curriculum, list(words), standalone_mode=False)
    assert done.exception is None, done.output
    assert [str(f) for f in checked(path).findings] == []
    labels = re.findall(r'aria-label="([^"]*)"', path.read_text("utf-8", "ignore"))
    assert len(set(labels)) == len(labels)
