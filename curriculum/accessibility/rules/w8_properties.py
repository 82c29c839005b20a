"""W8: title, language, name and links."""

from collections import Counter

from curriculum.accessibility.parts import attribute
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Word, quoted
from curriculum.accessibility.wording import is_address, names_nothing, says_nothing
from curriculum.findings import Severity
from curriculum.office.word_tree import w

_STOCK_TITLES = ("word document", "microsoft word", "untitled", "document", "title")


@rule("ACC181", "W8", Severity.ERROR)
def title_property_missing(document: Word) -> Hits:
    """The document's properties hold no title.

    ## What it checks
    The property Title says something other than that this is a document.

    ## Why it matters
    The title is what a screen reader says first, and what a browser shows for the
    PDF that is made of the document.

    ## What to do
    In Word: File, Info, Title.

    ## Authority
    WCAG 2.2, success criterion 2.4.2 (level A).
    """
    title = document.property("title")
    if not title:
        yield "properties", "the properties of the document hold no title"
    elif title.casefold() in _STOCK_TITLES:
        yield "properties", f"the title {quoted(title)} does not say what this is"


@rule("ACC182", "W8", Severity.ERROR)
def language_not_set(document: Word, *, languages: str = "en-GB cy-GB") -> Hits:
    """The language of the text is not set, or is not one that is expected.

    ## What it checks
    The default language of the document is one of those of the setting.

    ## Why it matters
    A screen reader speaks a text by the rules of the language that is set: English
    as if it were American, or not as English at all.

    ## What to do
    In Word: Review, Language, Set Proofing Language, Set As Default.

    ## Settings
    ``languages`` (en-GB cy-GB): the languages that are expected, with blanks
    between them.

    ## Authority
    WCAG 2.2, success criterion 3.1.1 (level A); which language is expected is a
    default of this program.
    """
    expected = {name.casefold() for name in languages.split()}
    language = _language(document)
    if not language:
        yield "styles", "no language is set for the text"
    elif language.casefold() not in expected:
        wanted = " or ".join(languages.split())
        yield "styles", f"the language of the text is {language}, not {wanted}"


@rule("ACC183", "W8", Severity.WARNING)
def file_name_says_nothing(document: Word) -> Hits:
    """The name of the file does not say what the file is.

    ## What it checks
    The name is not a stock one such as Document1, and not a mere number.

    ## Why it matters
    In a list of downloads the name is all that there is to choose by.

    ## What to do
    Name the file by what it is, such as scheme-of-work.docx.

    ## Authority
    De Montfort University, Microsoft Word accessibility: descriptive file names.
    """
    if names_nothing(document.path.stem):
        yield "", f"the name {quoted(document.path.name)} does not say what the file is"


@rule("ACC184", "W8", Severity.WARNING)
def link_text_says_nothing(document: Word) -> Hits:
    """The text of a link does not say where the link leads.

    ## What it checks
    No link reads click here, more or the like, or is the bare address.

    ## Why it matters
    Screen readers list the links of a document without the text around them; an
    address is read out letter by letter.

    ## What to do
    Let the link be the name of what it leads to.

    ## Authority
    WCAG 2.2, success criteria 2.4.4 (level A) and 2.4.9 (level AAA).
    """
    for paragraph, text, target in document.links:
        if not target:
            continue
        if says_nothing(text):
            said = f"the text {quoted(text)}" if text else "no text"
            yield paragraph.place, f"a link to {quoted(target)} has {said}"
        elif is_address(text):
            yield paragraph.place, f"the text of a link is the address {quoted(text)}"


def _language(document: Word) -> str:
    """The default language; where none is set, the one of most runs."""
    root = document.styles.root
    held = [] if root is None else list(root.iter(w("docDefaults")))
    for defaults in held:
        for one in defaults.iter(w("lang")):
            if attribute(one, "val"):
                return attribute(one, "val")
    for style in document.styles.chain(""):
        found = attribute(style.find(f"{w('rPr')}/{w('lang')}"), "val")
        if found:
            return found
    runs = Counter(attribute(one, "val") for one in document.body.iter(w("lang")))
    most = [name for name, _ in runs.most_common(1) if name]
    return most[0] if most else ""
