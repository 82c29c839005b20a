"""Where the shipped templates and source data lie.

In a checkout they stand beside the package; in an installed wheel, inside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

TEMPLATES = _ROOT / "templates"
SOURCE_DATA = _ROOT / "source_data"
PUBLISHED = SOURCE_DATA / "published"
WORKED_EXAMPLE = SOURCE_DATA / "programmes" / "software-development-technician"
