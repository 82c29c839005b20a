"""What ``curriculum verify --accept`` prints and writes."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from curriculum.cli._show import show_findings, show_list
from curriculum.form.compare import Comparison, compare
from curriculum.form.merging import Merge, write
from curriculum.plurals import many
from curriculum.verifying.accepting import Accepted, accepted, as_merge
from curriculum.verifying.verdict import Verification


@dataclass(slots=True)
class Changes:
    """What the edits of documents change, in a programme or by themselves."""

    held: tuple[Accepted, ...]
    comparisons: tuple[Comparison, ...]
    merge: Merge | None
    written: list[Path] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        verified: Iterable[Verification],
        folder: Path | None,
        *,
        delete: bool = False,
    ) -> "Changes":
        """The changes, against a programme folder if there is one.

        Records without a row are deleted only if that is asked for.
        """
        held = tuple(accepted(one) for one in verified)
        if folder is not None:
            made = as_merge(folder, held, delete=delete)
            return cls(held, (made.comparison,), made)
        alone = tuple(compare(one.copy.base, [one.copy], delete=delete) for one in held)
        return cls(held, alone, None)

    def write(self) -> None:
        """Put the changes into the programme, all or none."""
        if self.merge is not None:
            self.written = write(self.merge)

    @property
    def has_conflicts(self) -> bool:
        """Whether the programme says otherwise by now."""
        return any(held.conflicts for held in self.comparisons)

    @property
    def _changes(self) -> list[str]:
        return [
            str(change)
            for held in self.comparisons
            for change in (*held.changes, *held.additions)
        ]

    @property
    def _deletions(self) -> list[str]:
        return [str(one) for held in self.comparisons for one in held.deletions]

    @property
    def _missing(self) -> list[str]:
        return [str(one) for held in self.comparisons for one in held.missing]

    @property
    def _conflicts(self) -> list[str]:
        return [str(one) for held in self.comparisons for one in held.conflicts]

    @property
    def _left(self) -> list[str]:
        return [sentence for one in self.held for sentence in one.left]

    def show(self) -> None:
        """Print them as merge does."""
        show_list("Changes", self._changes)
        show_list("Deletions", self._deletions)
        show_list("Conflicts: the programme says otherwise by now", self._conflicts)
        show_list(
            "Rows that are gone; nothing is deleted without --delete", self._missing
        )
        show_list("Not accepted: no known column, or not safe to take", self._left)
        if self.merge is not None:
            show_findings("In the programme", self.merge.findings)
        click.echo(self._end(), err=True)

    def _end(self) -> str:
        count = len(self._changes) + len(self._deletions)
        changes = many(count, "change")
        if self.merge is not None and not self.merge.can_write:
            return f"\n{changes}: nothing is written"
        if self.written:
            return f"\n{changes} written to {many(len(self.written), 'file')}"
        if not count:
            return "\nnothing changes"
        how = "--write" if self.merge else "--programme DIR --write"
        return f"\n{changes}; nothing is written without {how}"

    def record(self) -> dict[str, object]:
        """The same for machines."""
        findings = self.merge.findings if self.merge else ()
        return {
            "changes": self._changes,
            "deletions": self._deletions,
            "missing": self._missing,
            "conflicts": self._conflicts,
            "not_accepted": self._left,
            "findings": [f.model_dump(mode="json") for f in findings],
            "written": [str(path) for path in self.written],
        }
