"""``curriculum accessibility``: whether documents shut readers out."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from curriculum.accessibility import Checked, all_rules, checked
from curriculum.cli import Exit
from curriculum.cli._show import SCHEMA, as_json, show_findings, show_json
from curriculum.errors import SourceError
from curriculum.findings import counted

_AFTERWARDS = "curriculum rules CODE says what a finding means, and what to do"


@click.command("accessibility")
@click.argument(
    "files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--json", "as_object", is_flag=True, help="One JSON object, for machines."
)
@click.option(
    "--published",
    is_flag=True,
    help="Ask for what holds for the copy that is published, too: no filters, and a "
    "copy in an open format beside each workbook.",
)
@click.option("--strict", is_flag=True, help="Warnings fail as errors do.")
@click.option(
    "--set",
    "chosen",
    metavar="CODE.NAME=VALUE",
    multiple=True,
    help="Another value of a rule's setting, such as ACC152.points=12.",
)
def command(
    files: tuple[Path, ...],
    as_object: bool,  # noqa: FBT001 (a flag of click)
    published: bool,  # noqa: FBT001 (a flag of click)
    strict: bool,  # noqa: FBT001 (a flag of click)
    chosen: tuple[str, ...],
) -> int:
    """Check Word documents, workbooks and pages by the rules of accessibility.

    FILE is any .docx, .xlsx or .html, whoever made it.  The exit code is 1 if
    anything found is an error, and 3 if a file cannot be used.
    """
    settings = _settings(chosen)
    held: list[Checked] = []
    unusable: dict[Path, str] = {}
    for path in files:
        try:
            held.append(checked(path, settings, published=published))
        except SourceError as error:
            unusable[path] = str(error)
    if as_object:
        show_json(_as_object(held, unusable))
    else:
        _show(held)
    for sentence in unusable.values():
        click.echo(f"curriculum: {sentence}", err=True)
    if unusable:
        return Exit.UNUSABLE
    bad = any(one.has_errors or (strict and one.findings) for one in held)
    return Exit.ERRORS if bad else Exit.FINE


def _show(held: list[Checked]) -> None:
    for one in held:
        if one.findings:
            show_findings(one.path.name, one.findings)
        else:
            click.echo(f"\n{one.path.name}: no findings")
    if any(one.findings for one in held):
        click.echo(f"\n{_AFTERWARDS}", err=True)


def _as_object(held: Iterable[Checked], unusable: dict[Path, str]) -> dict[str, Any]:
    numbers = {rule.code: rule.number for rule in all_rules()}
    files: list[dict[str, object]] = [
        {
            "file": str(one.path),
            "kind": one.kind.value,
            "summary": counted(one.findings),
            "counts": Counter(f.severity.value for f in one.findings),
            "findings": [
                {**record, "rule": numbers[finding.code]}
                for record, finding in zip(_records(one), one.findings, strict=True)
            ],
        }
        for one in held
    ]
    files += [{"file": str(p), "unusable": said} for p, said in unusable.items()]
    return {"schema": SCHEMA, "files": files}


def _records(one: Checked) -> list[dict[str, object]]:
    return [
        dict(record) for record in as_json(one.findings) if isinstance(record, dict)
    ]


def _settings(chosen: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The settings of rules by their codes, each of the kind of its default."""
    known = {
        (rule.code, name): default
        for rule in all_rules()
        for name, default in rule.settings.items()
    }
    found: dict[str, dict[str, Any]] = {}
    for text in chosen:
        name, sign, value = text.partition("=")
        code, _, setting = name.strip().partition(".")
        key = code.upper(), setting
        if not sign or key not in known:
            listed = ", ".join(f"{c}.{n}" for c, n in known)
            message = f"there is no setting {name.strip()}; there are: {listed}"
            raise click.BadParameter(message, param_hint="--set")
        try:
            found.setdefault(key[0], {})[setting] = type(known[key])(value.strip())
        except ValueError:
            message = f"{name.strip()}: {value.strip()} is no number"
            raise click.BadParameter(message, param_hint="--set") from None
    return found
