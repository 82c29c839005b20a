"""Where the columns of a grid belong: a session, a module or an assessment."""

import re
from dataclasses import dataclass, field

from curriculum.importing.dates import When, when
from curriculum.importing.drafts import AssessmentDraft, ModuleDraft, SessionDraft
from curriculum.importing.headings import words_of
from curriculum.importing.marks import Mark
from curriculum.importing.reading import Reading
from curriculum.model import PLACEHOLDER, Purpose

MODULE_KEY = re.compile(r"(M\d{1,3})\b[\s:.–-]*(.*)", re.DOTALL)
SESSION_KEY = re.compile(r"([A-Z][A-Za-z0-9-]{0,11})\.\d{1,3}\b")
_ASSESSMENT = re.compile(r"(A\d{1,3})\b[\s:.–-]*(.*)", re.DOTALL)
_NUMBERED = re.compile(
    r"(?:session|lesson|day)\s*(?:no\.?\s*)?(\d{1,3})\b[\s:.–-]*", re.IGNORECASE
)
_KINDS = frozenset({"unit", "module", "mod", "block", "uned", "modiwl", "moduł"})


@dataclass(frozen=True, slots=True)
class Claim:
    """The marks of one column, to be taken up when every session is known."""

    title: str
    place: str
    marks: dict[str, Mark]
    tests: bool
    listed: bool


@dataclass(slots=True)
class Places:
    """Collects columns, and gives them to what they name."""

    reading: Reading
    claims: list[Claim] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """Keys of modules that keys of sessions begin with."""
    _by_title: dict[tuple[str, ...], ModuleDraft] = field(default_factory=dict)

    def take(
        self, title: str, place: str, marks: dict[str, Mark], *,
        tests: bool, listed: bool = False,
    ) -> None:  # fmt: skip
        """Note what one column marks."""
        self.claims.append(Claim(title, place, marks, tests, listed))

    def settle(self) -> None:
        """Give every column its session, its assessment or its module."""
        sessions = {s.key: s for s in self.reading.sessions if s.key}
        taught = any(s.marks for s in self.reading.sessions)
        for claim in self.claims:
            key = SESSION_KEY.match(claim.title)
            if claim.tests:
                self._assessment(claim)
            elif key and key[0] in sessions:
                self._session(claim, sessions[key[0]], taught=taught)
            elif _is_occasion(claim.title):
                self._occasion(claim)
            else:
                self._module(claim)

    def _session(self, claim: Claim, session: SessionDraft, *, taught: bool) -> None:
        for item, mark in claim.marks.items():
            held = session.marks.get(item)
            if held is None and not taught:
                session.marks[item] = mark
            elif held is None or held.depth != mark.depth:
                said = held.depth.value if held and held.depth else "not taught"
                other = mark.depth.value if mark.depth else "assessed"
                message = (
                    f"{item} is {other} in {session.key} here and {said} in the row "
                    "of the session, which is taken"
                )
                self.reading.notes.found("IMP113", session.key, message, claim.place)

    def _occasion(self, claim: Claim) -> None:
        """A column that names a week, a day or a session by number."""
        said = when(claim.title)
        number = _NUMBERED.match(claim.title)
        held = self._same_occasion(said, number[1] if number else "")
        if held is None:
            rest = _NUMBERED.sub("", claim.title) if number else ""
            topic = " ".join(rest.split())
            topic = topic or f"{PLACEHOLDER} what is taught: {claim.title}"
            held = SessionDraft(claim.place, when=said, topic=topic)
            self._told_month(claim, said)
            held.number = number[1] if number else ""
            held.module = self.reading.section
            self.reading.sessions.append(held)
        held.marks |= {k: m for k, m in claim.marks.items() if m.teaches}
        self._tested(claim, held.module)

    def _told_month(self, claim: Claim, said: When) -> None:
        if said.month:
            message = (
                f"{claim.title} is a month; its marks stand on one session of that "
                "month, to be divided"
            )
            self.reading.notes.found("IMP111", claim.title, message, claim.place)

    def _same_occasion(self, said: When, number: str) -> SessionDraft | None:
        for session in self.reading.sessions:
            if number and number == re.sub(r"\D", "", session.number):
                return session
            same = session.when.first == said.first
            if said.first and same and session.when.month == said.month:
                return session
            if said.week and not said.first and session.when.week == said.week:
                return session
        return None

    def _module(self, claim: Claim) -> None:
        module = self.module(claim.title, claim.place)
        for item, mark in claim.marks.items():
            module.marks[item] = mark
        self._tested(claim, module.key)

    def module(self, title: str, place: str) -> ModuleDraft:
        """The module of a title, made if there is none yet."""
        plain = re.sub(r"\s*\(optional\)$", "", " ".join(title.split()))
        keyed = MODULE_KEY.fullmatch(plain)
        modules = self.reading.modules
        if keyed:
            return self.keyed(keyed[1], keyed[2], place)
        first, _, rest = plain.partition(" ")
        if first in self.keys:
            return self.keyed(first, rest.lstrip(" :.–-"), place)
        words = words_of(plain) or (plain,)
        same = self._same_number(words) if words not in self._by_title else None
        if same:
            self._by_title[words] = same
            longer = max(same.title, plain, key=len)
            message = f"“{plain}” is taken for the module “{same.title}”"
            self.reading.notes.found("IMP109", same.key, message, place)
            same.title = longer
        if words not in self._by_title:
            key = self._free_key()
            self._by_title[words] = ModuleDraft(key, plain, place)
            modules[key] = self._by_title[words]
        return self._by_title[words]

    def keyed(self, key: str, title: str, place: str) -> ModuleDraft:
        """The module of a key, made if there is none yet."""
        modules = self.reading.modules
        if key not in modules:
            modules[key] = ModuleDraft(key, title, place)
        modules[key].title = modules[key].title or title
        return modules[key]

    def _same_number(self, words: tuple[str, ...]) -> ModuleDraft | None:
        """The module of that number, where one of the two says no more: "Unit 1"."""
        for held, module in self._by_title.items():
            short, long = sorted((held, words), key=len)
            if long[:2] == short and short[0] in _KINDS and short[1].isdecimal():
                return module
        return None

    def _free_key(self) -> str:
        number = len(self.reading.modules) + 1
        while f"M{number:02}" in self.reading.modules:
            number += 1
        return f"M{number:02}"

    def _tested(self, claim: Claim, module: str) -> None:
        """What a column that is no assessment marks as assessed."""
        tested = [k for k, m in claim.marks.items() if m.assessed]
        if not tested:
            return
        title = f"TO WRITE: the assessment of {claim.title}"
        draft = self.assessment("", title, claim.place)
        draft.module = module
        draft.purpose = Purpose.SUMMATIVE
        draft.items += [k for k in tested if k not in draft.items]
        message = (
            f"{', '.join(tested)} are marked as assessed in {claim.title}; the grid "
            f"names no assessment, so {draft.key} is made, summative"
        )
        self.reading.notes.found("IMP115", draft.key, message, claim.place)

    def _assessment(self, claim: Claim) -> None:
        keyed = _ASSESSMENT.fullmatch(" ".join(claim.title.split()))
        key, title = (keyed[1], keyed[2]) if keyed else ("", claim.title)
        draft = self.assessment(key, title, claim.place)
        for item, mark in claim.marks.items():
            if item not in draft.items:
                draft.items.append(item)
            if mark.assessed and draft.purpose is None:
                draft.purpose = mark.assessed
            elif mark.assessed and draft.purpose is not mark.assessed:
                message = f"{draft.key} is marked formative and summative"
                self.reading.notes.found("IMP113", draft.key, message, claim.place)

    def assessment(self, key: str, title: str, place: str) -> AssessmentDraft:
        """The assessment of a key or a title, made if there is none yet."""
        held = self.reading.assessments
        words = words_of(title)
        for draft in held.values():
            if draft.key == key or (
                not key and words and words_of(draft.title) == words
            ):
                draft.title = draft.title or title
                return draft
        number = len(held) + 1
        while not key and f"A{number:02}" in held:
            number += 1
        draft = AssessmentDraft(key or f"A{number:02}", title, place)
        held[draft.key] = draft
        return draft


def _is_occasion(title: str) -> bool:
    said = when(title)
    return bool(said.first or said.week or _NUMBERED.match(title))
