"""A published standard by itself, checked with the rules of the STD family."""

from collections.abc import Iterator
from datetime import date

from curriculum.checks import all_rules
from curriculum.checks.version_not_valid import faults
from curriculum.facts import gather
from curriculum.findings import Finding, Severity
from curriculum.model import (
    Calendar,
    Framework,
    FrameworkKind,
    Programme,
    Standard,
)
from curriculum.said_once import not_said
from curriculum.sources import all_policies

_POLICY = "epa"
"""By what a programme would be judged does not matter to the standard itself."""


def lint(
    standard: Standard, by_readers: tuple[Finding, ...], on: date
) -> tuple[Finding, ...]:
    """What is odd about a standard, beside what its reader has said already.

    ``on`` is the day on which somebody would start on this version.
    """
    framework = _framework(standard)
    found = list(_by_rules(framework, on))
    found += (_not_valid(framework, why) for why in _why_not(framework, on))
    return not_said(found, by_readers)


def _by_rules(framework: Framework, on: date) -> Iterator[Finding]:
    programme = Programme(
        code="library",
        title=framework.title,
        frameworks=(framework,),
        calendar=Calendar(starts=on, ends=on, source=framework.source),
        source=framework.source,
    )
    facts = gather(programme)
    for rule in all_rules():
        if rule.code.startswith("STD"):
            yield from rule(facts)


def _framework(standard: Standard) -> Framework:
    return Framework(
        id=standard.reference,
        kind=FrameworkKind.STANDARD,
        title=standard.title,
        version=standard.version,
        policy=all_policies()[_POLICY],
        items=standard.ksbs,
        duties=standard.duties,
        status=standard.status,
        earliest_start=standard.earliest_start,
        latest_start=standard.latest_start,
        source=standard.source,
    )


def _why_not(framework: Framework, on: date) -> Iterator[str]:
    for fault in faults(framework, on):
        yield fault.replace("the cohort starts", "a start is asked for")


def _not_valid(framework: Framework, why: str) -> Finding:
    return Finding(
        code="STD207",
        severity=Severity.WARNING,
        subject=framework.id,
        message=f"{framework.label} {why}",
        source=framework.source,
    )
