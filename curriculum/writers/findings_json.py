"""The findings, coverage and hours of a review as one JSON object."""

import json
from pathlib import Path
from typing import Any

from curriculum.findings import Finding, Severity
from curriculum.model import Framework, Waiver
from curriculum.reviewed import Review
from curriculum.waivers import Waived
from curriculum.writers._proposed import Shown, shown
from curriculum.writers._tally import Tally, hours, tallies, whole

FILENAME = "findings.json"
TITLE = "Findings for programs"
SUMMARY = "What the checks found, for machines"
SCHEMA = 1

Json = dict[str, Any]


def write(review: Review, path: Path) -> None:
    """Write the object, in UTF-8 with Unix line ends on every system."""
    text = json.dumps(record(review), ensure_ascii=False, indent=2) + "\n"
    path.write_bytes(text.encode("utf-8", errors="backslashreplace"))


def record(review: Review) -> Json:
    """The object as plain values."""
    programme = review.programme
    return {
        "schema": SCHEMA,
        "programme": {
            "code": programme.code,
            "title": programme.title,
            "version": programme.version,
        },
        "counts": _counts(review),
        "findings": [_finding(f) for f in review.findings],
        "published": [_finding(f) for f in review.published],
        "waived": [_waived(w) for w in review.waived],
        "unused_waivers": [
            {"code": w.code, "subject": w.subject, **_waiver(w)}
            for w in review.unused_waivers
        ],
        "statements": list(review.statements),
        "routes": review.routes.count,
        "coverage": [_coverage(f, review) for f in programme.frameworks],
        "proposals": [_proposal(one) for one in shown(programme)],
        "hours": _hours(review),
    }


def _proposal(one: Shown) -> Json:
    """What may be marked and is not; no count and no finding takes it in."""
    proposal = one.proposal
    return {
        "key": proposal.key,
        "framework": proposal.framework,
        "item": proposal.item,
        "wording": one.wording,
        "place": proposal.place,
        "title": proposal.title,
        "confidence": proposal.confidence,
        "words": list(proposal.words),
        "source": {"file": proposal.source.file, "place": proposal.source.place},
    }


def _counts(review: Review) -> Json:
    errors = sum(f.severity is Severity.ERROR for f in review.findings)
    return {
        "findings": len(review.findings),
        "errors": errors,
        "warnings": len(review.findings) - errors,
        "published": len(review.published),
        "waived": len(review.waived),
        "unused_waivers": len(review.unused_waivers),
    }


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "subject": finding.subject,
        "message": finding.message,
        "source": {"file": finding.source.file, "place": finding.source.place},
    }


def _waived(waived: Waived) -> Json:
    return {**_finding(waived.finding), "waiver": _waiver(waived.waiver)}


def _waiver(waiver: Waiver) -> Json:
    return {
        "reason": waiver.reason,
        "who": waiver.who,
        "from": waiver.starts.isoformat() if waiver.starts else None,
        "until": waiver.ends.isoformat() if waiver.ends else None,
    }


def _coverage(framework: Framework, review: Review) -> Json:
    every = whole(framework, review.coverage)
    return {
        "framework": framework.id,
        "version": framework.version,
        "title": framework.title,
        "advisory": framework.policy.advisory,
        "policy": {
            "name": framework.policy.name,
            "title": framework.policy.title,
            "dated": framework.policy.dated.isoformat(),
            "authority": framework.policy.authority,
        },
        **_tally(every),
        "groups": [
            {"group": tally.title, **_tally(tally)}
            for tally in tallies(framework, review.coverage)
        ],
    }


def _tally(tally: Tally) -> Json:
    return {
        "total": tally.total,
        "taught": tally.taught,
        "assessed": tally.assessed,
        "not_taught": tally.not_taught,
        "not_assessed": tally.not_assessed,
        "taught_in_one_session": tally.taught_once,
    }


def _hours(review: Review) -> Json:
    held = hours(review.programme)
    return {
        "planned": held.planned,
        "off_the_job": held.off_the_job,
        "off_the_job_in_optional_modules": held.optional_off_the_job,
        "calendar_offers": round(review.timetable.slot_hours, 2),
        "sessions_without_date": [s.key for _, s in review.timetable.unplaced],
        "minimums": [
            {
                "framework": framework.id,
                "hours": framework.minimum_hours.figure,
                "authority": framework.minimum_hours.authority,
                "remark": framework.minimum_hours.remark,
            }
            for framework in review.programme.frameworks
            if framework.minimum_hours
        ],
    }
