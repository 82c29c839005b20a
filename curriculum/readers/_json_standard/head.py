"""Facts of a whole standard that both forms in JSON give alike."""

from datetime import date

from curriculum.readers._json import Node

_LEVELS = range(1, 9)


def level(node: Node) -> int | None:
    """The level, from 1 to 8."""
    said = node.text("level").casefold().removeprefix("level").strip()
    if not said or (said.isdecimal() and int(said) in _LEVELS):
        return int(said) if said else None
    message = f"the level is {said}, which is no level from 1 to 8"
    node.notes.error("SRC402", f"{node.path}.level", said, message)
    return None


def title(node: Node, field: str, reference: str) -> str:
    """The title; the reference stands in its place if there is none."""
    said = node.text(field)
    if not said:
        message = "the standard has no title"
        node.notes.error("SRC404", f"{node.path}.{field}", reference, message)
    return said or reference


def titles(node: Node, *fields: str) -> tuple[str, ...]:
    """Job titles, from the first field that has some: a list, or lines of a text."""
    for field in fields:
        one_text = isinstance(node.values.get(field), str)
        found = node.lines(field) if one_text else node.texts(field)
        if found:
            return tuple(found)
    return ()


def version(node: Node, *fields: str) -> str:
    """The version as published; fields that differ are noted."""
    said = {f: node.text(f).removeprefix("v").strip() for f in fields}
    found = {field: text for field, text in said.items() if text}
    if len(set(found.values())) > 1:
        told = " and ".join(f"{field} {text}" for field, text in found.items())
        message = f"the standard has {told}; the first is kept"
        node.notes.error("SRC415", node.path, "version", message)
    return next(iter(found.values()), "")


def window(node: Node) -> tuple[date | None, date | None]:
    """The first and the last day on which learners may start with this version."""
    first, last = node.day("earliestStartDate"), node.day("latestStartDate")
    if first and last and last < first:
        message = f"the last start, {last}, lies before the first, {first}"
        path = f"{node.path}.latestStartDate"
        node.notes.error("SRC421", path, "latestStartDate", message)
    return first, last


def more_than_nothing(node: Node, field: str) -> float | None:
    """A number; 0 is what the publisher's programs write for one not known."""
    number = node.number(field)
    if number == 0:
        message = f"{field} is 0 and is read as not known"
        node.notes.warn("SRC416", f"{node.path}.{field}", field, message)
    return number or None
