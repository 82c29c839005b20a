"""A programme folder of a few lines, for tests of what a new version does to it."""

from pathlib import Path

from curriculum.model import Standard
from version_pairs import as_json

PROGRAMME = """\
format = 1
code = "T-1"
title = "Made programme"   # a remark that stays

[[frameworks]]
id = "ST0000"
source = "old.json"
version = "1.0"
policy = "epa"
"""
CALENDAR = """\
starts = 2026-09-07
ends = 2027-07-09
bank_holidays = ""

[[delivery]]
day = "Monday"
hours = 6.0
"""


def write_programme(folder: Path, standard: Standard, **files: str) -> Path:
    """A folder whose one module file, and other files, are given as TOML text."""
    (folder / "modules").mkdir(parents=True)
    (folder / "old.json").write_text(as_json(standard, "1.0"), "utf-8")
    texts = {
        "programme": PROGRAMME,
        "calendar": CALENDAR,
        "assessments": "assessments = []\n",
        **files,
    }
    module = texts.pop("module")
    (folder / "modules" / "M1.toml").write_bytes(module.encode())
    for name, text in texts.items():
        (folder / f"{name}.toml").write_bytes(text.encode())
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
