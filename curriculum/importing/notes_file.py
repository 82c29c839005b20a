"""The notes that an import leaves in the folder: what it took, and what it kept."""

from collections.abc import Iterator

from curriculum.findings import counted
from curriculum.importing.preview import meanings
from curriculum.importing.understanding import Understood

NOTES = "import-notes.md"


def notes_text(understood: Understood) -> str:
    """What was understood, what was found, and every text that has no field."""
    return "\n".join(_lines(understood)) + "\n"


def _lines(understood: Understood) -> Iterator[str]:
    document, notes = understood.document, understood.notes
    yield f"# Imported from {document.file}"
    yield ""
    yield f"SHA-256 of the file: {document.digest}"
    yield ""
    yield "The programme does not read these notes; delete them when all is settled."
    yield ""
    yield "## What was taken for what"
    for part in understood.reading.parts:
        yield ""
        yield f"{part.place or part.table.place}: {part.kind.value}"
        for head, name in meanings(part):
            yield f"- {_plain(head.taken.heading)} → {name}"
    yield ""
    yield f"## What was found ({counted(notes.findings)})"
    yield ""
    yield from (f"- {_plain(str(finding))}" for finding in notes.findings)
    yield ""
    yield f"## Kept word for word ({len(notes.kept)} texts)"
    yield ""
    for kept in notes.kept:
        yield f"- {kept.place}, {_plain(kept.heading)}: {_plain(kept.text)}"


def _plain(text: str) -> str:
    return " ".join(text.split())
