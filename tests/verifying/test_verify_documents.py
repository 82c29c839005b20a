"""Documents verified by themselves, after what people and strangers do to them."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from docx import Document
from openpyxl import load_workbook

from curriculum.carried import word
from curriculum.carried.carrying import carrying, copies_of, facts_of
from curriculum.carried.facts import as_json, as_xml
from curriculum.errors import SourceError
from curriculum.office.package import Package
from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.verifying.verdict import NO_SIGNATURE, Verifier
from curriculum.writers import Writer
from generated import (
    BODY,
    CARRYING,
    changed,
    faults,
    in_own_templates,
    saying,
    told,
    weekly,
    without,
    written,
    written_by,
)
from house_style import house_style


@pytest.fixture(scope="module")
def review() -> Review:
    return weekly()


@pytest.fixture(scope="module")
def scheme(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("scheme-of-work", review, tmp_path_factory.mktemp("scheme"))


@pytest.fixture(scope="module")
def grid(review: Review, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written("mapping-grid", review, tmp_path_factory.mktemp("grid"))


def named(writer: Writer) -> str:
    return writer.filename


@pytest.mark.parametrize("writer", CARRYING, ids=named)
def test_nothing_changed_in_a_document_as_it_was_written(
    writer: Writer, review: Review, tmp_path: Path
) -> None:
    verified = Verifier().verify(written_by(writer, review, tmp_path))
    assert not verified.has_drifted
    assert "nothing changed since curriculum " in verified.verdict


def test_a_changed_ksb_is_told_as_a_person_would(scheme: Path, tmp_path: Path) -> None:
    path = changed(scheme, tmp_path / "edited.docx", saying("K3", "K8"))
    assert told(path) == ["scheme of work, week 2, column KSBs: was K3, now K8"]


def test_a_row_taken_out_and_one_put_in(scheme: Path, tmp_path: Path) -> None:
    opened = Document(str(scheme))
    table = next(t for t in opened.tables if t.cell(0, 0).text == "Week")
    row = table.rows[2]._tr  # noqa: SLF001 (python-docx has no other way)
    table._tbl.remove(row)  # noqa: SLF001
    fresh = table.add_row()  # type: ignore[no-untyped-call]
    for cell, text in zip(fresh.cells, ("9", "Fri", "3", "Extra"), strict=False):
        cell.text = text
    opened.save(str(tmp_path / "rows.docx"))
    gone, come = told(tmp_path / "rows.docx")
    assert gone.startswith("scheme of work, week 2, row gone: 2 | Mon 14 Sep 2026")
    assert come == "scheme of work, week 9, row added: 9 | Fri | 3 | Extra"


def test_a_cell_of_every_word_document_is_found_again(
    review: Review, tmp_path: Path
) -> None:
    for writer in CARRYING:
        if not writer.filename.endswith(".docx"):
            continue
        path = written_by(writer, review, tmp_path)
        opened = Document(str(path))
        paragraph = next(
            p
            for t in opened.tables
            for c in t.rows[-1].cells
            for p in c.paragraphs
            if p.text.strip()
        )
        paragraph.add_run(" as agreed")
        opened.save(str(path))
        (edit,) = told(path)
        assert "column " in edit
        assert "as agreed" in edit


def test_every_document_says_the_same_through_a_college_s_own_templates(
    review: Review, tmp_path: Path
) -> None:
    own = in_own_templates(review, house_style(TEMPLATES, tmp_path / "templates"))
    for writer in CARRYING:
        assert told(written_by(writer, own, tmp_path / "own")) == []
    path = tmp_path / "own" / "scheme-of-work.docx"
    path = changed(path, tmp_path / "edited.docx", saying("K3", "K8"))
    (edit,) = told(path)
    assert edit.startswith("scheme of work, date Mon 14 Sep 2026")
    assert edit.endswith(", column KSBs: was K3, now K8")


def test_cells_of_a_workbook_are_named_by_sheet_and_row(
    grid: Path, tmp_path: Path
) -> None:
    book = load_workbook(grid)
    book["Sessions"]["E4"] = "Loops that never end"
    book.save(tmp_path / "edited.xlsx")
    verified = Verifier().verify(tmp_path / "edited.xlsx")
    assert [str(edit) for edit in verified.edits] == [
        (
            "mapping grid, sheet Sessions, session M1.01, column Topic (Sessions!E4): "
            "was Loops that end, now Loops that never end"
        )
    ]


@pytest.mark.parametrize(
    "name", ["mapping-grid", "skills-scan", "assessment-plan.xlsx"]
)
def test_values_that_no_program_worked_out_are_told_in_one_sentence(
    name: str, review: Review, tmp_path: Path
) -> None:
    path = written(name, review, tmp_path)
    load_workbook(path).save(path)
    verified = Verifier().verify(path)
    assert not verified.has_drifted
    (note,) = verified.notes
    assert re.search(r"values of \d+ formulas gone: for example .+![A-Z]+\d", note)
    assert "a program that does not calculate" in note


def in_sheets(path: Path, target: Path, old: str, new: str) -> Path:
    """A copy of a workbook with the XML of the one sheet edited that says so."""
    package = Package.open(path)
    sheets = (part for part in package.parts if part.startswith("xl/worksheets/s"))
    part = next(part for part in sheets if old.encode() in package.read(part))
    content = package.read(part).replace(old.encode(), new.encode(), 1)
    target.write_bytes(package.packed_with({part: content}))
    return target


def test_a_value_that_no_formula_can_have_worked_out_is_an_edit(
    grid: Path, tmp_path: Path
) -> None:
    total = "<f>ROUND(SUM(session_hours_),2)</f>"
    path = tmp_path / "forged.xlsx"
    in_sheets(grid, path, f"{total}<v>30.0</v>", f"{total}<v>330.0</v>")
    (edit,) = told(path)
    assert edit.endswith(
        ": was 30, now 330, though the formula and all that it works with are the same"
    )


def test_a_formula_that_says_the_same_and_is_another_is_an_edit(
    grid: Path, tmp_path: Path
) -> None:
    total = "<f>ROUND(SUM(session_hours_),2)</f>"
    path = in_sheets(grid, tmp_path / "forged.xlsx", total, "<f>5*6</f>")
    (edit,) = told(path)
    assert edit.endswith(
        "was 30 (by the formula ROUND(SUM(session_hours_),2)), now 30 (by the formula "
        "5*6)"
    )


def test_a_formula_that_excel_writes_once_for_several_cells_is_the_same(
    grid: Path, tmp_path: Path
) -> None:
    package = Package.open(grid)
    part = next(
        p
        for p in package.parts
        if p.startswith("xl/worksheets/s") and b"<f>COUNTIF(D4:" in package.read(p)
    )
    found = re.compile(rb'<f>(COUNTIF\([A-Z]+)(\d+)(:[A-Z]+)\d+(,"\?\*"\))</f>')
    seen: dict[bytes, int] = {}

    def shared(match: re.Match[bytes]) -> bytes:
        start = match[1] + match[3]
        text = b"" if start in seen else match[0][3:-4]
        number = seen.setdefault(start, len(seen))
        return b'<f t="shared" si="%d">%s</f>' % (number, text)

    content = found.sub(shared, package.read(part))
    assert seen
    path = tmp_path / "excel.xlsx"
    path.write_bytes(package.packed_with({part: content}))
    assert told(path) == []


def test_the_checks_run_again_on_the_facts(scheme: Path, review: Review) -> None:
    verified = Verifier().verify(scheme)
    assert [str(f) for f in verified.review.findings] == [
        str(f) for f in review.findings
    ]
    assert "when it was written" not in verified.checked


def test_checks_that_found_something_else_then_are_told(
    scheme: Path, tmp_path: Path
) -> None:
    package = Package.open(scheme)
    (facts,) = copies_of(package)
    about = dict(facts.told()) | {"found": {"errors": 1, "warnings": 2}}
    path = tmp_path / "then.docx"
    path.write_bytes(carrying(package, replace(facts, about=as_json(about)).sealed()))
    checked = Verifier().verify(path).checked
    assert checked.endswith("when it was written they found 1 error and 2 warnings")


# Facts that were tampered with.


def test_facts_changed_with_the_document_are_noticed_by_their_digest(
    scheme: Path, tmp_path: Path
) -> None:
    package = Package.open(changed(scheme, tmp_path / "a.docx", saying("K3", "K8")))
    (facts,) = copies_of(package)
    now = facts_of(package, weekly(), "scheme-of-work.docx", "Scheme of work")
    forged = replace(now, digest=facts.digest)
    path = tmp_path / "forged.docx"
    path.write_bytes(carrying(package, forged))
    verified = Verifier().verify(path)
    assert verified.edits == ()
    assert verified.faults == (
        "the facts that it carries were changed: their digest is wrong",
    )
    assert "cannot be relied on" in verified.verdict


def test_facts_sealed_anew_are_noticed_by_the_stamp(
    scheme: Path, tmp_path: Path
) -> None:
    package = Package.open(scheme)
    (facts,) = copies_of(package)
    other = replace(facts, about=facts.about.replace("Software", "Hardware")).sealed()
    part = next(p for p in package.parts if b"<facts" in package.read(p)[:200])
    path = tmp_path / "sealed.docx"
    path.write_bytes(package.packed_with({part: as_xml(other)}))
    assert "properties name another digest" in faults(path)[0]


def test_two_copies_that_differ_are_noticed(grid: Path, tmp_path: Path) -> None:
    package = Package.open(grid)
    facts = copies_of(package)[0]
    sheet = next(p for p in package.parts if b"curriculum verify" in package.read(p))
    content = package.read(sheet).replace(facts.digest.encode(), b"0" * 64)
    path = tmp_path / "two.xlsx"
    path.write_bytes(package.packed_with({sheet: content}))
    assert faults(path) == ("its two copies of the facts differ",)


def test_a_workbook_without_its_custom_xml_is_verified_by_its_sheet(
    grid: Path, tmp_path: Path
) -> None:
    path = without(grid, tmp_path / "bare.xlsx", r"^customXml/")
    assert not Verifier().verify(path).has_drifted


# What cannot be verified.


def refused(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        Verifier().verify(path)
    return str(caught.value)


def test_stripped_facts_are_told_as_stripped(scheme: Path, tmp_path: Path) -> None:
    path = without(scheme, tmp_path / "bare.docx", r"^customXml/")
    assert "the facts that it carried were stripped" in refused(path)


def test_a_document_of_somebody_else_carries_none(tmp_path: Path) -> None:
    Document().save(str(tmp_path / "letter.docx"))
    assert "carries no facts" in refused(tmp_path / "letter.docx")


def test_emptied_facts_are_told(grid: Path, tmp_path: Path) -> None:
    package = Package.open(grid)
    part = next(p for p in package.parts if b"<facts" in package.read(p)[:200])
    cut = package.read(part).replace(b"</programme>", b"").replace(b"<programme>", b"")
    (tmp_path / "cut.xlsx").write_bytes(package.packed_with({part: cut}))
    assert "the facts that it carries cannot be read" in refused(tmp_path / "cut.xlsx")


def strict(package: Package) -> bytes:
    text = package.read(BODY).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return package.packed_with({BODY: text})


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda _: b"", "is empty"),
        (lambda _: b"not an Office file", "is not an Office file"),
        (lambda p: p.packed_with({})[:-900], "is not an Office file, or is damaged"),
        (lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + b"0" * 99, "a password"),
        (lambda p: p.packed_with({BODY: b" " * 90_000_000}), "times its size"),
        (strict, "Strict Open XML"),
        (lambda p: p.packed_with({BODY: b"<!DOCTYPE a>"}), "has a document type"),
        (lambda p: p.packed_with({BODY: p.read(BODY)[:-99]}), "is damaged"),
        (lambda p: p.packed_with({BODY: p.read(BODY)[:400]}), ""),
    ],
)
def test_what_is_damaged_foreign_or_protected_is_refused_with_a_sentence(
    make: Callable[[Package], bytes], why: str, scheme: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make(Package.open(scheme)))
    message = refused(path)
    assert why in message
    assert message.startswith("a.docx")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert "there is no such file" in refused(tmp_path / "no.docx")


def test_a_huge_text_is_refused(scheme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST_PART_MB", 0.01)
    assert "holds more text" in refused(scheme)


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_any_bytes_changed_is_verified_or_refused(
    seed: int, scheme: Path, grid: Path, tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311 (no secret is drawn)
    source = random.choice([scheme, grid])
    data = bytearray(source.read_bytes())
    for _ in range(random.choice([1, 3, 30])):
        data[random.randrange(len(data))] = random.randrange(256)
    path = tmp_path / source.name
    path.write_bytes(bytes(data[: random.choice([len(data), len(data) - 40])]))
    with suppress(SourceError):
        assert Verifier().verify(path).verdict


@pytest.mark.parametrize("seed", range(25))
def test_facts_with_anything_in_them_are_read_or_refused(
    seed: int, scheme: Path, tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311 (no secret is drawn)
    package = Package.open(scheme)
    part = next(p for p in package.parts if b"<facts" in package.read(p)[:200])
    content = bytearray(package.read(part))
    for _ in range(random.choice([1, 5, 50])):
        content[random.randrange(len(content))] = random.choice(b'<>&"/aA0{}[],:=')
    path = tmp_path / "odd.docx"
    path.write_bytes(package.packed_with({part: bytes(content)}))
    with suppress(SourceError):
        assert Verifier().verify(path).has_drifted


def test_it_says_plainly_what_it_is_not() -> None:
    assert "it is no signature" in NO_SIGNATURE
