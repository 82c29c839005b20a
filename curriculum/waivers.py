"""Reasoned exceptions: a waived finding is set apart, never hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from curriculum.findings import Finding
from curriculum.model import Waiver


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding, and the waiver that excepts it."""

    finding: Finding
    waiver: Waiver


def waive(
    findings: Iterable[Finding], waivers: Iterable[Waiver], on: date
) -> tuple[list[Finding], list[Waived], list[Waiver]]:
    """Findings that stand, findings waived on that day, and waivers not used.

    A waiver counts only with a reason and within its dates.
    """
    valid = {
        (w.code, w.subject): w
        for w in waivers
        if w.reason.strip()
        and (w.starts is None or w.starts <= on)
        and (w.ends is None or on <= w.ends)
    }
    standing: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        waiver = valid.get((finding.code, finding.subject))
        if waiver is None:
            standing.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    used = {w.waiver.key for w in waived}
    return standing, waived, [w for w in waivers if w.key not in used]
