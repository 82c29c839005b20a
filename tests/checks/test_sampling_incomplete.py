from curriculum.checks.sampling_incomplete import sampling_incomplete
from notation import facts


def test_quiet_when_assessor_module_and_assignment_are_sampled() -> None:
    assert not sampling_incomplete(
        facts("""
            A1 of M1
            A1 assessor JM
            A1 verifier RS
            A1 verify_sample 2026-11-02
            A2 of M1 formative
            A2 assessor JM
        """)
    )


def test_quiet_where_no_verification_is_planned() -> None:
    assert not sampling_incomplete(
        facts("""
            A1 assessor JM
            A1 of M1
        """)
    )


def test_names_assignment_assessor_and_module() -> None:
    findings = sampling_incomplete(
        facts("""
            A1 of M1
            A1 assessor JM
            A1 verifier RS
            A1 verify_sample 2026-11-02
            A2 of M1
            A2 assessor JM
            A2 verifier RS
            A3 of M2 formative
            A3 assessor BC
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:5: ASM311 A2 is sampled by nobody: no day of sampling",
        "notation:8: ASM311 no work of the assessor BC is sampled (A3)",
        "notation:8: ASM311 no work of the module M2 is sampled (A3)",
    ]
