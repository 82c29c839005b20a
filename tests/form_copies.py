"""A small programme, its form, and copies of the form as people send them back."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from curriculum.form.merging import Merge, merge
from curriculum.form.source import source_of
from curriculum.form.writing import write_form

FILES = {
    "programme.toml": """\
# The small programme of these tests
format = 1
code = "SMALL-1"
title = "Small & <sound>"   # kept beside the title
kind = "apprenticeship"
level = 3
version = "0010"
issued = 2026-06-26
rationale = '''
First paragraph: Łódź, Ysgol Llŷn, 🚀

=Second paragraph'''

[[frameworks]]
id = "ST0128"
source = "software-development-technician"
version = "1.1"
policy = "epa"

[[people]]
key = "JM"
name = "Jo Marsh"
""",
    "calendar.toml": """\
starts = 2026-09-08
ends = 2027-07-09
[[terms]]
title = "Autumn"
starts = 2026-09-07
ends = 2026-12-18
[[closures]]
title = "Staff day"
date = 2026-11-17   # agreed in May
kind = "staff development"
[[closures]]
title = "Staff day"
date = 2026-12-01
[[delivery]]
day = "Tuesday"
starts = 09:30:00
hours = 3.0
[[delivery]]
day = "Tuesday"
starts = 13:30:00
hours = 3.0
""",
    "modules/M01.toml": """\
key = "M01"
title = "Beginnings"
lead = "JM"
hours = 6
prerequisites = []

[intends]
ST0128 = [
  "K1", "K2",   # both from the start
]

[[outcomes]]
key = "LO1"
text = "Explain the plan"

# The first day
[[sessions]]
key = "M01.01"
topic = "Arrivals"
hours = 3
outcomes = ["LO1"]
objectives = [
  "Name the team",
  "Draw the plan",
]
tutor = "=SUM(A1) is how a formula begins"
resources = ["Plan of the rooms"]

[sessions.embedding]
english = "Reading aloud"

[sessions.teaches.ST0128]
K1 = "introduced"  # by story
K7 = "introduced"

[[sessions]]
key = "M01.02"
topic = "Tools"
kind = "workshop"
hours = 3
outcomes = ["LO1"]
[sessions.teaches.ST0128]
K2 = { mark = "introduced", stamp = "abcdef012345" }
""",
    "modules/M02.toml": """\
key = "M02"
title = "Building"
hours = 6
prerequisites = ["M01"]

[[outcomes]]
key = "LO1"
text = "Build a page"

[[sessions]]
key = "M02.01"
topic = "Pages"
hours = 3
outcomes = ["LO1"]
[sessions.teaches.ST0128]
K7 = "developed"

[[sessions]]
key = "M02.02"
topic = "Styles"
hours = 3
outcomes = ["LO1"]
""",
    "assessments.toml": """\
[[assessments]]
key = "A01"
title = "First pages"
purpose = "formative"
module = "M02"
outcomes = ["M02.LO1"]
hand_out = 2027-01-12
hand_in = 2027-02-02
assessor = "JM"
[assessments.assesses.ST0128]
K7 = "assessed"
""",
    "waivers.toml": """\
[[waivers]]
code = "COV101"
subject = "K3"
reason = "Taught at work"
from = 2026-09-01
until = 2027-07-09
""",
}

Edit = Callable[[Workbook], object]


def programme(folder: Path) -> Path:
    """The folder of the small programme."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def texts(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def form(folder: Path, path: Path) -> Path:
    """The form of a programme."""
    write_form(source_of(folder), path)
    return path


def edited(path: Path, edit: Edit, name: str = "copy-1.xlsx") -> Path:
    """A copy of a form, edited with openpyxl."""
    book = load_workbook(path)
    edit(book)
    target = path.with_name(name)
    book.save(target)
    return target


def merged(folder: Path, *forms: Path, **options: object) -> Merge:
    """What a merge would do."""
    return merge(folder, forms, **options)  # type: ignore[arg-type]


def lines(made: Merge) -> list[str]:
    """The changes in plain words, without where they stand."""
    held = made.comparison
    return [str(c).rpartition(" (")[0] for c in (*held.changes, *held.additions)]


def codes(made: Merge) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in made.findings]


def at(book: Workbook, sheet: str, code: str, heading: str) -> str:
    """The address of a cell by the code of its row and the heading of its column."""
    page = book[sheet]
    column = next(c.column_letter for c in page[3] if c.value == heading)
    keys = [[c.value for c in row[:2]] for row in page.iter_rows(min_row=4)]
    row = next(n for n, key in enumerate(keys, start=4) if code in key)
    return f"{column}{row}"


def write(book: Workbook, sheet: str, where: tuple[str, str], value: object) -> str:
    """Write a value into a cell by code and heading; a text stays text."""
    address = at(book, sheet, *where)
    cell = book[sheet][address]
    cell.value = value
    if isinstance(value, str) and value.startswith("="):
        cell.data_type = "s"
    return address


def with_part(
    path: Path, target: Path, part: str, edit: Callable[[bytes], bytes]
) -> Path:
    """A copy of a package with one part edited by hand, or taken out."""
    with ZipFile(path) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            if info.filename == part:
                content = edit(content)
            if content:
                new.writestr(info.filename, content)
    return target
