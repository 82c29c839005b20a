"""Pictures in Word documents, wherever a template asks for them."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any, TypedDict
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from curriculum.office.fields import fields_of
from curriculum.office.word_template import WordTemplate, check_template
from curriculum.pictures import Picture, Pictures
from curriculum.pictures.canvas import Canvas, Drawing
from real_programs import complaints

EMU = 12_700
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"


class Part(TypedDict):
    title: str
    plan: Picture


class Data(TypedDict):
    title: str
    heatmap: Sequence[Picture]
    cover: Picture
    module: list[Part]


FIELDS = fields_of(Data)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="720" w:right="720" '
    'w:top="720" w:bottom="720"/>'
)


def picture(name: str = "P", high: float = 50) -> Picture:
    def draw(width: float) -> Drawing:
        canvas = Canvas()
        canvas.text(2, 12, f"{name} at {width:.0f}", 8)
        return canvas.finished(name, f"{name} & <its> “finding”", width, high)

    return Picture(name, f"{name} & <its> “finding”", draw)


def several(*names: str) -> Pictures:
    def make() -> Iterator[Picture]:
        yield from map(picture, names)

    return Pictures(make)


def data(*names: str, cover: Picture | None = None) -> Data:
    modules = [Part(title=name, plan=picture(name)) for name in names]
    return Data(
        title="T",
        heatmap=several(*names),
        cover=cover or picture("C"),
        module=modules,
    )


def template(*texts: str) -> DocumentObject:
    word = Document()
    for text in texts:
        word.add_paragraph(text)
    return word


def saved(word: DocumentObject) -> bytes:
    held = BytesIO()
    word.save(held)
    return held.getvalue()


def filled(word: DocumentObject, held: Mapping[str, Any]) -> bytes:
    return WordTemplate.open(saved(word), FIELDS).fill(held)


def problems(word: DocumentObject) -> list[str]:
    return [str(p) for p in check_template(saved(word), FIELDS).problems]


def shown(document: bytes) -> list[tuple[str, str]]:
    """For each picture of the text its name and its alt text."""
    root = Document(BytesIO(document)).element
    return [(p.get("name", ""), p.get("descr", "")) for p in root.iter(qn("wp:docPr"))]


def widths(document: bytes) -> list[float]:
    """The widths of a document's pictures, in points."""
    root = Document(BytesIO(document)).element
    return [round(int(e.get("cx", "0")) / EMU, 1) for e in root.iter(qn("wp:extent"))]


def parts(document: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


# What is shown.


def test_a_paragraph_of_pictures_repeats_once_for_each() -> None:
    made = filled(template("before", "{{ heatmap }}", "after"), data("M1", "M2"))
    assert shown(made) == [
        ("M1", "M1 & <its> “finding”"),
        ("M2", "M2 & <its> “finding”"),
    ]
    assert [p.text for p in Document(BytesIO(made)).paragraphs] == [
        *("before", "", "", "after")
    ]


def test_a_picture_takes_the_hue_of_the_theme() -> None:
    def drawn(width: float) -> Drawing:
        canvas = Canvas()
        canvas.box((1, 1, 9, 9), "#1F4E79", "#8B0000")
        return canvas.finished("C", "c", width, 12)

    word = template("{{ cover }}")
    theme = word.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    assert b"4F81BD" in theme.blob, "the blue of Word, which changes no picture"
    theme._blob = theme.blob.replace(b"4F81BD", b"6B1F4B")  # noqa: SLF001 no public name
    made = parts(filled(word, data(cover=Picture("C", "c", drawn))))
    (svg,) = (held.decode() for name, held in made.items() if name.endswith(".svg"))
    assert "#1F4E79" not in svg
    assert "#8B0000" in svg


def test_a_picture_stands_within_a_line_and_within_a_repetition() -> None:
    word = template(
        "see {{ cover }} here",
        *(
            "{{ each module }}",
            "{{ module.title }}: {{ module.plan }}",
            "{{ end module }}",
        ),
    )
    made = filled(word, data("M1", "M2"))
    assert [name for name, _ in shown(made)] == ["C", "M1", "M2"]
    texts = [p.text for p in Document(BytesIO(made)).paragraphs]
    assert texts == ["see  here", "M1: ", "M2: "]


def test_a_picture_shows_only_where_there_is_one() -> None:
    word = template("{{ if heatmap }}", "{{ heatmap }}", "{{ end if }}")
    word.add_paragraph("{{ only if not heatmap }}There is nothing to map.")
    assert shown(filled(word, data())) == []
    assert [p.text for p in Document(BytesIO(filled(word, data()))).paragraphs] == [
        "There is nothing to map."
    ]
    assert len(shown(filled(word, data("M1")))) == 1


def test_the_svg_stands_beside_its_png() -> None:
    made = filled(template("{{ cover }}"), data())
    held = parts(made)
    root = etree.fromstring(held["word/document.xml"])
    relations = {
        r.get("Id"): f"word/{r.get('Target')}"
        for r in etree.fromstring(held["word/_rels/document.xml.rels"])
    }
    (blip,), (svg,) = root.iter(_BLIP), root.iter(_SVG)
    assert held[relations[blip.get(_EMBED)]].startswith(b"\x89PNG")
    assert held[relations[svg.get(_EMBED)]].startswith(b"<svg ")
    types = held["[Content_Types].xml"].decode()
    assert 'ContentType="image/svg+xml"' in types
    assert 'ContentType="image/png"' in types


def test_a_picture_shown_twice_is_kept_once() -> None:
    made = filled(template("{{ cover }} and {{ cover }}"), data())
    assert len([name for name in parts(made) if name.endswith(".svg")]) == 1
    root = Document(BytesIO(made)).element
    numbers = [p.get("id") for p in root.iter(qn("wp:docPr"))]
    assert len(set(numbers)) == 2


def test_headers_and_footers_show_pictures_of_their_own() -> None:
    word = template("{{ cover }}")
    word.sections[0].header.paragraphs[0].text = "{{ heatmap }}"
    held = parts(filled(word, data("M1")))
    assert b"image/" not in held["word/header1.xml"]
    assert b"shown2png" in held["word/_rels/header1.xml.rels"]
    assert b"shown1png" in held["word/_rels/document.xml.rels"]


def test_the_templates_own_picture_stays() -> None:
    png = next(n for n in parts(filled(template("{{ cover }}"), data())) if "png" in n)
    content = parts(filled(template("{{ cover }}"), data()))[png]
    word = template("{{ cover }}")
    word.add_picture(BytesIO(content))
    made = filled(word, data())
    assert len(list(Document(BytesIO(made)).element.iter(_BLIP))) == 2
    assert content == parts(made)["word/media/image1.png"]


def test_a_document_made_of_pictures_can_be_a_template_again() -> None:
    once = filled(template("{{ cover }}"), data())
    word = Document(BytesIO(once))
    word.add_paragraph("{{ heatmap }}")
    made = filled(word, data("M1"))
    assert [name for name, _ in shown(made)] == ["C", "M1"]
    names = [name for name in parts(made) if name.startswith("word/media/")]
    assert len(set(names)) == len(names) == 4


# How large it is.


def test_a_picture_is_as_wide_as_the_page_lets_it_be() -> None:
    word = template("{{ cover }}")
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    wide = word.add_section()
    wide.orientation, wide.page_width, wide.page_height = (
        WD_ORIENT.LANDSCAPE,
        Mm(297),
        Mm(210),
    )
    word.add_paragraph("{{ cover }}")
    indented = word.add_paragraph("{{ cover }}")
    indented.paragraph_format.left_indent = Pt(40)
    upright, across, less = widths(filled(word, data()))
    assert upright == pytest.approx(Mm(170).pt, abs=0.2)
    assert across == pytest.approx(Mm(257).pt, abs=0.2)
    assert less == pytest.approx(across - 40, abs=0.2)


def test_a_picture_fits_the_cell_that_it_stands_in() -> None:
    word = Document()
    table = word.add_table(rows=1, cols=2)
    for cell, wide in zip(table.rows[0].cells, (150, 300), strict=True):
        cell.width = Pt(wide)
        cell.text = "{{ cover }}"
    assert widths(filled(word, data())) == [139.2, 289.2]


def test_a_picture_is_never_higher_than_a_page() -> None:
    word = template("{{ cover }}")
    made = filled(word, data(cover=picture("C", high=3000)))
    (extent,) = Document(BytesIO(made)).element.iter(qn("wp:extent"))
    section = word.sections[0]
    text = (section.page_height or 0) - (section.top_margin or 0)
    text -= section.bottom_margin or 0
    assert 0.8 * text < int(extent.get("cy", "0")) < text


@pytest.mark.parametrize(
    ("section", "wide"),
    [
        ("", 451),
        ('<w:pgSz w:w="x" w:h="0"/><w:pgMar w:left="720"/>', 451),
        (f'{PAGE}<w:cols w:num="2" w:space="720"/>', 243.6),
        (f'{PAGE}<w:cols w:num="900"/>', 36),
    ],
    ids=["no measures", "no numbers", "two columns", "many columns"],
)
def test_odd_sections_have_room_too(section: str, wide: float) -> None:
    word = template("{{ cover }}")
    body = word.element.body
    body.remove(body.sectPr)
    body.append(parse_xml(f"<w:sectPr {nsdecls('w')}>{section}</w:sectPr>"))
    assert widths(filled(word, data())) == [pytest.approx(wide, abs=0.1)]


# What cannot be done, and what must stay.


def test_a_picture_is_refused_where_no_text_of_a_paragraph_stands() -> None:
    word = template("{{ heatmap | upper }}", "{{ heat_map }}", "{{ cover.alt }}")
    word.core_properties.title = "{{ cover }}"
    found = [problem.partition(" }} ")[2] for problem in problems(word)]
    assert found == [
        "passes a picture through a filter, as only a text is",
        "names heat_map, which is not known; did you mean heatmap?",
        "names cover.alt, but cover is a picture and has no alt",
        "is a picture; it shows in the text of a paragraph only",
    ]


def test_the_same_data_give_the_same_bytes_in_several_threads() -> None:
    compiled = WordTemplate.open(saved(template("{{ heatmap }} {{ title }}")), FIELDS)
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: compiled.fill(data(f"M{n % 2}")), range(8)))
    assert made[0] != made[1]
    assert made[0::2] == made[:1] * 4
    assert made[1::2] == made[1:2] * 4


@pytest.mark.office
def test_the_validator_accepts_pictures(tmp_path: Path) -> None:
    word = template("{{ heatmap }}", "a {{ cover }} b")
    word.sections[0].footer.paragraphs[0].text = "{{ cover }}"
    word.add_table(rows=1, cols=2).cell(0, 1).text = "{{ heatmap }}"
    path = tmp_path / "pictures.docx"
    path.write_bytes(filled(word, data("M1", "M2")))
    assert complaints(path) == []
