"""The KSBs of a standard, by which duties find them: identity, code or wording."""

from dataclasses import dataclass

from curriculum.model import KIND_TITLES, Ksb, KsbKind, Product
from curriculum.readers._json import Node
from curriculum.readers._json_standard.statements import (
    Draft,
    drafts_of,
    folded,
    note_doubles,
)

LISTS = {
    KsbKind.KNOWLEDGE: ("knowledges", "knowledgeId"),
    KsbKind.SKILL: ("skills", "skillId"),
    KsbKind.BEHAVIOUR: ("behaviours", "behaviourId"),
    KsbKind.TECHNICAL_KNOWLEDGE: ("technicalKnowledges", "technicalKnowledgeId"),
    KsbKind.TECHNICAL_SKILL: ("technicalSkills", "technicalSkillId"),
    KsbKind.EMPLOYABILITY: (
        "employabilitySkillsAndBehaviours",
        "employabilitySkillsAndBehaviourId",
    ),
}
KINDS = {
    Product.APPRENTICESHIP: (*LISTS,)[:3],
    Product.FOUNDATION: (*LISTS,)[3:],
    Product.UNIT: (*LISTS,)[3:5],
}
"""The kinds that each product has."""


@dataclass(frozen=True, slots=True)
class Ksbs:
    """The KSBs, and the key of each by every name that a duty may use."""

    records: tuple[Ksb, ...]
    keys: dict[str, str]

    def key(self, name: str) -> str:
        """The key of the KSB of that identity, code or wording, or ""."""
        return self.keys.get(folded(name), "")


def ksbs_of(standard: Node, product: Product) -> Ksbs:
    """The KSBs in the order of the publisher's lists."""
    keys: dict[str, str] = {}
    records: list[Ksb] = []
    everything: list[Draft] = []
    for kind, (name, own_id) in LISTS.items():
        drafts = drafts_of(standard.nodes(name), kind.value, (own_id, "id"), "detail")
        everything += drafts
        if not drafts and kind in KINDS[product]:
            message = f"{KIND_TITLES[kind].lower()} is missing: {name} holds nothing"
            standard.notes.warn("SRC405", f"{standard.path}.{name}", name, message)
        records += [_ksb(draft) for draft in drafts if _usable(draft)]
    note_doubles(everything)
    for draft in everything:
        if draft.text:
            for said in (draft.guid, draft.code, draft.text):
                keys.setdefault(folded(said), draft.key)
    keys.pop("", None)
    return Ksbs(tuple(records), keys)


def _ksb(draft: Draft) -> Ksb:
    return Ksb(
        key=draft.key, text=draft.text, guid=draft.guid, source=draft.node.source
    )


def _usable(draft: Draft) -> bool:
    """Whether there is a text to keep; what is odd about the statement is noted."""
    notes, path = draft.node.notes, draft.node.path
    if not draft.text:
        message = f"{draft.key} has no text and is left out"
        notes.error("SRC406", f"{path}.detail", draft.key, message)
    elif not draft.says_something:
        message = f"{draft.key} has only “{draft.text}” for a text"
        notes.error("SRC406", f"{path}.detail", draft.key, message)
    if not draft.guid and not draft.code:
        message = f"{draft.key} has no identity by which duties could name it"
        notes.warn("SRC411", path, draft.key, message)
    return bool(draft.text)
