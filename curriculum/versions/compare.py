"""Two editions compared: statements, the items that duties name, and the whole."""

from collections.abc import Iterable, Iterator, Mapping

from curriculum.versions.difference import Difference, FactChange, LinkChange, Match
from curriculum.versions.edition import Edition, Statement
from curriculum.versions.matching import matched


def compare(old: Edition, new: Edition) -> Difference:
    """What became of every statement; a code alone never makes a match."""
    items = matched(old.items, new.items)
    duties = matched(old.duties, new.duties)
    return Difference(
        old=old,
        new=new,
        items=items,
        duties=duties,
        links=tuple(_links(duties, _translation(items))),
        facts=tuple(_facts(dict(old.facts), dict(new.facts))),
    )


def _translation(items: Iterable[Match]) -> dict[str, tuple[str, ...]]:
    """The new keys of each old one; none for an item that was removed."""
    return {old.key: _keys(match.new) for match in items for old in match.old}


def _links(
    duties: Iterable[Match], translation: Mapping[str, tuple[str, ...]]
) -> Iterator[LinkChange]:
    """Where a duty that still stands rests on other items than before.

    Items that were removed or added as a whole are told of there, not here; items
    that the framework lacks are no link.
    """
    was = _turned(translation)
    known = was.keys()
    for match in duties:
        if not match.old or not match.new:
            continue
        now = {key for duty in match.new for key in duty.ksbs}
        before = {key for duty in match.old for key in duty.ksbs}
        expected = {new for key in before for new in translation.get(key, ())}
        removed = {
            key
            for key in before
            if translation.get(key) and now.isdisjoint(translation[key])
        }
        added = (now & known) - expected
        if added or removed:
            order_new = [k for duty in match.new for k in duty.ksbs if k in added]
            order_old = [k for duty in match.old for k in duty.ksbs if k in removed]
            yield LinkChange(
                match,
                tuple(dict.fromkeys(order_new)),
                tuple(dict.fromkeys(order_old)),
                _renumbered({key: was.get(key, ()) for key in order_new}),
                _renumbered({key: translation[key] for key in order_old}),
            )


def _turned(translation: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The old keys of each new one."""
    turned: dict[str, tuple[str, ...]] = {}
    for old, keys in translation.items():
        for new in keys:
            turned[new] = (*turned.get(new, ()), old)
    return turned


def _renumbered(codes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """The other codes of each key, where it is not the same."""
    return {
        key: " + ".join(others)
        for key, others in codes.items()
        if others not in ((), (key,))
    }


def _facts(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[FactChange]:
    """Facts that both editions print and print otherwise.

    Forms of publication differ in what they carry: a fact that only one of them
    prints is no change.
    """
    for name, value in old.items():
        if name in new and new[name] != value:
            yield FactChange(name, value, new[name])


def _keys(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.key for statement in statements)
