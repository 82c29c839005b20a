"""The words of headings and labels, by reader; taken from the readers themselves."""

import re

from curriculum.readers._bulleted import parts as bulleted
from curriculum.readers._plan import headings as plan
from curriculum.readers._standard import headings as standard
from curriculum.readers._standard import key_information, qualifications

_KIND = "(?:knowledge|skills?|behaviours?|ksbs?)"

_STANDARD = (
    frozenset(
        (
            *standard.HEADINGS,
            *standard.KINDS,
            *standard.OTHER_HEADINGS,
            *standard.FURNITURE,
            *key_information.LABELS,
            *qualifications.LABELS,
        )
    ),
    re.compile(
        r"back(?: to(?: dut(?:y|ies))?)?|back to dut(?:y|ies)|duty(?: \d+)?|d\d+"
        r"|duty\W+(?:criteria for measuring performance\W+)?ksbs?"
        r"|criteria(?: for measuring performance)?|t-?\s?levels? logo.*"
        r"|t-?\s?levels? (?:logo|focus on vocational).*|core(?: duties)?"
        rf"|option(?:al|s)?(?: (?:duties|{_KIND}))?(?: \d+)?"
    ),
)
_BULLETED = (frozenset((*bulleted.LISTS, *bulleted.LABELS, *bulleted.SECTIONS)), None)
_PLAN = (
    plan.KINDS,
    re.compile(
        r"(?:annex|appendix|section) \w+\W*|back to (?:grading|duty|top)"
        rf"|{'|'.join(form.pattern for _, form in plan.FORMS)}"
        r"|(?:(?:apprenticeship|end-point|epa)? ?assessment )?plan(?: (?:for|of) the)?"
        r"|(?:end-point|apprenticeship) assessment(?: plan)?(?: for the)?"
        r"|apprenticeship|(?:mandatory|optional|other) assessment methods?|ap\d+"
        r"|(?:assessment )?(?:method|component|outcome) ?\d+|a[mo] ?\d+|fail|pass|merit"
        r"|distinction|credit|themes?(?: ksbs?)?|grade themes?|ksbs grouped by theme"
        r"|categor(?:y|ies)|performance descriptors?|statements?|mandatory"
        rf"|{_KIND}(?: {_KIND})*|(?:mandatory|sampled|other)(?: (?:and|{_KIND}))+"
        r"|reference|version|level|(?:pass|distinction) apprentices must .{1,80}"
    ),
)
_MAP = (
    frozenset(
        (
            "occupational map",
            "technical occupations",
            "higher technical occupations",
            "professional occupations",
            "pathway",
            "pathways",
            "cluster",
            "occupation",
            "level",
            "description",
            "occupations in",
        )
    ),
    re.compile(r"clusters?|occupations? in \w+|.*click here.*|i|em|br"),
)
_PROFILE = (
    frozenset(
        (
            "sub-clusters",
            "definition",
            "example programs of study",
            "high-demand skills",
            "high-demand software skills",
            "sample occupations",
            "emerging occupations",
            "credentials",
            "source",
        )
    ),
    re.compile(
        r"overview: .{1,60} career cluster|overview|career cluster|page \d+|\d{1,3}"
        r"|sub-clusters, definitions.{0,60}|occupations, employment contexts.{0,60}"
        r"|(?:top|sample|emerging) occupations?(?: & emerging occupations)?"
        r"|appendix .{1,60}|sample places of work|acknowledgements?|about .{1,40}"
        r"|professional|figure(?: \d+)?|source|note"
        r"|occupations?(?: titles?)?|\d{4} (?:jobs|hires)|% change|change"
        r"|(?:avg|average)?\W*annual (?:job )?openings"
        r"|(?:10th percentile|median) hourly(?: earnings| wages?)?"
        r"|(?:typical )?entry[ -]level education(?: required)?"
        r"|(?:top )?(?:industry[ -]recogni[sz]ed )?credentials"
        r"|places of work|workplaces"
    ),
)

_LIST = (
    frozenset(("code", "codes", "ksb", "ksbs", "ref", "reference", "type", "kind")),
    re.compile(r"statements?|texts?|wordings?|descriptions?|id|no|number"),
)

BY_READER: dict[str, tuple[frozenset[str], re.Pattern[str] | None]] = {
    "occupational_standard": _STANDARD,
    "bulleted_standard": _BULLETED,
    "assessment_plan": _PLAN,
    "ksb_list": _LIST,
    "occupational_map": _MAP,
    "career_cluster_profile": _PROFILE,
}
