from curriculum.checks.placeholder_text import placeholder_text
from notation import facts


def test_quiet_about_finished_text_that_speaks_of_such_words() -> None:
    assert not placeholder_text(
        facts("""
            M1.01 topic To-do lists, from paper to code
            M1.01 tutor Shows a # TODO: comment and asks what it promises
            M1.01 learners Learn tbc and xxx as file extensions
            M1 titled Programming
            A1 brief Write a to-do list in C#
        """)
    )


def test_names_every_text_that_is_not_written() -> None:
    findings = placeholder_text(
        facts("""
            programme rationale TO WRITE: why this order
            M1 titled TBC
            M1 outcome LO1 TO WRITE: what learners can do
            M1.01 topic …
            M1.01 tutor TO DO: plan
            M1.01 objective Trace a loop
            M1.01 objective TODO
            person JM TO WRITE: the lead lecturer
            gateway 2027-07-05
            method report TBC
            M1.01 embeds maths Lorem ipsum dolor
            A1 brief Room and time are TBA
        """)
    )
    assert [str(f) for f in findings] == [
        "notation: DOC104 TEST-1 has a placeholder in rationale",
        "notation:8: DOC104 JM has a placeholder in name",
        "notation:10: DOC104 report has a placeholder in title",
        "notation:2: DOC104 M1 has a placeholder in title",
        "notation:3: DOC104 M1.LO1 has a placeholder in text",
        "notation:4: DOC104 M1.01 has a placeholder in topic, objectives and tutor",
        "notation:11: DOC104 M1.01 has a placeholder in text",
        "notation:12: DOC104 A1 has a placeholder in brief",
    ]
