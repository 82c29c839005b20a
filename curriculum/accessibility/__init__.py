"""Whether a Word document, a workbook or a page shuts readers out.

Rules stand in ``rules``, those of one number of the published guidance in a file.
``checked`` opens a file within bounds, whoever made it, and asks them all.
"""

from curriculum.accessibility.checking import Checked, checked
from curriculum.accessibility.rule import Kind, Rule
from curriculum.accessibility.rules import FAMILY, all_rules

__all__ = ["FAMILY", "Checked", "Kind", "Rule", "all_rules", "checked"]
