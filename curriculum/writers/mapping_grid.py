"""The mapping grid: what each module teaches and each assessment tests, in Excel.

Every sheet is set out as plain cells first; dressing them comes after.
"""

from collections import Counter
from itertools import chain
from pathlib import Path

from curriculum.model import Framework, FrameworkKind, Programme
from curriculum.reviewed import Review
from curriculum.writers import _grid_findings as lists
from curriculum.writers import _grid_summary as opening
from curriculum.writers._grid_findings import FindingNames
from curriculum.writers._grid_items import ItemGrid, ItemNames
from curriculum.writers._grid_sessions import SessionNames, sessions
from curriculum.writers._remarks import Remarks
from curriculum.writers._sheets import Names, Sheet
from curriculum.writers._workbook import properties_of, write_workbook

FILENAME = "mapping-grid.xlsx"
TITLE = "Mapping grid"
SUMMARY = "Each KSB and skill by module and by assessment, with counts and gaps first"


def write(review: Review, path: Path) -> None:
    """Write the grid as an Excel workbook."""
    write_workbook(path, sheets(review), properties_of(review.programme, TITLE))


def sheets(review: Review) -> tuple[Sheet, ...]:
    """The workbook's sheets as plain cells, in their order."""
    names, programme = Names(), review.programme
    first = [
        names.sheet(n) for n in ("How to read this", "Summary", "Hours and findings")
    ]
    session_names, severities = SessionNames.of(names), FindingNames.of(names)
    remarks = Remarks(review)
    grids = [
        ItemGrid(review, framework, remarks, ItemNames.of(framework, names))
        for framework in _judged_first(programme)
    ]
    prefixes = _prefixes(programme)
    name = names.sheet
    body = (
        opening.summary(review, [(g.framework, g.names) for g in grids], first[1]),
        opening.figures(review, session_names, severities, first[2]),
        *chain.from_iterable(g.sheets(prefixes[g.framework.id], names) for g in grids),
        sessions(review, session_names, name("Sessions")),
        lists.findings(review, severities.standing, name("Findings")),
        lists.waived(review, severities.waived, name("Waived findings")),
        lists.published(review, severities.published, name("Published findings")),
        lists.sources(review, name("Sources")),
        lists.corrections(review, name("Corrections")),
    )
    return (opening.guide(review, body, first[0]), *body)


def _judged_first(programme: Programme) -> list[Framework]:
    return sorted(programme.frameworks, key=lambda f: f.policy.advisory)


def _prefixes(programme: Programme) -> dict[str, str]:
    """What tells a framework's sheets from those of another of its kind."""
    kinds: Counter[FrameworkKind] = Counter(f.kind for f in programme.frameworks)
    return {f.id: f.label if kinds[f.kind] > 1 else "" for f in programme.frameworks}
