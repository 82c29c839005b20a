"""What must hold of every rule of documents, so that no reviewer need look for it."""

import re
from collections import Counter

import pytest

from curriculum.accessibility import FAMILY, Kind, Rule, all_rules
from curriculum.checks import FAMILIES

SECTIONS = ("What it checks", "Why it matters", "What to do", "Settings", "Authority")
NUMBERS = {f"W{n}" for n in range(1, 10)} | {f"X{n}" for n in range(1, 11)}


@pytest.fixture(params=all_rules(), ids=lambda rule: rule.code)
def rule(request: pytest.FixtureRequest) -> Rule:
    assert isinstance(request.param, Rule)
    return request.param


def test_every_number_of_the_guidance_has_a_rule() -> None:
    assert {rule.number for rule in all_rules()} == NUMBERS | {"H"}


def test_no_two_rules_share_a_code_or_a_name() -> None:
    assert max(Counter(r.code for r in all_rules()).values()) == 1
    assert max(Counter(r.name for r in all_rules()).values()) == 1


def test_the_family_is_its_own() -> None:
    assert FAMILY not in FAMILIES


def test_the_code_tells_the_number_of_the_guidance(rule: Rule) -> None:
    assert re.fullmatch(rf"{FAMILY}\d{{3}}", rule.code)
    place = int(rule.code[3:])
    if rule.kind is Kind.HTML:
        assert place > 400
    else:
        first = 100 if rule.kind is Kind.WORD else 200
        assert place // 10 == first // 10 + int(rule.number[1:])


def test_name_says_what_is_wrong_not_what_to_do(rule: Rule) -> None:
    assert not re.match(r"(check|ensure|must|require|no_)", rule.name)


def test_docstring_has_a_first_line_and_its_sections_in_order(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    expected = [s for s in SECTIONS if s != "Settings" or rule.settings]
    assert re.findall(r"^## (.*)$", rule.explanation, re.MULTILINE) == expected


def test_settings_are_documented_with_their_default(rule: Rule) -> None:
    settings = rule.explanation.partition("## Settings")[2].partition("## ")[0]
    for name, default in rule.settings.items():
        shown = default if isinstance(default, str) else f"{default:g}"
        assert f"``{name}`` ({shown})" in " ".join(settings.split())


def test_authority_names_its_source(rule: Rule) -> None:
    authority = rule.explanation.partition("## Authority")[2].split()
    assert len(authority) >= 2
