import pytest

from curriculum.pictures.letters import FONTS, fitted, width, wrapped


@pytest.mark.parametrize(
    ("letter", "thousandths"),
    [("A", 667), ("i", 222), ("W", 944), (" ", 278), ("7", 556), ("ŵ", 722)],
)
def test_letters_are_as_wide_as_those_of_arial(letter: str, thousandths: int) -> None:
    assert width(letter, 1000) == pytest.approx(thousandths, abs=1)


def test_bold_is_wider_and_size_counts() -> None:
    assert width("Modules", 10) < width("Modules", 10, bold=True)
    assert width("Modules", 20) == pytest.approx(2 * width("Modules", 10))


def test_what_the_font_lacks_is_given_room_and_accents_on_their_own_take_none() -> None:
    assert width("\N{ROCKET}", 10) >= 10
    assert width("e\N{COMBINING ACUTE ACCENT}", 10) == width("e", 10)


@pytest.mark.parametrize("room", [0, 3, 10, 40, 77.5, 400])
def test_a_fitted_text_is_never_too_wide(room: float) -> None:
    text = "Bezpieczeństwo i ochrona źródeł"
    shown = fitted(text, 8, room)
    assert width(shown, 8) <= room
    assert shown in ("", text) or text.startswith(shown.removesuffix("…"))


def test_a_wrapped_text_keeps_its_words_in_order() -> None:
    text = "one two  three\nfour a\N{NO-BREAK SPACE}week seven"
    lines = wrapped(text, 10, 60)
    assert [word for line in lines for word in line.split(" ")] == [
        *("one", "two", "three", "four"),
        *("a\N{NO-BREAK SPACE}week", "seven"),
    ]
    assert max(width(line, 10) for line in lines) <= 60
    assert wrapped(" \n ", 10, 60) == []


def test_what_has_no_room_in_the_last_line_is_cut_there() -> None:
    lines = wrapped("one two three four five six seven", 10, 60, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_the_font_stands_beside_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "LICENSE.txt").read_text("utf-8")
    assert len(list(FONTS.glob("*.ttf"))) == 2
