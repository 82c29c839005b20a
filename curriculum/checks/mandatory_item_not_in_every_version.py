"""COV405."""

from collections import defaultdict
from collections.abc import Mapping

from curriculum.checks import Hits, rule
from curriculum.checks._notions import binding_items
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Assessment, Programme


@rule("COV405", Severity.ERROR)
def mandatory_item_not_in_every_version(facts: Facts) -> Hits:
    """A mandatory statement is missing from one version of the assessment.

    ## What it checks
    Where an assessment has several versions, of which a learner takes one, every
    item that the assessment plan makes mandatory is assessed in each of them, unless
    an assessment that all learners take assesses it.

    ## Why it matters
    A learner who gets the version without it completes without having shown what
    the plan says that all must show.

    ## What to do
    Put the item into the versions that are named, or into an assessment that all
    learners take.

    ## Authority
    Skills England, Requirements and guidance for apprenticeship assessment, 19 June
    2026; mandatory statements are in every version of the assessment
    (https://www.accelerate-people.co.uk/post/mandatoryelements).
    """
    versions = _versions(facts.programme)
    for framework, item, name in binding_items(facts.programme):
        if item.key not in framework.mandatory:
            continue
        held = facts.coverage.assessing(framework.id, item.key)
        having = {one.assessment.key for one in held}
        lacking = {
            title: [a.key for a in group if a.key not in having]
            for title, group in versions.items()
            if any(a.key in having for a in group)
        }
        if len(lacking) == 0 or not all(lacking.values()):
            continue
        if all(one.assessment.version_of for one in held):
            missing = listed(key for keys in lacking.values() for key in keys)
            titles = listed(lacking)
            yield item, f"{name} is mandatory and missing from {missing} of {titles}"


def _versions(programme: Programme) -> Mapping[str, list[Assessment]]:
    """Assessments of which a learner takes one, by what they are versions of."""
    groups: defaultdict[str, list[Assessment]] = defaultdict(list)
    for assessment in programme.assessments:
        if assessment.version_of:
            groups[assessment.version_of].append(assessment)
    return groups
