"""The pictures that every Word template may name."""

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from curriculum.illustrations import (
    career_maps,
    demand_charts,
    duty_flows,
    heat_maps,
    year_plans,
)
from curriculum.pictures import Picture, Pictures
from curriculum.reviewed import Review


class PictureFields(TypedDict, total=False):
    """Pictures, each by its name alone; what a programme lacks gives none."""

    heatmap: Sequence[Picture]
    """Statements by modules, a letter and a colour for each depth."""
    year_plan: Sequence[Picture]
    """Modules over weeks, with holidays and hand-in dates; one picture a year."""
    duty_flow: Sequence[Picture]
    """From duties through their statements to the modules that teach them."""
    progression_map: Sequence[Picture]
    """The tiers of the pathway, with the programme's own cluster marked."""
    demand_bars: Sequence[Picture]
    """Jobs of the profile's occupations in the United States, for two years."""


def pictures(review: Review) -> PictureFields:
    """The pictures of a programme, none of them drawn before it is shown."""
    at = review.programme.position
    profile = at.profile if at else None
    return PictureFields(
        heatmap=Pictures(lambda: heat_maps(review)),
        year_plan=Pictures(lambda: year_plans(review)),
        duty_flow=Pictures(lambda: duty_flows(review)),
        progression_map=Pictures(lambda: career_maps(at)),
        demand_bars=Pictures(lambda: demand_charts(profile)),
    )


def with_pictures(review: Review, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A document's data, with the pictures beside them."""
    return {**pictures(review), **data}
