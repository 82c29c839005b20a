"""Assessment outcomes of the reformed form, with what is mandatory in each."""

import re
from dataclasses import dataclass, field

from curriculum.model import AssessmentOutcome
from curriculum.readers._notes import Notes
from curriculum.readers._plan.headings import is_kind
from curriculum.readers._plan.said import Said, is_only_keys, keys_in, statements_in
from curriculum.readers._plan.statements import Statements
from curriculum.readers._wording import DASHES, bare, plain

_OUTCOME = re.compile(
    rf"(?:(?:assessment )?outcome|A?O) ?(\d\d?)(?!\d)\s*[:.{DASHES}]*\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_MANDATORY = re.compile(
    r"mandatory(?: (?:ksbs?|statements?|knowledge|skills?|and|&|elements?))*"
)
_SAMPLED = re.compile(
    r"(?:other|sampled|non-?mandatory|remaining|further)"
    r"(?: (?:ksbs?|statements?|knowledge|skills?|and|&|elements?))*"
)
_MARK = re.compile(r"\s*(?:[(\[](?:mandatory|M)[)\]]|\*+)\s*$")
_MARK_BEFORE = re.compile(
    r"^(?:\*\s*|[(\[]?mandatory[)\]]?\s*[:–-]?\s*)", re.IGNORECASE
)
_TICKED = frozenset(("yes", "y", "x", "✓", "✔", "mandatory", "m", "●", "•"))


@dataclass(slots=True)
class Outcome:
    """An outcome as it is put together."""

    key: str
    line: int
    texts: list[str] = field(default_factory=list)
    items: dict[str, int] = field(default_factory=dict)
    """Keys, each with its line."""
    mandatory: dict[str, None] = field(default_factory=dict)


class Outcomes:
    """Reads assessment outcomes."""

    def __init__(self, statements: Statements, notes: Notes) -> None:
        self.statements = statements
        self.notes = notes
        self.found: list[Outcome] = []
        self.current: Outcome | None = None
        self.mandatory = False
        self.mandatory_column = -1
        self.bold: dict[str, None] = {}

    def begins(self, said: Said) -> bool:
        """Whether a line or a row opens an outcome, which it then does."""
        match = _OUTCOME.match(bare(said.cells[0]))
        if not match or not (match[2] or said.is_row or said.text == match[0]):
            return False
        key = f"AO{int(match[1])}"
        known = [outcome for outcome in self.found if outcome.key == key]
        self.current = known[0] if known else Outcome(key, said.number)
        if not known:
            self.found.append(self.current)
        said.used, self.mandatory = True, False
        text = match[2].strip()
        statements = statements_in(text)
        if statements:
            text = text[: text.find(statements[0][0])].strip()
            self._statements(match[2], said)
        if text and is_only_keys(text):
            self._keys(text, said)
        elif text and text not in self.current.texts:
            self.current.texts.append(text)
        self._cells(said)
        return True

    def head(self, said: Said) -> bool:
        """Whether a row is the head of a table of outcomes."""
        first = plain(said.cells[0])
        if not first.startswith(("assessment outcome", "outcome")) or keys_in(
            said.text
        ):
            return False
        if _OUTCOME.match(said.cells[0]):
            return False
        cells = [plain(cell) for cell in said.cells]
        marked = [at for at, c in enumerate(cells) if at and c.startswith("mandatory")]
        self.mandatory_column = marked[0] if marked else -1
        said.used = True
        return True

    def goes_on(self, said: Said) -> bool:
        """Read what stands under the outcome in hand."""
        if self.current is None:
            return False
        words = plain(said.text)
        if _MANDATORY.fullmatch(words) or _SAMPLED.fullmatch(words):
            self.mandatory = bool(_MANDATORY.fullmatch(words))
        elif is_kind(said.text):
            pass
        elif said.is_row:
            if (
                said.cells[0]
                and not keys_in(said.cells[0])
                and not is_kind(said.cells[0])
            ):
                self.current.texts.append(said.cells[0])
            if keys_in(said.cells[0]):
                self._cell(said.cells[0], said, mandatory=self.mandatory)
            self._cells(said)
        elif _lists_keys(said.text):
            mandatory = words.startswith("mandatory") or self.mandatory
            self._keys(said.text, said, mandatory=mandatory)
        elif keys_in(said.text) and (
            is_only_keys(_unmarked(said.text)) or statements_in(_unmarked(said.text))
        ):
            self._cell(said.text, said, mandatory=self.mandatory)
        elif not self.current.items and not keys_in(said.text):
            self.current.texts.append(said.text)
        else:
            return False
        said.used = True
        return True

    def _cells(self, said: Said) -> None:
        column = self.mandatory_column
        at_mark = said.cells[column] if 0 < column < len(said.cells) else ""
        ticked = at_mark.casefold() in _TICKED
        for at, cell in enumerate(said.cells[1:], start=1):
            if at == column:
                if keys_in(cell):
                    self._keys(cell, said, mandatory=True)
            elif cell:
                self._cell(cell, said, mandatory=self.mandatory or ticked)

    def _cell(self, text: str, said: Said, *, mandatory: bool) -> None:
        """Statements or keys, and other words of the outcome."""
        if statements_in(_unmarked(text)):
            self._statements(text, said, mandatory=mandatory)
        elif keys_in(text):
            self._keys(text, said, mandatory=mandatory)
        elif self.current and not is_kind(text):
            self.current.texts.append(text)

    def _statements(self, text: str, said: Said, *, mandatory: bool = False) -> None:
        before = bool(_MARK_BEFORE.match(bare(text)))
        for key, printed in statements_in(_unmarked(text)):
            marked = bool(_MARK.search(printed)) or before
            self.statements.keep(key, _MARK.sub("", printed), said)
            self._item(key, said, mandatory=mandatory or marked)

    def _keys(self, text: str, said: Said, *, mandatory: bool = False) -> None:
        starred = {k for k in keys_in(text) if re.search(rf"\b{k}\s?\*", text)}
        for key in keys_in(text):
            self._item(key, said, mandatory=mandatory or key in starred)

    def _item(self, key: str, said: Said, *, mandatory: bool) -> None:
        if self.current is None:
            return
        self.current.items.setdefault(key, said.number)
        if key in said.bold:
            self.bold[key] = None
        if mandatory:
            self.current.mandatory[key] = None

    def stops(self) -> None:
        """What follows stands under no outcome."""
        self.current, self.mandatory = None, False

    def named_mandatory(self, said: Said) -> bool:
        """Read a line that lists the mandatory statements of the whole plan."""
        words = said.text.casefold()
        keys = keys_in(said.text)
        if not keys or "mandatory" not in words or re.search(r"\b(?:not|non)\b", words):
            return False
        if "method" in words:
            return False
        self.bold |= dict.fromkeys(keys)
        said.used = True
        return True

    def records(self) -> tuple[AssessmentOutcome, ...]:
        """The outcomes as records."""
        held = {key for outcome in self.found for key in outcome.items}
        if self.bold and held and set(self.bold) >= held:
            message = "every statement is printed bold, which says nothing of any"
            self.notes.warn("SRC611", str(self.found[0].line), "outcomes", message)
            self.bold = {}
        return tuple(
            AssessmentOutcome(
                key=outcome.key,
                text=" ".join(outcome.texts),
                items=tuple(outcome.items),
                mandatory=tuple(
                    key
                    for key in outcome.items
                    if key in outcome.mandatory or key in self.bold
                ),
                source=self.notes.at(str(outcome.line)),
            )
            for outcome in self.found
        )


def _unmarked(text: str) -> str:
    return _MARK_BEFORE.sub("", bare(text))


def _lists_keys(text: str) -> bool:
    """Whether a line names keys behind a few words: "Knowledge: K1, K2"."""
    words, mark, keys = text.partition(":")
    few = len(words.split()) <= 8  # noqa: PLR2004 (a label, and no sentence)
    return bool(mark) and few and is_only_keys(keys)
