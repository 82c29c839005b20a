from curriculum.checks.method_not_practised import method_not_practised
from notation import facts


def test_quiet_when_each_method_has_a_mock_in_time() -> None:
    assert not method_not_practised(
        facts("""
            gateway 2027-06-01
            method portfolio Discussion of a portfolio
            A1 practises portfolio
            A1 in 2027-05-04
            A1 feedback 2027-05-11
        """)
    )


def test_quiet_when_nothing_is_dated() -> None:
    assert not method_not_practised(
        facts("""
            method portfolio Discussion of a portfolio
            A1 practises portfolio
        """)
    )


def test_names_the_method_without_a_mock_and_the_mock_too_late() -> None:
    findings = method_not_practised(
        facts("""
            gateway 2027-06-01
            method portfolio Discussion of a portfolio
            method report Project report
            A1 practises report
            A1 in 2027-05-25
            A1 feedback 2027-06-08
        """)
    )
    assert [str(f) for f in findings] == [
        "notation:2: SEQ209 portfolio is practised by no assessment",
        (
            "notation:3: SEQ209 report is first practised by A1, which ends "
            "on 2027-06-08, after the gateway on 2027-06-01"
        ),
    ]
