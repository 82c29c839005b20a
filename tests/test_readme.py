"""README says what is: its tables are made from the program and compared."""

import re
from pathlib import Path

import pytest

from curriculum.checks import all_rules
from curriculum.cli import COMMANDS
from curriculum.writers import all_writers

README = Path(__file__).parent.parent / "README.md"
_BETWEEN = re.compile(
    r"(?<=<!-- rules: begin -->\n).*?(?=<!-- rules: end -->)", re.DOTALL
)


def _rules() -> str:
    head = "| code | severity | found |\n| --- | --- | --- |\n"
    rows = [f"| {r.code} | {r.severity.value} | {r.summary} |\n" for r in all_rules()]
    return head + "".join(rows)


def test_the_table_of_rules_is_that_of_the_program(
    request: pytest.FixtureRequest,
) -> None:
    text = README.read_text("utf-8")
    if request.config.getoption("--update-golden"):
        text = _BETWEEN.sub(lambda _: _rules(), text)
        README.write_text(text, encoding="utf-8")
    assert _rules() in text


def test_every_command_is_named() -> None:
    text = README.read_text("utf-8")
    assert [name for name in COMMANDS if f"| `curriculum {name}" not in text] == []


def test_every_document_is_named() -> None:
    text = README.read_text("utf-8")
    assert [w.filename for w in all_writers() if f"| `{w.filename}`" not in text] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", README.read_text("utf-8"))
    assert pictures
    assert [p for p in pictures if not (README.parent / p).is_file()] == []
