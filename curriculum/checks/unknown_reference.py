"""ASM110."""

from curriculum.checks import Hits, rule
from curriculum.checks._words import closest
from curriculum.facts import Facts
from curriculum.findings import Severity


@rule("ASM110", Severity.ERROR)
def unknown_reference(facts: Facts) -> Hits:
    """An assessment names a module or an end-point method that is not there.

    ## What it checks
    The module that an assessment belongs to is a module of the programme, and the
    method that it practises is a method of the end-point assessment.

    ## Why it matters
    The assessment stands under no module of the plan, or a mock looks missing.

    ## What to do
    Correct the key.

    ## Authority
    House rule.
    """
    modules = [module.key for module in facts.programme.modules]
    end_point = facts.programme.end_point
    methods = [method.key for method in end_point.methods] if end_point else []
    for assessment in facts.programme.assessments:
        key, module, method = assessment.key, assessment.module, assessment.practises
        if module and module not in modules:
            near = closest(module, modules)
            yield assessment, f"{key} belongs to {module}, which is not a module{near}"
        if method and method not in methods:
            near = closest(method, methods)
            yield (
                assessment,
                f"{key} practises {method}, which is not an end-point method{near}",
            )
