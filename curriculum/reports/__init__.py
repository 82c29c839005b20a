"""A review for other programs: narrowed, compared with an earlier one, judged."""

from curriculum.reports.baseline import Baseline
from curriculum.reports.narrow import narrowed, unknown
from curriculum.reports.verdict import Verdict

__all__ = ["Baseline", "Verdict", "narrowed", "unknown"]
