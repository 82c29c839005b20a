"""The sections of a plan, told by their headings."""

import re
from enum import Enum, auto

from curriculum.readers._plan.said import Said
from curriculum.readers._wording import plain


class Section(Enum):
    """What a stretch of a plan is about."""

    HEAD = auto()
    METHODS = auto()
    MAPPING = auto()
    THEMES = auto()
    GRADING = auto()
    OUTCOMES = auto()
    DESCRIPTORS = auto()
    BEHAVIOURS = auto()
    OTHER = auto()


_KSBS = r"(?:ksbs?|knowledge, skills,? (?:and|&) behaviours?)"
_NUMBERED = r"(?:(?:annex|appendix|section) \w+\W*|\d+(?:\.\d+)*\.? )?"
_HEADINGS: dict[Section, tuple[str, ...]] = {
    Section.THEMES: (
        rf"mapping of {_KSBS} to grade themes",
        r"grade themes?",
        r"themes? and ksbs",
    ),
    Section.MAPPING: (
        rf"{_KSBS} mapping(?: tables?)?",
        rf"mapping(?: of)?(?: the)? {_KSBS}(?: (?:to|against|by) .{{1,60}})?",
        r"mapping(?: of)? assessment methods?.{0,60}",
        rf"{_KSBS} (?:mapped )?(?:to|by) (?:the )?assessment methods?",
        r"assessment (?:method )?mapping",
        r"mapping",
    ),
    Section.OUTCOMES: (
        r"assessment outcomes?(?: (?:and|for|with|mapping) .{1,80})?",
        r"outcomes",
    ),
    Section.DESCRIPTORS: (r"(?:generic )?performance descriptors?(?: .{1,60})?",),
    Section.GRADING: (
        r"grading(?: (?:descriptors|criteria|table|summary))?",
        r"grad(?:e|ing) descriptors?",
    ),
    Section.METHODS: (
        r"(?:(?:mandatory|optional|other) )?assessment methods?",
        r"(?:epa|assessment) summary(?: table)?",
        r"summary of (?:the )?assessment(?: methods)?",
        r"assessment requirements?",
    ),
    Section.BEHAVIOURS: (
        r"behaviours?",
        r"behaviours? (?:to be )?verified.{0,60}",
        r"behaviour verification|verification of behaviours?",
        r"employer verification.{0,40}",
    ),
    Section.OTHER: (
        r"contents|version log|introduction(?: and overview)?|(?:component )?overview",
        r"duration(?: of .{1,60})?|on-programme .{0,60}",
        r"(?:epa |apprenticeship )?gateway(?: .{1,60})?",
        r"order of assessment methods|assessment specifications?",
        r"overall (?:epa )?grad(?:ing|es?)|re-?sits and re-?takes|re-?assessment",
        r"roles and responsibilities|professional recognition",
        r"reasonable adjustments.{0,60}|special considerations?",
        r"(?:internal|external) quality assurance|value for money|affordability",
        r"delivery|rationale|venue|question and resource development|implementation",
    ),
}
FORMS = tuple(
    (section, re.compile(f"{_NUMBERED}(?:{'|'.join(forms)})"))
    for section, forms in _HEADINGS.items()
)
KINDS = frozenset(
    ("knowledge", "skills", "skill", "behaviours", "behaviour", "knowledge and skills")
)
_LONGEST = 110


def section_named(said: Said) -> Section | None:
    """The section that a line is the heading of."""
    if said.is_row or len(said.text) > _LONGEST or said.text.endswith((".", ",", ";")):
        return None
    words = plain(said.text)
    for section, form in FORMS:
        if form.fullmatch(words):
            return section
    return None


def is_kind(text: str) -> bool:
    """Whether a text is the name of a kind of KSB."""
    return plain(text) in KINDS
