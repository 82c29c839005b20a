"""The review pack: everything that an awarding body's reviewer needs, in one file.

Documents, the published text that they are held against, what changed since the last
sign-off, and all that the trace sample is drawn from, with a list of digests.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from curriculum.office.package import pack_into
from curriculum.reviewed import Review
from curriculum.snapshot import digest_of, snapshot
from curriculum.tracing.drawing import as_json
from curriculum.tracing.packs import TRACES
from curriculum.writers import Writer, all_writers
from curriculum.writers._files import make
from curriculum.writers._packed import enclosed, names_in_pack, packed
from curriculum.writers._summary_rows import PUBLISHED
from curriculum.writers._trace_rows import seed_of, traces

FILENAME = "review-pack.zip"
TITLE = "Review pack"
SUMMARY = "For an awarding body: summary, documents, pinned standard, changes, traces"
OPTIONAL = True
DOCUMENTS = "documents"

CONTENTS = "contents.json"
_SCHEMA = 1


def write(review: Review, path: Path) -> None:
    """Write the pack as a zip file."""
    pack_into(path, _with_contents(review))


def _with_contents(review: Review) -> Iterator[tuple[str, bytes]]:
    """The pack's files, each made when the one before it is packed, and their list."""
    files: list[dict[str, str | int]] = []
    for name, content in _parts(review):
        digest = sha256(content).hexdigest()
        files.append({"file": name, "bytes": len(content), "sha256": digest})
        yield name, content
    yield CONTENTS, _contents(review, files)


def _parts(review: Review) -> Iterator[tuple[str, bytes]]:
    """The pack's files in order, the summary first."""
    summary = next(w for w in all_writers() if w.name == "review_summary")
    with TemporaryDirectory(prefix="curriculum-") as folder:
        yield summary.filename, _made(summary, review, Path(folder))
        for writer in packed(review):
            for file in writer.parted(review):
                name = f"{DOCUMENTS}/{file.filename}"
                yield name, _made(file, review, Path(folder))
    for name, pdf in review.pdfs.items():
        yield f"{DOCUMENTS}/{Path(name).stem}.pdf", pdf
    yield from _published(review)
    changed = review.programme.changes
    if changed is not None:
        lines = changed or ("Nothing has changed since the last sign-off",)
        yield "changes.txt", _text("\n".join(lines))
    about = {"programme": review.programme.code, "version": review.programme.version}
    about |= {"seed": seed_of(review)}
    yield TRACES, as_json(traces(review), about).encode()


def _made(writer: Writer, review: Review, folder: Path) -> bytes:
    made = make(writer, review, folder)
    content = made.read_bytes()
    made.unlink()
    return content


def _published(review: Review) -> Iterator[tuple[str, bytes]]:
    """Published documents as they were received, where their licence allows it."""
    told = []
    sources = review.programme.sources
    for source, name in zip(sources, names_in_pack(sources), strict=True):
        content, _ = enclosed(source)
        if content is not None:
            yield f"{PUBLISHED}/{name}", content
            said = (source.title, source.licence, source.acknowledgement)
            told.append("\n".join([name, *dict.fromkeys(filter(None, said))]))
    if told:
        yield f"{PUBLISHED}/licences.txt", _text("\n\n".join(told))


def _text(text: str) -> bytes:
    """Plain text that Notepad shows as it is."""
    return ("\ufeff" + text + "\n").replace("\n", "\r\n").encode()


def _contents(review: Review, files: Sequence[Mapping[str, str | int]]) -> bytes:
    """What is in the pack, each file with its digest."""
    programme = review.programme
    held = {
        "schema": _SCHEMA,
        "programme": programme.code,
        "title": programme.title,
        "version": programme.version,
        "facts_sha256": digest_of(snapshot(programme)),
        "standards": [
            {
                "id": f.id,
                "title": f.title,
                "version": f.version,
                "sha256": f.digest,
                "policy": f.policy.named,
            }
            for f in programme.frameworks
        ],
        "files": files,
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()
