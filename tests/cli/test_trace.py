"""``trace``: the sample of a pack is drawn again, with nothing but the pack."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from curriculum.cli._group import curriculum
from curriculum.errors import SourceError
from programme_files import plumbing


def run(*words: object) -> Result:
    return CliRunner().invoke(
        curriculum, [str(word) for word in words], standalone_mode=False
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plumbing(tmp_path_factory.mktemp("trace") / "plan")


@pytest.fixture(scope="module")
def pack(folder: Path) -> Path:
    out = folder.parent / "out"
    done = run(
        "build", folder, "--out", out, "--only", "review-pack", "--pack", "findings"
    )
    assert done.exception is None, done.exception
    return out / "PL-1" / "review-pack.zip"


def test_pack_and_programme_draw_the_same(folder: Path, pack: Path) -> None:
    assert run("trace", pack).stdout == run("trace", folder).stdout
    own = run("trace", pack, "--seed", "Łódź 7")
    assert own.stdout == run("trace", folder, "--seed", "Łódź 7").stdout
    assert own.stdout.startswith("seed Łódź 7: 3 of 3 statements\n")


def test_a_trace_says_where_to_look_and_what_is_missing(pack: Path) -> None:
    told = run("trace", pack, "--seed", "1").stdout
    assert "scheme-of-work.docx, heading M01 Pipes, row M01.01" in told
    assert "K2  The water regulations\n  taught    in no session" in told
    assert told.count("assessed  by nothing") == 3


def test_for_machines_it_is_one_object(pack: Path) -> None:
    held = json.loads(run("trace", pack, "--seed", "1", "--size", "2", "--json").stdout)
    assert (held["seed"], held["of"], len(held["drawn"])) == ("1", 3, 2)


@pytest.mark.parametrize("parts", [{}, {"traces.json": "{"}, {"traces.json": "\xff"}])
def test_a_zip_that_is_no_pack_is_refused(
    tmp_path: Path, parts: dict[str, str]
) -> None:
    path = tmp_path / "other.zip"
    with ZipFile(path, "w") as made:
        made.writestr("letter.txt", "hello")
        for name, text in parts.items():
            made.writestr(name, text.encode("latin-1"))
    done = run("trace", path)
    assert isinstance(done.exception, SourceError)
    assert str(done.exception).startswith("other.zip: ")


@pytest.mark.parametrize("content", [b"", b"PK\3\4 no zip", b"hello"])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(content)
    done = run("trace", path)
    assert isinstance(done.exception, SourceError)
