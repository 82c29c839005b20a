"""PDF files, if the optional part of the installation that reads them is there."""

from importlib.util import find_spec

from curriculum.findings import SourceError
from curriculum.readers._forms.gathered import Gathered

FORM = "PDF"


def gather(name: str, data: bytes) -> Gathered:
    """The lines of a PDF; places are lines of pages."""
    if find_spec("pypdfium2") is None:
        raise SourceError(
            f"{name}: is a PDF, and what reads PDF is not installed; "
            "install it with: pip install curriculum[pdf]"
        )
    from curriculum.readers._forms.pdf.opening import gather as gather_pdf  # noqa: PLC0415 (an optional part)

    return gather_pdf(name, data)
