"""``curriculum rules``: every rule by family, or one rule in full."""

from collections.abc import Iterator
from pathlib import Path

import click
import tomli

from curriculum.accessibility import FAMILY as ACCESSIBILITY
from curriculum.accessibility import Rule as DocumentRule
from curriculum.accessibility import all_rules as document_rules
from curriculum.checks import FAMILIES, Rule, all_rules
from curriculum.cli._codes import reading_codes
from curriculum.cli._show import loaded
from curriculum.findings import Severity
from curriculum.model import Policy, Programme
from curriculum.paths import SOURCE_DATA
from curriculum.sources import all_policies

EXAMPLES = SOURCE_DATA / "finding_examples.toml"
"""For each rule a finding as it is printed."""


@click.command("rules")
@click.argument("code", required=False)
@click.option(
    "--programme",
    type=click.Path(path_type=Path),
    help="Show the settings and policies of this programme.",
)
def command(code: str | None, programme: Path | None) -> None:
    """List the rules, or explain the rule of a CODE such as COV102."""
    rules = {rule.code: rule for rule in all_rules()}
    others = reading_codes()
    of_documents = {rule.code: rule for rule in document_rules()}
    held = loaded(programme) if programme else None
    if code is None:
        _list(rules, others, held)
    elif code.upper() in rules:
        _explain(rules[code.upper()], held)
    elif code.upper() in of_documents:
        _explain_document_rule(of_documents[code.upper()])
    elif code.upper() in others:
        click.echo(f"{code.upper()}\n\n{others[code.upper()]}")
    else:
        raise click.UsageError(
            f"there is no rule {code}; curriculum rules lists them all"
        )


def _list(
    rules: dict[str, Rule], others: dict[str, str], held: Programme | None
) -> None:
    for family, title in FAMILIES.items():
        lines = [
            f"  {rule.code}  {rule.severity.value:8} {rule.summary}"
            for rule in rules.values()
            if rule.code.startswith(family)
        ]
        lines += [
            f"  {code}  {'reading':8} {meaning}"
            for code, meaning in others.items()
            if code.startswith(family)
        ]
        if lines:
            click.echo(f"{family}  {title}")
            click.echo("\n".join(lines) + "\n")
    click.echo(f"{ACCESSIBILITY}  Documents: what curriculum accessibility looks for")
    for one in document_rules():
        click.echo(f"  {one.code}  {one.severity.value:8} {one.summary}")
    click.echo("\nPolicies, as policy in [[frameworks]] names them")
    for policy in all_policies().values():
        click.echo(f"  {policy.name:9} {policy.title}")
    click.echo()
    counts = f"{len(rules)} rules, {len(document_rules())} of documents"
    click.echo(f"{counts}, and {len(others)} kinds of finding while reading")
    for framework in held.frameworks if held else ():
        click.echo(f"{framework.label} is judged by: {framework.policy.statement}")


def _explain(rule: Rule, held: Programme | None) -> None:
    click.echo(f"{rule.code} {rule.name} ({rule.severity.value})\n")
    click.echo(rule.explanation)
    if rule.settings:
        _settings(rule, held)
    lowering = list(_lowering(rule, held))
    if lowering:
        click.echo("\nTaken as a warning by:")
        click.echo("\n".join(lowering))
    example = examples().get(rule.code)
    if example:
        click.echo(f"\nExample of a finding:\n  {example}")


def _explain_document_rule(rule: DocumentRule) -> None:
    what = f"{rule.severity.value}, {rule.kind.value}, {rule.number}"
    click.echo(f"{rule.code} {rule.name} ({what})\n")
    click.echo(rule.explanation)
    for name, default in rule.settings.items():
        click.echo(f"\nChange it by --set {rule.code}.{name}={default}")


def _settings(rule: Rule, held: Programme | None) -> None:
    """The settings with their values, and where those come from."""
    chosen = dict(dict(held.settings).get(rule.code, ())) if held else {}
    unless = f", unless [settings.{rule.code}] says otherwise"
    click.echo(f"\nSettings in force{f' for {held.code}' if held else unless}:")
    for name, default in rule.settings.items():
        value = chosen.get(name, default)
        own = f"  (the default is {default})" if name in chosen else ""
        click.echo(f"  {name} = {value}{own}")


def _lowering(rule: Rule, held: Programme | None) -> Iterator[str]:
    """The policies that lower the rule, with their reason."""
    if rule.severity is not Severity.ERROR:
        return
    policies: dict[str, Policy] = dict(all_policies())
    if held is not None:
        policies = {f.policy.name: f.policy for f in held.frameworks}
    for policy in policies.values():
        for lowered in policy.lowered:
            if lowered.code == rule.code:
                yield f"  policy {policy.name}: {lowered.reason}"


def examples() -> dict[str, str]:
    """An example of a finding for each code; tests keep them true."""
    held: dict[str, str] = tomli.loads(EXAMPLES.read_text("utf-8"))["examples"]
    return held
