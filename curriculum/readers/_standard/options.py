"""Headings of core and option parts, which stand among duties and KSBs."""

import re
from dataclasses import dataclass

from curriculum.readers._standard.rows import Row
from curriculum.readers._wording import DASHES

_WHAT = "(?:duties|ksbs?|knowledge|skills|behaviours)"
_CORE = re.compile(rf"core(?: occupation)?(?: {_WHAT})?[:.]?", re.IGNORECASE)
_OPTION = re.compile(
    rf"(?:options?(?: {_WHAT})?|(?:optional|additional|specialist)"
    rf"(?: occupation)? {_WHAT})(?: ?\d+)?(?: ?[:{DASHES}] ?(\w.{{0,100}}))?[:.]?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OptionHeading:
    """What follows is for every learner, or for those of one option."""

    row: Row
    core: bool
    title: str = ""


def option_heading(row: Row) -> OptionHeading | None:
    """The heading that a row is, if it is one."""
    said = row.bare
    if row.closes or not said[:1].isupper():
        return None
    if _CORE.fullmatch(said):
        return OptionHeading(row, core=True)
    option = _OPTION.fullmatch(said)
    return OptionHeading(row, core=False, title=option[1] or "") if option else None
