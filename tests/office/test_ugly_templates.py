"""Templates as people really leave them: filled, or refused with a sentence."""

import time
import tracemalloc
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from curriculum.findings import SourceError
from curriculum.office.fields import fields_of
from curriculum.office.word_template import TemplateError, WordTemplate
from curriculum.office.word_tree import T
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load, review
from curriculum.writers._scheme_fields import SchemeFields
from curriculum.writers.scheme_of_work import scheme
from office_text import opened
from pace import allowed
from real_programs import complaints
from ugly_templates import FILLED, REFUSED, ROWS, Ugly, saved

FIELDS = fields_of(SchemeFields)
ROWS_ONLY = {"two_hundred_rows"}
TITLE = "Software Development Technician"


@cache
def content() -> SchemeFields:
    return scheme(review(load(WORKED_EXAMPLE)))


def filled(template: Ugly) -> bytes:
    compiled = WordTemplate.open(saved(template()), FIELDS, name="ours.docx")
    return compiled.fill(content())


def texts(document: bytes) -> list[str]:
    """What stands in every part of a document."""
    with ZipFile(BytesIO(document)) as package:
        parts = [package.read(n) for n in package.namelist() if n.endswith(".xml")]
    return [t.text or "" for part in parts for t in etree.fromstring(part).iter(T)]


@pytest.mark.parametrize("name", FILLED)
def test_an_ugly_template_is_filled_whole(name: str) -> None:
    said = texts(filled(FILLED[name]))
    shown = content()["session"][-1]["topic"] if name in ROWS_ONLY else TITLE
    assert any(shown in text for text in said)
    assert not any("{{" in text or "}}" in text for text in said)


@pytest.mark.office
@pytest.mark.parametrize("name", FILLED)
def test_a_filled_ugly_template_is_a_valid_document(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.docx"
    path.write_bytes(filled(FILLED[name]))
    assert complaints(path) == []


SENTENCES = {
    "across_paragraphs": (
        "document, “{{ programme.”: a field that begins with {{ does not end with }} "
        "in its paragraph"
    ),
    "jinja_loop": (
        "document, “{% for s in session %}”: {% is not understood; a template repeats "
        "with {{ each … }} and chooses with {{ if … }}"
    ),
    "merged_down": (
        "document, “| {{ session.topic }}”: a row that repeats has a cell that is "
        "merged with the one above or below; split it in Word"
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_filled_is_refused_with_its_place(name: str) -> None:
    with pytest.raises(TemplateError) as refused:
        filled(REFUSED[name])
    assert SENTENCES[name] in str(refused.value)
    assert str(refused.value).startswith("ours.docx: the template has ")


def test_a_change_that_nobody_has_accepted_counts_as_accepted() -> None:
    document = filled(FILLED["tracked_changes"])
    assert [p.text for p in opened(document).paragraphs] == [f"Title: {TITLE}"]
    xml = opened(document).element.xml
    assert "w:ins " not in xml
    assert "w:del " not in xml


def test_text_that_was_moved_stands_once() -> None:
    said = [p.text for p in opened(filled(FILLED["moved_text"])).paragraphs]
    assert said == ["", TITLE]


def test_a_table_within_a_table_repeats_its_own_row() -> None:
    outer = opened(filled(FILLED["nested_tables"])).tables[0]
    inner = outer.cell(0, 1).tables[0]
    assert len(inner.rows) == 1 + len(content()["session"])


def test_both_copies_of_a_text_box_are_filled() -> None:
    xml = opened(filled(FILLED["text_box"])).element.xml
    assert xml.count(f">{TITLE}</w:t>") == 2
    assert f'descr="Title: {TITLE}"' in xml


def test_a_row_within_a_content_control_repeats() -> None:
    xml = opened(filled(FILLED["content_controls"])).element.xml
    assert xml.count("<w:tr") == 1 + len(content()["session"])


def test_sections_keep_their_orientation_and_header() -> None:
    word = opened(filled(FILLED["two_orientations"]))
    tall, wide = word.sections
    assert (tall.page_height or 0) > (tall.page_width or 0)
    assert (wide.page_width or 0) > (wide.page_height or 0)
    assert wide.header.paragraphs[0].text == content()["programme"]["code"]


def test_the_rows_that_are_no_fields_stay() -> None:
    made = opened(filled(FILLED["two_hundred_rows"])).tables[0]
    assert len(made.rows) == ROWS - 1 + len(content()["session"])


def test_no_template_takes_long_or_much() -> None:
    tracemalloc.start()
    before = time.process_time()
    for template in (*FILLED.values(), *REFUSED.values()):
        try:
            filled(template)
        except SourceError:
            continue
    spent, peak = time.process_time() - before, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert spent < allowed(8)
    assert peak < 60_000_000
