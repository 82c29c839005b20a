"""``curriculum export``, called as a person calls it."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum as group
from curriculum.errors import NotWrittenError, SourceError

LIST = "Code,Text\nK1,Trim the wick\nS1,=Light the lamp\n"


def export(*words: object) -> Result:
    return CliRunner().invoke(group, ["export", *map(str, words)])


def written(result: Result) -> list[str]:
    assert result.exit_code == 0, result.output
    return [Path(line).name for line in result.stdout.splitlines()]


def test_case_writes_the_programme_and_each_framework_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "sdt.json"
    result = export("--format", "case", "-o", file)
    assert written(result) == ["sdt.json", "sdt.ST0128.json", "sdt.DT.json"]
    assert "not carried: sessions with their dates" in result.stderr
    packages = [json.loads(path.read_text("utf-8")) for path in file.parent.iterdir()]
    assert len(packages) == 3
    held = {i["identifier"] for p in packages for i in p["CFItems"]}
    ends = {
        a["destinationNodeURI"]["identifier"]
        for p in packages
        for a in p["CFAssociations"]
    }
    assert ends <= held | {p["CFDocument"]["identifier"] for p in packages}


def test_case_of_one_framework_is_one_file(tmp_path: Path) -> None:
    file = tmp_path / "standard.json"
    result = export("--format", "case", "--framework", "ST0128", "-o", file)
    assert written(result) == ["standard.json"]
    assert len(json.loads(file.read_text("utf-8"))["CFItems"]) == 77


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for form in ("case", "moodle", "csv", "xlsx"):
        files = [tmp_path / f"{run}.{form}" for run in "ab"]
        for file in files:
            assert export("--format", form, "-o", file).exit_code == 0
        assert files[0].read_bytes() == files[1].read_bytes()


def test_moodle_writes_the_standard_or_the_framework_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "moodle.csv"
    for words, own in (((), "ST0128 v1.1"), (("--framework", "DT"), "DT")):
        assert export("--format", "moodle", *words, "-o", file).exit_code == 0
        with file.open(encoding="utf-8", newline="") as stream:
            framework = next(csv.DictReader(stream))
        assert framework["ID number"] == own


def test_the_long_table_is_written_as_csv_and_workbook(tmp_path: Path) -> None:
    table, book = tmp_path / "long.csv", tmp_path / "long.xlsx"
    assert written(export("--format", "csv", "-o", table)) == ["long.csv"]
    words = ("--format", "xlsx", "--framework", "DT", "-o", book)
    assert written(export(*words)) == ["long.xlsx"]
    assert table.read_bytes().startswith(b"\xef\xbb\xbfFramework,Version,Code")
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert {row[0] for row in sheet.iter_rows(min_row=4, values_only=True)} == {"DT"}


def test_a_colleges_list_becomes_a_package_and_a_framework(tmp_path: Path) -> None:
    source = tmp_path / "ours.csv"
    source.write_text(LIST, "utf-8")
    package, moodle = tmp_path / "ours.json", tmp_path / "moodle.csv"
    assert export(source, "--format", "case", "-o", package).exit_code == 0
    assert export(package, "--format", "moodle", "-o", moodle).exit_code == 0
    with moodle.open(encoding="utf-8", newline="") as stream:
        held = {row["ID number"]: row["Description"] for row in csv.DictReader(stream)}
    assert held["K1"] == "Trim the wick"
    assert held["S1"] == "&#61;Light the lamp"


def test_what_was_found_in_a_list_is_shown(tmp_path: Path) -> None:
    source = tmp_path / "ours.csv"
    source.write_text(LIST + "K1,Again\n", "utf-8")
    result = export(source, "--format", "case", "-o", tmp_path / "ours.json")
    assert "XCH102 K1 is the code of two rows" in result.stderr


def test_a_list_has_no_long_table(tmp_path: Path) -> None:
    source = tmp_path / "ours.csv"
    source.write_text(LIST, "utf-8")
    result = export(source, "--format", "csv", "-o", tmp_path / "x.csv")
    assert result.exit_code == 2
    assert "holds one framework and no programme" in result.output


def test_an_unknown_framework_is_told_with_those_there_are(tmp_path: Path) -> None:
    file = tmp_path / "x.json"
    result = export("--format", "case", "--framework", "ST9", "-o", file)
    assert isinstance(result.exception, SourceError)
    assert str(result.exception) == ("there is no framework ST9; there are: ST0128, DT")
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    result = export("--format", "moodle", "-o", tmp_path / "taken" / "x.csv")
    assert isinstance(result.exception, NotWrittenError)


@pytest.mark.parametrize("words", [(), ("--format", "case"), ("-o", "x.json")])
def test_format_and_file_must_be_named(words: tuple[str, ...]) -> None:
    assert export(*words).exit_code == 2


def test_a_programme_that_cannot_be_read_is_told_with_its_findings(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "programme.toml").write_text("format = 1\ncode = 7\n", "utf-8")
    result = export(folder, "--format", "case", "-o", tmp_path / "x.json")
    assert isinstance(result.exception, SourceError)
    assert "What stands in the way" in result.stderr
    assert not (tmp_path / "x.json").exists()


def test_a_file_that_is_open_in_office_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "long.csv"
    file.write_text("open")
    (tmp_path / ".~lock.long.csv#").write_text("")
    result = export("--format", "csv", "-o", file)
    assert written(result) == ["long (2).csv"]
    assert "is open in another program" in result.stderr
    assert file.read_text() == "open"
