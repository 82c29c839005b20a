"""The options of a core-and-options standard, by the identity that duties name."""

from dataclasses import dataclass

from curriculum.model import StandardOption
from curriculum.readers._json import Node
from curriculum.readers._json_standard.statements import folded


@dataclass(frozen=True, slots=True)
class Options:
    """The options, and the titles by identity: one has two where two share it."""

    records: tuple[StandardOption, ...]
    by_identity: dict[str, tuple[str, ...]]

    def of(self, duty: Node) -> tuple[str, ...]:
        """The titles of the options that a duty is part of."""
        named = (self.by_identity.get(identity, ()) for identity in mapped(duty))
        return tuple(dict.fromkeys(title for titles in named for title in titles))


def options_of(standard: Node, duties: list[Node]) -> Options:
    """The options listed, and those that duties name without them being listed.

    An option without title gets one that says so, since the duties that belong
    together must stay together.
    """
    records: list[StandardOption] = []
    titles: dict[str, tuple[str, ...]] = {}
    for node in standard.nodes("options"):
        option = _listed(node, len(records) + 1)
        records.append(option)
        _join(titles, option, node)
    for number, identity in enumerate(_not_listed(duties, titles), len(records) + 1):
        option = _named_only(standard, duties, identity, number)
        records.append(option)
        titles[identity] = (option.title,)
    if not records:
        records = _unstructured(standard)
    if not records and standard.flag("coreAndOptions"):
        message = "the standard has core and options, and lists no option"
        standard.notes.warn("SRC405", f"{standard.path}.options", "options", message)
    return Options(tuple(records), titles)


def mapped(duty: Node) -> list[str]:
    """The identities of options that a duty names, as they are compared."""
    return [i for i in map(folded, duty.texts("mappedOptions")) if i]


def _listed(node: Node, number: int) -> StandardOption:
    title = node.text("title", "name")
    if not title:
        title = _house_title(number)
        message = f"an option has no title and is called {title}"
        node.notes.warn("SRC414", node.path, title, message)
    guid = node.text("optionId", "id")
    return StandardOption(title=title, guid=guid, source=node.source)


def _join(
    titles: dict[str, tuple[str, ...]], option: StandardOption, node: Node
) -> None:
    identity = folded(option.guid)
    earlier = titles.get(identity, ())
    if identity:
        titles[identity] = (*earlier, option.title)
    if identity and earlier:
        message = f"{option.title} has the identity of {earlier[0]}: {option.guid}"
        node.notes.error("SRC413", node.path, option.title, message)


def _not_listed(
    duties: list[Node], titles: dict[str, tuple[str, ...]]
) -> dict[str, None]:
    named = dict.fromkeys(identity for duty in duties for identity in mapped(duty))
    return {identity: None for identity in named if identity not in titles}


def _named_only(
    standard: Node, duties: list[Node], identity: str, number: int
) -> StandardOption:
    title = _house_title(number)
    those = [f"D{n}" for n, d in enumerate(duties, 1) if identity in mapped(d)]
    verb = "names" if len(those) == 1 else "name"
    message = (
        f"{', '.join(those)} {verb} the option {identity}, which is not listed "
        f"and is called {title}"
    )
    standard.notes.warn("SRC414", f"{standard.path}.options", title, message)
    return StandardOption(title=title, guid=identity, source=standard.source)


def _unstructured(standard: Node) -> list[StandardOption]:
    """Titles of options that the publisher lists without identities."""
    at = standard.notes.at(f"{standard.path}.optionsUnstructuredTemplate")
    listed = standard.texts("optionsUnstructuredTemplate")
    return [StandardOption(title=title, source=at) for title in listed]


def _house_title(number: int) -> str:
    return f"Option {number} (title not published)"
