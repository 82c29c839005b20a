"""The sign-offs of a programme, and what changed since the last of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from curriculum.assembly.assembled import Assembled
from curriculum.errors import SourceError
from curriculum.findings import Finding, Severity
from curriculum.model import Programme, SignOff
from curriculum.readers.programme.signoffs import facts_of, read_signoffs
from curriculum.snapshot import changes, digest_of, from_json, snapshot


def with_signoffs(assembled: Assembled, folder: Path) -> Assembled:
    """The same with the sign-offs of its folder; none where there is no such file."""
    programme = assembled.programme
    signoffs, findings = read_signoffs(folder)
    if programme is None or not (signoffs or findings):
        return replace(assembled, findings=(*assembled.findings, *findings))
    changed = None
    if signoffs:
        changed = _since(programme, signoffs[-1], folder, findings.append)
    made = programme.model_copy(
        update={"signoffs": tuple(signoffs), "changes": changed}
    )
    found = (*assembled.findings, *findings)
    return replace(assembled, programme=made, findings=found)


def _since(
    programme: Programme,
    last: SignOff,
    folder: Path,
    note: Callable[[Finding], None],
) -> tuple[str, ...] | None:
    """What changed since a sign-off; None, with a finding, if that cannot be told."""
    try:
        before = from_json(facts_of(folder, last))
    except (SourceError, ValueError) as error:
        why = str(error) if isinstance(error, SourceError) else f"is no list: {error}"
        note(_fault(last, f"{last.facts or 'its facts'}: {why}"))
        return None
    if digest_of(before) != last.digest.removeprefix("sha256:"):
        note(
            _fault(last, f"{last.facts} is not what was signed off: its digest differs")
        )
    return tuple(changes(before, snapshot(programme)))


def _fault(signoff: SignOff, message: str) -> Finding:
    return Finding(
        code="ASM212",
        severity=Severity.ERROR,
        subject=signoff.key,
        message=f"the sign-off of {signoff.key} cannot be relied on: {message}",
        source=signoff.source,
    )
