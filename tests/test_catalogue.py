"""What must hold of every rule, so that no reviewer need look for it."""

import pkgutil
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from curriculum import checks
from curriculum.checks import FAMILIES, Rule, all_rules
from curriculum.facts import Facts
from notation import facts

SECTIONS = ("What it checks", "Why it matters", "What to do", "Settings", "Authority")
UNITS = (
    "percent",
    "hours",
    "months",
    "weeks",
    "days",
    "sessions",
    "modules",
    "assessments",
    "levels",
    "words",
)

EVERYTHING_WRONG = """
    from 2026-09-07 to 2066-03-07
    bank holidays NOWHERE
    term Autumn 2026-09-07 to 2026-10-23
    term Winter 2026-10-20 to 2026-12-18
    holiday 2026-12-01 to 2026-11-01 Reading week
    programme kind apprenticeship
    ksbs K1 K3 S1 S2 S3 S4 S5 S6 S7 B1 B2 K1
    B2 means Text of B1
    duty D1 K1 S2 K99
    minimum 999 hours
    skills agile
    framework FA0001 unit TK1
    module M1
    module M1
    M1 needs M2
    M1 titled TO WRITE: a title
    M1 intends S1
    M1 lasts 99 hours
    M1 outcome LO1 Understand loops
    M1.01 teaches K1@0123456789ab mastered
    M1.01 serves LO7
    M1.01 lasts 60 hours
    M2 starts week 1
    M2.01 teaches S2 S3 S4 S5 S6 S7 K1
    M2 outcome LO1 Trace a loop
    M3 starts week 99999
    M3.01 teaches K1
    M4.01 teaches K1 K8
    M5.01 off the record
    M6.01 lasts 3 hours
    A1 assesses S2 B1 on 2026-09-01
    A1 out 2026-10-06
    A1 feedback 2026-08-01
    A1 of M77
    A1 weighs 10
    A2 assesses S2 on 2026-09-01
    A2 of M2 formative
    assessment A3
    gateway 2026-09-13
"""
BACKWARDS = """
    from 2027-03-07 to 2026-09-07
    programme kind apprenticeship
    ksbs K1
    M1 teaches K1
    M2 teaches K1
    M3 teaches K1
    M4 teaches K1
    M5 teaches K1
"""
SHORT = """
    from 2026-09-07 to 2026-09-13
    programme kind apprenticeship
    ksbs K1
    M1.01 lasts 6 hours
    M1.02 lasts 3 hours
"""
CHOOSING = """
    programme kind apprenticeship
    framework ST0009 reformed K1 K2 K3 K4 S1 B1
    minimum 300 hours
    plan AO1 K1 K2 K9 mandatory K1 S1
    plan AO2 K2
    choose 1 of O1 O2
    choose 3 of O2 O4
    M1 needs O1
    M1 teaches K4
    O1 teaches K1 K2 S1
    O2 teaches K2
    M2 teaches K1
    O4.01 lasts 3 hours
    A1 assesses K1 on 2026-09-10
    A1 version of Paper
    A2 assesses K4 on 2026-10-10
    A2 version of Paper
"""
TICKED = """
    programme kind apprenticeship
    programme level 5
    programme credits 10
    programme total_qualification_hours 90
    programme guided_learning_hours 200
    status Retired
    ksbs K1 K2 K3 K4 S1 S2 B1
    duty D1 K2 S1
    K1 means Principles of loops, such as nesting and recursion
    K2 means How relational databases store tables
    S1 means Design relational databases
    S2 means Design loops
    term Autumn 2026-09-07 to 2027-07-09
    M1 outcome LO1 List loops and explain the rest
    M1 outcome LO2 Name two loops
    M1 outcome LO3 State a loop
    M1 outcome LO4 State two
    M1 outcome LO5 State three
    M1 outcome LO6 State four
    M1 outcome LO7 State five
    M1.01 teaches S1 introduced
    M1.01 objective Evaluate
    M1.01 tutor Hello
    M1.01 embeds maths Counting
    M1.02 teaches S1 introduced
    M1.02 objective List
    M1.02 lasts 0.25 hours
    M2.01 teaches K1 K2 K3 K4
    M3.01 teaches K1 K2 K3 developed
    M4.01 teaches K1 K3 S2
    M5.01 teaches K1 K3 S2
    M5.01 topic Functional skills
    M5.01 tutor The same old sentence stands everywhere.
    M5.02 check The same old sentence stands everywhere.
    M5.03 stretch The same old sentence stands everywhere.
    M5.04 support The same old sentence stands everywhere.
    M5.05 is review
    M6.01 teaches S2
    M6.01 objective List two loops
    M8 starts week 35
    M8.01 teaches S2 B1
    M8.02 teaches K4
    M8.03 lasts 11 hours
    M9 needs M8
    M8 needs M9
    A1 assesses K1 K2 K3 on 2027-06-21
    A1 of M2
    A1 tests M1.LO1 M2.LO1
    A1 lasts 0.5 hours
    A2 assesses K1 K3 on 2027-06-22
    A2 of M2
    A2 tests M2.LO1
    A3 assesses K1 K3 on 2027-06-23
    A3 of M2
    A3 tests M2.LO1
    A3 assessor Jo Marsh
    A3 verifier Jo Marsh
    A4 assesses K1 K3 on 2027-06-24
    A5 assesses K1 K3 on 2027-06-25
    A4 tests M2.LO2
    A4 brief List two loops
    M2 outcome LO1 Evaluate a loop
    M2 outcome LO2 Evaluate a loop
    gateway 2027-07-01
    method portfolio Discussion
"""
ILL_MADE = """
    ksbs K2 K1 S1
    duty D1
    duty D2 K1 K2 S1
    option Lamps D2
    K1 means how to communicate
    K2 means act effectively
    S1 means work effectivelycommunicate results
    from 2026-12-28 to 2027-03-29
    M1.01 lasts 3 hours
"""
T_LEVEL = """
    programme kind t-level
    on Monday at 09:30 for 3 hours
    on Monday at 11:00 for 3 hours
"""


@cache
def wrong() -> tuple[Facts, ...]:
    texts = (EVERYTHING_WRONG, BACKWARDS, SHORT, CHOOSING, TICKED, T_LEVEL, ILL_MADE)
    return tuple(facts(text) for text in texts)


@pytest.fixture(params=all_rules(), ids=lambda rule: rule.code)
def rule(request: pytest.FixtureRequest) -> Rule:
    assert isinstance(request.param, Rule)
    return request.param


def test_no_two_rules_share_a_code() -> None:
    assert max(Counter(r.code for r in all_rules()).values()) == 1


def test_each_file_holds_one_rule_of_its_own_name() -> None:
    files = {m.name for m in pkgutil.iter_modules(checks.__path__)}
    rules = sorted(r.name for r in all_rules())
    assert sorted(f for f in files if not f.startswith("_")) == rules


def test_code_is_of_a_known_family(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}\d{3}", rule.code)
    assert rule.code[:3] in FAMILIES


def test_name_says_what_is_wrong_not_what_to_do(rule: Rule) -> None:
    assert not re.match(r"(check|ensure|must|require|missing_check|no_)", rule.name)


def test_docstring_of_the_file_is_the_code(rule: Rule) -> None:
    assert rule.find.__globals__["__doc__"] == f"{rule.code}."


def test_docstring_has_a_first_line_and_its_sections_in_order(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    expected = [s for s in SECTIONS if s != "Settings" or rule.settings]
    assert re.findall(r"^## (.*)$", rule.explanation, re.MULTILINE) == expected


def test_every_section_says_something(rule: Rule) -> None:
    sections = re.split(r"^## .*$", rule.explanation, flags=re.MULTILINE)
    assert all(len(section.split()) >= 1 for section in sections)


def test_settings_are_documented_with_their_default(rule: Rule) -> None:
    settings = rule.explanation.partition("## Settings")[2].partition("## ")[0]
    for name, default in rule.settings.items():
        assert f"``{name}``" in settings
        shown = default if isinstance(default, str) else f"{default:g}"
        assert f"({shown})" in " ".join(settings.split())


def test_settings_have_their_unit_in_their_name(rule: Rule) -> None:
    for name in rule.settings:
        assert name.endswith(UNITS) or "_per_" in name


def test_has_a_test_of_its_own_with_a_quiet_and_a_loud_case(rule: Rule) -> None:
    test = Path(__file__).parent / "checks" / f"test_{rule.name}.py"
    text = test.read_text(encoding="utf-8")
    assert f"assert not {rule.name}(" in text
    assert f"{rule.code} " in text


def test_finds_what_is_wrong_in_one_sentence_without_a_full_stop(rule: Rule) -> None:
    findings = [finding for laid in wrong() for finding in rule(laid)]
    assert findings
    for finding in findings:
        assert finding.code == rule.code
        assert finding.severity is rule.severity
        assert finding.subject
        assert finding.source.file == "notation"
        assert not finding.message.endswith((".", "!", "?"))
        assert '"' not in finding.message
        assert "\n" not in finding.message


def test_is_quiet_about_a_programme_of_which_nothing_is_known(rule: Rule) -> None:
    if rule.code != "DOC101":
        assert rule(facts("from 2026-09-07 to 2027-07-09")) == []
