"""Generated documents as tests want them: written once, then changed by hand."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from curriculum.office.package import Package
from curriculum.pipeline import review as reviewed
from curriculum.reviewed import Review
from curriculum.verifying.verdict import Verifier
from curriculum.writers import Writer, all_writers, writers_named
from notation import programme

CARRYING = [w for w in all_writers() if w.filename.endswith((".docx", ".xlsx"))]
BODY = "word/document.xml"

WEEKLY = """
    programme title Software & services
    from 2026-09-07 to 2027-02-12
    ksbs K1 K3 K8 S1
    person JM Jo Marsh
    person RS Ruth Sands
    M1 titled Programming
    M1 outcome LO1 Write a loop
    M1 teaches K1 introduced
    M1.01 topic Loops that end
    M1.01 objective Trace a loop
    M1.01 objective Write a loop
    M1.01 tutor Draws three loops
    M1.01 learners Trace them on paper
    M1.01 lasts 6 hours
    M1.01 serves LO1
    M1 teaches K3
    M1.02 topic Functions & their names
    M1.02 lasts 6 hours
    M1 teaches K8 S1 developed
    M1.03 topic Lists
    M1.03 lasts 6 hours
    M2 teaches K1 developed
    M2.01 topic Żółć i łódź
    M2.01 lasts 6 hours
    M2 teaches S1
    M2.02 topic Testing
    M2.02 lasts 6 hours
    A1 of M1
    A1 titled Quiz
    A1 assesses K1 S1 on 2026-10-05
    A1 out 2026-09-21
    A1 assessor JM
    A1 verifier RS
    A2 of M2
    A2 titled Portfolio
    A2 assesses K3 K8 on 2026-11-02
    A2 out 2026-10-12
    A2 assessor RS
    A2 verifier JM
"""
"""One session a week, so that a week names a row."""


def weekly() -> Review:
    """The review of a small programme with a session a week."""
    return reviewed(programme(WEEKLY))


def written(name: str, review: Review, folder: Path) -> Path:
    """One document of a review, in a folder."""
    return written_by(writers_named(name)[0], review, folder)


def written_by(writer: Writer, review: Review, folder: Path) -> Path:
    """One document of a review, by its writer."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / writer.filename
    writer.write(review, path)
    return path


def changed(path: Path, target: Path, *edits: Callable[[str], str]) -> Path:
    """A copy of a Word document with its body's XML edited."""
    package = Package.open(path)
    text = package.read(BODY).decode()
    for edit in edits:
        before, text = text, edit(text)
        assert text != before, "an edit of a test changed nothing"
    target.write_bytes(package.packed_with({BODY: text.encode()}))
    return target


def saying(old: str, new: str) -> Callable[[str], str]:
    """An edit: the first text that is just ``old`` says ``new``."""
    return lambda xml: xml.replace(f">{old}</w:t>", f">{new}</w:t>", 1)


def without(path: Path, target: Path, *patterns: str) -> Path:
    """A copy without the parts whose names match, and without what names them."""
    package = Package.open(path)
    gone = [n for n in package.parts if any(re.search(p, n) for p in patterns)]
    parts = {n: package.read(n) for n in package.parts if n not in gone}
    named = b"|".join(re.escape(n.rsplit("/", 1)[-1]).encode() for n in gone)
    entry = re.compile(rb"<[^<>]*/(?:" + named + rb')"[^<>]*/>')
    parts |= {
        name: entry.sub(b"", content)
        for name, content in parts.items()
        if name.endswith((".rels", "[Content_Types].xml"))
    }
    target.write_bytes(package.packer(package.parts).pack(parts))
    return target


def told(path: Path) -> list[str]:
    """Every edit of a document, in words."""
    return [str(edit) for edit in Verifier().verify(path).edits]


def faults(path: Path) -> tuple[str, ...]:
    """What is wrong with a document's facts."""
    return Verifier().verify(path).faults


def in_own_templates(review: Review, folder: Path) -> Review:
    """The same review, written through other templates."""
    return replace(review, templates=folder)


def names(paths: Sequence[Path]) -> list[str]:
    """The names of files."""
    return [path.name for path in paths]
