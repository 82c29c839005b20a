"""``curriculum read`` of a standard in the publisher's JSON."""

import json
from pathlib import Path

from click.testing import CliRunner

from curriculum.cli.read import command
from json_standards import GUIDS, occupation, website


def shown(folder: Path, data: object, *options: str) -> tuple[int, str]:
    path = folder / "page.json"
    path.write_text(json.dumps(data))
    result = CliRunner().invoke(command, [str(path), *options], standalone_mode=False)
    return result.return_value, result.output


def test_shows_version_window_hours_and_options(tmp_path: Path) -> None:
    page = website(options=[{"optionId": GUIDS["O1"], "title": "Gas"}])
    page["duties"][1] |= {"isThisACoreDuty": 0, "mappedOptions": [GUIDS["O1"]]}
    code, output = shown(tmp_path, page)
    lines = output.splitlines()
    assert code == 0
    assert "ST9999 v1.2 Lighthouse keeper" in lines
    assert "status: Approved for delivery" in lines
    assert "first start: 2025-08-01" in lines
    assert "typical duration: 18 months" in lines
    assert "minimum off-the-job hours: 326" in lines
    assert "options: Gas" in lines
    assert "  D2: Sound the horn in fog [K2 S2] in Gas" in lines


def test_shows_where_an_occupation_stands(tmp_path: Path) -> None:
    _, output = shown(tmp_path, occupation())
    assert "occupation: OCC9999" in output
    assert "SOC 2020: 3319 Protective service associate professionals" in output
    assert "products: ST9999 Lighthouse keeper (Apprenticeship); TQ1" in output


def test_shows_every_standard_of_a_list_and_fails_on_errors(tmp_path: Path) -> None:
    other = website(referenceNumber=None, larsCode=399)
    code, output = shown(tmp_path, [website(), other])
    assert code == 1
    assert "\nLARS399 v1.2 Lighthouse keeper" in output
    assert "error SRC403" in output


def test_prints_the_same_as_json(tmp_path: Path) -> None:
    _, output = shown(tmp_path, website(), "--json")
    said = json.loads(output)
    assert said["reader"] == "website_json"
    assert said["records"][0]["duties"][0]["guid"] == GUIDS["D1"]
