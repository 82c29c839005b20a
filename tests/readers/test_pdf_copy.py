"""PDF copies: what lies at places on pages becomes lines, rows and paragraphs."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.readers import read
from curriculum.readers._forms import pdf_file
from curriculum.readers._forms.opening import open_source
from curriculum.readers._text import SourceText
from small_pdf import Item, Stroke, Words, paragraph, ruled, write_pdf

FULL = (
    "This occupation is found on rocks that lie far out at sea and on some of "
    "the piers "
)
"""Reaches nearly to the right edge of a page of A4."""


def opened(folder: Path, *pages: Iterable[Item], rotate: int = 0) -> SourceText:
    return open_source(write_pdf(folder / "copy.pdf", pages, rotate=rotate))


def lines(text: SourceText) -> list[str]:
    return [line.printed for line in text.lines if line.printed]


def test_a_paragraph_is_one_line_and_its_place_is_page_and_line(tmp_path: Path) -> None:
    text = opened(
        tmp_path,
        [
            Words(72, 60, "Occupation summary", 16, bold=True),
            *paragraph([f"{FULL}with many", "gulls."], 90),
            *paragraph(["Short."], 140),
        ],
    )
    assert lines(text) == [
        "# Occupation summary",
        f"{FULL}with many gulls.",
        "Short.",
    ]
    assert [line.place for line in text.lines if line.printed] == [
        "page 1, line 1",
        "page 1, line 2",
        "page 1, line 4",
    ]
    assert text.form == "PDF"


def test_a_line_that_had_room_for_more_ends_its_paragraph(tmp_path: Path) -> None:
    page = [f"{FULL}and.", "Lamp keeper", "Fog signal keeper"]
    text = opened(tmp_path, paragraph(page, 80))
    assert lines(text)[1:] == ["Lamp keeper", "Fog signal keeper"]


@pytest.mark.parametrize(
    ("first", "second", "elsewhere", "read_as", "doubts"),
    [
        ("trains soft-", "ware people", "software", "trains software people", 0),
        (
            "gives high-",
            "quality light",
            "is high-quality",
            "gives high-quality light",
            0,
        ),
        ("gives high-", "quality light", "", "gives high-quality light", 1),
        ("is short-", "and long-term", "", "is short- and long-term", 0),
        ("by non-", "European ships", "", "by non-European ships", 0),
        ("on a 5-", "point scale", "", "on a 5-point scale", 0),
        ("non -", "functional lamps", "-functional", "non -functional lamps", 0),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_decided_by_the_other_words(  # noqa: PLR0913 (a table of cases)
    tmp_path: Path,
    *,
    first: str,
    second: str,
    elsewhere: str,
    read_as: str,
    doubts: int,
) -> None:
    filled = f"{FULL[:-10]}{first}"
    others = [Words(72, 200 + 30 * n, filled.replace("-", ".")) for n in range(4)]
    page = [*paragraph([filled, second], 80), *paragraph([elsewhere], 140), *others]
    text = opened(tmp_path, page)
    assert lines(text)[0].endswith(read_as)
    assert [f.code for f in text.findings] == ["SRC021"] * doubts


def test_a_doubtful_hyphen_is_a_finding_with_its_place(tmp_path: Path) -> None:
    filled = f"{FULL}high-"
    [finding] = opened(tmp_path, paragraph([filled, "quality light"], 80)).findings
    assert str(finding) == (
        "copy.pdf:page 1, line 1: SRC021 “high-quality” is broken at its hyphen, and "
        "nothing tells whether the hyphen belongs to the word"
    )


def test_rules_about_cells_make_a_table(tmp_path: Path) -> None:
    rows = [
        [["Duty"], ["Criteria for measuring", "performance"], ["KSBs"]],
        [["Duty 1 Keep the", "lamp lit"], ["It burns"], ["K1 K2", "S1"]],
        [["Duty 2 Sound the horn"], ["It is heard"], ["K2"]],
    ]
    text = opened(tmp_path, ruled(rows, (72, 232, 372, 472), 80))
    assert lines(text) == [
        "Duty\tCriteria for measuring performance\tKSBs",
        "Duty 1 Keep the lamp lit\tIt burns\tK1 K2 S1",
        "Duty 2 Sound the horn\tIt is heard\tK2",
    ]


def test_a_table_goes_on_over_pages_and_its_head_stands_once(tmp_path: Path) -> None:
    head = [["Duty"], ["KSBs"]]
    first = [head, [["Duty 1 Keep the lamp"], ["K1"]]]
    second = [head, [["lit in all weathers"], ["K2 S1"]], [["Duty 2 Row"], ["S2"]]]
    text = opened(
        tmp_path,
        ruled(first, (72, 272, 472), 600),
        ruled(second, (72, 272, 472), 80),
    )
    assert lines(text) == [
        "Duty\tKSBs",
        "Duty 1 Keep the lamp lit in all weathers\tK1 K2 S1",
        "Duty 2 Row\tS2",
    ]
    assert [line.printed for line in text.aside] == ["Duty", "KSBs"]


def test_a_table_without_rules_is_told_by_what_begins_below_what(
    tmp_path: Path,
) -> None:
    text = opened(
        tmp_path,
        [
            Words(72, 80, "Duty"),
            Words(360, 80, "KSBs"),
            Words(72, 104, "Duty 1 Keep the lamp lit in all"),
            Words(360, 104, "K1 K2"),
            Words(72, 118, "weathers"),
            Words(360, 118, "S1"),
            Words(72, 142, "Duty 2 Sound the horn"),
            Words(360, 142, "K2"),
            Words(72, 190, "Knowledge", 14),
        ],
    )
    assert lines(text) == [
        "Duty\tKSBs",
        "Duty 1 Keep the lamp lit in all weathers\tK1 K2 S1",
        "Duty 2 Sound the horn\tK2",
        "Knowledge",
    ]


def test_a_row_far_below_its_table_keeps_its_columns(tmp_path: Path) -> None:
    page = [
        *(Words(72, 80, "Duty"), Words(300, 80, "KSBs")),
        *(Words(72, 100, "Duty 1 Row"), Words(300, 100, "K1")),
        *(Words(72, 300, "Duty 2 Sail and so on and on and on"), Words(300, 300, "K2")),
    ]
    assert lines(opened(tmp_path, page))[-1].endswith("and on\tK2")


def test_rules_between_rows_alone_set_rows_apart(tmp_path: Path) -> None:
    rows = [("Lamps", "Trims wicks"), ("and lenses", "and cleans"), ("Signals", "Rows")]
    items: list[Item] = []
    for n, (left, right) in enumerate(rows):
        items += [Words(72, 100 + 16 * n, left), Words(300, 100 + 16 * n, right)]
    items += [Stroke(72, y, 500, y) for y in (88, 121, 137)]
    assert lines(opened(tmp_path, items)) == [
        "Lamps and lenses\tTrims wicks and cleans",
        "Signals\tRows",
    ]


def test_a_page_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    left = [f"This is what line {n} of the left says" for n in range(12)]
    right = [f"and line {n} of the right says that" for n in range(12)]
    items = paragraph(left, 80, left=60) + paragraph(right, 80, left=320)
    said = " ".join(lines(opened(tmp_path, items)))
    assert said.index(left[11]) < said.index(right[0])
    assert all(line in said for line in (*left, *right))


def test_running_heads_and_page_numbers_are_set_aside(tmp_path: Path) -> None:
    pages = [
        [
            Words(72, 40, "ST9999 Lighthouse keeper"),
            *paragraph([f"What page {n} says.", "Nothing else."], 120),
            Words(72, 800, f"Page {n} of 3"),
        ]
        for n in (1, 2, 3)
    ]
    text = opened(tmp_path, *pages)
    assert len(text.aside) == 6
    assert {line.printed for line in text.aside} == {
        "ST9999 Lighthouse keeper",
        *(f"Page {n} of 3" for n in (1, 2, 3)),
    }
    assert "What page 2 says. Nothing else." not in lines(text)
    assert "What page 2 says." in lines(text)


def test_what_does_not_repeat_stays(tmp_path: Path) -> None:
    one = [Words(72, 40, "Version 1"), *paragraph(["Lamps"], 120), Words(72, 800, "7")]
    two = [Words(72, 60, "Version 1"), *paragraph(["Horns"], 120), Words(72, 800, "9")]
    text = opened(tmp_path, one, two)
    assert not text.aside
    assert lines(text) == ["Version 1", "Lamps", "7", "Version 1", "Horns", "9"]


def test_statements_at_one_height_of_each_page_are_no_running_heads(
    tmp_path: Path,
) -> None:
    pages = [[Words(72, 60, f"K{n}"), Words(72, 90, "K1 K2")] for n in (1, 2, 3)]
    text = opened(tmp_path, *pages)
    assert not text.aside
    assert lines(text) == ["K1", "K1 K2", "K2", "K1 K2", "K3", "K1 K2"]


def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(tmp_path: Path) -> None:
    rows = [[["Duty"], ["KSBs"]], [["Duty 1 Keep"], ["K1 K2"]]]
    page = [*paragraph(["Occupation duties"], 60), *ruled(rows, (72, 272, 472), 80)]
    text = opened(tmp_path, page, rotate=90)
    assert lines(text) == ["Occupation duties", "Duty\tKSBs", "Duty 1 Keep\tK1 K2"]


def test_keys_that_are_printed_bold_are_known(tmp_path: Path) -> None:
    text = opened(
        tmp_path,
        [
            Words(72, 80, "K1: Principles of lamps", bold=True),
            Words(72, 110, "K2: Signals of ships"),
        ],
    )
    assert [line.bold for line in text.lines if line.printed] == [("K1",), ()]


def test_every_letter_ends_in_a_line_or_is_set_aside(tmp_path: Path) -> None:
    rows = [[["Duty"], ["KSBs"]], [["Duty 1 Keep"], ["K1"]]]
    page = [
        Words(72, 40, "Running head"),
        *paragraph(["Some words & others (in brackets)", "£5 – café"], 60),
        *ruled(rows, (72, 272, 472), 200),
        Words(72, 500, "left"),
        Words(400, 500, "right"),
    ]
    text = opened(tmp_path, page, page)
    out = "".join(line.printed for line in (*text.lines, *text.aside))
    said = "".join(item.text for item in page if isinstance(item, Words))
    assert sorted("".join(out.split())) == sorted("".join(said.split()) * 2)


def test_pages_without_text_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "scan.pdf", [[Stroke(0, 0, 500, 500)]])
    with pytest.raises(SourceError, match="pictures of pages and no text"):
        read(path)


def test_a_protected_pdf_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "locked.pdf", [paragraph(["K1"], 80)], encrypted=True)
    with pytest.raises(SourceError, match="protected by a password"):
        read(path)


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 9])
def test_a_damaged_pdf_is_refused_in_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "copy.pdf"
    path.write_bytes(data)
    with pytest.raises(SourceError, match="is a damaged PDF"):
        read(path)


def test_without_what_reads_pdf_the_sentence_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_file, "find_spec", lambda _: None)
    path = write_pdf(tmp_path / "copy.pdf", [paragraph(["K1"], 80)])
    with pytest.raises(SourceError, match=r"pip install curriculum\[pdf\]"):
        read(path)


def test_a_pdf_of_too_many_pages_is_refused(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "long.pdf", [[]] * 301)
    with pytest.raises(SourceError, match="has 301 pages, more than 300"):
        read(path)


def test_two_columns_of_running_text_are_read_one_below_the_other(
    tmp_path: Path,
) -> None:
    left = ["K1: Lamps and lenses", "K2: Oils", "K3: Wicks"]
    right = ["S1: Light lamps", "S2: Trim wicks", "S3: Fill lamps by night"]
    page = [Words(72, 60 + 20 * n, said) for n, said in enumerate(left)]
    page += [Words(330, 60 + 20 * n, said) for n, said in enumerate(right)]
    assert lines(opened(tmp_path, page)) == [*left, *right]


def test_the_number_of_a_list_right_at_a_key_is_set_apart(tmp_path: Path) -> None:
    text = opened(tmp_path, [Words(72, 60, "14.K14: Lamps")])
    assert lines(text) == ["14. K14: Lamps"]


def coded_rows(top: float, *rows: tuple[str, str, str]) -> list[Item]:
    """Rows of kind, code and statement, with white between rows and no rules."""
    return [
        Words(left, top + 20 * n, said)
        for n, row in enumerate(rows)
        for left, said in zip((72, 200, 300), row, strict=True)
        if said
    ]


def test_a_table_without_rules_has_its_keys_in_any_column_and_goes_on(
    tmp_path: Path,
) -> None:
    one = coded_rows(
        700,
        ("Type", "Code", "Statement"),
        ("Knowledge", "K1", "Lamps"),
        ("", "K2", "Lenses of"),
    )
    two = [
        Words(300, 60, "many kinds"),
        *coded_rows(80, ("", "K3", "Oils"), ("Skills", "S1", "Trims")),
        *paragraph(
            ["You may re-use this information free of charge (but no logos)"], 140
        ),
    ]
    assert lines(opened(tmp_path, one, two)) == [
        "Type\tCode\tStatement",
        "Knowledge\tK1\tLamps",
        "\tK2\tLenses of many kinds",
        "\tK3\tOils",
        "Skills\tS1\tTrims",
        "You may re-use this information free of charge (but no logos)",
    ]


def test_cells_that_are_centred_have_white_beside_them(tmp_path: Path) -> None:
    page = [
        *(Words(72, 80, "Duty"), Words(430, 80, "KSBs")),
        *(
            Words(72, 104, "Duty 1 Keep the lamp lit in"),
            Words(400, 104, "K1 K2 K3 K4"),
        ),
        *(Words(72, 118, "all weathers"), Words(420, 118, "S1 S2")),
        *(Words(72, 142, "Duty 2 Row"), Words(436, 142, "K2")),
    ]
    assert lines(opened(tmp_path, page)) == [
        "Duty\tKSBs",
        "Duty 1 Keep the lamp lit in all weathers\tK1 K2 K3 K4 S1 S2",
        "Duty 2 Row\tK2",
    ]


def half_way(top: float, key: str, *said: str) -> list[Item]:
    """A statement, and its key half-way down it."""
    middle = top + 7 * (len(said) - 1)
    statement = [Words(140, top + 14 * n, text) for n, text in enumerate(said)]
    return [Words(72, middle, key), *statement]


def test_a_key_half_way_down_is_of_the_lines_beside_it(tmp_path: Path) -> None:
    page = [
        *half_way(100, "K1", "Lamps of all", "kinds"),
        *half_way(140, "K2", "Lenses, which", "bend light, and", "mirrors"),
        *half_way(194, "K3", "Oils"),
    ]
    text = opened(tmp_path, page)
    assert lines(text) == [
        "K1\tLamps of all kinds",
        "K2\tLenses, which bend light, and mirrors",
        "K3\tOils",
    ]
    assert not text.findings


def test_rows_that_nothing_sets_apart_are_in_doubt(tmp_path: Path) -> None:
    page = [
        *half_way(100, "K1", "Lamps of all", "kinds and", "sizes"),
        *half_way(142, "K2", "Lenses, which", "bend light"),
        *half_way(170, "K3", "Oils of the", "sea and", "the land"),
    ]
    found = opened(tmp_path, page).findings
    assert {finding.code for finding in found} == {"SRC022"}
    assert "page 1, line" in str(found[0])


def test_a_heading_over_both_columns_stays_above_them(tmp_path: Path) -> None:
    left = ["K1: Lamps and lenses", "K2: Oils and whatever else", "K3: Wicks"]
    right = ["S1: Light lamps", "S2: Trim wicks", "S3: Fill lamps by night"]
    page: list[Item] = [Words(150, 40, "Everything that a lighthouse keeper must know")]
    page += [Words(72, 70 + 14 * n, said) for n, said in enumerate(left)]
    page += [Words(330, 70 + 14 * n, said) for n, said in enumerate(right)]
    assert lines(opened(tmp_path, page)) == [
        "Everything that a lighthouse keeper must know",
        *left,
        *right,
    ]


def test_an_item_with_a_number_over_a_hundred_begins_a_line(tmp_path: Path) -> None:
    page = paragraph([f"100. S46: {FULL}", "101. S47: use tools"], 80)
    assert lines(opened(tmp_path, page))[1] == "101. S47: use tools"
