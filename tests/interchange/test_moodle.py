"""Moodle's competency frameworks, read as Moodle's own importer reads them."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.interchange.files import Taken
from curriculum.interchange.found import FINDINGS
from curriculum.interchange.identity import identity
from curriculum.interchange.listing import Listing, Relation, Statement, Tie
from curriculum.interchange.moodle_in import read_moodle
from curriculum.interchange.moodle_out import moodle_text
from curriculum.interchange.of_programme import framework_listing
from curriculum.model import SourceRef
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from notation import programme

HERE = SourceRef(file="here")
HEADINGS = [
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
]


def statement(key: str, text: str, parent: str = "") -> Statement:
    return Statement(
        identifier=identity(key),
        key=key,
        text=text,
        kind="Knowledge" if not parent else "",
        parent=identity(parent) if parent else "",
        source=HERE,
    )


def listing(*statements: Statement, ties: tuple[Tie, ...] = ()) -> Listing:
    return Listing(
        identifier=identity("x"),
        reference="ST0001",
        version="1.2",
        title="Ratownik, Łódź & Llŷn",
        statements=statements,
        ties=ties,
        source=HERE,
    )


def rows(of: Listing) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(moodle_text(of), newline="")))


def taken(tmp_path: Path, text: str, encoding: str = "utf-8") -> Taken:
    path = tmp_path / "framework.csv"
    path.write_bytes(text.encode(encoding))
    return read_moodle(path)


def test_the_fourteen_columns_stand_in_moodles_order() -> None:
    (first, *rest) = csv.reader(StringIO(moodle_text(listing(statement("K1", "x")))))
    assert first == HEADINGS
    assert {len(row) for row in rest} == {14}


def test_exactly_one_row_is_the_framework_with_a_scale_that_moodle_takes() -> None:
    framework, *others = rows(listing(statement("K1", "x")))
    assert framework["Is framework"] == "1"
    assert framework["ID number"] == "ST0001 v1.2"
    assert {row["Is framework"] for row in others} == {""}
    scale = json.loads(framework["Scale configuration"])
    assert "scaleid" in scale[0]
    assert len(scale) == 1 + len(framework["Scale values"].split(","))


def test_ids_and_names_fit_and_stay_apart_however_long_the_keys() -> None:
    long = "very-long-key-" * 12
    made = rows(
        listing(
            statement(long + "a", "word " * 60),
            statement(long + "b", "W" * 300),
            statement("K1", "one"),
            statement("k1", "two, which a database may take for the same"),
        )
    )
    ids = [row["ID number"] for row in made]
    assert all(0 < len(one) <= 100 for one in ids)
    assert all(0 < len(row["Short name"]) <= 100 for row in made)
    assert len({one.casefold() for one in ids}) == len(made)
    assert made[2]["Short name"].endswith("…")


def test_every_parent_stands_before_its_children() -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    made = rows(framework_listing(programme.frameworks[0], programme))
    seen = {""}
    for row in made:
        assert row["Parent ID number"] in seen
        seen.add(row["ID number"])
    assert len(made) == 1 + 4 + 15 + 62


def test_the_wording_stands_in_the_description_as_html() -> None:
    (_, _, row) = rows(listing(statement("K1", 'Use <b> & "c"\nand d')))
    assert row["Description"] == 'Use &lt;b&gt; &amp; "c"<br />and d'
    assert row["Description format"] == "1"


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1", "@home", "'=1"])
def test_no_cell_is_taken_for_a_formula(tmp_path: Path, text: str) -> None:
    held = listing(statement("K1", text))
    cells = [cell for row in rows(held) for cell in row.values()]
    assert [cell for cell in cells if cell[:1] in {"=", "+", "-", "@"}] == []
    got = taken(tmp_path, moodle_text(held))
    assert [s.text for s in got.listing.statements] == [text]


def test_commas_in_related_ids_are_written_as_moodle_writes_them(
    tmp_path: Path,
) -> None:
    duty, first, second = (
        statement("D1", "d"),
        statement("K1, a", "a"),
        statement("K2", "b"),
    )
    ties = tuple(
        Tie(relation=Relation.RELATED, origin=duty.node, destination=other.node)
        for other in (first, second)
    )
    held = listing(duty, first, second, ties=ties)
    assert rows(held)[2]["Cross-referenced competency ID numbers"] == "K1%2C a,K2"
    got = taken(tmp_path, moodle_text(held)).listing
    assert [t.destination.title for t in got.ties] == ["K1, a", "K2"]


def test_what_moodle_can_say_is_read_back(tmp_path: Path) -> None:
    held = framework_listing(
        (p := programme("ksbs K1 S1\nduty D1 K1 S1\nK1 means Łódź & <b>\n")).frameworks[
            0
        ],
        p,
    )
    got = taken(tmp_path, moodle_text(held))
    assert got.findings == ()
    for ours, theirs in zip(held.statements, got.listing.statements, strict=True):
        assert (ours.identifier, ours.key, ours.text, ours.kind) == (
            theirs.identifier,
            theirs.key,
            theirs.text,
            theirs.kind,
        )
    assert got.listing.ties == held.ties
    assert (got.listing.reference, got.listing.version) == ("ST0000", "1.0")


def test_a_tree_is_read_back(tmp_path: Path) -> None:
    held = listing(statement("K1", "a"), statement("K1.1", "b", parent="K1"))
    got = taken(tmp_path, moodle_text(held)).listing.statements
    assert [(s.key, s.parent == got[0].identifier) for s in got] == [
        ("K1", False),
        ("K1.1", True),
    ]


def test_the_worked_example_is_read_back_without_findings(tmp_path: Path) -> None:
    loaded = load(WORKED_EXAMPLE).programme
    assert loaded
    for framework in loaded.frameworks:
        held = framework_listing(framework, loaded)
        got = taken(tmp_path, moodle_text(held))
        assert got.findings == ()
        assert [s.text for s in got.listing.statements] == [
            " ".join(s.text.split()) if "\n" not in s.text else s.text
            for s in held.statements
        ]


@pytest.mark.parametrize(
    "heading",
    [
        "parentidnumber,idnumber,shortname,description,descriptionformat",
        "Parent ID number;ID number;Short name;Description;Description format",
        "outcome_parent,outcome_shortname,outcome_name,outcome_description,x",
    ],
)
def test_older_headings_and_other_separators_are_read(
    tmp_path: Path, heading: str
) -> None:
    row = ",K1,Łamp,<p>Clean the lamp</p><p>daily</p>,1"
    sign = ";" if ";" in heading else ","
    got = taken(tmp_path, f"{heading}\n{row.replace(',', sign)}\n", "utf-16")
    assert [(s.key, s.text) for s in got.listing.statements] == [
        ("K1", "Clean the lamp\ndaily")
    ]
    assert got.findings == ()


def test_what_moodle_would_leave_out_in_silence_is_found(tmp_path: Path) -> None:
    text = (
        ",".join(HEADINGS[:4])
        + ",Cross-referenced competency ID numbers,Is framework\n"
        + ",F,Frame,,,1\n,G,Frame,,,1\n"
        + "F9,K1,One,a,K2,\n,K1,Again,b,,\n,,No id,c,,\nK3,K3,Own,d,,\n,K4,,e,,\n"
    )
    found = taken(tmp_path, text).findings
    assert [str(f).partition(": ")[2] for f in found] == [
        "XCH102 K1 is the ID number of two rows; the first is taken",
        "XCH101 No id is without an ID number and is left out",
        "XCH101 K4 is without a short name and is left out",
        "XCH106 there are 2 framework rows; Moodle takes exactly one",
        "XCH103 K1 stands under F9, which is not here",
        "XCH105 K3 stands under itself",
        "XCH103 K1 is related to K2, which is not here",
    ]
    assert {f.code for f in found} <= FINDINGS.keys()


def test_a_file_with_other_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="has no headings ID number and Short name"):
        taken(tmp_path, "a,b\n1,2\n")
