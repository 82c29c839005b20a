"""A scheme that a college has, without any code, gets a first mapping."""

import json
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from foreign_layouts import table_of

ROWS = [
    ("Week", "Topic", "Activities", "Hours"),
    (1, "Relational databases and NoSQL", "Store records in a relational database", 3),
    (2, "Waterfall and agile", "Compare software development methodologies", 3),
    (3, "Version control", "Branch, merge and review with source control tools", 3),
    (4, "Trip to the museum & café <lunch>", "Walk, look and draw", 3),
]
RIGHT = {"K11": 1, "K5": 2, "S30": 3}
"""Which week speaks of which KSB, as a reader of both would say."""


def run(*words: object) -> Result:
    return CliRunner().invoke(curriculum, [str(word) for word in words])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("scheme")
    document = docx.Document()
    table_of(document, ROWS)
    document.save(str(place / "scheme.docx"))
    made = place / "programme"
    done = run("import", place / "scheme.docx", "--standard", "ST0128", "-o", made)
    assert made.is_dir(), done.output
    return made


@pytest.fixture(scope="module")
def proposals(folder: Path) -> list[dict[str, object]]:
    done = run("suggest", folder, "--json", "--at-least", "0.4")
    found: list[dict[str, object]] = json.loads(done.stdout)["proposals"]
    return found


def test_nothing_is_marked_to_begin_with(folder: Path) -> None:
    texts = [p.read_text("utf-8") for p in folder.rglob("modules/*.toml")]
    assert texts
    assert not any("teaches" in text for text in texts)


def test_each_week_is_proposed_what_it_speaks_of(
    proposals: list[dict[str, object]],
) -> None:
    topics = {(p["item"], p["title"]) for p in proposals}
    assert {(key, ROWS[week][1]) for key, week in RIGHT.items()} <= topics


def test_what_speaks_of_nothing_gets_no_proposal(
    proposals: list[dict[str, object]],
) -> None:
    assert not [p for p in proposals if p["title"] == ROWS[4][1]]


def test_the_first_mapping_can_be_accepted_at_once(
    folder: Path, proposals: list[dict[str, object]]
) -> None:
    before = len(proposals)
    done = run("accept", folder, "--above", "0.4", "--write")
    assert done.exit_code == 0, done.output
    again = json.loads(run("suggest", folder, "--json", "--at-least", "0.4").stdout)[
        "proposals"
    ]
    assert before > 0
    assert again == []
    assert any("teaches" in p.read_text("utf-8") for p in folder.rglob("*.toml"))
