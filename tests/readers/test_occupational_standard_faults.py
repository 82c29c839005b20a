"""Every fault of a page is found with its line, and nothing else is said."""

import pytest

from curriculum.findings import Finding, Severity
from curriculum.readers import occupational_standard as reader
from published_pages import Layout, Page, printed, read_text

DUTY_1, DUTY_2 = "Duty 1 Keep the lamp lit", "Duty 2 Sound the horn in fog"
K1, K2, S1, S2, B1 = (f"{key}: {text} Back to Duty" for key, text in Page().ksbs)


def found(
    unusual: dict[str, str], page: Page | None = None
) -> tuple[list[str], list[Finding]]:
    """Each finding behind the line at which it points; and the findings."""
    text = printed(page or Page(), Layout(gaps=False, unusual=unusual))
    lines = text.splitlines()
    _, findings = read_text(text)
    said = [
        f"{lines[int(f.source.place) - 1].strip()} → {f.code} {f.message}"
        for f in findings
    ]
    return said, findings


NO_TITLE = (
    "the page does not give the title of the standard; "
    "write it as a line above Key information"
)

# What the page prints otherwise, and what is found: line → code and sentence.
FAULTS: dict[str, tuple[dict[str, str], list[str]]] = {
    "no reference": (
        {
            "  1. Reference: ST9999": "",
        },
        [
            f"Key information → SRC102 {NO_TITLE}",
            "2. Date updated: 29/02/2024 → SRC101 the standard has no reference",
        ],
    ),
    "a reference that is none": (
        {
            "  1. Reference: ST9999": "Reference: lamp 7",
        },
        [
            f"Key information → SRC102 {NO_TITLE}",
            "Reference: lamp 7 → SRC101 lamp 7 is not a reference such as ST0000",
        ],
    ),
    "a level, a date, a yes or no that cannot be read": (
        {
            "  2. Date updated: 29/02/2024": "Date updated: 31/04/2024",
            "  3. Level: 3": "Level: three",
            "  5. Regulated occupation: No": "Regulated occupation: perhaps",
        },
        [
            (
                "Date updated: 31/04/2024 → SRC104 the date updated 31/04/2024 cannot "
                "be read as a date (day/month/year)"
            ),
            (
                "Level: three → SRC104 the level three cannot be read as a level from 1"
                " to 8"
            ),
            (
                "Regulated occupation: perhaps → SRC104 the regulated occupation "
                "perhaps cannot be read as yes or no"
            ),
        ],
    ),
    "a value left out, and one more label": (
        {
            "  4. Route: Protective services": "Funding band: 9",
        },
        [
            "1. Reference: ST9999 → SRC105 the key information does not give the route",
            "Funding band: 9 → SRC110 “Funding band: 9” is not read",
        ],
    ),
    "two levels": (
        {
            "  4. Route: Protective services": "Route: Protective services\nLevel: 4",
        },
        [
            "Level: 4 → SRC106 the level is 3 on line 4 and 4 here; the first is kept",
        ],
    ),
    "another title among the aligned standards": (
        {
            "Key information": "Lamp keeper\nKey information",
        },
        [
            (
                "Lamp keeper → SRC107 the title is Lamp keeper here and Lighthouse "
                "keeper among the aligned standards"
            ),
        ],
    ),
    "sections that are not there": (
        {
            "Occupation summary": "",
            "This occupation is found on rocks.": "",
            "Typical job titles include:": "",
            "Lamp keeper": "",
            "Fog signal keeper": "",
        },
        [
            (
                "Key information → SRC103 the page has no Occupation summary, or "
                "nothing in it"
            ),
            (
                "Key information → SRC103 the page has no Typical job titles, or "
                "nothing in it"
            ),
        ],
    ),
    "a section that is not kept": (
        {
            "Occupation duties": "Entry requirements\nNone.\nLegs.\nOccupation duties",
        },
        [
            (
                "None. → SRC111 2 lines under Entry requirements are not read: “None. /"
                " Legs.”"
            ),
        ],
    ),
    "lines behind the licence": (
        {
            "Is this webpage useful?": "Cookies\nPrivacy\nIs this webpage useful?",
        },
        [
            (
                "Cookies → SRC111 2 lines behind the licence are not read: “Cookies / "
                "Privacy”"
            ),
        ],
    ),
    "job titles that run together": (
        {
            "Lamp keeper": "",
            "Fog signal keeper": "Lamp keeper Fog signal keeper",
        },
        [
            (
                "Lamp keeper Fog signal keeper → SRC115 2 typical job titles in one "
                "line are split at capitals"
            ),
        ],
    ),
    "job titles in capitals that run together": (
        {
            "Lamp keeper": "",
            "Fog signal keeper": "Lamp Keeper IT Keeper",
        },
        [
            (
                "Lamp Keeper IT Keeper → SRC116 the typical job titles run together and"
                " cannot be told apart"
            ),
        ],
    ),
    "a doubled label": (
        {
            DUTY_1: "Duty 1 D1: Keep the lamp lit",
        },
        [
            "Duty 1 D1: Keep the lamp lit → SRC120 Duty 1 is labelled again, as D1",
        ],
    ),
    "another label": (
        {
            DUTY_1: "Duty 1 D3: Keep the lamp lit",
        },
        [
            "Duty 1 D3: Keep the lamp lit → SRC120 Duty 1 is labelled again, as D3",
        ],
    ),
    "a duty number skipped": (
        {
            DUTY_2: "Duty 4 Sound the horn in fog",
        },
        [
            "Duty 4 Sound the horn in fog → SRC121 D2 to D3 are not there",
        ],
    ),
    "a duty number twice": (
        {
            DUTY_2: "Duty 1 Sound the horn in fog",
        },
        [
            "Duty 1 Sound the horn in fog → SRC122 D1 stands on line 17 and again here",
        ],
    ),
    "a duty that names no KSB": (
        {
            "S2": "",
            "K2": "",
        },
        [
            "Duty 2 Sound the horn in fog → SRC123 D2 names no KSB",
            "S2: Sound a horn Back to Duty → SRC133 S2 is named by no duty",
        ],
    ),
    "a KSB that is not there": (
        {
            "S2": "S2 S9",
        },
        [
            "S2 S9 → SRC124 D2 names S9, which the standard does not have",
        ],
    ),
    "a KSB named twice": (
        {
            "K1 K2": "K1 K2 K1",
        },
        [
            "K1 K2 K1 → SRC125 D1 names K1 twice",
        ],
    ),
    "something else among the keys": (
        {
            "K1 K2": "K1 K2 KI K3-K5",
        },
        [
            "K1 K2 KI K3-K5 → SRC126 D1 names “KI”, which is not the key of a KSB",
            "K1 K2 KI K3-K5 → SRC126 D1 names “K3-K5”, which is not the key of a KSB",
        ],
    ),
    "a duty without text": (
        {
            DUTY_2: "Duty 2",
        },
        [
            "Duty 2 → SRC127 D2 has no text",
        ],
    ),
    "option duties that do not say of which option": (
        {
            DUTY_2: f"Option duties\n{DUTY_2}",
        },
        [
            (
                "Option duties → SRC128 “Option duties” does not say which option the "
                "duties are of"
            ),
        ],
    ),
    "KSBs of an option": (
        {
            S2: f"Option 1: Coastal lights\n{S2}",
        },
        [
            (
                "Option 1: Coastal lights → SRC128 what follows “Option 1: Coastal "
                "lights” is read as of the whole standard"
            ),
        ],
    ),
    "a key at the end of a duty": (
        {
            DUTY_2: "Duty 2 Sound the horn in fog S2",
            "S2": "",
            "K2": "",
        },
        [
            (
                "Duty 2 Sound the horn in fog S2 → SRC129 S2 at the end of D2 is read "
                "as its KSB"
            ),
        ],
    ),
    "keys written otherwise": (
        {
            "K1 K2": "k1 K02",
            "S1": "S 1",
            S2: "s2: Sound a horn Back to Duty",
        },
        [
            "k1 K02 → SRC130 D1 names K1 as “k1”",
            "k1 K02 → SRC130 D1 names K2 as “K02”",
            "S 1 → SRC130 D1 names S1 as “S 1”",
            "s2: Sound a horn Back to Duty → SRC130 S2 is printed “s2”",
        ],
    ),
    "a key twice, with other wording": (
        {
            S1: f"{S1}\nS1: Trim beards Back to Duty",
        },
        [
            (
                "S1: Trim beards Back to Duty → SRC131 S1 stands on line 29 and again "
                "here, with other wording"
            ),
        ],
    ),
    "a key twice, with the same wording": (
        {
            S1: f"{S1}\nS1: Trim wicks under supervision Back to Duty",
        },
        [
            (
                "S1: Trim wicks under supervision Back to Duty → SRC131 S1 stands on "
                "line 29 and again here, with the same wording"
            ),
        ],
    ),
    "a gap in the numbers": (
        {
            S2: "S5: Sound a horn Back to Duty",
            "S2": "S5",
        },
        [
            "S5: Sound a horn Back to Duty → SRC132 S2 to S4 are not there",
        ],
    ),
    "a KSB that no duty names": (
        {
            "S2": "",
        },
        [
            "S2: Sound a horn Back to Duty → SRC133 S2 is named by no duty",
        ],
    ),
    "a KSB under another heading": (
        {
            "Behaviours": "",
        },
        [
            "B1: Stays awake Back to Duty → SRC134 B1 stands under the heading Skills",
        ],
    ),
    "statements without keys": (
        {
            B1: "Stays awake\nLikes rocks",
            "B1": "",
        },
        [
            "Key information → SRC103 the page has no Behaviours, or nothing in it",
            (
                "Stays awake → SRC135 “Stays awake” has no key and cannot be linked to "
                "anything"
            ),
            (
                "Likes rocks → SRC135 “Likes rocks” has no key and cannot be linked to "
                "anything"
            ),
        ],
    ),
    "a KSB without text": (
        {
            S2: "S2: Back to Duty",
        },
        [
            "S2 → SRC124 D2 names S2, which the standard does not have",
            "S2: Back to Duty → SRC136 S2 has no text",
        ],
    ),
    "a key that cannot be one": (
        {
            S2: "S0: Sound a horn Back to Duty",
            "S2": "",
        },
        [
            "S0: Sound a horn Back to Duty → SRC136 S0 is no key: numbers begin at 1",
        ],
    ),
    "a note behind a KSB": (
        {
            S2: f"{S2}\nAsk the harbour master.",
        },
        [
            (
                "Ask the harbour master. → SRC110 “Ask the harbour master.” stands "
                "among the KSBs and is not read"
            ),
        ],
    ),
    "a note among the duties": (
        {
            "S2": "S2\nAsk the harbour master.",
        },
        [
            (
                "Ask the harbour master. → SRC110 “Ask the harbour master.” stands "
                "among the duties and is not read"
            ),
        ],
    ),
    "misprinted spacing": (
        {
            S2: "S2: Sound a non -rusty horn,bell , gong * drum Back to Duty",
        },
        [
            (
                "S2: Sound a non -rusty horn,bell , gong * drum Back to Duty → SRC141 "
                "“non -rusty” in S2 has a space before a hyphen"
            ),
            (
                "S2: Sound a non -rusty horn,bell , gong * drum Back to Duty → SRC141 "
                "“bell ,” in S2 has a space before a punctuation mark"
            ),
            (
                "S2: Sound a non -rusty horn,bell , gong * drum Back to Duty → SRC141 "
                "“horn,bell” in S2 has no space after a comma"
            ),
            (
                "S2: Sound a non -rusty horn,bell , gong * drum Back to Duty → SRC141 "
                "“gong * drum” in S2 has a list run together in one line"
            ),
        ],
    ),
    "a qualification that is no T Level": (
        {
            "T Level in Keeping": "Diploma in Keeping",
            "Qualification type: T Level": "Qualification type: HTQ",
        },
        [
            "Diploma in Keeping → SRC145 Diploma in Keeping is a HTQ, not a T Level",
        ],
    ),
    "a T Level without a title": (
        {
            "T Level in Keeping": "",
        },
        [
            "Qualification type: T Level → SRC102 the T Level has no title",
        ],
    ),
    "more in the T Level, and another entry": (
        {
            "Awarding organisation: NCFE": "Awarding organisation: NCFE\nFee: none",
            "ST9999 Lighthouse keeper": "ST9999 Lighthouse keeper\nand others",
        },
        [
            (
                "Fee: none → SRC110 “Fee: none” stands in the qualification and is not "
                "read"
            ),
            "and others → SRC110 “and others” is no aligned standard and is not read",
        ],
    ),
}


@pytest.mark.parametrize(("unusual", "expected"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_found_with_its_line(
    unusual: dict[str, str], expected: list[str]
) -> None:
    said, findings = found(unusual)
    assert said == expected
    assert {finding.code for finding in findings} <= reader.FINDINGS.keys()


UNREADABLE = {
    "a reference that is none",
    "a level, a date, a yes or no that cannot be read",
    "no reference",
    "something else among the keys",
    "statements without keys",
    "a duty without text",
    "a KSB without text",
    "a key that cannot be one",
}
CONTRADICTORY = {
    "two levels",
    "another label",
    "a duty number twice",
    "a KSB that is not there",
    "a key twice, with other wording",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_only_the_unreadable_and_the_contradictory_are_errors(fault: str) -> None:
    _, findings = found(FAULTS[fault][0])
    serious = any(finding.severity is Severity.ERROR for finding in findings)
    assert serious == (fault in UNREADABLE | CONTRADICTORY)


def test_a_page_without_ksbs_is_an_error() -> None:
    said, findings = found({}, Page(ksbs=(), duties=()))
    assert said[-1] == "Key information → SRC138 no KSB can be read from the page"
    assert findings[-1].severity is Severity.ERROR


def test_a_ksb_that_goes_on_behind_a_blank_line_is_whole_and_is_said() -> None:
    page = printed(Page(), Layout(gaps=False, back="", key_mark=": "))
    page = page.replace("Signals of ships", "Signals of ships\n\nLights of buoys")
    standard, findings = read_text(page)
    assert standard.ksbs[1].text == "Signals of ships Lights of buoys"
    assert [f.code for f in findings] == ["SRC139"]
    assert findings[0].message == "K2 goes on behind a blank line: “Lights of buoys”"


def test_words_that_run_together_are_found_by_rule() -> None:
    text = "S2: Sound signalsupervision, whileremaining workingtogether integrityand"
    said, _ = found({S1: "S1: Carry out signal supervision Back to Duty", S2: text})
    assert [line.partition(" → ")[2] for line in said] == [
        "SRC140 “signalsupervision” in S2 looks like “signal supervision”",
        "SRC140 “workingtogether” in S2 looks like “working together”",
        "SRC140 “integrityand” in S2 looks like “integrity and”",
    ]


@pytest.mark.parametrize(
    "word",
    [
        "understandings",
        "accountability",
        "interpersonal",
        "distinguishing",
        "extinguishers",
        "Birmingham",
        "meaningfully",
        "implementation",
        "straightforward",
        "troubleshooting",
        "metalworking",
        "safeguarding",
        "benchmarking",
    ],
)
def test_ordinary_long_words_are_left_alone(word: str) -> None:
    parts = "under standing account ability inter personal distinguish meaning fully "
    parts += "implement straight forward trouble shooting metal working safe guarding "
    parts += "bench marking"
    said, _ = found({S1: f"S1: {parts} Back to Duty", S2: f"S2: Use {word}"})
    assert said == []


def test_every_code_of_the_reader_is_shown_by_a_test() -> None:
    shown = {
        line.partition(" → ")[2][:6] for _, lines in FAULTS.values() for line in lines
    }
    assert shown | {"SRC138", "SRC139", "SRC140"} == reader.FINDINGS.keys()
