"""Assessment plans: methods and grade themes, or the reformed form with outcomes."""

import re
from collections.abc import Iterator
from itertools import islice

from curriculum.findings import Finding
from curriculum.model import AssessmentPlan
from curriculum.readers._bounded import Findings
from curriculum.readers._notes import Notes
from curriculum.readers._plan.cells import whole_rows
from curriculum.readers._plan.consistency import look_at
from curriculum.readers._plan.head import head_of, regime_of
from curriculum.readers._plan.headings import Section, section_named
from curriculum.readers._plan.mapping import Mapping
from curriculum.readers._plan.methods import Method, Methods, grades_in
from curriculum.readers._plan.outcomes import Outcomes
from curriculum.readers._plan.said import Said, keys_in, said_in, statements_in
from curriculum.readers._plan.statements import Statements
from curriculum.readers._plan.themes import Grading
from curriculum.readers._text import SourceText

TITLE = "assessment plan of an apprenticeship"
FINDINGS = {
    "SRC601": "The plan does not name its standard by a reference.",
    "SRC602": "The plan maps no KSB to anything.",
    "SRC603": "A statement stands in two outcomes of the plan.",
    "SRC604": "A statement of the plan is mapped to no method or outcome.",
    "SRC605": "A cell of the mapping names what is no method.",
    "SRC606": "A line of the plan names KSBs and is not understood.",
    "SRC607": "A grade theme holds a KSB that its method does not assess.",
    "SRC608": "Lines of the plan are prose, of which no record keeps anything.",
    "SRC609": "One KSB has two wordings within the plan.",
    "SRC612": "The plan marks no statement as mandatory.",
    "SRC613": "The text is far longer than plans are, and its end is not read.",
    "SRC611": "All statements of the outcomes are bold, so none stands out.",
}

_SIGNS = (
    (re.compile(r".{0,90}\bassessment plan\b.{0,60}$", re.IGNORECASE), 1, 0.35),
    (re.compile(r".*\bassessment methods?\b", re.IGNORECASE), 2, 0.25),
    (re.compile(r".*\bassessment outcomes?\b", re.IGNORECASE), 2, 0.35),
    (
        re.compile(r".*\b(?:gateway|EPAO?|end-point assessment)\b", re.IGNORECASE),
        2,
        0.15,
    ),
    (re.compile(r".*\b(?:K|TK)1\b"), 1, 0.1),
    (
        re.compile(r".*\bgrad(?:ing|e themes?)\b|.*\bdistinction\b", re.IGNORECASE),
        2,
        0.1,
    ),
)
_OF_THE_WHOLE = re.compile(
    r"\bgrades? (?:are |is )?(?:available )?for the (?:whole )?apprenticeship\b"
    r"|\boverall (?:EPA |apprenticeship )?grade\b",
    re.IGNORECASE,
)
"""What stands below such a line are no grades of one method."""
_SPEAKS_OF_IT = re.compile(
    r"assessment (?:plan|method|outcome)|KSB mapping|grade theme", re.IGNORECASE
)
_OF_A_STANDARD = re.compile(
    r"(?:core )?occupation(?:al)? duties|duty\W+(?:.*\W)?ksbs?|duty 1\b|"
    r"typical job titles",
    re.IGNORECASE,
)
_MOST_LINES = 20_000
"""A plan of 30 pages has 2,000."""
_MANDATORY = re.compile(
    r"(mandatory|optional|other) assessment methods?", re.IGNORECASE
)


def recognises(text: SourceText) -> float:
    """How much of a plan the text has; a standard's page speaks of plans too."""
    lines = [line.meant.strip() for line in text.written()]
    if not _SPEAKS_OF_IT.search("\n".join(lines)):
        return 0.0
    sure = sum(
        weight * min(1, sum(bool(sign.match(line)) for line in lines) / wanted)
        for sign, wanted, weight in _SIGNS
    )
    of_a_standard = {m[0].casefold() for m in map(_OF_A_STANDARD.match, lines) if m}
    return max(0.0, min(1.0, sure) - 0.4 * len(of_a_standard))


def read(text: SourceText) -> Iterator[AssessmentPlan | Finding]:
    """The plan, then what is odd about it in the order of the lines."""
    found = Findings()
    notes = Notes(text.file, found)
    lines = list(islice(whole_rows(said_in(text)), _MOST_LINES + 1))
    if len(lines) > _MOST_LINES:
        _note_too_long(lines[_MOST_LINES].number, text.lines[-1].number, notes)
    reading = _Reading(lines[:_MOST_LINES], notes)
    plan = reading.plan()
    look_at(plan, reading.lines, notes)
    yield plan
    yield from found.in_order()


def _note_too_long(first: int, last: int, notes: Notes) -> None:
    """Say where reading stops, in what is many times as long as any plan."""
    message = (
        f"reading stops here, after {_MOST_LINES} lines, more than any plan has; "
        f"nothing is read up to line {last}"
    )
    notes.error("SRC613", str(first), "text", message)


class _Reading:
    """A plan that is being read, line by line."""

    def __init__(self, lines: list[Said], notes: Notes) -> None:
        self.lines = lines
        self.notes = notes
        self.methods = Methods()
        self.statements = Statements(notes)
        self.mapping = Mapping(self.methods, self.statements, notes)
        self.grading = Grading(self.statements, notes)
        self.outcomes = Outcomes(self.statements, notes)
        self.section = Section.HEAD
        self.method: Method | None = None
        self.mandatory: bool | None = None
        self.verified: dict[str, None] = {}

    def plan(self) -> AssessmentPlan:
        """The plan as a record."""
        head = head_of(self.lines, self.notes)
        for said in self.lines:
            self.methods.define(said)
        for said in self.lines:
            self._line(said)
        outcomes = self.outcomes.records()
        return AssessmentPlan(
            reference=head.reference,
            title=head.title,
            version=head.version,
            level=head.level,
            regime=regime_of(self.lines, len(outcomes)),
            statements=self.statements.records(),
            methods=self.methods.records(self.notes),
            themes=self.grading.records(),
            outcomes=outcomes,
            descriptors=tuple(self.grading.descriptors),
            verified=tuple(self.verified),
            licence=head.licence,
            source=self.notes.at(str(head.line)),
        )

    def _line(self, said: Said) -> None:
        section = section_named(said)
        if section and not self._is_kind_within(section):
            self._opens(section, said)
        elif self._names_method(said):
            self.mapping.ends()
            self.grading.ends()
        elif said.is_row:
            self._row(said)
        else:
            self._text(said)

    def _is_kind_within(self, section: Section) -> bool:
        """Whether a heading is the head of a column, within a mapping."""
        if section is Section.METHODS:
            return self.section is Section.MAPPING
        return section is Section.BEHAVIOURS and not self.outcomes.found

    def _opens(self, section: Section, said: Said) -> None:
        self.section = section
        self.mapping.ends()
        self.grading.ends()
        self.outcomes.stops()
        kept = (Section.GRADING, Section.THEMES)
        self.method = self.method if section in kept else None
        mandatory = _MANDATORY.search(said.text)
        self.mandatory = mandatory[1].casefold() == "mandatory" if mandatory else None

    def _names_method(self, said: Said) -> bool:
        """Whether a line is the heading of a method, of which the next lines tell."""
        method = self.methods.define(said) or (
            None if said.is_row or keys_in(said.text) else self._titled(said.text)
        )
        if method is None or (self.section is Section.MAPPING and self.mapping.key):
            return False
        self.method, said.used = method, True
        if said.is_row:
            method.grades += [g for cell in said.cells[1:] for g in grades_in(cell)]
        return not said.is_row or not keys_in(said.text)

    def _titled(self, text: str) -> Method | None:
        return self.methods.titled(text.lstrip("# ").rstrip(" :"))

    def _row(self, said: Said) -> None:
        sure = self.section is Section.MAPPING
        descriptors = self.section is Section.DESCRIPTORS
        if self.outcomes.head(said) or (not sure and self.outcomes.begins(said)):
            self.section = Section.OUTCOMES
            return
        understood = (
            self.grading.head(said, descriptors=descriptors)
            or self.mapping.head(said, sure=sure)
            or self.grading.row(said, self.method)
            or self.mapping.row(said, sure=sure)
            or (self.section is Section.OUTCOMES and self.outcomes.goes_on(said))
            or (self.section is Section.BEHAVIOURS and self._verified(said))
            or self.mapping.prose(said, self.method)
        )
        said.used = said.used or understood

    def _text(self, said: Said) -> None:
        if self.section is not Section.MAPPING and self.outcomes.begins(said):
            self.section = Section.OUTCOMES
            return
        understood = (
            self._grades(said)
            or self._listed_method(said)
            or self._of_section(said)
            or self.outcomes.named_mandatory(said)
            or self.mapping.prose(said, self.method)
        )
        said.used = said.used or understood

    def _of_section(self, said: Said) -> bool:
        """Read a line as its section has it."""
        match self.section:
            case Section.OUTCOMES:
                return self.outcomes.goes_on(said)
            case Section.BEHAVIOURS:
                return self._verified(said)
            case Section.DESCRIPTORS:
                return self.grading.line(said)
            case Section.MAPPING:
                return self.mapping.line(said)
            case _:
                return False

    def _grades(self, said: Said) -> bool:
        """The grades of the method that was named last."""
        if _OF_THE_WHOLE.search(said.text):
            self.method = None
        grades = grades_in(said.text)
        if not grades or self.method is None or self.grading.category:
            return False
        self.method.grades += [g for g in grades if g not in self.method.grades]
        return True

    def _listed_method(self, said: Said) -> bool:
        """A method in the list of those that are mandatory, or of the others."""
        words = said.text.rstrip(" .;:")
        if self.mandatory is None:
            return False
        if len(words.split()) > 8 or keys_in(words):  # noqa: PLR2004 (a title, and no sentence)
            return False
        method = self.methods.named(words, said)
        method.mandatory, said.used = self.mandatory, True
        return True

    def _verified(self, said: Said) -> bool:
        """Behaviours that the employer verifies."""
        keys = [key for key in keys_in(said.text) if key.startswith(("B", "ESB"))]
        statements = statements_in(said.text) or [
            (keys[0], said.cells[1]) for _ in keys[:1] if said.is_row
        ]
        for key, text in statements:
            self.statements.keep(key, text, said)
        self.verified |= dict.fromkeys(keys)
        said.used = said.used or bool(keys)
        return bool(keys)
