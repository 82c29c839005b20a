"""The programme specification: what is taught, how, why, and where it leads."""

from pathlib import Path

from curriculum.paths import TEMPLATES
from curriculum.reviewed import Review
from curriculum.writers import _heat_rows as heat
from curriculum.writers import _module_rows as modules
from curriculum.writers import _position_rows as position
from curriculum.writers._picture_fields import with_pictures
from curriculum.writers._scheme_header import (
    delivery_fields,
    position_fields,
    programme_fields,
)
from curriculum.writers._scheme_tables import (
    coverage_tables,
    skills,
    source_rows,
    totals,
)
from curriculum.writers._specification_fields import SpecificationFields
from curriculum.writers._statements import statements
from curriculum.writers._version_rows import versions
from curriculum.writers._word import filled, template_of

FILENAME = "programme-specification.docx"
TITLE = "Programme specification"
SUMMARY = "Aims, structure, assessment, mapping, progression, labour-market evidence"
TEMPLATE = TEMPLATES / FILENAME
FIELDS = SpecificationFields


def write(review: Review, path: Path) -> None:
    """Write the programme specification as a Word document."""
    path.write_bytes(document(review, template_of(review, FILENAME)))


def document(review: Review, template: Path = TEMPLATE) -> bytes:
    """The document's bytes, through the shipped or a college's own template."""
    held = with_pictures(review, specification(review))
    return filled(template, FIELDS, held, heat.unused(review))


def specification(review: Review) -> SpecificationFields:
    """The content as plain rows."""
    programme = review.programme
    return SpecificationFields(
        programme=programme_fields(programme),
        delivery=delivery_fields(review),
        position=position_fields(programme),
        module=modules.modules(review),
        choice=modules.choices(programme),
        routes=modules.routes(review),
        kind=modules.kinds(programme),
        method=modules.methods(programme),
        theme=modules.themes(programme),
        grid=heat.grids(review),
        coverage=coverage_tables(review),
        skill=skills(review),
        total=totals(review),
        statement=statements(review),
        progression=position.progression(programme),
        cluster=position.clusters(programme),
        market=position.market(programme),
        demand=position.demand(programme),
        change=versions(programme),
        source=source_rows(programme.sources),
    )
