import pytest

from curriculum.checks._clauses import clauses


@pytest.mark.parametrize(
    ("wording", "listed"),
    [
        ("Roles and responsibilities", ()),
        (
            "All stages, including design, user testing and release",
            ("design", "user testing", "release"),
        ),
        (
            "Trends such as Internet of Things (IoT), Augmented Reality (AR)",
            ("Internet of Things (IoT)", "Augmented Reality (AR)"),
        ),
        (
            "Testing of components (including software, hardware), and the result",
            ("software", "hardware"),
        ),
        (
            "Channels, including shared technologies such as threads and chat",
            ("threads", "chat"),
        ),
        (
            "Channels, including email, shared technologies such as threads",
            ("email", "threads"),
        ),
        ("Constraints such as health and safety", ("health and safety",)),
        ("Plan work with tools, e.g. boards (or similar), to keep time", ("boards",)),
        ("Risks * dependencies * escalation", ("dependencies", "escalation")),
        ("Materials (steel; brass; copper) and uses", ("steel", "brass", "copper")),
        ("Including the basic principles", ()),
    ],
)
def test_what_a_statement_lists_by_name(wording: str, listed: tuple[str, ...]) -> None:
    assert clauses(wording) == listed
