"""The commands as a person calls them: output, exit codes, the right stream."""

import json
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from curriculum import cli
from curriculum.cli._group import curriculum as group
from curriculum.paths import PUBLISHED, TEMPLATES, WORKED_EXAMPLE
from curriculum.writers import all_writers, usual_writers

STANDARD = (
    PUBLISHED / "occupational-standard-st0128-software-development-technician.txt"
)
MAP = PUBLISHED / "occupational-map-digital.txt"
PROFILE = PUBLISHED / "career-cluster-profile-digital-technology.txt"


def curriculum(
    *words: object, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command line as its own process."""
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-m", "curriculum", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        check=False,
        timeout=120,
    )


def test_help_imports_no_library_that_it_does_not_need() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['curriculum', '--help']\n"
        "from curriculum.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'openpyxl', 'xlsxwriter', 'docx', 'jinja2', 'pydantic', 'lxml',"
        " 'click'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "build" in done.stdout
    assert done.stderr.strip() == "[]"


def test_help_is_word_for_word_what_click_would_print() -> None:
    own = CliRunner().invoke(
        group, ["--help"], prog_name="curriculum", terminal_width=78
    )
    assert cli.plain_help() == own.output
    assert curriculum("-h").stdout == curriculum("--help").stdout == own.output


def test_build_writes_every_document_of_the_worked_example(tmp_path: Path) -> None:
    done = curriculum("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = [Path(line) for line in done.stdout.splitlines()]
    parts = [path for path in written if path.parent.name == "module-handbooks"]
    whole = [path.name for path in written if path not in parts]
    assert whole == [w.filename for w in usual_writers()]
    assert [path.name[:3] for path in parts] == [f"M{n:02}" for n in range(1, 13)]
    assert all((tmp_path / path).stat().st_size > 1000 for path in written)


def test_build_writes_only_what_is_named(tmp_path: Path) -> None:
    done = curriculum(
        "build", "--only", "findings,session-plans", "--only", "Findings", cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "findings.html",
        "findings.json",
        "session-plans.docx",
    ]


def test_build_of_a_document_that_is_not_there_says_what_may_be_meant() -> None:
    done = curriculum("build", "--only", "scheme-of-wrok")
    assert done.returncode == 2
    assert "there is no document scheme-of-wrok; did you mean scheme-of-work?" in (
        done.stderr
    )
    assert "curriculum documents lists them all" in (
        curriculum("build", "--only", "zzz").stderr
    )


def test_build_for_a_learner_writes_the_training_plan_too(tmp_path: Path) -> None:
    (tmp_path / "ceri.toml").write_text('name = "Ceri"\nemployr = "x"\n', "utf-8")
    done = curriculum(
        "build", "--only", "findings.json", "--learner", "ceri.toml", cwd=tmp_path
    )
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "findings.json",
        "training-plan.docx",
    ]
    assert "ceri.toml:2: error ASM201 employr is not a known key" in done.stderr


def test_documents_lists_each_with_a_line() -> None:
    done = curriculum("documents")
    for writer in all_writers():
        assert f"  {writer.filename} " in done.stdout
        assert writer.summary in done.stdout
    by_build, _, by_name = done.stdout.partition("By build --only NAME")
    assert "assessment-plan.docx" in by_build
    assert "session-plans.docx" in by_name


def test_documents_as_json_is_one_object_with_a_schema() -> None:
    data = json.loads(curriculum("documents", "--json").stdout)
    assert data["schema"] == 1
    assert {d["filename"]: d["optional"] for d in data["documents"]}[
        "session-plans.docx"
    ] is True


def test_build_into_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    done = curriculum("build", "--out", tmp_path / "taken" / "deeper")
    assert done.returncode == 5
    assert "cannot be written" in done.stderr
    assert done.stdout == ""


def test_check_prints_findings_on_stdout_and_nothing_else(tmp_path: Path) -> None:
    done = curriculum("check", WORKED_EXAMPLE, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.startswith("Software Development Technician (")


def test_check_as_json_is_one_object_with_a_schema() -> None:
    done = curriculum("check", WORKED_EXAMPLE, "--json")
    data = json.loads(done.stdout)
    assert data["schema"] == 1
    assert data["coverage"]


def test_a_programme_that_is_not_there_cannot_be_used(tmp_path: Path) -> None:
    done = curriculum("check", tmp_path / "nowhere")
    assert done.returncode == 3
    assert "programme.toml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("document", "reader", "record"),
    [
        (STANDARD, "occupational_standard", "standard"),
        (MAP, "occupational_map", "occupational map"),
        (PROFILE, "career_cluster_profile", "career cluster"),
    ],
)
def test_read_finds_the_reader_by_what_the_file_says(
    document: Path, reader: str, record: str
) -> None:
    done = curriculum("read", document, "--json")
    data = json.loads(done.stdout)
    assert (data["schema"], data["reader"]) == (1, reader)
    assert [r["record"] for r in data["records"]] == [record]
    assert all(f["source"]["place"] for f in data["findings"])


def test_read_shows_what_was_read_then_the_findings_with_their_number() -> None:
    done = curriculum("read", STANDARD)
    assert done.returncode == 0
    body, _, findings = done.stdout.partition("Found while reading (")
    assert "15 duties; 62 KSBs (25 knowledge, 32 skills, 5 behaviours)" in body
    count = int(findings.split()[0])
    assert len(findings.splitlines()) - 1 == count


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\x00\x01PK\x03\x04" * 100, "is not a text file"),
        (b"Minutes of the parish council\n" * 30, "is none of the documents"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_clear_sentence(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "what.txt"
    path.write_bytes(content)
    done = curriculum("read", path)
    assert done.returncode == 3
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_rules_lists_every_rule_by_family() -> None:
    done = curriculum("rules")
    assert "COV  Coverage: taught and assessed" in done.stdout
    assert "COV102  error" in done.stdout
    assert "unit      Apprenticeship unit: " in done.stdout


def test_rules_explains_one_rule_with_its_settings() -> None:
    done = curriculum("rules", "cov103")
    assert "## Authority" in done.stdout
    assert "minimum_sessions = 2" in done.stdout


def test_a_rule_that_does_not_exist_is_a_fault_of_usage() -> None:
    done = curriculum("rules", "COV999")
    assert done.returncode == 2
    assert "there is no rule COV999" in done.stderr


def test_a_new_programme_reads_and_lists_what_is_still_to_write(tmp_path: Path) -> None:
    folder = tmp_path / "my-programme"
    done = curriculum("new", folder, "--standard", "ST0128", "--start", "2027-09-07")
    assert done.returncode == 0, done.stderr
    checked = curriculum("check", folder)
    assert checked.returncode == 1
    codes = {
        word for word in checked.stdout.split() if word.startswith(("ASM2", "DOC"))
    }
    assert "DOC104" in codes
    assert not {code for code in codes if code.startswith("ASM2")}


def test_a_new_programme_from_a_file_takes_the_file_along(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    done = curriculum("new", folder, "--standard", STANDARD)
    assert done.returncode == 0, done.stderr
    assert (folder / STANDARD.name).read_bytes() == STANDARD.read_bytes()
    assert "ASM205" not in curriculum("check", folder).stdout


def test_a_new_programme_takes_the_code_of_its_folder_without_accents(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "Ŵyth Kraków 🎓"
    curriculum("new", folder, "--standard", "ST0128")
    head = (folder / "programme.toml").read_text(encoding="utf-8")
    assert 'code = "Wyth-Krakow"' in head


def test_a_start_beyond_every_calendar_is_wrong_usage(tmp_path: Path) -> None:
    start = ("--start", "9999-01-01")
    done = curriculum("new", tmp_path / "p", "--standard", "ST0128", *start)
    assert (done.returncode, (tmp_path / "p").exists()) == (2, False)
    assert "9999-01-01 is no year to plan for" in done.stderr


def test_a_standard_that_nobody_has_is_told_how_to_get(tmp_path: Path) -> None:
    done = curriculum("new", tmp_path / "p", "--standard", "ST9998")
    assert done.returncode == 3
    assert "ST9998: is not in the library" in done.stderr
    assert "save the standard's web page and name that file" in done.stderr


def test_new_never_writes_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    done = curriculum("new", tmp_path, "--standard", "ST0128")
    assert done.returncode == 3
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_fault_of_ours_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError("surprise")

    monkeypatch.setattr(group, "main", broken)
    monkeypatch.setattr(sys, "argv", ["curriculum", "check", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    assert stopped.value.code == 70
    said = capsys.readouterr().err
    assert "a fault of the program" in said
    assert "Traceback" not in said


def test_template_check_lists_the_fields_of_the_shipped_template() -> None:
    done = curriculum("template", "check", TEMPLATES / "scheme-of-work.docx")
    assert done.returncode == 0, done.stderr
    assert "session.topic" in done.stdout
    assert "Problems" not in done.stdout


def test_template_check_names_an_unknown_field_with_a_suggestion(
    tmp_path: Path,
) -> None:
    document = docx.Document()
    document.add_paragraph("{{ programme.tilte }} {{ ''.__class__.__mro__ }}")
    document.save(str(tmp_path / "ours.docx"))
    done = curriculum("template", "check", tmp_path / "ours.docx")
    assert done.returncode == 1
    assert "Problems (2)" in done.stdout
    assert "title" in done.stdout.partition("Problems")[2]


def test_template_check_knows_the_fields_of_the_document_that_a_file_is_for(
    tmp_path: Path,
) -> None:
    shipped = TEMPLATES / "assessment-plan.docx"
    assert curriculum("template", "check", shipped).returncode == 0
    own = tmp_path / "ours.docx"
    own.write_bytes(shipped.read_bytes())
    assert curriculum("template", "check", own).returncode == 1
    named = curriculum("template", "check", own, "--document", "assessment-plan")
    assert named.returncode == 0
    wrong = curriculum("template", "check", own, "--document", "plan")
    assert wrong.returncode == 2
    assert "there is no Word document plan" in wrong.stderr
