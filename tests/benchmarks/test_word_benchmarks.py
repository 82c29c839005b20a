"""The Word template engine beside docxtpl, which fills the same table.

Both fill a scheme of nine columns with the same texts; docxtpl escapes them, as
it must be told to, since it otherwise loses what follows an ampersand.
"""

import tracemalloc
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import TypedDict

import pytest
from docx import Document
from docx.shared import Mm
from docxtpl import DocxTemplate
from pytest_benchmark.fixture import BenchmarkFixture

from curriculum.carried.carrying import carrying, facts_of
from curriculum.office.fields import fields_of
from curriculum.office.package import Package
from curriculum.office.word_template import WordTemplate
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load, review

LEAST_TIMES_FASTER = 20
LEAST_TIMES_FASTER_WITH_FACTS = 3
MOST_TIMES_LONGER = 12
MOST_MIB = 3
ROUNDS = 9
SHORT, LONG = 36, 400

COLUMNS = (
    *("week", "date", "hours", "topic", "outcomes"),
    *("teaching", "resources", "assessment", "ksbs"),
)
TEXT = "All aspects of the life cycle & <its> roles, from plan to hand-over: row "


class Row(TypedDict):
    week: str
    date: str
    hours: str
    topic: str
    outcomes: str
    teaching: str
    resources: str
    assessment: str
    ksbs: str


class Scheme(TypedDict):
    title: str
    session: list[Row]


def scheme(rows: int) -> Scheme:
    made = [{c: f"{TEXT}{n}, {c}" for c in COLUMNS} for n in range(rows)]
    return Scheme(title="Programming & more", session=made)  # type: ignore[typeddict-item]


def template(*row: str, before: str = "", after: str = "") -> bytes:
    """A landscape page with a heading, a picture in the header, and one table."""
    word = Document()
    word.sections[0].page_width = Mm(297)
    word.add_heading("{{ title }}")
    table = word.add_table(rows=0, cols=len(COLUMNS))
    for texts in (COLUMNS, *([before],) * bool(before), row, *([after],) * bool(after)):
        for cell, text in zip(table.add_row().cells, texts, strict=False):
            cell.text = text
    held = BytesIO()
    word.save(held)
    return held.getvalue()


@pytest.fixture(scope="module")
def ours() -> WordTemplate:
    fields = [f"{{{{ session.{column} }}}}" for column in COLUMNS]
    return WordTemplate.open(template(*fields), fields_of(Scheme))


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    fields = [f"{{{{ s.{column} }}}}" for column in COLUMNS]
    made = template(*fields, before="{%tr for s in session %}", after="{%tr endfor %}")
    path = tmp_path_factory.mktemp("peer") / "peer.docx"
    path.write_bytes(made)
    return path


def docxtpl(path: Path, held: Scheme) -> bytes:
    word = DocxTemplate(path)
    word.render(dict(held), autoescape=True)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def cells(document: bytes) -> list[list[str]]:
    table = Document(BytesIO(document)).tables[0]
    return [[cell.text for cell in row.cells] for row in table.rows]


def seconds(work: Callable[[], bytes]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def say(capsys: pytest.CaptureFixture[str], line: str) -> None:
    with capsys.disabled():
        print(f"\n{line}")  # noqa: T201 the figure is what a benchmark is for


def test_both_write_the_same_cells(ours: WordTemplate, peer: Path) -> None:
    held = scheme(SHORT)
    expected = [list(COLUMNS), *(list(row.values()) for row in held["session"])]
    assert cells(ours.fill(held)) == expected == cells(docxtpl(peer, held))


def test_a_scheme_is_filled_many_times_faster_than_by_docxtpl(
    ours: WordTemplate, peer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = scheme(SHORT)
    pairs = [
        (seconds(lambda: ours.fill(held)), seconds(lambda: docxtpl(peer, held)))
        for _ in range(ROUNDS)
    ]
    our, their = (1000 * median(times) for times in zip(*pairs, strict=True))
    ratio = median(theirs / ours_ for ours_, theirs in pairs)
    say(
        capsys,
        f"scheme of {SHORT} rows {our:.2f} ms, docxtpl {their:.1f} ms: "
        f"{ratio:.0f} times faster",
    )
    assert ratio >= LEAST_TIMES_FASTER


MANY, FEW = 1_000, 40
LEAST_RATE_RATIO = 10


def _fill_many(path: Path, folder: Path, numbers: range) -> None:
    """Fill one compiled template many times, each with its own content."""
    made = WordTemplate.open(path, fields_of(Scheme))
    for number in numbers:
        held = scheme(SHORT) | {"title": f"Cohort {number}"}
        (folder / f"{number}.docx").write_bytes(made.fill(held))


def _docxtpl_many(path: Path, folder: Path, numbers: range) -> None:
    for number in numbers:
        (folder / f"{number}.docx").write_bytes(docxtpl(path, scheme(SHORT)))


def rate(
    work: Callable[[Path, Path, range], None], path: Path, folder: Path, count: int
) -> float:
    """Documents a second by two processes that are running already."""
    halves = (range(count // 2), range(count // 2, count))
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(work, (path,) * 2, (folder,) * 2, (range(1), range(1, 2))))
        begun = perf_counter()
        list(pool.map(work, (path,) * 2, (folder,) * 2, halves))
        spent = perf_counter() - begun
    return count / spent


def test_a_thousand_schemes_go_to_disk(
    tmp_path: Path, peer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "ours.docx"
    own.write_bytes(template(*(f"{{{{ session.{column} }}}}" for column in COLUMNS)))
    folders = [tmp_path / name for name in ("own", "peer")]
    for folder in folders:
        folder.mkdir()
    our = rate(_fill_many, own, folders[0], MANY)
    their = rate(_docxtpl_many, peer, folders[1], FEW)
    assert len(list(folders[0].iterdir())) == MANY
    say(
        capsys,
        f"{MANY} schemes of {SHORT} rows to disk: {our:.0f} a second by two "
        f"processes, docxtpl {their:.0f}: {our / their:.0f} times as many",
    )
    assert our / their >= LEAST_RATE_RATIO


def test_a_scheme_that_carries_its_facts_is_still_many_times_faster(
    ours: WordTemplate, peer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held, reviewed = scheme(SHORT), review(load(WORKED_EXAMPLE))

    def carrying_scheme() -> bytes:
        package = Package.open(ours.fill(held), name="scheme.docx")
        return carrying(package, facts_of(package, reviewed, "scheme.docx", "Scheme"))

    carrying_scheme()
    pairs = []
    for _ in range(ROUNDS):
        begun = process_time()
        carrying_scheme()
        between = process_time()
        docxtpl(peer, held)
        pairs.append((between - begun, process_time() - between))
    ratio = median(theirs / ours_ for ours_, theirs in pairs)
    our = 1000 * median(ours_ for ours_, _ in pairs)
    say(capsys, f"with its facts {our:.2f} ms: {ratio:.0f} times faster than docxtpl")
    assert ratio >= LEAST_TIMES_FASTER_WITH_FACTS


def test_time_grows_with_the_rows(
    ours: WordTemplate, capsys: pytest.CaptureFixture[str]
) -> None:
    short, long = scheme(SHORT), scheme(LONG)
    pairs = [
        (seconds(lambda: ours.fill(short)), seconds(lambda: ours.fill(long)))
        for _ in range(5 * ROUNDS)
    ]
    few, many = (1000 * median(times) for times in zip(*pairs, strict=True))
    say(
        capsys,
        f"{SHORT} rows {few:.2f} ms, {LONG} rows {many:.2f} ms: "
        f"{many / few:.1f} times as long",
    )
    assert many / few <= MOST_TIMES_LONGER


def test_a_long_scheme_takes_little_memory(
    ours: WordTemplate, capsys: pytest.CaptureFixture[str]
) -> None:
    held = scheme(LONG)
    tracemalloc.start()
    ours.fill(held)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    say(capsys, f"{LONG} rows take {peak / 2**20:.1f} MiB")
    assert peak <= MOST_MIB * 2**20


def test_filling(ours: WordTemplate, benchmark: BenchmarkFixture) -> None:
    assert benchmark(ours.fill, scheme(SHORT))


def test_docxtpl(peer: Path, benchmark: BenchmarkFixture) -> None:
    assert benchmark(docxtpl, peer, scheme(SHORT))
