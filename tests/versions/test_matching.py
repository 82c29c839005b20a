"""What became of each statement, case by case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.model import Standard
from curriculum.versions import Change, Difference, compare, edition_of
from version_pairs import standard

LOOP = "K How to write a loop that ends, and how to tell that it does"
NAME = "K Ways of naming variables so that colleagues understand them"
LAW = "K Duties of an employer under health and safety legislation"
TEST = "S Test a program against its specification and record the result"
CARE = "B Takes care of shared equipment and leaves the bench tidy"


def difference(old: list[str], new: list[str]) -> Difference:
    return compare(edition_of(standard(*old)), edition_of(standard(*new)))


def said(found: Difference) -> list[str]:
    """Each item that is not as it was: codes, changes, certainty."""
    return [
        f"{'+'.join(s.key for s in m.old)}>{'+'.join(s.key for s in m.new)} "
        f"{', '.join(c.value for c in m.changes)}, {m.certainty}"
        for m in found.items
        if m.change is not Change.UNCHANGED or not m.certain
    ]


def with_guids(one: Standard, *guids: str) -> Standard:
    ksbs = zip(one.ksbs, guids, strict=True)
    return one.model_copy(
        update={"ksbs": tuple(k.model_copy(update={"guid": g}) for k, g in ksbs)}
    )


def test_the_same_standard_has_not_changed() -> None:
    found = difference([LOOP, NAME, TEST], [LOOP, NAME, TEST])
    assert found.is_empty
    assert said(found) == []


def test_an_insertion_renumbers_what_follows_and_changes_nothing_else() -> None:
    found = difference([LOOP, NAME, LAW], [LOOP, "K Graft apple trees", NAME, LAW])
    assert said(found) == [
        ">K2 added, certain",
        "K2>K3 renumbered, certain",
        "K3>K4 renumbered, certain",
    ]
    assert found.changed == ()


def test_two_statements_that_changed_places_keep_their_wording() -> None:
    found = difference([LOOP, NAME], [NAME, LOOP])
    assert said(found) == ["K2>K1 renumbered, certain", "K1>K2 renumbered, certain"]


def test_a_code_alone_makes_no_match() -> None:
    found = difference([LOOP], ["K Baroque counterpoint in printed scores"])
    assert said(found) == ["K1> removed, certain", ">K1 added, certain"] or said(
        found
    ) == [">K1 added, certain", "K1> removed, certain"]


def test_a_statement_may_move_to_another_kind() -> None:
    found = difference([LOOP, TEST], [LOOP, TEST.replace("S ", "K ", 1)])
    assert said(found) == ["S1>K2 moved to another kind, certain"]
    assert not found.items[1].carries


def test_a_split_names_both_halves() -> None:
    found = difference(
        [
            LOOP,
            "S Test a program against its specification and report faults by letter",
        ],
        [
            LOOP,
            "S Test a program against its specification",
            "S Report faults by letter",
        ],
    )
    assert said(found) == ["S1>S1+S2 split, certain"]


def test_a_merger_names_both_that_went_into_it() -> None:
    found = difference([NAME, LAW, TEST], [f"{NAME} and {LAW[2:]}", TEST])
    assert said(found) == ["K1+K2>K1 merged, certain"]


def test_one_guid_makes_a_match_though_the_wording_changed() -> None:
    old = with_guids(standard(LOOP, NAME), "g1", "g2")
    new = with_guids(standard(LAW, f"{LOOP} by trial"), "g3", "G1")
    found = compare(edition_of(old), edition_of(new))
    assert "K1>K2 re-worded, renumbered, certain" in said(found)
    assert next(m for m in found.items if len(m.old) == 1).why.startswith("same GUID")


def test_one_guid_on_wordings_with_nothing_in_common_is_not_certain() -> None:
    old, new = with_guids(standard(LOOP), "g1"), with_guids(standard(CARE), "g1")
    found = compare(edition_of(old), edition_of(new))
    assert [m.certain for m in found.items] == [False]


def test_the_same_words_twice_are_not_certain_once_one_of_them_is_gone() -> None:
    found = difference([LOOP, NAME, LOOP], [NAME, LOOP])
    assert "K1>K2 renumbered, likely" in said(found)


def test_one_of_two_siblings_is_never_certain_to_be_the_reworded_one() -> None:
    mig, tig = "K Principles of arc welding: MIG", "K Principles of arc welding: TIG"
    found = difference([LOOP, mig, tig], [LOOP, "K Principles of arc welding: MAG"])
    assert all(not m.certain for m in found.items if m.old and m.new and m.score < 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Cuts at 5 mm, using a saw", "cuts at 5 mm using a saw."),
        ("The employer\u2019s policies", "The employer's policies"),
    ],
)
def test_print_alone_is_a_rewording_that_carries(before: str, after: str) -> None:
    found = difference([LOOP, f"K {before}"], [LOOP, f"K {after}"])
    assert found.items[1].changes == (Change.REWORDED,)
    assert found.items[1].carries


@pytest.mark.parametrize(
    ("before", "after"),
    [("Writes programs in C", "Writes programs in C++"), ("Cuts 5 mm", "Cuts 8 mm")],
)
def test_a_sign_or_figure_that_means_something_does_not_carry(
    before: str, after: str
) -> None:
    found = difference([LOOP, f"K {before}"], [LOOP, f"K {after}"])
    assert not any(m.carries for m in found.items if m.old and m.old[0].key == "K2")


def test_a_duty_that_rests_on_another_item_is_told_though_codes_shifted() -> None:
    found = difference(
        [LOOP, NAME, "D1 K1 K2: Write programs"],
        [LAW, LOOP, NAME, "D1 K2 K1: Write programs"],
    )
    assert [(link.added, link.removed) for link in found.links] == [((), ("K2",))] or [
        (link.added, link.removed) for link in found.links
    ] == [(("K1",), ("K2",))]


STATEMENTS = st.lists(
    st.tuples(
        st.sampled_from("KSB"),
        st.one_of(
            st.sampled_from([LOOP[2:], NAME[2:], LAW[2:], ".", "Łódź & Sŵn <b>", "=1"]),
            st.text(min_size=1, max_size=40).filter(lambda text: text.strip()),
        ),
    ),
    max_size=8,
)


def _standard(statements: list[tuple[str, str]]) -> Standard:
    return standard(*(f"{kind} {text}" for kind, text in statements))


@given(STATEMENTS)
def test_nothing_differs_from_itself(statements: list[tuple[str, str]]) -> None:
    one = edition_of(_standard(statements))
    assert compare(one, one).is_empty


@given(STATEMENTS, STATEMENTS)
def test_every_statement_stands_in_exactly_one_match(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    old, new = edition_of(_standard(before)), edition_of(_standard(after))
    found = compare(old, new)
    assert sorted(s.key for m in found.items for s in m.old) == sorted(
        s.key for s in old.items
    )
    assert sorted(s.key for m in found.items for s in m.new) == sorted(
        s.key for s in new.items
    )


@given(STATEMENTS, STATEMENTS)
def test_what_is_added_one_way_is_removed_the_other(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    old, new = edition_of(_standard(before)), edition_of(_standard(after))
    there, back = compare(old, new), compare(new, old)
    added = sum(m.change is Change.ADDED for m in there.items)
    removed = sum(m.change is Change.REMOVED for m in back.items)
    assert added == removed


def test_what_is_added_beside_its_like_is_not_certainly_new() -> None:
    found = difference([LOOP, NAME], [LOOP, LOOP, NAME])
    [added] = found.added
    assert (added.certain, added.why) == (
        False,
        "wording 1.00 like K1, which is matched better",
    )


def test_what_may_have_been_reworded_is_not_certainly_removed() -> None:
    found = difference([TEST, LAW], ["S Record the result of a vote on it", LAW])
    gone, new = found.changed[0], found.added[0]
    assert (gone.change, gone.certain, new.certain) == (Change.REMOVED, False, False)
    assert "like S1" in gone.why
