"""Files that are damaged, locked, huge or of another kind get a sentence, in time."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from click.testing import CliRunner

import book_files
from curriculum.accessibility import book, checked
from curriculum.cli._group import curriculum
from curriculum.errors import SourceError
from word_files import saved, sound

MAIN = "word/document.xml"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w>&b;</w>'
)


def repacked(path: Path, part: str, content: bytes | None) -> Path:
    """The same file with another content of a part, or without it."""
    other = path.with_name(f"other{path.suffix}")
    with ZipFile(path) as whole, ZipFile(other, "w", ZIP_DEFLATED) as packed:
        for name in whole.namelist():
            if name != part:
                packed.writestr(name, whole.read(name))
        if content is not None:
            packed.writestr(part, content)
    return other


def word(folder: Path) -> Path:
    return saved(sound(), folder)


def written(name: str, content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


FILES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "none.docx", "there is no such file"),
    "a folder": (lambda folder: folder, "is a folder, not a document"),
    "empty": (written("empty.docx", b""), "is empty"),
    "no zip": (written("text.docx", b"Dear all"), "is not an Office file, or is dam"),
    "locked": (
        written("locked.docx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600),
        "is protected by a password or in the format of Office 97",
    ),
    "a PDF": (written("plan.pdf", b"%PDF-1.7"), "is a PDF"),
    "a text": (written("plan.odt", b"PK\3\4"), "is an OpenDocument text"),
    "no page": (written("plan.html", b"\0\1\2"), "is not a page of HTML"),
    "half": (
        lambda folder: written("half.docx", word(folder).read_bytes()[:9000])(folder),
        "is not an Office file, or is damaged",
    ),
    "no text": (
        lambda folder: repacked(word(folder), MAIN, None),
        "its main part is missing",
    ),
    "broken XML": (
        lambda folder: repacked(word(folder), MAIN, b"<w:document"),
        "the part word/document.xml is damaged",
    ),
    "entities": (
        lambda folder: repacked(word(folder), MAIN, BOMB),
        "has a document type, as no Office file does",
    ),
    "a bomb": (
        lambda folder: repacked(word(folder), MAIN, b" " * 30_000_000),
        "unpacks to more than",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_gets_a_sentence_in_time(name: str, tmp_path: Path) -> None:
    make, sentence = FILES[name]
    path = make(tmp_path)
    start = time.process_time()
    with pytest.raises(SourceError) as caught:
        checked(path)
    assert sentence in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.process_time() - start < 5


def test_a_workbook_of_more_cells_than_are_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_CELLS", 50)
    with pytest.raises(SourceError, match="holds more than 50 cells"):
        checked(book_files.saved(book_files.sound(), tmp_path))


def run(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(
        curriculum, ["accessibility", *map(str, words)], standalone_mode=False
    )
    assert result.exception is None
    return result.return_value, result.stdout, result.stderr


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    good = word(tmp_path)
    code, out, err = run(good, tmp_path / "none.docx")
    assert code == 3
    assert "scheme-of-work.docx: no findings" in out
    assert "none.docx: there is no such file" in err


def test_errors_make_exit_code_1_and_warnings_only_when_strict(tmp_path: Path) -> None:
    page = sound()
    page.core_properties.title = ""
    assert run(saved(page, tmp_path, "no title.docx"))[0] == 1
    warned = saved(sound(), tmp_path, "Document1.docx")
    assert run(warned)[0] == 0
    assert run("--strict", warned)[0] == 1


def test_json_names_rule_place_and_counts(tmp_path: Path) -> None:
    page = sound()
    page.tables[0].cell(1, 1).text = ""
    path = saved(page, tmp_path)
    code, out, _ = run("--json", path, tmp_path / "none.xlsx")
    held = json.loads(out)
    assert code == 3
    assert held["schema"] == 1
    assert held["files"][0]["counts"] == {"warning": 1}
    (found,) = held["files"][0]["findings"]
    assert (found["code"], found["rule"]) == ("ACC122", "W2")
    assert found["source"]["place"] == "table 1, row 2, cell 2, under “Weeks”"
    assert held["files"][1]["unusable"].endswith("there is no such file")


def test_a_setting_is_chosen_on_the_command_line(tmp_path: Path) -> None:
    path = word(tmp_path)
    _, out, _ = run("--set", "acc152.points=13", path)
    assert "set in 12 points, less than 13" in out
    for wrong in ("ACC152.size=3", "ACC152.points=big", "nothing"):
        result = CliRunner().invoke(curriculum, ["accessibility", "--set", wrong, "x"])
        assert result.exit_code == 2
        assert "--set" in result.stderr
