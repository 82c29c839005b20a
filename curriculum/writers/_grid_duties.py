"""The sheet of duties: how far each is covered, and what it lacks."""

from curriculum.model import Duty, Framework
from curriculum.reviewed import Review
from curriculum.writers._remarks import Remarks
from curriculum.writers._sheets import Cell, Column, Formula, Kind, Sheet

COLUMNS = (
    Column("Duty", Kind.KEY, 8),
    Column("Wording", Kind.TEXT, 50),
    Column("Covered %", Kind.COUNT, 10),
    Column("Gaps", Kind.TEXT, 28),
    Column("Taught and assessed", Kind.COUNT, 10),
    Column("KSBs", Kind.COUNT, 8),
    Column("Taught", Kind.COUNT, 8),
    Column("Assessed", Kind.COUNT, 10),
    Column("KSBs of the duty", Kind.TEXT, 32),
    Column("Findings", Kind.FLAG, 11),
)


def duties(review: Review, framework: Framework, remarks: Remarks, name: str) -> Sheet:
    """One row a duty, in the order of the framework."""
    held = {d.duty: d for d in review.coverage.duties if d.framework == framework.id}

    def row(duty: Duty) -> tuple[Cell, ...]:
        covered = held[duty.key]
        return (
            duty.key,
            duty.wording,
            Formula("=IF(F{row}=0,100,INT(100*E{row}/F{row}))", covered.percent),
            gaps(review, framework, duty),
            covered.both,
            covered.items,
            covered.taught,
            covered.assessed,
            ", ".join(duty.ksbs),
            remarks.codes(framework, duty.key),
        )

    return Sheet(
        name,
        f"Duties: {framework.label}, {framework.title}",
        "A duty is covered as far as its KSBs are both taught and assessed; "
        "the percentage is rounded down.",
        COLUMNS,
        [row(duty) for duty in framework.duties],
    )


def gaps(review: Review, framework: Framework, duty: Duty) -> str:
    """What a duty lacks, in words."""
    said = (_gap(review, framework, key) for key in dict.fromkeys(duty.ksbs))
    return "; ".join(filter(None, said)) or "None"


def _gap(review: Review, framework: Framework, key: str) -> str:
    if framework.item(key) is None:
        return f"{key} not in the published list"
    taught = review.coverage.teaching(framework.id, key)
    assessed = review.coverage.assessing(framework.id, key)
    missing = [
        w for w, held in (("taught", taught), ("assessed", assessed)) if not held
    ]
    return f"{key} not {' or '.join(missing)}" if missing else ""
