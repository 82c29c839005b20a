"""The KSBs as a plan prints them; most are printed several times."""

from dataclasses import dataclass, field

from curriculum.model import Ksb
from curriculum.readers._notes import Notes
from curriculum.readers._plan.said import Said


@dataclass(slots=True)
class Statements:
    """The wording of each KSB, and where it stands first."""

    notes: Notes
    found: dict[str, tuple[str, int]] = field(default_factory=dict)

    def keep(self, key: str, text: str, said: Said) -> None:
        """Keep a statement; another wording of it is noted."""
        text = text.strip()
        if not any(map(str.isalnum, text)):
            return
        kept, _ = self.found.setdefault(key, (text, said.number))
        if "".join(kept.split()).casefold() != "".join(text.split()).casefold():
            message = f"{key} has other words than where it stands first, “{kept}”"
            self.notes.warn("SRC609", str(said.number), key, message)

    def has(self, key: str) -> bool:
        """Whether its words are known."""
        return key in self.found

    def records(self) -> tuple[Ksb, ...]:
        """The statements in the order of the plan."""
        return tuple(
            Ksb(key=key, text=text, source=self.notes.at(str(line)))
            for key, (text, line) in self.found.items()
        )
