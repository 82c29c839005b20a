"""The module handbook: what learners meet in each module, and what they hand in.

One document holds all modules, and each module has one of its own beside it.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import Write
from curriculum.writers import _handbook_rows as rows
from curriculum.writers._handbook_fields import HandbookFields
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import delivery_fields, programme_fields
from curriculum.writers._statements import in_brief
from curriculum.writers._word import filled, template_of

FILENAME = "module-handbook.docx"
TITLE = "Module handbook"
SUMMARY = (
    "For learners: outcomes, KSBs, sessions, assessments; all modules, and each alone"
)
TEMPLATE = TEMPLATES / FILENAME
FOLDER = "module-handbooks"
LONGEST_NAME = 60
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\s|\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
FIELDS = HandbookFields


def write(review: Review, path: Path) -> None:
    """Write the module handbook as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def each(review: Review) -> Iterator[tuple[str, Write]]:
    """The handbook of each module: its file name, and what writes it."""
    taken: set[str] = set()
    whole = handbook(review)
    for module in whole["module"]:
        name = _free(f"{module['key']} {module['title']}", taken)
        own: HandbookFields = {**whole, "module": [module]}
        yield f"{FOLDER}/{name}.docx", partial(_write_one, own)


def _write_one(fields: HandbookFields, review: Review, path: Path) -> None:
    held = with_pictures(review, fields)
    path.write_bytes(filled(template_of(review, FILENAME), FIELDS, held))


def _free(title: str, taken: set[str]) -> str:
    """A file name that Windows takes, and that no earlier module has."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split())[:LONGEST_NAME].strip(" .")
    wanted = name = f"{plain or 'module'}{'_' if _RESERVED.match(plain) else ''}"
    number = 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} ({number})"
    taken.add(name.casefold())
    return name


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    return filled(template, FIELDS, with_pictures(review, handbook(review)))


def handbook(review: Review) -> HandbookFields:
    """The content as plain rows."""
    return HandbookFields(
        programme=programme_fields(review.programme),
        delivery=delivery_fields(review),
        module=rows.handbook(review),
        statement=in_brief(review),
    )
