"""The text of an older standard, cut into its sections."""

import re
from dataclasses import dataclass, field

from curriculum.model import KsbKind
from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import fold, plain

LISTS = {
    "technical competencies": KsbKind.SKILL,
    "technical competency": KsbKind.SKILL,
    "technical competence": KsbKind.SKILL,
    "competencies": KsbKind.SKILL,
    "technical skills": KsbKind.SKILL,
    "technical knowledge and understanding": KsbKind.KNOWLEDGE,
    "technical knowledge & understanding": KsbKind.KNOWLEDGE,
    "technical knowledge": KsbKind.KNOWLEDGE,
    "knowledge and understanding": KsbKind.KNOWLEDGE,
    "knowledge & understanding": KsbKind.KNOWLEDGE,
    "underpinning skills, attitudes and behaviours": KsbKind.BEHAVIOUR,
    "underpinning skills, attitudes and behaviors": KsbKind.BEHAVIOUR,
    "underpinning skills attitudes and behaviours": KsbKind.BEHAVIOUR,
    "underpinning skills, attitudes & behaviours": KsbKind.BEHAVIOUR,
    "underpinning skills": KsbKind.BEHAVIOUR,
    "attitudes and behaviours": KsbKind.BEHAVIOUR,
    "behaviours": KsbKind.BEHAVIOUR,
}
"""The lists of statements, and the kind that each is read as."""
SUMMARY = "summary"
JOB_TITLES = "job titles"
LEVEL = "level"
DURATION = "duration"
OTHER = "other"
SECTIONS = {
    "role profile": SUMMARY,
    "occupation profile": SUMMARY,
    "occupational profile": SUMMARY,
    "occupation summary": SUMMARY,
    "role": SUMMARY,
    "typical job roles": JOB_TITLES,
    "typical job titles": JOB_TITLES,
    "job roles": JOB_TITLES,
    "level": LEVEL,
    "duration": DURATION,
    "typical duration": DURATION,
    **dict.fromkeys(
        (
            "entry requirements",
            "qualifications",
            "english and maths",
            "english & maths",
            "professional recognition",
            "professional registration",
            "link to professional registration",
            "link to professional registration and progression",
            "progression",
            "review date",
            "end-point assessment",
        ),
        OTHER,
    ),
}
LABELS = {
    "reference": "reference",
    "reference number": "reference",
    "standard reference": "reference",
    "title": "title",
    "occupation": "title",
    "occupation(s)": "title",
    "job role": "title",
    "level": "level",
    "route": "route",
    "version": "version",
    "duration": "duration",
    "typical duration": "duration",
}
"""Facts that stand behind their name on one line: "Level: 3"."""
_LABEL = re.compile(
    rf"({'|'.join(map(re.escape, LABELS))})\s*[:–-]\s*(\S.*)",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:typical )?job (?:roles|titles)(?: include)?\s*[:–-]\s*(\S.*)", re.IGNORECASE
)
_LONGEST_HEADING = 90


@dataclass(slots=True)
class Part:
    """One section, with its lines."""

    name: str = ""
    kind: KsbKind | None = None
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)

    @property
    def title(self) -> str:
        """Its heading as printed."""
        return fold(self.heading.meant) if self.heading else ""


def kind_named(line: Line) -> KsbKind | None:
    """The kind of the list that a line is the heading of."""
    return LISTS.get(_said(line))


def parts_of(text: SourceText) -> tuple[dict[str, Line], list[Part]]:
    """The labelled lines, and the sections; what precedes the first has no name."""
    labelled: dict[str, Line] = {}
    parts = [Part()]
    for line in text.written():
        said = _said(line)
        match = _LABEL.fullmatch(fold(line.meant))
        titles = _TITLES.fullmatch(fold(line.meant))
        if said in LISTS or said in SECTIONS:
            parts.append(Part(SECTIONS.get(said, ""), LISTS.get(said), line))
        elif titles:
            listed = [Line(line.number, one, one) for one in titles[1].split(",")]
            parts.append(Part(JOB_TITLES, None, line, listed))
        elif match and not parts[-1].kind:
            value = Line(line.number, match[2], match[2])
            labelled.setdefault(LABELS[match[1].casefold()], value)
        else:
            parts[-1].lines.append(line)
    return labelled, parts


def _said(line: Line) -> str:
    said = fold(line.meant)
    return plain(said) if len(said) <= _LONGEST_HEADING else ""
