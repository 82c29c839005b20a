"""From the publisher's file to the finding: when a version may be started on."""

import json
from pathlib import Path

import pytest

from curriculum import pipeline
from curriculum.model import Framework
from curriculum.reviewed import Review
from json_standards import WEBSITE

PROGRAMME = """
code = "LK-1"
title = "Lighthouse keeper"

[[frameworks]]
id = "ST9999"
source = "standard.json"
version = "1.2"
policy = "epa"
"""
CALENDAR = """
starts = 2026-09-07
ends = 2028-03-31
"""


def loaded(folder: Path, **printed: object) -> Review:
    (folder / "standard.json").write_text(json.dumps(WEBSITE | printed), "utf-8")
    (folder / "programme.toml").write_text(PROGRAMME, "utf-8")
    (folder / "calendar.toml").write_text(CALENDAR, "utf-8")
    return pipeline.review(pipeline.load(folder))


def framework(review: Review) -> Framework:
    (only,) = review.programme.frameworks
    return only


def test_a_framework_carries_what_the_publisher_says_of_its_version(
    tmp_path: Path,
) -> None:
    review = loaded(tmp_path, latestStartDate="2027-07-31T00:00:00 +00:00")
    held = framework(review)
    assert held.status == "Approved for delivery"
    assert f"{held.earliest_start} to {held.latest_start}" == "2025-08-01 to 2027-07-31"
    assert not [f for f in review.findings if f.code == "ASM313"]


@pytest.mark.parametrize(
    ("printed", "message"),
    [
        (
            {"latestStartDate": "2026-08-31T00:00:00 +00:00"},
            (
                "ST9999 v1.2 may be started on until 2026-08-31, "
                "and the cohort starts on 2026-09-07"
            ),
        ),
        (
            {"status": "Retired"},
            "ST9999 v1.2 is retired, and the cohort starts on 2026-09-07",
        ),
    ],
)
def test_a_start_on_another_version_is_an_error_of_the_programme(
    tmp_path: Path, printed: dict[str, object], message: str
) -> None:
    found = [f for f in loaded(tmp_path, **printed).findings if f.code == "ASM313"]
    assert [str(f) for f in found] == [f"programme.toml:1: ASM313 {message}"]
