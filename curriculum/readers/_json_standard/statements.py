"""What duties and KSBs have in common: identity, code, text and key."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curriculum.readers._json import Node

_NO_IDENTITY = "00000000-0000-0000-0000-000000000000"
_WORD = re.compile(r"\w")


@dataclass(slots=True)
class Draft:
    """A statement as it stands in its list."""

    node: Node
    text: str
    guid: str = ""
    code: str = ""
    """The code that the file gives: "K3"."""
    key: str = ""

    @property
    def says_something(self) -> bool:
        """Whether there are words, and not only a mark such as "."."""
        return bool(_WORD.search(self.text))


def folded(identity: str) -> str:
    """An identity, code or text as they are compared; "" for the empty identity."""
    plain = identity.strip("{} ").casefold()
    return "" if plain == _NO_IDENTITY else plain


def drafts_of(
    nodes: list[Node], letters: str, ids: tuple[str, ...], text: str
) -> list[Draft]:
    """The statements of a list, with keys: their codes, else their order in it."""
    code = re.compile(rf"{letters}\s?0*([1-9]\d{{0,3}})", re.IGNORECASE)
    drafts = [_draft(node, code, ids, text) for node in nodes]
    for draft in drafts:
        draft.code = draft.code and f"{letters}{draft.code}"
    if not any(draft.code for draft in drafts):
        _labels(drafts, letters)
    coded = [draft for draft in drafts if draft.code]
    given = len(coded) == len(drafts)
    for number, draft in enumerate(drafts, start=1):
        draft.key = draft.code if given else f"{letters}{number}"
        if draft.code and not given:
            message = f"{draft.key} has the code {draft.code}, and others have none"
            draft.node.notes.error("SRC412", draft.node.path, draft.key, message)
    return drafts


def note_doubles(drafts: list[Draft]) -> None:
    """Note statements of one key, and statements of one identity."""
    for code, what, field in (
        ("SRC425", "key", "key"),
        ("SRC410", "identity", "guid"),
    ):
        first: dict[str, Draft] = {}
        for draft in drafts:
            said = folded(getattr(draft, field))
            earlier = first.setdefault(said, draft) if said else draft
            if earlier is not draft:
                message = f"{draft.key} has the {what} of {earlier.node.path}"
                draft.node.notes.error(code, draft.node.path, draft.key, message)


def _draft(node: Node, code: re.Pattern[str], ids: tuple[str, ...], text: str) -> Draft:
    draft = Draft(node, node.text(text))
    for identity in _said(node, ids):
        match = code.fullmatch(identity)
        if match:
            draft.code = draft.code or match[1]
        else:
            draft.guid = draft.guid or (identity if folded(identity) else "")
    return draft


def _said(node: Node, ids: tuple[str, ...]) -> Iterator[str]:
    for name in ids:
        if node.has(name):
            yield node.text(name)


def _labels(drafts: list[Draft], letters: str) -> None:
    """Take codes from the front of the texts, if every text has one."""
    word = "(?:Duty|D)" if letters == "D" else letters
    label = re.compile(rf"{word}\s?0*([1-9]\d{{0,3}})\s*[:.)–-]\s*(?=\S)")
    found = [label.match(draft.text) for draft in drafts]
    for draft, match in zip(drafts, found, strict=True):
        if match and all(found):
            draft.code = f"{letters}{match[1]}"
            draft.text = draft.text[match.end() :]
