"""What every generated document carries."""

import json
from base64 import b64encode
from bz2 import compress
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from curriculum.carried import facts as facts_of_files
from curriculum.carried.carrying import carrying, copies_of, stamp_of
from curriculum.carried.facts import (
    NAMESPACE,
    Carried,
    UnreadableFactsError,
    from_json,
    from_xml,
    unpacked,
)
from curriculum.carried.parts import STAMP
from curriculum.carried.programme import ITEMS, programme_from, texts_of
from curriculum.carried.reading import shown_of
from curriculum.carried.record import shown_in
from curriculum.model import Item, Programme
from curriculum.office.package import Package
from curriculum.reviewed import Review
from curriculum.writers import Writer
from generated import CARRYING, weekly, without, written, written_by
from office_checks import faults as faults_of_word
from real_programs import complaints
from reviews import full_review


@pytest.fixture(scope="module")
def review() -> Review:
    return full_review()


def named(writer: Writer) -> str:
    return writer.filename


def programme_in(facts: Carried) -> Programme:
    return programme_from(from_json(unpacked(facts.programme)))


@pytest.mark.parametrize("writer", CARRYING, ids=named)
def test_every_document_carries_what_it_shows_and_what_that_is_made_of(
    writer: Writer, review: Review, tmp_path: Path
) -> None:
    package = Package.open(written_by(writer, review, tmp_path))
    facts = copies_of(package)[0]
    texts = texts_of(unpacked(facts.programme))
    assert shown_in(from_json(unpacked(facts.shown)), texts) == shown_of(package)
    assert programme_in(facts) == review.programme.model_copy(update={"position": None})
    assert facts.digest == facts.right_digest
    assert stamp_of(package) == f"{writer.filename} sha256:{facts.digest}"


@pytest.mark.parametrize("writer", CARRYING, ids=named)
def test_the_facts_lie_in_one_custom_xml_part(
    writer: Writer, review: Review, tmp_path: Path
) -> None:
    package = Package.open(written_by(writer, review, tmp_path))
    held = [
        name
        for name in package.parts
        if name.startswith("customXml/item")
        and NAMESPACE.encode() in package.read(name)
        and b"<facts" in package.read(name)
    ]
    assert len(held) == 1
    root = etree.fromstring(package.read(held[0]))
    assert [etree.QName(part).localname for part in root] == [
        *("about", "shown", "programme", "digest")
    ]


def test_they_say_the_document_the_tool_and_the_digests_of_the_standards(
    review: Review, tmp_path: Path
) -> None:
    path = written("scheme-of-work", review, tmp_path)
    told = copies_of(Package.open(path))[0].told()
    assert told["document"] == "scheme-of-work.docx"
    assert told["tool"].startswith("curriculum ")
    assert told["found"] == {"errors": 2, "warnings": 1}
    assert [f["sha256"] for f in told["frameworks"]] == [
        framework.digest for framework in review.programme.frameworks
    ]


def test_a_workbook_carries_them_twice_for_libreoffice_drops_one(
    review: Review, tmp_path: Path
) -> None:
    package = Package.open(written("mapping-grid", review, tmp_path))
    first, second = copies_of(package)
    assert first == second
    assert b'state="veryHidden"' in package.read("xl/workbook.xml")


@pytest.mark.parametrize("name", ["scheme-of-work", "mapping-grid"])
def test_the_same_facts_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    first, second = (
        written(name, full_review(), tmp_path / folder).read_bytes() for folder in "ab"
    )
    assert first == second


@pytest.mark.parametrize("name", ["scheme-of-work", "mapping-grid"])
def test_facts_put_in_again_take_the_place_of_those_before(
    name: str, review: Review, tmp_path: Path
) -> None:
    package = Package.open(written(name, review, tmp_path))
    facts = copies_of(package)[0]
    other = replace(facts, about='{"document": "another"}').sealed()
    again = Package.open(carrying(package, other))
    assert set(copies_of(again)) == {other}
    assert sorted(again.parts) == sorted(package.parts)
    assert stamp_of(again) == f"another sha256:{other.digest}"


def test_every_kind_of_item_is_carried_by_its_name() -> None:
    def kinds(kind: type[Item]) -> set[type[Item]]:
        return {kind}.union(*(kinds(one) for one in kind.__subclasses__()))

    assert set(ITEMS.values()) == kinds(Item)


@pytest.mark.parametrize("writer", CARRYING, ids=named)
def test_a_document_stays_sound(writer: Writer, review: Review, tmp_path: Path) -> None:
    path = written_by(writer, review, tmp_path)
    if path.suffix == ".docx":
        assert faults_of_word(path.read_bytes()) == []
    names = Package.open(path).parts
    assert names[0] == "[Content_Types].xml"


@pytest.mark.office
@pytest.mark.parametrize("name", ["mapping-grid", "skills-scan", "scheme-of-work"])
def test_the_validator_accepts_it(name: str, review: Review, tmp_path: Path) -> None:
    assert complaints(written(name, review, tmp_path)) == []


def test_the_stamp_is_a_document_property_that_others_stand_beside(
    tmp_path: Path,
) -> None:
    path = written("mapping-grid", weekly(), tmp_path)
    text = Package.open(path).read("docProps/custom.xml").decode()
    assert f'name="{STAMP}"' in text
    assert 'name="Language"' in text


def test_a_stamp_is_read_where_there_are_no_facts_any_more(tmp_path: Path) -> None:
    path = written("curriculum-rationale", weekly(), tmp_path)
    bare = without(path, tmp_path / "bare.docx", r"^customXml/")
    assert copies_of(Package.open(bare)) == []
    assert stamp_of(Package.open(bare)).startswith("curriculum-rationale.docx sha256:")


# Packed texts of strangers.


def test_what_unpacks_beyond_reason_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(facts_of_files, "LARGEST_UNPACKED_MB", 1)
    bomb = b64encode(compress(b"0" * 2_000_000)).decode()
    with pytest.raises(UnreadableFactsError, match="unpack to more than 1 MB"):
        unpacked(bomb)


@pytest.mark.parametrize(
    "text", ["", "%%%", "QUJD", b64encode(compress(b"a" * 99)[:-8]).decode()]
)
def test_what_is_not_packed_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFactsError):
        unpacked(text)


@pytest.mark.parametrize(
    "record",
    [
        *(None, [], {}, {"texts": [], "parts": [["", [9]]]}),
        *({"texts": [7], "parts": []}, {"texts": [], "parts": [["", ["x"]]]}),
    ],
)
def test_a_record_that_says_nothing_sensible_is_refused(record: object) -> None:
    with pytest.raises(UnreadableFactsError):
        shown_in(record, ["a text"])


@pytest.mark.parametrize(
    "told", [None, [], {}, {"frameworks": [{"items": [{"#": "No"}]}]}]
)
def test_a_programme_that_is_none_is_refused(told: object) -> None:
    with pytest.raises(UnreadableFactsError):
        programme_from(told)


def test_a_part_of_another_kind_is_passed_over() -> None:
    assert from_xml(b"<properties/>") is None
    assert from_xml(f'<other about="{NAMESPACE}"/>'.encode()) is None


@pytest.mark.parametrize(
    ("part", "why"),
    [
        (f'<facts xmlns="{NAMESPACE}" format="9"/>', "format 9"),
        (f'<facts xmlns="{NAMESPACE}"', "damaged"),
    ],
)
def test_a_part_that_cannot_be_read_is_said_to_be_so(part: str, why: str) -> None:
    with pytest.raises(UnreadableFactsError, match=why):
        from_xml(part.encode())


def test_nobody_sees_texts_of_the_programme_that_cannot_be_in_xml(
    tmp_path: Path,
) -> None:
    held = weekly()
    odd = held.programme.model_copy(update={"rationale": "odd \ufffe & <b> 🚀 “é”"})
    review = replace(held, facts=replace(held.facts, programme=odd))
    path = written("curriculum-rationale", review, tmp_path)
    assert programme_in(copies_of(Package.open(path))[0]).rationale == odd.rationale


def test_the_digest_can_be_computed_by_anybody(tmp_path: Path) -> None:
    from hashlib import sha256  # noqa: PLC0415 (as somebody else would)

    facts = copies_of(Package.open(written("mapping-grid", weekly(), tmp_path)))[0]
    said = f"{facts.about}\n{facts.shown}\n{facts.programme}\n"
    assert facts.digest == sha256(said.encode()).hexdigest()
    assert json.loads(facts.about)["format"] == 1
