"""A college's own list of KSBs as the framework of a programme."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from curriculum.findings import SourceError
from curriculum.model import Product, Standard
from curriculum.pipeline import load
from curriculum.readers import Read, read
from curriculum.starter import standard_named, write_folder

Pairs = list[tuple[str, str]]

DAY = date(2026, 9, 8)
WANTED = [("K1", "Lamps & lenses"), ("S1", "Trim, wash")]


def of(
    folder: Path, text: str, name: str = "ours.csv", encoding: str = "utf-8"
) -> Read:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read(path)


def ksbs(got: Read) -> Pairs:
    (standard,) = got.records
    assert isinstance(standard, Standard)
    return [(ksb.key, ksb.text) for ksb in standard.ksbs]


def said(got: Read, *codes: str) -> list[str]:
    return [str(f) for f in got.findings if not codes or f.code in codes]


@pytest.mark.parametrize(
    "text",
    [
        'Code,Statement\nK1,Lamps & lenses\nS1,"Trim, wash"\n',
        "K1;Lamps & lenses\r\nS1;Trim, wash\r\n",
        "KSB\tText\rK1\tLamps & lenses\rS1\tTrim, wash\r",
        "Statement|Ref\nLamps & lenses|K1\n\nTrim, wash|S1\n",
        'K1,Lamps & lenses\nS1,"Trim,\nwash"\n',
        "Knowledge;Lamps & lenses\nSkill;Trim, wash\n",
    ],
)
def test_any_two_columns_are_recognised_and_read(tmp_path: Path, text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        got = of(tmp_path, text, encoding=encoding)
        assert got.reader.name == "ksb_list"
        assert ksbs(got) == WANTED


def test_an_old_encoding_is_read_and_said(tmp_path: Path) -> None:
    got = of(tmp_path, "K1;Château\nS1;Tŷ bach\n".replace("ŷ", "y"), encoding="cp1252")
    assert ksbs(got)[0] == ("K1", "Château")
    assert said(got, "SRC001")


def test_what_is_inferred_is_said_with_its_line(tmp_path: Path) -> None:
    got = of(tmp_path, "k 1,One,old\nS01,Two,\nK1,Three,\n,Stray,\nB1,,\nB2,Last,\n")
    assert ksbs(got) == [("K1", "One"), ("S1", "Two"), ("B2", "Last")]
    assert said(got) == [
        "ours.csv:1: SRC505 k 1 is read as K1",
        "ours.csv:1: SRC504 column 3 is not read; it begins with “old”",
        (
            "ours.csv:1: SRC501 the list prints no reference or title; "
            "ours is the file's name"
        ),
        "ours.csv:2: SRC505 S01 is read as S1",
        "ours.csv:3: SRC503 K1 is the code of two rows; the first is taken: “Three”",
        "ours.csv:4: SRC502 Stray has no code and is left out: “Stray”",
        "ours.csv:5: SRC502 B1 has no text and is left out: “”",
    ]


def test_kinds_without_numbers_get_house_codes_that_say_so(tmp_path: Path) -> None:
    got = of(tmp_path, "Type,Text\nKnowledge,One\nBehaviour,Two\nknowledge,Three\n")
    assert ksbs(got) == [("K1", "One"), ("B1", "Two"), ("K2", "Three")]
    assert len(said(got, "SRC506")) == 3


@pytest.mark.parametrize(
    ("name", "reference", "product"),
    [
        ("ST0787 KSBs.csv", "ST0787", Product.APPRENTICESHIP),
        ("au0002.csv", "AU0002", Product.UNIT),
        ("FA0001-list.csv", "FA0001", Product.FOUNDATION),
        ("Ein rhestr (2026).csv", "Ein-rhestr-2026", Product.APPRENTICESHIP),
        ("ô.csv", "LIST", Product.APPRENTICESHIP),
    ],
)
def test_the_name_of_the_file_serves_as_reference(
    tmp_path: Path, name: str, reference: str, product: Product
) -> None:
    (standard,) = of(tmp_path, "K1,One\nS1,Two\n", name).records
    assert isinstance(standard, Standard)
    assert (standard.reference, standard.product) == (reference, product)


def test_a_workbook_of_two_columns_is_the_same_list(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "KSBs"
    for row in (("Code", "Statement"), *WANTED):
        sheet.append(row)
    book.save(tmp_path / "ours.xlsx")
    got = read(tmp_path / "ours.xlsx")
    assert (got.form, ksbs(got)) == ("Excel workbook", WANTED)
    (standard,) = got.records
    assert isinstance(standard, Standard)
    assert str(standard.ksbs[0].source) == "ours.xlsx:KSBs!A2"


@pytest.mark.parametrize("text", ["a,b\nc,d\n", "K1\nK2\n", "Dear K1,\nyours, B1\n"])
def test_what_is_no_list_is_not_taken_for_one(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError, match="none of the documents"):
        of(tmp_path, text)


def test_a_programme_starts_from_a_list(tmp_path: Path) -> None:
    of(tmp_path, "Cod;Datganiad\nK1;Lamps & lenses\nS1;Trim, wash\n", "ein rhestr.csv")
    start = standard_named(str(tmp_path / "ein rhestr.csv"))
    write_folder(tmp_path / "p", start, starts=DAY, today=DAY)
    loaded = load(tmp_path / "p")
    assert loaded.programme
    (framework,) = loaded.programme.frameworks
    assert [(i.key, i.text) for i in framework.items] == WANTED
    assert loaded.findings == ()
