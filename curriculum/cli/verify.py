"""``curriculum verify``: what a document says otherwise than when it was written."""

from collections.abc import Sequence
from pathlib import Path

import click

from curriculum.carried.signing import public_key
from curriculum.cli import Exit
from curriculum.cli._accepted import Changes
from curriculum.cli._show import SCHEMA, show_json
from curriculum.findings import SourceError
from curriculum.verifying.verdict import NO_SIGNATURE, SIGNED, Verification, Verifier

_MOST_FINDINGS = 10


@click.command("verify")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option(
    "--key",
    "key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Public key (Ed25519) whose signature the documents must bear.",
)
@click.option(
    "--accept",
    "accepts",
    is_flag=True,
    help="List what edits in known columns change, as merge lists what forms change.",
)
@click.option(
    "--programme",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="With --accept: the programme folder that is to change.",
)
@click.option(
    "--delete",
    is_flag=True,
    help="With --accept: delete sessions and assessments whose row is gone.",
)
@click.option(
    "--write",
    "writes",
    is_flag=True,
    help="With --accept and --programme: write the changes, all or none.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    files: tuple[Path, ...],
    key: Path | None,
    programme: Path | None,
    **flags: bool,
) -> int:
    """Compare documents with the facts they carry, and list every edit.

    The file alone is needed.  The exit code is 0 if nothing changed, 1 if anything
    did, 3 if a file cannot be verified, and 4 if an accepted edit contradicts the
    programme as it is now.
    """
    if (programme or flags["writes"] or flags["delete"]) and not flags["accepts"]:
        raise click.UsageError("--programme, --write and --delete go with --accept")
    if flags["writes"] and programme is None:
        raise click.UsageError("--write needs --programme DIR, which is to change")
    verifier = Verifier(public_key(key) if key else None)
    verified, unusable = _verified(files, verifier)
    changes = (
        Changes.of(verified, programme, delete=flags["delete"])
        if flags["accepts"]
        else None
    )
    if changes and flags["writes"] and not unusable:
        changes.write()
    if flags["as_json"]:
        record = _record(verified, unusable)
        show_json(record | ({"accept": changes.record()} if changes else {}))
    else:
        for one in verified:
            _show(one)
        if changes:
            changes.show()
        if len(files) > 1:
            click.echo(f"\n{_summary(verified, unusable)}")
        if verified:
            click.echo(f"\n{_remark(verified)}")
    for sentence in unusable:
        click.echo(f"curriculum: {sentence}", err=True)
    return _exit(verified, unusable, changes)


def _exit(
    verified: Sequence[Verification], unusable: Sequence[str], changes: Changes | None
) -> int:
    if unusable:
        return Exit.UNUSABLE
    if changes and changes.has_conflicts:
        return Exit.CONFLICT
    drifted = any(one.has_drifted for one in verified)
    return Exit.ERRORS if drifted else Exit.FINE


def _summary(verified: Sequence[Verification], unusable: Sequence[str]) -> str:
    """What became of many files, since nobody reads two hundred verdicts."""
    changed = [one.opened.path.name for one in verified if one.has_drifted]
    said = [f"{len(verified) - len(changed)} unchanged", f"{len(changed)} changed"]
    if changed:
        said[-1] += f" ({', '.join(changed)})"
    if unusable:
        said.append(f"{len(unusable)} that cannot be verified")
    return f"{len(verified) + len(unusable)} files: {', '.join(said)}"


def _remark(verified: Sequence[Verification]) -> str:
    return SIGNED if all(one.is_confirmed for one in verified) else NO_SIGNATURE


def _verified(
    files: Sequence[Path], verifier: Verifier
) -> tuple[list[Verification], list[str]]:
    """The verdict on each file that can be verified, and why others cannot."""
    verified: list[Verification] = []
    unusable: list[str] = []
    for path in files:
        try:
            verified.append(verifier.verify(path))
        except SourceError as error:
            unusable.append(str(error))
    return verified, unusable


def _show(one: Verification) -> None:
    click.echo(one.verdict)
    for fault in one.faults:
        click.echo(f"  {fault}")
    for edit in one.edits:
        if not edit.follows:
            click.echo(f"  {edit}")
    follows = [edit for edit in one.edits if edit.follows]
    if follows:
        click.echo(f"  worked out anew by formulas ({len(follows)})")
    for edit in follows:
        click.echo(f"    {edit}")
    for note in one.notes:
        click.echo(f"  {note}")
    click.echo(f"  {one.checked}")
    findings = one.review.findings
    for finding in findings[:_MOST_FINDINGS]:
        click.echo(f"    {finding.severity} {finding}")
    if len(findings) > _MOST_FINDINGS:
        more = len(findings) - _MOST_FINDINGS
        click.echo(f"    and {more} more; --json lists them all")


def _record(
    verified: Sequence[Verification], unusable: Sequence[str]
) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "files": [_of_file(one) for one in verified],
        "unusable": list(unusable),
        "remark": _remark(verified),
    }


def _of_file(one: Verification) -> dict[str, object]:
    return {
        "file": str(one.opened.path),
        "changed": one.has_drifted,
        "verdict": one.verdict,
        "written": dict(one.opened.told),
        "digest": one.opened.facts.digest,
        "faults": list(one.faults),
        "notes": list(one.notes),
        "edits": [
            {
                "sentence": str(edit),
                "kind": edit.kind.name.lower(),
                "place": edit.place,
                "cell": edit.address,
                "what": edit.what,
                "was": edit.was,
                "now": edit.now,
                "follows": edit.follows,
            }
            for edit in one.edits
        ],
        "checks": one.checked,
        "findings": [f.model_dump(mode="json") for f in one.review.findings],
    }
