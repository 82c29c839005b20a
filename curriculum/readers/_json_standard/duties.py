"""The duties of a standard, with the KSBs and the options that they name."""

from collections.abc import Iterator

from curriculum.model import Duty, KsbKind, Product
from curriculum.readers._json import Node
from curriculum.readers._json_standard.ksbs import Ksbs
from curriculum.readers._json_standard.options import Options
from curriculum.readers._json_standard.statements import (
    Draft,
    drafts_of,
    folded,
    note_doubles,
)

MAPPED = {
    KsbKind.KNOWLEDGE: ("mappedKnowledge", "mappedKnowledgeIds"),
    KsbKind.SKILL: ("mappedSkills", "mappedSkillsIds"),
    KsbKind.BEHAVIOUR: ("mappedBehaviour", "mappedBehaviourIds"),
}
"""The fields that name KSBs: identities, or codes with identities beside them."""


def duties_of(
    standard: Node, product: Product, ksbs: Ksbs, options: Options
) -> tuple[Duty, ...]:
    """The duties in the order of the publisher's list."""
    ids = ("dutyID", "dutyId", "id")
    drafts = drafts_of(standard.nodes("duties"), "D", ids, "dutyDetail")
    note_doubles(drafts)
    if not drafts and product is Product.APPRENTICESHIP:
        message = "the duties are missing: duties holds nothing"
        standard.notes.warn("SRC405", f"{standard.path}.duties", "duties", message)
    duties = tuple(_duty(draft, ksbs, options) for draft in drafts)
    _note_left_out(duties, ksbs, standard)
    return duties


def _duty(draft: Draft, ksbs: Ksbs, options: Options) -> Duty:
    node, key = draft.node, draft.key
    core, chosen = node.flag("isThisACoreDuty"), options.of(node)
    if not draft.says_something:
        said = f"only “{draft.text}” for a text" if draft.text else "no text"
        node.notes.error("SRC406", f"{node.path}.dutyDetail", key, f"{key} has {said}")
    if core is False and not chosen:
        message = f"{key} is no core duty and is part of no option"
        node.notes.warn("SRC422", node.path, key, message)
    named = _named(draft, ksbs)
    if not named:
        node.notes.warn("SRC423", node.path, key, f"{key} names no KSB")
    return Duty(
        key=key,
        text=draft.text,
        ksbs=named,
        guid=draft.guid,
        core=core,
        options=chosen,
        criteria=node.text("criteriaForMeasuringPerformance"),
        source=node.source,
    )


def _named(draft: Draft, ksbs: Ksbs) -> tuple[str, ...]:
    """The keys of the KSBs that a duty names, in the order of the fields."""
    found: dict[str, None] = {}
    for kind, fields in MAPPED.items():
        lists = {f: _keys(draft, f, ksbs) for f in fields if draft.node.has(f)}
        for field, keys in lists.items():
            _note_kinds(draft, field, kind, keys)
            found |= dict.fromkeys(keys)
        if len({frozenset(keys) for keys in lists.values()}) > 1:
            one, other = (" ".join(keys) or "none" for keys in lists.values())
            message = f"{draft.key} names {one} by code and {other} by identity"
            draft.node.notes.warn("SRC418", draft.node.path, draft.key, message)
    return tuple(found)


def _keys(draft: Draft, field: str, ksbs: Ksbs) -> list[str]:
    """What one field names; what is not there, or there twice, is noted."""
    notes, path = draft.node.notes, f"{draft.node.path}.{field}"
    keys: list[str] = []
    for name in draft.node.texts(field):
        for part, key in _resolved(name, ksbs):
            if not key:
                message = f"{draft.key} names {part}, which the standard does not have"
                notes.error("SRC407", path, draft.key, message)
            elif key in keys:
                notes.warn("SRC408", path, draft.key, f"{draft.key} names {key} twice")
            else:
                keys.append(key)
    return keys


def _resolved(name: str, ksbs: Ksbs) -> Iterator[tuple[str, str]]:
    """A name with its key; a text such as "K1, K2" is several names."""
    if key := ksbs.key(name):
        yield name, key
        return
    parts = [part for part in name.replace(";", ",").split(",") if folded(part)]
    if any(map(ksbs.key, parts)):
        yield from ((part.strip(), ksbs.key(part)) for part in parts)
    else:
        yield name, ""


def _note_kinds(draft: Draft, field: str, kind: KsbKind, keys: list[str]) -> None:
    for key in keys:
        letters = key.rstrip("0123456789")
        if letters.removeprefix("T") != kind.value and letters != "ESB":
            path = f"{draft.node.path}.{field}"
            message = f"{draft.key} names {key} in {field}"
            draft.node.notes.warn("SRC409", path, draft.key, message)


def _note_left_out(duties: tuple[Duty, ...], ksbs: Ksbs, standard: Node) -> None:
    named = {key for duty in duties for key in duty.ksbs}
    for ksb in ksbs.records:
        if duties and ksb.key not in named:
            message = f"{ksb.key} is named by no duty"
            standard.notes.warn("SRC424", ksb.source.place, ksb.key, message)
