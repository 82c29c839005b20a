"""Groups: learners who are taught the same programme at other times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from curriculum.findings import Finding
from curriculum.model import Assessment, Group, Programme
from curriculum.term_weeks import Move, moving

DATES = tuple(
    name
    for name, field in Assessment.model_fields.items()
    if field.annotation == date | None
)
"""The dates of an assessment."""


def each_group(programme: Programme) -> Iterator[tuple[Group, Programme]]:
    """Every group with the programme as it has it; nothing where there are none."""
    for group in programme.calendar.groups:
        yield group, of_group(programme, group)


def of_group(programme: Programme, group: Group) -> Programme:
    """The programme as one group has it.

    Its code says which, so that its documents lie beside the other groups'.
    """
    calendar = programme.calendar
    own = calendar.of_group(group)
    assessments = programme.assessments
    if group.moves_assessments:
        first = calendar.of_group(calendar.groups[0])
        move = moving(calendar if calendar.delivery else first, own)
        assessments = tuple(_moved(a, move) for a in assessments)
    name = "".join(c if c.isalnum() and c.isascii() else "-" for c in group.title)
    return programme.model_copy(
        update={
            "calendar": own,
            "assessments": assessments,
            "code": f"{programme.code}-{name.strip('-') or 'group'}",
            "cohort": ", ".join(filter(None, (programme.cohort, group.title))),
        }
    )


def _moved(assessment: Assessment, move: Move) -> Assessment:
    dates: dict[str, date] = {
        name: move(day) for name in DATES if (day := getattr(assessment, name))
    }
    return assessment.model_copy(update=dates)


def together(found: Mapping[str, Iterable[Finding]]) -> Iterator[Finding]:
    """Findings by group as one list: what not every group has names those that do."""
    having: defaultdict[Finding, list[str]] = defaultdict(list)
    for group, findings in found.items():
        for finding in dict.fromkeys(findings):
            having[finding].append(group)
    for finding, groups in having.items():
        if len(groups) == len(found):
            yield finding
        else:
            message = f"{' and '.join(groups)}: {finding.message}"
            yield finding.model_copy(update={"message": message})
