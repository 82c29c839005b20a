"""A verdict as JUnit XML, which every CI server reads as a list of tests."""

import re
from itertools import groupby

from lxml import etree

from curriculum.checks import FAMILIES, all_rules
from curriculum.findings import Finding
from curriculum.reports.verdict import Verdict

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(verdict: Verdict) -> str:
    """One test for each finding, and one for each rule that found nothing.

    What fails is a failure.  A warning that does not fail, what is known, and what is
    about the published documents pass with a remark; what is waived is skipped.
    """
    cases = sorted(
        [
            *(_standing(finding, verdict, known=k) for finding, k in verdict.marked()),
            *(_skipped(w.finding, w.waiver.reason) for w in verdict.review.waived),
            *(_remarked(f, "published") for f in verdict.review.published),
            *_quiet(verdict),
        ],
        key=lambda case: case.get("classname", ""),
    )
    root = etree.Element("testsuites", name=_xml(verdict.review.programme.code))
    for family, held in groupby(cases, key=lambda case: case.get("classname", "")[:3]):
        _suite(root, family, list(held))
    _count(root, root.findall("testsuite/testcase"))
    text = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _suite(root: etree._Element, family: str, cases: list[etree._Element]) -> None:
    title = FAMILIES.get(family, family)
    suite = etree.SubElement(root, "testsuite", name=f"{family}: {title}")
    suite.extend(cases)
    _count(suite, cases)


def _count(element: etree._Element, cases: list[etree._Element]) -> None:
    element.set("tests", str(len(cases)))
    for kind, name in (("failure", "failures"), ("skipped", "skipped")):
        element.set(name, str(sum(case.find(kind) is not None for case in cases)))
    element.set("errors", "0")


def _standing(finding: Finding, verdict: Verdict, *, known: bool) -> etree._Element:
    if known or not verdict.fails(finding):
        return _remarked(finding, "known" if known else finding.severity.value)
    case = _case(finding)
    failure = etree.SubElement(case, "failure", type=finding.severity.value)
    failure.set("message", _xml(finding.message))
    failure.text = _xml(str(finding))
    return case


def _remarked(finding: Finding, remark: str) -> etree._Element:
    case = _case(finding)
    etree.SubElement(case, "system-out").text = _xml(f"{remark}: {finding}")
    return case


def _skipped(finding: Finding, reason: str) -> etree._Element:
    case = _case(finding)
    etree.SubElement(case, "skipped", message=_xml(f"waived: {reason}"))
    return case


def _quiet(verdict: Verdict) -> list[etree._Element]:
    review = verdict.review
    held = (*review.findings, *(w.finding for w in review.waived), *review.published)
    loud = {finding.code for finding in held}
    return [
        etree.Element("testcase", classname=rule.code, name=rule.name)
        for rule in all_rules()
        if rule.code not in loud
    ]


def _case(finding: Finding) -> etree._Element:
    name = _xml(f"{finding.subject} ({finding.source})")
    return etree.Element("testcase", classname=finding.code, name=name)


def _xml(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
