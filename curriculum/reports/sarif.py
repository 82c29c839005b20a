"""A verdict in SARIF 2.1.0, which code hosts show beside the lines of the files."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from curriculum.checks import Rule, all_rules
from curriculum.findings import Finding
from curriculum.reports.verdict import Verdict
from curriculum.reviewed import Review

SCHEMA = "https://json.schemastore.org/sarif-2.1.0-rtm.5.json"

Json = dict[str, Any]


def as_sarif(
    verdict: Verdict, folder: Path, meanings: Mapping[str, str]
) -> dict[str, Any]:
    """The log of one run over the programme in a folder.

    ``meanings`` says what the codes mean that are found while reading.
    """
    rules = {rule.code: _described(rule) for rule in all_rules()}
    rules |= {
        code: {"id": code, "shortDescription": {"text": meaning}}
        for code, meaning in meanings.items()
    }
    found = list(_results(verdict, list(rules), folder))
    driver = {
        "name": "curriculum",
        "semanticVersion": version("curriculum"),
        "rules": list(rules.values()),
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": found,
        "properties": {"statements": list(verdict.review.statements)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _described(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.explanation, "markdown": rule.explanation},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _results(verdict: Verdict, codes: list[str], folder: Path) -> Iterator[Json]:
    review = verdict.review
    for finding, known in verdict.marked():
        result = _result(finding, codes, folder)
        if verdict.baseline:
            result["baselineState"] = "unchanged" if known else "new"
        yield result
    for waived in review.waived:
        result = _result(waived.finding, codes, folder)
        result["suppressions"] = [
            {"kind": "external", "justification": waived.waiver.reason}
        ]
        yield result
    yield from _published(review, codes, folder)


def _published(review: Review, codes: list[str], folder: Path) -> Iterator[Json]:
    """What no author can mend, as a remark."""
    for finding in review.published:
        yield {**_result(finding, codes, folder), "level": "note"}


def _result(finding: Finding, codes: list[str], folder: Path) -> Json:
    mark = f"{finding.code}\0{finding.subject}\0{finding.source.file}"
    result: Json = {
        "ruleId": finding.code,
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(finding, folder)],
        "partialFingerprints": {"subject/v1": sha256(mark.encode()).hexdigest()},
        "properties": {"subject": finding.subject},
    }
    if finding.code in codes:
        result["ruleIndex"] = codes.index(finding.code)
    return result


def _location(finding: Finding, folder: Path) -> Json:
    """The line where there is one; else the place in words."""
    at = finding.source
    physical: Json = {"artifactLocation": {"uri": _uri(at.file, folder)}}
    location: Json = {"physicalLocation": physical}
    if at.place.isdecimal() and int(at.place) > 0:
        physical["region"] = {"startLine": int(at.place)}
    elif at.place:
        location["logicalLocations"] = [{"fullyQualifiedName": at.place}]
    return location


def _uri(file: str, folder: Path) -> str:
    """A file of the programme as seen from where the command runs.

    A published document that does not lie in the folder is named as it is.
    """
    path = folder / file
    if not path.exists():
        return quote(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
