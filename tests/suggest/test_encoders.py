from collections.abc import Sequence

import pytest

from curriculum.errors import SourceError
from curriculum.suggest.aliases import aliases_of
from curriculum.suggest.encoders import Encoder, Vectors, blended, encoder_named
from curriculum.suggest.proposals import compared, proposals
from curriculum.suggest.texts import places
from notation import facts

PROGRAMME = """
    ksbs K1 K2
    K1 means Principles of boats and of nets
    K2 means Principles of nets and of boats
    M1.01 topic Mending nets beside boats
    M1.02 topic Painting a wall
"""


class ByFirstLetters:
    """Knows nothing: texts that begin alike are near."""

    def encode(self, texts: Sequence[str], /) -> Vectors:
        return [
            [float(text.count("boats and")), float(text.count("nets b"))]
            for text in texts
        ]


class OneTooFew:
    def encode(self, texts: Sequence[str], /) -> Vectors:
        return [[1.0] for _ in texts[1:]]


def ranked(encoder: Encoder | None) -> list[str]:
    programme = facts(PROGRAMME).programme
    some = compared(programme, places(programme, aliases_of()), encoder)
    return [p.key for p in proposals(some, 0.0)]


def test_an_encoder_moves_what_has_shared_words_and_adds_nothing() -> None:
    assert set(ranked(ByFirstLetters())) == set(ranked(None))


def test_nearer_by_the_encoder_is_higher() -> None:
    class Prefers:
        def __init__(self, word: str) -> None:
            self.word = word

        def encode(self, texts: Sequence[str], /) -> Vectors:
            return [
                [float(text.startswith((f"Principles of {self.word}", "Mending"))), 1.0]
                for text in texts
            ]

    assert ranked(Prefers("boats"))[0] == "M1.01:ST0000:K1"
    assert ranked(Prefers("nets"))[0] == "M1.01:ST0000:K2"


def test_figures_stay_between_0_and_1() -> None:
    (row,) = blended([[0.999999, 0.000001]], ByFirstLetters(), ["a", "b"], ["c"])
    assert all(0 < figure < 1 for figure in row)


def test_an_encoder_that_loses_a_text_is_refused() -> None:
    with pytest.raises(SourceError, match="gave 2 vectors for 3 texts"):
        blended([[0.5, 0.5]], OneTooFew(), ["a", "b"], ["c"])


def test_an_encoder_is_found_by_module_and_name() -> None:
    assert isinstance(encoder_named(f"{__name__}:ByFirstLetters"), Encoder)


@pytest.mark.parametrize("name", ["nowhere:load", "json", "json:nothing", "", ":x"])
def test_a_name_that_leads_nowhere_is_told(name: str) -> None:
    with pytest.raises(SourceError):
        encoder_named(name)


def test_what_cannot_encode_is_no_encoder() -> None:
    with pytest.raises(SourceError, match="is no encoder"):
        encoder_named("collections:OrderedDict")
