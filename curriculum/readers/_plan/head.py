"""Which standard a plan is of: reference, title, version, level."""

import re
from dataclasses import dataclass

from curriculum.model import Regime
from curriculum.readers._notes import Notes
from curriculum.readers._plan.said import Said
from curriculum.readers._wording import DASHES

_REFERENCE = re.compile(r"\b((?:ST|FA|AU)\d{4}[A-Z]?)\b(?:/AP\d+)?", re.IGNORECASE)
_VERSION = re.compile(r"(?:\bversion|\bv)\s*:?\s*(\d+\.\d+)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\blevel\s*:?\s*([2-8])\b", re.IGNORECASE)
_FOR = re.compile(
    r"\bfor (?:the|an?) (.{3,100}?) (?:apprenticeship|occupation)\b", re.IGNORECASE
)
_PLAN = re.compile(
    rf"\s*[:({DASHES}]*\s*\b(?:apprenticeship standard\s*[:{DASHES}]?\s*)?"
    r"(?:epa|end[- ]?point assessment|apprenticeship assessment|assessment) plan\b"
    rf"\s*(?:for)?\s*(?:the)?\s*[:){DASHES}]*\s*",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"^#\s*|\b(?:ST|FA|AU)\d{{4}}[A-Z]?(?:/AP\d+)?\b\s*[:/{DASHES}]*\s*"
    rf"|[(,]?\s*\b(?:level ?\d|v(?:ersion)? ?\d+\.\d+)\b\)?|\bapprenticeship$",
    re.IGNORECASE,
)
_LICENCE = re.compile(r"crown copyright|open government licence", re.IGNORECASE)
_REFORMED = re.compile(
    r"apprenticeship assessment plan|assessment outcome", re.IGNORECASE
)
_LOOKED_AT = 40
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Head:
    """What a plan says of itself."""

    reference: str
    title: str
    version: str
    level: int | None
    licence: str
    line: int


def head_of(lines: list[Said], notes: Notes) -> Head:
    """Read the first lines of a plan, and its licence."""
    first = lines[:_LOOKED_AT]
    reference, line = _reference(lines, notes)
    licence = next((s for s in lines if _LICENCE.search(s.text)), None)
    if licence:
        licence.used = True
    return Head(
        reference=reference,
        title=_title(first) or reference,
        version=_said(_VERSION, first),
        level=int(_said(_LEVEL, first) or 0) or None,
        licence=licence.text if licence else "",
        line=line,
    )


def regime_of(lines: list[Said], outcomes: int) -> Regime:
    """By which rules the plan is made."""
    titled = any(_REFORMED.search(said.text) for said in lines[:_LOOKED_AT])
    return Regime.REFORMED if outcomes or titled else Regime.EPA


def _reference(lines: list[Said], notes: Notes) -> tuple[str, int]:
    for said in lines:
        match = _REFERENCE.search(said.text)
        if match:
            said.used = True
            return match[1].upper(), said.number
    at = str(lines[0].number) if lines else "1"
    message = "the plan does not name its standard by a reference such as ST0000"
    notes.warn("SRC601", at, "reference", message)
    return "", int(at)


def _said(pattern: re.Pattern[str], lines: list[Said]) -> str:
    for said in lines:
        match = pattern.search(said.text)
        if match:
            said.used = True
            return match[1]
    return ""


def _title(lines: list[Said]) -> str:
    """The title: "… for the floorlayer apprenticeship", or beside "plan"."""
    for said in lines:
        match = _FOR.search(said.text)
        if match:
            said.used = True
            return match[1].strip()
    marked = [said for said in lines if said.cells[0].startswith("# ")]
    for said in (*marked, *lines):
        short = len(said.text) <= _LONGEST and not said.text.endswith(".")
        if short and (_PLAN.search(said.text) or said in marked):
            title = _PLAN.sub(" ", said.text)
            for _ in range(2):
                title = _AROUND.sub(" ", title).strip(" :–-/#(")
            if title:
                said.used = True
                return " ".join(title.split())
    before = [s for s in lines[:3] if len(s.text) <= _LONGEST]
    following = [s for s in lines if _PLAN.search(s.text)]
    if following and before and before[0] is not following[0]:
        before[0].used = True
        return _AROUND.sub(" ", before[0].text).strip(" :–-/#(")
    return ""
