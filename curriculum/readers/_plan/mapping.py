"""Which KSB is assessed by which method: tables, lists and prose."""

import re
from dataclasses import dataclass, field

from curriculum.readers._notes import Notes
from curriculum.readers._plan.headings import is_kind
from curriculum.readers._plan.methods import Method, Methods, number_alone
from curriculum.readers._plan.said import STATEMENT, Said, is_only_keys, keys_in
from curriculum.readers._plan.statements import Statements
from curriculum.readers._wording import plain

_METHODS = re.compile(
    r"(?:assessment )?methods?(?: mapped(?: against| to)?)?|mapped to"
)
_TEXT = re.compile(r"statements?|details?|descriptions?|text|wording|ksb statements?")
_KEYS = re.compile(r"ksbs?|ref(?:erence)?|codes?|no\.?|number|ksb ref.{0,12}")
_NOT_TICKED = frozenset(("", "-", "–", "—", "no", "n", "n/a", "0", "none"))
_ASSESSES = re.compile(
    r"\b(?:assess|map|cover|test|address|measure|examin|evaluat|includ)\w*|:\s",
    re.IGNORECASE,
)
_THIS = re.compile(
    r"\b(?:this|the) (?:assessment )?(?:method|component)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?<=[.;])\s+(?=[A-Z])(?!(?:ESB|TK|TS|K|S|B) ?\d)")


@dataclass(slots=True)
class Columns:
    """What the columns of a table of KSBs hold."""

    text: int = -1
    methods: int = -1
    ticks: dict[int, Method] = field(default_factory=dict)


class Mapping:
    """Reads the mapping of KSBs to methods."""

    def __init__(self, methods: Methods, statements: Statements, notes: Notes) -> None:
        self.methods = methods
        self.statements = statements
        self.notes = notes
        self.columns: Columns | None = None
        self.key = ""
        self.waiting: list[Method] = []

    def head(self, said: Said, *, sure: bool) -> bool:
        """Whether a row is the head of a table of KSBs, which it then knows."""
        first, *others = (plain(cell) for cell in said.cells)
        if not (is_kind(first) or _KEYS.fullmatch(first) or _TEXT.fullmatch(first)):
            return False
        if any(keys_in(cell) for cell in said.cells):
            return False
        columns = Columns()
        for at, cell in enumerate(others, start=1):
            if _TEXT.fullmatch(cell) or is_kind(cell):
                columns.text = at if columns.text < 0 else columns.text
            elif _METHODS.fullmatch(cell):
                columns.methods = at
            elif cell:
                self._tick_column(columns, at, said, sure=sure)
        if columns.methods < 0 and not columns.ticks:
            return False
        self.columns, self.key, said.used = columns, "", True
        return True

    def _tick_column(
        self, columns: Columns, at: int, said: Said, *, sure: bool
    ) -> None:
        title = said.cells[at]
        method = self.methods.titled(title)
        number = number_alone(title)
        if method is None and number is None and not sure:
            return
        if method is None:
            method = self.methods.define(said) if number is None else None
        columns.ticks[at] = method or self.methods.named(title, said)

    def row(self, said: Said, *, sure: bool) -> bool:
        """Read a row of KSB, statement and methods, if it is one."""
        match = STATEMENT.match(said.cells[0])
        if not match and not said.cells[0] and self.key:
            return self._more(said)
        if not match:
            return False
        key, text = f"{match[1]}{int(match[2])}", match[3]
        columns = self.columns or Columns()
        if not text and columns.text > 0 and columns.text < len(said.cells):
            text = said.cells[columns.text]
        elif not text and len(said.cells) > 2:  # noqa: PLR2004 (key, text and methods)
            text = said.cells[1]
        named = self._methods_of(said, columns, key, sure=sure)
        if named is None:
            return False
        for method in named:
            method.items[key] = None
        self.key, said.used = key, True
        self.statements.keep(key, text, said)
        return True

    def _methods_of(
        self, said: Said, columns: Columns, key: str, *, sure: bool
    ) -> list[Method] | None:
        """The methods of a row; None if the row names none and may not."""
        if columns.ticks:
            return [
                method
                for at, method in columns.ticks.items()
                if at < len(said.cells) and said.cells[at].casefold() not in _NOT_TICKED
            ]
        at = columns.methods if 0 < columns.methods < len(said.cells) else -1
        cell = said.cells[at]
        found, left = self.methods.in_text(cell)
        if found and left:
            self._odd(said, f"“{cell}” beside {key} names more than known methods")
        if not found and (columns.methods > 0 or (sure and not keys_in(cell))):
            found = [self.methods.named(cell, said)] if cell else []
        return found if found or columns.methods > 0 else None

    def _more(self, said: Said) -> bool:
        """A row that goes on with the methods of the KSB before it."""
        found, left = self.methods.in_text(said.cells[-1])
        if not found or left:
            return False
        for method in found:
            method.items[self.key] = None
        said.used = True
        return True

    def line(self, said: Said) -> bool:
        """Read a line of a mapping that was pasted without its table."""
        match = STATEMENT.match(said.text)
        if match and not is_only_keys(said.text):
            self.key = f"{match[1]}{int(match[2])}"
            text, methods = self._methods_at_end(match[3])
            for method in methods:
                method.items[self.key] = None
            self.statements.keep(self.key, text, said)
            said.used = True
            return True
        if match and len(keys_in(said.text)) == 1:
            self.key, said.used = keys_in(said.text)[0], True
            return True
        found, left = self.methods.in_text(said.text)
        if self.key and found and not left:
            for method in found:
                method.items[self.key] = None
            said.used = True
            return True
        if self.key and not keys_in(said.text) and not self.statements.has(self.key):
            self.statements.keep(self.key, said.text, said)
            said.used = True
            return True
        return False

    def _methods_at_end(self, text: str) -> tuple[str, list[Method]]:
        for method in sorted(self.methods.found, key=lambda m: -len(m.title)):
            if text.casefold().endswith(f" {method.title.casefold()}"):
                return text[: -len(method.title)].strip(), [method]
        return text, []

    def prose(self, said: Said, current: Method | None) -> bool:
        """Read a sentence that says what a method assesses; a list may follow."""
        if self.waiting and (is_only_keys(said.text) or STATEMENT.match(said.text)):
            return self._of_list(said)
        understood = False
        for clause in _CLAUSE.split(said.text):
            found, _ = self.methods.in_text(clause)
            if not found and current and _THIS.search(clause):
                found = [current]
            if (
                not found
                and current
                and re.match(r"(?:the following )?KSBs?\b", clause)
            ):
                found = [current]
            says_so = bool(_ASSESSES.search(clause)) or clause.endswith(":")
            if not found or not says_so:
                continue
            keys = keys_in(clause)
            for method in found:
                method.items |= dict.fromkeys(keys)
            understood = understood or bool(keys)
            if clause.endswith(":") and not keys:
                self.waiting = found
        if understood or not said.text.endswith(":"):
            self.waiting = [] if understood else self.waiting
        said.used = said.used or understood
        return understood

    def _of_list(self, said: Said) -> bool:
        match = STATEMENT.match(said.text)
        keys = keys_in(said.text)
        if match and not is_only_keys(said.text):
            keys = (f"{match[1]}{int(match[2])}",)
            self.statements.keep(keys[0], match[3], said)
        for method in self.waiting:
            method.items |= dict.fromkeys(keys)
        said.used = True
        return True

    def ends(self) -> None:
        """A heading ends a table and a list."""
        self.columns, self.key, self.waiting = None, "", []

    def _odd(self, said: Said, message: str) -> None:
        self.notes.warn("SRC605", str(said.number), said.cells[0][:20], message)
