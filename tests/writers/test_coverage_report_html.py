"""The coverage page: the same rows as the Word document, for any browser."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from conftest import Golden
from contrast import contrast
from curriculum.reviewed import Review
from curriculum.writers import _house, coverage_report_html
from curriculum.writers._words import NONE
from page_text import page_text, tree
from reviews import full_review, review


def written(held: Review, folder: Path) -> Path:
    path = folder / coverage_report_html.FILENAME
    coverage_report_html.write(held, path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(full_review(), tmp_path)


def texts(page: "etree._Element", tag: str) -> list[str]:
    return [" ".join("".join(map(str, e.itertext())).split()) for e in page.iter(tag)]


def test_golden(golden: Golden, path: Path) -> None:
    golden("coverage-report-html", page_text(path))


def test_the_verdict_stands_at_the_top(path: Path) -> None:
    [header] = texts(tree(path), "header")
    assert "2 errors stand in the way of approval" in header
    assert "policy epa of 30 March 2026" in header


def test_values_are_shown_as_text(path: Path) -> None:
    source = path.read_text("utf-8")
    assert "Cybersecurity &amp; &lt;Networks&gt;: \N{ROCKET} Ysgol Llŷn" in source
    assert "<b>" not in source


def test_every_mark_is_a_letter_with_its_class(path: Path) -> None:
    marks = [
        (td.get("class"), td.text)
        for td in tree(path).iter("td")
        if "mark" in (td.get("class") or "")
    ]
    assert ("mark M", "M") in marks
    assert {text for _, text in marks} <= {"I", "D", "M", "T", NONE}


def test_ink_of_marks_can_be_read_and_is_that_of_the_workbooks(path: Path) -> None:
    source = path.read_text("utf-8")
    for letter in "IDMT":
        found = re.search(
            rf"\n\.{letter} {{ color: (#\w+); background: (#\w+); }}\n", source
        )
        assert found
        house = _house.MARKS[letter]
        assert found.groups() == (
            house["font_color"].lower(),
            house["bg_color"].lower(),
        )
        assert contrast(*found.groups()) >= 4.5


def test_headings_begin_with_one_and_skip_no_level(path: Path) -> None:
    levels = [int(str(e.tag)[1]) for e in tree(path).iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_tables_have_captions_scopes_and_rows_of_one_length(path: Path) -> None:
    for table in tree(path).iter("table"):
        assert table.findtext("caption")
        assert all(th.get("scope") in {"col", "row"} for th in table.iter("th"))
        assert len({len(row) for row in table.iter("tr")}) == 1


def test_every_link_leads_to_a_place_of_the_page(path: Path) -> None:
    page = tree(path)
    places = {e.get("id") for e in page.iter(etree.Element)}
    assert {a.get("href", "")[1:] for a in page.iter("a")} <= places


def test_runs_and_fetches_nothing(path: Path) -> None:
    assert not list(tree(path).iter("script", "img", "iframe", "object"))


def test_a_programme_of_which_nothing_is_known_says_so(tmp_path: Path) -> None:
    [said] = texts(tree(written(review("module M1"), tmp_path)), "main")
    assert "The checks found nothing for the author to act on." in said
    assert "No finding is waived." in said
