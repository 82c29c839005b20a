"""Crosswalks and proposals that lie in a programme's folder."""

from pathlib import Path

import pytest

from curriculum.model import Programme, Relation
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load, review
from curriculum.writers import mapping_grid
from form_copies import programme

HEAD = """\
format = 1
[one]
framework = "ST0128"
version = "1.1"
[other]
framework = "DT"
title = "Digital Technology"
"""
PAIR = """
[[pairs]]
one = "K5"
other = "agile"
relation = "broader"
who = "Łucja Żółć"
on = 2026-06-26
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return programme(tmp_path / "small")


def loaded(folder: Path) -> Programme:
    made = load(folder).programme
    assert made is not None
    return made


def said(folder: Path) -> list[str]:
    codes = ("ASM20", "ASM214", "ASM215")
    return [str(f) for f in load(folder).findings if f.code.startswith(codes)]


def test_a_crosswalk_is_part_of_the_programme(folder: Path) -> None:
    (folder / "crosswalk.toml").write_text(f"\ufeff{HEAD}{PAIR}", "utf-8")
    (walk,) = loaded(folder).crosswalks
    (pair,) = walk.about("DT", "agile")
    assert (pair.one, pair.relation) == ("K5", Relation.BROADER)
    (turned,) = walk.about("ST0128", "K5")
    assert (turned.one, turned.relation) == ("agile", Relation.NARROWER)
    assert walk.about("ST0128", "K6") == ()
    assert walk.about("ST9999", "K5") == ()
    assert said(folder) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (HEAD + PAIR.replace("broader", "wider"), "relation wider is none of"),
        (HEAD + PAIR.replace('who = "Łucja Żółć"\n', ""), "pairs 1 has no who"),
        (HEAD + PAIR.replace("2026-06-26", '"soon"'), "on soon is not a date"),
        (HEAD + PAIR + PAIR, "K5=agile is decided a second time on line 16"),
        (HEAD + PAIR.replace("K5", "K99"), "K99, which ST0128 v1.1 does not have"),
        (HEAD + PAIR + 'stamps = ["0", "1"]', "decided on another wording of K5"),
        (HEAD.replace('"1.1"', '"1.0"'), "ST0128 v1.0 is crosswalked, and taught is"),
        (
            HEAD.replace('"ST0128"', '"ST9"'),
            "neither of ST9 v1.1 and DT is a framework",
        ),
        (HEAD + "[[pears]]\n", "pears is not a known key; did you mean pairs?"),
        ("format = 1\n", "one has no framework"),
        (HEAD.replace("format = 1", "format = 9"), "what can be read is 1"),
        ("[[", "cannot be read as TOML"),
        (
            HEAD + '[[uncovered]]\nframework = "X"\nitem = "y"\nwho = "z"\n'
            "on = 2026-06-26\n",
            "X is neither side of this crosswalk",
        ),
        (
            HEAD + '[[uncovered]]\nframework = "ST0128"\nitem = "K99"\nwho = "z"\n'
            "on = 2026-06-26\n",
            "K99 is not in ST0128 v1.1",
        ),
    ],
)
def test_a_fault_of_a_crosswalk_is_a_finding_with_its_place(
    folder: Path, text: str, wanted: str
) -> None:
    (folder / "crosswalk-a.toml").write_text(text, "utf-8")
    found = [line for line in said(folder) if wanted in line]
    assert len(found) == 1
    assert found[0].startswith("crosswalk-a.toml:")


def test_kept_proposals_are_part_of_the_programme_and_no_fact(folder: Path) -> None:
    before = loaded(folder)
    (folder / "suggestions.toml").write_text(
        '[[proposals]]\nkey = "M02.02:ST0128:S3"\nconfidence = 0.7\nwords = ["a"]\n'
        '[[proposals]]\nkey = "M01.01:ST0128:K1"\nconfidence = 0.9\n',
        "utf-8",
    )
    (proposal,) = loaded(folder).proposed  # K1 is marked there by now
    assert (proposal.place, proposal.item) == ("M02.02", "S3")
    assert loaded(folder).model_copy(update={"proposed": ()}) == before


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        ('key = "M02.02"', "proposal 1 has no key such as M03.01:ST0128:K5"),
        ('key = "M02.02:ST0128:S3"', "proposals 1 has no confidence"),
        ('key = "M02.02:ST0128:S3"\nconfidence = "high"', "high is not a number"),
    ],
)
def test_a_fault_of_the_proposals_is_a_finding(
    folder: Path, entry: str, wanted: str
) -> None:
    (folder / "suggestions.toml").write_text(f"[[proposals]]\n{entry}\n", "utf-8")
    (line,) = said(folder)
    assert wanted in line
    assert loaded(folder).proposed == ()


def test_the_grid_of_skills_says_which_ksbs_meet_each(worked: Programme) -> None:
    grids = mapping_grid.sheets(review(worked))
    skills = next(sheet for sheet in grids if sheet.name == "Skills by module")
    headings = [column.heading for column in skills.columns]
    at = headings.index("Met, by the confirmed crosswalk")
    met = {str(row[0]): str(row[at]) for row in skills.rows}
    assert met["agile-methodology"] == "whole by K5; in part by S24"
    assert met["digital-forensics"].startswith("by nothing of ST0128: No KSB speaks of")
    assert "" not in met.values()


@pytest.fixture(scope="module")
def worked() -> Programme:
    return loaded(WORKED_EXAMPLE)
