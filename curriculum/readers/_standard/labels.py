"""Values that stand behind labels: "Level: 3", or the value on the next line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.rows import Row
from curriculum.readers._wording import DASHES

_LEVEL = re.compile(r"(?:level\s*)?([1-8])(?:\s*\(.*\))?", re.IGNORECASE)
_FEW = 4
"""Words with which a wrapped value goes on; more are prose."""
_FORMS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %B %Y", "%d %b %Y")


@dataclass(slots=True)
class Values:
    """What stands behind the labels of one section."""

    notes: Notes
    subject: str
    found: dict[str, Row] = field(default_factory=dict)
    left: list[Row] = field(default_factory=list)
    """Rows that no label explains."""

    @classmethod
    def of(
        cls, rows: Iterable[Row], labels: dict[str, str], notes: Notes, subject: str
    ) -> "Values":
        """Read rows; ``labels`` gives the name of each printed label."""
        values, waiting, last = cls(notes, subject), "", ""
        pattern = _pattern(labels)
        for row in rows:
            cut = row.cut(pattern)
            if cut:
                last = labels[cut[0][1].casefold()]
                waiting = values._keep(last, cut[1])
            elif waiting:
                waiting = values._keep(waiting, row)
            elif last and row.meant[:1].islower() and len(row.meant.split()) <= _FEW:
                values._go_on(last, row)
            else:
                values.left.append(row)
                last = ""
        return values

    def _go_on(self, name: str, row: Row) -> None:
        """A value that was wrapped: its line goes on, with a small letter."""
        begun = self.found[name]
        whole = f"{begun.meant} {row.meant}"
        self.found[name] = Row(begun.number, whole, whole)

    def _keep(self, name: str, row: Row) -> str:
        """Keep a value; the name again when its value is still to come."""
        if not row.meant:
            return name
        earlier = self.found.setdefault(name, row)
        if earlier.meant.casefold() != row.meant.casefold():
            self.notes.error(
                "SRC106",
                row,
                self.subject,
                f"the {name} is {earlier.meant} on {self.notes.where(earlier)} "
                f"and {row.meant} here; the first is kept",
            )
        return ""

    def text(self, name: str) -> str:
        """The value in words, "" where there is none."""
        row = self.found.get(name)
        return row.meant if row else ""

    def level(self, name: str) -> int | None:
        """The value as a level from 1 to 8."""
        match = _LEVEL.fullmatch(self.text(name))
        if match:
            return int(match[1])
        self._unreadable(name, "a level from 1 to 8")
        return None

    def day(self, name: str) -> date | None:
        """The value as a date; figures are day, month, year."""
        for form in _FORMS:
            try:
                return datetime.strptime(self.text(name), form).date()  # noqa: DTZ007 (a day has no zone)
            except ValueError:
                continue
        self._unreadable(name, "a date (day/month/year)")
        return None

    def yes_or_no(self, name: str) -> bool | None:
        """The value as yes or no."""
        match = re.fullmatch(r"(yes|no)\b.*", self.text(name), re.IGNORECASE)
        if match:
            return match[1].lower() == "yes"
        self._unreadable(name, "yes or no")
        return None

    def _unreadable(self, name: str, wanted: str) -> None:
        row = self.found.get(name)
        if row:
            message = f"the {name} {row.meant} cannot be read as {wanted}"
            self.notes.error("SRC104", row, self.subject, message)


def _pattern(labels: Iterable[str]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(rf"({longest_first})\b\s*[:{DASHES}]?\s*(.*)", re.IGNORECASE)
