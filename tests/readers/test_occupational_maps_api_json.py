"""Occupations in the JSON of the occupational-maps interface."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.findings import Finding
from curriculum.model import Product, SocUnit, Standard
from curriculum.readers import occupational_maps_api_json as reader
from curriculum.readers import read
from curriculum.readers._text import Line, SourceText
from json_standards import GUIDS, OCCUPATION, occupation, only, read_json, said, website


def read_one(folder: Path, **changes: object) -> tuple[Standard, list[str]]:
    return only(read_json(folder, occupation(**changes)))


def duty(number: int, **changes: object) -> dict[str, Any]:
    page = occupation()
    page["duties"][number - 1] |= changes
    return page


def test_an_occupation_is_read_without_a_finding(tmp_path: Path) -> None:
    got = read_json(tmp_path, occupation())
    assert got.reader.name == "occupational_maps_api_json"
    standard, findings = only(got)
    assert findings == []
    assert (standard.reference, standard.occupation) == ("ST9999", "OCC9999")
    assert (standard.title, standard.level) == ("Lighthouse keeper", 3)
    assert (standard.version, standard.status) == ("1.2", "Approved for delivery")
    assert (standard.route, standard.pathway, standard.cluster) == (
        "Protective services",
        "Coast",
        "Lights",
    )
    assert standard.soc == (
        SocUnit(code="3319", title="Protective service associate professionals n.e.c."),
        SocUnit(code="3319/99", title="Keepers of lights"),
    )
    assert [(p.code, p.kind) for p in standard.products] == [
        ("ST9999", "Apprenticeship"),
        ("TQ1", "Technical qualification"),
    ]
    assert standard.overview == "Keeping the light"
    assert standard.summary == ("This occupation is found on rocks.",)


def test_both_forms_of_one_standard_say_the_same(tmp_path: Path) -> None:
    here, _ = only(read_json(tmp_path, occupation()))
    there, _ = only(read_json(tmp_path, website()))
    assert (here.duties, here.ksbs) == (there.duties, there.ksbs)


def test_a_list_of_occupations_yields_each(tmp_path: Path) -> None:
    other = occupation(stdCode="OCC9998", products=[])
    got = read_json(tmp_path, {"results": [occupation(), other], "totalCount": 2})
    assert [record.key for record in got.records] == ["ST9999", "OCC9998"]
    assert said(got.findings) == [
        (
            "page.json:$.results[1].products: SRC419 the apprenticeships of OCC9998 "
            "are none; it is called OCC9998"
        )
    ]


def test_of_two_apprenticeships_the_first_is_taken_and_said(tmp_path: Path) -> None:
    products = [{"productCode": "ST0001"}, {"productCode": "FA0002"}]
    standard, findings = read_one(tmp_path, products=products)
    assert standard.reference == "ST0001"
    assert findings == [
        (
            "page.json:$.products: SRC419 the apprenticeships of OCC9999 are "
            "ST0001, FA0002; it is called ST0001"
        )
    ]


def test_a_foundation_apprenticeship_has_other_lists(tmp_path: Path) -> None:
    page = {
        k: v
        for k, v in occupation().items()
        if k not in {"knowledges", "skills", "behaviours", "duties"}
    }
    page["products"] = [{"productCode": "FA0001"}]
    page["technicalKnowledges"] = [{"technicalKnowledgeId": "TK1", "detail": "Lamps"}]
    page["technicalSkills"] = [{"technicalSkillId": "TS1", "detail": "Trim"}]
    page["employabilitySkillsAndBehaviours"] = [{"id": GUIDS["B1"], "detail": "Kind"}]
    standard, findings = only(read_json(tmp_path, page))
    assert standard.product is Product.FOUNDATION
    assert [k.key for k in standard.ksbs] == ["TK1", "TS1", "ESB1"]
    assert findings == []


def test_codes_are_kept_where_they_leave_numbers_out(tmp_path: Path) -> None:
    page = occupation()
    page["skills"][1]["skillId"] = "S7"
    page["duties"][1]["mappedSkills"] = ["s7"]
    standard, findings = only(read_json(tmp_path, page))
    assert [k.key for k in standard.ksbs] == ["K1", "K2", "S1", "S7", "B1"]
    assert standard.duties[1].ksbs == ("K2", "S7")
    assert findings == []


def test_codes_that_some_lack_give_way_to_the_order(tmp_path: Path) -> None:
    page = occupation()
    page["skills"][0]["skillId"] = None
    page["skills"][1]["skillId"] = "S7"
    standard, findings = only(read_json(tmp_path, page))
    assert [k.key for k in standard.ksbs][2:4] == ["S1", "S2"]
    assert "page.json:$.skills[1]: SRC412 S2 has the code S7, and others have none" in (
        findings
    )


def test_two_statements_of_one_code_are_named(tmp_path: Path) -> None:
    page = occupation()
    page["skills"][1]["skillId"] = "S1"
    _, findings = only(read_json(tmp_path, page))
    assert "page.json:$.skills[1]: SRC425 S1 has the key of $.skills[0]" in findings


def test_codes_and_identities_of_a_duty_must_agree(tmp_path: Path) -> None:
    page = duty(1, mappedKnowledge=["K1"], mappedKnowledgeIds=[GUIDS["K2"]])
    standard, findings = only(read_json(tmp_path, page))
    assert standard.duties[0].ksbs == ("K1", "K2", "S1", "B1")
    assert findings == [
        "page.json:$.duties[0]: SRC418 D1 names K1 by code and K2 by identity"
    ]


@pytest.mark.parametrize(
    "named", [["K1, K2"], "K1; K2", ["Principles of lamps", "Signals  of ships"]]
)
def test_a_duty_may_name_ksbs_in_a_text(tmp_path: Path, named: object) -> None:
    page = duty(1, mappedKnowledge=named, mappedKnowledgeIds=None)
    standard, findings = only(read_json(tmp_path, page))
    assert standard.duties[0].ksbs == ("K1", "K2", "S1", "B1")
    assert findings == []


def test_a_code_that_is_not_there_is_named(tmp_path: Path) -> None:
    page = duty(2, mappedSkills=["S2", "S9"])
    standard, findings = only(read_json(tmp_path, page))
    assert standard.duties[1].ksbs == ("K2", "S2")
    assert findings == [
        (
            "page.json:$.duties[1].mappedSkills: SRC407 D2 names S9, which the "
            "standard does not have"
        )
    ]


def test_what_is_not_expanded_is_missed(tmp_path: Path) -> None:
    bare = {"stdCode": "OCC9999", "name": "Tŷ golau 💡", "versionNo": "1.0", "level": 3}
    standard, findings = only(read_json(tmp_path, bare))
    assert standard.title == "Tŷ golau 💡"
    assert {finding.split()[1] for finding in findings} == {"SRC405", "SRC419"}


def test_a_date_window_is_read_where_it_is_given(tmp_path: Path) -> None:
    standard, _ = read_one(tmp_path, earliestStartDate="2025-08-01T00:00:00Z")
    assert standard.earliest_start == date(2025, 8, 1)


def test_the_reader_knows_its_form_in_one_line_too(tmp_path: Path) -> None:
    path = tmp_path / "page.json"
    path.write_text(json.dumps([occupation()] * 3))
    assert read(path).reader.name == "occupational_maps_api_json"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*OCCUPATION, *OCCUPATION["duties"][0], "code", "id"]),
            inner,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*OCCUPATION]), values, max_size=6))
def test_no_value_of_any_kind_stops_the_reader(changes: dict[str, object]) -> None:
    text = json.dumps(occupation(**changes))
    things = list(reader.read(SourceText("page.json", "", [Line(1, text, text)])))
    assert isinstance(things[0], Standard)
    for finding in things[1:]:
        assert isinstance(finding, Finding)
        assert finding.code in reader.FINDINGS
