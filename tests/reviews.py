"""Reviews in the notation, with the findings that a test wants to see set out."""

from collections.abc import Mapping
from datetime import date

from curriculum.facts import Facts
from curriculum.findings import Finding, Severity
from curriculum.model import PublishedSource, SourceRef, Waiver
from curriculum.reviewed import Review
from curriculum.waivers import Waived
from notation import facts

TWO_FRAMEWORKS = """
    programme title Cybersecurity & <Networks>: \N{ROCKET} Ysgol Llŷn
    programme version 0.9
    programme status draft
    programme cohort =SUM(1) September
    programme author Łucja Żółć
    programme approver -
    programme issued 2026-06-26
    framework ST0128 epa K1 K2 S1 B1
    framework FA0001 unit TK1 TS1 ESB1 K1
    skills agile git r-rstudio
    duty D1 K1 S1
    duty D2 K1 K2 B1
    duty D3
    minimum 12 hours
    K1 means =HYPERLINK("http://example.org") is how a formula begins
    S1 means -1 and +1 & "quotes" <b>not bold</b>
    B1 means Rozwija kompetencje, ćwiczy świadomie
    TK1 means @mention the person who asked
    M1 titled Networks & cables
    M1 lasts 6 hours
    M1 teaches ST0128:K1 S1 introduced
    M1 teaches ST0128:K1 git developed
    M2 titled Zażółć gęślą jaźń
    M2 optional
    M2 teaches ST0128:K1 mastered
    M2 teaches TK1 TS1 FA0001:K1 agile
    M2.02 off the record
    M2.02 lasts 1.1 hours
    M2.02 is workshop
    A1 titled Portfolio: = everything
    A1 assesses ST0128:K1 TK1 on 2026-11-02
    A1 of M1 formative
    A2 assesses ST0128:K1 ESB1 on 2026-12-07
"""
"""Two frameworks of KSBs that share the key K1, skills, an optional module."""

ASSESSED = """
    ksbs K1 K2 S1
    M1 titled Programming
    M1 outcome LO1 Trace a loop
    M1 outcome LO2 Write a loop
    M1 teaches K1 S1
    M2 teaches K2
    from 2026-09-07 to 2026-12-18
    person AB Ann Beck
    person RS Ruth Sands
    A1 of M1 formative
    A1 titled Quiz & <trace>
    A1 tests M1.LO1
    A1 assesses K1 S1 on 2026-10-05
    A1 out 2026-09-21
    A1 feedback 2026-10-12
    A1 assessor AB
    A1 verifier RS
    A1 verify_brief 2026-09-14
    A1 verify_sample 2026-10-19
    A2 of M2
    A2 tests M1.LO2 LO9
    A2 assesses K1 on 2026-11-02
    A2 feedback 2026-11-16
    A2 reassess_by 2026-12-07
    A2 assessor CD
"""
"""Two assessments: one with every date, one that lacks a verifier."""


def finding(
    code: str,
    subject: str,
    message: str,
    place: str = "1",
    severity: Severity = Severity.ERROR,
) -> Finding:
    return Finding(
        code=code,
        severity=severity,
        subject=subject,
        message=message,
        source=SourceRef(file="notation", place=place),
    )


def waived(held: Finding, reason: str) -> Waived:
    waiver = Waiver(
        code=held.code,
        subject=held.subject,
        reason=reason,
        who="Head of quality",
        starts=date(2026, 6, 26),
        source=SourceRef(file="waivers.toml", place="3"),
    )
    return Waived(held, waiver)


def review(
    text: str,
    *findings: Finding,
    published: tuple[Finding, ...] = (),
    waivers: tuple[Waived, ...] = (),
    explanations: Mapping[str, str] | None = None,
    sources: tuple[PublishedSource, ...] = (),
) -> Review:
    laid_out = facts(text)
    programme = laid_out.programme.model_copy(update={"sources": sources})
    return Review(
        Facts(programme, laid_out.timetable, laid_out.coverage),
        findings=findings,
        published=published,
        waived=waivers,
        explanations=explanations or {},
    )


def full_review() -> Review:
    """Two frameworks, and something of everything that a review can hold."""
    skill = finding("MKT101", "r-rstudio", "r-rstudio is taught nowhere", "9")
    return review(
        TWO_FRAMEWORKS,
        finding("COV101", "K2", "K2 is taught nowhere", "7"),
        finding("COV102", "K2", "K2 is taught nowhere and assessed nowhere", "7"),
        finding("HRS301", "TEST-1", "=1+1 is < 12 & more", "1", Severity.WARNING),
        published=(finding("STD001", "D3", "D3 names no KSB", "12", Severity.WARNING),),
        waivers=(waived(skill, "=No licence & no <demand>"),),
        explanations={"COV101": EXPLANATION},
        sources=(
            PublishedSource(
                title="Standard & more",
                publisher="Skills England",
                dated="26 June 2026",
                licence="Open Government Licence v3.0",
                acknowledgement="Contains public sector information",
                corrections=("“whennecessary” is read as “when necessary”", "+1"),
            ),
        ),
    )


EXPLANATION = """A KSB is in the standard, but nothing teaches it.

## What it checks
Every KSB is taught
in a session.

A second paragraph with <b>signs</b>.

## What to do
Teach it.
"""
