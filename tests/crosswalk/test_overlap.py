from datetime import date

import pytest

from crosswalk_editions import framed
from curriculum.crosswalk.estimate import Estimate
from curriculum.crosswalk.overlap import Held, Overlap, overlap, plan
from curriculum.crosswalk.sides import of_framework
from curriculum.facts import Facts, gather
from curriculum.model import Crosswalk, Pair, Relation, Side, SourceRef
from notation import facts

AT = SourceRef(file="crosswalk.toml", place="7")
TAUGHT = """
    ksbs K1 K2 K3 S1
    K1 means Principles of relational databases
    K2 means Weld a butt joint in mild steel
    K3 means Forestry and timber
    S1 means Fell a tree with a chain saw
    skills databases
    M1 teaches K1
    M1 lasts 6 hours
    M2 teaches K1 K2
    M3 teaches K2
    M3 lasts 12 hours
    M4 teaches databases
"""
OTHER = framed(
    "ST0009",
    """
    K1 Relational databases
    K2 Weld a butt joint in mild steel
    K3 Service of wine
    S1 Fell a tree with a chain saw
    """,
)


def walk(*pairs: tuple[str, str, Relation]) -> Crosswalk:
    return Crosswalk(
        one=Side(framework="ST0000", source=AT),
        other=Side(framework="ST0009", source=AT),
        pairs=tuple(
            Pair(
                one=one,
                other=other,
                relation=relation,
                who="AB",
                on=date(2026, 6, 26),
                source=AT,
            )
            for one, other, relation in pairs
        ),
        source=AT,
    )


def looked_at(*walks: Crosswalk) -> Facts:
    programme = facts(TAUGHT).programme
    return gather(programme.model_copy(update={"crosswalks": walks}))


def held(found: Overlap) -> dict[str, Held]:
    return {one.statement.key: one.held for one in found.statements}


def test_what_nobody_confirmed_is_a_proposal_and_only_if_it_is_taught() -> None:
    found = held(overlap(looked_at(), OTHER))
    assert found["K2"] is Held.MAYBE_WHOLE
    assert found["K3"] is Held.NOT
    assert found["S1"] is Held.NOT  # the programme has the statement, untaught


def test_what_a_person_confirmed_is_a_fact_whole_or_in_part() -> None:
    found = held(
        overlap(
            looked_at(
                walk(("K1", "K1", Relation.BROADER), ("K2", "K3", Relation.OVERLAPPING))
            ),
            OTHER,
        )
    )
    assert found["K1"] is Held.WHOLE
    assert found["K3"] is Held.PART


def test_a_rejected_pair_carries_nothing() -> None:
    found = held(overlap(looked_at(walk(("K2", "K2", Relation.NONE))), OTHER))
    assert found["K2"] is Held.NOT


def test_the_programmes_own_standard_is_carried_as_it_is_taught() -> None:
    all_facts = looked_at()
    own = of_framework(all_facts.programme.frameworks[0])
    assert held(overlap(all_facts, own)) == {
        "K1": Held.TAUGHT,
        "K2": Held.TAUGHT,
        "K3": Held.NOT,
        "S1": Held.NOT,
    }


def test_names_of_skills_propose_nothing_of_another_standard() -> None:
    only = facts("ksbs K1\nskills databases\nM1 teaches databases")
    found = overlap(only, framed("ST0009", "K1 Databases"))
    assert held(found)["K1"] is Held.NOT


def test_the_fewest_modules_carry_it_and_of_those_the_shortest() -> None:
    made = plan(looked_at(walk(("K2", "K2", Relation.SAME))), [OTHER])
    cover = made.smallest(made.overlaps)
    assert cover.chosen == ("M2",)
    assert cover.proved


def test_one_plan_for_several_standards_covers_all_of_them() -> None:
    second = framed("ST0010", "K1 Principles of relational databases")
    made = plan(looked_at(walk(("K2", "K2", Relation.SAME))), [OTHER, second])
    assert made.smallest(made.overlaps, proposals=True).chosen == ("M2",)
    assert made.smallest(made.overlaps[1:]).chosen == ()


def test_infill_is_what_is_left_and_its_hours_have_a_basis() -> None:
    made = plan(
        looked_at(
            walk(("K1", "K1", Relation.SAME), ("K2", "K2", Relation.OVERLAPPING))
        ),
        [OTHER],
    )
    infill = made.infill(made.overlaps[0])
    assert [s.key for s in infill.new] == ["K3", "S1"]
    assert [s.key for s in infill.in_part] == ["K2"]
    # Knowledge: K1 has 3 h of M1 and half of 3 h, K2 half of 3 h and 3 h of M3.
    mean = Estimate.of(looked_at()).hours["Knowledge"]
    assert mean == pytest.approx(4.5)
    assert infill.hours == pytest.approx(mean + mean + mean / 2)
    assert "Knowledge 4.5 h (mean of 2)" in made.estimate.basis


def test_a_programme_without_marks_estimates_nothing_and_says_so() -> None:
    made = plan(facts("ksbs K1\nM1.01 topic Arrivals"), [OTHER])
    assert made.infill(made.overlaps[0]).hours == 0
    assert "no hours can be estimated" in made.estimate.basis
