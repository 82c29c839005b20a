"""Each rule of Word documents is quiet about a sound one, and tells its fault."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as Text
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from curriculum.accessibility import Kind, all_rules, checked
from word_files import Spoil, put, saved, sound, spoilt

LONG = "Bread rises while the dough is kept warm and moist for a while. " * 4


def words_after(text: str, style: str | None = None) -> Spoil:
    return lambda page: page.add_paragraph(text, style=style)


def element(text: str) -> Spoil:
    return lambda page: put(page, text)


def drop(path: str) -> Spoil:
    """Take away what an XPath finds in the text."""

    def spoil(page: Text) -> None:
        for one in page.element.xpath(path):
            one.getparent().remove(one)

    return spoil


def cell(change: str) -> Spoil:
    """Add properties to the cell of the second row and column."""

    def spoil(page: Text) -> None:
        from docx.oxml import parse_xml  # noqa: PLC0415 (once)
        from docx.oxml.ns import nsdecls  # noqa: PLC0415 (once)

        held = page.tables[0].cell(1, 1)._tc.get_or_add_tcPr()  # noqa: SLF001 (no other way)
        held.append(parse_xml(change.replace("/>", f" {nsdecls('w')}/>", 1)))

    return spoil


def in_cell(text: str) -> Spoil:
    def spoil(page: Text) -> None:
        page.tables[0].cell(1, 1).text = text

    return spoil


def run(text: str, change: Callable[..., object]) -> Spoil:
    """Add a paragraph with one run that was changed."""

    def spoil(page: Text) -> None:
        paragraph = page.add_paragraph("Weigh the flour, then ")
        change(paragraph.add_run(text).font)

    return spoil


def aligned(page: Text) -> None:
    page.add_paragraph(LONG).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY


def close(page: Text) -> None:
    page.add_paragraph(LONG).paragraph_format.line_spacing = 1.0


def inked(colour: str) -> Callable[..., object]:
    def change(font: object) -> None:
        font.color.rgb = RGBColor.from_string(colour)  # type: ignore[attr-defined]

    return change


def sized(points: float) -> Callable[..., object]:
    def change(font: object) -> None:
        font.size = Pt(points)  # type: ignore[attr-defined]

    return change


def titled(title: str) -> Spoil:
    def spoil(page: Text) -> None:
        page.core_properties.title = title

    return spoil


def american(page: Text) -> None:
    page.styles.element.find(f".//{qn('w:lang')}").set(qn("w:val"), "en-US")


def linked(text: str) -> Spoil:
    def spoil(page: Text) -> None:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        held = page.part.relate_to(
            "https://example.org/standard", f"{kind}/hyperlink", is_external=True
        )
        put(
            page,
            f'<w:p><w:hyperlink r:id="{held}"><w:r><w:t>{text}</w:t></w:r>'
            "</w:hyperlink></w:p>",
        )

    return spoil


def many_headings(page: Text) -> None:
    for number in range(12):
        page.add_heading(f"Week {number}", level=2)


def no_numbers(page: Text) -> None:
    page.sections[0].footer.paragraphs[0].clear()


def typed_number(page: Text) -> None:
    no_numbers(page)
    page.sections[0].footer.paragraphs[0].add_run("Page 3")


def numbered_in_roman(page: Text) -> None:
    root = page.part.numbering_part.element
    for level in root.iter(qn("w:numFmt")):
        level.set(qn("w:val"), "upperRoman")


def commented(page: Text) -> None:
    page.add_comment(page.paragraphs[2].runs, text="Really?", author="AB")


def drawing(alt: str = "", *, floats: bool = False, inside: str = "") -> Spoil:
    kind = "anchor" if floats else "inline"
    return element(
        f"<w:p><w:r><w:drawing><wp:{kind}>"
        f'<wp:docPr id="7" name="Picture 7" descr="{alt}"/>'
        f"<a:graphic><a:graphicData><pic:pic/>{inside}</a:graphicData></a:graphic>"
        f"</wp:{kind}></w:drawing></w:r></w:p>"
    )


BOX = (
    "<wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Mind the oven</w:t></w:r></w:p>"
    "</w:txbxContent></wps:txbx></wps:wsp>"
)
RED_CELL = '<w:shd w:val="clear" w:color="auto" w:fill="FF0000"/>'


def red_and_mute(page: Text) -> None:
    in_cell("")(page)
    cell(RED_CELL)(page)


def widened(page: Text) -> None:
    for _ in range(16):
        page.tables[0].add_column(Pt(20))
    for row in page.tables[0].rows:
        for one in row.cells:
            one.text = one.text or "Entry"


FAULTS: list[tuple[str, Spoil, str]] = [
    ("ACC111", words_after("Oven", "Heading 4"), "is of level 4 and follows level 2"),
    ("ACC112", drop("//w:pStyle"), "no title and no heading of level 1"),
    ("ACC113", words_after("Second", "Title"), "2 paragraphs are in the style Title"),
    ("ACC114", run("", lambda _: None), ""),
    ("ACC121", cell('<w:gridSpan w:val="2"/>'), "1 cell of the table is merged"),
    ("ACC121", drop("(//w:tc)[last()]"), "rows of the table have from 1 to 2 cells"),
    ("ACC122", in_cell("  "), "1 cell of the table is empty"),
    ("ACC123", drop("//w:tblHeader"), "is not set as its header row"),
    ("ACC124", drop("(//w:cantSplit)[1]"), "1 row of the table may be split"),
    (
        "ACC125",
        lambda page: page.tables[0].cell(1, 1).add_table(2, 2),
        "stands in a cell of another table",
    ),
    ("ACC126", drop("//w:tblCaption"), "neither a title nor a description"),
    ("ACC127", drop("(//w:tr)[position()>1]"), "the table has one row only"),
    ("ACC131", in_cell("loaf " * 201), "the cell holds 201 words, more than 200"),
    ("ACC132", widened, "the table has 18 columns, more than 16"),
    ("ACC141", words_after("- flour\n- yeast"), "2 points from “- flour” on are typed"),
    ("ACC142", numbered_in_roman, "has letters or Roman numbers, and no digits"),
    (
        "ACC151",
        run("bake", lambda font: setattr(font, "name", "Garamond")),
        "1 word is set in Garamond, from “Weigh the flour, then bake” on",
    ),
    ("ACC152", run("small", sized(10.5)), "1 word is set in 10.5 points, less than 11"),
    ("ACC153", close, "1 paragraph is less than 1.15 lines apart"),
    ("ACC154", aligned, "1 paragraph is justified or centred"),
    ("ACC161", run("pale", inked("999999")), "a contrast of 2.8 to 1 (#999999 on"),
    ("ACC162", red_and_mute, "1 cell has a colour and no text"),
    ("ACC163", run("at once", inked("C00000")), "“at once” stands out by its colour"),
    ("ACC171", drawing(), "the picture has no alt text"),
    ("ACC171", drawing("IMG_0042.jpg"), "does not say what the picture shows"),
    ("ACC172", drawing("A loaf", floats=True), "the picture floats beside the text"),
    ("ACC173", drawing(inside=BOX), "“Mind the oven” stands in a text box"),
    ("ACC181", titled(""), "the properties of the document hold no title"),
    ("ACC182", american, "the language of the text is en-US, not en-GB or cy-GB"),
    ("ACC184", linked("click here"), "has the text “click here”"),
    ("ACC184", linked("https://example.org/a"), "the text of a link is the address"),
    ("ACC191", no_numbers, "the pages have no numbers"),
    ("ACC191", typed_number, "the page number “Page 3” is typed"),
    ("ACC192", many_headings, "has 14 headings and no table of contents"),
    (
        "ACC193",
        element('<w:p><w:ins w:id="9"><w:r><w:t>New</w:t></w:r></w:ins></w:p>'),
        "1 change is tracked",
    ),
    ("ACC194", commented, "1 comment stands in the document"),
]


def bold_line(page: Text) -> None:
    page.add_paragraph().add_run("What you need").bold = True


FAULTS[3] = ("ACC114", bold_line, "“What you need” looks like a heading")


def test_a_sound_document_has_no_finding(tmp_path: Path) -> None:
    assert [str(f) for f in checked(saved(sound(), tmp_path)).findings] == []


@pytest.mark.parametrize(("code", "spoil", "sentence"), FAULTS)
def test_tells_the_fault(
    code: str, spoil: Spoil, sentence: str, tmp_path: Path
) -> None:
    found = checked(spoilt(spoil, tmp_path)).findings
    assert sentence in " | ".join(f.message for f in found if f.code == code)


def test_a_name_that_says_nothing_is_told(tmp_path: Path) -> None:
    for name in ("Document1.docx", "Copy of New document (2) final.docx", "2026.docx"):
        found = checked(saved(sound(), tmp_path, name)).findings
        assert [f.code for f in found] == ["ACC183"]
    for name in ("Cynllun gwaith v2.docx", "plan-pracy.docx", "SDT-2026-09.docx"):
        assert not checked(saved(sound(), tmp_path, name)).findings


def test_every_rule_is_tried() -> None:
    tried = {code for code, _, _ in FAULTS} | {"ACC183"}
    assert tried == {r.code for r in all_rules() if r.kind is Kind.WORD}


def test_a_setting_moves_the_bound(tmp_path: Path) -> None:
    path = spoilt(run("small", sized(10.5)), tmp_path)
    assert checked(path, {"ACC152": {"points": 10}}).findings == ()
    found = checked(path, {"ACC152": {"points": 14}}).findings
    assert [f.code for f in found][:2] == ["ACC152", "ACC152"]


def test_places_name_table_row_cell_and_heading(tmp_path: Path) -> None:
    (found,) = checked(spoilt(in_cell(""), tmp_path)).findings
    assert str(found.source) == (
        "scheme-of-work.docx:table 1, row 2, cell 2, under “Weeks”"
    )


def test_colour_with_a_word_beside_it_is_fine(tmp_path: Path) -> None:
    assert not checked(spoilt(cell(RED_CELL), tmp_path)).findings


def test_same_words_in_two_colours_speak_by_colour(tmp_path: Path) -> None:
    def spoil(page: Text) -> None:
        page.tables[0].cell(2, 1).text = page.tables[0].cell(1, 1).text
        cell(RED_CELL)(page)

    (found,) = checked(spoilt(spoil, tmp_path)).findings
    assert "saying “Entry 11” have 2 colours" in found.message


def test_decorative_pictures_need_no_text(tmp_path: Path) -> None:
    decorated = element(
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="Rule"><a:extLst>'
        '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
        'val="1"/></a:ext></a:extLst></wp:docPr></wp:inline></w:drawing></w:r></w:p>'
    )
    assert not checked(spoilt(decorated, tmp_path)).findings


def test_what_was_deleted_is_not_read(tmp_path: Path) -> None:
    deleted = element(
        '<w:p><w:del w:id="9"><w:r><w:rPr><w:color w:val="EEEEEE"/></w:rPr>'
        "<w:t>pale</w:t></w:r></w:del></w:p>"
    )
    found = checked(spoilt(deleted, tmp_path)).findings
    assert [f.code for f in found] == ["ACC193"]
