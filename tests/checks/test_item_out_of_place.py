from curriculum.checks.item_out_of_place import item_out_of_place
from notation import facts


def test_quiet_when_each_kind_counts_on() -> None:
    assert not item_out_of_place(
        facts("""
            ksbs K1 K2 K4 S1 S2 B1
            skills git-2 agile-1
        """)
    )


def test_names_what_stands_behind_a_later_number_or_another_kind() -> None:
    findings = item_out_of_place(
        facts("""
            ksbs K1 K3 K2 S1 K4 S2 B1
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: STD107 K2 of ST0000 v1.0 stands behind K3",
        "notation:1: STD107 K4 of ST0000 v1.0 stands behind S1",
        "notation:1: STD107 S2 of ST0000 v1.0 stands behind K4",
    ]
