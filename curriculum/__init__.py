"""Schemes of work and coverage grids, checked against what is published.

The three verbs::

    from pathlib import Path
    from curriculum import load, review, write

    reviewed = review(load(Path("my-programme")))
    for finding in reviewed.findings:
        print(finding)
    write(reviewed, Path("output"))

``read`` reads one published document.  The facts stand in ``curriculum.model``.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from curriculum.errors import SourceError
    from curriculum.findings import Finding, Severity
    from curriculum.model import Programme
    from curriculum.pipeline import load, review, review_many, write
    from curriculum.readers import read
    from curriculum.reviewed import Review

__all__ = [
    "Finding",
    "Programme",
    "Review",
    "Severity",
    "SourceError",
    "load",
    "read",
    "review",
    "review_many",
    "write",
]

_HOME = {
    "Finding": "findings",
    "Programme": "model",
    "Review": "reviewed",
    "Severity": "findings",
    "SourceError": "errors",
    "load": "pipeline",
    "read": "readers",
    "review": "pipeline",
    "review_many": "pipeline",
    "write": "pipeline",
}


def __getattr__(name: str) -> object:
    """Import what is asked for only then: the command line starts at once."""
    if name in _HOME:
        return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
