"""SEQ201."""

from collections import defaultdict
from collections.abc import Iterator

from curriculum.checks import Hits, rule
from curriculum.checks._notions import TaughtItem, taught_items
from curriculum.checks._stems import content, telling
from curriculum.checks._words import listed
from curriculum.facts import Facts
from curriculum.findings import Severity
from curriculum.model import Framework

_KNOWLEDGE = ("Knowledge", "Technical knowledge")
_SKILLS = ("Skills", "Technical skills")


@rule("SEQ201", Severity.WARNING)
def skill_before_knowledge(
    facts: Facts, *, least_shared_words: int = 2, most_shared_percent: float = 15
) -> Hits:
    """A skill is taught before the knowledge that it seems to rest on.

    ## What it checks
    A skill and a knowledge statement that share a duty, and at least
    ``least_shared_words`` words of content, seem to belong together: then the
    knowledge is first taught no later than the skill.  Words that stand in more
    than ``most_shared_percent`` of the framework's items join nothing.  What a
    module declares as its prerequisites is left to SEQ103.

    ## Why it matters
    Learners who do before they know follow steps that they cannot judge.

    ## What to do
    Teach the knowledge with the skill or before it.  The pair is inferred from
    words: where the two do not belong together, record a waiver that says so.

    ## Settings
    ``least_shared_words``: how many words join a skill and knowledge (2).
    ``most_shared_percent``: words in more items than that join nothing (15).

    ## Authority
    House rule.  Content is planned and sequenced so that new knowledge and skills
    build on what was taught before (https://www.capella.systems/sequencing-an-apprenticeship-curriculum).
    """
    taught = {(t.framework.id, t.item.key): t for t in taught_items(facts)}
    order = {s.key: n for n, (_, s) in enumerate(facts.programme.sessions())}
    for framework in dict.fromkeys(t.framework.id for t in taught.values()):
        items = [t for t in taught.values() if t.framework.id == framework]
        for skill, knowledge, words in _pairs(
            items, least_shared_words, most_shared_percent
        ):
            first, known = skill.teaching[0].session, knowledge.teaching[0].session
            if order[known.key] > order[first.key]:
                yield (
                    skill.item,
                    (
                        f"{skill.name} is first taught in {first.key}, before "
                        f"{knowledge.name} in {known.key}; they share a duty and the "
                        f"words {listed(words)}"
                    ),
                )


def _pairs(
    items: list[TaughtItem], least: int, most_percent: float
) -> Iterator[tuple[TaughtItem, TaughtItem, list[str]]]:
    """Skills with the knowledge that they seem to rest on, and the words they share."""
    if not items:
        return
    duties = _duties(items[0].framework)
    rare = _rare(items[0].framework, most_percent)
    knowing: defaultdict[str, list[TaughtItem]] = defaultdict(list)
    for knowledge in (t for t in items if t.item.group in _KNOWLEDGE):
        for word in content(knowledge.item.wording) & rare:
            knowing[word].append(knowledge)
    for skill in (t for t in items if t.item.group in _SKILLS):
        shared: defaultdict[str, list[str]] = defaultdict(list)
        found: dict[str, TaughtItem] = {}
        for stem, word in telling(skill.item.wording).items():
            for knowledge in knowing.get(stem, ()):
                found[knowledge.item.key] = knowledge
                shared[knowledge.item.key].append(word)
        for key, words in shared.items():
            if len(words) >= least and duties[skill.item.key] & duties[key]:
                yield skill, found[key], words


def _duties(framework: Framework) -> defaultdict[str, set[str]]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for duty in framework.duties:
        for key in duty.ksbs:
            named[key].add(duty.key)
    return named


def _rare(framework: Framework, most_percent: float) -> set[str]:
    counts: defaultdict[str, int] = defaultdict(int)
    for item in framework.items:
        for word in content(item.wording):
            counts[word] += 1
    most = max(2.0, len(framework.items) * most_percent / 100)
    return {word for word, count in counts.items() if count <= most}
