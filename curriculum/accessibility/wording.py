"""Names of files and texts of links that say nothing."""

import re

_STOCK = frozenset(
    (
        *("a", "an", "the", "my", "of", "new", "copy", "untitled", "unnamed", "final"),
        *("draft", "latest", "old", "temp", "tmp", "test", "microsoft", "office"),
        *("word", "excel", "document", "documents", "doc", "docx", "file", "files"),
        *("book", "workbook", "worksheet", "spreadsheet", "sheet", "scan", "page"),
        *("index", "xlsx", "html", "form", "table", "data", "v", "version", "ver"),
        *("rev",),
    )
)
"""Words that every file could be named by."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"[0-9a-f]{8}[0-9a-f-]{8,}", re.IGNORECASE)
_EMPTY_WORDS = re.compile(
    r"(?:please |just )?"
    r"(?:click|press|tap|go|see|look|read|download|follow|visit|open)?"
    r"[\s-]*(?:on |at |the |this )?"
    r"(?:here|link|this|page|this page|this link|more|read more|more info"
    r"|more information|learn more|find out more|further details|details|website|url"
    r"|document|pdf|attachment)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S+", re.IGNORECASE)


def names_nothing(stem: str) -> bool:
    """Whether the name of a file, without its ending, does not say what it is."""
    words = _LETTERS.findall(stem.casefold())
    return set(words) <= _STOCK or bool(_CODE.fullmatch(stem.strip()))


def says_nothing(text: str) -> bool:
    """Whether the text of a link does not say where it leads."""
    return bool(_EMPTY_WORDS.fullmatch(text.strip(" .!:…→»>\xa0")))


def is_address(text: str) -> bool:
    """Whether a text is the address itself."""
    return bool(_ADDRESS.fullmatch(text.strip()))
