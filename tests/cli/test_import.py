"""``curriculum import`` as a person calls it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from curriculum import cli
from curriculum.cli._group import curriculum
from foreign_layouts import LAYOUTS


def _run(*words: object) -> Result:
    return CliRunner().invoke(
        curriculum, [str(w) for w in words], standalone_mode=False
    )


def _made(tmp_path: Path, name: str) -> Path:
    path = tmp_path / name
    LAYOUTS[name](path)
    return path


def _import(path: Path, *words: object) -> Result:
    return _run("import", path, "--standard", "ST0128", *words)


def test_it_writes_a_folder_and_says_what_it_took_for_what(tmp_path: Path) -> None:
    path, folder = _made(tmp_path, "term-tables.docx"), tmp_path / "made"
    done = _import(path, "-o", folder)
    assert done.exception is None
    assert done.return_value == cli.Exit.FINE
    written = {
        Path(line).relative_to(folder).as_posix() for line in done.stdout.split()
    }
    assert {"programme.toml", "modules/M01.toml", "import-notes.md"} <= written
    assert "term-tables.docx:table 1, row 2: warning IMP101" in done.stderr
    assert "warnings)" in done.stderr
    checked = _run("check", folder)
    assert "ASM2" not in checked.output


def test_a_preview_shows_columns_and_rows_and_writes_nothing(tmp_path: Path) -> None:
    path = _made(tmp_path, "functional-skills.docx")
    before = sorted(tmp_path.iterdir())
    done = _import(path, "--preview", "-o", tmp_path / "made")
    assert done.return_value == cli.Exit.FINE
    assert "table 1, row 1: a scheme of work, one row a session" in done.stdout
    assert "Lesson Outline" in done.stdout
    assert "→ topic" in done.stdout
    assert "Reading for gist" in done.stdout
    assert "3 sessions in 1 modules" in done.stdout.replace("1 module,", "1 modules,")
    assert sorted(tmp_path.iterdir()) == before


def test_a_column_may_be_named(tmp_path: Path) -> None:
    path = _made(tmp_path, "unit-two.docx")
    done = _import(path, "--preview", "--column", "DODDLE resources=homework")
    lines = [line for line in done.stdout.splitlines() if "DODDLE" in line]
    assert lines[0].split("→")[1].strip() == "homework"


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("Nonsense=topic", "no table has the heading Nonsense"),
        ("Lesson No=nonsense", "fields are week, date"),
        ("Lesson No", "is not HEADING=FIELD"),
    ],
)
def test_a_slip_in_a_column_is_told(tmp_path: Path, column: str, said: str) -> None:
    path = _made(tmp_path, "unit-two.docx")
    done = _import(path, "-o", tmp_path / "made", "--column", column)
    assert said in str(getattr(done.exception, "message", done.exception))
    assert not (tmp_path / "made").exists()


def test_without_a_folder_it_asks_for_one(tmp_path: Path) -> None:
    path = _made(tmp_path, "unit-two.docx")
    assert "-o DIR" in str(getattr(_import(path).exception, "message", ""))


def test_a_start_gives_dates_their_year(tmp_path: Path) -> None:
    path, folder = _made(tmp_path, "two-columns.docx"), tmp_path / "made"
    _import(path, "-o", folder, "--start", "2031-09-01")
    assert "starts = 2031-09-08" in (folder / "calendar.toml").read_text("utf-8")
