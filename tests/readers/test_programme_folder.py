"""Programme folders: every fault is a finding with file and line; the rest stays."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.errors import SourceError
from curriculum.model import FURTHER_COLUMNS, SCHEME_COLUMNS, Depth, Theme
from curriculum.readers.programme import Draft, read_folder
from curriculum.readers.programme.lines import Lines
from curriculum.writers.scheme_of_work import COLUMNS

PROGRAMME = """\
format = 1
code = "X-1"
title = "Plumbing & Heating"
"""
CALENDAR = """\
starts = 2026-09-08
ends = 2027-07-01
"""
MODULE = """\
key = "M01"
title = "Pipes"
hours = 3
[intends]
ST9 = ["K1"]
[[outcomes]]
key = "LO1"
text = "Join two pipes"
[[sessions]]
key = "M01.01"
topic = "Żółć i rury <b>&"
hours = 3
outcomes = ["LO1"]
[sessions.embedding]
maths = "Measure bends"
[sessions.teaches.ST9]
K1 = "introduced"
"""


def folder(root: Path, **files: str) -> Path:
    """A programme folder of the files above, each replaced or added by name."""
    texts = {"programme": PROGRAMME, "calendar": CALENDAR, "M01": MODULE} | files
    (root / "modules").mkdir()
    for name, text in texts.items():
        place = root / "modules" if name.startswith("M") else root
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    if "assessments" not in files:
        (root / "assessments.toml").write_text("")
    return root


def read(root: Path, **files: str) -> tuple[Draft, list[str]]:
    draft, findings = read_folder(folder(root, **files))
    return draft, [str(finding) for finding in findings]


def test_reads_what_a_college_writes(tmp_path: Path) -> None:
    draft, findings = read(tmp_path)
    assert findings == []
    [module] = draft.modules
    [session] = module.sessions
    assert session.topic == "Żółć i rury <b>&"
    assert [(k.item, k.depth) for k in session.teaches] == [("K1", Depth.INTRODUCED)]
    assert [(e.theme, e.text) for e in session.embedding] == [
        (Theme.MATHS, "Measure bends")
    ]
    assert str(session.teaches[0].source) == "modules/M01.toml:17"


@pytest.mark.parametrize(
    ("wrong", "right", "says"),
    [
        ("hour = 3", "hours = 3", "hour is not a known key; did you mean hours?"),
        ('hours = "three"', "hours = 3", "hours three is not a number"),
    ],
)
def test_a_slip_in_a_module_is_named_and_the_module_stays(
    tmp_path: Path, wrong: str, right: str, says: str
) -> None:
    draft, findings = read(tmp_path, M01=MODULE.replace(right, wrong, 1))
    assert [f.partition(" ")[2].partition(" ")[2] for f in findings] == [says]
    assert findings[0].startswith("modules/M01.toml:3: ")
    assert [m.title for m in draft.modules] == ["Pipes"]


def test_a_session_without_a_topic_is_named_and_the_others_stay(tmp_path: Path) -> None:
    more = '[[sessions]]\nkey = "M01.02"\nhours = 2\n'
    draft, findings = read(tmp_path, M01=MODULE + more)
    [finding] = findings
    assert finding == (
        "modules/M01.toml:18: ASM203 sessions 2 has no topic; sessions 2 is left out "
        "until that is mended"
    )
    assert [s.key for s in draft.modules[0].sessions] == ["M01.01"]


def test_a_depth_that_does_not_exist_is_named(tmp_path: Path) -> None:
    _, findings = read(tmp_path, M01=MODULE.replace('"introduced"', '"introducd"'))
    [finding] = findings
    assert finding == (
        "modules/M01.toml:17: ASM202 K1 is marked introducd, not introduced, "
        "developed, mastered, taught; did you mean introduced?"
    )


def test_a_module_that_is_no_toml_is_left_out_and_named(tmp_path: Path) -> None:
    draft, findings = read(tmp_path, M02='key = "M02\ntitle = 1\n')
    assert [m.key for m in draft.modules] == ["M01"]
    assert len(findings) == 1
    assert findings[0].startswith("modules/M02.toml:1: ASM204 cannot be read as TOML: ")


def test_windows_line_ends_and_a_byte_order_mark_are_taken(tmp_path: Path) -> None:
    root = folder(tmp_path)
    path = root / "modules" / "M01.toml"
    path.write_bytes(b"\xef\xbb\xbf" + MODULE.replace("\n", "\r\n").encode())
    draft, findings = read_folder(root)
    assert findings == []
    assert str(draft.modules[0].sessions[0].teaches[0].source).endswith(":17")


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "calendar.toml").write_bytes(CALENDAR.encode() + b"# caf\xe9\n")
    _, findings = read_folder(root)
    assert [str(f) for f in findings] == [
        "calendar.toml:3: ASM204 is not UTF-8; save it as UTF-8"
    ]


def test_a_folder_without_a_programme_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"has no programme\.toml"):
        read_folder(tmp_path)


def test_a_programme_that_is_no_toml_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"programme\.toml:2: cannot be read as TOML"):
        read(tmp_path, programme="format = 1\ncode = \n")


def test_modules_are_taught_in_the_order_stated(tmp_path: Path) -> None:
    other = MODULE.replace("M01", "M02")
    ordered = PROGRAMME + 'order = ["M02", "M01"]\n'
    draft, findings = read(tmp_path, programme=ordered, M02=other)
    assert findings == []
    assert [m.key for m in draft.modules] == ["M02", "M01"]


def test_a_day_off_of_one_day_and_of_several(tmp_path: Path) -> None:
    closures = """
[[closures]]
title = "Open day"
date = 2026-11-17
[[closures]]
title = "Works"
starts = 2027-01-04
ends = 2027-01-06
kind = "holidy"
"""
    draft, findings = read(tmp_path, calendar=CALENDAR + closures)
    assert draft.calendar is not None
    days = [(c.title, c.starts.day, c.ends.day) for c in draft.calendar.closures]
    assert days == [("Open day", 17, 17), ("Works", 4, 6)]
    [finding] = findings
    assert finding == (
        "calendar.toml:11: ASM202 kind holidy is none of closure, "
        "staff development or holiday"
    )


def test_waivers_say_from_and_until(tmp_path: Path) -> None:
    waiver = """\
[[waivers]]
code = "COV103"
subject = "K1"
reason = "Taught at the employer"
until = 2027-07-01
form = 2026-09-08
"""
    draft, findings = read(tmp_path, waivers=waiver)
    assert [(w.code, w.starts, str(w.ends)) for w in draft.waivers] == [
        ("COV103", None, "2027-07-01")
    ]
    assert findings == [
        "waivers.toml:6: ASM201 form is not a known key; did you mean from?"
    ]


keys = st.from_regex(r"[a-z][a-z0-9_-]{0,6}", fullmatch=True)
values = st.sampled_from(
    [
        "1",
        '"x"',
        '"a # [b"',
        '"""\n[no]\nkey = 1\n"""',
        '[\n  "a",\n  "]",\n]',
        "'''\n'''",
    ]
)


@given(st.lists(st.tuples(keys, values), unique_by=lambda pair: pair[0], max_size=8))
def test_the_line_of_a_key_is_the_line_that_holds_it(
    pairs: list[tuple[str, str]],
) -> None:
    text = "".join(f"{key} = {value}\n" for key, value in pairs)
    tomllib.loads(text)
    lines, written = Lines(text), text.split("\n")
    for key, _ in pairs:
        assert written[lines.at((key,)) - 1].startswith(f"{key} = ")


def test_a_column_that_the_scheme_does_not_have_is_named(tmp_path: Path) -> None:
    wanted = '[documents]\ncolumns = ["week", "topics"]\n'
    _, findings = read(tmp_path, programme=PROGRAMME + wanted)
    assert findings == [
        "programme.toml:5: ASM202 topics is not a known column; did you mean topic?"
    ]


def test_the_known_columns_are_those_that_the_writer_has() -> None:
    assert set(COLUMNS) == {*SCHEME_COLUMNS, *FURTHER_COLUMNS}


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("order = 5", "programme.toml:4: ASM202 order 5 is not a list in square"),
        (
            'order = ["M01", "M2"]',
            "programme.toml:4: ASM202 order names M2, and there is no modules/M2.toml",
        ),
        (
            "[setings.COV103]",
            "programme.toml:4: ASM201 setings is not a known key; did you mean sett",
        ),
    ],
)
def test_a_slip_in_the_head_is_named_at_its_line(
    tmp_path: Path, lines: str, says: str
) -> None:
    _, findings = read(tmp_path, programme=f"{PROGRAMME}{lines}\n")
    assert [f.startswith(says) for f in findings] == [True]


def test_an_empty_value_and_a_limit_are_told_in_plain_words(tmp_path: Path) -> None:
    calendar = f'{CALENDAR}[[delivery]]\nday = ""\nhours = -3\n'
    _, findings = read(tmp_path, calendar=calendar)
    assert [f.partition("; ")[0] for f in findings] == [
        (
            "calendar.toml:4: ASM202 day is none of Monday, Tuesday, Wednesday, "
            "Thursday, Friday, Saturday or Sunday"
        ),
        "calendar.toml:5: ASM202 hours -3 is not greater than 0",
    ]
