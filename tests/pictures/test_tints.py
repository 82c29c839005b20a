"""Pictures in a college's own hue, with the contrast that they had."""

import re

import pytest

from contrast import contrast
from curriculum.pictures import paints
from curriculum.pictures.paints import DEPTHS, PURPOSES, Paint
from curriculum.pictures.tints import tinted

PLUM, GREEN, NAVY, GREY = "#6B1F4B", "#2E7D32", "#17375E", "#7F7F7F"
PAINTS = [
    *(held for held in vars(paints).values() if isinstance(held, Paint)),
    *DEPTHS.values(),
    *PURPOSES.values(),
]


@pytest.mark.parametrize("accent", [PLUM, GREEN, "#FFC000", "#00FFFF", "#FF0000"])
def test_every_text_keeps_its_contrast_in_another_hue(accent: str) -> None:
    turned = [Paint(*(tinted(colour, accent) for colour in paint)) for paint in PAINTS]
    assert turned != PAINTS
    assert min(contrast(*paint) for paint in turned) >= 4.5


def test_blues_turn_and_warnings_and_greys_stay() -> None:
    made = tinted('fill="#1F4E79" stroke="#8B0000" color="#474747"', PLUM)
    assert re.fullmatch('fill="#[0-9A-F]{6}" stroke="#8B0000" color="#474747"', made)
    assert "#1F4E79" not in made


@pytest.mark.parametrize("accent", ["", NAVY, GREY, "#", "#windowText", "plum"])
def test_without_a_hue_of_its_own_a_picture_stays_as_it_is(accent: str) -> None:
    assert tinted('fill="#1F4E79"', accent) == 'fill="#1F4E79"'
