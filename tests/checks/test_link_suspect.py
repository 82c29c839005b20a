from curriculum.checks.link_suspect import link_suspect
from notation import facts


def test_quiet_without_a_stamp() -> None:
    assert not link_suspect(
        facts("""
            ksbs K1
            M1 teaches K1
        """)
    )


def test_quiet_with_the_stamp_of_the_present_wording() -> None:
    assert not link_suspect(
        facts("""
            ksbs K1
            K1 means how to name a variable
            M1 teaches K1@fd0b53ed45fb
        """)
    )


def test_names_both_wordings_by_their_stamps() -> None:
    findings = link_suspect(
        facts("""
            ksbs K1
            M1 teaches K1@0123456789ab
            A1 assesses K1@0123456789ab K9@0123456789ab
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:2: COV111 K1 in M1.01 was marked against another wording "
            "(0123456789ab) than the present one (d05f2cdad03a)"
        ),
        (
            "notation:3: COV111 K1 in A1 was marked against another wording "
            "(0123456789ab) than the present one (d05f2cdad03a)"
        ),
    ]
