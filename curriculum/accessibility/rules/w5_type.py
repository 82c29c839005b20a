"""W5: type, size, space and alignment."""

from collections import Counter

from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Paragraph, Word
from curriculum.findings import Severity

_SERIF = (
    *("times", "cambria", "georgia", "garamond", "palatino", "baskerville", "bodoni"),
    *("book antiqua", "bookman", "century", "constantia", "didot", "caslon", "minion"),
    *("rockwell", "liberation serif", "dejavu serif", "noto serif", "source serif"),
    *("pt serif", "roboto serif", "ibm plex serif", "playfair", "merriweather"),
    *("perpetua", "goudy", "sylfaen", "tinos", "gelasio", "caladea", "free serif"),
    *("nimbus roman", "computer modern", "latin modern roman", "lora", "libre bask"),
)
_FANCY = (
    *("brush script", "lucida handwriting", "lucida calligraphy", "monotype corsiva"),
    *("mistral", "papyrus", "algerian", "freestyle script", "edwardian script"),
    *("bradley hand", "segoe script", "vivaldi", "old english", "chiller", "jokerman"),
)
_NOT_PLAIN = ("roman", "script", "decorative")
"""Families that the table of fonts in a document knows."""
_SANS = (
    "sans",
    "arial",
    "calibri",
    "aptos",
    "helvetica",
    "verdana",
    "tahoma",
    "carlito",
)
_HEIGHT = 1.15
"""Height of a line of one font as a multiple of its points."""
_LONG = 120
"""Characters from which on a paragraph takes more than one line."""
_JUSTIFIED = ("both", "distribute", "thaiDistribute", "lowKashida", "highKashida")


@rule("ACC151", "W5", Severity.WARNING)
def letters_with_serifs(document: Word) -> Hits:
    """Text is set in letters with serifs, or in a fancy type.

    ## What it checks
    The text is set in plain letters without serifs, such as Arial or Calibri.

    ## Why it matters
    Plain letters are told apart more easily by people with dyslexia or low vision.

    ## What to do
    Change the font of the style Normal, or of the document's theme.

    ## Authority
    De Montfort University, Microsoft Word accessibility: a sans-serif font.
    """
    found: Counter[str] = Counter()
    first: dict[str, Paragraph] = {}
    for paragraph in document.paragraphs:
        for run in document.runs(paragraph):
            font = run.look.font
            if _is_fancy(document, font):
                found[font] += len(run.text.split())
                first.setdefault(font, paragraph)
    for font, count in found.most_common():
        yield (
            first[font].place,
            f"{_words(count)} set in {font}, from {first[font].quoted} on",
        )


@rule("ACC152", "W5", Severity.WARNING)
def text_too_small(
    document: Word, *, points: float = 11, table_points: float = 10
) -> Hits:
    """Text is smaller than people read with ease.

    ## What it checks
    All text is of the size of the settings, or larger.

    ## Why it matters
    A printed page cannot be enlarged.

    ## What to do
    Set the styles of text and tables in a larger size; set a wide table on a page
    in landscape.

    ## Settings
    ``points`` (11): the least size of running text; guidance for prose asks for 12.
    ``table_points`` (10): the least size of text in tables, which are commonly set
    in 10 or 11.

    ## Authority
    De Montfort University, Microsoft Word accessibility: 12 points or more; the
    values of the settings are defaults of this program.
    """
    found: Counter[tuple[float, float]] = Counter()
    first: dict[tuple[float, float], Paragraph] = {}
    for paragraph in document.paragraphs:
        least = points if paragraph.cell is None else table_points
        for run in document.runs(paragraph):
            if run.look.points < least:
                found[run.look.points, least] += len(run.text.split())
                first.setdefault((run.look.points, least), paragraph)
    for size, least in sorted(found):
        paragraph = first[size, least]
        yield (
            paragraph.place,
            (
                f"{_words(found[size, least])} set in {size:g} points, less than "
                f"{least:g}, from {paragraph.quoted} on"
            ),
        )


@rule("ACC153", "W5", Severity.WARNING)
def lines_too_close(document: Word, *, lines: float = 1.15) -> Hits:
    """Lines of running text stand closer than the setting asks for.

    ## What it checks
    Paragraphs outside tables that are longer than a line have the space of lines
    of the setting, or more.

    ## Why it matters
    The eye that has reached the end of a line must find the next one.

    ## What to do
    Set the space of lines in the style Normal: Paragraph, Line spacing, Multiple.

    ## Settings
    ``lines`` (1.15): the least space of lines; guidance asks for about 1.5, and
    Word's own default is 1.15 or less.

    ## Authority
    De Montfort University, Microsoft Word accessibility: about 1.5; the setting's
    value is a default of this program.
    """
    close = [p for p in document.paragraphs if _is_close(document, p, lines)]
    if close:
        yield (
            close[0].place,
            (
                f"{_paragraphs(len(close))} less than {lines:g} lines apart, from "
                f"{close[0].quoted} on"
            ),
        )


@rule("ACC154", "W5", Severity.WARNING)
def text_justified(document: Word) -> Hits:
    """Text is stretched to both margins, or running text is centred.

    ## What it checks
    Paragraphs are aligned at the left; short ones such as titles may be centred.

    ## Why it matters
    Stretched lines have gaps of changing width, which people with dyslexia see as
    rivers; the beginning of a centred line must be searched for.

    ## What to do
    Align the paragraph, or its style, at the left.

    ## Authority
    De Montfort University, Microsoft Word accessibility: left aligned; WCAG 2.2,
    success criterion 1.4.8 (level AAA).
    """
    stretched = [p for p in document.paragraphs if _is_justified(p)]
    if stretched:
        yield (
            stretched[0].place,
            (
                f"{_paragraphs(len(stretched))} justified or centred, from "
                f"{stretched[0].quoted} on"
            ),
        )


def _is_fancy(document: Word, font: str) -> bool:
    name = font.casefold()
    if name.startswith(_SERIF) or name.startswith(_FANCY):
        return True
    if any(word in name for word in _SANS):
        return False
    return "serif" in name or document.styles.families.get(name) in _NOT_PLAIN


def _is_close(document: Word, paragraph: Paragraph, lines: float) -> bool:
    if paragraph.cell is not None or len(paragraph.text) < _LONG:
        return False
    setting = paragraph.setting
    if not setting.line_points:
        return setting.lines < lines - 0.005
    largest = max((r.look.points for r in document.runs(paragraph)), default=0)
    return setting.line_points < lines * largest * _HEIGHT - 0.5


def _is_justified(paragraph: Paragraph) -> bool:
    align = paragraph.setting.align
    if align in _JUSTIFIED:
        return bool(paragraph.text.strip())
    return align == "center" and len(paragraph.text) >= _LONG


def _words(count: int) -> str:
    return "1 word is" if count == 1 else f"{count} words are"


def _paragraphs(count: int) -> str:
    return "1 paragraph is" if count == 1 else f"{count} paragraphs are"
