"""HRS204."""

from curriculum.checks import Hits, rule
from curriculum.checks._notions import is_t_level
from curriculum.checks._words import figure, hours
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import SessionKind


@rule("HRS204", Severity.WARNING)
def guided_hours_differ(facts: Facts, *, tolerated_percent: float = 10) -> Hits:
    """The sessions last much more or less than the guided learning hours.

    ## What it checks
    Where the header states guided learning hours, the sessions together last that
    long, within ``tolerated_percent``.  Modules of which learners choose are left
    out: a programme with optional modules is not judged.  The placement of a T
    Level is not counted.

    ## Why it matters
    An awarding body asks for the reason when delivery differs clearly from the
    hours of the qualification.

    ## What to do
    Correct the figure or the sessions; if the rest is assessment or independent
    study, say so in a waiver.

    ## Settings
    ``tolerated_percent``: the difference that is accepted, in percent of the guided
    learning hours (10).

    ## Authority
    Gateway Qualifications: significant differences are explained
    (https://www.gatewayqualifications.org.uk/centre-support/quality-assurance/centre-handbook/quality-compliance);
    a sample plan of Pearson's teaches 54 hours of a unit of 60
    (https://www.scribd.com/document/608437255/BTEC-First-ICT-Sample-Delivery-Plan).
    """
    programme = facts.programme
    guided = programme.guided_learning_hours
    if not guided or any(module.optional for module in programme.modules):
        return
    placed = {SessionKind.WORKPLACE} if is_t_level(programme) else set()
    planned = sum(s.hours for _, s in programme.sessions() if s.kind not in placed)
    if abs(planned - guided) > guided * tolerated_percent / 100:
        yield (
            programme,
            (
                f"the sessions last {hours(planned)}, and {figure(guided)} guided "
                "learning "
                f"hours are stated, which is more than {figure(tolerated_percent)} "
                "% apart"
            ),
        )
