"""``curriculum build``: check a programme and write its documents."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from curriculum.carried.signing import private_key
from curriculum.cli import Exit
from curriculum.cli._output import templates_option
from curriculum.cli._show import programme_argument, reviewed, show_findings
from curriculum.errors import NotWrittenError
from curriculum.findings import counted
from curriculum.model import Learner
from curriculum.pipeline import forget, load, review_groups, write
from curriculum.readers.programme.learner import read_learner
from curriculum.reviewed import Review
from curriculum.writers import Writer, documents_like, usual_writers, writers_named
from curriculum.writers._files import Written
from curriculum.writers._word import templates_of

TRAINING_PLAN, REVIEW_PACK = "training-plan", "review-pack"
SAMPLED = (REVIEW_PACK, "review-summary")
"""Documents that hold a trace sample, which gives pages where there is a PDF."""


@click.command("build")
@programme_argument
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Folder for the documents; they go into a folder of the programme's code.",
)
@click.option(
    "--only",
    "names",
    metavar="NAME",
    multiple=True,
    help="Write these documents only; curriculum documents lists them.  Name several "
    "with commas, or give --only again.",
)
@templates_option
@click.option("--group", metavar="TITLE", help="Write one group's documents only.")
@click.option(
    "--learner",
    "learner",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the training plan of the apprentice whom this file describes, too.",
)
@click.option(
    "--pack",
    "packed",
    metavar="NAME",
    multiple=True,
    help="Write the review pack, too, and put these documents into it; the usual "
    "ones if not given.",
)
@click.option(
    "--seed",
    default="",
    metavar="TEXT",
    help="Write the review pack, too, and draw its trace sample by this number or "
    "word.",
)
@click.option(
    "--pdf",
    "pdf",
    is_flag=True,
    help="Write a tagged PDF of each Word document and workbook, too, by LibreOffice.",
)
@click.option(
    "--sign",
    "key",
    type=click.Path(path_type=Path),
    metavar="KEY",
    help="Sign the facts that the documents carry with this private key (Ed25519).",
)
def command(
    programme: Path,
    out: Path,
    names: tuple[str, ...],
    templates: Path | None,
    group: str | None,
    learner: Path | None,
    packed: tuple[str, ...],
    seed: str,
    pdf: bool,  # noqa: FBT001 (a flag of click)
    key: Path | None,
) -> int:
    """Check a programme and write all its documents; each group has its own.

    The documents are written even if there are findings, and show them; the
    exit code is 1 if any of them is an error.
    """
    writers = _chosen(names) or usual_writers()
    inside = tuple(w.filename for w in _chosen(packed, "--pack"))
    if '"' in seed:
        message = "quotation marks cannot be typed again as they are printed"
        raise click.BadParameter(message, param_hint="--seed")
    if inside or seed:
        writers = tuple(dict.fromkeys((*writers, *writers_named(REVIEW_PACK))))
    sign = private_key(key) if key else None
    review = reviewed(programme)
    told = _learner(review, learner) if learner else None
    templates = templates or templates_of(review.programme, programme)
    if told:
        writers = tuple(dict.fromkeys((*writers, *writers_named(TRAINING_PLAN))))
    forget()
    try:
        written = [
            one
            for own in _of_groups(review, programme, group)
            for one in write(
                _paged(
                    replace(
                        own,
                        learner=told,
                        templates=templates,
                        packed=inside,
                        seed=seed.strip(),
                        sign=sign,
                    ),
                    pdf and any(w.stem in SAMPLED for w in writers),
                ),
                out,
                writers,
            )
        ]
    except OSError as error:
        where = error.filename or out
        raise NotWrittenError(
            f"{where}: cannot be written ({error.strerror}); "
            "earlier documents are as they were"
        ) from error
    for one in written:
        click.echo(one.path)
        if one.remark:
            click.echo(f"{one.path.name}: {one.remark}", err=True)
    show_findings("For the author", review.findings, err=True)
    parts = [counted(review.findings)]
    if review.waived:
        parts.append(f"{len(review.waived)} waived")
    if review.published:
        parts.append(f"{counted(review.published)} in the published documents")
    click.echo(f"\n{review.programme.title}: {'; '.join(parts)}", err=True)
    if pdf:
        _as_pdf(written)
    return Exit.ERRORS if review.has_errors else Exit.FINE


def _paged(review: Review, pdf: bool) -> Review:  # noqa: FBT001 (a flag of click)
    """The review with pages of PDFs, if they are wanted and can be made."""
    if not pdf:
        return review
    from curriculum.paging import with_pages  # noqa: PLC0415 (only then)

    try:
        return with_pages(review)
    except NotWrittenError:
        return review  # once the documents are written, it is said why


def _as_pdf(written: Iterable[Written]) -> None:
    """Make a PDF of what was written, as far as one can be made."""
    from curriculum.pdf import MAKES, as_pdf, pdf_of  # noqa: PLC0415 (only then)

    held = [
        (one.path, pdf_of(one.path.with_name(Path(one.writer.filename).name)))
        for one in written
        if one.path.suffix in MAKES
    ]
    try:
        made = as_pdf(held)
    except OSError as error:
        raise NotWrittenError(f"a PDF cannot be written ({error.strerror})") from error
    for one in made:
        click.echo(one.path)
        if one.remark:
            click.echo(f"{one.path.name}: {one.remark}", err=True)


def _learner(review: Review, path: Path) -> Learner:
    """The learner of a file; what is found in it is printed."""
    learner, found = read_learner(path, review.programme)
    show_findings("In the learner's file", found, err=True)
    return learner


def _chosen(names: Iterable[str], option: str = "--only") -> tuple[Writer, ...]:
    """The writers of the documents asked for, each once, in the order asked."""
    chosen: dict[Writer, None] = {}
    for name in (part for given in names for part in given.split(",") if part.strip()):
        found = writers_named(name)
        if not found:
            hint = documents_like(name) or "; curriculum documents lists them all"
            message = f"there is no document {name.strip()}{hint}"
            raise click.BadParameter(message, param_hint=option)
        chosen |= dict.fromkeys(found)
    return tuple(chosen)


def _of_groups(review: Review, programme: Path, group: str | None) -> list[Review]:
    """The reviews that documents are written of."""
    if group is None and not review.programme.calendar.groups:
        return [review]
    return review_groups(load(programme), group)
