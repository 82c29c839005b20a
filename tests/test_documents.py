"""What must hold of every document, so that no reviewer need look for it."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from conftest import Golden
from curriculum.office.fields import fields_of
from curriculum.office.word_template import check_template
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.pipeline import review as reviewed
from curriculum.reviewed import Review
from curriculum.writers import Writer, all_writers, usual_writers, writers_named
from office_checks import faults
from office_text import as_text
from real_programs import complaints
from reviews import full_review, review

WORD = [writer for writer in all_writers() if writer.filename.endswith(".docx")]
HANDS = Path(__file__).parent / "writers"

LONG = "\n".join(
    [
        "from 2026-09-07 to 2029-07-20",
        "ksbs K1 S1 B1",
        *(f"M{n} teaches K1 S1 introduced" for n in range(10, 50)),
        *(f"A{n} assesses K1 S1 on 2027-0{n % 9 + 1}-15" for n in range(1, 40)),
    ]
)
"""Three years, forty modules: more columns than one table has room for."""
EMPTY = "module M1"


def named(writer: Writer) -> str:
    return writer.filename


def module_of(writer: Writer) -> ModuleType:
    return import_module(f"curriculum.writers.{writer.name}")


def written(writer: Writer, held: Review, folder: Path) -> Path:
    path = folder / writer.filename
    writer.write(held, path)
    return path


@pytest.fixture(scope="module")
def worked() -> Review:
    return reviewed(load(WORKED_EXAMPLE))


@pytest.mark.parametrize("writer", all_writers(), ids=named)
def test_says_in_a_line_what_it_holds(writer: Writer) -> None:
    assert writer.summary != writer.title
    assert len(writer.summary) <= 90
    assert not writer.summary.endswith(".")


@pytest.mark.parametrize("writer", all_writers(), ids=named)
def test_has_a_test_of_its_own(writer: Writer) -> None:
    assert (HANDS / f"test_{writer.name}.py").is_file()


def test_no_two_documents_share_a_name() -> None:
    names = [writer.filename for writer in all_writers()]
    assert len(set(names)) == len(names)


def test_optional_documents_are_left_out_unless_named() -> None:
    assert "session-plans.docx" not in map(named, usual_writers())
    assert [w.filename for w in writers_named("Session-Plans")] == [
        "session-plans.docx"
    ]


def test_a_name_without_ending_means_every_form_of_the_document() -> None:
    assert [w.filename for w in writers_named("coverage-report")] == [
        "coverage-report.docx",
        "coverage-report.html",
    ]
    assert len(writers_named("coverage-report.html")) == 1
    assert writers_named("coverage") == ()


@pytest.mark.parametrize("writer", WORD, ids=named)
def test_golden_text(writer: Writer, golden: Golden, tmp_path: Path) -> None:
    path = written(writer, full_review(), tmp_path)
    golden(writer.stem, as_text(path.read_bytes()))


@pytest.mark.parametrize("writer", WORD, ids=named)
def test_the_shipped_template_names_known_fields_only(writer: Writer) -> None:
    module = module_of(writer)
    checked = check_template(module.TEMPLATE, fields_of(module.FIELDS))
    assert checked.problems == ()
    assert "programme.title" in {use.field for use in checked.uses}


@pytest.mark.parametrize("writer", WORD, ids=named)
@pytest.mark.parametrize("text", [EMPTY, LONG, ""], ids=["empty", "long", "nothing"])
def test_a_programme_of_any_size_makes_a_sound_document(
    writer: Writer, text: str, tmp_path: Path
) -> None:
    assert faults(written(writer, review(text), tmp_path).read_bytes()) == []


@pytest.mark.parametrize("writer", WORD, ids=named)
def test_the_worked_example_makes_a_sound_document(
    writer: Writer, worked: Review, tmp_path: Path
) -> None:
    assert faults(written(writer, worked, tmp_path).read_bytes()) == []


@pytest.mark.parametrize("writer", all_writers(), ids=named)
def test_the_same_review_gives_the_same_bytes(writer: Writer, tmp_path: Path) -> None:
    first = written(writer, full_review(), tmp_path).read_bytes()
    assert written(writer, full_review(), tmp_path).read_bytes() == first


VALIDATED_LONG = {"scheme-of-work", "programme-specification", "coverage-report"}
"""Documents with a part of every kind; the validator takes seconds for long ones."""


@pytest.mark.office
@pytest.mark.parametrize("writer", WORD, ids=named)
def test_the_validator_accepts_document_and_template(
    writer: Writer, worked: Review, tmp_path: Path
) -> None:
    long = (worked,) if writer.stem in VALIDATED_LONG else ()
    for held in (full_review(), review(EMPTY), *long):
        assert complaints(written(writer, held, tmp_path)) == []
    assert complaints(module_of(writer).TEMPLATE) == []
