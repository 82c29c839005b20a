"""A programme carried over: marks, claims, waivers, the source; and back again."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum import pipeline
from curriculum.errors import NotWrittenError, SourceError
from curriculum.model import Standard
from curriculum.versions import opened
from curriculum.versions.confirming import chosen, confirmed, suspects
from curriculum.versions.migration import Migration, planned
from curriculum.versions.saved import ChangedSinceError, replace_all, undo, write_all
from small_programme import bytes_of, write_programme
from version_pairs import as_json, dice, made, standard

NAME = "K How to name a variable in a program that others read"
LAW = "K Duties of an employer under health and safety legislation"
TEST = "S Test a program against its specification and record the result"
CARE = "B Takes care of shared equipment and leaves the bench tidy"
OLD = standard(NAME, LAW, TEST, CARE, "D1 K1 S1: Write programs")
NEW_FIRST = "K Graft heritage apple varieties onto dwarfing rootstock"

MODULE = """\
key = "M1"   # the first
title = "One"

[intends]
ST0000 = [
  "K1", "K2",  # both
  "S1",
]

[[sessions]]
key = "M1.01"
topic = "Names, as K1 asks"
hours = 3

[sessions.teaches.ST0000]
K1 = "introduced"   # by hand
K2 = "developed"
S1 = "developed"
"""
INLINE = '{ ST0000 = { K1 = "introduced", K2 = "developed", S1 = "taught" } }'
ASSESSMENTS = """\
[[assessments]]
key = "A1"
title = "Test"
purpose = "summative"
[assessments.assesses.ST0000]
K2 = "assessed"
B1 = "assessed"
"""


def migration(folder: Path, new: Standard, version: str = "1.1") -> Migration:
    path = folder.parent / f"new-{version}.json"
    path.write_text(as_json(new, version), "utf-8")
    return planned(folder, opened(str(path)))


def migrated(
    folder: Path, new: Standard, version: str = "1.1", **files: str
) -> dict[str, str]:
    """The files that a migration writes, as text."""
    texts = {"module": MODULE, "assessments": ASSESSMENTS} | files
    made = migration(write_programme(folder, OLD, **texts), new, version)
    return {name: content.decode() for name, content in made.files.items()}


def test_codes_that_shifted_are_renamed_and_all_else_stays(tmp_path: Path) -> None:
    files = migrated(tmp_path / "p", standard(NEW_FIRST, NAME, LAW, TEST, CARE))
    assert files["modules/M1.toml"] == (
        MODULE.replace('"K1", "K2",', '"K2", "K3",')
        .replace("K2 = ", "K3 = ")
        .replace('K1 = "i', 'K2 = "i')
    )
    assert files["assessments.toml"] == ASSESSMENTS.replace("K2 =", "K3 =")


def test_a_reworded_statement_makes_its_marks_suspect(tmp_path: Path) -> None:
    files = migrated(tmp_path / "p", standard(f"{NAME} or change", LAW, TEST, CARE))
    stamp = OLD.ksbs[0].stamp
    line = f'K1 = {{ mark = "introduced", stamp = "{stamp}" }}   # by hand'
    assert line in files["modules/M1.toml"]
    assert "assessments.toml" not in files


def test_what_was_removed_stays_as_a_comment(tmp_path: Path) -> None:
    files = migrated(tmp_path / "p", standard(NAME, TEST, CARE))
    assert (
        '# K2 = "developed"  # not in ST0000 v1.1: Duties' in files["modules/M1.toml"]
    )
    read = tomllib.loads(files["modules/M1.toml"])
    assert read["intends"]["ST0000"] == ["K1", "S1"]
    assert set(read["sessions"][0]["teaches"]["ST0000"]) == {"K1", "S1"}


def test_marks_of_two_that_were_merged_become_the_deeper_one(tmp_path: Path) -> None:
    files = migrated(tmp_path / "p", standard(f"{NAME} and {LAW[2:]}", TEST, CARE))
    marks = tomllib.loads(files["modules/M1.toml"])["sessions"][0]["teaches"]["ST0000"]
    assert marks["K1"] == {"mark": "developed", "stamp": OLD.ksbs[1].stamp}
    assert list(marks) == ["K1", "S1"]


def test_a_split_marks_both_halves(tmp_path: Path) -> None:
    halves = ("S Test a program against its specification", "S Record the result of it")
    files = migrated(tmp_path / "p", standard(NAME, LAW, *halves, CARE))
    marks = tomllib.loads(files["modules/M1.toml"])["sessions"][0]["teaches"]["ST0000"]
    assert (
        marks["S1"]
        == marks["S2"]
        == {
            "mark": "developed",
            "stamp": OLD.ksbs[2].stamp,
        }
    )


def test_the_programme_points_to_the_new_edition_and_reads(tmp_path: Path) -> None:
    folder = write_programme(
        tmp_path / "p", OLD, module=MODULE, assessments=ASSESSMENTS
    )
    new = standard(NEW_FIRST, f"{NAME} or change", LAW, TEST, CARE)
    write_all(folder, migration(folder, new).files)
    text = (folder / "programme.toml").read_text("utf-8")
    assert "# a remark that stays" in text
    framework = tomllib.loads(text)["frameworks"][0]
    assert (framework["source"], framework["version"]) == ("new-1.1.json", "1.1")
    loaded = pipeline.load(folder)
    assert loaded.findings == ()
    codes = [f.code for f in pipeline.review(loaded).findings]
    assert codes.count("COV111") == 1


@pytest.mark.parametrize(
    "module",
    [
        MODULE.replace("\n", "\r\n"),
        "\ufeff" + MODULE,
        MODULE.replace("K1 = ", '"K1" = ').replace("K2 = ", "'K2' = "),
        MODULE.replace("[sessions.teaches.ST0000]", "[sessions.teaches]")
        .replace("K1 = ", "ST0000.K1 = ")
        .replace("K2 = ", "ST0000.K2 = ")
        .replace("S1 = ", "ST0000.S1 = "),
        MODULE.partition("[sessions.t")[0] + f"teaches = {INLINE}\n",
        (
            'key = "M1"\ntitle = "x"\n'
            f'sessions = [{{ key = "M1.01", topic = "", hours=3, teaches = {INLINE}}}]'
        ),
    ],
)
def test_every_way_of_writing_marks_is_carried_over(
    tmp_path: Path, module: str
) -> None:
    new = standard(NEW_FIRST, NAME, LAW, TEST, CARE)
    folder = write_programme(tmp_path / "p", OLD, module=module)
    before = bytes_of(folder)
    write_all(folder, migration(folder, new).files)
    content = (
        (folder / "modules" / "M1.toml").read_bytes().removeprefix(b"\xef\xbb\xbf")
    )
    marks = tomllib.loads(content.decode())["sessions"][0]["teaches"]["ST0000"]
    assert set(marks) == {"K2", "K3", "S1"}
    assert module.count("\r\n") in {0, content.count(b"\n")}
    undo(folder)
    assert bytes_of(folder) == before


WAIVERS = """\
[[waivers]]
code = "COV102"
subject = "K1"
reason = "Taught by the employer"

# the other one
[[waivers]]
code = "COV102"
subject = "K2"
reason = "Taught by the employer"
"""


def test_a_waiver_moves_with_its_statement_or_is_taken_out(tmp_path: Path) -> None:
    new = standard(NEW_FIRST, NAME, f"{LAW} and of a landlord", TEST, CARE)
    files = migrated(tmp_path / "p", new, waivers=WAIVERS)
    waivers = tomllib.loads(files["waivers.toml"])["waivers"]
    assert [w["subject"] for w in waivers] == ["K2"]
    assert '# subject = "K2"' in files["waivers.toml"]


def test_texts_that_name_a_code_are_told_and_left(tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "p", OLD, module=MODULE)
    steps = migration(folder, standard(NEW_FIRST, NAME, LAW, TEST, CARE)).steps
    assert [s.sentence for s in steps if s.what == "to look at"] == [
        "a text names K1, which is now K2; texts are not changed"
    ]


def test_a_mark_for_an_unknown_code_gets_no_meaning_from_the_new_edition(
    tmp_path: Path,
) -> None:
    module = MODULE.replace("K1 = ", "K3 = ")
    new = standard(NAME, LAW, NEW_FIRST, TEST, CARE)
    files = migrated(tmp_path / "p", new, module=module)
    marks = tomllib.loads(files["modules/M1.toml"])["sessions"][0]["teaches"]["ST0000"]
    assert "K3" not in marks


def test_a_pin_that_does_not_hold_stops_it(tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "p", OLD, module=MODULE)
    text = (folder / "programme.toml").read_text("utf-8")
    (folder / "programme.toml").write_text(text + f'digest = "sha256:{"0" * 64}"\n')
    with pytest.raises(SourceError, match="another wording"):
        migration(folder, OLD)


def test_a_framework_that_the_programme_lacks_is_named(tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "p", OLD, module=MODULE)
    other = standard(NEW_FIRST, reference="ST0009")
    with pytest.raises(SourceError, match="it uses ST0000"):
        migration(folder, other)


def test_undo_refuses_to_lose_what_was_edited_since(tmp_path: Path) -> None:
    folder = write_programme(tmp_path / "p", OLD, module=MODULE)
    write_all(folder, migration(folder, standard(NEW_FIRST, NAME, LAW, TEST)).files)
    path = folder / "modules" / "M1.toml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    with pytest.raises(ChangedSinceError, match="M1"):
        undo(folder)
    assert path.read_text("utf-8").endswith("# mine\n")


def test_a_failure_halfway_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_programme(tmp_path / "p", OLD, module=MODULE)
    files = migration(folder, standard(NEW_FIRST, NAME, LAW, TEST)).files
    before, replace, done = bytes_of(folder), os.replace, []

    def full_disk(source: Path, target: Path) -> None:
        done.append(target)
        if len(done) == 2:
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", full_disk)
    with pytest.raises(NotWrittenError, match="as it was"):
        write_all(folder, files)
    assert bytes_of(folder) == before


def test_confirming_gives_the_present_stamp(tmp_path: Path) -> None:
    folder = write_programme(
        tmp_path / "p", OLD, module=MODULE, assessments=ASSESSMENTS
    )
    new = standard(f"{NAME} or change", f"{LAW} and of a landlord", TEST, CARE)
    write_all(folder, migration(folder, new).files)
    held = suspects(folder)
    assert [(s.owner, s.link.item) for s in held] == [
        ("M1.01", "K1"),
        ("M1.01", "K2"),
        ("A1", "K2"),
    ]
    replace_all(folder, confirmed(folder, chosen(held, ["A1", "M1.01:K1"])))
    assert [(s.owner, s.link.item) for s in suspects(folder)] == [("M1.01", "K2")]
    assert f'stamp = "{new.ksbs[0].stamp}" }}   # by hand' in (
        folder / "modules" / "M1.toml"
    ).read_text("utf-8")
    with pytest.raises(SourceError, match="K9"):
        chosen(held, ["K9"])


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seeds=st.lists(st.integers(0, 10_000), min_size=1, max_size=3))
def test_migrating_and_undoing_is_the_identity(
    tmp_path_factory: pytest.TempPathFactory, seeds: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("any") / "p"
    write_programme(
        folder, OLD, module=MODULE, assessments=ASSESSMENTS, waivers=WAIVERS
    )
    states, standing = [bytes_of(folder)], OLD
    for number, seed in enumerate(seeds, start=1):
        new = made(standing, dice(seed), edits=3).new
        version = f"1.{number}"
        write_all(folder, migration(folder, new, version).files)
        assert pipeline.load(folder).programme is not None
        states.append(bytes_of(folder))
        standing = new
    for state in reversed(states[:-1]):
        undo(folder)
        assert bytes_of(folder) == state
