"""Assessment plans of made-up standards, as text, web page and Word document."""

import html
from collections.abc import Iterable
from pathlib import Path

from docx import Document

Block = str | tuple[str, ...]
"""A paragraph ("# " opens a heading, "**" stands about bold), or a row of a table."""

EPA: tuple[Block, ...] = (
    "# End-point assessment plan for the lighthouse keeper apprenticeship",
    "ST9999/AP02",
    "Level: 3",
    "Version 1.1",
    "# Introduction and overview",
    (
        "This document explains the requirements for end-point assessment (EPA) for "
        "the lighthouse keeper apprenticeship. Assessment organisations must follow it."
    ),
    "This EPA has 2 assessment methods.",
    "The grades available for each assessment method are below.",
    "Assessment method 1 - observation with questions:",
    "fail",
    "pass",
    "Assessment method 2 - professional discussion underpinned by a portfolio:",
    "fail",
    "pass",
    "distinction",
    "# EPA gateway",
    "The apprentice must meet the gateway requirements before starting their EPA.",
    "# Grading",
    "## Observation with questions",
    ("THEME KSBS", "PASS", "DISTINCTION"),
    (
        "Lamps K1 S1",
        "Trims wicks and explains what a lens does. (K1, S1)",
        "Weighs up two ways of trimming. (S1)",
    ),
    "## Professional discussion underpinned by a portfolio",
    ("THEME KSBS", "PASS", "DISTINCTION"),
    ("Signals K2 S2", "Explains signals & flags < 5 m. (K2)", ""),
    ("Watchfulness B1", "Describes a night watch. (B1)", "Reflects on it. (B1)"),
    "# KSB mapping table",
    ("Knowledge", "Assessment methods"),
    (
        "K1: Principles of lamps and lenses Back to Grading",
        "Observation with questions",
    ),
    (
        "K2: Signals of ships Back to Grading",
        "Professional discussion underpinned by a portfolio",
    ),
    ("Skills", "Assessment methods"),
    ("S1: Trim wicks under supervision", "Observation with questions"),
    ("S2: Sound a horn", "Professional discussion underpinned by a portfolio"),
    ("Behaviours", "Assessment methods"),
    (
        "B1: Stays awake",
        "Observation with questions Professional discussion underpinned by a portfolio",
    ),
    "# Mapping of KSBs to grade themes",
    "## Observation with questions",
    ("KSBS GROUPED BY THEME", "Knowledge", "Skills", "Behaviour"),
    (
        "Lamps K1 S1",
        "K1: Principles of lamps and lenses",
        "S1: Trim wicks under supervision",
        "",
    ),
    "# Version log",
    (
        "Crown copyright © 2025. You may re-use this information under the terms of "
        "the Open Government Licence."
    ),
)

REFORMED: tuple[Block, ...] = (
    "# Apprenticeship assessment plan: Lighthouse keeper (level 3)",
    "Reference: ST9999",
    "Version 2.0",
    "# Assessment methods",
    "## Mandatory assessment method",
    "Observation",
    "## Other assessment methods",
    "Professional discussion",
    "Written test",
    "# Assessment outcomes",
    "## Assessment outcome 1: Keeps the light burning",
    "Looks after lamps in all weathers.",
    "Knowledge",
    "**K1: Principles of lamps and lenses**",
    "K3: Weather",
    "Skills",
    "S1: Trim wicks under supervision",
    "## Assessment outcome 2: Warns ships",
    "K2: Signals of ships",
    "**S2: Sound a horn**",
    "# Performance descriptors",
    ("Category", "Pass", "Distinction"),
    ("Applied knowledge", "Uses what is known of lamps.", "Joins it to new cases."),
    ("Responsibility and autonomy", "Acts within limits.", "Takes the lead."),
    "# Behaviours",
    "Behaviours are verified by the employer.",
    "B1: Stays awake",
    "Crown copyright © 2026. Open Government Licence.",
)


def as_text(blocks: Iterable[Block]) -> str:
    """A plan as it is pasted: rows have tabs, headings no sign."""
    lines = ["\t".join(b) if isinstance(b, tuple) else _bare(b) for b in blocks]
    return "\n\n".join(lines) + "\n"


def as_html(blocks: Iterable[Block]) -> str:
    """A plan as a saved page."""
    parts: list[str] = []
    table = False
    for block in blocks:
        if isinstance(block, tuple) != table:
            parts.append("</table>" if table else "<table>")
            table = not table
        if isinstance(block, tuple):
            cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in block)
            parts.append(f"<tr>{cells}</tr>")
        else:
            parts.append(_element(block))
    parts += ["</table>"] * table
    body = "\n".join(parts)
    return f"<!DOCTYPE html><html><head></head><body>{body}</body></html>"


def as_word(blocks: Iterable[Block], path: Path) -> Path:
    """A plan as a Word document, with a running head."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Assessment plan of ST9999"
    table = None
    for block in blocks:
        if isinstance(block, tuple):
            if table is None or len(table.columns) != len(block):
                table = document.add_table(0, len(block))
                table.style = "Table Grid"
            for cell, text in zip(table.add_row().cells, block, strict=True):
                cell.text = text
            continue
        table = None
        said = _bare(block)
        depth = len(block) - len(block.lstrip("#"))
        if depth:
            document.add_heading(said, depth)
        else:
            run = document.add_paragraph().add_run(said)
            run.bold = block.startswith("**") or None
    document.save(str(path))
    return path


def _bare(block: str) -> str:
    return block.strip("*").lstrip("# ")


def _element(block: str) -> str:
    said = html.escape(_bare(block))
    depth = len(block) - len(block.lstrip("#"))
    if depth:
        return f"<h{depth}>{said}</h{depth}>"
    return f"<p><b>{said}</b></p>" if block.startswith("**") else f"<p>{said}</p>"
