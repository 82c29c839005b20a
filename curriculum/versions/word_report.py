"""A difference as a Word document, through a template that a college can edit.

Words that were taken out or put in bear the signs of every other form; in Word
they get the template's character styles "Taken Out" and "Put In" as well.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from curriculum.office.package import Package
from curriculum.paths import TEMPLATES
from curriculum.versions.difference import Difference, FactChange, LinkChange
from curriculum.versions.grades import AUTHORITY
from curriculum.versions.impact import Impact, verdict
from curriculum.versions.report import grade_line, groups, remark, title
from curriculum.versions.rows import Row
from curriculum.versions.wording import Piece
from curriculum.writers._word import filled
from curriculum.writers._words import NONE

FILENAME = "version-diff.docx"
TEMPLATE = TEMPLATES / FILENAME
_DOCUMENT = "word/document.xml"
_STYLES = {"out": ("\ue0f0", "TakenOut"), "in": ("\ue0f1", "PutIn")}
_END = "\ue0f2"
_SENTINELS = re.compile("[\ue0f0-\ue0f2]")
"""Characters of private use: the bounds of a piece until it gets its style."""
_TEXT = re.compile(
    r"<w:r>(?P<props><w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r"<w:t(?: xml:space=\"preserve\")?>(?P<text>[^<]*[\ue0f0-\ue0f2][^<]*)</w:t></w:r>"
)
_PIECE = re.compile("([\ue0f0\ue0f1][^\ue0f2]*\ue0f2)")


class DiffFields(TypedDict):
    """``diff.…``: the two versions, and the verdict."""

    title: str
    verdict: list[str]
    remarks: list[str]
    grade: str
    authority: str


class StatementFields(TypedDict):
    """``statement.…``: one match."""

    codes: str
    label: str
    wording: str
    why: str
    grade: str


class ChangeFields(TypedDict):
    """``change.…``: the statements of which one thing became."""

    title: str
    statement: list[StatementFields]


class LinkFields(TypedDict):
    """``link.…``: a duty that rests on other KSBs."""

    duty: str
    added: str
    removed: str


class FactFields(TypedDict):
    """``fact.…``: a fact about the whole that was printed otherwise."""

    name: str
    wording: str


class ImpactFields(TypedDict):
    """``impact.…``: what of a programme rests on what changed."""

    programme: str
    counts: str
    items: str
    modules: str
    sessions: str
    assessments: str
    documents: str


class VersionDiffFields(TypedDict):
    """Everything that a template for a difference may name."""

    diff: DiffFields
    change: list[ChangeFields]
    link: list[LinkFields]
    fact: list[FactFields]
    impact: list[ImpactFields]


def as_word(
    difference: Difference, impacts: Sequence[Impact] = (), template: Path = TEMPLATE
) -> bytes:
    """The report as a Word document; the same difference gives the same bytes."""
    return _styled(filled(template, VersionDiffFields, fields(difference, impacts)))


def fields(difference: Difference, impacts: Sequence[Impact] = ()) -> VersionDiffFields:
    """The content as plain rows."""
    return VersionDiffFields(
        diff=DiffFields(
            title=title(difference),
            verdict=verdict(difference, impacts).splitlines(),
            remarks=[remark(impact) for impact in impacts if not impact.same_edition],
            grade=grade_line(difference),
            authority=AUTHORITY,
        ),
        change=[
            ChangeFields(
                title=f"{name}: {len(rows)}", statement=[_statement(r) for r in rows]
            )
            for name, rows in groups(difference)
        ],
        link=[_link(link) for link in difference.links],
        fact=[_fact(fact) for fact in difference.facts],
        impact=[_impact(impact) for impact in impacts],
    )


def _statement(row: Row) -> StatementFields:
    return StatementFields(
        codes=row.name,
        label=row.label,
        wording="".join(map(_marked, row.pieces)) or NONE,
        why=row.how_known,
        grade=row.grade.value,
    )


def _link(link: LinkChange) -> LinkFields:
    return LinkFields(
        duty=" + ".join(duty.key for duty in link.duty.new),
        added=", ".join(link.added) or NONE,
        removed=", ".join(link.removed) or NONE,
    )


def _fact(fact: FactChange) -> FactFields:
    pieces = (Piece("out", fact.old), Piece("same", " "), Piece("in", fact.new))
    return FactFields(name=fact.name, wording="".join(map(_marked, pieces)))


def _impact(impact: Impact) -> ImpactFields:
    return ImpactFields(
        programme=impact.programme,
        counts=str(impact),
        items=", ".join(impact.items) or NONE,
        modules=", ".join(impact.modules) or NONE,
        sessions=", ".join(impact.sessions) or NONE,
        assessments=", ".join(impact.assessments) or NONE,
        documents=", ".join(impact.documents) or NONE,
    )


def _marked(piece: Piece) -> str:
    """A piece with its sign, between the bounds that become a style."""
    text = _SENTINELS.sub("\ufffd", str(piece))
    if piece.what == "same":
        return text
    return f"{_STYLES[piece.what][0]}{text}{_END}"


def _styled(document: bytes) -> bytes:
    """The document with a run of its own, and a style, for each piece."""
    package = Package.open(document, name=TEMPLATE.name)
    content = package.read(_DOCUMENT).decode()
    if not _SENTINELS.search(content):
        return document
    made = _TEXT.sub(_runs, content)
    return package.packed_with({_DOCUMENT: _SENTINELS.sub("", made).encode()})


def _runs(found: re.Match[str]) -> str:
    parts = filter(None, _PIECE.split(found["text"]))
    return "".join(_run(part, found["props"] or "") for part in parts)


def _run(part: str, properties: str) -> str:
    style = next((s for sign, s in _STYLES.values() if part.startswith(sign)), "")
    if style:
        inner = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        properties = f'<w:rPr><w:rStyle w:val="{style}"/>{inner}</w:rPr>'
    text = _SENTINELS.sub("", part)
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
