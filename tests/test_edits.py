"""Edits of TOML texts: what was asked for, and every other line as it lies."""

import tomllib
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.edits import TomlText, document, toml_value

TEXT = '''\
# head
key = "M1" # the key
list = [
  "a", # why
  "b",
]
long = """
one
two"""

[intends]
ST = ["K1", "K2"]

[[outcomes]]
key = "LO1"

# about one
[[sessions]]
key = "1"
hours = 3

[sessions.teaches.ST]
K1 = "introduced"

# about two
[[sessions]]
key = "2"
teaches.ST.K2 = { mark = "developed", stamp = "abc" }
# end
'''


def after(*steps: tuple[Any, ...], text: str = TEXT) -> list[str]:
    """The lines that differ once the steps are taken: + for new, - for gone."""
    edit = TomlText(text)
    for step, *given_ in steps:
        getattr(edit, step)(*given_)
    made = edit.text()
    old, new = text.split("\n"), made.split("\n")
    gone = [f"-{line}" for line in old if line.strip() and line not in new]
    return gone + [f"+{line}" for line in new if line.strip() and line not in old]


def test_no_edit_changes_no_byte() -> None:
    assert TomlText(TEXT).text() == TEXT


@pytest.mark.parametrize(
    ("step", "lines"),
    [
        (("set", ("key",), "M=2"), ['-key = "M1" # the key', '+key = "M=2" # the key']),
        (("set", ("lead",), "JM"), ['+lead = "JM"']),
        (("set", ("sessions", 0, "hours"), 2.5), ["-hours = 3", "+hours = 2.5"]),
        (("set", ("sessions", 1, "day"), date(2026, 9, 8)), ["+day = 2026-09-08"]),
        (
            ("set", ("sessions", 0, "teaches", "ST", "K7"), "mastered"),
            ['+K7 = "mastered"'],
        ),
        (
            ("set", ("sessions", 1, "teaches", "ST", "K7"), "mastered"),
            ['+teaches.ST.K7 = "mastered"'],
        ),
        (
            ("set", ("sessions", 1, "teaches", "ST", "K2", "mark"), "mastered"),
            [
                '-teaches.ST.K2 = { mark = "developed", stamp = "abc" }',
                '+teaches.ST.K2 = { mark = "mastered", stamp = "abc" }',
            ],
        ),
        (
            ("set", ("sessions", 0, "embedding", "maths"), "Count"),
            ["+[sessions.embedding]", '+maths = "Count"'],
        ),
        (("set", ("intends", "DT"), ["git"]), ['+DT = ["git"]']),
        (
            ("set", ("intends", "ST"), ["K2", "K9"]),
            ['-ST = ["K1", "K2"]', '+ST = ["K2", "K9"]'],
        ),
        (("set", ("list",), ["a", "b", "c"]), ['-  "b",', '+  "b", "c",']),
        (
            ("set", ("list",), ["z"]),
            [
                "-list = [",
                '-  "a", # why',
                '-  "b",',
                "-]",
                "+# why",
                '+list = ["z"]',
            ],
        ),
        (("remove", ("sessions", 0, "hours")), ["-hours = 3"]),
        (("remove", ("long",)), ['-long = """', "-one", '-two"""']),
        (("remove", ("absent",)), []),
        (
            ("insert", ("outcomes",), 1, {"key": "LO2"}),
            ['+key = "LO2"'],
        ),
    ],
)
def test_each_edit_touches_its_own_lines(
    step: tuple[Any, ...], lines: list[str]
) -> None:
    assert after(step) == lines


def test_tables_of_an_array_come_and_go_in_one_batch() -> None:
    edit = TomlText(TEXT)
    edit.insert(("sessions",), 1, {"key": "1b", "teaches": {"ST": {"K1": "taught"}}})
    edit.insert(("sessions",), 2, {"key": "3"})
    edit.remove(("sessions", 0))
    edit.set(("sessions", 1, "key"), "two")
    tables = tomllib.loads(edit.text())
    assert [session["key"] for session in tables["sessions"]] == ["1b", "two", "3"]
    assert "# about two\n[[sessions]]" in edit.text()


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    edit = TomlText(text)
    edit.set(("lead",), "JM")
    made = edit.text()
    assert made.startswith("\ufeff# head\r\n")
    assert made.count("\r\n") == made.count("\n")


def test_a_list_of_tables_in_one_line_is_edited_too() -> None:
    edit = TomlText('people = [{ key = "a" }, { key = "b" }]\n')
    edit.insert(("people",), 1, {"key": "c"})
    edit.remove(("people", 0))
    assert edit.text() == 'people = [{ key = "c" }, { key = "b" }]\n'


texts = st.text(max_size=60).filter(lambda t: "\r" not in t)
values = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(2**62), 2**62),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.times().map(lambda t: t.replace(microsecond=0)),
    st.lists(texts, max_size=4),
)
safe = values.filter(lambda v: "\ud800" not in repr(v))


@given(values)
def test_a_value_reads_back_as_it_was_written(value: object) -> None:
    assert tomllib.loads(f"x = {toml_value(value)}") == {"x": value}


@given(st.dictionaries(st.sampled_from(["key", "list", "long", "new", "ž"]), values))
def test_any_values_can_be_set_together(wanted: dict[str, object]) -> None:
    edit = TomlText(TEXT)
    for key, value in wanted.items():
        edit.set((key,), value)
    made = tomllib.loads(edit.text())
    assert {key: made[key] for key in wanted} == wanted
    assert made["sessions"] == tomllib.loads(TEXT)["sessions"]


def test_a_whole_text_reads_back_as_it_was_written() -> None:
    tables = tomllib.loads(TEXT) | {"at": time(9, 30), "empty": {}}
    assert tomllib.loads(document(tables)) == tables


def test_what_toml_has_no_word_for_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="TOML has no object"):
        toml_value(object())
