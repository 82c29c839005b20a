"""``curriculum template``: a college's own templates, as who makes them works."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click import BadParameter
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from curriculum.cli._word_documents import WordDocument, word_documents
from curriculum.findings import SourceError
from curriculum.office.fields import listed
from curriculum.paths import TEMPLATES
from curriculum.sources import field_meanings
from curriculum.verifying.comparing import compared
from curriculum.verifying.report import as_word
from curriculum.writers._meanings import meaning_of
from curriculum.writers._word import template_in

SMALL = Path("tests/programmes/care-foundation").absolute()


def template(*words: object) -> Result:
    return CliRunner().invoke(
        curriculum, ["template", *map(str, words)], standalone_mode=False
    )


def templated() -> Iterator[tuple[WordDocument, list[str]]]:
    """Each document that is made through a Word template, with its fields."""
    for held in word_documents().values():
        yield held, list(listed(held.fields))


def test_new_copies_every_shipped_template(tmp_path: Path) -> None:
    done = template("new", tmp_path / "ours")
    assert done.return_value == 0, done.output
    shipped = {path.name for path in TEMPLATES.glob("*.docx")}
    assert {path.name for path in (tmp_path / "ours").iterdir()} == shipped
    for writer, _ in templated():
        own = tmp_path / "ours" / writer.filename
        assert own.read_bytes() == (TEMPLATES / writer.filename).read_bytes()


def test_new_never_touches_a_template_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "scheme-of-work.docx").write_bytes(b"ours")
    done = template("new", tmp_path)
    assert "scheme-of-work.docx: is there already and stays as it is" in done.stderr
    assert (tmp_path / "scheme-of-work.docx").read_bytes() == b"ours"
    assert (tmp_path / "session-plans.docx").is_file()


def test_new_says_what_to_do_with_them(tmp_path: Path) -> None:
    assert f"curriculum build --templates {tmp_path}" in (
        template("new", tmp_path).stderr
    )


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("a file")
    done = template("new", tmp_path / "ours")
    assert type(done.exception).__name__ == "NotWrittenError"
    assert "cannot be written" in str(done.exception)


def test_every_field_of_every_template_has_a_meaning() -> None:
    without = [
        f"{writer.stem}: {field}"
        for writer, fields in templated()
        for field in fields
        if not meaning_of(field, writer.stem)
    ]
    assert without == []


def test_no_meaning_is_told_of_a_field_that_is_not_there() -> None:
    known = {(w.stem, field) for w, fields in templated() for field in fields}
    fields = {field for _, field in known}
    strange = []
    for table, meanings in field_meanings().items():
        for name, held in meanings.items():
            if isinstance(held, dict):
                strange += [
                    f"{table}: {name}.{n}"
                    for n in held
                    if (table, f"{name}.{n}") not in known
                ]
            elif (f"{table}.{name}" if table != "alone" else name) not in fields:
                strange.append(f"{table}.{name}")
    assert strange == []


def test_check_tells_what_each_field_shows() -> None:
    said = template("check", TEMPLATES / "scheme-of-work.docx", "--fields").output
    assert "  session.homework: homework\n" in said
    assert "  programme.kind: kind and level: Apprenticeship, level 3\n" in said
    assert "Also there (" in said


def test_check_fills_a_sample_through_a_template_of_any_name(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("OUR COLLEGE: {{ programme.title }}")
    own.save(str(tmp_path / "plan v7.docx"))
    sample = tmp_path / "samples" / "filled.docx"
    done = template(
        *("check", tmp_path / "plan v7.docx", "--document", "assessment-plan"),
        *("--sample", sample, "--programme", SMALL),
    )
    assert done.return_value == 0, done.output
    assert f"Filled: {sample}" in done.output
    (text,) = [p.text for p in docx.Document(str(sample)).paragraphs]
    assert text.startswith("OUR COLLEGE: ")
    assert "{{" not in text
    assert [p.name for p in sample.parent.iterdir()] == ["filled.docx"]


@pytest.mark.parametrize("name", ["comparison", "version-diff"])
def test_check_fills_a_sample_of_what_other_commands_write(
    name: str, tmp_path: Path
) -> None:
    sample = tmp_path / "filled.docx"
    shipped = TEMPLATES / f"{name}.docx"
    done = template("check", shipped, "--sample", sample, "--programme", SMALL)
    assert done.return_value == 0, done.output
    (rows, *_) = [len(table.rows) for table in docx.Document(str(sample)).tables]
    assert rows > 1


@pytest.mark.parametrize(
    ("document", "field", "words"),
    [
        ("comparison", "new", ["compare", SMALL, SMALL]),
        ("version-diff", "diff.title", ["diff", "ST0128", "ST0128"]),
    ],
)
def test_other_commands_take_a_template_of_the_college(
    document: str, field: str, words: list[object], tmp_path: Path
) -> None:
    own = docx.Document()
    own.add_paragraph(f"OUR COLLEGE: {{{{ {field} }}}}")
    own.save(str(tmp_path / f"{document}.docx"))
    filled = tmp_path / "filled.docx"
    asked = [*map(str, words), "--templates", str(tmp_path), "-o", str(filled)]
    done = CliRunner().invoke(curriculum, asked, standalone_mode=False)
    assert done.exception is None, done.output
    (text,) = [p.text for p in docx.Document(str(filled)).paragraphs]
    assert text.startswith("OUR COLLEGE: ")
    assert "{{" not in text


def test_a_comparison_takes_the_templates_that_the_newer_programme_names(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "programme"
    shutil.copytree(SMALL, folder)
    written = (folder / "programme.toml").read_text("utf-8")
    named = written.replace("[documents]", '[documents]\ntemplates = "../ours"')
    (folder / "programme.toml").write_text(named, "utf-8")
    (tmp_path / "ours").mkdir()
    own = docx.Document()
    own.add_paragraph("OUR COLLEGE: {{ verdict }}")
    own.save(str(tmp_path / "ours" / "comparison.docx"))
    held = compared(SMALL, folder)
    made = as_word(held, template_in(held.templates, "comparison.docx"))
    (text,) = [p.text for p in docx.Document(BytesIO(made)).paragraphs]
    assert text == "OUR COLLEGE: nothing changed"


def test_a_programme_that_names_no_folder_of_templates_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "programme"
    shutil.copytree(SMALL, folder)
    written = (folder / "programme.toml").read_text("utf-8")
    named = written.replace("[documents]", '[documents]\ntemplates = "ours"')
    (folder / "programme.toml").write_text(named, "utf-8")
    asked = ["build", str(folder), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(curriculum, asked, standalone_mode=False)
    assert isinstance(done.exception, SourceError)
    assert 'templates = "ours" under [documents] names no folder' in str(done.exception)
    assert not (tmp_path / "out").exists()


def test_check_fills_nothing_through_a_faulty_template(tmp_path: Path) -> None:
    own = docx.Document()
    own.add_paragraph("{{ programme.titel }}")
    own.save(str(tmp_path / "ours.docx"))
    done = template("check", tmp_path / "ours.docx", "--sample", tmp_path / "out.docx")
    assert done.return_value == 1
    assert "did you mean programme.title?" in done.output
    assert not (tmp_path / "out.docx").exists()


@pytest.mark.parametrize("name", ["scheme-of-wrok", "mapping-grid"])
def test_check_for_a_document_without_a_template_says_which_there_are(
    name: str,
) -> None:
    done = template("check", TEMPLATES / "scheme-of-work.docx", "--document", name)
    assert isinstance(done.exception, BadParameter)
    assert done.exception.message.startswith(
        f"there is no Word document {name}; there are assessment-plan"
    )
