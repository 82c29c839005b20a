"""How a standard of the library is named."""

from pathlib import Path

import pytest

from curriculum.library.pins import LIBRARY_VARIABLE, Pin, default_library, pin_of


@pytest.mark.parametrize(
    ("name", "pin"),
    [
        ("ST0787", Pin("ST0787")),
        ("st0787@1.1", Pin("ST0787", "1.1")),
        ("LARS399@", Pin("LARS399", "")),
        ("FA0012@1.0#ABCDEF12", Pin("FA0012", "1.0", "abcdef12")),
        ("ST0787#sha256:abcdef12", Pin("ST0787", None, "abcdef12")),
    ],
)
def test_a_pin_says_reference_version_and_digest(name: str, pin: Pin) -> None:
    assert pin_of(name) == pin
    assert pin_of(str(pin)) == pin


@pytest.mark.parametrize(
    "name", ["", "standard.txt", "st0787.json", "ST0787 1.1", "digital", "../ST0787"]
)
def test_a_file_name_is_no_pin(name: str) -> None:
    assert pin_of(name) is None


def test_the_library_is_where_the_user_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, "/somewhere/else.sqlite3")
    assert default_library() == Path("/somewhere/else.sqlite3")
    monkeypatch.delenv(LIBRARY_VARIABLE)
    assert default_library().name == "standards.sqlite3"
    assert "curriculum" in default_library().parts
