"""What fuzzing starts from: for each reader, small inputs of its own form."""

import json
from collections.abc import Iterator

from curriculum.interchange.case_out import case_text
from curriculum.interchange.long_out import long_csv
from curriculum.interchange.long_rows import long_rows
from curriculum.interchange.moodle_out import moodle_text
from curriculum.interchange.of_programme import framework_listing
from curriculum.paths import PUBLISHED
from json_standards import occupation, website
from maps import LAND
from notation import facts
from published_pages import Layout, Page, printed

_BULLETED = """\
Title of occupation: Lighthouse keeper
Reference: ST9998
Level: 3

Knowledge
• Principles of lamps
• Signals of ships

Skills
• Trim wicks
• Sound a horn

Behaviours
• Stays awake
"""
_PROGRAMME = "ksbs K1 S1 B1\nduty D1 K1 S1\nM1 teaches K1 introduced\nA1 assesses S1"


def seeds() -> dict[str, tuple[bytes, ...]]:
    """Name of a reader, or of a form of interchange, and its seeds."""
    found: dict[str, list[str]] = {}
    for name, text in _texts():
        found.setdefault(name, []).append(text)
    return {name: tuple(t.encode() for t in texts) for name, texts in found.items()}


def _texts() -> Iterator[tuple[str, str]]:
    yield "occupational_standard", printed(Page(), Layout())
    yield "bulleted_standard", _BULLETED
    yield "occupational_map", LAND
    profile = next(PUBLISHED.glob("career-cluster-profile-*.txt"))
    yield "career_cluster_profile", profile.read_text("utf-8")
    yield "website_json", json.dumps(website())
    yield "occupational_maps_api_json", json.dumps(occupation())
    held = facts(_PROGRAMME)
    programme = held.programme
    listing = framework_listing(programme.frameworks[0], programme)
    yield "case", case_text(listing)
    yield "moodle", moodle_text(listing)
    yield "ksb_list", "Code,Statement\nK1,Principles of lamps\ns 2,Trim wicks\n"
    yield "two_columns", "Code;Text\nK1;Principles of lamps\nS1;Trim wicks & wash\n"
    yield "long_table", long_csv(long_rows(held))
