"""``curriculum verify`` and ``curriculum compare`` as people call them."""

import json
import shutil
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from curriculum.carried import signing
from curriculum.cli import main
from curriculum.errors import SourceError
from generated import changed, saying, weekly, without, written

CARE = Path(__file__).parents[1] / "programmes" / "care-foundation"


@dataclass(frozen=True)
class Done:
    """What a command printed, and how it ended."""

    returncode: object
    stdout: str
    stderr: str


def run(*words: str | Path) -> Done:
    """Call the program as the shell does, without waiting for a new Python."""
    out, err = StringIO(), StringIO()
    called = patch.object(sys, "argv", ["curriculum", *map(str, words)])
    left = pytest.raises(SystemExit)
    with called, redirect_stdout(out), redirect_stderr(err), left as ended:
        main()
    return Done(ended.value.code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def scheme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("scheme-of-work", weekly(), tmp_path_factory.mktemp("cli"))


def test_a_document_as_it_was_written(scheme: Path) -> None:
    done = run("verify", scheme)
    assert done.returncode == 0
    assert "scheme-of-work.docx: nothing changed since curriculum " in done.stdout
    assert "verify finds drift; it is no signature" in done.stdout
    assert "the checks on the facts that it carries find" in done.stdout


def test_an_edit_makes_the_exit_code_1(scheme: Path, tmp_path: Path) -> None:
    done = run("verify", changed(scheme, tmp_path / "e.docx", saying("K3", "K8")))
    assert done.returncode == 1
    assert "  scheme of work, week 2, column KSBs: was K3, now K8\n" in done.stdout


def test_one_that_cannot_be_verified_does_not_hide_the_others(
    scheme: Path, tmp_path: Path
) -> None:
    bare = without(scheme, tmp_path / "bare.docx", r"^customXml/")
    (tmp_path / "no.xlsx").write_bytes(b"no workbook")
    done = run("verify", bare, scheme, tmp_path / "no.xlsx", tmp_path / "missing.docx")
    assert done.returncode == 3
    assert "scheme-of-work.docx: nothing changed" in done.stdout
    assert (
        "curriculum: bare.docx: the facts that it carried were stripped" in done.stderr
    )
    assert "curriculum: no.xlsx: is not an Office file" in done.stderr
    assert "there is no such file" in done.stderr
    assert "Traceback" not in done.stderr


def test_many_files_are_counted_and_the_changed_ones_named(
    scheme: Path, tmp_path: Path
) -> None:
    edited = changed(scheme, tmp_path / "edited.docx", saying("K3", "K8"))
    done = run("verify", scheme, edited, tmp_path / "missing.docx")
    assert (
        "3 files: 1 unchanged, 1 changed (edited.docx), 1 that cannot be verified"
        in done.stdout
    )
    assert " files: " not in run("verify", scheme).stdout


def test_machines_get_one_object(scheme: Path, tmp_path: Path) -> None:
    edited = changed(scheme, tmp_path / "e.docx", saying("K3", "K8"))
    done = run("verify", "--json", edited, scheme)
    told = json.loads(done.stdout)
    first, second = told["files"]
    assert done.returncode == 1
    assert (first["changed"], second["changed"]) == (True, False)
    assert first["edits"][0]["was"] == "K3"
    assert first["edits"][0]["now"] == "K8"
    assert first["written"]["document"] == "scheme-of-work.docx"
    assert "no signature" in told["remark"]
    assert told["schema"] == 1


def test_accepted_edits_are_listed_and_written_only_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "care"
    shutil.copytree(CARE, folder)
    assert run("build", folder, "--out", tmp_path, "--only", "scheme-of-work").stderr
    (path,) = tmp_path.glob("*/scheme-of-work.docx")
    topic = next(
        line.split('"')[1]
        for line in next((folder / "modules").glob("*.toml")).read_text().splitlines()
        if line.startswith("topic = ")
    )
    edited = changed(path, tmp_path / "e.docx", saying(topic, "Another topic"))
    listed = run("verify", edited, "--accept")
    assert listed.returncode == 1
    assert f"topic {topic} → Another topic (e.docx, scheme of work" in listed.stdout
    assert "1 change; nothing is written without --programme DIR" in listed.stderr
    before = run("verify", edited, "--accept", "--programme", folder)
    assert "1 change; nothing is written without --write" in before.stderr
    after = run("verify", edited, "--accept", "--programme", folder, "--write")
    assert "1 change written to 1 file" in after.stderr
    texts = [file.read_text("utf-8") for file in (folder / "modules").glob("*.toml")]
    assert sum('topic = "Another topic"' in text for text in texts) == 1
    again = run("verify", edited, "--accept", "--programme", folder, "--json")
    assert json.loads(again.stdout)["accept"]["changes"] == []


@pytest.mark.parametrize(
    "words", [["--write"], ["--programme", "."], ["--accept", "--write"]]
)
def test_options_that_need_each_other(words: Sequence[str], scheme: Path) -> None:
    assert run("verify", scheme, *words).returncode == 2


def keys(folder: Path, name: str) -> tuple[Path, Path]:
    """A private and a public key, as openssl writes them."""
    serialization = pytest.importorskip(
        "cryptography.hazmat.primitives.serialization",
        reason="the optional library cryptography is not installed",
    )
    ed25519 = pytest.importorskip("cryptography.hazmat.primitives.asymmetric.ed25519")
    key = ed25519.Ed25519PrivateKey.generate()
    private, public = folder / f"{name}.pem", folder / f"{name}.pub.pem"
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    public.write_bytes(
        key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    return private, public


def test_signed_documents_are_confirmed_by_the_right_key_alone(
    scheme: Path, tmp_path: Path
) -> None:
    private, public = keys(tmp_path, "college")
    _, other = keys(tmp_path, "other")
    words = ("--only", "scheme-of-work,mapping-grid.xlsx", "--sign", private)
    run("build", CARE, "--out", tmp_path, *words)
    signed = sorted(tmp_path.glob("*/*.*"))
    assert len(signed) == 2
    done = run("verify", *signed, "--key", public)
    assert done.returncode == 0
    assert done.stdout.count("it is signed, and the signature is of") == 2
    assert "no signature" not in done.stdout
    wrong = run("verify", signed[0], "--key", other)
    assert wrong.returncode == 1
    assert "its signature is not of other.pub.pem" in wrong.stdout
    unsigned = run("verify", scheme, "--key", public)
    assert unsigned.returncode == 1
    assert "it is not signed" in unsigned.stdout
    bare = run("verify", signed[0])
    assert bare.returncode == 0
    assert "--key FILE says whether" in bare.stdout


def test_what_is_no_key_is_refused(scheme: Path, tmp_path: Path) -> None:
    private, public = keys(tmp_path, "college")
    assert run("verify", scheme, "--key", private).returncode == 3
    assert run("verify", scheme, "--key", scheme).returncode == 3
    refused = run("build", CARE, "--out", tmp_path / "out", "--sign", public)
    assert refused.returncode == 3
    assert "is no private key of Ed25519" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_without_the_library_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives", None)
    for read in (signing.private_key, signing.public_key):
        with pytest.raises(SourceError, match=r"pip install .curriculum\[sign\]"):
            read(tmp_path / "key.pem")


def test_compare_as_text_page_and_word(scheme: Path, tmp_path: Path) -> None:
    edited = changed(scheme, tmp_path / "e.docx", saying("K3", "K8"))
    done = run("compare", scheme, edited)
    assert done.returncode == 0
    assert "~ week 2, column KSBs: was K3, now K8\n" in done.stdout
    page = run("compare", scheme, edited, "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    word = tmp_path / "changes.docx"
    assert run("compare", scheme, edited, "-o", word).returncode == 0
    assert word.read_bytes().startswith(b"PK")
    told = json.loads(run("compare", scheme, edited, "--format", "json").stdout)
    assert told["verdict"] == "1 changed"
    assert run("compare", scheme, edited, "--format", "word").returncode == 2
    assert run("compare", scheme, tmp_path / "no").returncode == 3
    nowhere = run("compare", scheme, edited, "-o", tmp_path / "no" / "a.html")
    assert nowhere.returncode == 5
