"""The first sheets of the grid: how to read it, coverage by kind, and hours."""

from collections.abc import Iterator, Sequence
from datetime import date

from curriculum.model import Depth, Framework, Purpose
from curriculum.reviewed import Review
from curriculum.writers._grid_findings import FindingNames
from curriculum.writers._grid_items import DEPTH_LETTERS, PURPOSE_LETTERS, ItemNames
from curriculum.writers._grid_sessions import SessionNames
from curriculum.writers._proposed import PROPOSED, WHAT_PROPOSED
from curriculum.writers._sheets import (
    FIRST_ROW,
    Cell,
    Chart,
    Column,
    Formula,
    Jump,
    Kind,
    Sheet,
)
from curriculum.writers._tally import Tally, hours, named, tallies, whole

_DEPTHS = {
    Depth.INTRODUCED: "Introduced: met for the first time, with guidance",
    Depth.DEVELOPED: "Developed: practised again, with less guidance",
    Depth.MASTERED: "Mastered: used independently",
    Depth.TAUGHT: "Taught: the college does not grade the depth",
}
_PURPOSES = {
    Purpose.FORMATIVE: "Formative: informs teacher and learner",
    Purpose.SUMMATIVE: "Summative: counts towards the result",
}
_READING = (
    ("Cell", "Blank", "In a grid: not taught, or not assessed, there"),
    ("Cell", "Shaded code", "A finding stands against the row; its code is at the end"),
    ("Cell", "Word", "Where a colour says something, a letter or word says it too"),
    (
        "Count",
        "Live",
        "Counts of modules and assessments, and the Summary, follow changed marks",
    ),
    (
        "Count",
        "Fixed",
        "Counts of sessions, duties and findings are those of the day of writing",
    ),
)
_SAID = WHAT_PROPOSED[:1].upper() + WHAT_PROPOSED[1:]


def guide(review: Review, sheets: Sequence[Sheet], name: str) -> Sheet:
    """What the programme is, what the sheets show, what the signs mean."""
    marks: list[tuple[Cell, ...]] = [
        *(("Depth", depth.letter, text) for depth, text in _DEPTHS.items()),
        *(("Purpose", p.value[0].upper(), text) for p, text in _PURPOSES.items()),
    ]
    links = [("Sheet", Jump(sheet.name), sheet.title) for sheet in sheets]
    last_depth = FIRST_ROW + len(_DEPTHS) - 1
    return Sheet(
        name,
        f"Mapping grid: {review.programme.title}",
        "How to read this workbook: its signs, its sheets, and the programme it maps.",
        (
            Column("About", Kind.SHORT, 14),
            Column("Sign or name", Kind.KEY, 30),
            Column("Meaning", Kind.TEXT, 100),
        ),
        [
            *marks,
            *_READING,
            *([("Cell", PROPOSED, _SAID)] if review.programme.proposed else []),
            *links,
            *_programme(review),
            *_frameworks(review),
            *_routes(review),
        ],
        filters=False,
        named_rows=(
            (DEPTH_LETTERS, FIRST_ROW, last_depth),
            (PURPOSE_LETTERS, last_depth + 1, last_depth + len(_PURPOSES)),
        ),
    )


def summary(
    review: Review, counted: Sequence[tuple[Framework, ItemNames]], name: str
) -> Sheet:
    """Coverage by kind of item, gaps first, counted live from the grids."""
    return Sheet(
        name,
        "Summary of coverage",
        "Gaps come first. The counts follow the marks of the sheets by module and "
        "by assessment; those named in words are of the day of writing.",
        (
            Column("Framework", Kind.KEY, 14),
            Column("Kind", Kind.SHORT, 22),
            Column("Not taught", Kind.COUNT, 10),
            Column("Not assessed", Kind.COUNT, 11),
            Column("Taught in one session only", Kind.COUNT, 12),
            Column("Total", Kind.COUNT, 8),
            Column("Taught", Kind.COUNT, 9),
            Column("Assessed", Kind.COUNT, 11),
            Column("Which are not taught", Kind.TEXT, 30),
            Column("Which are not assessed", Kind.TEXT, 30),
            Column("Judged by", Kind.TEXT, 32),
        ),
        [row for f, names in counted for row in _coverage_rows(review, f, names)],
        frozen_columns=2,
        filters=False,
        charts=tuple(_charts(review, [framework for framework, _ in counted])),
    )


def _charts(review: Review, frameworks: Sequence[Framework]) -> Iterator[Chart]:
    """Bars for each kind of what must be covered: taught or not, assessed or not.

    Frameworks that must be covered stand first in the table.
    """
    asked = [f for f in frameworks if f.items and not f.policy.advisory]
    for what, bars in (("taught", (6, 2)), ("assessed", (7, 3))):
        tallied = [(f.label, whole(f, review.coverage)) for f in asked]
        counts = "; ".join(
            f"{label}: {getattr(tally, what)} of {tally.total} {what}"
            for label, tally in tallied
        )
        title = f"{what.capitalize()} and not {what}, by kind"
        rows = sum(len(framework.groups) + 1 for framework in asked)
        # One framework needs no name beside each of its kinds.
        called = (0 if len(asked) > 1 else 1, 1)
        if rows:
            yield Chart(title, f"{title}. {counts}.", called, bars, rows=rows)


def figures(
    review: Review, sessions: SessionNames, severities: FindingNames, name: str
) -> Sheet:
    """Hours planned against the published minimum, and how much was found."""
    return Sheet(
        name,
        "Hours and findings",
        "Planned off-the-job hours beside the published minimum, and what was found.",
        (
            Column("Measure", Kind.TEXT, 54),
            Column("Figure", Kind.HOURS, 12),
            Column("Remark", Kind.TEXT, 80),
        ),
        [*_hours(review, sessions), *_found(review, severities)],
        filters=False,
    )


def _coverage_rows(
    review: Review, framework: Framework, names: ItemNames
) -> Iterator[tuple[Cell, ...]]:
    if not framework.items:
        return
    advisory = framework.policy.advisory
    policy = f"{framework.policy.named}{', advice only' if advisory else ''}"
    for tally in (
        *tallies(framework, review.coverage),
        whole(framework, review.coverage),
    ):
        yield (
            framework.label,
            tally.title,
            *_live(tally, names),
            named(framework, tally.not_taught),
            _unassessed(tally, framework),
            policy,
        )


def _live(tally: Tally, names: ItemNames) -> Iterator[Formula]:
    of_kind = "" if tally.title == "All" else f"{names.kinds},$B{{row}},"
    for column, test, value in (
        (names.modules, "0", len(tally.not_taught)),
        (names.assessments, "0", len(tally.not_assessed)),
        (names.sessions, "1", len(tally.taught_once)),
        (names.modules, '">=0"', tally.total),
        (names.modules, '">0"', tally.taught),
        (names.assessments, '">0"', tally.assessed),
    ):
        yield Formula(f"=COUNTIFS({of_kind}{column},{test})", value)


def _unassessed(tally: Tally, framework: Framework) -> str:
    if not any(map(framework.asks_assessment, tally.items)):
        return "Assessment is not asked for"
    return named(framework, tally.not_assessed)


def _hours(review: Review, names: SessionNames) -> Iterator[tuple[Cell, ...]]:
    held = hours(review.programme)
    planned = f'SUMIFS({names.hours},{names.off_the_job},"Yes"'
    yield (
        "Planned off-the-job hours",
        Formula(f"=ROUND({planned}),2)", held.off_the_job),
        "Sum of the sessions that count as off-the-job training",
    )
    first = FIRST_ROW
    for framework in review.programme.frameworks:
        if minimum := framework.minimum_hours:
            said = (f"Authority: {minimum.authority}", minimum.remark)
            yield (
                f"Published minimum for {framework.label}",
                minimum.figure,
                ". ".join(filter(None, said)),
            )
            first += 1
            yield (
                f"Planned above the minimum for {framework.label}",
                Formula(
                    f"=ROUND($B${FIRST_ROW}-$B${first},2)",
                    round(held.off_the_job - minimum.figure, 2),
                ),
                "A negative figure is a shortfall",
            )
            first += 1
    if any(module.optional for module in review.programme.modules):
        yield (
            "Planned off-the-job hours in optional modules",
            Formula(
                f'=ROUND({planned},{names.optional},"Yes"),2)',
                held.optional_off_the_job,
            ),
            "Part of the planned hours above; a learner takes only the modules chosen",
        )
    yield (
        "All planned hours",
        Formula(f"=ROUND(SUM({names.hours}),2)", held.planned),
        "Including sessions that do not count as off-the-job training",
    )
    yield (
        "Hours that the calendar offers",
        round(review.timetable.slot_hours, 2),
        "All delivery slots between start and end, less days off",
    )
    yield (
        "Sessions without a date",
        Formula(f'=COUNTIF({names.dates},"No date")', len(review.timetable.unplaced)),
        "The calendar has no slot left for them",
    )


def _routes(review: Review) -> Iterator[tuple[Cell, ...]]:
    if review.routes.modules:
        yield "Programme", "Choices of modules", review.statements[-1]


def _found(review: Review, names: FindingNames) -> Iterator[tuple[Cell, ...]]:
    errors = sum(f.severity == "error" for f in review.findings)
    for label, column, word, value, remark in (
        ("Errors to act on", names.standing, "error", errors, "In the way of approval"),
        (
            "Warnings to act on",
            names.standing,
            "warning",
            len(review.findings) - errors,
            "For a person to decide",
        ),
        ("Waived findings", names.waived, "?*", len(review.waived), "With reasons"),
        (
            "Findings about the published documents",
            names.published,
            "?*",
            len(review.published),
            "For information",
        ),
    ):
        yield label, Formula(f'=COUNTIF({column},"{word}")', value), remark


def _programme(review: Review) -> Iterator[tuple[Cell, ...]]:
    programme, calendar = review.programme, review.programme.calendar
    for label, text in (
        ("Title", programme.title),
        ("Subtitle", programme.subtitle),
        ("Code", programme.code),
        ("Version", " ".join(filter(None, (programme.version, programme.status)))),
        ("Cohort", programme.cohort),
        ("Dates", f"{_day(calendar.starts)} to {_day(calendar.ends)}"),
        (
            "College",
            " · ".join(filter(None, (programme.college, programme.department))),
        ),
        ("Author", programme.author),
        ("Approver", programme.approver),
    ):
        if text:
            yield "Programme", label, text


def _frameworks(review: Review) -> Iterator[tuple[Cell, ...]]:
    for framework in review.programme.frameworks:
        said = [framework.title, framework.publisher]
        said.append(f"judged by: {framework.policy.statement}")
        if framework.version_authority:
            said.append(f"version from: {framework.version_authority}")
        yield "Framework", framework.label, "; ".join(filter(None, said))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
