from curriculum.checks.sentence_repeated import sentence_repeated
from notation import facts


def test_quiet_about_short_sentences_and_three_rows() -> None:
    assert not sentence_repeated(
        facts("""
            M1.01 support Glossary on the table.
            M1.02 support Glossary on the table.
            M1.03 support Glossary on the table.
            M1.04 support Glossary on the table.
            M1.01 stretch Extend the program by a second loop.
            M1.02 stretch Extend the program by a second loop.
            M1.03 stretch Extend the program by a second loop.
        """)
    )


def test_quiet_about_placeholders() -> None:
    rows = (f"M1.0{n} check TO WRITE: how learning is seen here" for n in range(1, 6))
    assert not sentence_repeated(facts("\n".join(rows)))


def test_names_the_sessions_and_the_sentence() -> None:
    findings = sentence_repeated(
        facts("""
            M1.01 support A glossary of words is on the table. Ask!
            M1.02 stretch Extend it. A glossary of words is on the table.
            M1.03 embeds english A glossary of words is on the  table
            M1.04 check A GLOSSARY of words is on the table.
        """)
    )
    assert [str(f) for f in findings] == [
        (
            "notation:1: DOC205 the same sentence stands in 4 sessions, "
            "more than 3 (M1.01, M1.02, M1.03 and M1.04): a glossary of "
            "words is on the table"
        ),
    ]
