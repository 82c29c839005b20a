"""From each statement to every session and assessment, and where they are printed."""

from curriculum.coverage import Assessing, Teaching
from curriculum.model import Depth, Framework, Item
from curriculum.reviewed import Review
from curriculum.snapshot import digest_of, snapshot
from curriculum.tracing.drawing import Stop, Trace
from curriculum.writers._scheme_sessions import blocks
from curriculum.writers._words import short_day

SCHEME, PLAN = "scheme-of-work.docx", "assessment-plan.docx"
SCHEDULE = "Schedule of assessments"
"""The heading of the assessment plan under which every assessment has a row."""
_NO_DATE = "no date"


def traces(review: Review) -> list[Trace]:
    """A trace for each statement of the frameworks that must be covered."""
    headings = {
        row["key"]: block["title"]
        for block in blocks(review)
        for row in block["session"]
    }
    return [
        _trace(review, framework, item, headings)
        for framework in review.programme.frameworks
        if not framework.policy.advisory
        for item in framework.items
    ]


def seed_of(review: Review) -> str:
    """The seed that was asked for, or else one that the programme's facts give."""
    return review.seed or str(int(digest_of(snapshot(review.programme))[:8], 16))


def _trace(
    review: Review, framework: Framework, item: Item, headings: dict[str, str]
) -> Trace:
    at = (framework.id, item.key)
    return Trace(
        framework=framework.id,
        item=item.key,
        kind=item.group,
        wording=item.wording,
        sessions=tuple(
            _session(review, t, headings) for t in review.coverage.teaching(*at)
        ),
        assessments=tuple(
            _assessment(review, a) for a in review.coverage.assessing(*at)
        ),
    )


def _session(review: Review, teaching: Teaching, headings: dict[str, str]) -> Stop:
    session, at, depth = teaching.session, teaching.placement, teaching.link.depth
    when = f"week {at.week}, {at.starts:%a} {short_day(at.starts)}" if at else _NO_DATE
    graded = f", {depth.value}" if depth and depth is not Depth.TAUGHT else ""
    return Stop(
        key=session.key,
        title=session.topic,
        facts=f"{when}{graded}",
        day=at.starts.isoformat() if at else "",
        document=SCHEME,
        heading=headings.get(session.key, ""),
        row=session.key,
        page=_page(review, SCHEME, session.key),
    )


def _assessment(review: Review, assessing: Assessing) -> Stop:
    held = assessing.assessment
    due = f"hand-in {short_day(held.hand_in)}" if held.hand_in else _NO_DATE
    return Stop(
        key=held.key,
        title=held.title,
        facts=f"{held.purpose.value}, {due}",
        day=held.hand_in.isoformat() if held.hand_in else "",
        document=PLAN,
        heading=SCHEDULE,
        row=held.key,
        page=_page(review, PLAN, held.key),
    )


def _page(review: Review, document: str, row: str) -> str:
    return str(review.pages.get((document, row), ""))
