"""A map pasted so that its tabs became spaces: read where the text decides."""

from pathlib import Path

import pytest

from curriculum.paths import PUBLISHED
from maps import LAND, Reading, Said


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)


def facts(said: Said) -> object:
    return (
        [(c.title, c.tier, c.description) for c in said.clusters],
        said.entries,
        [
            (d.pathway, d.occupation, d.level, d.description)
            for d in said.map.descriptions
        ],
    )


@pytest.mark.parametrize("tab", [" ", "    "], ids=["one space", "four"])
def test_a_map_without_tabs_is_the_same_map(reading: Reading, tab: str) -> None:
    spaced = reading(LAND.replace("\t", tab))
    assert facts(spaced) == facts(reading(LAND))
    assert spaced.lines("SRC237") == [
        (
            "1: SRC237 the tabs of the tables have become spaces; clusters are "
            "put under the tier of their levels"
        )
    ]


def test_the_digital_map_loses_only_rows_that_no_text_decides(
    reading: Reading,
) -> None:
    printed = (PUBLISHED / "occupational-map-digital.txt").read_text("utf-8")
    whole, spaced = reading(printed), reading(printed.replace("\t", " "))
    assert spaced.entries == whole.entries
    assert [c.tier for c in spaced.clusters] == [c.tier for c in whole.clusters]
    rows = {(d.pathway, d.occupation) for d in whole.map.descriptions}
    read = {(d.pathway, d.occupation) for d in spaced.map.descriptions}
    assert read < rows
    reported = spaced.lines("SRC202")
    assert len(reported) == len(rows - read)
    assert all(any(title in line for line in reported) for _, title in rows - read)


def test_a_cluster_without_levels_is_put_where_it_stands_and_a_doubt_says_so(
    reading: Reading,
) -> None:
    said = reading(
        "Occupational Map: Made\n"
        "P Technical Occupations Higher Technical Occupations\n"
        " Cluster: A <i>Does.</i> One (3)\n  Cluster: B <i>Does.</i> Other Thing\n"
    )
    assert [(c.title, c.tier) for c in said.clusters] == [
        ("A", "technical"),
        ("B", "higher technical"),
    ]
    assert said.lines("SRC237")[1:] == [
        (
            "4: SRC237 no level shows the tier of “Cluster: B <i>Does.</i> Other "
            "Thing …”; it is put where it stands"
        )
    ]
