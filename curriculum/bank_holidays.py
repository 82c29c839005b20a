"""Bank holidays, from the holidays library.

Asking the library for a country by name makes it import every country it knows,
which takes longer than all the rest of a review.  Here one country's file is
loaded by itself.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import MappingProxyType
from typing import Any


def bank_holidays(division: str, years: range) -> Mapping[date, str] | None:
    """Days and their names; None for a division that the library does not know.

    A division is a country with or without a part: "GB-ENG", "GB", "IE".
    """
    found: dict[date, str] = {}
    for year in years:
        of_year = _of_year(division.strip().upper(), year)
        if of_year is None:
            return None
        found |= of_year
    return found


@cache
def _of_year(division: str, year: int) -> Mapping[date, str] | None:
    country, _, part = division.partition("-")
    calendar = _country(country)
    if calendar is None:
        return None
    try:
        days = calendar(subdiv=part or None, years=year, expand=False)
    except NotImplementedError:  # the country has no such part
        return None
    return MappingProxyType({day: days[day] for day in sorted(days)})


@cache
def _country(code: str) -> Any | None:  # noqa: ANN401 - the library's own classes
    import holidays  # noqa: PLC0415 - 30 ms that help and rules need not pay
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - likewise

    for name, (title, *codes) in COUNTRIES.items():
        if code in codes:
            folder = Path(holidays.__file__).parent / "countries"
            spec = spec_from_file_location(
                f"holidays.countries.{name}", folder / f"{name}.py"
            )
            if spec is None or spec.loader is None:
                return None
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return getattr(module, title)
    return None
