"""Links that a person has confirmed: ``source_data/occupation_links.toml``."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import tomli
from pydantic import Field, ValidationError

from curriculum.findings import SourceError
from curriculum.model import CareerCluster, MarketOccupation, Record
from curriculum.paths import SOURCE_DATA

_BRACKETS = re.compile(r"\([^()]*\)")
SHIPPED = SOURCE_DATA / "occupation_links.toml"


class FieldLink(Record):
    """A profile speaks of the field of a map."""

    map: str
    profile: str
    who: str = Field(min_length=1)
    date: date
    reason: str = ""


class OccupationLink(Record):
    """An occupation of a map is nearest to a row of a profile's table."""

    occupation: str
    profile: str = ""
    """Empty for any profile that has the row."""
    market: str
    who: str = Field(min_length=1)
    date: date
    reason: str = ""


class Links(Record):
    """Confirmed links of both sorts."""

    fields: tuple[FieldLink, ...] = ()
    occupations: tuple[OccupationLink, ...] = ()


def links_of(files: Iterable[Path]) -> Links:
    """The shipped links with those of the files, which come first.

    Raises SourceError for a file that holds none or cannot be read.
    """
    own = [_read(file) for file in files]
    every = [*own, _shipped()]
    return Links(
        fields=tuple(link for links in every for link in links.fields),
        occupations=tuple(link for links in every for link in links.occupations),
    )


def confirmed_rows(
    titles: Iterable[str], profile: CareerCluster, links: Links
) -> Iterator[tuple[OccupationLink, MarketOccupation]]:
    """The rows of a profile that are confirmed for an occupation, each once."""
    wanted, seen = {_plain(title) for title in titles}, set[str]()
    rows = {_plain(row.title): row for row in profile.occupations}
    for link in links.occupations:
        row = rows.get(_plain(link.market))
        of_this = _plain(link.occupation) in wanted
        of_profile = _plain(link.profile) in {"", _plain(profile.title)}
        if row is not None and of_this and of_profile and row.title not in seen:
            seen.add(row.title)
            yield link, row


def _plain(title: str) -> str:
    """A title without capitals, brackets such as (degree), and plural endings."""
    words = _BRACKETS.sub(" ", title).casefold().split()
    return " ".join(word.removesuffix("s") for word in words)


@cache
def _shipped() -> Links:
    return _read(SHIPPED)


def _read(path: Path) -> Links:
    try:
        return Links.model_validate(tomli.loads(path.read_text("utf-8-sig")))
    except FileNotFoundError:
        raise SourceError(f"{path}: there is no such file") from None
    except OSError as error:
        raise SourceError(f"{path}: cannot be opened ({error.strerror})") from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise SourceError(f"{path}: {place}: {first['msg'].lower()}") from None
    except ValueError as error:
        raise SourceError(f"{path}: is no TOML file in UTF-8 ({error})") from None
