"""The assessment plan as sheets of a workbook, with dates that can be sorted."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from curriculum.model import Assessment, Purpose
from curriculum.reviewed import Review
from curriculum.writers import _plan_rows as rows
from curriculum.writers._plan_fields import TestedFields
from curriculum.writers._scheme_tables import assessment_schedule, finding_rows
from curriculum.writers._sheets import Cell, Chart, Column, Formula, Kind, Names, Sheet
from curriculum.writers._statements import statements as judged_by

_NO_DATE = "No date"
_HAND_INS, _PURPOSES = "plan_hand_ins_", "plan_purposes_"
_MOST_MONTHS = 120


def sheets(review: Review) -> tuple[Sheet, ...]:
    """The workbook's sheets as plain cells, in their order."""
    name = Names().sheet
    return (
        schedule(review, name("Schedule")),
        calendar(review, name("Calendar")),
        by_module(review, name("By module")),
        by_month(review, name("By month")),
        sampling(review, name("Sampling")),
        statements(review, name("KSBs")),
        outcomes(review, name("Outcomes")),
        findings(review, name("Findings")),
        about(review, name("About")),
    )


def schedule(review: Review, name: str) -> Sheet:
    """One row an assessment, with all its dates and people."""
    programme = review.programme
    held = {a.key: a for a in programme.assessments}
    dates = ("Brief verified", "Hand out", "Hand in", "Feedback", "Sample verified")
    columns = (
        Column("Key", Kind.KEY, 8),
        Column("Assessment", Kind.TEXT, 30),
        Column("Method", Kind.TEXT, 24),
        Column("Purpose", Kind.SHORT, 12, _PURPOSES),
        Column("Weight %", Kind.HOURS, 9),
        Column("Module", Kind.SHORT, 10),
        Column("Hours", Kind.HOURS, 8),
        *(
            Column(heading, Kind.DATE, 14, _HAND_INS if heading == "Hand in" else "")
            for heading in dates
        ),
        Column("Reassessment until", Kind.DATE, 14),
        Column("Assessor", Kind.SHORT, 18),
        Column("Internal verifier", Kind.SHORT, 18),
        Column("Findings", Kind.FLAG, 11),
    )
    return Sheet(
        name,
        f"Assessment plan: {programme.title}",
        f"Version {programme.version or 'not stated'}. One assessment a row, in order "
        "of hand-out; formative work does not count towards a result.",
        columns,
        [
            (
                row["key"],
                row["title"],
                row["method"],
                *_weighed(held[row["key"]]),
                row["module"],
                _number(held[row["key"]].hours),
                *_dates(held[row["key"]]),
                row["assessor"],
                row["verifier"],
                _codes(review, row["key"]),
            )
            for row in assessment_schedule(programme)
        ],
    )


def _weighed(assessment: Assessment) -> tuple[Cell, Cell]:
    return assessment.purpose.value.capitalize(), _number(assessment.weight)


def _number(value: float | None) -> Cell:
    return "Not stated" if value is None else value


def _dates(assessment: Assessment) -> tuple[Cell, ...]:
    none = "None" if assessment.purpose is Purpose.FORMATIVE else _NO_DATE
    planned = (
        assessment.verify_brief,
        assessment.hand_out,
        assessment.hand_in,
        assessment.feedback,
        assessment.verify_sample,
    )
    return (*(_day(day) for day in planned), assessment.reassess_by or none)


def _day(day: date | None) -> Cell:
    return day or _NO_DATE


def _codes(review: Review, key: str) -> str:
    return ", ".join(dict.fromkeys(f.code for f in review.about(key)))


def calendar(review: Review, name: str) -> Sheet:
    """One row a date."""
    return Sheet(
        name,
        "Calendar of the assessment plan",
        "Everything that happens, in order of date. Week is the delivery week.",
        (
            Column("Date", Kind.DATE, 16),
            Column("Week", Kind.COUNT, 8),
            Column("What happens", Kind.SHORT, 26),
            Column("Assessment", Kind.TEXT, 50),
            Column("Who", Kind.SHORT, 22),
        ),
        [
            (
                day,
                _week(event["week"]),
                event["what"],
                event["assessment"],
                event["who"],
            )
            for day, event in rows.dated_events(review)
        ],
    )


def _week(week: str) -> Cell:
    return int(week) if week.isdecimal() else "None"


def by_module(review: Review, name: str) -> Sheet:
    """One row a module and assessment: an assessment of two modules stands twice."""
    held = {assessment.key: assessment for assessment in review.programme.assessments}
    return Sheet(
        name,
        "Assessments by module",
        "One row a module and an assessment that tests it, with the outcomes tested.",
        (
            Column("Module", Kind.TEXT, 34),
            Column("Key", Kind.KEY, 8),
            Column("Assessment", Kind.TEXT, 34),
            Column("Purpose", Kind.TEXT, 22),
            Column("Outcomes", Kind.SHORT, 18),
            Column("Brief verified", Kind.DATE, 14),
            Column("Hand out", Kind.DATE, 14),
            Column("Formative hand-in", Kind.DATE, 14),
            Column("Summative hand-in", Kind.DATE, 14),
            Column("Feedback", Kind.DATE, 14),
            Column("Sample verified", Kind.DATE, 14),
            Column("Reassessment until", Kind.DATE, 14),
            Column("Assessor", Kind.SHORT, 18),
            Column("Internal verifier", Kind.SHORT, 18),
        ),
        [
            (
                block["title"],
                task["key"],
                task["title"],
                "; ".join(task["purpose"]),
                task["outcomes"],
                *_by_purpose(held[task["key"]]),
                task["assessor"],
                task["verifier"],
            )
            for block in rows.blocks(review.programme)
            for task in block["task"]
        ],
    )


def _by_purpose(assessment: Assessment) -> tuple[Cell, ...]:
    """Its dates, with the hand-in under the purpose that it has."""
    verified, out, handed_in, *others = _dates(assessment)
    formative = assessment.purpose is Purpose.FORMATIVE
    both = (handed_in, "None") if formative else ("None", handed_in)
    return (verified, out, *both, *others)


def by_month(review: Review, name: str) -> Sheet:
    """How much is handed in each month, counted live from the schedule."""
    held = Counter(
        ((a.hand_in.year, a.hand_in.month), a.purpose)
        for a in review.programme.assessments
        if a.hand_in
    )
    months = _months(sorted({month for month, _ in held}))
    return Sheet(
        name,
        "Work handed in, month by month",
        "The counts follow the hand-in dates and purposes of the schedule.",
        (
            Column("Month", Kind.KEY, 18),
            *(Column(p.value.capitalize(), Kind.COUNT, 12) for p in Purpose),
        ),
        [
            (
                f"{date(*month, 1):%B %Y}",
                *(_handed_in(month, p, held[month, p]) for p in Purpose),
            )
            for month in months
        ],
        filters=False,
        charts=(
            Chart(
                "Work handed in, month by month",
                _busiest(held, months),
                names=(0, 0),
                bars=tuple(range(1, len(Purpose) + 1)),
                upright=True,
            ),
        ),
    )


_Month = tuple[int, int]
"""Year and month."""


def _months(held: Sequence[_Month]) -> list[_Month]:
    """Every month from the first to the last; far apart, only those that count."""
    if not held:
        return []
    first, last = (year * 12 + month - 1 for year, month in (held[0], held[-1]))
    if last - first >= _MOST_MONTHS:
        return list(held)
    return [(n // 12, n % 12 + 1) for n in range(first, last + 1)]


def _handed_in(month: _Month, purpose: Purpose, count: int) -> Formula:
    year, number = month
    return Formula(
        f'=COUNTIFS({_HAND_INS},">="&DATE({year},{number},1),'
        f'{_HAND_INS},"<"&DATE({year},{number + 1},1),'
        f'{_PURPOSES},"{purpose.value.capitalize()}")',
        count,
    )


def _busiest(held: Counter[tuple[_Month, Purpose]], months: Sequence[_Month]) -> str:
    """What the chart shows, in words."""
    totals = {month: sum(held[month, p] for p in Purpose) for month in months}
    if not totals:
        return "No work is handed in."
    most = max(totals, key=lambda month: totals[month])
    return (
        f"The busiest month is {date(*most, 1):%B %Y}, with {totals[most]} of "
        f"{sum(totals.values())} pieces of work."
    )


def sampling(review: Review, name: str) -> Sheet:
    """Who samples whom."""
    return Sheet(
        name,
        "Who samples what",
        "Every assessor, module, assessment and site, with who samples its marking and "
        "when.",
        (
            Column("What is sampled", Kind.SHORT, 16),
            Column("Name", Kind.TEXT, 40),
            Column("Assessments", Kind.TEXT, 30),
            Column("Sampled by", Kind.TEXT, 26),
            Column("On", Kind.TEXT, 50),
        ),
        [
            (r["what"], r["name"], r["assessments"], r["verifiers"], r["dates"])
            for r in rows.sampling(review.programme)
        ],
    )


def statements(review: Review, name: str) -> Sheet:
    """Every statement with what assesses it."""
    return _tested(
        name,
        "Coverage of the standard",
        "Every statement that must be covered, with the work that assesses it.",
        "KSB",
        [item for kind in rows.coverage(review) for item in kind["item"]],
    )


def outcomes(review: Review, name: str) -> Sheet:
    """Every module outcome with what tests it."""
    return _tested(
        name,
        "Coverage of the module outcomes",
        "Every outcome of every module, with the work that tests it.",
        "Outcome",
        rows.outcomes(review.programme),
    )


def _tested(
    name: str, title: str, explanation: str, key: str, held: list[TestedFields]
) -> Sheet:
    return Sheet(
        name,
        title,
        explanation,
        (
            Column(key, Kind.KEY, 12),
            Column("Wording", Kind.TEXT, 80),
            Column("Formative", Kind.SHORT, 18),
            Column("Summative", Kind.SHORT, 18),
            Column("Remarks", Kind.TEXT, 30),
        ),
        [
            (r["key"], r["wording"], r["formative"], r["summative"], r["remark"])
            for r in held
        ],
    )


def findings(review: Review, name: str) -> Sheet:
    """What was found about assessments."""
    keys = {assessment.key for assessment in review.programme.assessments}
    return Sheet(
        name,
        "Findings about assessments",
        "What the checks found; an error stands in the way of approval.",
        (
            Column("Severity", Kind.SHORT, 12),
            Column("Code", Kind.SHORT, 10),
            Column("About", Kind.KEY, 12),
            Column("Finding", Kind.TEXT, 80),
            Column("Place", Kind.TEXT, 30),
        ),
        [
            (f["severity"], f["code"], f["subject"], f["message"], f["place"])
            for f in finding_rows(f for f in review.findings if f.subject in keys)
        ],
    )


def about(review: Review, name: str) -> Sheet:
    """What the plan is for, and by what it was judged."""
    programme = review.programme
    rows: list[tuple[Cell, ...]] = [
        ("Programme", f"{programme.title} ({programme.code})"),
        ("Cohort", programme.cohort or "Not stated"),
        ("Version", programme.version or "Not stated"),
        *(
            ("Standard or framework", f"{f.label} {f.title}")
            for f in programme.frameworks
        ),
        *(("Judged by", said) for said in judged_by(review)),
        ("Blank cells", "Nothing is planned or stated"),
    ]
    return Sheet(
        name,
        "About this plan",
        "Which programme and version it is for, and by which policy it was judged.",
        (Column("Entry", Kind.KEY, 24), Column("Text", Kind.TEXT, 110)),
        rows,
        filters=False,
    )
