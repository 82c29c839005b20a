"""Reasoned exceptions: a waived finding is set apart, never hidden."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from curriculum.findings import Finding, Severity
from curriculum.model import Waiver

EVERY_SUBJECT = "*"
"""As its subject, a waiver excepts every finding of its rule."""

FINDINGS = {
    "ASM411": "A waiver has no reason, and excepts nothing.",
    "ASM412": "A waiver has run out.",
    "ASM413": "A waiver excepts nothing that is found.",
}
"""What is found about waivers themselves; none of it can be waived."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding, and the waiver that excepts it."""

    finding: Finding
    waiver: Waiver


def waive(
    findings: Iterable[Finding], waivers: Iterable[Waiver], on: date
) -> tuple[list[Finding], list[Waived], list[Waiver]]:
    """Findings that stand, findings waived on that day, and waivers not used.

    A waiver counts only with a reason and within its dates.  Of two that except a
    finding, the one that names its subject counts.
    """
    waivers = tuple(waivers)
    valid = {(w.code, w.subject): w for w in waivers if _counts(w, on)}
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = valid.get((finding.code, finding.subject))
        waiver = waiver or valid.get((finding.code, EVERY_SUBJECT))
        if waiver is None:
            standing.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    used = {id(w.waiver) for w in waived}
    return standing, waived, [w for w in waivers if id(w) not in used]


def faults(unused: Iterable[Waiver], on: date) -> Iterator[Finding]:
    """What is wrong with waivers that except nothing.

    One that has yet to begin is not to blame for it.
    """
    for waiver in unused:
        every = waiver.subject == EVERY_SUBJECT
        what = f"the whole of {waiver.code}" if every else waiver.key
        if not waiver.reason.strip():
            yield _fault("ASM411", waiver, f"the waiver of {what} has no reason")
        elif waiver.ends is not None and waiver.ends < on:
            message = f"the waiver of {what} ran out on {waiver.ends}"
            yield _fault("ASM412", waiver, message)
        elif waiver.starts is None or waiver.starts <= on:
            message = f"the waiver of {what} excepts nothing that is found"
            yield _fault("ASM413", waiver, message)


def _counts(waiver: Waiver, on: date) -> bool:
    return (
        bool(waiver.reason.strip())
        and (waiver.starts is None or waiver.starts <= on)
        and (waiver.ends is None or on <= waiver.ends)
    )


def _fault(code: str, waiver: Waiver, message: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.ERROR if code == "ASM411" else Severity.WARNING,
        subject=waiver.key,
        message=message,
        source=waiver.source,
    )
