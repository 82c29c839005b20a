"""The skills scan as sheets: what an apprentice can do already, agreed by two.

Planned hours are shared out: each off-the-job session's hours go in equal parts to
the statements it teaches, so that the parts add up to the hours of the sessions.
"""

from curriculum.model import Framework
from curriculum.reviewed import Review
from curriculum.writers._shared_hours import shared_hours
from curriculum.writers._sheets import Cell, Chart, Column, Formula, Kind, Names, Sheet
from curriculum.writers._statements import in_brief

LEVELS = (
    ("New", "I have not met it", 0.0),
    ("Seen", "I have seen others do it, or heard of it", 0.0),
    ("Helped", "I do it with help", 0.0),
    ("Alone", "I do it alone at work", 0.5),
    ("Expert", "I do it well enough to show others", 1.0),
)
"""Each level, what it means, and the share of hours that it takes out."""

_LEVELS, _SHARES = "scan_levels_", "scan_shares_"
_OPEN = "Open"
"""What stands for the agreed level until both have chosen."""
_PLANNED, _OUT = "scan_planned_", "scan_taken_out_"


def sheets(review: Review) -> tuple[Sheet, ...]:
    """The workbook's sheets as plain cells, in their order."""
    name = Names().sheet
    scan = _scan(review, name("Skills scan"))
    return (
        _people(review, name("Who and when")),
        scan,
        _hours(review, name("Hours")),
        _scale(name("Scale")),
    )


def _people(review: Review, name: str) -> Sheet:
    programme = review.programme
    asked = ("Apprentice", "Employer", "Line manager", "Assessor", "Date of the scan")
    rows: list[tuple[Cell, ...]] = [
        ("Programme", programme.title),
        ("Version", programme.version or "Not stated"),
        ("Standard", "; ".join(f.label for f in programme.frameworks) or "Not stated"),
        ("Judged by", in_brief(review)),
        *((entry, "") for entry in asked),
        ("Signed by the apprentice", ""),
        ("Signed by the line manager", ""),
        ("Signed for the provider", ""),
    ]
    return Sheet(
        name,
        f"Skills scan: {programme.title}",
        "Fill in the blank cells, then those of the sheet Skills scan; Hours adds up.",
        (Column("Entry", Kind.KEY, 28), Column("Answer", Kind.TEXT, 60)),
        rows,
        filters=False,
    )


def _scan(review: Review, name: str) -> Sheet:
    programme = review.programme
    hours = shared_hours(programme)
    held = [f for f in programme.frameworks if not f.policy.advisory]
    columns = (
        *([Column("Framework", Kind.SHORT, 12)] if len(held) > 1 else []),
        Column("KSB", Kind.KEY, 7),
        Column("Kind", Kind.SHORT, 12),
        Column("Wording", Kind.TEXT, 50),
        Column("Planned hours", Kind.HOURS, 9, _PLANNED),
        Column("Apprentice: level", Kind.SHORT, 12, "", _LEVELS),
        Column("Apprentice: evidence", Kind.TEXT, 36),
        Column("Line manager: level", Kind.SHORT, 12, "", _LEVELS),
        Column("Agreed level", Kind.SHORT, 12),
        Column("Hours taken out", Kind.HOURS, 10, _OUT),
    )
    at = len(columns) - 6
    return Sheet(
        name,
        "Skills scan, statement by statement",
        "Choose a level for each statement and name the evidence; the line manager "
        "chooses too. The lower one is agreed; without evidence it takes nothing out. "
        "A blank cell is still to be filled in.",
        columns,
        [
            (
                *([framework.label] if len(held) > 1 else []),
                item.key,
                item.group,
                item.wording,
                round(hours.get((framework.id, item.key), 0.0), 2),
                "",
                "",
                "",
                *_agreed(at),
            )
            for framework in held
            for item in framework.items
        ],
        frozen_columns=2 if len(held) > 1 else 1,
    )


def _agreed(planned: int) -> tuple[Formula, Formula]:
    """The lower of both levels, and the hours that it takes out."""
    letter = [chr(ord("A") + planned + step) for step in range(5)]
    hours, own, evidence, other, agreed = (f"{name}{{row}}" for name in letter)
    ranks = (f"MATCH({level},{_LEVELS},0)" for level in (own, other))
    lower = f"INDEX({_LEVELS},MIN({','.join(ranks)}))"
    share = f"INDEX({_SHARES},MATCH({agreed},{_LEVELS},0))"
    return (
        Formula(f'=IF(OR({own}="",{other}=""),"{_OPEN}",{lower})', _OPEN),
        Formula(f'=IF(OR({agreed}="{_OPEN}",{evidence}=""),0,{hours}*{share})', 0),
    )


def _hours(review: Review, name: str) -> Sheet:
    planned = round(sum(shared_hours(review.programme).values()), 2)
    rows: list[tuple[Cell, ...]] = [
        (
            "Planned off the job, for statements",
            Formula(f"=SUM({_PLANNED})", planned),
            "",
        ),
        ("Taken out for prior learning", Formula(f"=SUM({_OUT})", 0), ""),
        ("Left to train", Formula(f"=SUM({_PLANNED})-SUM({_OUT})", planned), ""),
    ]
    for framework in review.programme.frameworks:
        rows += _minimum(framework)
    return Sheet(
        name,
        "Hours that prior learning takes out",
        "What the scan takes out of the planned off-the-job hours, beside the "
        "published minimum. Prior learning must be evidenced before it counts. A blank "
        "remark means that there is none.",
        (
            Column("Measure", Kind.TEXT, 54),
            Column("Hours", Kind.HOURS, 12),
            Column("Remark", Kind.TEXT, 80),
        ),
        rows,
        filters=False,
        charts=(
            Chart(
                "Hours, measure by measure",
                f"{planned:g} hours are planned for statements; what the scan takes "
                "out, and what is left, follows the levels that are chosen.",
                names=(0, 0),
                bars=(1,),
            ),
        ),
    )


def _minimum(framework: Framework) -> list[tuple[Cell, ...]]:
    least = framework.minimum_hours
    if least is None:
        return []
    said = ". ".join(t.rstrip(".") for t in (least.authority, least.remark) if t)
    return [
        (f"Published minimum for {framework.label}", least.figure, said),
        (
            "Published minimum less the hours taken out",
            Formula(f"={least.figure:g}-SUM({_OUT})", least.figure),
            "A minimum may be cut only for prior learning that is evidenced",
        ),
    ]


def _scale(name: str) -> Sheet:
    return Sheet(
        name,
        "Scale of the skills scan",
        "The share of the planned hours of a statement that a level takes out; "
        "a provider may change it here.",
        (
            Column("Level", Kind.KEY, 14, _LEVELS),
            Column("Meaning", Kind.TEXT, 50),
            Column("Share taken out", Kind.HOURS, 14, _SHARES),
        ),
        list(LEVELS),
        filters=False,
    )
