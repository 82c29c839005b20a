"""What comes of joining a programme's draft with what is published."""

from dataclasses import dataclass

from curriculum.findings import Finding
from curriculum.model import Programme


@dataclass(frozen=True, slots=True)
class Assembled:
    """A programme, or the findings that say why there is none.

    ``findings`` concern the programme's own files; ``published`` the documents
    that it draws on.
    """

    programme: Programme | None
    findings: tuple[Finding, ...]
    published: tuple[Finding, ...]
