"""Each rule sees its own fault: one thing broken in the worked example.

What else is found must follow from the same fault, and is named beside it.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta

import pytest

from curriculum import pipeline
from curriculum.checks import all_rules
from curriculum.findings import Severity
from curriculum.model import Depth, Purpose, SessionKind, Weekday
from curriculum.paths import WORKED_EXAMPLE
from mutations import (
    Change,
    alike,
    assessed,
    assessment,
    both,
    calendar,
    claimed,
    duty,
    further_module,
    gateway,
    header,
    item,
    made,
    marked,
    module,
    more_assessments,
    more_outcomes,
    moved,
    new_findings,
    one_more_closure,
    one_more_item,
    one_more_slot,
    one_more_term,
    outcome,
    remarked,
    session,
    sessions,
    standard,
    standard_items,
    teaching,
    unassessed,
    unmarked,
    without_assessments,
    without_terms,
    worked_example,
)

OTHER_PROGRAMMES = {
    "ASM401": "a programme with choices",
    "ASM402": "a reformed assessment plan",
    "COV401": "a programme with choices",
    "COV402": "a reformed assessment plan",
    "COV113": "a standard with options",
    "COV403": "a reformed assessment plan",
    "COV404": "a reformed assessment plan",
    "COV405": "a reformed assessment plan",
    "HRS401": "a programme with choices",
    "SEQ401": "a programme with choices",
    "SEQ402": "a programme with choices",
}
"""Rules that the worked example gives nothing to look at, and what they look at."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule, what is broken for it, what it finds, and which rules follow."""

    code: str
    change: Change
    subjects: str
    follows: str = ""


BROKEN = (
    Broken("COV101", unmarked("S30"), "S30", follows="COV106 COV108"),
    Broken("COV102", unassessed("S30"), "S30", follows="COV108"),
    Broken(
        "COV103", unmarked("K5", lambda s: s.key != "M03.02"), "K5", follows="COV106"
    ),
    Broken("COV104", marked("M01.01", "K99"), "K99"),
    Broken("COV105", marked("M01.01", "K2"), "K2"),
    Broken("COV106", claimed("M01", "K25"), "K25"),
    Broken(
        "COV107",
        further_module("M12", "M13", teaches=(), hours=1, off_the_job=False),
        "M13",
        follows="COV106",
    ),
    Broken("COV108", unassessed("S30"), "D1; D13", follows="COV102"),
    Broken(
        "COV109",
        both(*(marked(f"{m}.02", "K24") for m in ("M03", "M05", "M06", "M07", "M12"))),
        "K24",
        follows="COV202",
    ),
    Broken("COV110", marked("M12.08", *[f"S{n}" for n in range(1, 7)]), "M12.08"),
    Broken("COV111", remarked("K5", lambda s: s.key == "M03.02", stamp="0" * 12), "K5"),
    Broken(
        "COV112",
        further_module("M12", "M13", teaches=(), hours=1),
        "M13",
        follows="COV106",
    ),
    Broken("COV201", unassessed("K21", "A01"), "K21"),
    Broken(
        "COV202",
        both(
            *(
                marked(f"M01.0{n}", key)
                for n, key in enumerate(
                    ("K5", "K7", "K10", "K11", "K12", "K13", "K14", "K15"), start=1
                )
            )
        ),
        "M01",
    ),
    Broken("COV203", teaching("S30", workplace=""), "S30"),
    Broken("COV204", alike("K25", "K12"), "K12", follows="COV106 COV208"),
    Broken("COV205", further_module("M12", "M13", hours=1), "M12", follows="COV202"),
    Broken("COV206", item("K25", meant="Zymurgy"), "K25"),
    Broken("COV207", assessment("A12", hours=2), "A12"),
    Broken(
        "COV208",
        item(
            "K25",
            meant="Approaches, for example object oriented, procedural or quantum",
        ),
        "K25",
    ),
    Broken("SEQ101", assessed("A03", "S14"), "S14", follows="COV201"),
    Broken(
        "SEQ102",
        remarked("K9", lambda s: s.key == "M01.04", depth=Depth.MASTERED),
        "K9",
    ),
    Broken("SEQ103", module("M02", prerequisites=("M05",)), "M02", follows="SEQ203"),
    Broken("SEQ104", assessed("A01", "K25"), "K25", follows="COV207"),
    Broken(
        "SEQ201",
        item("S5", meant="Test code that reads relational and NoSQL databases"),
        "S5",
    ),
    Broken("SEQ202", remarked("K5", lambda _: True, depth=Depth.INTRODUCED), "K5"),
    Broken("SEQ203", module("M01", prerequisites=("M12",)), "M01", follows="SEQ103"),
    Broken("SEQ204", session("M10.01", objectives=("List three of them",)), "K24"),
    Broken("SEQ205", item("S26", meant="Invent simple debugging techniques"), "S26"),
    Broken(
        "SEQ206",
        unmarked("K19", lambda s: s.key.startswith("M04")),
        "K19",
        follows="COV106",
    ),
    Broken(
        "SEQ207",
        unmarked("K19", lambda s: s.key not in ("M02.01", "M02.02")),
        "K19",
        follows="COV106",
    ),
    Broken(
        "SEQ208",
        unmarked("K17", lambda s: not s.key.startswith("M12")),
        "K17",
        follows="COV106 SEQ101 SEQ102 SEQ104",
    ),
    Broken("SEQ209", assessment("A11", practises=""), "project-report"),
    Broken(
        "SEQ210",
        both(
            unmarked("B4", lambda s: s.key not in ("M01.02", "M05.08")),
            unassessed("B4", "A09", "A12"),
        ),
        "B4",
        follows="COV106",
    ),
    Broken("ASM101", session("M01.04", outcomes=()), "M01.04"),
    Broken("ASM102", more_outcomes("M01", "LO9"), "M01.LO9", follows="ASM302"),
    Broken("ASM103", assessment("A12", assesses=()), "A12"),
    Broken("ASM104", assessment("A03", weight=90), "M02"),
    Broken("ASM105", assessment("A03", hand_out=date(2026, 12, 16)), "A03"),
    Broken("ASM106", assessment("A03", hand_out=date(2026, 11, 17)), "A03"),
    Broken("ASM108", assessment("A03", verify_brief=date(2026, 11, 25)), "A03"),
    Broken(
        "ASM109",
        assessment("A12", outcomes=("M12.LO3", "M12.LO4", "M12.LO6", "M12.LO9")),
        "A12",
    ),
    Broken("ASM110", assessment("A12", practises="interview"), "A12", follows="SEQ209"),
    Broken("ASM111", assessment("A03", verify_brief=None), "A03"),
    Broken(
        "ASM301",
        assessment("A03", outcomes=(*[f"M02.LO{n}" for n in range(1, 7)], "M03.LO1")),
        "A03",
    ),
    Broken(
        "ASM302",
        assessment("A03", outcomes=tuple(f"M02.LO{n}" for n in range(1, 6))),
        "M02.LO6",
    ),
    Broken(
        "ASM303",
        assessment("A10", title="Team product", method="", brief="List the parts."),
        "M11.LO1; M11.LO2; M11.LO3; M11.LO4; M11.LO6",
    ),
    Broken(
        "ASM304",
        more_assessments(
            "A03", date(2026, 12, 1), date(2026, 12, 8), weight=0, outcomes=()
        ),
        "M02",
    ),
    Broken(
        "ASM305",
        more_assessments("A12", date(2028, 3, 7), date(2028, 3, 8), module=""),
        "A90",
    ),
    Broken(
        "ASM306",
        more_assessments(
            "A12",
            *(date(2028, 2, 22) + timedelta(days=n) for n in (0, 1, 2, 7, 8, 14, 15)),
        ),
        "A90",
        follows="ASM305",
    ),
    Broken(
        "ASM307",
        more_assessments(
            "A03",
            date(2026, 12, 1),
            date(2026, 12, 8),
            weight=None,
            module="",
            outcomes=("M02.LO1",),
        ),
        "M02.LO1",
    ),
    Broken("ASM308", moved("A01", 63), "A02"),
    Broken(
        "ASM309",
        without_assessments(lambda a: a.purpose is Purpose.FORMATIVE),
        "SDT-2026-09",
        follows="ASM302 ASM308 SEQ209",
    ),
    Broken("ASM310", assessment("A10", reassess_by=date(2028, 3, 29)), "A10"),
    Broken("ASM311", assessment("A03", verifier=""), "A03"),
    Broken("ASM312", assessment("A03", verifier="HP"), "A03"),
    Broken("ASM313", standard(latest_start=date(2026, 8, 31)), "ST0128"),
    Broken(
        "HRS101",
        sessions(lambda s: made(s, off_the_job=not s.key.startswith("M02"))),
        "SDT-2026-09",
    ),
    Broken(
        "HRS102",
        calendar(ends=date(2027, 3, 31)),
        "calendar",
        follows="ASM106 HRS101 HRS104 SEQ206 SEQ208",
    ),
    Broken("HRS103", gateway(date(2028, 3, 26)), "end_point"),
    Broken("HRS104", session("M12.08", hours=20), "calendar", follows="HRS105"),
    Broken("HRS105", module("M01", hours=25), "M01"),
    Broken("HRS106", standard(minimum_hours=None), "ST0128"),
    Broken("HRS107", module("M05", start_week=2), "M05"),
    Broken("HRS108", calendar(bank_holidays="XX"), "calendar"),
    Broken("HRS109", calendar(ends=date(2046, 3, 31)), "calendar"),
    Broken(
        "HRS110",
        one_more_closure("Exam day", date(2027, 6, 2), date(2027, 6, 1)),
        "Exam day",
    ),
    Broken("HRS111", gateway(date(2028, 3, 7)), "M12.08", follows="ASM310 SEQ209"),
    Broken("HRS112", module("M12", start_week=99), "M12", follows="HRS202"),
    Broken(
        "HRS113",
        one_more_term("Exam weeks", date(2028, 3, 27), date(2028, 3, 31)),
        "Exam weeks",
    ),
    Broken(
        "HRS114",
        one_more_slot(Weekday.TUESDAY, time(14)),
        "Tuesday 14:00",
        follows="DOC204 HRS202 HRS205",
    ),
    Broken("HRS115", without_terms, "M04.01", follows="HRS202 HRS205"),
    Broken("HRS201", session("M01.01", topic="GCSE English: reading"), "M01.01"),
    Broken(
        "HRS202",
        one_more_closure("Building works", date(2027, 12, 1), date(2027, 12, 17)),
        "2027-12",
        follows="ASM106 DOC204 SEQ206",
    ),
    Broken("HRS203", header(credits=10, total_qualification_hours=90), "SDT-2026-09"),
    Broken("HRS204", header(guided_learning_hours=500), "SDT-2026-09"),
    Broken(
        "HRS205",
        both(
            calendar(ends=date(2028, 7, 28)),
            one_more_term("Summer 2028", date(2028, 4, 17), date(2028, 7, 28)),
        ),
        "calendar",
    ),
    Broken("HRS206", session("M12.08", hours=12), "week 59", follows="HRS105"),
    Broken("HRS207", teaching("K5", hours=0.25), "K5", follows="COV110 HRS105"),
    Broken("HRS208", header(kind="t-level"), "SDT-2026-09"),
    Broken(
        "HRS209",
        session("M01.01", kind=SessionKind.REVIEW, off_the_job=False),
        "M01.01",
    ),
    Broken("DOC101", header(author=""), "SDT-2026-09"),
    Broken(
        "DOC102",
        outcome("M01.LO1", "Understand how equality law shapes conduct."),
        "M01.LO1",
    ),
    Broken("DOC103", session("M01.04", check=""), "M01.04"),
    Broken("DOC104", session("M01.04", stretch="TBC"), "M01.04"),
    Broken("DOC201", outcome("M02.LO6", "Design and test a program."), "M02.LO6"),
    Broken("DOC202", more_outcomes("M02", "LO7"), "M02", follows="ASM102 ASM302"),
    Broken(
        "DOC203",
        both(*(outcome(f"M01.LO{n}", "List three of them.") for n in range(1, 6))),
        "M01",
    ),
    Broken("DOC204", session("M04.10", embedding=()), "Spring 2027, first half"),
    Broken(
        "DOC205",
        both(
            *(
                session(
                    f"M01.0{n}", stretch="Those who are ready go on with the next task."
                )
                for n in range(1, 5)
            )
        ),
        "M01.01",
    ),
    Broken(
        "DOC206",
        sessions(lambda s: made(s, support="") if s.key < "M05" else s),
        "SDT-2026-09",
    ),
    Broken("MKT101", unmarked("jira"), "jira", follows="COV106"),
    Broken(
        "STD101", duty("D15", lambda keys: tuple(k for k in keys if k != "K16")), "K16"
    ),
    Broken("STD102", duty("D15", lambda keys: (*keys, "K99")), "D15"),
    Broken(
        "STD103",
        item("K25", key="K26"),
        "K26",
        follows="COV101 COV102 COV104 STD101 STD102",
    ),
    Broken(
        "STD104",
        item(
            "K3",
            text="Roles and responsibilities within the software development "
            "life-cycle",
        ),
        "K3",
    ),
    Broken("STD105", one_more_item("K1"), "K1"),
    Broken("STD107", standard_items(lambda items: (*items[1:], items[0])), "K1"),
    Broken(
        "STD108",
        item("S30", meant="", text="Use tools whennecessary on common projects"),
        "S30",
    ),
    Broken("STD109", duty("D15", lambda _: ()), "D15", follows="STD101"),
)
LATEST_DAY_OF_WAIVERS = date(2028, 3, 31)


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.code)
def test_one_broken_thing_gives_its_finding_and_what_follows(broken: Broken) -> None:
    findings = new_findings(broken.change)
    own = {subject for code, subject in findings if code == broken.code}
    assert sorted(own) == broken.subjects.split("; ")
    others = {code for code, _ in findings if code != broken.code}
    assert others == set(broken.follows.split())


def test_every_rule_is_broken_once() -> None:
    codes = [broken.code for broken in BROKEN]
    assert sorted(codes + list(OTHER_PROGRAMMES)) == [r.code for r in all_rules()]


def test_the_unbroken_example_has_no_error_and_every_warning_has_its_reason() -> None:
    reviewed = pipeline.review(pipeline.load(WORKED_EXAMPLE), on=LATEST_DAY_OF_WAIVERS)
    assert reviewed.findings == ()
    assert reviewed.unused_waivers == ()
    for waived in reviewed.waived:
        assert waived.finding.severity is Severity.WARNING
        assert len(waived.waiver.reason.split()) > 10


def test_a_grid_that_is_ticked_everywhere_is_told_so_in_every_way() -> None:
    keys = [item.key for item in worked_example().frameworks[0].items]
    every = {session.key for _, session in worked_example().sessions()}
    ticked = both(*(marked(key, *keys) for key in sorted(every)))
    codes = {code for code, _ in new_findings(ticked)}
    assert {"COV109", "COV110", "COV202", "COV205"} <= codes
    everything = {code for code, _ in new_findings(assessed("A01", *keys))}
    assert "COV207" in everything
