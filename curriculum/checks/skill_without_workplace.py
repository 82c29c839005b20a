"""COV203."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_apprenticeship, taught_items
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Session, SessionKind

_SKILLS = ("Skills", "Technical skills")


@rule("COV203", Severity.WARNING)
def skill_without_workplace(facts: Facts, *, least_sessions: int = 1) -> Hits:
    """A skill is taught without any activity at the workplace.

    ## What it checks
    In an apprenticeship, at least ``least_sessions`` of the sessions that teach a
    skill is at the workplace, or says what is done at work.  A programme that says
    nothing of the workplace anywhere is told so once.

    ## Why it matters
    A skill that is only met at college is not yet one that the employer sees used.
    Weak links between training on and off the job are a common criticism.

    ## What to do
    Write, under workplace, what learners do with the skill at work.

    ## Settings
    ``least_sessions``: of those that teach the skill, how many touch work (1).

    ## Authority
    Ofsted's annual report on further education and skills, as summarised at
    https://www.onefile.co.uk/explore/ofsted-annual-report-what-we-learnt-about-the-fe-skills-sector.
    """
    programme = facts.programme
    if not is_apprenticeship(programme):
        return
    skills = [t for t in taught_items(facts) if t.item.group in _SKILLS]
    if skills and not any(_at_work(s) for _, s in programme.sessions()):
        yield programme, f"no session of {programme.code} says what is done at work"
        return
    for taught in skills:
        if sum(_at_work(t.session) for t in taught.teaching) < least_sessions:
            where = listed(t.session.key for t in taught.teaching)
            yield (
                taught.item,
                f"{taught.name} is taught in {where} with nothing to do at work",
            )


def _at_work(session: Session) -> bool:
    return session.kind is SessionKind.WORKPLACE or bool(session.workplace.strip())
