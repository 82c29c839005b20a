"""The rules, those of one number of the guidance in a file.

W1 to W9 speak of Word documents, X1 to X10 of workbooks, H of pages.
"""

import pkgutil
from functools import cache
from importlib import import_module
from operator import attrgetter

from curriculum.accessibility.rule import Rule

FAMILY = "ACC"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule of this folder, in order of code."""
    modules = [
        import_module(f"{__name__}.{m.name}") for m in pkgutil.iter_modules(__path__)
    ]
    found = {x for m in modules for x in vars(m).values() if isinstance(x, Rule)}
    return tuple(sorted(found, key=attrgetter("code")))
