"""Occupational standards as their web page prints them, in many layouts."""

import html
import json
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from curriculum.findings import Finding
from curriculum.model import Standard
from curriculum.readers import occupational_standard as reader
from curriculum.readers._text import Line, SourceText

KIND_HEADINGS = {
    "K": "Knowledge",
    "S": "Skills",
    "B": "Behaviours",
    "TK": "Technical knowledge",
    "TS": "Technical skills",
    "ESB": "Employability skills and behaviours",
}


@dataclass(frozen=True)
class Page:
    """What a page says; ``duties`` are (text, keys), ``ksbs`` are (key, text)."""

    reference: str = "ST9999"
    title: str = "Lighthouse keeper"
    level: int = 3
    route: str = "Protective services"
    updated: date = date(2024, 2, 29)
    regulated: bool = False
    summary: tuple[str, ...] = ("This occupation is found on rocks.",)
    job_titles: tuple[str, ...] = ("Lamp keeper", "Fog signal keeper")
    duties: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("Keep the lamp lit", ("K1", "K2", "S1", "B1")),
        ("Sound the horn in fog", ("K2", "S2")),
    )
    ksbs: tuple[tuple[str, str], ...] = (
        ("K1", "Principles of lamps and lenses"),
        ("K2", "Signals of ships"),
        ("S1", "Trim wicks under supervision"),
        ("S2", "Sound a horn"),
        ("B1", "Stays awake"),
    )


@dataclass(frozen=True)
class Layout:
    """How it is laid out: every choice is one that pasting really makes."""

    line_end: str = "\n"
    gaps: bool = True
    heading_first: bool = False
    capitals: bool = False
    labels: str = ": "
    bullet: str = ""
    table_head: str = "Duty KSBs"
    duty_mark: str = " "
    codes: str = "by kind"
    code_mark: str = " "
    key_mark: str = ": "
    back: str = " Back to Duty"
    small_keys: bool = False
    two_lines: bool = False
    unusual: dict[str, str] = field(default_factory=dict)
    """Lines to print otherwise, or with "" not at all."""


def printed(page: Page, layout: Layout | None = None) -> str:
    """The page as text."""
    layout = layout or Layout()
    lines = [
        *_head(page, layout),
        *_duties(page, layout),
        *_ksbs(page, layout),
        *_foot(page),
    ]
    lines = [layout.unusual.get(line, line) for line in lines]
    gap = layout.line_end * (2 if layout.gaps else 1)
    return gap.join(line.replace("\n", layout.line_end) for line in lines if line)


def _head(page: Page, layout: Layout) -> list[str]:
    facts = {
        "Reference": page.reference,
        "Date updated": f"{page.updated:%d/%m/%Y}",
        "Level": str(page.level),
        "Route": page.route,
        "Regulated occupation": "Yes" if page.regulated else "No",
    }
    return [
        *([page.title] if layout.heading_first else []),
        _heading("Key information", layout),
        *(f"  {n}. {k}{layout.labels}{v}" for n, (k, v) in enumerate(facts.items(), 1)),
        "Print occupational standard",
        _heading("Details of the occupational standard", layout),
        "Information Symbol",
        _heading("Occupation summary", layout),
        *page.summary,
        _heading("Typical job titles include:", layout),
        *(f"{layout.bullet}{title}" for title in page.job_titles),
    ]


def _duties(page: Page, layout: Layout) -> list[str]:
    if not page.duties:
        return []
    lines = [_heading("Occupation duties", layout), layout.table_head]
    for number, (text, keys) in enumerate(page.duties, start=1):
        duty = f"{layout.bullet}Duty {number}{layout.duty_mark}{text}"
        codes = _code_lines(keys, layout)
        if layout.codes == "same line":
            lines.append("\t".join([duty, *codes]))
        else:
            lines += [duty, *codes]
    return lines


def _code_lines(keys: tuple[str, ...], layout: Layout) -> list[str]:
    groups = {
        "by kind": [[k for k in keys if _kind(k) == kind] for kind in KIND_HEADINGS],
        "each": [[key] for key in keys],
    }.get(layout.codes, [list(keys)])
    lines = [layout.code_mark.join(group) for group in groups if group]
    return [line.lower() for line in lines] if layout.small_keys else lines


def _ksbs(page: Page, layout: Layout) -> list[str]:
    lines = [_heading("KSBs", layout)]
    for kind, heading in KIND_HEADINGS.items():
        of_kind = [(key, text) for key, text in page.ksbs if _kind(key) == kind]
        lines += [_heading(heading, layout)] if of_kind else []
        lines += [_ksb(key, text, layout) for key, text in of_kind]
    return lines


def _ksb(key: str, text: str, layout: Layout) -> str:
    if layout.two_lines:
        middle = (
            text.index(" ", len(text) // 3) if " " in text[len(text) // 3 :] else -1
        )
        text = f"{text[:middle]}\n{text[middle + 1 :]}" if middle > 0 else text
    key = key.lower() if layout.small_keys else key
    return f"{layout.bullet}{key}{layout.key_mark}{text}{layout.back}"


def _foot(page: Page) -> list[str]:
    return [
        "T Level in Keeping",
        "Qualification type: T Level",
        "Qualification level: 3",
        "Awarding organisation: NCFE",
        "Approval date: 01/04/2020",
        "Available from: 01/09/2020",
        "Occupational specialism: Lamps",
        "Product page",
        "Aligned occupational standards",
        f"{page.reference} {page.title}",
        (
            "Crown copyright © 2024. You may re-use this under the terms of the "
            "Open Government Licence. Visit www.nationalarchives.gov.uk"
        ),
        "Is this webpage useful?",
    ]


def _heading(text: str, layout: Layout) -> str:
    return text.upper() if layout.capitals else text


def _kind(key: str) -> str:
    return key.rstrip("0123456789")


def page_of(path: Path) -> Page:
    """A standard in the publisher's JSON, as a page."""
    data = json.loads(path.read_text("utf-8"))
    kinds = {"K": "knowledge", "S": "skill", "B": "behaviour"}
    keys: dict[str, str] = {}
    ksbs = []
    for letter, name in kinds.items():
        listed = data[f"{name}s" if name != "knowledge" else "knowledges"]
        for number, item in enumerate(listed, start=1):
            keys[item[f"{name}Id"]] = f"{letter}{number}"
            ksbs.append((f"{letter}{number}", _lines(item["detail"])))
    mapped = ("mappedKnowledge", "mappedSkills", "mappedBehaviour")
    return Page(
        reference=data["referenceNumber"] or "ST0000",
        title=data["title"].strip(),
        level=int(data["level"]),
        route=data["route"],
        summary=tuple(_paragraphs(data["occupationalSummary"])),
        job_titles=tuple(" ".join(t.split()) for t in data["typicalJobTitles"]),
        duties=tuple(
            (
                _lines(duty["dutyDetail"]),
                tuple(keys[guid] for name in mapped for guid in duty[name] or ()),
            )
            for duty in data["duties"]
        ),
        ksbs=tuple(ksbs),
    )


def _lines(text: str) -> str:
    """A text with its line breaks, but no blank lines."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _paragraphs(markup: str) -> list[str]:
    texts = re.split(r"</?(?:p|li|ul|br)\b[^>]*>", html.unescape(markup))
    plain = (" ".join(html.unescape(re.sub(r"<[^>]*>", " ", t)).split()) for t in texts)
    return [text for text in plain if text]


def source(text: str) -> SourceText:
    """A text as a reader takes it."""
    lines = [Line(n, line, line) for n, line in enumerate(text.splitlines(), start=1)]
    return SourceText("page.txt", "", lines)


def read_text(text: str) -> tuple[Standard, list[Finding]]:
    """The standard that a page holds, and what was found."""
    standard, *findings = reader.read(source(text))
    assert isinstance(standard, Standard)
    return standard, [finding for finding in findings if isinstance(finding, Finding)]


def facts(standard: Standard) -> Page:
    """What a standard says, to compare with the page it was read from."""
    return Page(
        reference=standard.reference,
        title=standard.title,
        level=standard.level or 0,
        route=standard.route,
        updated=standard.date_updated or date.min,
        regulated=bool(standard.regulated),
        summary=standard.summary,
        job_titles=standard.typical_job_titles,
        duties=tuple((duty.text, duty.ksbs) for duty in standard.duties),
        ksbs=tuple((ksb.key, ksb.text) for ksb in standard.ksbs),
    )
