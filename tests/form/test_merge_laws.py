"""Laws of merging, over edits that nobody would think to make."""

from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.form.compare import compare
from curriculum.form.copies import Copy, Said
from curriculum.form.fields import Path as FieldPath
from curriculum.form.merging import Merge, write
from curriculum.form.records import Id, Records, Value, records_of
from curriculum.form.source import source_of
from curriculum.form.writing import write_form
from curriculum.model import SourceRef
from form_copies import edited, lines, merged, programme, texts
from form_copies import write as put

SESSIONS = [("M01", "M01.01"), ("M01", "M01.02"), ("M02", "M02.01"), ("M02", "M02.02")]
ITEMS = ["K1", "K2", "K7", "S1"]
DEPTHS = ["introduced", "developed", "mastered", "taught", None]

marks = st.tuples(st.sampled_from(SESSIONS), st.sampled_from(ITEMS))
edits = st.dictionaries(marks, st.sampled_from(DEPTHS), max_size=5)
many = st.lists(edits, min_size=1, max_size=4)


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> Records:
    folder = programme(tmp_path_factory.mktemp("laws") / "small")
    return records_of(source_of(folder).files)


def copy_of(
    now: Records, name: str, said: dict[tuple[tuple[str, str], str], str | None]
) -> Copy:
    """A copy in which just these marks were set."""
    baseline = object()
    copy = Copy(name, baseline, now)  # type: ignore[arg-type]
    for (session, item), value in said.items():
        id_, path = key(session, item)
        if now[id_].values.get(path) != value:
            at = SourceRef(file=name, place=f"Marks!{item}{session[1]}")
            copy.changes[id_, path] = Said(value, at)
    return copy


def key(session: tuple[str, str], item: str) -> tuple[Id, FieldPath]:
    return ("session", *session), ("teaches", "ST0128", item)


def outcome(held: object) -> tuple[list[str], list[str]]:
    changes = [(c.id, c.path, c.after) for c in held.changes]  # type: ignore[attr-defined]
    conflicts = [(c.id, c.path) for c in held.conflicts]  # type: ignore[attr-defined]
    return [str(c) for c in changes], [str(c) for c in conflicts]


law = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@law
@given(many)
def test_the_order_of_copies_does_not_matter(now: Records, all_edits: list) -> None:  # type: ignore[type-arg]
    copies = [copy_of(now, f"copy-{n}.xlsx", e) for n, e in enumerate(all_edits)]
    outcomes = [outcome(compare(now, list(order))) for order in permutations(copies)]
    assert all(one == outcomes[0] for one in outcomes)


@law
@given(many)
def test_each_edit_is_a_change_or_a_conflict_and_nothing_else_is(
    now: Records,
    all_edits: list,  # type: ignore[type-arg]
) -> None:
    copies = [copy_of(now, f"copy-{n}.xlsx", e) for n, e in enumerate(all_edits)]
    held = compare(now, copies)
    asked: dict[tuple[Id, FieldPath], set[Value]] = {}
    for copy in copies:
        for place, said in copy.changes.items():
            asked.setdefault(place, set()).add(said.value)
    agreed = {place: values for place, values in asked.items() if len(values) == 1}
    assert {(c.id, c.path): {c.after} for c in held.changes} == agreed
    assert {(c.id, c.path) for c in held.conflicts} == asked.keys() - agreed.keys()


@law
@given(edits, edits)
def test_what_the_programme_already_says_is_no_change(
    now: Records,
    some: dict,  # type: ignore[type-arg]
    more: dict,  # type: ignore[type-arg]
) -> None:
    copy = copy_of(now, "copy-1.xlsx", some | more)
    held = compare(now, [copy, copy_of(now, "copy-2.xlsx", some | more)])
    assert len(held.changes) == len(copy.changes)
    assert all(len(change.places) == 2 for change in held.changes)
    assert not held.conflicts


@settings(max_examples=4, deadline=None)
@given(st.lists(edits, min_size=2, max_size=3))
def test_real_copies_merge_to_the_same_bytes_in_any_order(all_edits: list) -> None:  # type: ignore[type-arg]
    results = set()
    with TemporaryDirectory() as work:
        form = Path(work) / "form.xlsx"
        write_form(source_of(programme(Path(work) / "first")), form)
        made = [
            edited(form, lambda b, e=e: mark(b, e), f"made-{n}.xlsx")  # type: ignore[misc]
            for n, e in enumerate(all_edits)
        ]
        for number, order in enumerate((made, made[::-1])):
            folder = programme(Path(work) / str(number) / "small")
            copies = [
                path.rename(path.with_name(f"{number}-copy-{n}.xlsx"))
                if number
                else path
                for n, path in enumerate(order)
            ]
            results.add(outcome_of(folder, copies))
    assert len(results) == 1


def outcome_of(folder: Path, copies: list[Path]) -> tuple[object, ...]:
    """The changes, and every file after they were written."""
    made: Merge = merged(folder, *copies)
    write(made)
    again = merged(folder, *copies).comparison
    # What was written is not written twice; a conflict stays what it was.
    assert again.is_empty or made.comparison.conflicts
    assert len(again.conflicts) == len(made.comparison.conflicts)
    return tuple(lines(made)), tuple(texts(folder).items())


def mark(book: object, said: dict) -> None:  # type: ignore[type-arg]
    for (session, item), depth in said.items():
        put(book, "Marks", (item, session[1]), depth)  # type: ignore[arg-type]
