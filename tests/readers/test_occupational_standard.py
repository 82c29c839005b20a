"""Occupational standards: the shipped one, made ones in many layouts, real ones."""

import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.findings import Finding, Severity
from curriculum.model import KsbKind, Product, Standard
from curriculum.paths import PUBLISHED
from curriculum.readers import Read, read
from curriculum.readers import occupational_standard as reader
from curriculum.readers._text import open_text
from pace import allowed
from published_pages import Layout, Page, facts, page_of, printed, read_text, source

SHIPPED = PUBLISHED / "occupational-standard-st0128-software-development-technician.txt"
API = Path(__file__).parents[3] / "shared" / "data" / "skills_england_api"
REAL = sorted(API.glob("*.json"))

needs_real = pytest.mark.skipif(not REAL, reason="the JSON standards are not here")


def read_page(
    page: Page | None = None, layout: Layout | None = None
) -> tuple[Standard, list[Finding]]:
    return read_text(printed(page or Page(), layout))


def said(findings: list[Finding]) -> list[str]:
    return [str(finding) for finding in findings]


@pytest.fixture(scope="module")
def whole() -> Read:
    return read(SHIPPED)


@pytest.fixture(scope="module")
def standard(whole: Read) -> Standard:
    (record,) = whole.records
    assert isinstance(record, Standard)
    return record


class TestTheShippedStandard:
    def test_its_head(self, whole: Read, standard: Standard) -> None:
        assert whole.reader.name == "occupational_standard"
        assert standard.reference == "ST0128"
        assert standard.title == "Software development technician"
        assert standard.level == 3
        assert standard.route == "Digital"
        assert standard.date_updated == date(2022, 4, 5)
        assert standard.regulated is False
        assert len(standard.summary) == 7
        assert standard.summary[0].startswith("This occupation is found in every")
        assert standard.licence.startswith("Crown copyright © 2024. You may re-use")
        assert standard.licence.endswith("/doc/open-government-licence")

    def test_its_job_titles_are_told_apart(self, standard: Standard) -> None:
        assert len(standard.typical_job_titles) == 10
        assert standard.typical_job_titles[0] == (
            "Assistant programmer and automated test developer"
        )
        assert standard.typical_job_titles[-1] == "Software development technician"

    def test_its_duties_and_ksbs(self, standard: Standard) -> None:
        assert [duty.key for duty in standard.duties] == [f"D{n}" for n in range(1, 16)]
        kinds = Counter(ksb.kind for ksb in standard.ksbs)
        assert kinds == {
            KsbKind.KNOWLEDGE: 25,
            KsbKind.SKILL: 32,
            KsbKind.BEHAVIOUR: 5,
        }
        assert sum(len(duty.ksbs) for duty in standard.duties) == 178
        named = {key for duty in standard.duties for key in duty.ksbs}
        assert named == {ksb.key for ksb in standard.ksbs}

    def test_its_texts_are_as_published(self, standard: Standard) -> None:
        page = " ".join(SHIPPED.read_text("utf-8").split())
        for text in [x.text for x in standard.duties + standard.ksbs]:
            assert text in page
            assert "Back to Duty" not in text
            assert not text.startswith(("D1:", "K1:", "S1:"))

    def test_misprints_are_read_as_meant_and_kept_as_printed(
        self, standard: Standard
    ) -> None:
        behaviour = standard.ksbs[-1]
        assert behaviour.text.endswith("seeking advice whennecessary")
        assert behaviour.wording.endswith("seeking advice when necessary")
        corrected = {ksb.key for ksb in standard.ksbs if ksb.meant is not None}
        assert {"K11", "K16", "S6", "S10", "S14", "S17", "S19", "S20"} <= corrected
        assert "K1" not in corrected
        assert all(ksb.meant != ksb.text for ksb in standard.ksbs)

    def test_its_t_level(self, standard: Standard) -> None:
        (t_level,) = standard.t_levels
        assert t_level.title == "T Level in digital production, design and development"
        assert t_level.qualification_type == "T Level"
        assert t_level.level == 3
        assert t_level.awarding_organisation == "Pearson"
        assert t_level.approval_date == date(2020, 4, 1)
        assert t_level.available_from == date(2020, 9, 1)
        assert t_level.occupational_specialism == (
            "Digital Production, Design and Development"
        )
        assert t_level.aligned_standards == ("ST0128 Software development technician",)

    def test_each_record_knows_its_line(self, standard: Standard) -> None:
        lines = SHIPPED.read_text("utf-8").split("\n")
        for ksb in standard.ksbs:
            assert lines[int(ksb.source.place) - 1].startswith(f"{ksb.key}: ")
        for duty in standard.duties:
            at = lines[int(duty.source.place) - 1]
            assert at.startswith(f"Duty {duty.key[1:]} ")

    def test_what_is_found_beside_the_errata(self, whole: Read) -> None:
        found = [f for f in whole.findings if f.code != "SRC010"]
        assert [(f.code, f.subject, f.source.place) for f in found] == [
            ("SRC115", "ST0128", "36"),
            ("SRC120", "D1", "42"),
            ("SRC141", "K20", "188"),
            ("SRC141", "K23", "194"),
        ]
        assert all(f.severity is Severity.WARNING for f in whole.findings)

    def test_without_errata_the_words_run_together_are_found_by_rule(self) -> None:
        found = read(SHIPPED, errata=()).findings
        words = [f.message.split("”")[0][1:] for f in found if f.code == "SRC140"]
        assert words == [
            "enhancerelevant",
            "effectivelycommunicate",
            "relevantenvironment",
            "sourcecontrol",
            "workinstructions",
            "remainingcompliant",
            "remotedebugging",
            "integrityand",
            "workingtogether",
            "whennecessary",
        ]
        spacing = {f.subject for f in found if f.code == "SRC141"}
        assert spacing == {"K11", "K20", "K22", "K23", "S6", "S11", "S30"}

    def test_it_is_read_within_fifty_milliseconds(self) -> None:
        def seconds() -> float:
            before = time.process_time()
            read(SHIPPED)
            return time.process_time() - before

        assert min(seconds() for _ in range(10)) < allowed(0.05)


K1 = "K1: Principles of lamps and lenses Back to Duty"
LAYOUTS = {
    "as the website prints it": Layout(),
    "without blank lines": Layout(gaps=False),
    "Windows line ends": Layout(line_end="\r\n"),
    "a title above all": Layout(heading_first=True),
    "capital headings": Layout(capitals=True),
    "labels set off by tabs": Layout(labels="\t"),
    "bullets": Layout(bullet="• "),
    "hyphens for bullets": Layout(bullet="- "),
    "a table head with a stroke": Layout(table_head="DUTY / KSBS"),
    "a table head with a tab": Layout(table_head="Duty\tKSBs"),
    "no table head": Layout(table_head=""),
    "duties with a colon": Layout(duty_mark=": "),
    "keys in one line": Layout(codes="one line", code_mark=", "),
    "one key a line": Layout(codes="each"),
    "a table row a duty": Layout(codes="same line"),
    "KSBs with a tab": Layout(key_mark="\t"),
    "KSBs with a full stop": Layout(key_mark=". "),
    "Back to Duty below": Layout(back="\nBack to Duty"),
    "no Back to Duty": Layout(back=""),
    "a KSB over two lines": Layout(two_lines=True, gaps=False),
    "two lines, blank lines": Layout(two_lines=True, back="\nBack to Duty"),
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_says_the_same(layout: Layout) -> None:
    standard, findings = read_page(layout=layout)
    assert facts(standard) == Page()
    assert said(findings) == []
    assert standard.t_levels[0].aligned_standards == ("ST9999 Lighthouse keeper",)
    assert reader.recognises(source(printed(Page(), layout))) > 0.9


def test_a_markdown_table_of_duties_is_read() -> None:
    page = printed(Page()).replace("Duty KSBs", "| Duty | KSBs |\n| --- | --- |")
    page = page.replace("Duty 1 Keep the lamp lit\n\nK1 K2\n\nS1\n\nB1", "")
    page = page.replace(
        "| --- |\n", "| --- |\n| Duty 1 Keep the lamp lit | K1 K2 S1 B1 |"
    )
    standard, findings = read_text(page)
    assert facts(standard) == Page()
    assert said(findings) == []


def test_curly_quotes_bars_and_signs_stay_as_they_are() -> None:
    text = (
        "Use “C++” & <b> in the tŷ \u2013 it\u2019s 100% zażółć 👩\u200d💻 (R&D) = £5"
    )
    standard, findings = read_page(Page(ksbs=(*Page().ksbs[:-1], ("B1", text))))
    assert standard.ksbs[-1].text == text
    assert said(findings) == []


def test_spaces_of_every_kind_are_folded() -> None:
    wide = "Principles of\u00a0\u00a0lamps\tand \u200blenses"
    standard, _ = read_page(layout=Layout(unusual={K1: f"K1: {wide}"}))
    assert standard.ksbs[0].text == "Principles of lamps and lenses"


def test_a_word_broken_at_its_hyphen_is_whole_again() -> None:
    broken = "K1: Principles of non-\nfunctional lamps, short-\nand long-term"
    standard, _ = read_page(
        layout=Layout(gaps=False, unusual={K1: f"{broken} Back to Duty"})
    )
    assert standard.ksbs[0].text == (
        "Principles of non-functional lamps, short- and long-term"
    )


_SOME = """
lamp lens wick café tŷ dŵr zażółć łódź 🎓 R&D <b> “quoted” C++ #1 50% =SUM
non-functional and/or (GDPR) e.g. 24/7 T-shirt B2B K-means S3-like
core duties skills, knowledge.
"""
WORDS = _SOME.split()
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
sentences = words.map(lambda text: f"Keep {text}")
titles = st.lists(st.sampled_from(WORDS[:8]), min_size=1, max_size=3).map(
    lambda some: f"Keeper of {' '.join(some)}"
)
layouts = st.builds(
    Layout,
    line_end=st.sampled_from(["\n", "\r\n"]),
    gaps=st.booleans(),
    heading_first=st.booleans(),
    capitals=st.booleans(),
    labels=st.sampled_from([": ", ":\t", "\t", " "]),
    bullet=st.sampled_from(["", "• ", "- ", "* ", "1. "]),
    table_head=st.sampled_from(["", "Duty KSBs", "DUTY / KSBS", "Duty\tKSBs"]),
    duty_mark=st.sampled_from([" ", ": ", "\t", " - ", ". "]),
    codes=st.sampled_from(["by kind", "one line", "each", "same line"]),
    code_mark=st.sampled_from([" ", ", ", "\t", "; "]),
    key_mark=st.sampled_from([": ", "\t", ". ", " - ", ") ", " "]),
    back=st.sampled_from([" Back to Duty", "\nBack to Duty", "", " back to duty"]),
    small_keys=st.booleans(),
    two_lines=st.booleans(),
)


@st.composite
def pages(draw: st.DrawFn, kinds: tuple[str, ...] = ("K", "S", "B")) -> Page:
    keys = [f"{k}{n}" for k in kinds for n in range(1, 1 + draw(st.integers(1, 6)))]
    some = st.lists(st.sampled_from(keys), min_size=2, max_size=8, unique=True)
    in_order = some.map(lambda named: tuple(sorted(named, key=keys.index)))
    duties = st.lists(st.tuples(sentences, in_order), min_size=1, max_size=5)
    return Page(
        reference=f"ST{draw(st.integers(0, 9999)):04}",
        title=draw(titles),
        level=draw(st.integers(2, 7)),
        route=draw(st.sampled_from(["Digital", "Health and science"])),
        updated=draw(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
        regulated=draw(st.booleans()),
        summary=tuple(draw(st.lists(sentences, min_size=1, max_size=3))),
        job_titles=tuple(draw(st.lists(titles, min_size=2, max_size=4))),
        duties=tuple(draw(duties)),
        ksbs=tuple((key, draw(sentences)) for key in keys),
    )


@given(pages(), layouts)
@settings(max_examples=150, deadline=None)
def test_a_made_standard_is_read_back_from_any_layout(
    page: Page, layout: Layout
) -> None:
    standard, findings = read_page(page, layout)
    assert facts(standard) == page
    errors = [f for f in findings if f.severity is Severity.ERROR]
    assert said(errors) == []


@given(pages(), layouts)
@settings(max_examples=50, deadline=None)
def test_the_form_is_recognised_in_any_layout(page: Page, layout: Layout) -> None:
    assert reader.recognises(source(printed(page, layout))) > 0.85


@given(st.text(max_size=400) | st.lists(sentences | words).map("\n".join))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_without_an_exception(text: str) -> None:
    standard, findings = read_text(f"{text}\nKSBs\n{text}\nDuty 1\n{text}")
    assert {f.code for f in findings} <= reader.FINDINGS.keys()
    assert standard.reference == "" or standard.reference in text


def test_the_six_kinds_of_a_foundation_apprenticeship_are_read() -> None:
    page = Page(
        reference="FA0001",
        duties=(),
        ksbs=(
            ("TK1", "Principles of lamps"),
            ("TK2", "Signals of ships"),
            ("TS1", "Trim wicks"),
            ("ESB1", "Stays awake"),
        ),
    )
    standard, findings = read_page(page)
    assert facts(standard) == page
    assert [ksb.kind for ksb in standard.ksbs] == [
        KsbKind.TECHNICAL_KNOWLEDGE,
        KsbKind.TECHNICAL_KNOWLEDGE,
        KsbKind.TECHNICAL_SKILL,
        KsbKind.EMPLOYABILITY,
    ]
    assert standard.product is Product.FOUNDATION
    assert said(findings) == []


@pytest.mark.parametrize("headed", [True, False])
def test_core_and_option_duties_are_told_apart(*, headed: bool) -> None:
    page = printed(Page()).replace("Duty 1", "Core duties\n\nDuty 1")
    page = page.replace("Duty 2", "Option 1: Fog signals\n\nDuty 2")
    if not headed:
        page = page.replace("Occupation duties\n\nDuty KSBs\n\n", "")
    standard, findings = read_text(page)
    assert facts(standard) == Page()
    assert [(duty.core, duty.options) for duty in standard.duties] == [
        (True, ()),
        (False, ("Fog signals",)),
    ]
    assert [option.title for option in standard.options] == ["Fog signals"]
    assert said(findings) == []


def test_a_duty_of_a_standard_without_options_is_not_said_to_be_core() -> None:
    standard, _ = read_page()
    assert {duty.core for duty in standard.duties} == {None}
    assert standard.options == ()


@pytest.mark.parametrize("seam", ["Back\nto Duty", "Back to\nDuty"])
def test_a_back_to_duty_broken_over_two_lines_is_no_text(seam: str) -> None:
    page = printed(Page(), Layout(back=f" {seam}"))
    standard, findings = read_text(page)
    assert facts(standard) == Page()
    assert said(findings) == []


def test_job_titles_wrapped_at_the_margin_are_told_apart() -> None:
    line = "Assistant programmer and automated test developer Junior application"
    line += "\ndeveloper"
    standard, findings = read_page(
        layout=Layout(
            gaps=False, unusual={"Lamp keeper": line, "Fog signal keeper": ""}
        )
    )
    assert standard.typical_job_titles == (
        "Assistant programmer and automated test developer",
        "Junior application developer",
    )
    assert [f.code for f in findings] == ["SRC115"]


def test_a_line_that_ends_in_back_to_duty_is_no_heading() -> None:
    standard, _ = read_page(
        layout=Layout(unusual={K1: "K1: Ways of\nSkills Back to Duty"})
    )
    assert standard.ksbs[0].text == "Ways of Skills"
    assert len(standard.ksbs) == 5


@pytest.mark.parametrize(
    "line",
    [
        "Pilot, First officer, Co-pilot",
        "Pilot; First officer; Co-pilot",
        "• Pilot • First officer • Co-pilot",
    ],
)
def test_job_titles_in_a_list_within_one_line_are_told_apart(line: str) -> None:
    standard, findings = read_page(
        layout=Layout(unusual={"Lamp keeper": line, "Fog signal keeper": ""})
    )
    assert standard.typical_job_titles == ("Pilot", "First officer", "Co-pilot")
    assert said(findings) == []


@pytest.mark.parametrize(
    "line", ["Zoo Keeper Animal Keeper Aquarist", "Junior IT technician Data analyst"]
)
def test_job_titles_that_cannot_be_told_apart_stay_in_one(line: str) -> None:
    standard, findings = read_page(
        layout=Layout(unusual={"Lamp keeper": line, "Fog signal keeper": ""})
    )
    assert standard.typical_job_titles == (line,)
    assert [f.code for f in findings] == ["SRC116"]


@pytest.mark.parametrize("missing", ["Occupation duties", "KSBs", "Key information"])
def test_a_missing_heading_does_not_lose_its_section(missing: str) -> None:
    standard, _ = read_page(layout=Layout(unusual={missing: ""}))
    assert facts(standard) == Page()


@pytest.mark.parametrize(
    "name", ["occupational-map-digital", "career-cluster-profile-digital-technology"]
)
def test_other_documents_are_not_taken_for_a_standard(name: str) -> None:
    assert reader.recognises(open_text(PUBLISHED / f"{name}.txt")) < 0.2


@pytest.mark.parametrize(
    "text",
    [
        "A letter about knowledge, skills and behaviours.\nKnowledge\nSkills\n",
        "Week 1\nK1: Lamps\nK2: Signals\nS1: Wicks\nWeek 2\nK3: Fog\n",
        "Scheme of work\nDuty 1 is done by the tutor\nDuty 2 by the learner\n",
    ],
)
def test_other_writing_is_not_taken_for_a_standard(text: str) -> None:
    assert reader.recognises(source(text)) < 0.5


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "layout",
    [
        Layout(),
        Layout(line_end="\r\n", gaps=False, codes="same line", bullet="• "),
        Layout(codes="each", back="\nBack to Duty", table_head="DUTY / KSBS"),
    ],
    ids=["website", "table rows", "lines"],
)
def test_a_real_standard_is_read_back(path: Path, layout: Layout) -> None:
    page = page_of(path)
    standard, findings = read_page(page, layout)
    assert facts(standard) == replace(
        page,
        duties=tuple((" ".join(text.split()), keys) for text, keys in page.duties),
        ksbs=tuple((key, " ".join(text.split())) for key, text in page.ksbs),
    )
    assert said([f for f in findings if f.severity is Severity.ERROR]) == []


@needs_real
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_no_word_of_a_real_standard_seems_run_together(path: Path) -> None:
    _, findings = read_page(page_of(path))
    assert said([f for f in findings if f.code == "SRC140"]) == []
