"""What an earlier check found, so that only what is new need be acted on."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum.errors import SourceError
from curriculum.findings import Finding

Mark = tuple[str, str, str]
"""Code, subject and file: what stays the same when lines move or figures change."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """How often each finding was there."""

    counts: Counter[Mark]

    @classmethod
    def read(cls, path: Path) -> "Baseline":
        """The findings of an earlier ``check --json`` or findings.json.

        Raises SourceError when the file is neither.
        """
        try:
            data = json.loads(path.read_bytes())
            return cls(Counter(_mark(found) for found in data["findings"]))
        except OSError as error:
            raise SourceError(f"{path}: cannot be opened ({error.strerror})") from error
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(
                f"{path}: is not what curriculum check --json prints"
            ) from error

    def known(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that were there already; of more than there were, the first."""
        left = Counter(self.counts)
        found: list[Finding] = []
        for finding in findings:
            mark = (finding.code, finding.subject, finding.source.file)
            if left[mark]:
                left[mark] -= 1
                found.append(finding)
        return tuple(found)


def _mark(found: dict[str, Any]) -> Mark:
    return str(found["code"]), str(found["subject"]), str(found["source"]["file"])
