"""Other products than the usual standard, from the document to the documents."""

import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from curriculum.assembly import assemble
from curriculum.model import Framework, Programme
from curriculum.pipeline import load, review, write
from curriculum.starter import standard_named, write_folder

DAY = date(2026, 9, 8)
Json = dict[str, Any]


def guid(number: int) -> str:
    return str(UUID(int=number))


FOUNDATION: Json = {
    "referenceNumber": "FA0001",
    "title": "Harbour foundation apprenticeship",
    "version": "1.0",
    "status": "Approved for delivery",
    "level": 2,
    "typicalDuration": 8,
    "minimumHoursForCompliance": "187",
    "technicalKnowledges": [
        {"technicalKnowledgeId": guid(1), "detail": "Ropes &amp; knots"},
        {"technicalKnowledgeId": guid(2), "detail": "Signals"},
    ],
    "technicalSkills": [{"technicalSkillId": guid(3), "detail": "Moor a boat"}],
    "employabilitySkillsAndBehaviours": [
        {"employabilitySkillsAndBehaviourId": guid(4), "detail": "Is on time"}
    ],
}
UNIT: Json = {
    "referenceNumber": "AU0002",
    "title": "Radar at sea",
    "version": "1.0",
    "level": 5,
    "minimumHoursForCompliance": "80",
    "technicalKnowledges": [{"technicalKnowledgeId": guid(1), "detail": "Echoes"}],
    "technicalSkills": [{"technicalSkillId": guid(2), "detail": "Plot a course"}],
}


def duty(number: int, text: str, ksbs: tuple[int, int], option: int | None) -> Json:
    return {
        "dutyID": guid(number),
        "dutyDetail": text,
        "isThisACoreDuty": int(option is None),
        "mappedKnowledge": [guid(ksbs[0])],
        "mappedSkills": [guid(ksbs[1])],
        "mappedBehaviour": [guid(7)],
        "mappedOptions": [guid(option)] if option else None,
    }


OPTIONS: Json = {
    "referenceNumber": "ST9001",
    "title": "Lighthouse technician",
    "version": "1.1",
    "level": 3,
    "typicalDuration": 18,
    "minimumHoursForCompliance": "300",
    "coreAndOptions": True,
    "options": [
        {"optionId": guid(50), "title": "Lamps & lenses"},
        {"optionId": guid(51), "title": "Horns"},
    ],
    "knowledges": [
        {"knowledgeId": guid(n), "detail": text}
        for n, text in ((1, "Safety"), (2, "Lenses"), (3, "Sound"))
    ],
    "skills": [
        {"skillId": guid(n), "detail": text}
        for n, text in ((4, "Keep a log"), (5, "Trim wicks"), (6, "Sound a horn"))
    ],
    "behaviours": [{"behaviourId": guid(7), "detail": "Stays awake"}],
    "duties": [
        duty(20, "Keep watch", (1, 4), None),
        duty(21, "Light the lamp", (2, 5), 50),
        duty(22, "Blow the horn", (3, 6), 51),
    ],
}


def started(folder: Path, standard: Json) -> Path:
    """The folder of a new programme for a standard."""
    source = folder / "standard.json"
    source.write_text(json.dumps(standard), "utf-8")
    start = standard_named(str(source))
    write_folder(folder / "p", start, starts=DAY, today=DAY)
    return folder / "p"


def programme_of(folder: Path) -> Programme:
    programme = load(folder).programme
    assert programme
    return programme


def framework_of(folder: Path) -> Framework:
    (framework,) = programme_of(folder).frameworks
    return framework


@pytest.mark.parametrize(
    ("standard", "kind", "policy", "keys"),
    [
        (
            FOUNDATION,
            "foundation-apprenticeship",
            "reformed",
            ["TK1", "TK2", "TS1", "ESB1"],
        ),
        (UNIT, "unit", "unit", ["TK1", "TS1"]),
        (OPTIONS, "apprenticeship", "epa", ["K1", "K2", "K3", "S1", "S2", "S3", "B1"]),
    ],
    ids=["foundation", "unit", "options"],
)
def test_each_product_is_started_checked_and_written(
    tmp_path: Path, standard: Json, kind: str, policy: str, keys: list[str]
) -> None:
    folder = started(tmp_path, standard)
    loaded = load(folder)
    assert loaded.findings == ()
    programme, framework = programme_of(folder), framework_of(folder)
    assert (programme.kind, framework.policy.name) == (kind, policy)
    assert [item.key for item in framework.items] == keys
    reviewed = review(loaded, on=DAY)
    untaught = {f.subject for f in reviewed.findings if f.code == "COV101"}
    assert untaught == set(keys)
    assert "HRS102" not in {f.code for f in reviewed.findings}
    names = {written.path.name for written in write(reviewed, tmp_path / "out")}
    assert {"scheme-of-work.docx", "mapping-grid.xlsx"} <= names


def test_a_unit_has_no_gateway(tmp_path: Path) -> None:
    assert programme_of(started(tmp_path, UNIT)).end_point is None


def test_every_option_is_asked_unless_some_are_named(tmp_path: Path) -> None:
    folder = started(tmp_path, OPTIONS)
    assert framework_of(folder).options == ("Lamps & lenses", "Horns")
    toml = folder / "programme.toml"
    toml.write_text(toml.read_text("utf-8").replace('    "Horns",\n', ""), "utf-8")
    framework = framework_of(folder)
    assert framework.options == ("Lamps & lenses",)
    assert [item.key for item in framework.items] == ["K1", "K2", "S1", "S2", "B1"]
    assert [duty.key for duty in framework.duties] == ["D1", "D2"]


def test_coverage_is_told_for_each_option(tmp_path: Path) -> None:
    found = review(load(started(tmp_path, OPTIONS)), on=DAY).findings
    assert [f.message.partition(";")[0] for f in found if f.code == "COV113"] == [
        "option Lamps & lenses of ST9001 v1.1: 0 of 5 KSBs are covered",
        "option Horns of ST9001 v1.1: 0 of 5 KSBs are covered",
    ]


def test_an_option_that_is_not_there_is_said_with_the_nearest(tmp_path: Path) -> None:
    folder = started(tmp_path, OPTIONS)
    toml = folder / "programme.toml"
    toml.write_text(toml.read_text("utf-8").replace('"Horns"', '"Hornes"'), "utf-8")
    (finding,) = assemble(folder).findings
    assert finding.code == "ASM216"
    assert finding.message == (
        "ST9001 has no option Hornes; it has Lamps & lenses, Horns; did you mean Horns?"
    )
    assert len(framework_of(folder).items) == 5
