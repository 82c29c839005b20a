"""The module handbook as plain rows."""

from collections.abc import Iterator

from curriculum.model import Depth, Framework, Item, Module
from curriculum.reviewed import Review
from curriculum.writers._handbook_fields import HandbookModuleFields, StatementFields
from curriculum.writers._module_rows import modules, testing
from curriculum.writers._scheme_sessions import sessions_of
from curriculum.writers._scheme_tables import assessment_schedule
from curriculum.writers._words import NONE, all_or_none, sentence_case


def handbook(review: Review) -> list[HandbookModuleFields]:
    """Every module with its statements, sessions and assessments."""
    programme = review.programme
    rows, schedule = sessions_of(review), assessment_schedule(programme)
    return [
        HandbookModuleFields(
            **brief,
            item=list(_statements(review, module)),
            session=rows[module.key],
            assessment=[
                row
                for row in schedule
                if row["key"] in {a.key for a in testing(programme, module.key)}
            ],
            resources=_resources(module),
        )
        for module, brief in zip(programme.modules, modules(review), strict=True)
    ]


def _statements(review: Review, module: Module) -> Iterator[StatementFields]:
    """What the module teaches of the frameworks that must be covered."""
    for framework in review.programme.frameworks:
        if not framework.policy.advisory:
            for item in framework.items:
                if module.key in review.coverage.modules(framework.id, item.key):
                    yield _statement(review, module, framework, item)


def _statement(
    review: Review, module: Module, framework: Framework, item: Item
) -> StatementFields:
    coverage, at = review.coverage, (framework.id, item.key)
    depth = coverage.depth_in(*at, module.key) or Depth.TAUGHT
    sessions = [t.session.key for t in coverage.teaching(*at) if t.module is module]
    own = {a.key for a in testing(review.programme, module.key)}
    assessed = [a.assessment.key for a in coverage.assessing(*at)]
    return StatementFields(
        key=item.key,
        wording=item.wording,
        depth=sentence_case(depth.value),
        sessions=", ".join(sessions),
        assessed=", ".join(k for k in assessed if k in own) or NONE,
    )


def _resources(module: Module) -> list[str]:
    """Everything that its sessions use, each named once."""
    named = (text for session in module.sessions for text in session.resources)
    return all_or_none(dict.fromkeys(named), "None is named")
