"""A programme folder with a standard of its own, for tests of commands."""

from pathlib import Path

STANDARD = """\
ST9 Plumbing

Key information

  1. Reference: ST9
  2. Date updated: 02/02/2026
  3. Level: 2
  4. Route: Construction
  5. Regulated occupation: No

Occupation summary

A made-up standard.

Occupation duties

Duty KSBs

Duty 1 Fit pipes

K1 K2

B1

KSBs

Knowledge

K1: The tools of the trade Back to Duty

K2: The water regulations Back to Duty

Behaviours

B1: Takes care of tools Back to Duty
"""
PROGRAMME = """\
format = 1
code = "PL-1"
title = "Plumbing & Heating"

[[frameworks]]
id = "ST9"
source = "standard.txt"
policy = "{policy}"
{framework}
{more}
"""
CALENDAR = """\
starts = 2026-09-08
ends = 2027-07-01
[[delivery]]
day = "Tuesday"
hours = 3.0
"""
MODULE = """\
key = "M01"
title = "Pipes"
[[sessions]]
key = "M01.01"
topic = "Tools"
hours = 3
[sessions.teaches.ST9]
K1 = "taught"
B1 = "taught"
"""


def plumbing(
    folder: Path, *, policy: str = "epa", framework: str = "", more: str = ""
) -> Path:
    """Teaches K1 and B1 of K1, K2 and B1; assesses nothing.

    ``framework`` stands below the framework, ``more`` at the end of programme.toml.
    """
    (folder / "modules").mkdir(parents=True)
    texts = {
        "standard.txt": STANDARD,
        "programme.toml": PROGRAMME.format(
            policy=policy, framework=framework, more=more
        ),
        "calendar.toml": CALENDAR,
        "assessments.toml": "",
        "modules/M01.toml": MODULE,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
