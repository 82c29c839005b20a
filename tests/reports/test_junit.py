"""JUnit: what a CI server shows of a review."""

from lxml import etree

from curriculum.checks import all_rules
from curriculum.reports import Verdict
from curriculum.reports.junit import as_junit
from curriculum.reviewed import Review
from reviews import finding, full_review


def cases(verdict: Verdict) -> dict[str, list[etree._Element]]:
    root = etree.fromstring(as_junit(verdict).encode())
    found: dict[str, list[etree._Element]] = {}
    for case in root.iterfind("testsuite/testcase"):
        found.setdefault(case.get("classname", ""), []).append(case)
    return found


def test_errors_fail_warnings_pass_with_a_remark_and_waived_ones_are_skipped() -> None:
    held = cases(Verdict(full_review()))
    [error], [warning], [skipped] = held["COV101"], held["HRS301"], held["MKT101"]
    failure = error.find("failure")
    assert failure is not None
    assert failure.get("message") == "K2 is taught nowhere"
    assert failure.text == "notation:7: COV101 K2 is taught nowhere"
    assert warning.find("failure") is None
    assert warning.findtext("system-out") == (
        "warning: notation:1: HRS301 =1+1 is < 12 & more"
    )
    why = skipped.find("skipped")
    assert why is not None
    assert why.get("message") == "waived: =No licence & no <demand>"
    assert held["STD001"][0].findtext("system-out", "").startswith("published: ")


def test_under_strict_a_warning_fails() -> None:
    [warning] = cases(Verdict(full_review(), strict=True))["HRS301"]
    assert warning.find("failure") is not None


def test_a_rule_that_found_nothing_is_a_test_that_passes() -> None:
    held = cases(Verdict(full_review()))
    assert {rule.code for rule in all_rules()} <= set(held)
    assert not list(held["SEQ101"][0])


def test_the_counts_of_each_suite_and_of_all_add_up() -> None:
    root = etree.fromstring(as_junit(Verdict(full_review())).encode())
    suites = root.findall("testsuite")
    for name, tag in (("failures", "failure"), ("skipped", "skipped")):
        each = [int(suite.get(name, "")) for suite in suites]
        assert each == [len(suite.findall(f"testcase/{tag}")) for suite in suites]
        assert int(root.get(name, "")) == sum(each)
    assert int(root.get("failures", "")) == 2
    assert int(root.get("tests", "")) == len(root.findall("testsuite/testcase"))
    assert len({suite.get("name") for suite in suites}) == len(suites)


def test_signs_that_xml_cannot_hold_break_nothing() -> None:
    strange = finding("COV101", "K\x00\x1b1", "\ud800 & \ufffe <żółć> \N{ROCKET}")
    held = cases(Verdict(Review(full_review().facts, findings=(strange,))))
    failure = held["COV101"][0].find("failure")
    assert failure is not None
    assert "<żółć> \N{ROCKET}" in failure.get("message", "")
