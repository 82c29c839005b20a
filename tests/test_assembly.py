"""Joining a programme with what is published: what dangles is named."""

from pathlib import Path

import pytest

from curriculum.assembly import Assembled, assemble
from curriculum.errors import SourceError

HEAD = """\
format = 1
code = "X"
title = "X"
"""
STANDARD = """\
[[frameworks]]
id = "ST0128"
source = "ST0128"
version = "1.1"
policy = "epa"
"""


def assembled(root: Path, programme: str, module: str = "") -> Assembled:
    """Assemble a folder of these texts."""
    (root / "modules").mkdir()
    (root / "programme.toml").write_text(HEAD + programme, encoding="utf-8")
    (root / "calendar.toml").write_text("starts = 2026-09-08\nends = 2028-03-31\n")
    (root / "assessments.toml").write_text("")
    if module:
        (root / "modules" / "M01.toml").write_text(module, encoding="utf-8")
    return assemble(root)


def said(got: Assembled) -> list[str]:
    return [str(finding) for finding in got.findings]


def test_a_standard_brings_its_items_duties_and_minimum_hours(tmp_path: Path) -> None:
    got = assembled(tmp_path, STANDARD)
    assert said(got) == []
    assert got.programme is not None
    [framework] = got.programme.frameworks
    assert (len(framework.items), len(framework.duties)) == (62, 15)
    assert framework.minimum_hours is not None
    assert framework.minimum_hours.figure == 326
    assert "third-party" in framework.minimum_hours.remark


def test_a_start_before_the_figure_was_published_has_no_minimum(tmp_path: Path) -> None:
    (tmp_path / "calendar.toml").write_text("")
    got = assembled(tmp_path, STANDARD)
    assert got.programme is not None
    (tmp_path / "calendar.toml").write_text("starts = 2023-09-05\nends = 2025-03-31\n")
    earlier = assemble(tmp_path).programme
    assert earlier is not None
    assert earlier.frameworks[0].minimum_hours is None


def test_a_source_that_is_nowhere_is_named(tmp_path: Path) -> None:
    got = assembled(
        tmp_path, STANDARD.replace('source = "ST0128"', 'source = "gone.txt"')
    )
    assert said(got) == [
        (
            "programme.toml:4: ASM205 ST0128 cannot be read: gone.txt is neither a "
            "shipped document nor a file of this folder"
        )
    ]


def test_a_policy_that_does_not_exist_is_named(tmp_path: Path) -> None:
    got = assembled(tmp_path, STANDARD.replace('"epa"', '"ofsted"'))
    assert [f.code for f in got.findings] == ["ASM206"]
    assert "epa" in got.findings[0].message


def test_a_version_that_is_not_known_is_named(tmp_path: Path) -> None:
    got = assembled(tmp_path, STANDARD.replace('"1.1"', '"2.0"'))
    assert said(got) == [
        "programme.toml:4: ASM211 ST0128 names 2.0; the version known is 1.1"
    ]


def test_a_document_that_has_changed_since_it_was_pinned_is_named(
    tmp_path: Path,
) -> None:
    got = assembled(tmp_path, STANDARD + f'digest = "sha256:{"0" * 64}"\n')
    assert [f.code for f in got.findings] == ["ASM209"]


def test_a_map_is_nothing_to_cover(tmp_path: Path) -> None:
    programme = STANDARD.replace('source = "ST0128"', 'source = "digital"')
    got = assembled(tmp_path, programme)
    assert said(got) == [
        (
            "programme.toml:4: ASM205 ST0128 is an occupational map, which has no "
            "items to cover"
        )
    ]


POSITION = """\
[position]
map = "digital"
occupation = "Software Development Technician"
profile = "digital-technology"
sub_cluster = "Software Solutions"
programme_of_study = "Programming"
t_level = "T Level in digital production, design and development"
"""


def test_a_programme_stands_on_the_map_and_in_the_profile(tmp_path: Path) -> None:
    got = assembled(tmp_path, STANDARD + POSITION)
    assert said(got) == []
    assert got.programme is not None
    place = got.programme.position
    assert place is not None
    assert place.pathway is not None
    assert place.pathway.title == "Digital Production, Design and Development"
    assert place.map_cluster is not None
    assert place.map_cluster.title == "Software Development Technician"
    assert place.occupation is not None
    assert place.occupation.level == 3
    assert place.t_level is not None
    assert place.t_level.awarding_organisation == "Pearson"


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        (
            "Software Development Technician",
            "Software Development Tecnician",
            (
                "the occupation Software Development Tecnician does not stand on "
                "Occupational Map: Digital; did you mean Software Development "
                "Technician?"
            ),
        ),
        (
            '"Programming"',
            '"Programing"',
            (
                "the programme of study Programing does not stand in the sub-cluster "
                "Software Solutions; did you mean Programming?"
            ),
        ),
    ],
)
def test_a_place_that_is_not_there_is_named(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    got = assembled(tmp_path, STANDARD + POSITION.replace(right, wrong))
    assert [(f.code, f.message) for f in got.findings] == [("ASM207", says)]


def test_a_place_in_a_document_that_is_not_named_is_said(tmp_path: Path) -> None:
    got = assembled(tmp_path, '[position]\noccupation = "Web Designer"\n')
    assert [f.message for f in got.findings] == [
        "position names the occupation Web Designer and no map"
    ]


def test_a_standard_that_cannot_be_read_is_not_blamed_for_its_t_level(
    tmp_path: Path,
) -> None:
    gone = STANDARD.replace('source = "ST0128"', 'source = "st0128.txt"')
    got = assembled(tmp_path, gone + '[position]\nt_level = "T Level in weaving"\n')
    assert [f.message for f in got.findings] == [
        (
            "ST0128 cannot be read: st0128.txt is neither a shipped document nor a "
            "file of this folder; did you mean ST0128?"
        )
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('kind = "aprenticeship"', "kind aprenticeship is none of apprenticeship, "),
        ("level = true", "level True is not a whole number"),
        ("level = 33", "level 33 is greater than 8"),
    ],
)
def test_a_header_that_would_switch_rules_off_is_named(
    tmp_path: Path, line: str, says: str
) -> None:
    [finding] = assembled(tmp_path, f"{line}\n").findings
    assert str(finding).startswith(f"programme.toml:4: ASM202 {says}")


def test_a_person_whom_nobody_knows_is_named(tmp_path: Path) -> None:
    people = '[[people]]\nkey = "AB"\nname = "Ann Bee"\n'
    module = 'key = "M01"\ntitle = "Pipes"\nlead = "AC"\n'
    got = assembled(tmp_path, STANDARD + people, module)
    assert said(got) == [
        "modules/M01.toml:1: ASM208 M01 names the lead AC; the people are AB"
    ]


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("[settings.COV999]\nx = 1\n", "there is no rule COV999"),
        (
            "[settings.COV103]\nminimum = 3\n",
            "COV103 has no setting minimum; its settings are minimum_sessions",
        ),
        (
            '[settings.COV103]\nminimum_sessions = "three"\n',
            "COV103 minimum_sessions is three, which is not of the kind of 2",
        ),
        (
            "[settings.COV103]\nminimum_sessions = -3\n",
            "COV103 minimum_sessions is -3, which is no number from 0 upwards",
        ),
        (
            "[settings.COV103]\nminimum_sessions = nan\n",
            "COV103 minimum_sessions is nan, which is no number from 0 upwards",
        ),
    ],
)
def test_a_setting_that_no_rule_has_is_named(
    tmp_path: Path, setting: str, says: str
) -> None:
    got = assembled(tmp_path, STANDARD + setting)
    assert [f.code for f in got.findings] == ["ASM210"]
    assert got.findings[0].message.startswith(says)


def test_a_folder_that_is_not_there_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is no programme folder"):
        assemble(tmp_path / "nowhere")
