"""``curriculum read --coverage``: the listing, and the same as JSON."""

import json
from pathlib import Path

from click.testing import CliRunner

from curriculum.cli.read import command
from published_pages import Page, printed


def _run(path: Path, *options: str) -> str:
    result = CliRunner().invoke(command, [str(path), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.stdout


def _page(folder: Path) -> Path:
    path = folder / "page.txt"
    text = printed(Page()).replace(
        "KSBs\n\nKnowledge", "KSBs\n\nOdd & <line>\n\nKnowledge"
    )
    path.write_text(text, "utf-8")
    return path


def test_counts_come_first_then_what_was_not_understood(tmp_path: Path) -> None:
    said = _run(_page(tmp_path), "--coverage").split("\n")
    assert (
        said[0] == "page.txt: occupational standard, as its publisher's page prints it"
    )
    assert said[2].endswith(" characters without white space")
    shares = [line.split("%")[0].split()[-1] for line in said[3:6]]
    assert all(float(share.strip("<>")) > 0 for share in shares)
    assert "Not understood (1 line)" in said
    assert said[said.index("Not understood (1 line)") + 1].endswith(": Odd & <line>")


def test_json_gives_the_fate_of_the_characters_of_each_line(tmp_path: Path) -> None:
    data = json.loads(_run(_page(tmp_path), "--coverage", "--json"))
    assert data["form"] == "text"
    coverage = data["coverage"]
    assert coverage["characters"] == sum(coverage["counts"].values())
    assert coverage["counts"]["not understood"] == len("Odd&<line>")
    [line] = [line for line in coverage["lines"] if line["text"] == "Odd & <line>"]
    assert line["spans"] == [[0, 12, "not understood"]]
    assert data["records"]


def test_without_the_option_there_is_no_coverage(tmp_path: Path) -> None:
    assert "coverage" not in json.loads(_run(_page(tmp_path), "--json"))
