from curriculum.checks.date_in_holiday import date_in_holiday
from notation import facts


def test_quiet_on_working_days_and_at_weekends() -> None:
    assert not date_in_holiday(
        facts("""
            A1 out 2026-09-22
            A1 in 2026-10-04
        """)
    )


def test_staff_may_verify_and_mark_out_of_term() -> None:
    assert not date_in_holiday(
        facts("""
            from 2026-09-07 to 2026-12-18
            term Autumn 2026-09-07 to 2026-10-23
            term Winter 2026-11-02 to 2026-12-18
            staff 2026-11-17 Staff day
            A1 verify_brief 2026-08-28
            A1 feedback 2026-10-27
            A1 verify_sample 2026-11-17
        """)
    )


def test_names_the_date_and_the_day_off() -> None:
    findings = date_in_holiday(
        facts("""
            from 2026-09-07 to 2026-12-18
            bank holidays GB-ENG
            term Autumn 2026-09-07 to 2026-10-23
            term Winter 2026-11-02 to 2026-12-18
            staff 2026-11-17 Staff day
            closed 2026-11-18 Boiler works
            A1 out 2026-10-27
            A1 in 2026-11-17
            A1 verify_brief 2026-11-18
            A2 in 2026-12-21
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:7: ASM106 A1 is handed out on 2026-10-27, between terms "
            "(after Autumn)"
        ),
        (
            "notation:7: ASM106 A1 is handed in on 2026-11-17, staff "
            "development (Staff day)"
        ),
        (
            "notation:7: ASM106 A1 has its brief verified on 2026-11-18, "
            "closure (Boiler works)"
        ),
        (
            "notation:10: ASM106 A2 is handed in on 2026-12-21, outside the "
            "programme (after the end on 2026-12-18)"
        ),
    ]


def test_bank_holidays_are_named() -> None:
    findings = date_in_holiday(
        facts("""
            bank holidays GB-ENG
            A1 in 2027-05-03
            A1 feedback 2027-05-31
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: ASM106 A1 is handed in on 2027-05-03, bank holiday (May Day)",
        (
            "notation:2: ASM106 A1 is returned on 2027-05-31, bank holiday "
            "(Spring Bank Holiday)"
        ),
    ]
