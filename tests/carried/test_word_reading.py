"""What is taken for the text of a Word file, whatever wrote it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from curriculum.carried.shown import HEADING, Block
from curriculum.carried.word import word_parts
from curriculum.carried.word_reader import WordReader
from curriculum.carried.word_tags import tokens
from curriculum.errors import SourceError
from curriculum.office.package import Package
from curriculum.office.word_tree import NAMESPACE
from ugly_templates import nested_tables, saved, text_box, tracked_changes

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def blocks(body: str, prefix: str = "w", head: str = "") -> list[Block]:
    space = f"xmlns:{prefix}" if prefix else "xmlns"
    named = f"{prefix}:" if prefix else ""
    part = (
        f'{head}<{named}document {space}="{NAMESPACE}" xmlns:mc="{MC}"><{named}body>'
        f"{body}</{named}body></{named}document>"
    )
    return WordReader("a.docx").read(tokens(part.encode(), "a.docx"))


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{result}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_runs_tabs_and_breaks_make_one_text() -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>K1</w:t>'
        '<w:tab/><w:t xml:space="preserve"> and </w:t><w:br/></w:r>'
        "<w:r><w:t>S1\N{NO-BREAK SPACE}D</w:t></w:r></w:p><w:p/>"
    )
    assert blocks(body) == ["K1 and S1 D"]


def test_ampersands_are_what_they_stand_for() -> None:
    text = "a &lt;b&gt; &amp;amp; &#38;lt; &#x1F680; &quot;c"
    made = blocks(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
    assert made == ['a <b> &amp; &lt; 🚀 "c']


@pytest.mark.parametrize("prefix", ["w", "ns0", ""])
def test_the_prefix_does_not_matter(prefix: str) -> None:
    p = f"{prefix}:" if prefix else ""
    body = f"<{p}p><{p}r><{p}t>K1</{p}t></{p}r></{p}p>"
    assert blocks(body, prefix) == ["K1"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:p><w:r><w:t><![CDATA[a & b]]></w:t></w:r></w:p>",
        "<w:p><!-- <w:t>no</w:t> --><w:r><w:t>a &amp; b</w:t></w:r></w:p>",
    ],
)
def test_what_only_a_parser_understands_is_parsed(body: str) -> None:
    assert blocks(body) == ["a & b"]


def test_another_encoding_is_read() -> None:
    part = (
        '<?xml version="1.0" encoding="UTF-16"?>'
        f'<w:document xmlns:w="{NAMESPACE}"><w:body><w:p><w:r><w:t>ż</w:t></w:r></w:p>'
        "</w:body></w:document>"
    ).encode("utf-16")
    assert WordReader("a").read(tokens(part, "a")) == ["ż"]


def test_page_numbers_and_dates_are_passed_over_but_other_fields_count() -> None:
    body = (
        f"<w:p><w:r><w:t>Page </w:t></w:r>{field('PAGE', '7')}</w:p>"
        f"<w:p>{field('REF total', '12')}</w:p>"
        '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
    )
    assert blocks(body) == ["Page", "12", "x"]


def test_a_row_that_is_marked_as_deleted_is_gone() -> None:
    def row(text: str, form: str = "") -> str:
        return (
            f"<w:tr>{form}<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr>"
        )

    gone = '<w:trPr><w:del w:id="1" w:author="x"/></w:trPr>'
    assert blocks(f"<w:tbl>{row('a')}{row('b', gone)}{row('c')}</w:tbl>") == [
        ((("a",),), (("c",),))
    ]


def test_tables_within_tables_stand_for_themselves() -> None:
    parts = word_parts(Package.open(saved(nested_tables())))
    tables = [b for b in parts[0].blocks if not isinstance(b, str)]
    assert len(tables) >= 2


def test_changes_that_are_tracked_count_as_made() -> None:
    told = str(word_parts(Package.open(saved(tracked_changes()))))
    assert "delText" not in told
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
    )
    assert blocks(body) == ["new"]


def test_the_old_copy_of_a_text_box_is_not_read_again() -> None:
    told = [
        block
        for block in word_parts(Package.open(saved(text_box())))[0].blocks
        if isinstance(block, str)
    ]
    assert len(told) == len(set(told))


def test_headings_are_known_by_their_style() -> None:
    word = Document()
    word.add_heading("Programme", level=1)
    word.add_paragraph("A text")
    held = BytesIO()
    word.save(held)
    (body,) = word_parts(Package.open(held.getvalue()))[:1]
    assert body.blocks == (f"{HEADING}Programme", "A text")


@pytest.mark.parametrize(
    "body", ["<w:p><w:r><w:t>a</w:t>", "</w:tbl>", "<w:tbl><w:tr><w:tc>"]
)
def test_what_does_not_end_is_damaged(body: str) -> None:
    part = f'<w:document xmlns:w="{NAMESPACE}">{body}'.encode()
    with pytest.raises(SourceError, match="is damaged"):
        WordReader("a.docx").read(tokens(part, "a.docx"))


@pytest.mark.parametrize("make", [lambda: b"<a/>", lambda: b"\xff\xfe<w"])
def test_what_is_no_part_of_word_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(SourceError):
        tokens(make(), "a.docx")
