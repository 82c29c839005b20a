"""The programme as a document carries it: all that the checks look at.

Where it stands on the published maps is left out: no check looks at it, and
what a document shows of it stands in the document's own record.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from curriculum.carried.facts import UnreadableFactsError, as_json, packed
from curriculum.carried.shown import plain
from curriculum.facts import Facts
from curriculum.model import Framework, Item, Ksb, MarketSkill, Programme

ITEMS: Mapping[str, type[Item]] = {c.__name__: c for c in (Item, Ksb, MarketSkill)}
"""Every kind of item, by the name under which it is carried."""
_KIND = "#"
_TEXT = re.compile(r'"([^"\\]{16,})"')
"""A text of the programme that is long enough to be worth pointing to."""


@dataclass(frozen=True, slots=True)
class PackedProgramme:
    """A programme packed, and its texts, to which documents point."""

    text: str
    places: Mapping[str, int]


def packed_programme(facts: Facts) -> PackedProgramme:
    """The programme of a review, packed once for all documents."""
    return facts.once(_packed)


def _packed(facts: Facts) -> PackedProgramme:
    programme = facts.programme.model_copy(update={"position": None})
    told = programme.model_dump(
        mode="json", exclude_defaults=True, serialize_as_any=True, exclude={"modules"}
    )
    for framework, said in zip(
        programme.frameworks, told.get("frameworks", ()), strict=True
    ):
        for item, entry in zip(framework.items, said["items"], strict=True):
            entry[_KIND] = type(item).__name__
    text = _with_modules(as_json(told), programme)
    places = {text: place for place, text in enumerate(texts_of(text))}
    return PackedProgramme(packed(text, tight=True), places)


def _with_modules(text: str, programme: Programme) -> str:
    """A programme's JSON with its modules, one by one: as values they take the most."""
    modules = (
        module.model_dump_json(exclude_defaults=True, serialize_as_any=True)
        for module in programme.modules
    )
    held = ",".join(modules)
    return f'{text[:-1]},"modules":[{held}]}}' if held else text


def texts_of(json_text: str) -> list[str]:
    """The longer texts in a programme's JSON, each once, in order."""
    return list(dict.fromkeys(map(plain, _TEXT.findall(json_text))))


def programme_from(told: Any) -> Programme:  # noqa: ANN401 (JSON is untyped)
    """The programme that a document carries.  Raises UnreadableFactsError."""
    try:
        frameworks = tuple(_framework(entry) for entry in told.get("frameworks", ()))
        return Programme.model_validate({**told, "frameworks": frameworks})
    except (ValidationError, AttributeError, KeyError, TypeError, RecursionError):
        raise UnreadableFactsError("the programme in them is none") from None


def _framework(entry: Any) -> Framework:  # noqa: ANN401 (JSON is untyped)
    items = []
    for said in entry["items"]:
        fields = dict(said)
        items.append(ITEMS[fields.pop(_KIND)].model_validate(fields))
    return Framework.model_validate({**entry, "items": tuple(items)})
