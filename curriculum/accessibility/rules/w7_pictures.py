"""W7: pictures."""

import re
from collections.abc import Iterator

from curriculum.accessibility.parts import Element, attribute, local
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Word, quoted
from curriculum.findings import Severity
from curriculum.office.word_tree import P, w

_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|bmp|svg|emf|wmf|tiff?)"
    r"|(?:picture|image|img|graphic|grafik|chart|diagram|shape|photo|screenshot)[\s_-]*\d*",
    re.IGNORECASE,
)
_SHAPES = ("shape", "rect", "oval", "line", "group", "roundrect", "polyline")
_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)


@rule("ACC171", "W7", Severity.ERROR)
def picture_without_text(document: Word) -> Hits:
    """A picture has no alt text, or only the name of its file.

    ## What it checks
    Each picture, chart, drawing and embedded object has an alt text that says what
    it shows, or is marked as decorative.

    ## Why it matters
    The alt text is all that people who do not see the picture get of it.

    ## What to do
    In Word: View Alt Text; write what the picture says, or mark it as decorative.

    ## Authority
    De Montfort University, Microsoft Word accessibility; WCAG 2.2, success
    criterion 1.1.1 (level A).
    """
    for place, drawing in document.drawings:
        if _is_decorative(drawing):
            continue
        alt = alt_text(drawing)
        if not alt:
            yield place, f"the {_what(drawing)} has no alt text"
        elif _FILE_NAME.fullmatch(alt):
            yield (
                place,
                f"the alt text {quoted(alt)} does not say what the picture shows",
            )


@rule("ACC172", "W7", Severity.WARNING)
def object_floats(document: Word) -> Hits:
    """A picture, a table or a frame floats beside the text.

    ## What it checks
    Pictures stand in line with the text, and neither tables nor frames float.

    ## Why it matters
    What floats is read at the place of its anchor, which the eye does not see, or
    not at all.

    ## What to do
    In Word: Layout Options, In Line with Text; for a table: text wrapping, None.

    ## Authority
    De Montfort University, Microsoft Word accessibility: pictures in line, not
    floating; WCAG 2.2, success criterion 1.3.2 (level A).
    """
    for place, drawing in document.drawings:
        boxed = next(_boxes(drawing), None) is not None
        if not boxed and _floats(drawing):
            yield place, f"the {_what(drawing)} floats beside the text"
    for table in document.tables:
        if table.property("tblpPr") is not None:
            yield table.place, "the table floats beside the text"
    for paragraph in document.paragraphs:
        if paragraph.element.find(f"{w('pPr')}/{w('framePr')}") is not None:
            yield (
                paragraph.place,
                f"{paragraph.quoted} stands in a frame beside the text",
            )


@rule("ACC173", "W7", Severity.WARNING)
def text_in_a_box(document: Word) -> Hits:
    """Text stands in a text box or in a shape.

    ## What it checks
    No text box and no shape holds text.

    ## Why it matters
    Screen readers pass over text boxes, or read them where nobody expects them.

    ## What to do
    Write the text as a paragraph; a border and a shading make it stand out as well.

    ## Authority
    WTAMU checklist for accessible Word documents: no text boxes; WCAG 2.2, success
    criterion 1.3.2 (level A).
    """
    for place, drawing in document.drawings:
        for box in _boxes(drawing):
            texts = (t.text or "" for t in box.iter(w("t")))
            yield place, f"{quoted(''.join(texts))} stands in a text box"


def alt_text(drawing: Element) -> str:
    """What a drawing says to those who do not see it."""
    for one in drawing.iter("{*}docPr"):
        return (attribute(one, "descr") or attribute(one, "title")).strip()
    for one in drawing.iter():
        if local(one) in _SHAPES and one.get("alt"):
            return (one.get("alt") or "").strip()
    return ""


def _is_decorative(drawing: Element) -> bool:
    return any(
        attribute(one, "val") in ("1", "true") for one in drawing.iter("{*}decorative")
    ) or any(True for _ in _boxes(drawing))


def _boxes(drawing: Element) -> Iterator[Element]:
    """Boxes with text in a drawing."""
    for one in drawing.iter("{*}txbx", "{*}textbox"):
        if any((t.text or "").strip() for p in one.iter(P) for t in p.iter(w("t"))):
            yield one


def _floats(drawing: Element) -> bool:
    if local(drawing) == "anchor":
        return True
    return any(_ABSOLUTE.search(one.get("style") or "") for one in drawing.iter())


def _what(drawing: Element) -> str:
    names = {local(one) for one in drawing.iter()}
    if "chart" in names:
        return "chart"
    if "pic" in names or "imagedata" in names or "blip" in names:
        return "picture"
    return "object" if local(drawing) == "object" else "drawing"
