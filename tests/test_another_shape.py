"""A small programme of another shape: nothing depends on the worked example.

Two frameworks with other kinds of KSB, optional modules, two half days a week, tables
by term, marks without depth, and texts that begin like formulas.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from curriculum.pipeline import load, review, write
from curriculum.reviewed import Review

FOLDER = Path(__file__).parent / "programmes" / "care-foundation"


@pytest.fixture(scope="module")
def reviewed() -> Review:
    return review(load(FOLDER), on=date(2026, 9, 1))


def test_both_frameworks_are_read_with_their_own_kinds(reviewed: Review) -> None:
    groups = {f.id: f.groups for f in reviewed.programme.frameworks}
    assert groups == {
        "FA9001": (
            "Technical knowledge",
            "Technical skills",
            "Employability skills and behaviours",
        ),
        "ST9002": ("Knowledge", "Skills"),
    }


def test_the_sessions_lie_in_the_order_stated_and_span_slots(reviewed: Review) -> None:
    laid = [(p.key, p.starts, p.finishes) for p in reviewed.timetable.placements]
    assert laid == [
        ("CORE.1", date(2026, 9, 7), date(2026, 9, 7)),
        ("CORE.2", date(2026, 9, 10), date(2026, 9, 14)),
        ("KIT.1", date(2026, 9, 17), date(2026, 9, 17)),
        ("REC.1", date(2026, 9, 21), date(2026, 9, 21)),
    ]


def test_what_is_not_assessed_is_found_in_each_framework(reviewed: Review) -> None:
    missing = {f.subject for f in reviewed.findings if f.code == "COV102"}
    assert missing == {"TK2", "TS1", "K1"}
    assert Counter(f.code for f in reviewed.findings)["COV101"] == 0


def test_its_documents_are_written(reviewed: Review, tmp_path: Path) -> None:
    written = write(reviewed, tmp_path)
    assert all(one.path.stat().st_size > 1000 for one in written)
    assert {one.path.relative_to(tmp_path).parts[0] for one in written} == {"CARE-F"}
