"""The methods of a plan, by all the names that it gives them."""

import re
from dataclasses import dataclass, field

from curriculum.model import PlanMethod
from curriculum.readers._notes import Notes
from curriculum.readers._plan.said import Said
from curriculum.readers._wording import DASHES

_NUMBERED = re.compile(
    rf"(?:assessment method|method|assessment component|component|AM) ?(\d\d?)"
    rf"\s*[:{DASHES}]\s*(\S.{{1,118}}?)\s*[:.]?$",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\s*\(([A-Z][A-Z&/]{1,5})\)")
_NUMBER_ALONE = re.compile(
    r"(?:assessment )?(?:method|component) ?(\d\d?)", re.IGNORECASE
)
_GRADES = ("fail", "pass", "merit", "credit", "distinction")
_BETWEEN = re.compile(rf"[\s,;/&+.:()\[\]•{DASHES}]|\b(?:and|or|the|with)\b")
_FOR_GRADES = re.compile(r"\s*[,(:]?\s*(?:fail|pass)\b.*$", re.IGNORECASE)


@dataclass(slots=True)
class Method:
    """A method as it is put together."""

    number: int
    title: str
    line: int
    short: str = ""
    mandatory: bool | None = None
    grades: list[str] = field(default_factory=list)
    items: dict[str, None] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Its key: "AM1"."""
        return f"AM{self.number}"


@dataclass(slots=True)
class Methods:
    """The methods, in the order of their numbers."""

    found: list[Method] = field(default_factory=list)

    def define(self, said: Said) -> Method | None:
        """The method that a line gives a number and a title, if it does."""
        match = _NUMBERED.match(said.cells[0])
        if not match:
            return None
        number = int(match[1])
        title = _FOR_GRADES.sub("", match[2]).strip()
        for method in self.found:
            if method.number == number:
                return method
        return self._add(number, title, said) if title else None

    def named(self, title: str, said: Said) -> Method:
        """The method of that title; a new one if there is none."""
        known = self.titled(title)
        if known:
            return known
        number = max((m.number for m in self.found), default=0) + 1
        return self._add(number, title, said)

    def titled(self, text: str) -> Method | None:
        """The method whose title, number or initials a text is."""
        found, left = self.in_text(text)
        return found[0] if len(found) == 1 and not left else None

    def in_text(self, text: str) -> tuple[list[Method], str]:
        """The methods that a text names, and what else stands in it."""
        found: list[Method] = []
        left = text.casefold()
        for method in sorted(self.found, key=lambda m: -len(m.title)):
            title = method.title.casefold()
            if title in left:
                left = left.replace(title, " ")
                found.append(method)
        for method in self.found:
            for form in (
                rf"(?:assessment )?(?:method|component) ?{method.number}",
                rf"am ?{method.number}",
                *([re.escape(method.short.casefold())] if method.short else []),
            ):
                alone = re.compile(rf"(?<!\w){form}(?!\w)")
                if alone.search(left):
                    left = alone.sub(" ", left)
                    found += [] if method in found else [method]
        if not found and re.fullmatch(r"[\d\s,&and]+", left):
            numbers = {int(n) for n in re.findall(r"\d{1,3}", left)}
            found = [m for m in self.found if m.number in numbers]
            left = "" if len(found) == len(numbers) else left
        found.sort(key=lambda m: m.number)
        return found, _BETWEEN.sub("", left)

    def records(self, notes: Notes) -> tuple[PlanMethod, ...]:
        """The methods as records."""
        return tuple(
            PlanMethod(
                key=m.key,
                title=m.title,
                mandatory=m.mandatory,
                grades=tuple(m.grades),
                items=tuple(m.items),
                source=notes.at(str(m.line)),
            )
            for m in sorted(self.found, key=lambda m: m.number)
        )

    def _add(self, number: int, title: str, said: Said) -> Method:
        short = _SHORT.search(title)
        whole = _SHORT.sub("", title).strip(" :–-")
        method = Method(number, whole or title, said.number, short[1] if short else "")
        self.found.append(method)
        said.used = True
        return method


def number_alone(text: str) -> int | None:
    """The number of a method that is only numbered: "Method 2"."""
    match = _NUMBER_ALONE.fullmatch(text.strip())
    return int(match[1]) if match else None


def grades_in(text: str) -> list[str]:
    """The grades that a text lists, if it lists nothing else."""
    words = re.findall(r"[a-z]+", text.casefold())
    only = all(word in (*_GRADES, "and", "or") for word in words)
    return [word for word in words if word in _GRADES] if only else []
