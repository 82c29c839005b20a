"""A standard as its publisher gives it out: a saved web page, a Word copy, a PDF."""

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.table import Table
from docx.text.paragraph import Paragraph

from curriculum.model import Standard
from curriculum.readers import read

KINDS = (("K", "Knowledge"), ("S", "Skills"), ("B", "Behaviours"))
SAMPLES = Path(__file__).parents[2] / "shared" / "data" / "skills_england_api"
LICENCE = (
    "Crown copyright © 2024. You may re-use this information (not including logos) "
    "free of charge in any format or medium, under the terms of the Open Government "
    "Licence. Visit www.nationalarchives.gov.uk/doc/open-government-licence"
)


@dataclass(frozen=True)
class Facts:
    """What every form must be read to."""

    reference: str
    title: str
    level: int | None
    route: str
    summary: tuple[str, ...]
    job_titles: tuple[str, ...]
    duties: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    ksbs: tuple[tuple[str, str], ...]


def facts(standard: Standard, *, criteria: bool = True) -> Facts:
    """What a standard says, whatever form it was read from."""
    return Facts(
        reference=standard.reference,
        title=standard.title,
        level=standard.level,
        route=standard.route,
        summary=standard.summary,
        job_titles=standard.typical_job_titles,
        duties=tuple(
            (d.key, d.text, d.criteria if criteria else "", d.ksbs)
            for d in standard.duties
        ),
        ksbs=tuple((k.key, k.text) for k in standard.ksbs),
    )


def samples() -> list[Path]:
    """The publisher's JSON files, where they are there."""
    return sorted(SAMPLES.glob("*.json"))


def of_json(path: Path, folder: Path) -> Standard:
    """A standard of the publisher's JSON; those without a reference get one."""
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    data["referenceNumber"] = data["referenceNumber"] or "ST0000"
    copy = folder / path.name
    copy.write_text(json.dumps(data), "utf-8")
    [standard] = read(copy).records
    assert isinstance(standard, Standard)
    return standard


def by_kind(standard: Standard) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The KSBs under the heading of each kind."""
    for letters, heading in KINDS:
        of = [k for k in standard.ksbs if k.key.rstrip("0123456789") == letters]
        if of:
            yield heading, [(ksb.key, ksb.text) for ksb in of]


def key_information(standard: Standard) -> dict[str, str]:
    updated = standard.date_updated
    return {
        "Reference": standard.reference,
        "Date updated": f"{updated:%d/%m/%Y}" if updated else "01/02/2024",
        "Level": str(standard.level),
        "Route": standard.route,
        "Regulated occupation": "Yes" if standard.regulated else "No",
    }


def web_page(standard: Standard) -> str:
    """The page as a browser saves it, with all that surrounds it."""

    def e(text: str) -> str:
        return html.escape(text, quote=False)

    has_criteria = any(duty.criteria for duty in standard.duties)
    head = "<th>Criteria for measuring performance</th>" if has_criteria else ""
    rows = "\n".join(
        f'<tr id="Duty{n}"><td><strong>Duty {n}</strong> {e(duty.text)}</td>'
        + (f"<td>{e(duty.criteria)}</td>" if has_criteria else "")
        + "<td>"
        + "".join(
            "<p>"
            + " ".join(
                f'<a href="#{k}">{k}</a>' for k in duty.ksbs if k.startswith(letter)
            )
            + "</p>"
            for letter, _ in KINDS
        )
        + "</td></tr>"
        for n, duty in enumerate(standard.duties, start=1)
    )
    ksbs = "\n".join(
        f"<h3>{heading}</h3>\n"
        + "\n".join(
            f'<div class="ksb" id="{key}"><p><strong>{key}</strong>: {e(text)} '
            f'<a class="back" href="#Duty1">Back to Duty</a></p></div>'
            for key, text in ksbs
        )
        for heading, ksbs in by_kind(standard)
    )
    facts = "\n".join(
        f"<li><strong>{name}:</strong> {e(value)}</li>"
        for name, value in key_information(standard).items()
    )
    summary = "\n".join(f"<p>{e(text)}</p>" for text in standard.summary)
    titles = "\n".join(f"<li>{e(t)}</li>" for t in standard.typical_job_titles)
    return f"""<!DOCTYPE html>
<!-- saved from url=(0042)https://occupational.example/standards/page -->
<html lang="en"><head><meta charset="UTF-8">
<title>{e(standard.title)} / Occupational standards</title>
<style>.ksb {{ margin: 0 }}</style><script>var K1 = "K1: not a statement";</script>
</head><body class="js-enabled has-cookie-banner">
<div id="global-cookie-message" class="cookie-banner"><p>We use cookies to make this
site work.</p><button>Accept additional cookies</button></div>
<a href="#main" class="skip-link">Skip to main content</a>
<header role="banner"><a href="/">Occupational standards</a>
<nav><ul><li>Home</li><li>Skills</li><li>Knowledge</li></ul></nav></header>
<ol class="breadcrumb"><li>Home</li><li>Occupational standards</li></ol>
<div class="container" id="main">
<h1>{e(standard.title)}</h1>
<div class="key-info"><h2>Key information</h2>
<ol>
{facts}
</ol></div>
<a class="btn" href="#">Print occupational standard</a>
<h2>Details of the occupational standard</h2>
<h3>Occupation summary</h3>
{summary}
<h3>Typical job titles include:</h3>
<ul>
{titles}
</ul>
<h3>Occupation duties</h3>
<table class="table"><thead><tr><th>Duty</th>{head}<th>KSBs</th></tr></thead><tbody>
{rows}
</tbody></table>
<h2>KSBs</h2>
{ksbs}
<hr><p>{LICENCE}</p>
<p>Is this webpage useful?</p>
</div>
<footer role="contentinfo"><ul><li>Accessibility</li><li>Privacy</li></ul>
<p>All content is available as stated above.</p></footer>
<script src="./page_files/jquery.js"></script></body></html>
"""


def word_copy(standard: Standard, path: Path, *, running_head: bool = True) -> Path:
    """A Word copy: headings, a table of duties, tables of KSBs, a running head."""
    document = Document()
    if running_head:
        section = document.sections[0]
        section.header.paragraphs[0].text = f"{standard.reference} {standard.title}"
        _number_of_page(section.footer.paragraphs[0])
    document.add_heading(standard.title, 0)
    document.add_heading("Key information", 1)
    for name, value in key_information(standard).items():
        document.add_paragraph(f"{name}: {value}")
    document.add_heading("Occupation summary", 1)
    for text in standard.summary:
        document.add_paragraph(text)
    document.add_heading("Typical job titles include:", 1)
    for title in standard.typical_job_titles:
        document.add_paragraph(title, style="List Bullet")
    document.add_heading("Occupation duties", 1)
    _duties(document, standard)
    document.add_heading("KSBs", 1)
    for heading, ksbs in by_kind(standard):
        document.add_heading(heading, 2)
        table = document.add_table(0, 2)
        table.style = "Table Grid"
        for key, text in ksbs:
            _fill(table, [key, text])
    document.add_paragraph(LICENCE)
    document.save(str(path))
    return path


def _duties(document: DocumentObject, standard: Standard) -> None:
    has_criteria = any(duty.criteria for duty in standard.duties)
    head = ["Duty", "Criteria for measuring performance", "KSBs"]
    table = document.add_table(0, 3 if has_criteria else 2)
    table.style = "Table Grid"
    _fill(table, head if has_criteria else head[::2])
    _repeat(table)
    for n, duty in enumerate(standard.duties, start=1):
        kinds = [[k for k in duty.ksbs if k.startswith(kind)] for kind, _ in KINDS]
        codes = "\n".join(" ".join(keys) for keys in kinds if keys)
        cells = [f"Duty {n} {duty.text}", duty.criteria, codes]
        _fill(table, cells if has_criteria else cells[::2])


def _fill(table: Table, texts: list[str]) -> None:
    row: CT_Row = table.add_row()._tr  # type: ignore[no-untyped-call]  # noqa: SLF001 (row.cells takes quadratic time)
    for cell, text in zip(row.tc_lst, texts, strict=True):
        paragraph = cell.p_lst[0]
        for nth, line in enumerate(text.split("\n")):
            run = paragraph.add_r()
            if nth:
                run.add_br()
            run.add_t(line)


def _repeat(table: Table) -> None:
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 (python-docx has no other way)
    properties.append(OxmlElement("w:tblHeader"))


def _number_of_page(paragraph: Paragraph) -> None:
    run = paragraph.add_run("Page ")
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = "PAGE"
        run._r.append(mark)  # noqa: SLF001 (python-docx knows no fields)
