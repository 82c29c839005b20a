from collections.abc import Iterator

from lxml import etree

from curriculum.pictures import Picture, Pictures
from curriculum.pictures.canvas import Canvas, Drawing

AWKWARD = 'A "title" & <b>more</b>\x07\ud800 \N{ROCKET}'


def drawn(width: float) -> Drawing:
    canvas = Canvas()
    canvas.text(5, 15, AWKWARD, 10)
    return canvas.finished(AWKWARD, f"finding {AWKWARD}", width, 20)


def test_it_says_what_it_shows_whatever_stands_in_it() -> None:
    root = etree.fromstring(Picture("T", "F", drawn).svg)
    shown = AWKWARD.replace("\x07", "\ufffd").replace("\ud800", "\ufffd")
    assert root.get("role") == "img"
    assert root.get("aria-label") == f"finding {shown}"
    assert [e.text for e in root.iter("{*}title", "{*}text")] == [shown, shown]


def test_it_is_drawn_for_the_width_at_hand_and_once_only() -> None:
    widths: list[float] = []

    def draw(width: float) -> Drawing:
        widths.append(width)
        return drawn(width)

    picture = Picture("T", "F", draw)
    assert picture.at(400) is picture.at(400)
    assert picture.at(20).width == widths[-1] == 300
    assert widths == [400, 300]


def test_pictures_are_thought_of_only_when_somebody_looks() -> None:
    made: list[int] = []

    def make() -> Iterator[Picture]:
        made.append(1)
        yield Picture("T", "It says this", drawn)

    pictures = Pictures(make)
    assert made == []
    assert pictures
    assert (len(pictures), str(pictures), pictures[0].title) == (1, "It says this", "T")
    assert made == [1]
    assert not Pictures(lambda: iter(()))
