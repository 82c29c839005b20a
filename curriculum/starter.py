"""The folder of a new programme: complete in form, what is to be written marked."""

import re
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from unicodedata import normalize

import tomlkit
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from curriculum.findings import SourceError
from curriculum.library.lookup import read_pinned
from curriculum.library.pins import Pin, pin_of
from curriculum.model import Product, Standard
from curriculum.paths import TEMPLATES
from curriculum.readers import Read, read
from curriculum.sources import all_sources, all_versions, source_named

_FORM = TEMPLATES / "new-programme"
_MONTHS = 18
"""How long the form assumes; a typical level 3 apprenticeship."""
_UNIT_MONTHS = 4
"""Apprenticeship units take 1 to 16 weeks."""
_POLICIES = {
    Product.APPRENTICESHIP: "epa",
    Product.FOUNDATION: "reformed",
    Product.UNIT: "unit",
}
"""By what each kind of product is judged, unless the college says otherwise."""
_HOW = "save the standard's web page and name that file"


@dataclass(frozen=True, slots=True)
class Start:
    """A published standard as a new programme takes it up."""

    standard: Standard
    got: Read
    source: str
    """As programme.toml names it: a shipped document, a file there, or a pin."""
    copy: Path | None
    """The file to copy into the folder, if it is a file."""


def standard_named(name: str) -> Start:
    """A standard by its reference among the shipped ones, its file, or the library.

    Raises SourceError when there is none.
    """
    source = source_named(name)
    path = source.path if source else Path(name)
    got = _read(name, path)
    record = got.records[0] if got.records else None
    if not isinstance(record, Standard):
        raise SourceError(f"{name}: is no occupational standard")
    if source:
        return Start(record, got, source.id, None)
    if path.is_file():
        return Start(record, got, path.name, path)
    pin = Pin(record.reference, record.version or None)
    return Start(record, got, str(pin), None)


def _read(name: str, path: Path) -> Read:
    if path.is_file():
        return read(path)
    pin = pin_of(name)
    if pin is None:
        known = ", ".join(n for s in all_sources() for n in s.names if n[:2] == "ST")
        raise SourceError(
            f"{name}: is neither a shipped standard ({known}) nor a file; {_HOW}"
        )
    try:
        return read_pinned(pin)
    except SourceError as error:
        raise SourceError(f"{error}; {_HOW}") from error


def write_folder(
    folder: Path, start: Start, *, starts: date, today: date
) -> list[Path]:
    """Write the files; what they are, in order.

    Raises SourceError when the folder already holds something.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SourceError(f"{folder}: is not empty; name a new folder")
    environment = Environment(
        loader=FileSystemLoader(_FORM),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 (TOML, whose own quoting is the filter below)
        keep_trailing_newline=True,
    )
    environment.filters["toml"] = lambda text: tomlkit.string(str(text)).as_string()
    values = _values(folder, start, starts) | {"today": today}
    written = []
    for form in sorted(_FORM.rglob("*.toml")):
        name = form.relative_to(_FORM)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        text = environment.get_template(name.as_posix()).render(values)
        target.write_text(text, encoding="utf-8", newline="\n")
        written.append(target)
    if start.copy:
        written.append(Path(shutil.copy(start.copy, folder / start.source)))
    return written


_KINDS = {Product.UNIT: "unit", Product.FOUNDATION: "foundation-apprenticeship"}


def _values(folder: Path, start: Start, starts: date) -> dict[str, object]:
    standard = start.standard
    known = [v.version for v in all_versions() if v.reference == standard.reference]
    unit = standard.product is Product.UNIT
    months = standard.typical_duration_months or (_UNIT_MONTHS if unit else _MONTHS)
    ends = _months_later(starts, months)
    return {
        "code": _code(folder.resolve().name),
        "title": standard.title,
        "level": standard.level,
        "reference": standard.reference,
        "source": start.source,
        "version": standard.version or (known[-1] if known else ""),
        "digest": start.got.digest,
        "kind": _KINDS.get(standard.product, "apprenticeship"),
        "policy": _POLICIES[standard.product],
        "options": [option.title for option in standard.options],
        "starts": starts,
        "ends": ends,
        "gateway": ends,
        "day": f"{starts:%A}",
        "t_level": standard.t_levels[0].title if standard.t_levels else "",
        "first_key": standard.ksbs[0].key if standard.ksbs else "K1",
    }


def _code(name: str) -> str:
    """A folder's name in the signs that a code may have: accents fall off letters."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-._") or "programme"


def _months_later(day: date, months: int) -> date:
    """The working day on or after the same day some months later."""
    year, month = divmod(day.month - 1 + months, 12)
    last = date(day.year + year, month + 1, min(day.day, 28))
    return last + timedelta(days=-last.weekday() % 7 if last.weekday() > 4 else 0)  # noqa: PLR2004 (Friday)
