"""``curriculum build``: check a programme and write its documents."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from curriculum.cli import Exit
from curriculum.cli._show import programme_argument, reviewed, show_findings
from curriculum.errors import NotWrittenError
from curriculum.findings import counted
from curriculum.model import Learner
from curriculum.pipeline import load, review_groups, write
from curriculum.readers.programme.learner import read_learner
from curriculum.reviewed import Review
from curriculum.writers import Writer, documents_like, usual_writers, writers_named

TRAINING_PLAN = "training-plan"


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
@click.option(
    "--templates",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="DIR",
    help="Word templates of your own; what is not there is the shipped one.",
)
@click.option("--group", metavar="TITLE", help="Write one group's documents only.")
@click.option(
    "--learner",
    "learner",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the training plan of the apprentice whom this file describes, too.",
)
def command(
    programme: Path,
    out: Path,
    names: tuple[str, ...],
    templates: Path | None,
    group: str | None,
    learner: Path | None,
) -> int:
    """Check a programme and write all its documents; each group has its own.

    The documents are written even if there are findings, and show them; the
    exit code is 1 if any of them is an error.
    """
    writers = _chosen(names)
    review = reviewed(programme)
    told = _learner(review, learner) if learner else None
    templates = templates or _own_templates(review, programme)
    if told:
        writers = tuple(dict.fromkeys((*writers, *writers_named(TRAINING_PLAN))))
    try:
        written = [
            one
            for own in _of_groups(review, programme, group)
            for one in write(
                replace(own, learner=told, templates=templates), out, writers
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
    return Exit.ERRORS if review.has_errors else Exit.FINE


def _own_templates(review: Review, programme: Path) -> Path | None:
    """The folder of templates that the programme itself names."""
    named = review.programme.documents.templates
    folder = programme if programme.is_dir() else programme.parent
    return folder / named if named else None


def _learner(review: Review, path: Path) -> Learner:
    """The learner of a file; what is found in it is printed."""
    learner, found = read_learner(path, review.programme)
    show_findings("In the learner's file", found, err=True)
    return learner


def _chosen(names: Iterable[str]) -> tuple[Writer, ...]:
    """The writers of the documents asked for, each once, in the order asked."""
    chosen: dict[Writer, None] = {}
    for name in (part for given in names for part in given.split(",") if part.strip()):
        found = writers_named(name)
        if not found:
            hint = documents_like(name) or "; curriculum documents lists them all"
            message = f"there is no document {name.strip()}{hint}"
            raise click.BadParameter(message, param_hint="--only")
        chosen |= dict.fromkeys(found)
    return tuple(chosen) or usual_writers()


def _of_groups(review: Review, programme: Path, group: str | None) -> list[Review]:
    """The reviews that documents are written of."""
    if group is None and not review.programme.calendar.groups:
        return [review]
    return review_groups(load(programme), group)
