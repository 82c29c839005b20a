"""A map whose tabs have become spaces: its cells, where the text itself shows them.

Headings show the columns.  A cluster stands in the column of its tier, which the
levels of its occupations tell: 2 and 3 technical, 4 and 5 higher technical, 6 to 8
professional.  A row of the descriptions begins with a pathway's name, and its
occupation ends in a level or is a title of the tables above.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from curriculum.model import SourceRef, Tier
from curriculum.readers import Yield
from curriculum.readers._map_findings import doubt
from curriculum.readers._map_rows import tiers_of
from curriculum.readers._map_titles import LEVEL
from curriculum.readers._text import Line, SourceText
from curriculum.readers._wording import fold

_TIER = r"(?:higher[\s-]+technical|technical|professional)\s+occupations"
_HEAD = re.compile(rf"(?P<name>.*?)\s*(?P<tiers>(?:{_TIER}\s*){{1,3}})", re.IGNORECASE)
_ONE_TIER = re.compile(_TIER, re.IGNORECASE)
_DESCRIPTIONS = re.compile(r"pathways?\s+occupations?\s+descriptions?", re.IGNORECASE)
_CLUSTER = re.compile(r"(?=\bCluster\s*:)")
_WIDE = re.compile(r" {2,}")
_LEVELS = {Tier.TECHNICAL: "23", Tier.HIGHER_TECHNICAL: "45", Tier.PROFESSIONAL: "678"}
_LONGEST_TITLE = 14
_SHOWN = 6
"""Words of a cluster that show which it is."""


@dataclass(slots=True)
class _Spaced:
    """Gives the lines their tabs again."""

    at: SourceRef
    indent: int
    """Spaces that stand for the tab of the first, empty cell."""
    columns: dict[Tier, int] = field(default_factory=dict)
    pathways: set[str] = field(default_factory=set)
    described: bool = False
    rows: list[Line] = field(default_factory=list)
    """Of the table of descriptions."""
    begun: Counter[str] = field(default_factory=Counter)
    doubtful: list[tuple[Line, str]] = field(default_factory=list)
    listed: str = ""
    """The clusters as they run on, to know titles by."""

    def line(self, line: Line) -> Line:
        """The line, with tabs where its cells part."""
        said = line.meant.strip()
        if head := _HEAD.fullmatch(said):
            return replace(line, meant=self._head(head))
        if _DESCRIPTIONS.fullmatch(said):
            self.described = True
            return replace(line, meant="Pathway\tOccupation\tDescription")
        if self.described:
            self.rows.append(line)
            return line
        if self.columns and "Cluster" in said and _CLUSTER.search(said):
            return replace(line, meant=self._clusters(line))
        return line

    def row(self, line: Line) -> Line:
        """A row of the descriptions, now that all titles are known."""
        return replace(line, meant=self._description(line.meant.strip()) or line.meant)

    def _head(self, head: re.Match[str]) -> str:
        cells = [fold(tier[0]) for tier in _ONE_TIER.finditer(head["tiers"])]
        tiers = tiers_of(("", *cells))
        self.columns = {tier: at for at, tier in tiers.items()}
        name = fold(head["name"])
        if name and name.casefold() not in ("pathway", "pathways"):
            self.pathways.add(name.casefold())
        self.described = False
        return "\t".join((name, *cells))

    def _clusters(self, line: Line) -> str:
        """Each cluster in the column of its tier, in the order of the line."""
        name, *clusters = _CLUSTER.split(line.meant)
        self.listed += f" {fold(line.meant).casefold()} "
        row = [fold(name)] + [""] * len(self.columns)
        last, indented = 0, round(indent_of(line) / self.indent) if self.indent else 0
        for cluster in clusters:
            at = self._column(cluster)
            if at <= last:
                stands = indented if not last and indented < len(row) else 0
                at = max(last + 1, stands)
                self.doubtful.append((line, " ".join(cluster.split()[:_SHOWN])))
            row += [""] * (at + 1 - len(row))
            row[at], last = cluster.strip(), at
        return "\t".join(row)

    def _column(self, cluster: str) -> int:
        """The one column that all levels agree with; 0 if they do not."""
        levels = {
            digit
            for m in LEVEL.finditer(cluster)
            for digit in m[0]
            if digit.isdecimal()
        }
        fits = [
            at
            for tier, at in self.columns.items()
            if levels and levels <= set(_LEVELS[tier])
        ]
        return fits[0] if len(fits) == 1 else 0

    def _description(self, said: str) -> str:
        """A row of the descriptions; "" where nothing shows its cells."""
        cells = _WIDE.split(said)
        if len(cells) == 3:  # noqa: PLR2004 (the columns of the table)
            return "\t".join(cells)
        folded = fold(said)
        name = self._known(folded) or self._new(folded)
        rest = folded[len(name) :].strip()
        title = self._title(rest) if name else ""
        cells = [folded[: len(name)], title, rest[len(title) :].strip()]
        return "\t".join(cells) if title else ""

    def _known(self, said: str) -> str:
        """The name of a pathway of the tables that a row begins with."""
        known = (n for n in self.pathways if said.casefold().startswith(f"{n} "))
        return max(known, key=len, default="")

    def learn_names(self, lines: list[Line]) -> None:
        """Count what rows may begin with: words of the pathways' names."""
        used = {word.strip(",;") for name in self.pathways for word in name.split()}
        for line in lines:
            words = line.meant.casefold().split()
            for n, word in enumerate(words, start=1):
                if word.strip(",;") not in used:
                    break
                self.begun[" ".join(words[:n])] += 1

    def _new(self, said: str) -> str:
        """The name that a row begins with as others do, though no table has it."""
        words = said.split()
        names = [" ".join(words[:n]) for n in range(1, len(words))]
        times = [self.begun[name.casefold()] for name in names]
        scores = [n * count for n, count in enumerate(times, start=1)]
        best = max(scores, default=0)
        return names[scores.index(best)] if best > 1 else ""

    def _title(self, said: str) -> str:
        """The occupation that a text begins with: up to its level, or as listed."""
        level = LEVEL.search(said)
        if level and len(said[: level.start()].split()) <= _LONGEST_TITLE:
            return said[: level.end()]
        return self._listed(said)

    def _listed(self, said: str) -> str:
        """The longest beginning of a text that the clusters list; not one word."""
        words = said.split()
        longest = min(_LONGEST_TITLE, len(words))
        begun = (" ".join(words[:n]) for n in range(longest, 1, -1))
        return next((t for t in begun if f" {t.casefold()} " in self.listed), "")


def with_tabs(text: SourceText) -> tuple[SourceText, Yield]:
    """The text with its tabs, where it has none, and what is doubtful of them."""
    if any("\t" in line.meant for line in text.lines):
        return text, iter(())
    indents = (indent_of(s) for s in text.lines if _CLUSTER.match(s.meant.lstrip()))
    spaced = _Spaced(text.at(1), min(filter(None, indents), default=0))
    lines = [spaced.line(line) for line in text.lines]
    spaced.learn_names(spaced.rows)
    below = {line.number for line in spaced.rows}
    lines = [spaced.row(line) if line.number in below else line for line in lines]
    if not spaced.columns:
        return text, iter(())
    return replace(text, lines=lines), _found(spaced, text)


def indent_of(line: Line) -> int:
    """The spaces before a line's first letter."""
    return len(line.meant) - len(line.meant.lstrip())


def _found(spaced: _Spaced, text: SourceText) -> Yield:
    message = (
        "the tabs of the tables have become spaces; clusters are put under the tier "
        "of their levels"
    )
    yield doubt("SRC237", text.file, message, spaced.at)
    for line, title in spaced.doubtful:
        message = f"no level shows the tier of “{title} …”; it is put where it stands"
        yield doubt("SRC237", text.file, message, text.at(line))
