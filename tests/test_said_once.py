"""A fault of a published document is told once, by whoever knows more of it."""

from curriculum.assembly import Assembled
from curriculum.checks import all_rules
from curriculum.findings import Finding, Severity
from curriculum.model import SourceRef
from curriculum.pipeline import review
from curriculum.readers import all_readers
from curriculum.said_once import SAID_BY_READERS
from notation import programme

FAULTY = """
    ksbs K1 K3 S1
    duty D1 K1 K9
    duty D2
"""


def said(code: str, subject: str, file: str = "notation") -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        subject=subject,
        message="is odd",
        source=SourceRef(file=file, place="7"),
    )


def codes(*by_readers: Finding) -> list[str]:
    loaded = Assembled(programme(FAULTY), (), by_readers)
    return [f"{f.code} {f.subject}" for f in review(loaded).published]


def test_a_rule_speaks_where_no_reader_did() -> None:
    assert codes() == [
        "STD101 K3",
        "STD101 S1",
        "STD102 D1",
        "STD103 K3",
        "STD109 D2",
    ]


def test_what_a_reader_has_said_is_not_said_again() -> None:
    assert codes(said("SRC133", "K3"), said("SRC124", "D1"), said("SRC132", "K2")) == [
        "SRC124 D1",
        "SRC132 K2",
        "SRC133 K3",
        "STD101 S1",
        "STD109 D2",
    ]


def test_another_document_or_another_thing_is_another_fault() -> None:
    found = codes(said("SRC123", "D1"), said("SRC123", "D2", file="other.txt"))
    assert "STD109 D2" in found


def test_both_sides_of_each_pair_exist() -> None:
    known = {code for reader in all_readers() for code in reader.findings}
    assert {code for codes in SAID_BY_READERS.values() for code in codes} <= known
    assert SAID_BY_READERS.keys() <= {rule.code for rule in all_rules()}
