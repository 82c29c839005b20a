"""A programme as listings: one for each framework, and one of its own."""

from collections.abc import Iterable, Iterator

from curriculum.coverage import Coverage
from curriculum.facts import Facts
from curriculum.interchange.identity import Identities, identity
from curriculum.interchange.listing import (
    UNDATED,
    Listing,
    Node,
    Relation,
    Statement,
    Tie,
)
from curriculum.model import Duty, Framework, Item, Module, Programme
from curriculum.sources import all_sources

TAUGHT_IN = "Taught in"
"""The group of the ties by which modules teach items."""


def framework_listing(framework: Framework, programme: Programme) -> Listing:
    """A framework's duties and items; each duty is tied to what it rests on."""
    return _Published(framework).listing(programme)


def listings(facts: Facts) -> tuple[Listing, ...]:
    """The programme's own listing, then one for each of its frameworks."""
    published = [_Published(framework) for framework in facts.programme.frameworks]
    return (
        _Taught(facts, published).listing(),
        *(one.listing(facts.programme) for one in published),
    )


class _Published:
    """One framework with the identities of what it holds."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        given = Identities(framework.id, framework.version)
        self.duties = [_statement(d, given, "Duty") for d in framework.duties]
        self.items = [_statement(i, given, i.group) for i in framework.items]
        self.nodes = _first(self.items)

    def listing(self, programme: Programme) -> Listing:
        framework = self.framework
        publisher = framework.publisher
        return Listing(
            identifier=identity(framework.id, framework.version),
            reference=framework.id,
            title=framework.title,
            kind=str(framework.kind),
            version=framework.version,
            creator=publisher,
            publisher=publisher,
            status=framework.status,
            starts=framework.earliest_start,
            ends=framework.latest_start,
            address=_address(framework),
            note=framework.acknowledgement,
            changed=programme.issued or UNDATED,
            statements=(*self.duties, *self.items),
            ties=tuple(self._ties()),
            source=framework.source,
        )

    def _ties(self) -> Iterator[Tie]:
        for duty, statement in zip(self.framework.duties, self.duties, strict=True):
            for key in dict.fromkeys(duty.ksbs):
                if key in self.nodes:
                    yield Tie(
                        relation=Relation.RELATED,
                        origin=statement.node,
                        destination=self.nodes[key],
                    )


class _Taught:
    """What a college makes of its frameworks: modules, outcomes, what is taught."""

    def __init__(self, facts: Facts, published: list[_Published]) -> None:
        self.programme, self.coverage = facts.programme, facts.coverage
        self.published = published
        self.document = (self.programme.code, self.programme.version)
        given = Identities(*self.document)
        self.modules = [(m, _module(m, given)) for m in self.programme.modules]
        self.outcomes = {
            statement.identifier: tuple(_outcomes(module, statement, given))
            for module, statement in self.modules
        }

    def listing(self) -> Listing:
        programme = self.programme
        return Listing(
            identifier=identity(*self.document),
            reference=programme.code,
            title=programme.title,
            kind="programme",
            version=programme.version,
            creator=programme.college or programme.author,
            publisher=programme.college,
            status=programme.status,
            starts=programme.calendar.starts,
            ends=programme.calendar.ends,
            note=programme.rationale,
            changed=programme.issued or UNDATED,
            statements=tuple(self._statements()),
            ties=(*self._order(), *self._teaching()),
            source=programme.source,
        )

    def _statements(self) -> Iterator[Statement]:
        for _, statement in self.modules:
            yield statement
            yield from self.outcomes[statement.identifier]

    def _order(self) -> Iterator[Tie]:
        """Prerequisites come before what builds on them."""
        nodes = _first(statement for _, statement in self.modules)
        for module, statement in self.modules:
            for key in dict.fromkeys(module.prerequisites):
                if key in nodes:
                    yield Tie(
                        relation=Relation.PRECEDES,
                        origin=nodes[key],
                        destination=statement.node,
                    )

    def _teaching(self) -> Iterator[Tie]:
        first = _first(statement for _, statement in self.modules)
        for one in self.published:
            for key, node in one.nodes.items():
                yield from _taught(self.coverage, one.framework.id, key, node, first)


def _taught(
    coverage: Coverage, framework: str, key: str, node: Node, modules: dict[str, Node]
) -> Iterator[Tie]:
    """Each module that teaches an item, with how far it takes it."""
    for module in coverage.modules(framework, key):
        depth = coverage.depth_in(framework, key, module)
        yield Tie(
            relation=Relation.RELATED,
            origin=modules[module],
            destination=node,
            group=TAUGHT_IN,
            depth=depth.value if depth else "",
        )


def _first(statements: Iterable[Statement]) -> dict[str, Node]:
    """Statements by key; of two with one key the first is meant."""
    nodes: dict[str, Node] = {}
    for statement in statements:
        nodes.setdefault(statement.key, statement.node)
    return nodes


def _statement(one: Item | Duty, given: Identities, kind: str) -> Statement:
    return Statement(
        identifier=given.of(one.key, one.guid),
        key=one.key,
        text=one.wording or one.key,
        printed=one.text if one.wording != one.text else "",
        guid="" if given.holds(one.guid) else one.guid,
        kind=kind,
        source=one.source,
    )


def _module(module: Module, given: Identities) -> Statement:
    return Statement(
        identifier=given.of(module.key),
        key=module.key,
        text=module.title or module.key,
        kind="Module",
        note=module.summary,
        source=module.source,
    )


def _outcomes(
    module: Module, parent: Statement, given: Identities
) -> Iterator[Statement]:
    for outcome in module.outcomes:
        key = f"{module.key}.{outcome.key}"
        yield Statement(
            identifier=given.of(key),
            key=key,
            text=outcome.text or key,
            kind="Outcome",
            parent=parent.identifier,
            source=outcome.source,
        )


def _address(framework: Framework) -> str:
    """Where a shipped document was published."""
    found = (s.address for s in all_sources() if s.sha256 == framework.digest)
    return next(found, "")
