"""Workbooks read as they lie, part by part as each program writes them."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from curriculum.findings import SourceError
from curriculum.office import workbook
from curriculum.office.package import Package
from curriculum.office.workbook import Book, KnownSheets, Sheet, bounds, letters

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"


def packed(
    rows: str, extra: dict[str, str] | None = None, *, head: str = ""
) -> Package:
    """A workbook of one sheet with just these rows."""
    types = {"sharedStrings": "sharedStrings.xml", "styles": "styles.xml"}
    links = "".join(
        f'<Relationship Id="{name}" Type="{RELATED}/{name}" Target="{target}"/>'
        for name, target in types.items()
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}">{head}<sheets>'
            '<sheet name="One &amp; only" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
            f'Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/>{links}'
            "</Relationships>"
        ),
        SHEET: (f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'),
        **(extra or {}),
    }
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return Package.open(held.getvalue(), name="made.xlsx")


def sheet(rows: str, extra: dict[str, str] | None = None) -> Sheet:
    return Book(packed(rows, extra)).sheet("One & only")


def values(held: Sheet) -> dict[str, object]:
    return {cell.address: cell.value for cell in held.cells.values()}


def test_plain_cells_of_every_kind() -> None:
    held = sheet(
        '<row r="1"><c r="A1"><v>1.5</v></c><c r="B1" t="n"><v>2</v></c>'
        '<c r="C1" t="b"><v>1</v></c><c r="D1" t="str"><f>A1</f><v>text</v></c>'
        '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="F1" t="inlineStr"><is><t xml:space="preserve"> kept </t></is></c></row>'
    )
    assert values(held) == {
        "A1": 1.5, "B1": 2.0, "C1": True, "D1": "text", "E1": "#DIV/0!",
        "F1": " kept ",
    }  # fmt: skip
    assert [held.cells[1, n].formula for n in (1, 4, 5)] == [False, True, True]
    assert held.cells[1, 5].error


def test_cells_that_are_not_plain_say_the_same() -> None:
    held = sheet(
        '<row r="3"><c t="inlineStr" r="A3"><is><r><t>rich </t></r><r><t>text</t></r>'
        '</is></c><c r="B3" t="inlineStr"><is><t>&lt;K1 &amp; K2&gt;</t></is></c>'
        '<c r="C3"><f>NOW()</f></c><c r="D3"><f/><v></v></c></row>'
        "<row><c><v>7</v></c><c><v>8</v></c></row>"
    )
    assert values(held) == {
        "A3": "rich text", "B3": "<K1 & K2>", "C3": None, "D3": None,
        "A4": 7.0, "B4": 8.0,
    }  # fmt: skip


def test_empty_rows_and_cells_are_passed_over() -> None:
    held = sheet(
        '<row r="1" spans="1:3" s="1" customFormat="1"/><row r="2"></row>'
        '<row r="3"><c r="A3" s="1"/><c r="B3"></c><c r="C3"><v>1</v></c></row>'
    )
    assert values(held) == {"C3": 1.0}


def test_shared_texts_with_formats_and_readings_aloud() -> None:
    texts = (
        f'<sst xmlns="{MAIN}"><si><t>plain</t></si><si><r><t>rich</t></r><r><t> one</t>'
        "</r></si><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si>"
        "<si><t>line_x000D_end</t></si></sst>"
    )
    rows = "".join(f'<c r="{letters(n + 1)}1" t="s"><v>{n}</v></c>' for n in range(4))
    held = sheet(f'<row r="1">{rows}</row>', {"xl/sharedStrings.xml": texts})
    assert list(values(held).values()) == ["plain", "rich one", "東京", "line\rend"]


def test_a_text_that_is_not_there_is_damage() -> None:
    with pytest.raises(SourceError, match="its shared texts are damaged"):
        sheet('<row r="1"><c r="A1" t="s"><v>4</v></c></row>')


def test_dates_and_percents_are_known_by_their_format() -> None:
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" '
        'formatCode="ddd d mmm"/>'
        '<numFmt numFmtId="165" formatCode="0 &quot;days&quot;"/></numFmts>'
        '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/>'
        '<xf numFmtId="165"/><xf numFmtId="9"/></cellXfs></styleSheet>'
    )
    rows = "".join(
        f'<c r="{letters(n + 1)}1" s="{n}"><v>46273</v></c>' for n in range(5)
    )
    held = sheet(f'<row r="1">{rows}</row>', {"xl/styles.xml": styles})
    cells = [held.cells[1, n] for n in range(1, 6)]
    assert [cell.dated for cell in cells] == [False, True, True, False, False]
    assert [cell.percent for cell in cells] == [False, False, False, False, True]


def test_names_and_the_year_that_dates_count_from() -> None:
    head = '<workbookPr date1904="1"/><definedNames><definedName name="here">'
    head += "Sheet!$A$1</definedName></definedNames>"
    book = Book(packed("", head=head))
    assert book.from_1904
    assert book.names == {"here": "Sheet!$A$1"}


def test_what_openpyxl_saves_is_read_as_openpyxl_reads_it(tmp_path: Path) -> None:
    book, path = Workbook(), tmp_path / "made.xlsx"
    page = book.active
    assert page is not None
    for row in (["K1", 1, True, None, "Łódź & <Llŷn> 🚀"], [None, "=SUM(1)", 0.25]):
        page.append(row)
    page["C2"].number_format = "0%"
    page["A1"].comment = Comment("Is this\nright?", "somebody")
    page.merge_cells("A3:B4")
    book.save(path)
    held = Book.open(path).sheet(page.title)
    plain = load_workbook(path, data_only=True)[page.title]
    assert held.merged == [(3, 1, 4, 2)]
    assert held.notes == {"A1": "Is this right?"}
    for at in ((1, 1), (1, 2), (1, 3), (1, 5), (2, 2), (2, 3)):
        assert held.cells[at].value == plain.cell(*at).value
    assert (1, 4) not in held.cells
    assert held.column(5)[1].value == "Łódź & <Llŷn> 🚀"
    assert held.column(9) == {}


def test_text_boxes_are_read_paragraph_by_paragraph() -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:txBody>'
        "<a:p><a:r><a:t>Course </a:t></a:r><a:r><a:t>leader: Zoë</a:t></a:r></a:p>"
        "<a:p/><a:p><a:r><a:t>Room 12</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "</xdr:wsDr>"
    )
    links = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATED}'
        '/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    extra = {
        "xl/worksheets/_rels/sheet1.xml.rels": links,
        "xl/drawings/drawing1.xml": drawing,
    }
    book = Book(packed("", extra))
    assert book.text_boxes("One & only") == ["Course leader: Zoë", "Room 12"]


def test_a_sheet_with_the_same_parts_is_read_once() -> None:
    one = '<row r="1"><c r="A1"><v>1</v></c></row>'
    known = KnownSheets()
    first, same, other = (
        Book(packed(rows), known).sheet("One & only")
        for rows in (one, one, one.replace("1</v>", "2</v>"))
    )
    assert first is same
    assert first is not other
    assert other.cells[1, 1].value == 2


def test_other_shared_texts_make_another_sheet() -> None:
    known, rows = KnownSheets(), '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    said = [
        Book(
            packed(
                rows,
                {
                    "xl/sharedStrings.xml": (
                        f'<sst xmlns="{MAIN}"><si><t>{text}</t></si></sst>'
                    )
                },
            ),
            known,
        ).sheet("One & only")
        for text in ("here", "there")
    ]
    assert [held.cells[1, 1].value for held in said] == ["here", "there"]


def test_strict_workbooks_are_read() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>'
    strict = f'<worksheet xmlns="{STRICT}"><sheetData>{rows}</sheetData></worksheet>'
    assert values(sheet("", {SHEET: strict})) == {"A1": 1.0}


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ELEMENTS", 20)
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 30))
    with pytest.raises(SourceError, match="holds more than 20 cells and rows"):
        sheet(rows)


@pytest.mark.parametrize(
    ("part", "content", "why"),
    [
        (SHEET, "<worksheet><sheetData><row", "is damaged"),
        ("xl/workbook.xml", "<workbook", "the part xl/workbook.xml is damaged"),
        (
            SHEET,
            '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet>&a;</worksheet>',
            "declares XML entities",
        ),
    ],
)
def test_what_is_damaged_is_told(part: str, content: str, why: str) -> None:
    with pytest.raises(SourceError, match=why):
        sheet("", {part: content})


@pytest.mark.parametrize(
    ("reference", "area"),
    [
        ("A1", (1, 1, 1, 1)),
        ("$B$2:$C$9", (2, 2, 9, 3)),
        ("XFD1048576", (1_048_576, 16_384, 1_048_576, 16_384)),
        ("A:A", None),
        ("Sheet!A1", None),
        ("", None),
    ],
)
def test_areas(reference: str, area: tuple[int, ...] | None) -> None:
    assert bounds(reference) == area


@given(st.integers(1, 16_384), st.integers(1, 1_048_576))
def test_addresses_are_read_back(column: int, row: int) -> None:
    assert bounds(f"{letters(column)}{row}") == (row, column, row, column)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 9), st.integers(1, 9)), TEXTS))
def test_any_text_comes_through_whole(said: dict[tuple[int, int], str]) -> None:
    book, held = Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    for (row, column), text in said.items():
        page.cell(row, column).value = text
        page.cell(row, column).data_type = "s"
    book.save(held)
    read = Book(Package.open(held.getvalue())).sheet(page.title)
    wanted = {at: text for at, text in said.items() if text}
    assert {at: cell.value for at, cell in read.cells.items()} == wanted
