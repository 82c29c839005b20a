import json
import tomllib
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from curriculum.paths import WORKED_EXAMPLE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(WORKED_EXAMPLE, tmp_path / "programme")


def run(*words: object) -> Result:
    return CliRunner().invoke(curriculum, [str(word) for word in words])


def proposals(folder: Path, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(
        run("suggest", folder, "--json", *words).stdout
    )["proposals"]
    return found


def test_each_proposal_is_shown_with_its_place_its_item_and_its_words() -> None:
    said = run("suggest").stdout
    first = proposals(WORKED_EXAMPLE)[0]
    assert "nothing counts them" in said
    assert first["key"] in said
    assert first["title"] in said
    assert first["wording"] in said
    assert first["meaning"] in said
    assert "words: " in said


def test_gaps_and_doubts_are_shown_only_when_asked_for() -> None:
    quiet = run("suggest").stdout
    full = run("suggest", "--gaps", "--doubts").stdout
    assert "Gaps" not in quiet
    assert "no word of the text" not in quiet
    assert "DT tableau: no session covers it" in full
    assert "M06.11" in full
    assert "nothing speaks of it" in full
    assert "Marks that no word of the text supports" in full


def test_json_is_one_object_with_every_part() -> None:
    data = json.loads(run("suggest", "--json", "--gaps", "--doubts").stdout)
    assert data["schema"] == 1
    assert data["gaps"][0]["item"] == "engineering-radio-frequency"
    assert data["gaps"][0]["nearest"] == []
    assert {"framework", "item", "place", "source"} == set(data["doubts"][0])


def test_proposals_change_nothing_that_is_counted(folder: Path) -> None:
    before = json.loads(run("check", folder, "--json").stdout)
    assert run("suggest", folder, "--write").exit_code == 0
    kept = tomllib.loads((folder / "suggestions.toml").read_text(encoding="utf-8"))
    assert [p["key"] for p in kept["proposals"]] == [
        p["key"] for p in proposals(folder)
    ]
    after = json.loads(run("check", folder, "--json").stdout)
    assert len(after["proposals"]) == len(kept["proposals"])
    assert after | {"proposals": []} == before


def test_accept_lists_and_writes_only_when_told(folder: Path) -> None:
    key = proposals(folder)[0]["key"]
    files = {p: p.read_bytes() for p in folder.rglob("*.toml")}
    listed = run("accept", folder, key)
    assert key in listed.stdout
    assert "--write" in listed.stderr
    assert {p: p.read_bytes() for p in folder.rglob("*.toml")} == files
    assert run("accept", folder, key, "--write").exit_code == 0
    assert key not in {p["key"] for p in proposals(folder)}


def test_accept_above_takes_all_so_sure(folder: Path) -> None:
    sure = proposals(folder, "--at-least", "0.7")
    assert run("accept", folder, "--above", "0.7", "--write").exit_code == 0
    left = {p["key"] for p in proposals(folder, "--at-least", "0.7")}
    assert len(sure) > 5
    assert not left & {p["key"] for p in sure}


def test_what_is_accepted_leaves_the_kept_proposals(folder: Path) -> None:
    run("suggest", folder, "--write")
    key = proposals(folder)[0]["key"]
    run("accept", folder, key, "--write")
    kept = tomllib.loads((folder / "suggestions.toml").read_text(encoding="utf-8"))
    assert key not in {p["key"] for p in kept["proposals"]}


def test_a_rejected_proposal_stays_away_until_a_text_changes(folder: Path) -> None:
    first = next(p for p in proposals(folder) if p["place_kind"] == "session")
    key, title = first["key"], first["title"]
    assert run("reject", folder, key).exit_code == 0
    assert key not in {p["key"] for p in proposals(folder)}
    assert run("suggest", folder, "--write").exit_code == 0
    assert key not in {p["key"] for p in proposals(folder)}
    module = folder / "modules" / f"{first['place'][:3]}.toml"
    text = module.read_text(encoding="utf-8")
    assert title in text
    module.write_text(text.replace(title, f"{title} (new)"), encoding="utf-8")
    assert key in {p["key"] for p in proposals(folder, "--at-least", "0.3")}


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "M01.01:ST0128:K99"),
        ("reject", "M01.01:ST0128:K99"),
        ("accept",),
        ("accept", "M01.01:ST0128:K3", "--above", "0.7"),
    ],
)
def test_what_is_not_proposed_cannot_be_decided(
    folder: Path, words: tuple[str, ...]
) -> None:
    command, *rest = words
    assert run(command, folder, *rest).exit_code == 2


@pytest.mark.parametrize("text", ["rejected = 3", "= ", "[[rejected]]\nkey = 'x'"])
def test_a_damaged_file_of_proposals_is_named(folder: Path, text: str) -> None:
    (folder / "suggestions.toml").write_text(text)
    result = run("suggest", folder)
    assert "suggestions.toml" in str(result.exception)
