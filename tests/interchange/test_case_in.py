import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.facts import gather
from curriculum.findings import SourceError
from curriculum.interchange.case_in import read_case, read_package
from curriculum.interchange.case_out import case_package, case_text
from curriculum.interchange.found import FINDINGS
from curriculum.interchange.identity import identity, is_uuid
from curriculum.interchange.listing import Listing, Relation, Statement, Tie
from curriculum.interchange.of_programme import listings
from curriculum.model import SourceRef
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from notation import facts
from reviews import TWO_FRAMEWORKS

HERE = SourceRef(file="here")


def without_places(listing: Listing) -> Listing:
    """All that a listing says but where it was read."""
    statements = tuple(
        s.model_copy(update={"source": HERE}) for s in listing.statements
    )
    return listing.model_copy(update={"statements": statements, "source": HERE})


def round_trip(listing: Listing) -> Listing:
    taken = read_package(json.loads(case_text(listing)), "package.json")
    assert taken.findings == ()
    return taken.listing


def item(identifier: str, key: str, **more: object) -> dict[str, Any]:
    return {
        "identifier": identifier,
        "uri": f"https://example.org/{identifier}",
        "fullStatement": f"Statement of {key}",
        "humanCodingScheme": key,
        "lastChangeDateTime": "2019-03-01T09:30:00+00:00",
        **more,
    }


def child(origin: str, destination: str, number: int) -> dict[str, Any]:
    return {
        "identifier": identity(origin, destination),
        "associationType": "isChildOf",
        "sequenceNumber": number,
        "originNodeURI": {"title": origin, "identifier": origin, "uri": "x:1"},
        "destinationNodeURI": {"title": "", "identifier": destination, "uri": "x:2"},
    }


A, B, C = (identity(letter) for letter in "ABC")


def package(*items: dict[str, Any], **more: object) -> dict[str, Any]:
    document = {
        "identifier": identity("document"),
        "title": "Curriculum & <more>",
        "creator": "Somebody",
        "lastChangeDateTime": "2019-03-01T09:30:00+00:00",
        "CFPackageURI": {"title": "as version 1.0 has it"},
    }
    return {"CFDocument": document, "CFItems": list(items), **more}


@pytest.mark.parametrize("text", [TWO_FRAMEWORKS, "ksbs K1\nduty D1 K1"])
def test_what_is_written_is_read_back(text: str) -> None:
    for listing in listings(facts(text)):
        assert without_places(round_trip(listing)) == without_places(listing)


def test_the_worked_example_is_read_back_whole() -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    for listing in listings(gather(programme)):
        assert without_places(round_trip(listing)) == without_places(listing)
        assert case_package(round_trip(listing)) == case_package(listing)


words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@given(st.lists(st.tuples(words, words, st.integers(0, 5)), max_size=6), words)
def test_nobodys_words_are_lost(drawn: list[tuple[str, str, int]], title: str) -> None:
    statements: list[Statement] = []
    for number, (key, text, depth) in enumerate(drawn):
        above = statements[-1] if statements and depth else None
        statements.append(
            Statement(
                identifier=identity(str(number)),
                key=key,
                text=text,
                kind=title,
                parent=above.identifier if above else "",
                source=HERE,
            )
        )
    ties = tuple(
        Tie(relation=Relation.RELATED, origin=s.node, destination=t.node, depth=title)
        for s in statements
        for t in statements[:2]
    )
    listing = Listing(
        identifier=identity("x"),
        title=title,
        creator=title,
        statements=tuple(statements),
        ties=ties,
        source=HERE,
    )
    assert without_places(round_trip(listing)) == listing


def test_version_1_0_and_the_fields_that_other_editors_add_are_read() -> None:
    held = package(
        item(A, "K1", CFItemTypeURI={"title": "Knowledge"}, CFDocumentURI={}),
    )
    taken = read_package({"CFPackage": held}, "old.json")
    assert taken.findings == ()
    (statement,) = taken.listing.statements
    assert (statement.key, statement.kind) == ("K1", "Knowledge")
    assert statement.uri == f"https://example.org/{A}"
    assert taken.listing.changed.isoformat() == "2019-03-01"


def test_the_order_is_that_of_the_tree_not_of_the_list() -> None:
    top = identity("document")
    held = package(
        item(C, "C"),
        item(B, "B"),
        item(A, "A"),
        CFAssociations=[child(A, top, 1), child(C, A, 1), child(B, top, 2)],
    )
    taken = read_package(held, "tree.json")
    assert taken.findings == ()
    assert [s.key for s in taken.listing.statements] == ["A", "C", "B"]
    assert taken.listing.statements[1].parent == A


def test_what_has_no_field_here_is_listed_once() -> None:
    held = package(
        item(A, "K1", educationLevel=["10"]), item(B, "K2", educationLevel=[])
    )
    assert [str(f) for f in read_package(held, "p.json").findings] == [
        "p.json: XCH104 CFItem educationLevel is not taken (2 times)"
    ]


def test_faults_are_findings_with_their_places() -> None:
    at, elsewhere = "$.CFAssociations", identity("elsewhere")
    held = package(
        item(A, "K1"),
        item(A, "K2"),
        item(B, "K3", fullStatement=""),
        item("no-uuid", "K4"),
        CFAssociations=[
            child(A, A, 1),
            child(A, elsewhere, 1),
            {"associationType": "isRelatedTo"},
            7,
        ],
    )
    held["CFItems"].append("text")
    taken = read_package(held, "p.json")
    assert [str(f) for f in taken.findings] == [
        f"p.json:$.CFItems[1]: XCH102 {A} is the identity of two statements",
        "p.json:$.CFItems[2]: XCH101 K3 has no text",
        "p.json:$.CFItems[3]: XCH105 no-uuid is no UUID",
        "p.json:$.CFItems[4]: XCH105 CFItems holds what is no CFItem",
        f"p.json:{at}[1]: XCH103 {A} or {elsewhere} is not here",
        f"p.json:{at}[2]: XCH103 an association lacks its type or one of its ends",
        f"p.json:{at}[3]: XCH105 CFAssociations holds what is no CFAssociation",
        "p.json:$.CFItems[0]: XCH105 K1 stands under itself",
    ]
    assert {f.code for f in taken.findings} <= FINDINGS.keys()
    assert [s.key for s in taken.listing.statements] == ["K1", "K4"]


def test_a_long_ring_of_parents_is_opened_in_a_moment() -> None:
    ring = [identity("ring", str(n)) for n in range(3_000)]
    held = package(
        *(item(one, str(n)) for n, one in enumerate(ring)),
        CFAssociations=[child(one, ring[n - 1], 1) for n, one in enumerate(ring)],
    )
    taken = read_package(held, "ring.json")
    assert len(taken.listing.statements) == 3_000
    assert [f.code for f in taken.findings] == ["XCH105"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "is not JSON"),
        ("[]", "it has no CFDocument"),
        ('{"CFDocument": 1}', "it has no CFDocument"),
        ("[" * 200_000, "is not JSON"),
        ("  ", "is empty"),
    ],
)
def test_a_file_that_is_no_package_is_refused(
    tmp_path: Path, text: str, says: str
) -> None:
    path = tmp_path / "p.json"
    path.write_text(text)
    with pytest.raises(SourceError, match=says):
        read_case(path)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda held: (
        st.lists(held, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["CFItems", "CFAssociations", "identifier", "title", "fullStatement"]
            ),
            held,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(junk, junk, junk)
def test_whatever_a_package_holds_it_is_read_or_refused(
    document: object, items: object, associations: object
) -> None:
    held = {"CFDocument": document, "CFItems": items, "CFAssociations": associations}
    try:
        taken = read_package(held, "junk.json")
    except SourceError:
        assert not isinstance(document, dict)
    else:
        assert {f.code for f in taken.findings} <= FINDINGS.keys()


def test_identities_that_are_no_uuid_are_named_anew_and_kept_beside() -> None:
    held = package(
        item("one", "K1"), item("two", "K2"), CFAssociations=[child("two", "one", 1)]
    )
    listing = read_package(held, "p.json").listing
    first, second = listing.statements
    assert (first.guid, second.guid) == ("one", "two")
    assert second.parent == first.identifier
    assert is_uuid(first.identifier)
    assert without_places(round_trip(listing)) == without_places(listing)


def test_half_a_character_is_no_reason_to_fail() -> None:
    held = package(item(A, "K1", notes="\ud83d and \U0001f680"))
    (statement,) = read_package(held, "p.json").listing.statements
    assert statement.note == "\ufffd and \U0001f680"


def test_dates_are_read_and_what_is_none_is_found() -> None:
    held = package()
    held["CFDocument"] |= {"statusStartDate": "2025-08-01", "statusEndDate": "soon"}
    taken = read_package(held, "p.json")
    assert str(taken.listing.starts) == "2025-08-01"
    assert taken.listing.ends is None
    assert [str(f) for f in taken.findings] == [
        "p.json:$.CFDocument.statusEndDate: XCH105 statusEndDate soon is no date"
    ]


def test_uuids_in_capitals_are_the_same_wherever_they_are_named(tmp_path: Path) -> None:
    held = listings(facts("ksbs K1 S1\nduty D1 K1 S1"))[1]
    package = case_package(held)
    shouted = json.dumps(package)
    for item in package["CFItems"]:
        shouted = shouted.replace(item["identifier"], item["identifier"].upper())
    path = tmp_path / "shouted.json"
    path.write_text(shouted, "utf-8")
    taken = read_case(path)
    assert taken.findings == ()
    found = taken.listing
    assert [s.identifier for s in found.statements] == [
        s.identifier for s in held.statements
    ]
    assert [(t.origin.identifier, t.destination.identifier) for t in found.ties] == [
        (t.origin.identifier, t.destination.identifier) for t in held.ties
    ]
