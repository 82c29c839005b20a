"""COV111."""

from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Link, Programme


@rule("COV111", Severity.WARNING)
def link_suspect(facts: Facts) -> Hits:
    """A mark was made against another wording of its KSB.

    ## What it checks
    Every mark that carries the fingerprint of the wording it was made against
    still finds that wording in the framework.

    ## Why it matters
    When a standard's version changes, K7 may ask for something else.  The mark
    stands, but nobody has looked at whether the session still teaches it.

    ## What to do
    Read the new wording; keep the mark with the new fingerprint, or take it out.

    ## Authority
    House rule; DfE's importer generates the keys from the order of the list, so
    that they shift between versions
    (https://github.com/SkillsFundingAgency/das-courses-api).
    """
    frameworks = {framework.id: framework for framework in facts.programme.frameworks}
    stamped = ((w, link) for w, link in _links(facts.programme) if link.stamp)
    for where, link in stamped:
        framework = frameworks.get(link.framework)
        item = framework.item(link.item) if framework else None
        if item and link.stamp != item.stamp:
            yield (
                link,
                (
                    f"{link.item} in {where} was marked against another wording "
                    f"({link.stamp}) than the present one ({item.stamp})"
                ),
            )


def _links(programme: Programme) -> Iterator[tuple[str, Link]]:
    for _, session in programme.sessions():
        for link in session.teaches:
            yield session.key, link
    for assessment in programme.assessments:
        for link in assessment.assesses:
            yield assessment.key, link
