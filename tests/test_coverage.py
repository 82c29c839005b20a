from curriculum.coverage import Coverage
from curriculum.model import Depth
from notation import facts


def covered(text: str) -> Coverage:
    return facts(text).coverage


def test_counts_what_is_taught_and_assessed() -> None:
    coverage = covered("""
        ksbs K1 S1
        M1 teaches K1 introduced
        M2 teaches K1 S1 developed
        A1 assesses K1
    """)
    assert [t.session.key for t in coverage.teaching("ST0000", "K1")] == [
        "M1.01",
        "M2.01",
    ]
    assert coverage.modules("ST0000", "K1") == ("M1", "M2")
    assert [a.assessment.key for a in coverage.assessing("ST0000", "K1")] == ["A1"]
    assert coverage.assessing("ST0000", "S1") == ()


def test_an_item_belongs_to_its_framework() -> None:
    coverage = covered("""
        ksbs K1
        framework UNIT unit K1 TK1
        M1 teaches UNIT:K1 TK1
    """)
    assert coverage.teaching("ST0000", "K1") == ()
    assert coverage.modules("UNIT", "K1") == ("M1",)
    assert coverage.modules("UNIT", "TK1") == ("M1",)


def test_marks_for_unknown_items_and_frameworks_count_nowhere() -> None:
    coverage = covered("""
        ksbs K1
        M1 teaches K9 NOWHERE:K1
        A1 assesses K9
    """)
    assert coverage.taught == {}
    assert coverage.assessed == {}


def test_depth_is_the_greatest_in_the_module() -> None:
    coverage = covered("""
        ksbs K1 S1
        M1 teaches K1 developed
        M1 teaches K1 introduced
        M2 teaches S1
    """)
    assert coverage.depth_in("ST0000", "K1", "M1") is Depth.DEVELOPED
    assert coverage.depth_in("ST0000", "S1", "M2") is Depth.TAUGHT
    assert coverage.depth_in("ST0000", "K1", "M2") is None


def test_an_item_marked_twice_in_one_session_is_taught_there_once() -> None:
    coverage = covered("""
        ksbs K1
        M1.01 teaches K1 introduced
        M1.01 teaches K1 mastered
        A1 assesses K1 K1
    """)
    assert [t.link.depth for t in coverage.teaching("ST0000", "K1")] == [Depth.MASTERED]
    assert len(coverage.assessing("ST0000", "K1")) == 1


def test_assessments_stand_in_order_of_hand_in_with_undated_ones_last() -> None:
    coverage = covered("""
        ksbs K1
        A1 assesses K1
        A2 assesses K1 on 2027-03-01
        A3 assesses K1 on 2026-11-02
    """)
    keys = [a.assessment.key for a in coverage.assessing("ST0000", "K1")]
    assert keys == ["A3", "A2", "A1"]


def test_sessions_without_a_date_keep_their_place_and_still_teach() -> None:
    teaching = covered("""
        ksbs K1
        M1 starts week 999
        M1 teaches K1
        M2 teaches K1
        M3 starts week 999
        M3 teaches K1
    """).teaching("ST0000", "K1")
    assert [(t.session.key, t.placement is not None) for t in teaching] == [
        ("M1.01", False),
        ("M2.01", True),
        ("M3.01", False),
    ]


def test_duties_count_items_that_are_both_taught_and_assessed() -> None:
    coverage = covered("""
        ksbs K1 K2 S1
        duty D1 K1 K2 S1 K99 K1
        duty D2
        M1 teaches K1 K2
        A1 assesses K1 S1
    """)
    first, second = coverage.duties
    assert [(d.framework, d.duty) for d in coverage.duties] == [
        ("ST0000", "D1"),
        ("ST0000", "D2"),
    ]
    assert (first.items, first.taught, first.assessed, first.both) == (3, 2, 2, 1)
    assert first.percent == 33
    assert second.percent == 100
