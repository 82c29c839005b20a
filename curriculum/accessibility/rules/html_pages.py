"""H: pages of HTML, as far as they can be judged without a browser."""

from curriculum.accessibility.page import Page, words
from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import quoted
from curriculum.accessibility.wording import is_address, says_nothing
from curriculum.findings import Severity

_ASKED = ("input", "select", "textarea")
_UNASKED = ("hidden", "submit", "button", "reset", "image")


@rule("ACC401", "H", Severity.ERROR)
def page_language_missing(page: Page) -> Hits:
    """A page does not say in which language it is written.

    ## What it checks
    The element html has an attribute lang.

    ## Why it matters
    A screen reader speaks a text by the rules of the language that is named.

    ## What to do
    Write ``<html lang="en-GB">``.

    ## Authority
    WCAG 2.2, success criterion 3.1.1 (level A).
    """
    root = page.root
    if not (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")):
        yield "1", "the page does not name its language"


@rule("ACC402", "H", Severity.ERROR)
def page_title_missing(page: Page) -> Hits:
    """A page has no title.

    ## What it checks
    The head of the page holds a title that says something.

    ## Why it matters
    The title is what is read out first, and what stands on the tab.

    ## What to do
    Write ``<title>`` into the head.

    ## Authority
    WCAG 2.2, success criterion 2.4.2 (level A).
    """
    title = next(page.root.iter("title"), None)
    if title is None or not words(title):
        yield "1", "the page has no title"


@rule("ACC403", "H", Severity.ERROR)
def page_heading_skipped(page: Page) -> Hits:
    """A heading of a page leaves out a level, or no heading is the first.

    ## What it checks
    The page has one heading h1, and each heading is at most one level below the one
    before it.

    ## Why it matters
    People who listen to a page find their way by its headings.

    ## What to do
    Use the next level, and let the looks be a matter of the style sheet.

    ## Authority
    WCAG 2.2, success criterion 1.3.1 (level A).
    """
    before, firsts = 0, 0
    for heading in page.headings:
        level = int(str(heading.tag)[1])
        firsts += level == 1
        if level > before + 1 and before:
            yield (
                page.place(heading),
                (
                    f"the heading {quoted(words(heading))} is of level {level} and "
                    f"follows level {before}"
                ),
            )
        before = level
    if firsts != 1:
        yield "1", f"the page has {firsts or 'no'} headings of level 1"


@rule("ACC404", "H", Severity.ERROR)
def page_picture_without_text(page: Page) -> Hits:
    """A picture of a page has no alt text.

    ## What it checks
    Each img has an attribute alt, and each inline SVG a title or a label, unless it
    is hidden from screen readers.

    ## Why it matters
    The alt text is all that people who do not see a picture get of it.

    ## What to do
    Write ``alt="…"``; of a picture that only decorates, ``alt=""``.

    ## Authority
    WCAG 2.2, success criterion 1.1.1 (level A).
    """
    for picture in page.root.iter("img", "svg"):
        hidden = picture.get("aria-hidden") == "true"
        named = picture.get("alt") is not None or bool(
            picture.get("aria-label") or picture.get("aria-labelledby")
        )
        if picture.tag == "svg":
            named = named or picture.find("title") is not None
        if not named and not hidden:
            yield page.place(picture), "a picture has no alt text"


@rule("ACC405", "H", Severity.ERROR)
def page_table_without_headings(page: Page) -> Hits:
    """A table of a page has no headings.

    ## What it checks
    Each table has cells th.

    ## Why it matters
    The heading of its column is read out with each cell.

    ## What to do
    Write the first row with ``<th scope="col">``.

    ## Authority
    WCAG 2.2, success criterion 1.3.1 (level A).
    """
    for table in page.root.iter("table"):
        plain = table.get("role") not in ("presentation", "none")
        if plain and next(table.iter("th"), None) is None:
            yield page.place(table), "the table has no headings"


@rule("ACC406", "H", Severity.WARNING)
def page_link_says_nothing(page: Page) -> Hits:
    """The text of a link does not say where the link leads.

    ## What it checks
    No link reads click here, more or the like, or is the bare address.

    ## Why it matters
    Screen readers list the links of a page without the text around them.

    ## What to do
    Let the link be the name of what it leads to.

    ## Authority
    WCAG 2.2, success criterion 2.4.4 (level A).
    """
    for link in page.root.iter("a"):
        text, target = words(link), link.get("href")
        if not target:
            continue
        if says_nothing(text):
            said = f"the text {quoted(text)}" if text else "no text"
            yield page.place(link), f"a link to {quoted(target)} has {said}"
        elif is_address(text):
            yield page.place(link), f"the text of a link is the address {quoted(text)}"


@rule("ACC407", "H", Severity.ERROR)
def page_field_unlabelled(page: Page) -> Hits:
    """A field of a form has no label.

    ## What it checks
    Each field that people fill in has a label.

    ## Why it matters
    Without it nobody who listens knows what to enter.

    ## What to do
    Write ``<label for="…">``, or put the field into its label.

    ## Authority
    WCAG 2.2, success criteria 1.3.1 and 4.1.2 (level A).
    """
    labelled = {label.get("for") for label in page.root.iter("label")}
    for field in page.root.iter(*_ASKED):
        names = ("aria-label", "aria-labelledby", "title")
        named = any(field.get(name) for name in names)
        named = named or (field.get("id") or "") in labelled
        inside = next(field.iterancestors("label"), None) is not None
        if field.get("type") not in _UNASKED and not (named or inside):
            yield page.place(field), "a field has no label"


@rule("ACC408", "H", Severity.ERROR)
def page_cannot_be_enlarged(page: Page) -> Hits:
    """A page forbids to enlarge it.

    ## What it checks
    The viewport of the page neither forbids scaling nor bounds it below 2.

    ## Why it matters
    People with low vision enlarge pages with two fingers.

    ## What to do
    Write ``<meta name="viewport" content="width=device-width, initial-scale=1">``.

    ## Authority
    WCAG 2.2, success criterion 1.4.4 (level AA).
    """
    for meta in page.root.iter("meta"):
        content = (meta.get("content") or "").replace(" ", "").casefold()
        parts = dict(part.partition("=")[::2] for part in content.split(","))
        fixed = parts.get("user-scalable") in ("no", "0")
        if meta.get("name") == "viewport" and (fixed or _below_two(parts)):
            yield page.place(meta), "the page forbids to enlarge it"


def _below_two(parts: dict[str, str]) -> bool:
    try:
        return float(parts.get("maximum-scale", "5")) < _TWICE
    except ValueError:
        return False


_TWICE = 2
