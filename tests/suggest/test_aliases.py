from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.suggest.aliases import OF_A_COLLEGE, aliases_of, is_name, speaks_of


def named(text: str) -> set[str]:
    return {name for alias in speaks_of(text, aliases_of()) for name in alias.names}


def test_a_product_is_found_by_any_of_its_names() -> None:
    assert "Jira" in named("Plan the sprint in JIRA.")
    assert "Power BI" in named("A dashboard in PowerBI")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("JavaScript in the browser", "Java"),
        ("C# and its tools", "C++"),
        ("react quickly, excel at it, take the rest", "React"),
        ("react quickly, excel at it, take the rest", "Excel"),
        ("a digital gitter", "git"),
    ],
)
def test_a_name_within_another_word_is_not_found(text: str, absent: str) -> None:
    assert absent not in named(text)


def test_every_alias_has_an_activity_and_a_source_and_no_name_stands_twice() -> None:
    every = aliases_of()
    names = [name for alias in every for name in alias.names]
    assert len(every) > 30
    assert len(names) == len(set(names))
    assert all(alias.activity.strip() and alias.source.strip() for alias in every)


def test_an_activity_names_no_product() -> None:
    every = aliases_of()
    assert not [a.activity for a in every if speaks_of(a.activity, every)]


def test_a_college_adds_its_own(tmp_path: Path) -> None:
    (tmp_path / OF_A_COLLEGE).write_text(
        '[[aliases]]\nnames = ["Moodle"]\nactivity = "online learning"\nsource = "us"\n'
    )
    (found,) = speaks_of("Upload it to Moodle", aliases_of(tmp_path))
    assert found.activity == "online learning"


@pytest.mark.parametrize(
    "text",
    [
        "aliases = 3",
        "[[aliases]]\nnames = ['x']",
        "= nothing",
        "[[aliases]]\nnames = 3",
    ],
)
def test_a_file_that_is_no_table_of_aliases_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / OF_A_COLLEGE).write_text(text)
    with pytest.raises(SourceError, match=OF_A_COLLEGE):
        aliases_of(tmp_path)


def test_a_name_alone_is_told_from_a_description() -> None:
    every = aliases_of()
    assert is_name("CSS", every)
    assert is_name(" Git ", every)
    assert not is_name("Web Framework", every)
