"""The shipped documents are those that sources.toml lists, byte for byte."""

from hashlib import sha256

import pytest

from curriculum.paths import PUBLISHED
from curriculum.readers import all_readers, read
from curriculum.sources import (
    Erratum,
    Source,
    all_errata,
    all_policies,
    all_sources,
    all_versions,
    source_named,
)


@pytest.fixture(params=all_sources(), ids=lambda source: source.id)
def source(request: pytest.FixtureRequest) -> Source:
    assert isinstance(request.param, Source)
    return request.param


@pytest.fixture(params=all_errata(), ids=lambda e: f"{e.reader}:{e.line}")
def erratum(request: pytest.FixtureRequest) -> Erratum:
    assert isinstance(request.param, Erratum)
    return request.param


def test_every_published_file_is_listed() -> None:
    assert {p.name for p in PUBLISHED.iterdir()} == {s.file for s in all_sources()}


def test_a_document_is_as_it_was_received(source: Source) -> None:
    assert sha256(source.path.read_bytes()).hexdigest() == source.sha256


def test_its_reader_knows_it(source: Source) -> None:
    assert read(source.path).reader.name == source.reader


def test_every_reader_is_named_or_unused() -> None:
    unused = {
        "assessment_plan",
        "bulleted_standard",
        "ksb_list",
        "occupational_maps_api_json",
        "website_json",
    }
    named = {s.reader for s in all_sources()}
    assert {r.name for r in all_readers()} - unused == named


def test_every_correction_is_reported(source: Source) -> None:
    known = [e for e in all_errata() if e.reader == source.reader]
    reported = {f.message for f in read(source.path).findings if f.code == "SRC010"}
    assert {
        f"“{e.printed}” is read as “{e.meant}”: {e.reason}" for e in known
    } == reported


def test_an_erratum_stands_where_it_says(erratum: Erratum) -> None:
    [source] = [s for s in all_sources() if s.reader == erratum.reader]
    line = source.path.read_text("utf-8").split("\n")[erratum.line - 1]
    assert erratum.printed in line


def test_no_erratum_applies_where_it_was_not_meant(erratum: Erratum) -> None:
    [source] = [s for s in all_sources() if s.reader == erratum.reader]
    count = source.path.read_text("utf-8").count(erratum.printed)
    same = [e for e in all_errata() if e.printed == erratum.printed]
    assert count == len(same)


def test_a_source_is_found_by_its_reference_too() -> None:
    assert source_named("st0128") == source_named("software-development-technician")
    assert source_named("ST9999") is None


def test_policies_and_dated_facts_name_their_authority() -> None:
    assert {"epa", "advisory"} <= set(all_policies())
    assert all(policy.authority for policy in all_policies().values())
    assert all(version.authority for version in all_versions())
