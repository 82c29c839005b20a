"""The findings page: what it says, and that anybody can read it."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from conftest import Golden
from contrast import contrast
from curriculum.findings import Severity
from curriculum.model import SourceRef, Waiver
from curriculum.reviewed import Review
from curriculum.writers import findings_html
from curriculum.writers._explanations import Section, explanation
from page_text import page_text, tree
from reviews import EXPLANATION, finding, full_review, review


def written(held: Review, folder: Path) -> Path:
    path = folder / findings_html.FILENAME
    findings_html.write(held, path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(full_review(), tmp_path)


@pytest.fixture
def page(path: Path) -> "etree._Element":
    return tree(path)


def texts(page: "etree._Element", tag: str) -> list[str]:
    return [" ".join("".join(map(str, e.itertext())).split()) for e in page.iter(tag)]


def test_golden(golden: Golden, path: Path) -> None:
    golden("findings-html", page_text(path))


def test_counts_stand_at_the_top(page: "etree._Element") -> None:
    assert texts(page, "header")[0].endswith(
        "To act on: 2 errors and 1 warning. Waived: 1 error. "
        "About the published documents: 1 warning."
    )


def test_gaps_come_before_everything_else(page: "etree._Element") -> None:
    said = texts(page, "main")[0]
    assert said.index("Not taught: K2, B1.") < said.index("Coverage of ST0128 v1.0")
    first_row = texts(page, "tr")[0]
    assert re.match("Kind ?Not taught ?Not assessed", first_row)


def test_values_are_shown_as_text(path: Path) -> None:
    source = path.read_text("utf-8")
    assert "Cybersecurity &amp; &lt;Networks&gt;: \N{ROCKET} Ysgol Llŷn" in source
    assert "with &lt;b&gt;signs&lt;/b&gt;" in source
    assert "<b>" not in source


def test_each_rule_is_explained_where_it_has_found_something(
    page: "etree._Element",
) -> None:
    assert texts(page, "summary") == ["What COV101 means and what to do"]
    assert texts(page, "h4") == ["What it checks", "What to do"]
    assert "COV101: A KSB is in the standard, but nothing teaches it" in texts(
        page, "h3"
    )


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    mild = finding("AAA001", "M1", "is mild", severity=Severity.WARNING)
    held = review("module M1", mild, finding("ZZZ001", "M1", "is grave"))
    captions = texts(tree(written(held, tmp_path)), "caption")
    assert captions == ["ZZZ001: 1 error", "AAA001: 1 warning"]


def test_waivers_without_use_are_named(tmp_path: Path) -> None:
    held = review("module M1")
    place = SourceRef(file="waivers.toml", place="7")
    unused = Waiver(code="COV101", subject="K9", source=place)
    page = tree(written(Review(held.facts, unused_waivers=(unused,)), tmp_path))
    assert texts(page, "li")[-1] == "COV101 K9 (waivers.toml:7)"


def test_a_review_without_findings_says_so(tmp_path: Path) -> None:
    said = texts(tree(written(review("module M1"), tmp_path)), "main")[0]
    assert "Nothing was found that the author must act on." in said
    assert "No finding is waived." in said


def test_fetches_nothing_and_runs_nothing(page: "etree._Element") -> None:
    assert not list(page.iter("script", "img", "iframe", "object"))
    fetched = [e.get("src") or e.get("href") or "" for e in page.iter(etree.Element)]
    assert {f.partition(":")[0] for f in fetched if ":" in f} <= {"data"}
    style = "".join(texts(page, "style"))
    assert "url(" not in style
    assert "@import" not in style


def test_says_its_language_title_and_landmarks(page: "etree._Element") -> None:
    assert page.get("lang") == "en-GB"
    assert texts(page, "title")[0].startswith("Findings: ")
    for landmark in ("header", "nav", "main", "footer"):
        assert len(texts(page, landmark)) == 1


def test_headings_begin_with_one_and_skip_no_level(page: "etree._Element") -> None:
    levels = [int(str(e.tag)[1]) for e in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_every_table_has_a_caption_and_headings_with_scope(
    page: "etree._Element",
) -> None:
    tables = list(page.iter("table"))
    assert tables
    for table in tables:
        assert table.findtext("caption")
        assert all(th.get("scope") in {"col", "row"} for th in table.iter("th"))
        rows = [len(row) for row in table.iter("tr")]
        assert len(set(rows)) == 1


def test_every_link_leads_to_a_place_of_the_page(page: "etree._Element") -> None:
    places = {e.get("id") for e in page.iter(etree.Element)}
    links = [a.get("href", "")[1:] for a in page.iter("a")]
    assert links[0] == "main"
    assert set(links) <= places


def test_ink_can_be_read_on_its_paper_by_day_and_by_night(path: Path) -> None:
    roots = re.findall(r":root \{([^}]*)\}", path.read_text("utf-8"))
    by_day, by_night, on_paper = (
        dict(re.findall(r"--([\w-]+): (#\w+)", root)) for root in roots
    )
    for colours in (by_day, by_night, by_day | on_paper):
        for ink, paper in PAIRS:
            assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


PAIRS = [
    ("ink", "paper"),
    ("ink", "band"),
    ("quiet", "paper"),
    ("link", "paper"),
    ("bad-ink", "bad"),
    ("mild-ink", "mild"),
]


def test_the_same_review_gives_the_same_bytes(tmp_path: Path) -> None:
    first = written(full_review(), tmp_path).read_bytes()
    assert written(full_review(), tmp_path).read_bytes() == first


def test_characters_that_no_encoding_holds_do_not_stop_the_page(tmp_path: Path) -> None:
    held = review("module M1", finding("SRC001", "x", "bad \ud800 byte"))
    assert b"bad &#55296; byte" in written(held, tmp_path).read_bytes()


def test_an_explanation_falls_into_its_sections() -> None:
    held = explanation(EXPLANATION)
    assert held.summary == "A KSB is in the standard, but nothing teaches it."
    assert held.sections == (
        Section(
            "What it checks",
            (
                "Every KSB is taught in a session.",
                "A second paragraph with <b>signs</b>.",
            ),
        ),
        Section("What to do", ("Teach it.",)),
    )


def test_an_explanation_may_be_a_line_or_nothing() -> None:
    assert explanation("One line.").sections == ()
    assert explanation("").summary == ""
