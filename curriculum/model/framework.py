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
    guid: str = ""
    """The publisher's own identity of the statement, where there is one."""
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


class Asked(Record):
    """What a policy asks of some kinds of item, and how often at least."""

    kinds: tuple[str, ...]
    """Groups of items; ("*",) means every group."""
    taught: int = Field(default=0, ge=0)
    """In how many sessions."""
    assessed: int = Field(default=0, ge=0)
    """In how many assessments."""
    verified: int = Field(default=0, ge=0)
    """At how many recorded verifications."""
    verified_by: str = ""
    """Who verifies, or who assesses where it is not the college."""


class Lowered(Record):
    """A rule whose findings a policy takes as a warning, and why."""

    code: str
    reason: str = Field(min_length=1)


_NOTHING = Asked(kinds=())


class Policy(Record):
    """What must be true of a framework's items before a programme is sound."""

    name: str
    title: str
    advisory: bool = False
    """Report what is not covered, but never fail a programme for it."""
    asks: tuple[Asked, ...] = ()
    """What is asked of each kind of item; the first that names the kind counts."""
    sampling: bool = False
    """Whether items that no assessment outcome makes mandatory may be sampled."""
    lowered: tuple[Lowered, ...] = ()
    authority: str
    dated: date

    def asked(self, item: Item) -> Asked:
        """What is asked of the item."""
        for asked in self.asks:
            if item.group in asked.kinds or "*" in asked.kinds:
                return asked
        return _NOTHING

    def asks_teaching(self, item: Item) -> bool:
        """Whether the item must be taught."""
        return self.asked(item).taught > 0

    def asks_assessment(self, item: Item) -> bool:
        """Whether the item must be assessed."""
        return self.asked(item).assessed > 0

    @property
    def named(self) -> str:
        """Its title, with name and date."""
        dated = f"{self.dated.day} {self.dated:%B %Y}"
        return f"{self.title} (policy {self.name} of {dated})"

    @property
    def statement(self) -> str:
        """By what a programme is judged: title, name, date and authority."""
        return f"{self.named}; authority: {self.authority}"


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
    guid: str = ""
    core: bool | None = None
    """Whether every learner does it; None where the publisher does not say."""
    options: tuple[str, ...] = ()
    """Titles of the options that it belongs to, if it is no core duty."""
    criteria: str = ""
    """How performance of the duty is measured, where the publisher says so."""
    source: SourceRef

    @property
    def wording(self) -> str:
        """The corrected reading where there is one."""
        return self.meant or self.text


class AssessmentOutcome(Record):
    """What a reformed assessment plan sets out to show, and the items it rests on."""

    key: str
    text: str = ""
    items: tuple[str, ...] = ()
    mandatory: tuple[str, ...] = ()
    """Items of it that every version of the assessment must assess."""
    source: SourceRef


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
    options: tuple[str, ...] = ()
    """Titles of the options that the programme is for, of a standard that has any."""
    assessment_outcomes: tuple[AssessmentOutcome, ...] = ()
    minimum_hours: DatedFigure | None = None
    """Off-the-job hours published for this version and start, if known."""
    version_authority: str = ""
    status: str = ""
    """What the publisher says of this version: "Approved for delivery"."""
    earliest_start: date | None = None
    latest_start: date | None = None
    """First and last day on which learners may start on this version."""
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

    @cached_property
    def mandatory(self) -> frozenset[str]:
        """Keys of the items that every version of the assessment must assess."""
        return frozenset(k for o in self.assessment_outcomes for k in o.mandatory)

    def item(self, key: str) -> Item | None:
        """The item of that key."""
        return self.by_key.get(key)

    def needed_for(self, option: str) -> tuple[Item, ...]:
        """What a learner of one option needs: core items, and those of the option.

        An item is of an option if every duty that names it is of options only.
        """
        needed, elsewhere = set[str](), set[str]()
        for duty in self.duties:
            own = not duty.options or option in duty.options
            (needed if own else elsewhere).update(duty.ksbs)
        return tuple(
            item
            for item in self.items
            if item.key in needed or item.key not in elsewhere
        )

    def may_sample(self, item: Item) -> bool:
        """Whether the assessment may leave the item out, by its plan.

        Without a plan nothing is known to be left out.
        """
        return (
            self.policy.sampling
            and self.policy.asks_assessment(item)
            and bool(self.assessment_outcomes)
            and item.key not in self.mandatory
        )

    def asks_assessment(self, item: Item) -> bool:
        """Whether the item must be assessed, by policy and plan."""
        return self.policy.asks_assessment(item) and not self.may_sample(item)
