"""How a standard of the library is named: ``ST0787``, ``ST0787@1.1``.

This much is known without opening the library, so that a programme that needs no
library costs nothing.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

LIBRARY_VARIABLE = "CURRICULUM_LIBRARY"
OWN_LIBRARY = "standards.sqlite3"
"""A library that a programme brings along in its folder."""

_PIN = re.compile(
    r"(?P<reference>[A-Z]{2,6}\d{2,6}[A-Z]?)"
    r"(?:@(?P<version>[^@#\s]*))?"
    r"(?:#(?:sha256:)?(?P<digest>[0-9A-F]{6,64}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pin:
    """A reference, with a version and the digest of one edition where they matter."""

    reference: str
    version: str | None = None
    """None for whichever version there is; empty for a text that prints none."""
    digest: str = ""
    """SHA-256 of the edition's text, or how it begins."""

    def __str__(self) -> str:
        version = "" if self.version is None else f"@{self.version}"
        return f"{self.reference}{version}{'#' if self.digest else ''}{self.digest}"


def pin_of(name: str) -> Pin | None:
    """The pin that a name is, if it has the form of one."""
    match = _PIN.fullmatch(name.strip())
    if match is None:
        return None
    version, digest = match["version"], match["digest"]
    return Pin(match["reference"].upper(), version, (digest or "").lower())


def default_library() -> Path:
    """The file that CURRICULUM_LIBRARY names, or one in the user's data folder."""
    told = os.environ.get(LIBRARY_VARIABLE)
    if told:
        return Path(told)
    from platformdirs import user_data_path  # noqa: PLC0415 (only when it is needed)

    return user_data_path("curriculum", appauthor=False) / "standards.sqlite3"
