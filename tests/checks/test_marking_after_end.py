from curriculum.checks.marking_after_end import marking_after_end
from notation import facts


def test_quiet_when_work_is_returned_in_time() -> None:
    assert not marking_after_end(
        facts("""
            gateway 2027-07-05
            A1 in 2027-06-01
            A1 feedback 2027-06-10
            A2 in 2027-05-21
            A3 in 2027-07-01
            A3 of M1 formative
        """)
    )


def test_quiet_without_a_day_of_hand_in() -> None:
    assert not marking_after_end(
        facts("""
            assessment A1
        """)
    )


def test_counts_the_working_days_that_are_left() -> None:
    findings = marking_after_end(
        facts("""
            gateway 2027-07-05
            holiday 2027-06-21 to 2027-06-25 Exams elsewhere
            A1 in 2027-06-01
            A1 feedback 2027-06-14
            A2 in 2027-06-28
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:3: ASM310 A1 is returned on 2027-06-14, which leaves "
            "10 working days of 15 for resubmission before 2027-07-05"
        ),
        (
            "notation:5: ASM310 A2 is handed in on 2027-06-28, which leaves "
            "5 working days of 30 for marking and resubmission before "
            "2027-07-05"
        ),
    ]


def test_a_stated_day_for_reassessed_work_is_taken_as_it_is() -> None:
    findings = marking_after_end(
        facts("""
            gateway 2027-07-05
            A1 in 2027-06-01
            A1 feedback 2027-06-28
            A1 reassess_by 2027-07-05
            A2 in 2027-05-04
            A2 reassess_by 2027-07-06
            A3 of M1 formative
            A3 reassess_by 2027-07-06
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:5: ASM310 A2 may be handed in again until 2027-07-06, "
            "which is after 2027-07-05"
        )
    ]
