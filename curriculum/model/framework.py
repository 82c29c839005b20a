"""Frameworks: anything published that a programme claims to cover."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from pydantic import Field

from curriculum.model.base import Record, SourceRef


def stamp_of(text: str) -> str:
    """Fingerprint of a wording, blind to white space: 12 hexadecimal digits."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:12]


class Item(Record):
    """One thing that a framework asks for.

    ``text`` is what the publisher printed; ``meant`` is the reading that an
    erratum gives where the print is plainly wrong.  Identity is framework,
    version and key; ``stamp`` tells whether the wording is still the same.
    """

    key: str = Field(min_length=1)
    text: str = Field(min_length=1)
    meant: str | None = None
    source: SourceRef

    @property
    def wording(self) -> str:
        """What documents show: the corrected reading where there is one."""
        return self.meant or self.text

    @property
    def stamp(self) -> str:
        """Fingerprint of the printed wording that links are made against."""
        return stamp_of(self.text)

    @property
    def group(self) -> str:
        """The kind under which the item is listed and counted."""
        return "item"


class Policy(Record):
    """What must be true of a framework's items before a programme is sound."""

    name: str
    title: str
    advisory: bool = False
    """Report what is not covered, but never fail a programme for it."""
    taught: tuple[str, ...] = ()
    """Groups whose every item must be taught; ("*",) means every group."""
    assessed: tuple[str, ...] = ()
    """Groups whose every item must be assessed; ("*",) means every group."""
    authority: str
    dated: date

    def asks_teaching(self, item: Item) -> bool:
        """Whether the item must be taught."""
        return "*" in self.taught or item.group in self.taught

    def asks_assessment(self, item: Item) -> bool:
        """Whether the item must be assessed."""
        return "*" in self.assessed or item.group in self.assessed


class DatedFigure(Record):
    """A published number that holds for a time: its unit is in the field's name."""

    figure: float
    starts: date | None = None
    ends: date | None = None
    authority: str
    remark: str = ""


class Duty(Record):
    """Something the occupation does, and the items that it rests on."""

    key: str
    text: str
    meant: str | None = None
    ksbs: tuple[str, ...] = ()
    source: SourceRef

    @property
    def wording(self) -> str:
        """The corrected reading where there is one."""
        return self.meant or self.text


class FrameworkKind(StrEnum):
    """What sort of published document a framework comes from."""

    STANDARD = "standard"
    SKILLS_PROFILE = "skills profile"


class Framework(Record):
    """One version of a published framework, and how a programme is judged by it.

    Coverage, grid and rules speak of frameworks and items only, so that a
    second standard or a skills profile needs no machinery of its own.
    """

    id: str
    kind: FrameworkKind
    title: str
    version: str = ""
    publisher: str = ""
    policy: Policy
    items: tuple[Item, ...]
    duties: tuple[Duty, ...] = ()
    minimum_hours: DatedFigure | None = None
    """Off-the-job hours published for this version and start, if known."""
    version_authority: str = ""
    acknowledgement: str = ""
    digest: str = ""
    """SHA-256 of the source file as it was read."""
    source: SourceRef

    @property
    def key(self) -> str:
        """Its id: what a finding about the whole framework names."""
        return self.id

    @property
    def label(self) -> str:
        """Id and version: "ST0128 v1.1"."""
        return f"{self.id} v{self.version}" if self.version else self.id

    @cached_property
    def by_key(self) -> dict[str, Item]:
        """Its items by key; of two items with one key, the first."""
        return {item.key: item for item in reversed(self.items)}

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The kinds of its items, in the order of the document."""
        return tuple(dict.fromkeys(item.group for item in self.items))

    def item(self, key: str) -> Item | None:
        """The item of that key."""
        return self.by_key.get(key)
