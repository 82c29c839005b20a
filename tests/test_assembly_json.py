"""A programme against a standard in the publisher's JSON, beside its own files."""

import json
from pathlib import Path

from curriculum.assembly import Assembled, assemble
from curriculum.model import Framework
from json_standards import website

HEAD = """\
format = 1
code = "X"
title = "X"

[[frameworks]]
id = "ST9999"
source = "standard.json"
policy = "epa"
"""


def assembled(root: Path, data: object, head: str = HEAD) -> Assembled:
    (root / "modules").mkdir()
    (root / "programme.toml").write_text(head, "utf-8")
    (root / "calendar.toml").write_text("starts = 2026-09-08\nends = 2028-03-31\n")
    (root / "assessments.toml").write_text("")
    (root / "standard.json").write_text(json.dumps(data))
    return assemble(root)


def framework(got: Assembled) -> Framework:
    assert got.programme is not None
    [framework] = got.programme.frameworks
    return framework


def said(got: Assembled) -> list[str]:
    return [str(finding) for finding in got.findings]


def test_brings_version_hours_and_items(tmp_path: Path) -> None:
    got = assembled(tmp_path, website())
    assert said(got) == []
    assert framework(got).label == "ST9999 v1.2"
    assert [item.key for item in framework(got).items] == ["K1", "K2", "S1", "S2", "B1"]
    hours = framework(got).minimum_hours
    assert hours is not None
    assert (hours.figure, hours.authority) == (326, "standard.json:$")


def test_has_no_hours_for_a_start_outside_its_window(tmp_path: Path) -> None:
    got = assembled(tmp_path, website(latestStartDate="2026-07-31"))
    assert framework(got).minimum_hours is None


def test_of_another_version_is_named(tmp_path: Path) -> None:
    got = assembled(tmp_path, website(), HEAD + 'version = "1.1"\n')
    [finding] = got.findings
    assert finding.code == "ASM211"
    assert "1.1" in finding.message
    assert "1.2" in finding.message


def test_is_found_in_the_list_of_all(tmp_path: Path) -> None:
    versions = [website(version=v, versionNumber=v, title=v) for v in ("1.0", "1.1")]
    other = website(referenceNumber="ST0001", knowledges=[])
    got = assembled(tmp_path, [other, *versions], HEAD + 'version = "1.1"\n')
    assert said(got) == []
    assert (framework(got).title, framework(got).version) == ("1.1", "1.1")
    assert got.published == ()
    assert got.programme is not None
    assert got.programme.sources[0].title == "standard.json (3 standards)"


def test_brings_what_was_found_in_it_and_nothing_of_others(tmp_path: Path) -> None:
    one = website(behaviours=[])
    got = assembled(tmp_path, [website(referenceNumber="ST0001", skills=[]), one])
    assert {finding.source.place.split(".")[0] for finding in got.published} == {"$[1]"}


def test_of_several_versions_none_is_guessed(tmp_path: Path) -> None:
    versions = [website(version=v, versionNumber=v) for v in ("1.0", "1.1")]
    got = assembled(tmp_path, versions)
    assert said(got) == [
        (
            "programme.toml:5: ASM205 ST9999 is not one standard of standard.json; "
            "it holds ST9999 1.0, 1.1"
        )
    ]
