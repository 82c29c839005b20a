"""``curriculum occupation`` as a person calls it."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from curriculum import cli
from curriculum.library.pins import LIBRARY_VARIABLE
from maps import LAND

Run = tuple[object, str, str]


def curriculum(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object
) -> Run:
    monkeypatch.setattr(sys, "argv", ["curriculum", "occupation", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    said = capsys.readouterr()
    return stopped.value.code, said.out, said.err


@pytest.fixture(autouse=True)
def _own_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, str(tmp_path / "none.sqlite3"))


def test_text_says_place_standard_and_market(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(
        sys,
        "argv",
        ["curriculum", "occupation", "software", "development", "technician"],
    )
    with pytest.raises(SystemExit):
        cli.main()
    text = capsysbinary.readouterr().out.decode()
    assert "Above (2)" in text
    assert "ST0128 v1.1" in text
    assert "9,014 openings a year, median pay US$46.93 an hour" in text


def test_svg_html_and_json_are_written_to_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for form in ("svg", "html", "json"):
        out = tmp_path / f"it.{form}"
        done = curriculum(monkeypatch, capsys, "ST0128", "--format", form, "-o", out)
        assert done == (0, f"{out}\n", "")
    svg = ET.fromstring((tmp_path / "it.svg").read_text("utf-8"))  # noqa: S314 (our own)
    assert svg.tag.endswith("svg")
    page = (tmp_path / "it.html").read_text("utf-8")
    assert "<svg" in page
    data = json.loads((tmp_path / "it.json").read_text("utf-8"))
    assert (data["schema"], data["level"]) == (1, 3)
    assert data["places"][0]["tier"] == "technical"
    assert data["markets"][0]["confirmed"][0]["certainty"] == "confirmed"


def test_an_unknown_name_leaves_with_3_and_says_what_is_near(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = curriculum(monkeypatch, capsys, "Sofware", "Deveper")
    assert (code, out) == (3, "")
    assert "near to it are: Software Developer" in err


def test_another_map_is_looked_in_instead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    land, out = tmp_path / "land.txt", tmp_path / "out.json"
    land.write_text(LAND, encoding="utf-8")
    words = ("shepherds", "--map", land, "--format", "json", "-o", out)
    assert curriculum(monkeypatch, capsys, *words)[0] == 0
    assert json.loads(out.read_text("utf-8"))["title"] == "Shepherd"
    assert curriculum(monkeypatch, capsys, "data analyst", "--map", land)[0] == 3


def test_what_stands_in_no_cluster_cannot_be_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = curriculum(monkeypatch, capsys, "Software Tester", "--format", "svg")
    assert code == 3
    assert "stands in no cluster" in err
