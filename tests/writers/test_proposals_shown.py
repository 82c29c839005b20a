"""Proposals stand in documents as what they are, and no count takes them in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from curriculum.writers import findings_html, findings_json, mapping_grid
from curriculum.writers._sheets import Formula, Sheet
from page_text import page_text
from proposed import with_proposals
from reviews import full_review, review
from workbook_checks import faults

TEXT = """
    ksbs K1 K2 S1
    M1 titled One
    M2 titled Two
    M3 titled Three
    A1 titled Quiz
    skills git
    M1 teaches K1 introduced
    M2 teaches K2
    M3 intends S1
    A1 assesses K1 on 2026-10-06
    A2 assesses K2 on 2026-10-13
"""
KEYS = ("M1.01:ST0000:S1", "M3:ST0000:K1", "A1:ST0000:K2", "M2.01:DT:git")
HELD = with_proposals(review(TEXT), *KEYS)


def sheet(name: str) -> Sheet:
    return next(s for s in mapping_grid.sheets(HELD) if s.name == name)


def row(of: Sheet, key: str) -> dict[str, object]:
    cells = next(cells for cells in of.rows if cells[0] == key)
    values = [c.value if isinstance(c, Formula) else c for c in cells]
    return dict(zip((column.heading for column in of.columns), values, strict=True))


def test_a_question_mark_stands_where_something_is_only_proposed() -> None:
    grid = sheet("KSB by module")
    assert [row(grid, "S1")[h] for h in ("M1 One", "M2 Two", "M3 Three")] == [
        "?",
        "",
        "",
    ]
    assert row(grid, "K1")["M1 One"] == "I"
    assert row(grid, "K1")["M3 Three"] == "?"
    assert row(sheet("KSB by assessment"), "K2")["A1 Quiz"] == "?"
    assert row(sheet("Skills by module"), "git")["M2 Two"] == "?"


def test_no_count_takes_a_question_mark_in() -> None:
    plain = {s.name: s for s in mapping_grid.sheets(review(TEXT))}
    for name in ("KSB by module", "KSB by assessment", "Skills by module", "Summary"):
        counted = [h.heading for h in plain[name].columns if h.kind.name == "COUNT"]
        for ours, theirs in zip(sheet(name).rows, plain[name].rows, strict=True):
            both = [
                [c.value if isinstance(c, Formula) else c for c in cells]
                for cells in (ours, theirs)
            ]
            headings = [column.heading for column in plain[name].columns]
            for heading in counted:
                at = headings.index(heading)
                assert both[0][at] == both[1][at], (name, heading)


def test_the_formula_itself_leaves_it_out() -> None:
    cells = next(c for c in sheet("KSB by module").rows if c[0] == "S1")
    formula = next(c for c in cells if isinstance(c, Formula))
    assert formula.text == '=COUNTIF(D{row}:F{row},"?*")-COUNTIF(D{row}:F{row},"~?")'
    assert formula.value == 0


def test_the_sign_is_explained_where_it_stands() -> None:
    assert "?: proposed and confirmed by nobody" in sheet("KSB by module").explanation
    guide = mapping_grid.sheets(HELD)[0]
    assert ("Cell", "?") in {cells[:2] for cells in guide.rows}


def test_without_proposals_nothing_speaks_of_them() -> None:
    for one in mapping_grid.sheets(review(TEXT)):
        assert "proposed" not in one.explanation
        assert ("Cell", "?") not in {cells[:2] for cells in one.rows}


def test_the_workbook_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "grid.xlsx"
    mapping_grid.write(HELD, path)
    assert not faults(path)
    assert load_workbook(path)["KSB by module"]["D6"].value == "?"


def test_the_findings_show_them_apart_and_count_none() -> None:
    record, before = findings_json.record(HELD), findings_json.record(review(TEXT))
    assert [one["key"] for one in record["proposals"]] == list(KEYS)
    assert before["proposals"] == []
    assert {k: v for k, v in record.items() if k != "proposals"} == {
        k: v for k, v in before.items() if k != "proposals"
    }


def test_the_page_has_a_section_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "findings.html"
    findings_html.write(HELD, path)
    said = page_text(path)
    assert "Proposals: 4" in said
    assert "no count and no finding takes it in" in said
    assert "=Title & <b>" in said
    findings_html.write(review(TEXT), path)
    assert b"proposed" not in path.read_bytes()


@pytest.mark.parametrize("key", ["M9.01:ST0000:K1", "M1.01:ST9999:K1"])
def test_what_leads_nowhere_marks_nothing(key: str) -> None:
    held = with_proposals(full_review(), key)
    for one in mapping_grid.sheets(held):
        assert all("?" not in cells for cells in one.rows if cells[0] != "Cell")
