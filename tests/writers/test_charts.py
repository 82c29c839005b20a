"""Native charts: each follows its own table, and says what it shows."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from curriculum.reviewed import Review
from curriculum.writers import (
    assessment_plan_xlsx,
    mapping_grid,
    skills_scan,
    writers_named,
)
from curriculum.writers._sheets import FIRST_ROW, HEADING_ROW
from real_programs import complaints
from reviews import ASSESSED, full_review, review
from workbook_text import stored_values

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_ALT = re.compile(r'descr="([^"]*)"')
_PLACE = re.compile(r"'?(.+?)'?!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")

Series = tuple[str, list[float]]
"""What a series is called, and its numbers as the chart keeps them."""


def written(name: str, held: Review, folder: Path) -> Path:
    (writer,) = writers_named(name)
    path = folder / name
    writer.write(held, path)
    return path


def charts(path: Path) -> dict[str, list[Series]]:
    """The series of each chart by its title."""
    with ZipFile(path) as package:
        names = sorted(n for n in package.namelist() if "/charts/chart" in n)
        trees = [etree.fromstring(package.read(name)) for name in names]
    return {_title(tree): [_series(s) for s in tree.iter(f"{_C}ser")] for tree in trees}


def _title(tree: etree._Element) -> str:
    title = next(tree.iter(f"{_C}title"))
    return "".join(t.text or "" for t in title.iter("{*}t"))


def _series(element: etree._Element) -> Series:
    name = element.findtext(f"{_C}tx//{_C}v", "")
    values = element.findall(f"{_C}val//{_C}v")
    return name, [float(v.text or "nan") for v in values]


def alts(path: Path) -> list[str]:
    with ZipFile(path) as package:
        held = [n for n in package.namelist() if "/drawings/drawing" in n]
        texts = [package.read(name).decode() for name in sorted(held)]
    return [found for text in texts for found in _ALT.findall(text)]


def test_the_summary_shows_what_is_taught_and_assessed_by_kind(tmp_path: Path) -> None:
    path = written(mapping_grid.FILENAME, full_review(), tmp_path)
    found = charts(path)
    assert list(found) == [
        "Taught and not taught, by kind",
        "Assessed and not assessed, by kind",
    ]
    cells = stored_values(path)
    for series in found.values():
        for name, numbers in series:
            column = next(
                c for c in "CDEFGH" if cells["Summary", f"{c}{HEADING_ROW}"] == name
            )
            shown = [
                cells["Summary", f"{column}{FIRST_ROW + n}"]
                for n in range(len(numbers))
            ]
            assert numbers == shown
    taught, assessed = alts(path)
    assert taught == (
        "Taught and not taught, by kind. ST0128 v1.0: 2 of 4 taught; "
        "FA0001 v1.0: 3 of 4 taught."
    )
    assert assessed.endswith("1 of 4 assessed; FA0001 v1.0: 2 of 4 assessed.")


def test_advice_has_no_bars_of_what_is_missing(tmp_path: Path) -> None:
    path = written(mapping_grid.FILENAME, full_review(), tmp_path)
    cells = stored_values(path)
    bars = len(charts(path)["Taught and not taught, by kind"][0][1])
    shown = {cells["Summary", f"A{FIRST_ROW + n}"] for n in range(bars)}
    assert shown == {"ST0128 v1.0", "FA0001 v1.0"}
    assert cells["Summary", f"A{FIRST_ROW + bars}"] == "DT v1.0"


def test_work_handed_in_is_counted_month_by_month(tmp_path: Path) -> None:
    path = written(assessment_plan_xlsx.FILENAME, review(ASSESSED), tmp_path)
    assert charts(path) == {
        "Work handed in, month by month": [
            ("Formative", [1.0, 0.0]),
            ("Summative", [0.0, 1.0]),
        ]
    }
    assert alts(path) == [
        "The busiest month is October 2026, with 1 of 2 pieces of work."
    ]


def test_the_scan_shows_the_hours_that_are_left(tmp_path: Path) -> None:
    path = written(skills_scan.FILENAME, full_review(), tmp_path)
    assert list(charts(path)) == ["Hours, measure by measure"]


@pytest.mark.parametrize("text", ["", "module M1", "ksbs K1"])
def test_a_table_without_rows_has_no_chart(text: str, tmp_path: Path) -> None:
    path = written(assessment_plan_xlsx.FILENAME, review(text), tmp_path)
    assert charts(path) == {}


@pytest.mark.office
@pytest.mark.parametrize(
    "name",
    [mapping_grid.FILENAME, assessment_plan_xlsx.FILENAME, skills_scan.FILENAME],
)
def test_the_validator_accepts_the_charts(name: str, tmp_path: Path) -> None:
    assert complaints(written(name, full_review(), tmp_path)) == []
