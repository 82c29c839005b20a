"""What build writes comes in again as the same facts."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from curriculum import pipeline
from curriculum.importing.opening import open_document
from curriculum.importing.understanding import understand
from curriculum.importing.writing import write
from curriculum.model import Programme
from curriculum.paths import WORKED_EXAMPLE
from curriculum.starter import standard_named
from curriculum.timetable import Timetable
from curriculum.writers import mapping_grid, scheme_of_work

TODAY = date(2026, 7, 1)
FIRST = date(2030, 9, 10)
CARE = Path(__file__).parents[1] / "programmes" / "care-foundation"
Facts = dict[str, tuple[object, ...]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    return _built(WORKED_EXAMPLE, out)


def _built(programme: Path, out: Path) -> Path:
    reviewed = pipeline.review(pipeline.load(programme), on=TODAY)
    for writer in (scheme_of_work, mapping_grid):
        writer.write(reviewed, out / writer.FILENAME)
    return out


@pytest.fixture(scope="module")
def original() -> Programme:
    programme = pipeline.load(WORKED_EXAMPLE).programme
    assert programme is not None
    return programme


def _imported(
    path: Path, folder: Path, standard: str = "ST0128"
) -> tuple[Programme, list[str]]:
    start = standard_named(standard)
    got = understand(open_document(path), start.standard, today=TODAY)
    write(folder, got, start, first=FIRST, today=TODAY)
    programme = pipeline.load(folder).programme
    assert programme is not None
    return programme, [f.code for f in got.notes.findings]


def _sessions(programme: Programme, framework: str = "ST0128") -> Facts:
    placed = Timetable.of(programme).by_session
    return {
        s.key: (
            placed[s.key].starts,
            s.topic,
            s.kind,
            s.hours,
            s.off_the_job,
            {k.item: k.depth for k in s.teaches if k.framework == framework},
        )
        for _, s in programme.sessions()
    }


def _texts(programme: Programme) -> Facts:
    return {
        s.key: (s.objectives, s.tutor, s.learners, s.resources, s.check)
        for _, s in programme.sessions()
    }


def _assessments(programme: Programme) -> Facts:
    return {
        a.key: (
            *(a.title, a.purpose, a.module, a.weight, a.method),
            *(a.verify_brief, a.hand_out, a.hand_in, a.feedback, a.verify_sample),
            tuple(sorted(k.item for k in a.assesses)),
            _outcomes(a.outcomes, a.module),
        )
        for a in programme.assessments
    }


def _outcomes(keys: tuple[str, ...], module: str) -> frozenset[str]:
    return frozenset(k if "." in k else f"{module}.{k}" for k in keys)


def test_the_scheme_of_work_gives_the_same_sessions_on_the_same_days(
    built: Path, original: Programme, tmp_path: Path
) -> None:
    made, codes = _imported(built / "scheme-of-work.docx", tmp_path / "made")
    assert _sessions(made) == _sessions(original)
    assert "IMP112" not in codes
    assert "IMP113" not in codes


def test_the_scheme_of_work_gives_the_same_texts_and_assessments(
    built: Path, original: Programme, tmp_path: Path
) -> None:
    made, _ = _imported(built / "scheme-of-work.docx", tmp_path / "made")
    assert _texts(made) == _texts(original)
    assert _assessments(made) == _assessments(original)
    titles = [(m.key, m.title) for m in original.modules]
    assert [(m.key, m.title) for m in made.modules] == titles
    outcomes = [[(o.key, o.text) for o in m.outcomes] for m in original.modules]
    assert [[(o.key, o.text) for o in m.outcomes] for m in made.modules] == outcomes


def test_a_scheme_of_work_by_terms_gives_the_same_sessions(
    original: Programme, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(WORKED_EXAMPLE, source)
    main = source / "programme.toml"
    text = main.read_text("utf-8")
    assert "[documents]" not in text
    main.write_text(text + '\n[documents]\ntables = "term"\n', "utf-8")
    built = _built(source, tmp_path)
    made, codes = _imported(built / "scheme-of-work.docx", tmp_path / "made")
    assert _sessions(made) == _sessions(original)
    assert "IMP112" not in codes


def test_the_grid_gives_the_same_sessions_and_what_is_assessed(
    built: Path, original: Programme, tmp_path: Path
) -> None:
    made, codes = _imported(built / "mapping-grid.xlsx", tmp_path / "made")
    assert _sessions(made) == _sessions(original)
    assert "IMP112" not in codes
    assert "IMP113" not in codes

    def tested(programme: Programme) -> Facts:
        return {
            a.key: (a.title, a.purpose, tuple(sorted(k.item for k in a.assesses)))
            for a in programme.assessments
        }

    assert tested(made) == tested(original)


@pytest.mark.parametrize("columns", ["", '["week", "date", "topic", "ksbs"]'])
def test_two_frameworks_and_modules_with_keys_of_their_own(
    columns: str, tmp_path: Path
) -> None:
    source = tmp_path / "source"
    shutil.copytree(CARE, source)
    main = source / "programme.toml"
    text = main.read_text("utf-8").partition("[documents]")[0]
    chosen = f'[documents]\ntables = "term"\ncolumns = {columns}\n' if columns else ""
    main.write_text(text + chosen, "utf-8")
    original = pipeline.load(source).programme
    assert original is not None
    built = _built(source, tmp_path)
    for document in (scheme_of_work.FILENAME, mapping_grid.FILENAME):
        made, codes = _imported(
            built / document,
            tmp_path / "made" / document,
            str(CARE / "foundation-standard.txt"),
        )
        assert _sessions(made, "FA9001") == _sessions(original, "FA9001")
        assert {m.key: m.title for m in made.modules} == {
            m.key: m.title for m in original.modules
        }
        tested = [sorted(k.item for k in a.assesses) for a in made.assessments]
        assert tested == [["ESB1", "TK1", "TS2"]]
        assert "IMP112" not in codes


def test_an_import_writes_the_same_bytes_again(built: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        _imported(built / "mapping-grid.xlsx", tmp_path / name / "made")
    first, second = (
        {p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()}
        for f in (tmp_path / "one", tmp_path / "two")
    )
    assert first == second
