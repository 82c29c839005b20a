"""A long programme as a folder: the worked example, grown to three years.

Forty modules, a thousand sessions with the texts of real ones, eighty assessments.
"""

import shutil
import tomllib
from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import tomlkit

from curriculum.paths import WORKED_EXAMPLE

MODULES, SESSIONS, ASSESSMENTS = 40, 25, 2
"""How many modules, sessions in each of them, and assessments of each."""
STARTS, ENDS = date(2026, 9, 7), date(2029, 7, 20)
HALF_TERMS = (
    ("Autumn, first half", 9, 10, 0, 7),
    ("Autumn, second half", 11, 4, 0, 7),
    ("Spring, first half", 1, 8, 1, 6),
    ("Spring, second half", 2, 25, 1, 5),
    ("Summer, first half", 4, 16, 1, 6),
    ("Summer, second half", 6, 6, 1, 7),
)
"""Title, month, a day of its first week, whether of the next year, and its weeks."""
_A_DAY = timedelta(days=1)


def long_programme(folder: Path) -> Path:
    """Write the programme into a new folder."""
    shutil.copytree(WORKED_EXAMPLE, folder)
    shutil.rmtree(folder / "modules")
    (folder / "modules").mkdir()
    (folder / "waivers.toml").unlink()
    modules = [_of(path) for path in sorted((WORKED_EXAMPLE / "modules").iterdir())]
    for number, module in enumerate(islice(cycle(modules), MODULES), start=1):
        _write(folder / "modules" / f"N{number:02}.toml", _module(number, module))
    _write(folder / "calendar.toml", _calendar())
    assessments = cycle(_of(WORKED_EXAMPLE / "assessments.toml")["assessments"])
    held = islice(assessments, MODULES * ASSESSMENTS)
    _write(folder / "assessments.toml", {"assessments": list(_assessments(held))})
    return folder


def _of(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _write(path: Path, held: dict[str, Any]) -> None:
    path.write_text(tomlkit.dumps(held), "utf-8")


def _module(number: int, module: dict[str, Any]) -> dict[str, Any]:
    key = f"N{number:02}"
    sessions = islice(cycle(module["sessions"]), SESSIONS)
    return {
        **module,
        "key": key,
        "hours": 3 * SESSIONS,
        "prerequisites": [f"N{number - 1:02}"] if number > 1 else [],
        "sessions": [
            {**session, "key": f"{key}.{at:02}", "hours": 3}
            for at, session in enumerate(sessions, start=1)
        ],
    }


def _calendar() -> dict[str, Any]:
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    return {
        "starts": STARTS,
        "ends": ENDS,
        "bank_holidays": "GB-ENG",
        "terms": list(_terms()),
        "delivery": [
            {"day": day, "starts": starts, "hours": 3.0}
            for day in days
            for starts in (time(9, 30), time(13, 30))
        ],
    }


def _terms() -> Iterator[dict[str, Any]]:
    """Six half-terms of each year."""
    for year in range(STARTS.year, ENDS.year):
        for title, month, day, next_year, weeks in HALF_TERMS:
            first = date(year + next_year, month, day)
            starts = first - _A_DAY * first.weekday()
            ends = starts + _A_DAY * (7 * weeks - 3)
            yield {"title": f"{title} {starts.year}", "starts": starts, "ends": ends}


def _assessments(held: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, assessment in enumerate(held):
        module = f"N{number // ASSESSMENTS + 1:02}"
        out = STARTS + _A_DAY * 12 * number
        kept = {k: v for k, v in assessment.items() if not isinstance(v, date)}
        yield {
            **kept,
            "key": f"A{number + 1:02}",
            "module": module,
            "outcomes": [f"{module}.LO1"],
            "hand_out": out,
            "hand_in": out + _A_DAY * 14,
            "feedback": out + _A_DAY * 21,
        }
