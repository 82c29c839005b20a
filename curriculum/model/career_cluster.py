"""Career-cluster profiles: sub-clusters, labour market and skills in demand."""

import re
import unicodedata
from typing import Literal

from curriculum.model.base import Record, SourceRef
from curriculum.model.framework import Item

_SPOKEN = {"C#": "c-sharp", "C++": "c-plus-plus", ".NET": "dot-net"}


def skill_key(text: str) -> str:
    """The key of a skill, from its wording: "Agile Methodology" → agile-methodology."""
    for sign, word in _SPOKEN.items():
        text = re.sub(rf"(?<!\w){re.escape(sign)}(?!\w)", word, text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "skill"


class MarketSkill(Item):
    """A skill in high demand, from labour-market data."""

    software: bool = False

    @property
    def group(self) -> str:
        """Its list: high-demand skills or high-demand software skills."""
        return "High-demand software skills" if self.software else "High-demand skills"


class Entry(Record):
    """One line of a plain list: a credential, an occupation, a place of work."""

    text: str
    meant: str | None = None
    source: SourceRef

    @property
    def wording(self) -> str:
        """The corrected reading where there is one."""
        return self.meant or self.text


class SubCluster(Record):
    """A part of a career cluster, with example programmes of study."""

    title: str
    definition: str = ""
    programmes: tuple[str, ...] = ()
    source: SourceRef


class MarketOccupation(Record):
    """One row of the labour-market table.  Pay is in US dollars an hour."""

    title: str
    jobs_2024: int | None = None
    jobs_2029: int | None = None
    change: float | None = None
    """Printed change from 2024 to 2029, in percent."""
    hires_2023: int | None = None
    openings_per_year: int | None = None
    pay_p10_usd_per_hour: float | None = None
    pay_median_usd_per_hour: float | None = None
    entry_education: str = ""
    source: SourceRef


class CareerCluster(Record):
    """A career-cluster profile, as published."""

    record: Literal["career cluster"] = "career cluster"
    title: str
    definition: tuple[str, ...] = ()
    sub_clusters: tuple[SubCluster, ...] = ()
    occupations: tuple[MarketOccupation, ...] = ()
    market_source: str = ""
    market_caveats: tuple[str, ...] = ()
    credentials: tuple[Entry, ...] = ()
    skills: tuple[MarketSkill, ...] = ()
    software_skills: tuple[MarketSkill, ...] = ()
    sample_occupations: tuple[Entry, ...] = ()
    emerging_occupations: tuple[Entry, ...] = ()
    workplaces: tuple[Entry, ...] = ()
    acknowledgements: tuple[str, ...] = ()
    source: SourceRef

    @property
    def key(self) -> str:
        """Its title."""
        return self.title
