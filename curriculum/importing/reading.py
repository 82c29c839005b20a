"""What one import has gathered so far; every part of it adds to this."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from curriculum.importing.codes import codes_in, only_code
from curriculum.importing.dates import When
from curriculum.importing.drafts import (
    AssessmentDraft,
    DayOff,
    Event,
    ModuleDraft,
    SessionDraft,
    TermDraft,
)
from curriculum.importing.found import Notes
from curriculum.importing.headings import words_of
from curriculum.importing.marks import Mark, is_nothing
from curriculum.importing.parts import Part
from curriculum.importing.tables import Row

_FRAMEWORK = re.compile(r"\b([A-Z]{2}\d{4})\b\s*:?")
_SHORTEST_WORDING = 15
_NOTHING = ("none planned", "not stated", "to be confirmed", "no date in the calendar")


@dataclass(slots=True)
class Reading:
    """Sessions, modules, assessments and facts, as they are read."""

    notes: Notes
    items: Collection[str]
    """The keys of the standard's items."""
    wordings: dict[str, str]
    """Keys of items by their wording, for grids without codes."""
    standard: str = ""
    """The standard's reference."""
    parts: list[Part] = field(default_factory=list)
    sessions: list[SessionDraft] = field(default_factory=list)
    modules: dict[str, ModuleDraft] = field(default_factory=dict)
    assessments: dict[str, AssessmentDraft] = field(default_factory=dict)
    days_off: list[DayOff] = field(default_factory=list)
    terms: list[TermDraft] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    facts: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What is said of the programme, each with its place."""
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of modules by key, where a text gives both."""
    legend: list[str] = field(default_factory=list)
    colours: dict[str, str] = field(default_factory=dict)
    """What legends in tables of their own say of colours."""
    outcomes: dict[str, dict[str, str]] = field(default_factory=dict)
    """Outcomes by the module, or the heading, under which they stand."""
    week_over: When | None = None
    """The week that a heading names for the rows under it."""
    lines: list[tuple[SessionDraft, str, str]] = field(default_factory=list)
    """Outcomes that stand in rows, with their keys."""
    hours: dict[tuple[str, ...], float] = field(default_factory=dict)
    """Hours of modules that a grid gives, by the words of their titles."""
    begins: int = 0
    """The academic year in which the first date lies."""
    section: str = ""
    """The title of the module that the rows being read stand under."""

    def item_of(self, text: str) -> str:
        """The one KSB that a text names, by its code or its wording; or nothing."""
        code = only_code(text)
        if code in self.items:
            return code
        if len(text) < _SHORTEST_WORDING:
            return ""
        return self.wordings.get(" ".join(words_of(text)), "")

    def left_out(self, row: Row, why: str) -> None:
        """Note a row that becomes nothing of the programme, and keep what it says."""
        self.notes.found("IMP104", row.place, f"the row is left out: {why}", row.place)
        self.notes.keep(row.place, "row left out", row.own_text)

    def marks(self, text: str, place: str, subject: str) -> tuple[dict[str, Mark], str]:
        """The KSBs of a text, and what else it says; what is doubtful is noted."""
        codes = codes_in(self._own(text, place, subject), self.items)
        for key in dict.fromkeys(codes.unknown):
            message = f"{key} is not a KSB of the standard; no mark is made"
            self.notes.found("IMP108", key, message, place)
            self.notes.keep(place, "unknown KSB", f"{key} (in: {text})")
        for said in codes.inferred:
            self.notes.found("IMP109", subject, said, place)
        return codes.marks, "" if nothing(codes.rest) else codes.rest

    def _own(self, text: str, place: str, subject: str) -> str:
        """A text without the codes that stand behind the name of another framework."""
        pieces = _FRAMEWORK.split(text)
        if len(pieces) == 1:
            return text
        own = [pieces[0]]
        for name, said in zip(pieces[1::2], pieces[2::2], strict=True):
            if name == self.standard:
                own.append(said)
            else:
                message = f"codes of {name} are of another framework; they are kept"
                self.notes.found("IMP108", subject, message, place)
                self.notes.keep(place, name, said)
        return " ".join(own)


def nothing(text: str) -> bool:
    """Whether a text says that there is nothing to say."""
    return is_nothing(text) or text.strip().casefold() in _NOTHING
