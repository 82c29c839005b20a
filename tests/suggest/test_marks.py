import tomllib
from pathlib import Path
from shutil import copytree

import pytest

from curriculum.facts import gather
from curriculum.findings import SourceError
from curriculum.model import Depth, Programme
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.suggest import marks
from curriculum.suggest.proposals import Proposal
from curriculum.suggest.suggestions import Suggestions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(WORKED_EXAMPLE, tmp_path / "programme")


def programme(folder: Path) -> Programme:
    loaded = load(folder).programme
    assert loaded is not None
    return loaded


def proposals(folder: Path) -> list[Proposal]:
    return Suggestions.of(folder, gather(programme(folder))).proposals(0.0)


def accept(folder: Path, some: list[Proposal], depth: Depth = Depth.TAUGHT) -> None:
    marks.write(marks.accepted(folder, programme(folder), some, depth))


def of_kind(folder: Path, framework: str, start: str) -> Proposal:
    return next(
        p
        for p in proposals(folder)
        if p.framework == framework and p.place.key.startswith(start)
    )


def module_of(folder: Path, proposal: Proposal) -> Path:
    return folder / "modules" / f"{proposal.place.key[:3]}.toml"


@pytest.mark.parametrize("framework", ["ST0128", "DT"])
def test_an_accepted_mark_is_one_more_line_and_nothing_else(
    folder: Path, framework: str
) -> None:
    some = of_kind(folder, framework, "M")
    file = module_of(folder, some)
    before = file.read_text(encoding="utf-8").splitlines()
    accept(folder, [some], Depth.DEVELOPED)
    after = file.read_text(encoding="utf-8").splitlines()
    line = f'{some.item.key} = "developed"'
    more = [text for text in after if text not in before or text == line]
    assert line in more
    assert [text for text in after if text] != [text for text in before if text]
    rest = list(after)
    for text in before:
        rest.remove(text)
    assert set(rest) <= {line, "", f"[sessions.teaches.{framework}]"}


def test_an_accepted_mark_is_read_back(folder: Path) -> None:
    some = of_kind(folder, "ST0128", "M")
    accept(folder, [some])
    (session,) = [s for _, s in programme(folder).sessions() if s.key == some.place.key]
    link = next(link for link in session.teaches if link.item == some.item.key)
    assert (link.framework, link.depth) == ("ST0128", Depth.TAUGHT)


def test_an_assessment_is_marked_as_assessing(folder: Path) -> None:
    some = of_kind(folder, "ST0128", "A")
    accept(folder, [some])
    (assessment,) = [
        a for a in programme(folder).assessments if a.key == some.place.key
    ]
    assert some.item.key in {link.item for link in assessment.assesses}


def test_every_proposal_of_the_worked_example_can_be_marked(folder: Path) -> None:
    some = Suggestions.of(folder, gather(programme(folder))).proposals(0.5)
    before = {
        (s.key, link.framework, link.item)
        for _, s in programme(folder).sessions()
        for link in s.teaches
    }
    accept(folder, some)
    after = {
        (s.key, link.framework, link.item)
        for _, s in programme(folder).sessions()
        for link in s.teaches
    }
    new = {
        (p.place.key, p.framework, p.item.key) for p in some if p.place.key[0] == "M"
    }
    assert len(new) > 20
    assert after == before | new


def test_marks_stand_in_the_order_of_the_framework(folder: Path) -> None:
    some = next(
        p
        for p in proposals(folder)
        if p.item.key.startswith("K")
        and p.place.key.startswith("M")
        and any(framework == "ST0128" for framework, _ in p.place.marked)
    )
    accept(folder, [some])
    data = tomllib.loads(module_of(folder, some).read_text(encoding="utf-8"))
    (session,) = [s for s in data["sessions"] if s["key"] == some.place.key]
    keys = list(session["teaches"]["ST0128"])
    order = [item.key for item in programme(folder).frameworks[0].items]
    assert keys == sorted(keys, key=order.index)


def test_the_line_ends_of_a_file_are_kept(folder: Path) -> None:
    some = of_kind(folder, "ST0128", "M")
    file = module_of(folder, some)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    accept(folder, [some])
    written = file.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n")
    assert (
        some.item.key
        in tomllib.loads(written.decode().replace("\r\n", "\n"))["sessions"][
            int(some.place.key[-2:]) - 1
        ]["teaches"]["ST0128"]
    )


def test_marks_written_within_braces_are_added_to(folder: Path) -> None:
    some = of_kind(folder, "DT", "A")
    file = folder / "assessments.toml"
    text = file.read_text(encoding="utf-8")
    head, sign, rest = text.partition(f'key = "{some.place.key}"')
    block, nxt, others = rest.partition("\n[[assessments]]")
    body, _, table = block.partition("\n[assessments.assesses.ST0128]\n")
    inline = ", ".join(line for line in table.splitlines() if "=" in line)
    body += f"\nassesses = {{ ST0128 = {{ {inline} }} }}\n"
    file.write_text(f"{head}{sign}{body}{nxt}{others}", encoding="utf-8")
    accept(folder, [some])
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    (found,) = [a for a in data["assessments"] if a["key"] == some.place.key]
    assert found["assesses"]["DT"] == {some.item.key: "assessed"}


def test_a_file_that_cannot_be_read_any_more_is_not_written(folder: Path) -> None:
    some = of_kind(folder, "ST0128", "M")
    whole = programme(folder)
    file = module_of(folder, some)
    file.write_text("key = \n", encoding="utf-8")
    with pytest.raises(SourceError, match=file.name):
        marks.accepted(folder, whole, [some], Depth.TAUGHT)
    assert file.read_text(encoding="utf-8") == "key = \n"
