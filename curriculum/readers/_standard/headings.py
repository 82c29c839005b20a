"""The headings of the page, and the furniture around them, in plain words."""

from enum import Enum, auto

from curriculum.model import KIND_TITLES, KsbKind


class Section(Enum):
    """What a stretch of the page is about."""

    PREAMBLE = auto()
    KEY = auto()
    DETAILS = auto()
    SUMMARY = auto()
    JOB_TITLES = auto()
    DUTIES = auto()
    KSBS = auto()
    QUALIFICATION = auto()
    ALIGNED = auto()
    LICENCE = auto()
    OTHER = auto()


KINDS = {title.casefold(): kind for kind, title in KIND_TITLES.items()} | {
    "behaviors": KsbKind.BEHAVIOUR,
    "behaviour": KsbKind.BEHAVIOUR,
    "skill": KsbKind.SKILL,
    "employability skills": KsbKind.EMPLOYABILITY,
    "employability skills and behaviors": KsbKind.EMPLOYABILITY,
}
HEADINGS = {
    "key information": Section.KEY,
    "details of the occupational standard": Section.DETAILS,
    "details of the standard": Section.DETAILS,
    "details of standard": Section.DETAILS,
    "occupation summary": Section.SUMMARY,
    "occupational summary": Section.SUMMARY,
    "typical job titles include": Section.JOB_TITLES,
    "typical job titles": Section.JOB_TITLES,
    "occupation duties": Section.DUTIES,
    "occupational duties": Section.DUTIES,
    "core duties": Section.DUTIES,
    "core occupation duties": Section.DUTIES,
    "ksbs": Section.KSBS,
    "knowledge, skills and behaviours": Section.KSBS,
    "knowledge, skills and behaviors": Section.KSBS,
    "aligned occupational standards": Section.ALIGNED,
}
OTHER_HEADINGS = frozenset(
    (
        "additional details",
        "employers involved in creating the standard",
        "end-point assessment",
        "english & maths",
        "english and maths",
        "english and maths qualifications",
        "entry requirements",
        "green job titles",
        "involved employers",
        "mandatory qualifications",
        "occupational progression",
        "overview of the role",
        "professional recognition",
        "progression",
        "progression routes",
        "qualifications",
        "regulated standard",
        "related occupations",
        "subject sector area",
        "version log",
    )
)
FURNITURE = frozenset(
    (
        "back",
        "back to top",
        "accept additional cookies",
        "accept all cookies",
        "apprenticeships",
        "give feedback",
        "institute for apprenticeships and technical education",
        "is this page useful?",
        "print epa plan",
        "reject additional cookies",
        "skills england",
        "view cookies",
        "view the latest version",
        "contents",
        "download",
        "home",
        "information symbol",
        "is this webpage useful?",
        "menu",
        "print",
        "print occupational standard",
        "product page",
        "search",
        "share",
        "skip to content",
        "skip to main content",
        "tell us about your experience",
        "thank you for your feedback",
    )
)
