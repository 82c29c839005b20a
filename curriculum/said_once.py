"""What a reader has said of a published document is not said again by a rule.

Rules of the STD family hold for every form of a standard.  A reader that knows more,
such as the line or the heading, says the same with a code of its own.
"""

from collections.abc import Iterable

from curriculum.findings import Finding

SAID_BY_READERS = {
    "STD101": ("SRC133", "SRC424"),
    "STD102": ("SRC124", "SRC407"),
    "STD103": ("SRC132", "SRC121"),
    "STD105": ("SRC131", "SRC122", "SRC425", "SRC410"),
    "STD109": ("SRC123", "SRC423"),
    "STD107": ("SRC134",),
    "STD108": ("SRC140",),
}
"""For each rule, the codes with which readers say the same."""


def not_said(
    found: Iterable[Finding], by_readers: Iterable[Finding]
) -> tuple[Finding, ...]:
    """What rules found and no reader has said of the same thing in the same file."""
    said = {(f.code, f.source.file, _thing(f)) for f in by_readers}
    return tuple(f for f in found if not _is_said(f, said))


def _is_said(finding: Finding, said: set[tuple[str, str, str]]) -> bool:
    codes = SAID_BY_READERS.get(finding.code, ())
    file, thing = finding.source.file, _thing(finding)
    return any((code, file, thing) in said for code in codes)


def _thing(finding: Finding) -> str:
    """What a finding is about; a gap in the numbers is about their kind."""
    counted = finding.code in {"STD103", "SRC132", "SRC121"}
    return finding.subject.rstrip("0123456789") if counted else finding.subject
