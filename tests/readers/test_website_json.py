"""Standards in the JSON of the publisher's website: made ones, and 18 real ones."""

import json
import random
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.findings import Finding, SourceError
from curriculum.model import KsbKind, Product, Standard
from curriculum.readers import read
from curriculum.readers import website_json as reader
from curriculum.readers._json_standard.ksbs import LISTS
from curriculum.readers._text import LARGEST_JSON_MB, LARGEST_MB, Line, SourceText
from json_standards import GUIDS, WEBSITE, only, read_json, said, website
from pace import allowed

API = Path(__file__).parents[3] / "shared" / "data" / "skills_england_api"
REAL = sorted(API.glob("*.json"))
needs_real = pytest.mark.skipif(not REAL, reason="the JSON standards are not here")
ABSENT = "ffffffff-0000-4000-8000-000000000000"


def read_one(folder: Path, **changes: object) -> tuple[Standard, list[str]]:
    return only(read_json(folder, website(**changes)))


def duty(standard: dict[str, Any], number: int, **changes: object) -> dict[str, Any]:
    standard["duties"][number - 1] |= changes
    return standard


class TestAWholeStandard:
    def test_is_read_without_a_finding(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path)
        assert findings == []
        assert (standard.reference, standard.title) == ("ST9999", "Lighthouse keeper")
        assert (standard.version, standard.status) == ("1.2", "Approved for delivery")
        assert standard.earliest_start == date(2025, 8, 1)
        assert standard.latest_start is None
        assert standard.date_updated == date(2025, 9, 19)
        assert standard.typical_duration_months == 18
        assert standard.minimum_hours == 326
        assert (standard.level, standard.regulated) == (3, False)
        assert (standard.route, standard.pathway, standard.cluster) == (
            "Protective services",
            "Coast",
            "Lights",
        )
        assert standard.occupation == "OCC9999"
        assert standard.overview == "Keeping the light"
        assert standard.summary == ("This occupation is found on rocks.",)
        assert standard.typical_job_titles == ("Lamp keeper", "Fog signal keeper")
        assert standard.product is Product.APPRENTICESHIP

    def test_has_keys_by_the_order_of_its_lists_and_identities(
        self, tmp_path: Path
    ) -> None:
        standard, _ = read_one(tmp_path)
        assert [(k.key, k.text, k.guid) for k in standard.ksbs] == [
            ("K1", "Principles of lamps", GUIDS["K1"]),
            ("K2", "Signals of ships", GUIDS["K2"]),
            ("S1", "Trim wicks", GUIDS["S1"]),
            ("S2", "Sound a horn", GUIDS["S2"]),
            ("B1", "Stays awake", GUIDS["B1"]),
        ]
        assert str(standard.ksbs[3].source) == "page.json:$.skills[1]"

    def test_has_duties_that_name_keys(self, tmp_path: Path) -> None:
        first, second = read_one(tmp_path)[0].duties
        assert (first.key, first.guid, first.core) == ("D1", GUIDS["D1"], True)
        assert first.ksbs == ("K1", "S1", "B1")
        assert first.criteria == "The lamp is lit"
        assert second.ksbs == ("K2", "S2")
        assert str(second.source) == "page.json:$.duties[1]"


class TestAFile:
    def test_with_all_standards_yields_each(self, tmp_path: Path) -> None:
        other = website(referenceNumber="ST9998", title="")
        got = read_json(tmp_path, [website(), other])
        assert [record.key for record in got.records] == ["ST9999", "ST9998"]
        assert got.records[1].source.place == "$[1]"
        assert said(got.findings) == [
            "page.json:$[1].title: SRC404 the standard has no title"
        ]

    def test_in_one_line_is_read_alike(self, tmp_path: Path) -> None:
        one = read_json(tmp_path, website(), indent=None).records
        assert one == read_json(tmp_path, website()).records

    def test_with_a_list_in_an_envelope_is_read(self, tmp_path: Path) -> None:
        got = read_json(tmp_path, {"count": 1, "results": [website()]})
        assert got.records[0].source.place == "$.results[0]"

    def test_whose_list_holds_something_else_says_so(self, tmp_path: Path) -> None:
        got = read_json(tmp_path, [website(), None, {"name": "Ann"}, [1]])
        assert len(got.records) == 1
        assert said(got.findings) == [
            "page.json:$[1]: SRC401 null is read as no standard",
            "page.json:$[2]: SRC401 an object is read as no standard",
            "page.json:$[3]: SRC401 a list is read as no standard",
        ]

    def test_that_holds_no_standard_says_so(self, tmp_path: Path) -> None:
        path = tmp_path / "empty.json"
        path.write_text("[]")
        with pytest.raises(SourceError, match=r"empty\.json: holds nothing of what"):
            read(path, reader="website_json")

    @pytest.mark.parametrize(
        "text",
        [
            '{"referenceNumber": "ST9999", "knowledges": [], "larsCode": ',
            '{"referenceNumber": "ST9999", "knowledges": [], "larsCode": 1}}',
            '{"referenceNumber": "ST9999", "knowledges": [], "larsCode": 1'
            + "0" * 5_000
            + "}",
            '{"referenceNumber": "ST9999", "larsCode": 1, "knowledges": '
            + "[" * 50_000
            + "]" * 50_000
            + "}",
        ],
        ids=["cut off", "too much", "a number without end", "too deep"],
    )
    def test_that_is_no_json_is_refused_in_a_sentence(
        self, tmp_path: Path, text: str
    ) -> None:
        path = tmp_path / "broken.json"
        path.write_text(text)
        with pytest.raises(SourceError, match=r"^broken\.json: is .*JSON"):
            read(path)

    def test_of_other_json_is_no_standard(self, tmp_path: Path) -> None:
        with pytest.raises(SourceError, match="none of the documents"):
            read_json(tmp_path, {"CFDocument": {"title": "Lights"}, "CFItems": []})

    def test_of_text_that_begins_with_a_bracket_is_no_json(self) -> None:
        for text in ("[Skip to content]", "{K1} lamps", "[1] Lamps", ""):
            assert not SourceText("p", "", [Line(1, text, text)]).is_json
        for text in ('{"a": 1}', '\n [\n{"a": 1}]', "[]"):
            lines = [Line(n, t, t) for n, t in enumerate(text.split("\n"), 1)]
            assert SourceText("p", "", lines).is_json

    def test_may_be_larger_than_a_page_of_text_within_bounds(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "page.json"
        text = json.dumps(WEBSITE)
        path.write_text(text + " " * (LARGEST_MB * 1_000_000))
        assert read(path).records[0].key == "ST9999"
        path.write_text(text + " " * (LARGEST_JSON_MB * 1_000_000))
        with pytest.raises(SourceError, match=f"is larger than {LARGEST_JSON_MB} MB"):
            read(path)

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
    def test_may_have_a_mark_of_its_encoding(
        self, tmp_path: Path, encoding: str
    ) -> None:
        path = tmp_path / "page.json"
        path.write_text(json.dumps(WEBSITE), encoding)
        assert read(path).records[0].key == "ST9999"


class TestHeadOfAStandard:
    def test_without_reference_is_called_by_its_lars_code(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, referenceNumber=None, larsCode=399)
        assert standard.reference == "LARS399"
        assert findings == [
            (
                "page.json:$.referenceNumber: SRC403 the standard has no reference "
                "and is called LARS399"
            )
        ]

    def test_without_any_code_has_none(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, referenceNumber="", larsCode=0)
        assert standard.reference == ""
        assert "has no LARS code either" in findings[0]

    def test_of_no_known_product_is_what_its_lists_say(self, tmp_path: Path) -> None:
        lists = {name: None for name, _ in LISTS.values()}
        for name, product in (
            ("employabilitySkillsAndBehaviours", Product.FOUNDATION),
            ("technicalSkills", Product.UNIT),
            ("skills", Product.APPRENTICESHIP),
        ):
            changes = lists | {name: [{"id": GUIDS["S1"], "detail": "Trim wicks"}]}
            standard, _ = read_one(tmp_path, referenceNumber=None, **changes)
            assert standard.product is product

    def test_has_no_half_of_a_lars_code(self, tmp_path: Path) -> None:
        _, findings = read_one(tmp_path, referenceNumber=None, larsCode=399.5)
        assert findings[0] == (
            'page.json:$.larsCode: SRC402 larsCode is "399.5", '
            "which cannot be read as a whole number"
        )

    def test_with_another_reference_keeps_it_and_says_so(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, referenceNumber="999")
        assert standard.reference == "999"
        assert findings == [
            "page.json:$.referenceNumber: SRC403 999 is not a reference such as ST0000"
        ]

    @pytest.mark.parametrize(
        ("hours", "meant"),
        [("1,024", 1024), (326, 326), ("326.5", 326.5), (None, None)],
    )
    def test_hours_are_a_number_however_written(
        self, tmp_path: Path, hours: object, meant: float | None
    ) -> None:
        standard, findings = read_one(tmp_path, minimumHoursForCompliance=hours)
        assert (standard.minimum_hours, findings) == (meant, [])

    def test_no_hours_are_not_none_at_all(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, minimumHoursForCompliance="0")
        assert standard.minimum_hours is None
        assert findings == [
            (
                "page.json:$.minimumHoursForCompliance: SRC416 "
                "minimumHoursForCompliance is 0 and is read as not known"
            )
        ]

    def test_what_is_of_the_wrong_kind_is_shown(self, tmp_path: Path) -> None:
        standard, findings = read_one(
            tmp_path,
            minimumHoursForCompliance="many",
            level=9,
            regulated="perhaps",
            earliestStartDate="2025-02-30",
            route=["Coast"],
            typicalDuration=17.5,
        )
        assert standard.minimum_hours is standard.level is standard.regulated is None
        assert standard.earliest_start is None
        assert standard.route == ""
        assert standard.typical_duration_months == 18
        assert {line.split(": ", 1)[1] for line in findings} == {
            (
                "SRC402 minimumHoursForCompliance is "
                '"many", which cannot be read as a number'
            ),
            "SRC402 the level is 9, which is no level from 1 to 8",
            'SRC402 regulated is "perhaps", which cannot be read as yes or no',
            'SRC402 earliestStartDate is "2025-02-30", which cannot be read as a date',
            "SRC402 route is a list, which cannot be read as a text",
        }

    def test_versions_stay_as_printed_and_must_agree(self, tmp_path: Path) -> None:
        path = tmp_path / "page.json"
        text = json.dumps(website(version="X", versionNumber=None))
        path.write_text(text.replace('"X"', "1.10"))
        assert only(read(path))[0].version == "1.10"
        standard, findings = read_one(tmp_path, version="v1.1", versionNumber="1.2")
        assert standard.version == "1.1"
        assert findings == [
            (
                "page.json:$: SRC415 the standard has version 1.1 and "
                "versionNumber 1.2; the first is kept"
            )
        ]

    def test_a_day_of_the_year_1_is_not_known(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, lastUpdated="0001-01-01T00:00:00")
        assert (standard.date_updated, findings) == (None, [])

    def test_a_window_ends_after_it_begins(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, latestStartDate="31/07/2025")
        assert standard.latest_start == date(2025, 7, 31)
        assert findings == [
            (
                "page.json:$.latestStartDate: SRC421 the last start, 2025-07-31, lies "
                "before the first, 2025-08-01"
            )
        ]

    def test_job_titles_may_be_one_text(self, tmp_path: Path) -> None:
        titles = "<ul><li>Lamp keeper</li>\n<li>Fog &amp;amp; horn keeper</li></ul>"
        standard, _ = read_one(tmp_path, typicalJobTitles=titles)
        assert standard.typical_job_titles == ("Lamp keeper", "Fog & horn keeper")

    def test_a_field_that_is_not_known_is_named_once(self, tmp_path: Path) -> None:
        got = read_json(tmp_path, [website(lampOil="whale"), website(lampOil="rape")])
        assert said(got.findings) == [
            (
                "page.json:$[0].lampOil: SRC417 the field lampOil is not known, "
                "and is not read"
            )
        ]


class TestTexts:
    @pytest.mark.parametrize(
        ("printed", "meant"),
        [
            ("&lt;p&gt;One&lt;/p&gt;\r\n&lt;p&gt;Two&lt;/p&gt;", ("One", "Two")),
            ("<p>R&amp;amp;D &amp;#163;5</p>", ("R&D £5",)),
            ("one<br />two<BR>three", ("one", "two", "three")),
            ("<ul><li>one</li><li>two</li></ul>", ("one", "two")),
            ("a <strong class='x'>b</strong><em>c</em>", ("a bc",)),
            ("<!-- no --><style>p {}</style>yes<o:p></o:p>", ("yes",)),
            (
                "less than <5 mm, if a<b and c>d, List<String>",
                ("less than <5 mm, if a<b and c>d, List<String>",),
            ),
            ("health&notices", ("health&notices",)),
            ("a\xa0b\u200b  c\t•\td", ("a b c • d",)),
            ("Gofalu am y tŷ \u2013 zażółć 💡", ("Gofalu am y tŷ \u2013 zażółć 💡",)),
            ("<p>not closed", ("not closed",)),
            ("&amp;amp;amp;lt;p&amp;amp;amp;gt; R&D", ("&lt;p&gt; R&D",)),
            ("<!-- never closed", ("<!-- never closed",)),
        ],
    )
    def test_are_read_without_markup(
        self, tmp_path: Path, printed: str, meant: tuple[str, ...]
    ) -> None:
        standard, _ = read_one(tmp_path, occupationalSummary=printed)
        assert standard.summary == meant

    def test_of_statements_stand_in_one_line(self, tmp_path: Path) -> None:
        page = website()
        page["skills"][0]["detail"] = " Trim:\n•\twicks\r\n• lamps &amp; horns "
        standard, _ = only(read_json(tmp_path, page))
        assert standard.ksbs[2].text == "Trim: • wicks • lamps & horns"

    def test_with_half_a_letter_can_still_be_written(self, tmp_path: Path) -> None:
        path = tmp_path / "page.json"
        text = json.dumps(WEBSITE).replace("Stays awake", r"Stays\ud83d awake\u0007")
        path.write_text(text)
        standard, findings = only(read(path))
        assert standard.ksbs[-1].text == "Stays� awake�"
        assert findings == [
            (
                "page.json:$.behaviours[0].detail: SRC420 detail holds characters "
                "that are no text"
            )
        ]

    def test_with_a_million_open_elements_are_read_in_time(
        self, tmp_path: Path
    ) -> None:
        before = time.process_time()
        for piece in ("<!--", "<script>", "<p a='", "&", "<p ", "&amp;"):
            read_one(tmp_path, occupationalSummary=piece * 200_000)
        assert time.process_time() - before < allowed(10)


class TestKsbs:
    def test_without_text_are_left_out_and_the_others_keep_their_keys(
        self, tmp_path: Path
    ) -> None:
        page = website()
        page["skills"][0]["detail"] = " "
        standard, findings = only(read_json(tmp_path, page))
        assert [k.key for k in standard.ksbs] == ["K1", "K2", "S2", "B1"]
        assert standard.duties[0].ksbs == ("K1", "B1")
        assert findings == [
            "page.json:$.skills[0].detail: SRC406 S1 has no text and is left out",
            (
                f"page.json:$.duties[0].mappedSkills: SRC407 D1 names {GUIDS['S1']}, "
                "which the standard does not have"
            ),
        ]

    def test_with_a_mark_for_a_text_are_found(self, tmp_path: Path) -> None:
        page = website()
        page["skills"][0]["detail"] = "."
        standard, findings = only(read_json(tmp_path, page))
        assert standard.ksbs[2].text == "."
        assert findings == [
            "page.json:$.skills[0].detail: SRC406 S1 has only “.” for a text"
        ]

    def test_in_no_list_are_missed(self, tmp_path: Path) -> None:
        page = website(behaviours=None)
        del page["skills"]
        standard, findings = only(read_json(tmp_path, page))
        assert [k.key for k in standard.ksbs] == ["K1", "K2"]
        assert findings[:2] == [
            "page.json:$.skills: SRC405 skills is missing: skills holds nothing",
            (
                "page.json:$.behaviours: SRC405 behaviours is missing: "
                "behaviours holds nothing"
            ),
        ]

    def test_of_one_identity_are_named(self, tmp_path: Path) -> None:
        page = website()
        page["skills"][1]["skillId"] = GUIDS["S1"].upper()
        _, findings = only(read_json(tmp_path, page))
        assert findings[0] == (
            "page.json:$.skills[1]: SRC410 S2 has the identity of $.skills[0]"
        )

    def test_without_identity_cannot_be_named(self, tmp_path: Path) -> None:
        page = website()
        page["skills"][1]["skillId"] = "00000000-0000-0000-0000-000000000000"
        standard, findings = only(read_json(tmp_path, page))
        assert standard.ksbs[3].guid == ""
        assert (
            "page.json:$.skills[1]: SRC411 S2 has no identity by which duties "
            "could name it"
        ) in findings

    def test_take_the_codes_that_stand_before_every_text(self, tmp_path: Path) -> None:
        page = website()
        for ksb, code in zip(page["skills"], ("S2", "S7"), strict=True):
            ksb["detail"] = f"{code}: {ksb['detail']}"
        standard, findings = only(read_json(tmp_path, page))
        assert [(k.key, k.text) for k in standard.ksbs[2:4]] == [
            ("S2", "Trim wicks"),
            ("S7", "Sound a horn"),
        ]
        assert findings == []

    def test_that_no_duty_names_are_found(self, tmp_path: Path) -> None:
        _, findings = only(read_json(tmp_path, duty(website(), 2, mappedSkills=[])))
        assert findings == ["page.json:$.skills[1]: SRC424 S2 is named by no duty"]

    def test_that_are_no_objects_are_shown(self, tmp_path: Path) -> None:
        _, findings = read_one(tmp_path, behaviours=["Stays awake", None])
        assert findings[0] == (
            "page.json:$.behaviours[0]: SRC402 behaviours holds "
            '"Stays awake", no object'
        )


class TestDuties:
    def test_with_a_dot_for_a_text_are_found(self, tmp_path: Path) -> None:
        page = duty(website(), 1, dutyDetail=".")
        standard, findings = only(read_json(tmp_path, page))
        assert standard.duties[0].text == "."
        assert findings == [
            "page.json:$.duties[0].dutyDetail: SRC406 D1 has only “.” for a text"
        ]

    def test_that_name_what_is_not_there_lose_the_link_and_say_it(
        self, tmp_path: Path
    ) -> None:
        page = duty(website(), 1, mappedKnowledge=[ABSENT, GUIDS["K1"], GUIDS["K1"]])
        standard, findings = only(read_json(tmp_path, page))
        assert standard.duties[0].ksbs == ("K1", "S1", "B1")
        assert findings == [
            (
                f"page.json:$.duties[0].mappedKnowledge: SRC407 D1 names {ABSENT}, "
                "which the standard does not have"
            ),
            "page.json:$.duties[0].mappedKnowledge: SRC408 D1 names K1 twice",
        ]

    def test_that_name_another_kind_keep_the_link(self, tmp_path: Path) -> None:
        page = duty(website(), 1, mappedKnowledge=[GUIDS["K1"], GUIDS["S2"]])
        standard, findings = only(read_json(tmp_path, page))
        assert standard.duties[0].ksbs == ("K1", "S2", "S1", "B1")
        assert findings == [
            (
                "page.json:$.duties[0].mappedKnowledge: SRC409 D1 names S2 "
                "in mappedKnowledge"
            )
        ]

    def test_that_name_nothing_are_found(self, tmp_path: Path) -> None:
        page = duty(website(), 2, mappedKnowledge=None, mappedSkills=[])
        _, findings = only(read_json(tmp_path, page))
        assert "page.json:$.duties[1]: SRC423 D2 names no KSB" in findings

    def test_are_missed(self, tmp_path: Path) -> None:
        standard, findings = read_one(tmp_path, duties=None)
        assert standard.duties == ()
        assert findings == [
            "page.json:$.duties: SRC405 the duties are missing: duties holds nothing"
        ]


class TestOptions:
    def options(self, second: str = "O2") -> list[dict[str, str]]:
        return [
            {"optionId": GUIDS["O1"], "title": "Gas"},
            {"optionId": GUIDS[second], "title": "Oil &amp; wax"},
        ]

    def test_are_named_by_duties(self, tmp_path: Path) -> None:
        page = website(options=self.options(), coreAndOptions=True)
        duty(page, 2, isThisACoreDuty=0, mappedOptions=[GUIDS["O2"]])
        standard, findings = only(read_json(tmp_path, page))
        assert [(o.title, o.guid) for o in standard.options] == [
            ("Gas", GUIDS["O1"]),
            ("Oil & wax", GUIDS["O2"]),
        ]
        assert [(d.core, d.options) for d in standard.duties] == [
            (True, ()),
            (False, ("Oil & wax",)),
        ]
        assert findings == []

    def test_under_one_identity_are_both_meant(self, tmp_path: Path) -> None:
        page = website(options=self.options("O1"))
        duty(page, 2, isThisACoreDuty=0, mappedOptions=[GUIDS["O1"]])
        standard, findings = only(read_json(tmp_path, page))
        assert standard.duties[1].options == ("Gas", "Oil & wax")
        assert findings == [
            "page.json:$.options[1]: SRC413 Oil & wax has the identity of Gas: "
            + GUIDS["O1"]
        ]

    def test_that_are_not_listed_still_hold_duties_together(
        self, tmp_path: Path
    ) -> None:
        page = website()
        for number in (1, 2):
            duty(page, number, isThisACoreDuty=0, mappedOptions=[GUIDS["O1"]])
        standard, findings = only(read_json(tmp_path, page))
        [option] = standard.options
        assert option.guid == GUIDS["O1"]
        assert [d.options for d in standard.duties] == [(option.title,)] * 2
        assert findings == [
            (
                f"page.json:$.options: SRC414 D1, D2 name the option {GUIDS['O1']}, "
                "which is not listed and is called Option 1 (title not published)"
            )
        ]

    def test_without_title_get_one_that_says_so(self, tmp_path: Path) -> None:
        page = website(options=[{"optionId": GUIDS["O1"], "title": None}])
        standard, findings = only(read_json(tmp_path, page))
        assert standard.options[0].title == "Option 1 (title not published)"
        assert findings == [
            (
                "page.json:$.options[0]: SRC414 an option has no title and is called "
                "Option 1 (title not published)"
            )
        ]

    def test_are_missed_where_the_standard_has_some(self, tmp_path: Path) -> None:
        page = duty(website(coreAndOptions=True), 2, isThisACoreDuty=0)
        _, findings = only(read_json(tmp_path, page))
        assert findings == [
            (
                "page.json:$.options: SRC405 the standard has core and options, "
                "and lists no option"
            ),
            "page.json:$.duties[1]: SRC422 D2 is no core duty and is part of no option",
        ]

    def test_may_be_titles_alone(self, tmp_path: Path) -> None:
        standard, findings = read_one(
            tmp_path, coreAndOptions=True, optionsUnstructuredTemplate=["Gas", "Oil"]
        )
        assert [option.title for option in standard.options] == ["Gas", "Oil"]
        assert findings == []


class TestOtherProducts:
    def technical(self, reference: str, **lists: object) -> dict[str, Any]:
        left = ("knowledges", "skills", "behaviours", "duties", "options")
        page = {k: v for k, v in website().items() if k not in left}
        return page | {"referenceNumber": reference} | lists

    def test_a_foundation_apprenticeship(self, tmp_path: Path) -> None:
        page = self.technical(
            "FA0001",
            technicalKnowledges=[{"id": GUIDS["K1"], "detail": "Lamps"}],
            technicalSkills=[{"id": GUIDS["S1"], "detail": "Trim wicks"}],
            employabilitySkillsAndBehaviours=[{"id": GUIDS["B1"], "detail": "Is kind"}],
            foundationApprenticeshipUrl="https://example.org",
        )
        standard, findings = only(read_json(tmp_path, page))
        assert standard.product is Product.FOUNDATION
        assert [(k.key, k.kind) for k in standard.ksbs] == [
            ("TK1", KsbKind.TECHNICAL_KNOWLEDGE),
            ("TS1", KsbKind.TECHNICAL_SKILL),
            ("ESB1", KsbKind.EMPLOYABILITY),
        ]
        assert findings == []

    def test_an_apprenticeship_unit(self, tmp_path: Path) -> None:
        page = self.technical(
            "AU0002",
            technicalKnowledges=[{"id": GUIDS["K1"], "detail": "Lamps"}],
            technicalSkills=[],
            whoIsItFor="<p>Keepers</p>",
        )
        standard, findings = only(read_json(tmp_path, page))
        assert standard.product is Product.UNIT
        assert standard.summary[-1] == "Keepers"
        assert findings == [
            (
                "page.json:$.technicalSkills: SRC405 technical skills is missing: "
                "technicalSkills holds nothing"
            )
        ]


def json_of(path: Path) -> dict[str, Any]:
    data = json.loads(path.read_text("utf-8"))
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
class TestARealStandard:
    def test_loses_nothing(self, path: Path) -> None:
        standard, data = only(read(path))[0], json_of(path)
        assert standard.title == data["title"].strip()
        assert len(standard.duties) == len(data["duties"])
        for kind, (name, own_id) in LISTS.items():
            of_kind = [ksb for ksb in standard.ksbs if ksb.kind is kind]
            assert [k.guid for k in of_kind] == [k[own_id] for k in data.get(name, ())]
            for ksb, item in zip(of_kind, data.get(name, ()), strict=True):
                assert ksb.text.split() == item["detail"].split()

    def test_has_every_link_or_names_it(self, path: Path) -> None:
        got, data = read(path), json_of(path)
        standard, findings = only(got)
        guids = {ksb.key: ksb.guid for ksb in standard.ksbs}
        fields = ("mappedKnowledge", "mappedSkills", "mappedBehaviour")
        for duty, item in zip(standard.duties, data["duties"], strict=True):
            linked = {guids[key] for key in duty.ksbs}
            for guid in {g for field in fields for g in item[field] or ()} - linked:
                assert any(guid in finding for finding in findings)
            named = dict.fromkeys(item["mappedOptions"] or ())
            of = {option.title: option.guid for option in standard.options}
            assert [of[title] for title in duty.options] == list(named)

    def test_has_no_markup_in_any_text(self, path: Path) -> None:
        standard, _ = only(read(path))
        texts = [
            *standard.summary,
            *standard.typical_job_titles,
            standard.overview,
            *(ksb.text for ksb in standard.ksbs),
            *(text for duty in standard.duties for text in (duty.text, duty.criteria)),
        ]
        for text in texts:
            assert not re.search(r"&#?\w+;|</?[a-z]|[\r\n\t\xa0]|  |^ | $", text)

    def test_is_complained_of_only_for_what_is_wrong(self, path: Path) -> None:
        codes = {finding.code for finding in read(path).findings}
        assert codes <= {"SRC403", "SRC414", "SRC424"}
        assert ("SRC403" in codes) == (json_of(path)["referenceNumber"] is None)


MEASURED = """
import json, re, sys, time
from pathlib import Path
from curriculum.readers import read
before = time.process_time()
got = read(Path(sys.argv[1]))
seconds = time.process_time() - before
# ru_maxrss would tell of the process that started this one as well.
status = Path("/proc/self/status").read_text()
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", status)[1])
print(json.dumps([seconds, peak / 1024, len(got.records)]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts kilobytes as Linux does")
@needs_real
def test_the_list_of_all_standards_is_read_in_time_and_space(tmp_path: Path) -> None:
    whole = [json_of(path) for path in REAL]
    path = tmp_path / "all.json"
    times = 1 + 16_000_000 // len(json.dumps(whole))
    path.write_text(json.dumps(whole * times))
    seconds, megabytes, records = json.loads(
        subprocess.run(  # noqa: S603 (our own program)
            [sys.executable, "-c", MEASURED, str(path)],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
    )
    assert records == times * len(REAL)
    assert seconds < allowed(10)
    assert megabytes < 400


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*WEBSITE, *WEBSITE["duties"][0]]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.sampled_from([*WEBSITE]), values, max_size=6))
def test_no_value_of_any_kind_stops_the_reader(changes: dict[str, object]) -> None:
    text = json.dumps(website(**changes))
    things = list(reader.read(SourceText("page.json", "", [Line(1, text, text)])))
    assert isinstance(things[0], Standard)
    for finding in things[1:]:
        assert isinstance(finding, Finding)
        assert finding.code in reader.FINDINGS
        assert "\n" not in str(finding)


@settings(max_examples=50, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_fields_does_not_matter(shuffle: random.Random) -> None:
    items = list(website().items())
    shuffle.shuffle(items)
    texts = [json.dumps(website()), json.dumps(dict(items))]
    first, second = (
        list(reader.read(SourceText("page.json", "", [Line(1, t, t)]))) for t in texts
    )
    assert first == second
