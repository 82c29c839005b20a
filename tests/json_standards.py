"""A small standard in the publisher's JSON, to be damaged in one place a test."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from curriculum.findings import Finding
from curriculum.model import Standard
from curriculum.readers import Read, read

GUIDS = {
    key: f"{number:08x}-0000-4000-8000-000000000000"
    for number, key in enumerate(
        ("K1", "K2", "S1", "S2", "B1", "D1", "D2", "O1", "O2"), start=1
    )
}

WEBSITE: dict[str, Any] = {
    "referenceNumber": "ST9999",
    "title": "Lighthouse keeper",
    "version": "1.2",
    "versionNumber": "1.2",
    "status": "Approved for delivery",
    "earliestStartDate": "2025-08-01T00:00:00 +00:00",
    "latestStartDate": None,
    "level": 3,
    "typicalDuration": 18,
    "minimumHoursForCompliance": "326",
    "larsCode": 999,
    "route": "Protective services",
    "pathway": "Coast",
    "cluster": "Lights",
    "lastUpdated": "2025-09-19T00:00:00 +00:00",
    "regulated": False,
    "occupationCode": "OCC9999",
    "overviewOfRole": "Keeping the light",
    "occupationalSummary": "<p>This occupation is found on rocks.</p>",
    "typicalJobTitles": ["Lamp keeper", "Fog signal keeper"],
    "knowledges": [
        {"knowledgeId": GUIDS["K1"], "detail": "Principles of lamps"},
        {"knowledgeId": GUIDS["K2"], "detail": "Signals of ships"},
    ],
    "skills": [
        {"skillId": GUIDS["S1"], "detail": "Trim wicks"},
        {"skillId": GUIDS["S2"], "detail": "Sound a horn"},
    ],
    "behaviours": [{"behaviourId": GUIDS["B1"], "detail": "Stays awake"}],
    "options": [],
    "duties": [
        {
            "dutyID": GUIDS["D1"],
            "dutyDetail": "Keep the lamp lit",
            "isThisACoreDuty": 1,
            "criteriaForMeasuringPerformance": "The lamp is lit",
            "mappedKnowledge": [GUIDS["K1"]],
            "mappedSkills": [GUIDS["S1"]],
            "mappedBehaviour": [GUIDS["B1"]],
            "mappedOptions": None,
        },
        {
            "dutyID": GUIDS["D2"],
            "dutyDetail": "Sound the horn in fog",
            "isThisACoreDuty": 1,
            "mappedKnowledge": [GUIDS["K2"]],
            "mappedSkills": [GUIDS["S2"]],
            "mappedBehaviour": [],
            "mappedOptions": [],
        },
    ],
}

OCCUPATION: dict[str, Any] = {
    "stdCode": "OCC9999",
    "name": "Lighthouse keeper",
    "versionNo": 1.2,
    "level": 3,
    "status": 4,
    "statusName": "Approved occupation",
    "overview": "Keeping the light",
    "summary": "<p>This occupation is found on rocks.</p>",
    "mapHierarchy": {
        "routeName": "Protective services",
        "pathwayName": "Coast",
        "clusterName": "Lights",
    },
    "soc": {
        "soc2020Code": 3319,
        "soc2020Description": "Protective service associate professionals n.e.c.",
        "soc2020SubUnitGroups": [
            {"code": "3319/99", "description": "Keepers of lights", "isPrimary": True}
        ],
    },
    "products": [
        {
            "productCode": "ST9999",
            "name": "Lighthouse keeper",
            "level": 3,
            "statusName": "Approved for delivery",
            "typeName": "Apprenticeship",
        },
        {
            "productCode": "TQ1",
            "name": "Diploma in Lights",
            "typeName": "Technical qualification",
        },
    ],
    "typicalJobTitles": ["Lamp keeper", "Fog signal keeper"],
    "knowledges": [
        {"id": GUIDS["K1"], "knowledgeId": "K1", "detail": "Principles of lamps"},
        {"id": GUIDS["K2"], "knowledgeId": "K2", "detail": "Signals of ships"},
    ],
    "skills": [
        {"id": GUIDS["S1"], "skillId": "S1", "detail": "Trim wicks"},
        {"id": GUIDS["S2"], "skillId": "S2", "detail": "Sound a horn"},
    ],
    "behaviours": [{"id": GUIDS["B1"], "behaviourId": "B1", "detail": "Stays awake"}],
    "duties": [
        {
            "id": GUIDS["D1"],
            "dutyId": "D1",
            "dutyDetail": "Keep the lamp lit",
            "isThisACoreDuty": True,
            "criteriaForMeasuringPerformance": "The lamp is lit",
            "mappedKnowledge": ["K1"],
            "mappedKnowledgeIds": [GUIDS["K1"]],
            "mappedSkills": ["S1"],
            "mappedSkillsIds": [GUIDS["S1"]],
            "mappedBehaviour": ["B1"],
            "mappedBehaviourIds": [GUIDS["B1"]],
        },
        {
            "id": GUIDS["D2"],
            "dutyId": "D2",
            "dutyDetail": "Sound the horn in fog",
            "isThisACoreDuty": True,
            "mappedKnowledge": ["K2"],
            "mappedKnowledgeIds": [GUIDS["K2"]],
            "mappedSkills": ["S2"],
            "mappedSkillsIds": [GUIDS["S2"]],
        },
    ],
}


def website(**changes: object) -> dict[str, Any]:
    """The standard as the website gives it, with other values for some fields."""
    return deepcopy(WEBSITE) | changes


def occupation(**changes: object) -> dict[str, Any]:
    """The occupation as the maps interface gives it."""
    return deepcopy(OCCUPATION) | changes


def read_json(folder: Path, data: object, *, indent: int | None = 1) -> Read:
    """Read what a file with this data holds."""
    path = folder / "page.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=indent), "utf-8")
    return read(path)


def only(got: Read) -> tuple[Standard, list[str]]:
    """The one standard of a file, and what was found, as printed."""
    [standard] = got.records
    assert isinstance(standard, Standard)
    return standard, said(got.findings)


def said(findings: tuple[Finding, ...]) -> list[str]:
    """Findings as printed."""
    return [str(finding) for finding in findings]
