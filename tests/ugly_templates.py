"""Word templates as people really leave them: legal, and ugly.

Each is made of what Word itself writes: runs split by the spelling checker, tracked
changes, text boxes with their old-style copies, content controls, footnotes.
"""

from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

W = nsdecls("w")
WHEN = 'w:author="J. Evans" w:date="2026-05-01T09:00:00Z"'
CURLY = "\N{LEFT SINGLE QUOTATION MARK}x\N{RIGHT SINGLE QUOTATION MARK}"
ROWS = 200

Ugly = Callable[[], DocumentObject]


def _paragraph(inner: str, properties: str = "") -> object:
    return parse_xml(f"<w:p {W}>{properties}{inner}</w:p>")


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _with(*blocks: object) -> DocumentObject:
    word = Document()
    for block in blocks:
        word.element.body.insert_element_before(block, "w:sectPr")
    return word


def split_over_runs() -> DocumentObject:
    """Every letter typed on another day, with marks of the spelling checker between."""
    pieces = ["{", "{ pro", "gramme", ".ti", "tle", " }", "}"]
    bold = "<w:rPr><w:b/></w:rPr>"
    mark = '<w:proofErr w:type="spellStart"/>'
    runs = mark.join(_run(p, bold if at % 2 else "") for at, p in enumerate(pieces))
    return _with(_paragraph(f"{_run('Title: ')}{runs}{_run(' (end)')}"))


def tracked_changes() -> DocumentObject:
    """Reviewed with changes on, and nobody has accepted them."""
    old = '<w:r><w:delText xml:space="preserve">{{ programme.cod }}</w:delText></w:r>'
    new = _run("{{ programme.title }}")
    changes = (
        f'{_run("Title: ")}<w:del w:id="1" {WHEN}>{old}</w:del>'
        f'<w:ins w:id="2" {WHEN}>{new}</w:ins>'
    )
    return _with(_paragraph(changes))


def moved_text() -> DocumentObject:
    """A paragraph dragged elsewhere with changes on."""
    gone = _run("{{ programme.code }}")
    here = _run("{{ programme.title }}")
    return _with(
        _paragraph(f'<w:moveFrom w:id="1" {WHEN}>{gone}</w:moveFrom>'),
        _paragraph(f'<w:moveTo w:id="2" {WHEN}>{here}</w:moveTo>'),
    )


def smart_quotes() -> DocumentObject:
    """Word has made the quotes of a filter curly, and the spaces hard."""
    hard = "\N{NO-BREAK SPACE}"
    return _with(
        _paragraph(_run(f"{{{{{hard}programme.subtitle | default(“no subtitle”) }}}}")),
        _paragraph(_run(f"{{{{ programme.title | default({CURLY}) }}}}")),
    )


def nested_tables() -> DocumentObject:
    """A table of sessions within a cell of a table that only sets out the page."""
    word = Document()
    outer = word.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "{{ programme.title }}"
    inner = outer.cell(0, 1).add_table(rows=2, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Week", "Topic"
    inner.cell(1, 0).text = "{{ session.week }}"
    inner.cell(1, 1).text = "{{ session.topic }}"
    return word


def text_box() -> DocumentObject:
    """A title in a text box, which Word keeps twice: new style and old."""
    inner = f"<w:txbxContent><w:p>{_run('{{ programme.title }}')}</w:p></w:txbxContent>"
    spaces = " ".join(
        f'xmlns:{name}="{address}"'
        for name, address in {
            "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "wp": (
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            ),
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
            "wps": (
                "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
            ),
            "v": "urn:schemas-microsoft-com:vml",
        }.items()
    )
    shape = (
        '<w:drawing><wp:inline><wp:extent cx="2000000" cy="500000"/>'
        '<wp:docPr id="7" name="Box" descr="Title: {{ programme.title }}"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
        f"<wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing>"
    )
    old = f'<w:pict><v:shape id="b" style="width:200pt"><v:textbox>{inner}</v:textbox>'
    old += "</v:shape></w:pict>"
    return _with(
        parse_xml(
            f"<w:p {spaces}><w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps">{shape}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    )


def footnote() -> DocumentObject:
    """The version stands in a footnote."""
    word = _with(
        _paragraph(
            _run("{{ programme.title }}") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        )
    )
    notes = (
        f"<w:footnotes {W}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
        '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
        "<w:continuationSeparator/></w:r></w:p></w:footnote>"
        f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>'
        f"{_run(' Version {{ programme.version }}')}</w:p></w:footnote></w:footnotes>"
    )
    part = Part(
        PackURI("/word/footnotes.xml"),
        CONTENT_TYPE.WML_FOOTNOTES,
        notes.encode(),
        word.part.package,
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return word


def content_controls() -> DocumentObject:
    """A form of content controls: in a line, around a paragraph, around a table row."""
    control = '<w:sdtPr><w:alias w:val="{}"/><w:tag w:val="t"/></w:sdtPr>'
    inline = (
        f"<w:sdt>{control.format('Title')}<w:sdtContent>"
        f"{_run('{{ programme.title }}')}</w:sdtContent></w:sdt>"
    )
    block = parse_xml(
        f"<w:sdt {W}>{control.format('Code')}<w:sdtContent><w:p>"
        f"{_run('{{ programme.code }}')}</w:p></w:sdtContent></w:sdt>"
    )
    row = (
        f"<w:sdt>{control.format('Row')}<w:sdtContent><w:tr><w:tc><w:p>"
        f"{_run('{{ session.topic }}')}</w:p></w:tc></w:tr></w:sdtContent></w:sdt>"
    )
    table = parse_xml(
        f"<w:tbl {W}><w:tblPr/><w:tblGrid><w:gridCol w:w='5000'/></w:tblGrid>"
        f"<w:tr><w:tc><w:p>{_run('Topic')}</w:p></w:tc></w:tr>{row}</w:tbl>"
    )
    return _with(_paragraph(_run("T: ") + inline), block, table, _paragraph(""))


def two_orientations() -> DocumentObject:
    """A portrait page, then a landscape one with its own header."""
    word = Document()
    word.add_paragraph("{{ programme.title }}")
    first = word.sections[0]
    wide = word.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = first.page_height, first.page_width
    wide.header.is_linked_to_previous = False
    wide.header.paragraphs[0].text = "{{ programme.code }}"
    word.add_paragraph("{{ each block }}")
    word.add_paragraph("{{ block.title }}")
    word.add_paragraph("{{ end block }}")
    return word


def old_mode() -> DocumentObject:
    """Word 2003 compatibility: smart tags, mail-merge fields, a bookmark across."""
    word = _with(
        _paragraph(
            '<w:bookmarkStart w:id="0" w:name="top"/>'
            '<w:smartTag w:uri="urn:x" w:element="place">'
            f"{_run('{{ programme.')}</w:smartTag>{_run('title }}')}"
            '<w:bookmarkEnd w:id="0"/>'
        ),
        _paragraph(
            '<w:fldSimple w:instr=" MERGEFIELD Code ">'
            f"{_run('{{ programme.code }}')}</w:fldSimple>"
        ),
        _paragraph(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            "<w:r><w:instrText> PAGE </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f"{_run('1')}"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            f"{_run(' of {{ programme.title }}')}"
        ),
    )
    settings = word.settings.element
    for old in settings.findall(qn("w:compat")):
        settings.remove(old)
    compat = parse_xml(
        f'<w:compat {W}><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="11"/></w:compat>'
    )
    before = settings.find(qn("w:rsids"))
    settings.append(compat) if before is None else before.addprevious(compat)
    return word


def two_hundred_rows() -> DocumentObject:
    """A table of which only the last of two hundred rows is a field."""
    word = Document()
    made = word.add_table(rows=ROWS, cols=2)
    for at, row in enumerate(made.rows):
        cells = row._tr.tc_lst  # noqa: SLF001 (row.cells takes a second for each hundred)
        last = at == ROWS - 1
        for cell, text in zip(
            cells, ("{{ session.week }}", "{{ session.topic }}"), strict=True
        ):
            cell.p_lst[0].add_r().text = text if last else f"Row {at}"
    return word


def no_table() -> DocumentObject:
    """Only sentences, a heading for each block and a list of its outcomes."""
    word = Document()
    word.add_heading("{{ programme.title }}", 1)
    word.add_paragraph("{{ each block }}")
    word.add_heading("{{ block.title }}", 2)
    word.add_paragraph("{{ block.outcomes }}", style="List Bullet")
    word.add_paragraph("{{ end block }}")
    return word


def merged_heads() -> DocumentObject:
    """Two header rows, of which the first joins its cells."""
    word = Document()
    made = word.add_table(rows=3, cols=3)
    made.cell(0, 0).merge(made.cell(0, 2)).text = "{{ programme.title }}"
    for cell, text in zip(made.rows[1].cells, ("Week", "Topic", "KSBs"), strict=True):
        cell.text = text
    fields = ("{{ session.week }}", "{{ session.topic }}", "{{ session.ksbs }}")
    for cell, text in zip(made.rows[2].cells, fields, strict=True):
        cell.text = text
    return word


def tabs_and_breaks() -> DocumentObject:
    """A tab and a soft line break have got into the field."""
    return _with(
        _paragraph(
            "<w:r><w:t>{{ programme</w:t><w:tab/><w:t>.title</w:t><w:br/>"
            "<w:t> }}</w:t></w:r>"
        )
    )


def across_paragraphs() -> DocumentObject:
    """Somebody pressed Enter within a field."""
    return _with(_paragraph(_run("{{ programme.")), _paragraph(_run("title }}")))


def jinja_loop() -> DocumentObject:
    """Somebody has used another program's templates before."""
    return _with(
        _paragraph(_run("{% for s in session %}")),
        _paragraph(_run("{{ s.topic }}")),
        _paragraph(_run("{% endfor %}")),
    )


def merged_down() -> DocumentObject:
    """The row that should repeat has a cell joined with the one above."""
    word = Document()
    made = word.add_table(rows=2, cols=2)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "Autumn"
    made.cell(1, 1).text = "{{ session.topic }}"
    return word


FILLED: dict[str, Ugly] = {
    made.__name__: made
    for made in (
        split_over_runs,
        tracked_changes,
        moved_text,
        smart_quotes,
        nested_tables,
        text_box,
        footnote,
        content_controls,
        two_orientations,
        old_mode,
        two_hundred_rows,
        no_table,
        merged_heads,
        tabs_and_breaks,
    )
}
REFUSED: dict[str, Ugly] = {
    made.__name__: made for made in (across_paragraphs, jinja_loop, merged_down)
}


def saved(word: DocumentObject) -> bytes:
    """The bytes of a template."""
    held = BytesIO()
    word.save(held)
    return held.getvalue()
