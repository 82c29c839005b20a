import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from subprocess import run
from typing import TypedDict
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st

from curriculum.findings import SourceError
from curriculum.office.fields import FieldError, Scope, expression, fields_of, listed
from curriculum.office.word_template import (
    TemplateError,
    WordTemplate,
    check_template,
)
from office_text import opened


class Session(TypedDict):
    week: str
    topic: str
    steps: list[str]
    marked: bool


class Module(TypedDict):
    title: str
    session: list[Session]


class Programme(TypedDict):
    title: str
    level: int
    hours: float
    people: list[str]


class Data(TypedDict):
    programme: Programme
    module: list[Module]
    session: list[Session]


FIELDS = fields_of(Data)

AWKWARD = (
    "Health & Safety <b>",
    "=SUM(1)",
    "emoji \N{ROCKET}",
    "Llŷn Zażółć",
    "{{ programme.title }}",
    "{% for x in y %}",
    '"quoted" ]]> &amp;',
    "",
)


def session(week: str, topic: str = "", *steps: str, marked: bool = False) -> Session:
    return Session(week=week, topic=topic, steps=list(steps), marked=marked)


def data(title: str = "T", **more: object) -> Data:
    programme = Programme(title=title, level=3, hours=354.5, people=["Jo", "Łucja"])
    return {"programme": programme, "module": [], "session": [], **more}  # type: ignore[typeddict-item]


def template(*texts: str) -> bytes:
    word = Document()
    for text in texts:
        word.add_paragraph(text)
    return saved(word)


def saved(word: DocumentObject) -> bytes:
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def filled(
    made: bytes, held: Data | None = None, without: Collection[str] = ()
) -> DocumentObject:
    compiled = WordTemplate.open(made, FIELDS, without=without)
    return opened(compiled.fill(held or data()))


def paragraphs(made: bytes, held: Data | None = None) -> list[str]:
    return [p.text for p in filled(made, held).paragraphs]


def table(*rows: tuple[str, ...]) -> bytes:
    word = Document()
    made = word.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(made.add_row().cells, texts, strict=True):
            cell.text = text
    return saved(word)


def cells(word: DocumentObject) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in word.tables[0].rows]


def problems(made: bytes) -> list[str]:
    return [str(problem) for problem in check_template(made, FIELDS).problems]


# Fields.


@pytest.mark.parametrize("text", AWKWARD)
def test_a_value_is_inserted_as_the_text_it_is(text: str) -> None:
    assert paragraphs(template("[{{ programme.title }}]"), data(text)) == [f"[{text}]"]


@given(st.text(max_size=40))
def test_any_text_gives_a_document_that_opens(text: str) -> None:
    (shown,) = paragraphs(template("{{ programme.title }}"), data(text))
    assert len(shown) >= len(text.replace("\r\n", "\n"))


def test_what_xml_cannot_hold_is_shown_as_replaced() -> None:
    (shown,) = paragraphs(template("{{ programme.title }}"), data("bell\x07 \ud800"))
    assert shown == "bell\N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER}"


def test_line_ends_and_tabs_stay_line_ends_and_tabs() -> None:
    shown = paragraphs(template("{{ programme.title }}"), data("a\r\nb\nc\td"))
    assert shown == ["a\nb\nc\td"]


def test_numbers_lists_and_filters_read_as_words() -> None:
    made = template(
        "{{ programme.level }} {{ programme.hours }} {{ programme.people }}.",
        "{{ programme.title | upper }} {{ programme.title|lower|capitalize }}",
        "{{ programme.people | join(' and ') }} ({{ programme.people | length }})",
        "{{ programme.title | default('none') }}",
        "{{ 'high' if programme.level > 2 else 'low' }}",
    )
    assert paragraphs(made, data("Tt")) == [
        "3 354.5 Jo, Łucja.",
        "TT Tt",
        "Jo and Łucja (2)",
        "Tt",
        "high",
    ]


def test_a_field_split_over_runs_takes_the_form_of_the_first() -> None:
    word = Document()
    paragraph = word.add_paragraph()
    paragraph.add_run("a {")
    for text in ("{ progr", "amme.ti", "tle }", "} b"):
        paragraph.add_run(text)
    paragraph.runs[0].bold = True
    shown = filled(saved(word)).paragraphs[0]
    assert shown.text == "a T b"
    assert [(run.text, run.bold) for run in shown.runs if run.text] == [
        ("a T", True),
        (" b", None),
    ]


def test_curly_quotes_are_as_good_as_straight_ones() -> None:
    made = template("{{ “yes” if programme.title == ‘T’ else “no” }}")  # noqa: RUF001
    assert paragraphs(made) == ["yes"]


def test_header_footer_properties_and_alternative_texts_are_filled() -> None:
    word = Document()
    word.core_properties.title = "{{ programme.title }} & more"
    word.sections[0].header.paragraphs[0].text = "head {{ programme.title }}"
    word.sections[0].footer.paragraphs[0].text = "foot {{ programme.title }}"
    made = word.add_table(rows=1, cols=1)
    made.cell(0, 0).text = "x"
    caption = f'<w:tblCaption {nsdecls("w")} w:val="of {{{{ programme.title }}}}"/>'
    made._tbl.tblPr.append(parse_xml(caption))  # noqa: SLF001 no public name
    shown = filled(saved(word), data('A "b" <c>'))
    assert shown.core_properties.title == 'A "b" <c> & more'
    assert shown.sections[0].header.paragraphs[0].text == 'head A "b" <c>'
    assert shown.sections[0].footer.paragraphs[0].text == 'foot A "b" <c>'
    assert shown.tables[0]._tbl.tblPr.xpath("w:tblCaption/@w:val") == [  # noqa: SLF001
        'of A "b" <c>'
    ]


def test_a_text_box_is_filled() -> None:
    word = Document()
    box = (
        f"<w:p {nsdecls('w')}><w:r><w:t>out</w:t></w:r><w:r><w:pict>"
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{{ programme</w:t></w:r><w:r><w:t>.title }}"
        "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    word.element.body.insert(0, parse_xml(box))
    body = filled(saved(word)).element.body
    assert [t.text for t in body.iter(qn("w:t")) if t.text] == ["out", "T"]


# Repeating and choosing.


def test_a_row_that_names_sessions_repeats_by_itself() -> None:
    made = table(("Week", "Topic"), ("{{ session.week }}", "{{ session.topic }}"))
    held = data(session=[session("1", "a"), session("2", "b")])
    assert cells(filled(made, held)) == [["Week", "Topic"], ["1", "a"], ["2", "b"]]
    assert cells(filled(made, data())) == [["Week", "Topic"]]


def test_rows_below_each_other_are_chosen_between() -> None:
    made = table(
        ("{{ only if not session.marked }}{{ session.week }}", "plain"),
        ("{{ only if session.marked }}{{ session.week }}", "marked"),
    )
    held = data(session=[session("1"), session("2", marked=True), session("3")])
    assert cells(filled(made, held)) == [
        ["1", "plain"],
        ["2", "marked"],
        ["3", "plain"],
    ]


def test_a_block_repeats_with_its_own_sessions() -> None:
    word = Document()
    word.add_paragraph("{{ each module }}")
    word.add_heading("{{ module.title }}")
    made = word.add_table(rows=1, cols=1)
    made.cell(0, 0).text = "{{ session.topic }}"
    word.add_paragraph("{{ end module }}")
    word.add_paragraph("after")
    held = data(
        module=[
            Module(title="M1", session=[session("1", "a"), session("2", "b")]),
            Module(title="M2", session=[session("3", "c")]),
        ],
        session=[session("9", "not these")],
    )
    shown = filled(saved(word), held)
    assert [p.text for p in shown.paragraphs] == ["M1", "M2", "after"]
    assert [[c.text for c in t.columns[0].cells] for t in shown.tables] == [
        ["a", "b"],
        ["c"],
    ]


def test_a_paragraph_of_several_texts_repeats_in_its_style() -> None:
    word = Document()
    word.add_paragraph("{{ programme.people }}", style="List Bullet")
    shown = filled(saved(word)).paragraphs
    assert [(p.text, p.style and p.style.name) for p in shown] == [
        ("Jo", "List Bullet"),
        ("Łucja", "List Bullet"),
    ]


def test_a_cell_whose_texts_are_none_shows_a_dash() -> None:
    made = table(("{{ session.week }}", "{{ session.steps }}"))
    held = data(session=[session("1"), session("2", "t", "x", "y")])
    assert cells(filled(made, held)) == [["1", "\N{EN DASH}"], ["2", "x\ny"]]


def test_a_block_shows_only_if_there_is_something() -> None:
    made = template(
        "{{ if session }}", "some", "{{ end if }}", "{{ only if not session }}none"
    )
    assert paragraphs(made) == ["none"]
    assert paragraphs(made, data(session=[session("1")])) == ["some"]


def test_bookmarks_do_not_repeat() -> None:
    word = Document()
    for text in ("{{ each session }}", "{{ session.topic }}", "{{ end session }}"):
        word.add_paragraph(text)
    mark = f'<w:bookmarkStart {nsdecls("w")} w:id="1" w:name="here"/>'
    word.paragraphs[1]._p.append(parse_xml(mark))  # noqa: SLF001 no public name
    held = data(session=[session("1", "a"), session("2", "b")])
    shown = filled(saved(word), held)
    assert [p.text for p in shown.paragraphs] == ["a", "b"]
    assert not list(shown.element.body.iter(qn("w:bookmarkStart")))


def test_repetitions_lie_in_each_other_only_so_deep() -> None:
    made = template(
        "{{ each module }}", "{{ each session }}", "{{ each session }}", "x"
    )
    said = "document, “{{ each session }}”: {{ each session }} repeats within itself"
    assert said in problems(made)


def test_columns_are_left_out_and_the_others_fill_the_width() -> None:
    made = table(
        ("Week", "Topic", "Steps"),
        ("{{ session.week }}", "{{ session.topic }}", "{{ session.steps }}"),
    )
    held = data(session=[session("1", "a", "x")])
    whole, cut = filled(made, held), filled(made, held, without={"session.topic"})
    assert cells(cut) == [["Week", "Steps"], ["1", "x"]]

    def width(word: DocumentObject) -> int:
        grid = word.tables[0]._tbl.tblGrid  # noqa: SLF001 no public name
        return sum(int(column.get(qn("w:w"), "0")) for column in grid)

    assert abs(width(whole) - width(cut)) < 5


def test_a_column_of_a_table_with_joined_cells_is_not_left_out() -> None:
    word = Document()
    made = word.add_table(rows=2, cols=3)
    made.cell(0, 0).merge(made.cell(0, 1))
    made.cell(1, 0).text = "{{ session.week }}"
    made.cell(1, 1).text = "{{ session.topic }}"
    with pytest.raises(TemplateError, match="cannot be left out"):
        filled(saved(word), without={"session.week"})


def test_a_table_keeps_at_least_one_column() -> None:
    with pytest.raises(TemplateError, match="no column would be left"):
        filled(table(("{{ session.week }}",)), without={"session.week"})


# What is refused, and with what sentence.

REFUSED = {
    "{{ programme.titel }}": "which is not known; did you mean programme.title?",
    "{{ titles }}": "names titles, which is not known",
    "{{ title }}": "did you mean programme.title?",
    "{{ session.topic }}": "names a part of the collection session",
    "{{ session }}": "is a collection; name one of its fields",
    "{{ programme }}": "is a group of fields; name one of its fields",
    "{{ programme.title.x }}": "programme.title is a text and has no x",
    "{{ programme.title.upper() }}": "calls a function",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}": "calls a function",
    "{{ ''.__class__ }}": "does not begin with an underscore",
    "{{ programme.__class__ }}": "does not begin with an underscore",
    "{{ _x }}": "does not begin with an underscore",
    "{{ programme['title'] }}": "looks up by brackets",
    "{{ range(999999999) }}": "calls a function",
    "{{ 9 ** 9 ** 9 }}": "is more than a template may do",
    "{{ 'x' * 999999999 }}": "is more than a template may do",
    "{{ [1, 2] }}": "makes a list",
    "{{ {'a': 1} }}": "makes a dictionary",
    "{{ programme.title is string }}": "uses a test",
    "{{ programme.title | tojson }}": "uses the filter tojson, which is not known",
    "{{ programme.title | uper }}": "did you mean upper?",
    "{{ programme.title | upper(1) }}": "what it does not take",
    "{{ programme.title | join(programme.level) }}": "what it does not take",
    "{{ 1 < 2 < 3 }}": "compares more than two things",
    "{{ programme. }}": "is not written as a field is",
    "{{ }}": "names nothing",
    "{{ " + "a" * 400 + " }}": "is longer than 300 characters",
    "{% for x in programme %}": "{% is not understood",
    "{% set x = 1 %}": "{% is not understood",
    "{% import 'os' %}": "{% is not understood",
    "{{ programme.title": "does not end with }} in its paragraph",
    "programme.title }}": "does not begin in this paragraph",
    "{{ each modul }}": "did you mean module?",
    "{{ each programme }}": "names no collection",
    "{{ each module }}": "has no {{ end module }} below it",
    "{{ end module }}": "ends what did not begin here",
    "text {{ each module }}": "must stand alone in a paragraph",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_engine_cannot_do_is_named(text: str) -> None:
    said = problems(template(text))
    assert any(REFUSED[text] in problem for problem in said), said
    assert all(problem.startswith("document, “") for problem in said)
    with pytest.raises(TemplateError, match="the template has "):
        WordTemplate.open(template(text), FIELDS)


def test_every_problem_is_told_at_once_with_its_place() -> None:
    word = Document()
    word.add_paragraph("{{ programme.titel }}")
    word.sections[0].footer.paragraphs[0].text = "{{ programme.levle }}"
    with pytest.raises(TemplateError) as caught:
        WordTemplate.open(saved(word), FIELDS, name="ours.docx")
    assert str(caught.value).splitlines()[0] == "ours.docx: the template has 2 problems"
    assert [p.place for p in caught.value.problems] == [
        "document, “{{ programme.titel }}”",
        "footer, “{{ programme.levle }}”",
    ]


def test_a_repeating_row_with_cells_merged_downwards_is_refused() -> None:
    word = Document()
    made = word.add_table(rows=2, cols=2)
    made.cell(0, 0).merge(made.cell(1, 0))
    made.cell(0, 1).text = "{{ session.week }}"
    assert "merged with the one above or below" in problems(saved(word))[0]


def test_a_row_cannot_repeat_for_two_collections() -> None:
    made = table(("{{ session.week }}", "{{ module.title }}"))
    assert "cannot repeat for session and module at once" in problems(made)[0]


def test_the_check_lists_the_fields_that_a_template_names() -> None:
    found = check_template(
        template("{{ programme.title }} {{ programme.level }}"), FIELDS
    )
    assert [use.field for use in found.uses] == ["programme.title", "programme.level"]
    assert list(listed(FIELDS)) == [
        *("programme.title", "programme.level", "programme.hours", "programme.people"),
        *("module.title", "session.week", "session.topic", "session.steps"),
        *("session.marked", "session.week", "session.topic", "session.steps"),
        "session.marked",
    ]


def retyped(made: bytes, old: bytes, new: bytes) -> bytes:
    held = BytesIO()
    with ZipFile(BytesIO(made)) as source, ZipFile(held, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old, new))
    return held.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"document.main+xml", b"template.main+xml", "is a .dotx file"),
        (
            b"openxmlformats-officedocument.wordprocessingml.document.main",
            b"ms-word.document.macroEnabled.main",
            "holds macros",
        ),
        (b"wordprocessingml.document", b"nothing", "is not a Word document"),
        (b"<w:body>", b"<!DOCTYPE x><w:body>", "has a document type"),
        (b"<w:body>", b"<w:body", "is damaged"),
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            "is saved as Strict Open XML",
        ),
    ],
)
def test_what_is_no_word_document_is_refused(old: bytes, new: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        WordTemplate.open(retyped(template("x"), old, new), FIELDS)


# The same bytes, from any thread, and nothing imported needlessly.


def test_the_same_data_gives_the_same_bytes_from_any_thread() -> None:
    made = table(("{{ session.week }}", "{{ session.steps }}"))
    compiled = WordTemplate.open(made, FIELDS)
    held = [
        data(session=[session(str(n), "t", "x") for n in range(size)])
        for size in range(20)
    ]
    alone = [compiled.fill(one) for one in held]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(compiled.fill, held)) == alone


def test_plain_fields_need_no_jinja() -> None:
    script = (
        "import sys; from curriculum.writers import scheme_of_work; "
        "assert not {'lxml', 'docx', 'jinja2'} & set(sys.modules); "
        "from pathlib import Path; from curriculum.office.fields import fields_of; "
        "from curriculum.writers._scheme_fields import SchemeFields; "
        "from curriculum.office.word_template import WordTemplate; "
        "WordTemplate.open(scheme_of_work.TEMPLATE, fields_of(SchemeFields)); "
        "assert not {'docx', 'jinja2'} & set(sys.modules)"
    )
    run([sys.executable, "-c", script], check=True)  # noqa: S603 our own script


def test_a_field_in_capitals_is_suggested_as_it_is_written() -> None:
    with pytest.raises(FieldError, match=r"did you mean session\.topic\?"):
        expression("Session.Topic", Scope(FIELDS))


@pytest.mark.parametrize("sign", ["==", "!="])
def test_a_field_is_compared_with_a_text(sign: str) -> None:
    made = expression(f"programme.title {sign} \u201ca\u201d", Scope(FIELDS))
    assert made.get([{"programme": {"title": "a"}}]) is (sign == "==")
