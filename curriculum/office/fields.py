"""What stands between double braces in a template, and what it may name.

``{{ programme.title }}`` names a field; ``{{ session.hours | default("none") }}``
passes it through a filter; ``{{ each module }}`` repeats.  Jinja's grammar
reads whatever is more than a name, but no template code ever runs: only the
few kinds of expression listed here become functions, and all else is refused.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from operator import eq, ge, gt, le, lt, ne
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from curriculum.pictures import Picture

if TYPE_CHECKING:
    from jinja2 import nodes

LONGEST = 300
"""Characters that an expression may have."""
_NAME = r"[^\W\d]\w*(?:\s*\.\s*[^\W\d]\w*)*"
_PLAIN = re.compile(rf"(not\s+)?(?!not\s)({_NAME})((?:\s*\|\s*\w+)*)")
_AGAINST = re.compile(rf"({_NAME})\s*(==|!=)\s*([\"'])([^\"'\\{{}}]*)\3")
"""What is read without Jinja, which takes longer to import than to use."""
_QUOTES = {"'": "\u2018\u2019\u201a", '"': "\u201c\u201d\u201e\xab\xbb", " ": "\xa0"}
_STRAIGHT = {ord(c): plain for plain, curly in _QUOTES.items() for c in curly}


class FieldError(Exception):
    """What is wrong with a field, as a sentence without its subject."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, a number, or yes or no."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture."""


@dataclass(frozen=True, slots=True)
class Many:
    """A collection: what repeats."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one name."""

    fields: Mapping[str, "Shape"]


Shape = Text | Image | Many | Group
Frame = Sequence[Any]
"""The data, then the item of each repetition around a field."""
Get = Callable[[Frame], Any]


def fields_of(typed_dict: type) -> Group:
    """The fields that data of a TypedDict has."""
    hints = get_type_hints(typed_dict).items()
    return Group({name: _shape_of(hint) for name, hint in hints})


def _shape_of(hint: Any) -> Shape:  # noqa: ANN401 - type hints are of many types
    if get_origin(hint) in (list, tuple, Sequence):
        return Many(_shape_of(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, dict):
        return fields_of(hint)
    return Image() if hint is Picture else Text()


def is_picture(shape: Shape) -> bool:
    """Whether a field shows a picture, or several."""
    return isinstance(shape.of if isinstance(shape, Many) else shape, Image)


def listed(group: Group, prefix: str = "") -> Iterator[str]:
    """Every field that a template may name, as it is written there."""
    for name, shape in group.fields.items():
        inner = shape.of if isinstance(shape, Many) else shape
        if isinstance(inner, Group):
            yield from listed(inner, f"{prefix}{name}." if not prefix else f"{name}.")
        else:
            yield f"{prefix}{name}"


@dataclass(frozen=True, slots=True)
class Expression:
    """A field made ready: how to get it, and what it is."""

    get: Get
    shape: Shape
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be named at a place: the data, and the items repeated around it."""

    fields: Group
    loops: tuple[tuple[str, Shape], ...] = ()

    def within(self, name: str, shape: Shape) -> "Scope":
        """The scope inside a repetition."""
        return Scope(self.fields, (*self.loops, (name, shape)))

    def collection(self, name: str) -> Expression | None:
        """The collection of that name, unless it is already being repeated."""
        found = self._first(name)
        if found is None or not isinstance(found[2], Many):
            return None
        slot, keys, shape = found
        return Expression(_getter(slot, keys), shape, (name,))

    def why_no_collection(self, name: str) -> str:
        """Why a name cannot be repeated."""
        if name in (held for held, _ in self.loops):
            return "repeats within itself"
        found = self._first(name)
        if found is not None:
            return "names no collection, and only a collection repeats"
        return str(self._unknown(name, name, self._collections()))

    def _collections(self) -> list[str]:
        groups = [self.fields, *(s for _, s in self.loops if isinstance(s, Group))]
        return [n for g in groups for n, s in g.fields.items() if isinstance(s, Many)]

    def find(self, dotted: str) -> Expression:
        """A field by its dotted name."""
        first, *rest = (part.strip() for part in dotted.split("."))
        found = self._first(first)
        if found is None:
            raise self._unknown(dotted, first, self._names())
        slot, keys, shape = found
        for name in rest:
            if not isinstance(shape, Group):
                raise FieldError(_no_parts(dotted, name, shape))
            if name not in shape.fields:
                raise self._unknown(dotted, name, shape.fields)
            keys, shape = (*keys, name), shape.fields[name]
        return Expression(_getter(slot, keys), shape, (_plain(dotted),))

    def _first(self, name: str) -> tuple[int, tuple[str, ...], Shape] | None:
        slots = list(enumerate(self.loops, start=1))[::-1]
        for slot, (held, shape) in slots:
            if held == name:
                return slot, (), shape
        for slot, (_, shape) in slots:
            if isinstance(shape, Group) and isinstance(shape.fields.get(name), Many):
                return slot, (name,), shape.fields[name]
        if name in self.fields.fields:
            return 0, (name,), self.fields.fields[name]
        return None

    def _names(self) -> list[str]:
        inner = [n for _, s in self.loops if isinstance(s, Group) for n in s.fields]
        return [*(name for name, _ in self.loops), *self.fields.fields, *inner]

    def _unknown(
        self, dotted: str, name: str, known: Mapping[str, Shape] | list[str]
    ) -> FieldError:
        whole = _plain(dotted)
        for field in listed(self.fields):
            if field.casefold() == whole.casefold():
                return FieldError(
                    f"names {whole}, which is not known; did you mean {field}?"
                )
        meant = get_close_matches(name, list(known), n=1, cutoff=0.6)
        if meant:
            parts = [meant[0] if part == name else part for part in whole.split(".")]
            return FieldError(
                f"names {whole}, which is not known; did you mean {'.'.join(parts)}?"
            )
        candidates = [f for f in listed(self.fields) if f.endswith(f".{name}")]
        hint = f"; did you mean {candidates[0]}?" if candidates else ""
        return FieldError(f"names {whole}, which is not known{hint}")


def expression(source: str, scope: Scope) -> Expression:
    """Make what stands between the braces ready, or raise FieldError."""
    text = straightened(source)
    if len(text) > LONGEST:
        raise FieldError(f"is longer than {LONGEST} characters")
    if not text:
        raise FieldError("names nothing")
    plain = _PLAIN.fullmatch(text)
    if plain and not _private(text):
        return _passed(scope.find(plain[2]), plain[3], negated=bool(plain[1]))
    against = _AGAINST.fullmatch(text)
    if against and not _private(text.partition(against[2])[0]):
        return _told_apart(scope.find(against[1]), against[2], against[4])
    return _built(_parsed(text), scope)


def _told_apart(found: Expression, sign: str, text: str) -> Expression:
    """A field compared with a text."""
    act, get = (eq if sign == "==" else ne), found.get
    return Expression(lambda f: act(get(f), text), Text(), found.names)


def _passed(found: Expression, filters: str, *, negated: bool) -> Expression:
    """A field that passes through filters without arguments, or is negated."""
    for name in filters.replace("|", " ").split():
        found = _through(found, name, [])
    get = found.get
    return Expression(lambda f: not get(f), Text(), found.names) if negated else found


def straightened(source: str) -> str:
    """The field with straight quotes, as Word does not leave them."""
    return source.translate(_STRAIGHT).strip()


def _plain(dotted: str) -> str:
    return re.sub(r"\s", "", dotted)


def _private(text: str) -> bool:
    return any(part.strip().startswith("_") for part in text.split("."))


def _no_parts(dotted: str, name: str, shape: Shape) -> str:
    owner = _plain(dotted).partition(f".{name}")[0]
    if isinstance(shape, Many):
        return (
            f"names a part of the collection {owner}: put it into a table row, or "
            f"between paragraphs {{{{ each {owner} }}}} and {{{{ end {owner} }}}}"
        )
    kind = "picture" if isinstance(shape, Image) else "text"
    return f"names {_plain(dotted)}, but {owner} is a {kind} and has no {name}"


def _getter(slot: int, keys: tuple[str, ...]) -> Get:
    if not keys:
        return lambda frame: frame[slot]
    if len(keys) == 1:
        (key,) = keys
        return lambda frame: frame[slot][key]

    def get(frame: Frame) -> Any:  # noqa: ANN401 - data of any kind
        value = frame[slot]
        for key in keys:
            value = value[key]
        return value

    return get


# What is more than a name.

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "eq": eq,
    "ne": ne,
    "lt": lt,
    "lteq": le,
    "gt": gt,
    "gteq": ge,
    "in": lambda left, right: left in right,
    "notin": lambda left, right: left not in right,
}


def _joined(value: Any, between: str = ", ") -> str:  # noqa: ANN401
    return between.join(map(as_text, value)) if _many(value) else as_text(value)


_FILTERS: dict[str, Callable[..., Any]] = {
    "upper": lambda value: as_text(value).upper(),
    "lower": lambda value: as_text(value).lower(),
    "capitalize": lambda value: as_text(value).capitalize(),
    "join": _joined,
    "default": lambda value, other="": value if as_text(value) else other,
    "length": lambda value: len(value) if _many(value) else len(as_text(value)),
}
_TAKES_A_TEXT = ("join", "default")
_ALL_FILTERS = ", ".join(_FILTERS)
_REFUSED = {
    "Call": "calls a function",
    "Getitem": "looks up by brackets",
    "Test": "uses a test with “is”",
    "List": "makes a list",
    "Tuple": "makes a list",
    "Dict": "makes a dictionary",
}


def as_text(value: Any) -> str:  # noqa: ANN401 - data of any kind
    """A value as a document shows it."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    return _joined(value) if _many(value) else str(value)


def _many(value: Any) -> bool:  # noqa: ANN401 - data of any kind
    return isinstance(value, list | tuple)


@cache
def _grammar() -> Any:  # noqa: ANN401 - jinja2 is imported only here
    from jinja2.sandbox import ImmutableSandboxedEnvironment  # noqa: PLC0415 - slow

    return ImmutableSandboxedEnvironment()


def _parsed(text: str) -> "nodes.Node":
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415 - slow to import

    try:
        body = _grammar().parse(f"{{{{ {text} }}}}").body
    except (TemplateSyntaxError, RecursionError):
        raise FieldError("is not written as a field is") from None
    if len(body) != 1 or not isinstance(body[0], nodes.Output):
        raise FieldError("is not written as a field is")
    if len(body[0].nodes) != 1:
        raise FieldError("is not written as a field is")
    return body[0].nodes[0]


def _built(node: "nodes.Node", scope: Scope) -> Expression:
    kind = type(node).__name__
    build = _BUILDERS.get(kind)
    if build is None:
        does = _REFUSED.get(kind, "is more than a template may do")
        raise FieldError(
            f"{does}; a field names what is known, compares it, or passes it "
            f"through one of the filters {_ALL_FILTERS}"
        )
    return build(node, scope)


def _name(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    return scope.find(_dotted(node))


def _dotted(node: Any) -> str:  # noqa: ANN401 - a Jinja node
    kind = type(node).__name__
    part = getattr(node, "name", None) or getattr(node, "attr", "")
    if str(part).startswith("_"):
        raise FieldError(f"names {part}; a field does not begin with an underscore")
    if kind == "Name":
        return str(node.name)
    if kind != "Getattr":
        _built(node, Scope(Group({})))
        raise FieldError("is more than a template may do")
    return f"{_dotted(node.node)}.{node.attr}"


def _const(node: Any, _scope: Scope) -> Expression:  # noqa: ANN401
    value = node.value
    return Expression(lambda _: value, Text(), ())


def _filter(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise FieldError(f"gives the filter {node.name} what it does not take")
    arguments = [getattr(argument, "value", None) for argument in node.args]
    return _through(_built(node.node, scope), str(node.name), arguments)


def _through(inner: Expression, name: str, arguments: list[Any]) -> Expression:
    """A field passed through a filter."""
    if is_picture(inner.shape):
        raise FieldError("passes a picture through a filter, as only a text is")
    act = _FILTERS.get(name)
    if act is None:
        meant = get_close_matches(name, _FILTERS, n=1)
        hint = f"did you mean {meant[0]}?" if meant else f"known are {_ALL_FILTERS}"
        raise FieldError(f"uses the filter {name}, which is not known; {hint}")
    most = 1 if name in _TAKES_A_TEXT else 0
    if len(arguments) > most or not all(isinstance(a, str) for a in arguments):
        raise FieldError(f"gives the filter {name} what it does not take")
    get = inner.get
    return Expression(lambda f: act(get(f), *arguments), Text(), inner.names)


def _compare(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    if len(node.ops) != 1:
        raise FieldError("compares more than two things at once")
    left, right = _built(node.expr, scope), _built(node.ops[0].expr, scope)
    act = _COMPARED[node.ops[0].op]

    def get(frame: Frame) -> bool:
        try:
            return act(left.get(frame), right.get(frame))
        except TypeError:
            return False

    return Expression(get, Text(), left.names + right.names)


def _and(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    a, b = _built(node.left, scope), _built(node.right, scope)
    return Expression(lambda f: a.get(f) and b.get(f), Text(), a.names + b.names)


def _or(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    a, b = _built(node.left, scope), _built(node.right, scope)
    return Expression(lambda f: a.get(f) or b.get(f), Text(), a.names + b.names)


def _not(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    inner = _built(node.node, scope)
    return Expression(lambda f: not inner.get(f), Text(), inner.names)


def _choice(node: Any, scope: Scope) -> Expression:  # noqa: ANN401
    test, yes = _built(node.test, scope), _built(node.expr1, scope)
    no = (
        _built(node.expr2, scope)
        if node.expr2
        else Expression(lambda _: "", Text(), ())
    )
    names = test.names + yes.names + no.names
    return Expression(lambda f: yes.get(f) if test.get(f) else no.get(f), Text(), names)


_BUILDERS: dict[str, Callable[[Any, Scope], Expression]] = {
    "Name": _name,
    "Getattr": _name,
    "Const": _const,
    "Filter": _filter,
    "Compare": _compare,
    "And": _and,
    "Or": _or,
    "Not": _not,
    "CondExpr": _choice,
}
