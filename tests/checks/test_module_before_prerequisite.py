from curriculum.checks.module_before_prerequisite import module_before_prerequisite
from notation import facts


def test_quiet_when_modules_come_in_order() -> None:
    assert not module_before_prerequisite(
        facts("""
            module M1
            M2 needs M1
        """)
    )


def test_names_what_is_missing_or_comes_later() -> None:
    findings = module_before_prerequisite(
        facts("""
            M1 needs M2 M11 Q
            M2 needs M2
            M3 needs M1
            module M12
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:1: SEQ103 M1 builds on M2, which is taught after it",
        (
            "notation:1: SEQ103 M1 builds on M11, which is not a module; the "
            "closest is M12"
        ),
        "notation:1: SEQ103 M1 builds on Q, which is not a module",
        "notation:2: SEQ103 M2 builds on itself",
    ]
