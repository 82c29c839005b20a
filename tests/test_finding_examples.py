"""Every rule shows an example of its finding, which the rule itself has made."""

import json

import pytest

from curriculum.checks import all_rules
from curriculum.cli.rules import EXAMPLES, examples
from test_catalogue import wrong

HEAD = """\
# For each rule a finding as `curriculum rules CODE` shows it.  Made by the tests from
# programmes that are wrong on purpose: pytest --update-golden writes it anew.

[examples]
"""


def found() -> dict[str, str]:
    """The first finding of each rule that names a record by its key."""
    return {
        rule.code: min((f for held in wrong() for f in rule(held)), key=str).message
        for rule in all_rules()
    }


def test_each_rule_has_an_example_that_it_made(request: pytest.FixtureRequest) -> None:
    made = found()
    if request.config.getoption("--update-golden"):
        lines = (
            f"{code} = {json.dumps(said, ensure_ascii=False)}\n"
            for code, said in made.items()
        )
        EXAMPLES.write_text(HEAD + "".join(lines), "utf-8")
    assert examples() == made
