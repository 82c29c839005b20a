"""Whether the sections are there, and duties and KSBs fit each other."""

from curriculum.model import KIND_TITLES, Ksb, KsbKind, Product, Standard
from curriculum.readers._standard.duties import DutyLines
from curriculum.readers._standard.headings import Section
from curriculum.readers._standard.notes import Notes
from curriculum.readers._standard.page import Part

_ALWAYS = {
    Section.KEY: "Key information",
    Section.SUMMARY: "Occupation summary",
    Section.JOB_TITLES: "Typical job titles",
    Section.LICENCE: "licence line",
}
_FOUNDATION = (
    KsbKind.TECHNICAL_KNOWLEDGE,
    KsbKind.TECHNICAL_SKILL,
    KsbKind.EMPLOYABILITY,
)
_KINDS = {
    Product.APPRENTICESHIP: (KsbKind.KNOWLEDGE, KsbKind.SKILL, KsbKind.BEHAVIOUR),
    Product.FOUNDATION: _FOUNDATION,
    Product.UNIT: (KsbKind.TECHNICAL_KNOWLEDGE, KsbKind.TECHNICAL_SKILL),
}


def sections_missing(parts: list[Part], standard: Standard, notes: Notes) -> None:
    """Note each section of the form that is not there or has nothing in it."""
    filled = {part.section for part in parts if part.rows}
    expected = dict(_ALWAYS)
    if standard.product is Product.APPRENTICESHIP:
        expected[Section.DUTIES] = "Occupation duties"
    missing = [name for section, name in expected.items() if section not in filled]
    present = {ksb.kind for ksb in standard.ksbs}
    kinds = _KINDS[standard.product]
    missing += [KIND_TITLES[kind] for kind in kinds if kind not in present]
    subject = standard.reference or "page"
    for name in missing:
        notes.warn("SRC103", 1, subject, f"the page has no {name}, or nothing in it")
    if not standard.ksbs:
        notes.error("SRC138", 1, subject, "no KSB can be read from the page")


def product_of(ksbs: tuple[Ksb, ...], reference: str) -> Product:
    """What the reference says it is, or else the kinds of its KSBs."""
    if reference.startswith("AU"):
        return Product.UNIT
    technical = bool(ksbs) and all(ksb.kind in _FOUNDATION for ksb in ksbs)
    if reference.startswith("FA") or technical:
        return Product.FOUNDATION
    return Product.APPRENTICESHIP


def links(duties: list[DutyLines], ksbs: tuple[Ksb, ...], notes: Notes) -> None:
    """Note duties that name a KSB which is not there, and KSBs that no duty names."""
    known = {ksb.key for ksb in ksbs}
    named = {key for duty in duties for key in duty.codes}
    for duty in duties:
        for key, row in duty.codes.items():
            if key not in known:
                message = f"{duty.key} names {key}, which the standard does not have"
                notes.error("SRC124", row, duty.key, message)
    for ksb in ksbs:
        if duties and ksb.key not in named:
            message = f"{ksb.key} is named by no duty"
            notes.warn("SRC133", int(ksb.source.place), ksb.key, message)
