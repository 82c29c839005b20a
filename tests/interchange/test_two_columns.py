from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.interchange.two_columns import read_two_columns


def listed(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[tuple[str, str]]:
    path = tmp_path / "our-ksbs.csv"
    path.write_bytes(text.encode(encoding))
    return [(s.key, s.text) for s in read_two_columns(path).listing.statements]


@pytest.mark.parametrize(
    "text",
    [
        "KSB,Statement\nK1,Trim the wick\nS2,Light the lamp\n",
        "K1;Trim the wick\nS2;Light the lamp\n",
        "Statement\tCode\nTrim the wick\tk 1\nLight the lamp\tS.02\n",
        'K01,"Trim the wick"\n\n(S2),Light  the lamp\n',
        "No,K1,Trim the wick\nNo,S2,Light the lamp\n",
    ],
)
def test_codes_and_texts_are_found_wherever_they_stand(
    tmp_path: Path, text: str
) -> None:
    wanted = [("K1", "Trim the wick"), ("S2", "Light the lamp")]
    assert listed(tmp_path, text) == wanted
    assert listed(tmp_path, text, "utf-16") == wanted


def test_welsh_in_an_old_encoding_and_a_guarded_formula_are_read(
    tmp_path: Path,
) -> None:
    assert listed(tmp_path, "K1,Tŷ\nK2,'=SUM(A1)\n") == [
        ("K1", "Tŷ"),
        ("K2", "=SUM(A1)"),
    ]
    assert listed(tmp_path, "K1,Château\n", "cp1252") == [("K1", "Château")]


def test_rows_that_are_not_taken_are_found(tmp_path: Path) -> None:
    path = tmp_path / "our-ksbs.csv"
    path.write_text("K1,One\nK1,Other\nKnowledge,\n,Stray text\nK2,\n", "utf-8")
    taken = read_two_columns(path)
    assert [s.key for s in taken.listing.statements] == ["K1"]
    assert [str(f) for f in taken.findings] == [
        "our-ksbs.csv:row 2: XCH102 K1 is the code of two rows; the first is taken",
        "our-ksbs.csv:row 3: XCH101 Knowledge has no code and is left out",
        "our-ksbs.csv:row 4: XCH101 Stray text has no code and is left out",
        "our-ksbs.csv:row 5: XCH101 K2 has no text and is left out",
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a,b\nc,d\n", "no column holds codes such as K1"),
        ("K1\nK2\n", "no column beside the codes holds texts"),
        ("K1\0,x", "is not a text file"),
    ],
)
def test_a_file_that_is_no_list_is_refused(
    tmp_path: Path, text: str, says: str
) -> None:
    with pytest.raises(SourceError, match=says):
        listed(tmp_path, text)
