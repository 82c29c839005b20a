"""Programme folders: TOML files that hold what a college writes.

``read_folder`` yields a draft: typed parts, not yet joined with what is
published.  Every fault is a finding with file and line; the rest is kept.
"""

from curriculum.readers.programme.draft import Draft, FrameworkDraft, PositionDraft
from curriculum.readers.programme.folder import open_folder, read_files, read_folder
from curriculum.readers.programme.records import FINDINGS, TomlFile

__all__ = [
    "FINDINGS",
    "Draft",
    "FrameworkDraft",
    "PositionDraft",
    "TomlFile",
    "open_folder",
    "read_files",
    "read_folder",
]
