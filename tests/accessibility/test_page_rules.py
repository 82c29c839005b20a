"""Each rule of HTML pages is quiet about a sound one, and tells its fault."""

from pathlib import Path

import pytest

from curriculum.accessibility import Kind, all_rules, checked

SOUND = """<!doctype html>
<html lang="cy"><head><meta charset="utf-8"><title>Pobi bara</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><h1>Pobi & crasu</h1><h2>Wythnosau</h2>
<img src="loaf.png" alt="Torth"><img src="rule.png" alt="">
<table><tr><th scope="col">Wythnos</th></tr><tr><td>1</td></tr></table>
<p><a href="#top">Yn ôl i'r brig</a></p>
<label for="q">Chwilio</label><input id="q"></body></html>
"""
FAULTS = [
    ("ACC401", ' lang="cy"', "", "the page does not name its language"),
    ("ACC402", "<title>Pobi bara</title>", "", "the page has no title"),
    ("ACC403", "h2>", "h3>", "is of level 3 and follows level 1"),
    ("ACC403", "h1>", "h2>", "the page has no headings of level 1"),
    ("ACC404", ' alt="Torth"', "", "a picture has no alt text"),
    ("ACC405", "th", "td", "the table has no headings"),
    ("ACC406", "Yn ôl i'r brig", "click here", "has the text “click here”"),
    ("ACC407", ' for="q"', "", "a field has no label"),
    ("ACC408", "initial-scale=1", "user-scalable=no", "forbids to enlarge it"),
]


def page(folder: Path, text: str) -> Path:
    path = folder / "pobi.html"
    path.write_text(text, "utf-8")
    return path


def test_a_sound_page_has_no_finding(tmp_path: Path) -> None:
    assert [str(f) for f in checked(page(tmp_path, SOUND)).findings] == []


@pytest.mark.parametrize(("code", "old", "new", "sentence"), FAULTS)
def test_tells_the_fault(
    code: str, old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    assert old in SOUND
    found = checked(page(tmp_path, SOUND.replace(old, new))).findings
    assert sentence in " | ".join(f.message for f in found if f.code == code)


def test_every_rule_is_tried() -> None:
    tried = {code for code, *_ in FAULTS}
    assert tried == {r.code for r in all_rules() if r.kind is Kind.HTML}


def test_the_place_is_the_line(tmp_path: Path) -> None:
    (found,) = checked(page(tmp_path, SOUND.replace(' alt="Torth"', ""))).findings
    assert str(found.source) == "pobi.html:5"
