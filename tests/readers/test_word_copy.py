"""Word copies: paragraphs and rows of tables, with their places."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from curriculum.findings import SourceError
from curriculum.readers import read
from curriculum.readers._forms.opening import open_source
from curriculum.readers._text import Line, SourceText

W = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body>{}</w:body></w:document>"
)


def opened(folder: Path, body: str, **parts: str) -> list[Line]:
    """The lines of a document whose body is this XML."""
    return [line for line in _source(folder, body, **parts).lines if line.printed]


def _source(folder: Path, body: str, **parts: str) -> SourceText:
    path = folder / "copy.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", W.format(body))
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return open_source(path)


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_places_are_paragraphs_and_rows_of_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Occupation duties")
    table = document.add_table(2, 2)
    for row, texts in zip(
        table.rows, (("Duty", "KSBs"), ("Duty 1 Row", "K1")), strict=True
    ):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph("")
    document.add_paragraph("KSBs")
    document.save(str(tmp_path / "copy.docx"))
    source = open_source(tmp_path / "copy.docx")
    assert [(line.printed, line.place) for line in source.lines if line.printed] == [
        ("Occupation duties", "paragraph 1"),
        ("Duty\tKSBs", "table 1, row 1"),
        ("Duty 1 Row\tK1", "table 1, row 2"),
        ("KSBs", "paragraph 3"),
    ]
    assert source.form == "Word document"


def test_running_heads_footnotes_and_comments_are_set_aside(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "ST9999"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_paragraph("K1: Lamps")
    document.save(str(tmp_path / "copy.docx"))
    text = open_source(tmp_path / "copy.docx")
    assert [(line.printed, line.place) for line in text.aside] == [
        ("Page 1", "footer"),
        ("ST9999", "header"),
    ]


def test_what_is_deleted_is_not_said_and_what_is_inserted_is(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Trim </w:t></w:r>"
        "<w:del><w:r><w:delText>lamps</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>wicks</w:t></w:r></w:ins></w:p>"
        f"<w:ins>{p('Sound a horn')}</w:ins>"
        f"<w:sdt><w:sdtContent>{p('Row')}</w:sdtContent></w:sdt>"
    )
    assert [line.printed for line in opened(tmp_path, body)] == [
        "Trim wicks",
        "Sound a horn",
        "Row",
    ]


def test_breaks_begin_lines_and_tabs_are_spaces(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Lamp keeper</w:t><w:br/><w:t>Fog</w:t><w:tab/>"
        "<w:t>signaller</w:t><w:noBreakHyphen/><w:t>in-chief</w:t></w:r></w:p>"
    )
    assert [line.printed for line in opened(tmp_path, body)] == [
        "Lamp keeper",
        "Fog signaller-in-chief",
    ]


def test_a_key_that_word_numbers_by_itself_is_counted(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="K%1:"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    list_of = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    body = p("Lamps", list_of) + p("", list_of) + p("Signals", list_of)
    got = opened(tmp_path, body, numbering=numbering)
    assert [line.printed for line in got] == ["K1: Lamps", "K2: Signals"]


def test_merged_cells_say_their_text_once(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    spans = '<w:gridSpan w:val="2"/>'
    body = (
        "<w:tbl>"
        f"<w:tr>{cell('Lamps', begins)}{cell('K1')}</w:tr>"
        f"<w:tr>{cell('', goes_on)}{cell('K2')}</w:tr>"
        f"<w:tr>{cell('Both', spans)}{cell('S1')}</w:tr>"
        "</w:tbl>"
    )
    assert [line.printed for line in opened(tmp_path, body)] == [
        "Lamps\tK1",
        "K2",
        "Both\t\tS1",
    ]


def test_bold_statements_and_bold_keys_are_known(tmp_path: Path) -> None:
    def run(text: str, *, bold: bool) -> str:
        look = "<w:rPr><w:b/></w:rPr>" if bold else ""
        return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'

    body = (
        f"<w:p>{run('K1: Lamps', bold=True)}</w:p>"
        f"<w:p>{run('K2:', bold=True)}{run(' Signals', bold=False)}</w:p>"
        f"<w:p>{run('K3 ', bold=False)}{run('K4', bold=True)}</w:p>"
    )
    assert [line.bold for line in opened(tmp_path, body)] == [("K1",), (), ("K4",)]


def test_text_in_a_box_is_said_once(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Beside")
    box = (
        f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))  # noqa: SLF001 (python-docx knows no boxes)
    document.save(str(tmp_path / "copy.docx"))
    said = [
        ln.printed for ln in open_source(tmp_path / "copy.docx").lines if ln.printed
    ]
    assert said == ["Beside", "In the box"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("<x/>", "is damaged"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "declares XML entities"),
        (W.format(""), "a Word document without text"),
        ("a" * 100_000_000, "unpacks to more than"),
    ],
)
def test_a_document_that_cannot_be_used_is_refused_in_a_sentence(
    tmp_path: Path, content: str, sentence: str
) -> None:
    path = tmp_path / "copy.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", content)
    with pytest.raises(SourceError, match=sentence):
        read(path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\3\4junk", "is not an Office file, or is damaged"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "protected by a password or"),
    ],
)
def test_what_is_no_word_document_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(data)
    with pytest.raises(SourceError, match=sentence):
        read(path)
