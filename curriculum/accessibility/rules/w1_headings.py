"""W1: headings."""

import re

from curriculum.accessibility.rule import Hits, rule
from curriculum.accessibility.word import Paragraph, Word
from curriculum.findings import Severity

_SENTENCE_END = (".", ",", ";", ":", "?", "!")
_LONGEST_HEADING = 80
_WORD = re.compile(r"[^\W\d_]{2,}")


@rule("ACC111", "W1", Severity.ERROR)
def heading_level_skipped(document: Word) -> Hits:
    """A heading leaves out a level.

    ## What it checks
    Each heading is at most one level below the one before it.

    ## Why it matters
    People who listen to a document find their way by its headings, and look in
    vain for the section that a missing level promises.

    ## What to do
    Give the heading the style of the next level, such as Heading 2 after Heading 1.

    ## Authority
    DWP Accessibility Manual, Microsoft Word: heading styles in order; WCAG 2.2,
    success criterion 1.3.1 (level A).
    """
    before = 0
    for level, heading in document.headings:
        if level > before + 1:
            after = f"level {before}" if before else "no heading"
            yield (
                heading.place,
                f"the heading {heading.quoted} is of level {level} and follows {after}",
            )
        before = level


@rule("ACC112", "W1", Severity.ERROR)
def document_title_missing(document: Word) -> Hits:
    """Neither a title nor a heading of the first level stands in the text.

    ## What it checks
    The text has a paragraph in the style Title or in the style Heading 1.

    ## Why it matters
    The first thing that a reader needs is what the document is.

    ## What to do
    Give the line that names the document the style Title.

    ## Authority
    DWP Accessibility Manual, Microsoft Word: heading styles; WCAG 2.2, success
    criteria 1.3.1 (level A) and 2.4.6 (level AA).
    """
    titles = _titles(document)
    firsts = [h for level, h in document.headings if level == 1]
    if not titles and not firsts:
        yield "", "the text has no title and no heading of level 1"


@rule("ACC113", "W1", Severity.WARNING)
def several_titles(document: Word) -> Hits:
    """More than one paragraph claims to name the whole document.

    ## What it checks
    One paragraph has the style Title; where none has, one has the style Heading 1.

    ## Why it matters
    Where several lines are of the highest rank, nobody can tell which of them
    names the document.

    ## What to do
    Give the name of the document the style Title, and keep Heading 1 for its parts.

    ## Authority
    WTAMU checklist for accessible Word documents: one main heading; WCAG 2.2,
    success criterion 2.4.6 (level AA).
    """
    titles = _titles(document)
    firsts = [h for level, h in document.headings if level == 1]
    many, style = (titles, "Title") if titles else (firsts, "Heading 1")
    if len(many) > 1:
        without = "" if titles else ", and none is in the style Title"
        yield (
            many[1].place,
            f"{len(many)} paragraphs are in the style {style}{without}",
        )


@rule("ACC114", "W1", Severity.WARNING)
def heading_by_looks_only(document: Word) -> Hits:
    """A line looks like a heading and has no heading style.

    ## What it checks
    No short paragraph outside tables stands all in bold, or larger than the text,
    and is neither a heading nor followed by anything on its own line.

    ## Why it matters
    A screen reader reads it as any other line: who listens, and who navigates by
    headings, never learns that a part begins there.

    ## What to do
    Give it a heading style; change the style where it should look otherwise.

    ## Authority
    DWP Accessibility Manual, Microsoft Word: real heading styles; WCAG 2.2, success
    criterion 1.3.1 (level A).
    """
    looks = [p for p in document.paragraphs if _poses(document, p)]
    if looks:
        first = looks[0]
        others = f", and {len(looks) - 1} more" if len(looks) > 1 else ""
        yield (
            first.place,
            f"{first.quoted} looks like a heading and has no heading style{others}",
        )


def _titles(document: Word) -> list[Paragraph]:
    return [p for p in document.paragraphs if document.is_title(p) and p.text.strip()]


def _poses(document: Word, paragraph: Paragraph) -> bool:
    """Whether a plain paragraph is dressed as a heading by hand."""
    text = paragraph.text.strip()
    plain = paragraph.cell is None and not paragraph.setting.list_id
    if not plain or not _WORD.search(text) or len(text) > _LONGEST_HEADING:
        return False
    named = document.styles.names(paragraph.style)
    if text.endswith(_SENTENCE_END) or document.level(paragraph) or len(named) > 1:
        # A style of its own says what it is: a subtitle, a caption, the lead of a list.
        return False
    runs = list(document.runs(paragraph))
    usual = document.styles.look_of("", "")
    return bool(runs) and all(
        (run.look.bold and not usual.bold) or run.look.points > usual.points + 2
        for run in runs
    )
