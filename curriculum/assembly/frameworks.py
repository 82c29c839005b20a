"""The frameworks of a programme: published items, and the policy they are judged by."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from curriculum.assembly.options import of_options
from curriculum.assembly.plans import outcomes_of
from curriculum.assembly.shelf import Shelf
from curriculum.findings import Finding
from curriculum.model import (
    AssessmentPlan,
    CareerCluster,
    DatedFigure,
    Framework,
    FrameworkKind,
    Item,
    OccupationalMap,
    Standard,
)
from curriculum.readers import Published, Read
from curriculum.readers.programme import Draft, FrameworkDraft
from curriculum.readers.programme.records import did_you_mean
from curriculum.sources import VersionFact, all_policies, all_versions

_KINDS = {
    Standard: FrameworkKind.STANDARD,
    CareerCluster: FrameworkKind.SKILLS_PROFILE,
}
_NO_ITEMS = {
    OccupationalMap: "an occupational map",
    AssessmentPlan: "an assessment plan",
}


def frameworks_of(draft: Draft, shelf: Shelf) -> Iterator[Framework]:
    """The frameworks that could be read, in the programme's order."""
    starts = draft.calendar.starts if draft.calendar else None
    for wanted in draft.frameworks:
        framework = _framework(wanted, starts, shelf)
        if framework is not None:
            yield framework


def _framework(
    wanted: FrameworkDraft, starts: date | None, shelf: Shelf
) -> Framework | None:
    policy = all_policies().get(wanted.policy)
    if policy is None:
        names = ", ".join(all_policies())
        hint = did_you_mean(wanted.policy, all_policies())
        message = (
            f"{wanted.id} names the policy {wanted.policy}; there are {names}{hint}"
        )
        shelf.found("ASM206", wanted.id, message, wanted.at)
        return None
    digest = wanted.digest.removeprefix("sha256:")
    opened = shelf.open(wanted.id, wanted.source, wanted.at, digest)
    if opened is None:
        return None
    source, got = opened
    if digest not in ("", got.digest):
        message = f"{wanted.id} pins {wanted.digest}, but the file has {got.digest}"
        shelf.found("ASM209", wanted.id, message, wanted.at)
    record = _record(wanted, got, shelf)
    if record is None:
        return None
    if isinstance(record, OccupationalMap | AssessmentPlan):
        what = _NO_ITEMS[type(record)]
        message = f"{wanted.id} is {what}, which has no items to cover"
        shelf.found("ASM205", wanted.id, message, wanted.at)
        return None
    record = of_options(record, wanted, shelf)
    fact = _version(wanted, record, shelf) if isinstance(record, Standard) else None
    items = _items(record)
    return Framework(
        id=wanted.id,
        kind=_KINDS[type(record)],
        title=record.title,
        version=wanted.version or _printed_version(record),
        version_authority=fact.authority if fact else "",
        **_validity(record),
        publisher=source.publisher if source else "",
        acknowledgement=source.acknowledgement if source else "",
        policy=policy,
        items=items,
        duties=record.duties if isinstance(record, Standard) else (),
        options=_options(record),
        assessment_outcomes=outcomes_of(wanted, items, shelf),
        minimum_hours=_minimum(_published_hours(record), starts)
        or _minimum(fact.minimum_hours if fact else None, starts),
        digest=got.digest,
        source=record.source,
    )


def _record(wanted: FrameworkDraft, got: Read, shelf: Shelf) -> Published | None:
    """The record that a framework names; a file may hold all versions of all."""
    if len(got.records) == 1:
        return got.records[0]
    named = [r for r in got.records if r.key.casefold() == wanted.id.casefold()]
    same = [r for r in named if _printed_version(r) in ("", wanted.version)]
    found = same or (named if not wanted.version else [])
    if len(found) == 1:
        shelf.published += _about(found[0], got.findings)
        return found[0]
    versions = ", ".join(filter(None, map(_printed_version, named)))
    what = f"{wanted.id} {wanted.version}".strip()
    there = f"; it holds {wanted.id} {versions}" if versions else ""
    message = f"{what} is not one standard of {wanted.source}{there}"
    shelf.found("ASM205", wanted.id, message, wanted.at)
    return None


def _about(record: Published, findings: tuple[Finding, ...]) -> list[Finding]:
    """What was found in one record of a file that holds many."""
    own = record.source.place
    inside = (f"{own}.", f"{own}[")
    return [
        finding
        for finding in findings
        if finding.source.place == own or finding.source.place.startswith(inside)
    ]


def _options(record: Standard | CareerCluster) -> tuple[str, ...]:
    """The titles of the options that duties belong to, in their order."""
    if not isinstance(record, Standard):
        return ()
    return tuple(dict.fromkeys(title for d in record.duties for title in d.options))


def _printed_version(record: Published) -> str:
    return record.version if isinstance(record, Standard) else ""


def _published_hours(record: Published) -> DatedFigure | None:
    """The minimum hours that the standard itself carries."""
    if not isinstance(record, Standard) or record.minimum_hours is None:
        return None
    return DatedFigure(
        figure=record.minimum_hours,
        starts=record.earliest_start,
        ends=record.latest_start,
        authority=str(record.source),
    )


class _Validity(TypedDict, total=False):
    status: str
    earliest_start: date | None
    latest_start: date | None


def _validity(record: Standard | CareerCluster) -> _Validity:
    """When a version may be started on, as far as its publisher says."""
    if not isinstance(record, Standard):
        return {}
    return {
        "status": record.status,
        "earliest_start": record.earliest_start,
        "latest_start": record.latest_start,
    }


def _items(record: Standard | CareerCluster) -> tuple[Item, ...]:
    """What a published record asks a programme to cover."""
    if isinstance(record, Standard):
        return record.ksbs
    return (*record.skills, *record.software_skills)


def _version(
    wanted: FrameworkDraft, standard: Standard, shelf: Shelf
) -> VersionFact | None:
    """What is known of the version that the programme names."""
    if standard.version and wanted.version not in ("", standard.version):
        message = (
            f"{wanted.id} names {wanted.version}; "
            f"the document says that it is {standard.version}"
        )
        shelf.found("ASM211", wanted.id, message, wanted.at)
        return None
    known = [v for v in all_versions() if v.reference == standard.reference]
    for fact in known:
        same_edition = fact.date_updated in (None, standard.date_updated)
        if fact.version == (wanted.version or standard.version) and same_edition:
            return fact
    if known and not standard.version:
        named = wanted.version or "no version"
        versions = ", ".join(fact.version for fact in known)
        message = f"{wanted.id} names {named}; the version known is {versions}"
        shelf.found("ASM211", wanted.id, message, wanted.at)
    return None


def _minimum(figure: DatedFigure | None, starts: date | None) -> DatedFigure | None:
    """The minimum hours of a version, if they hold for a start date."""
    if figure is None or starts is None:
        return None
    after = figure.starts is None or figure.starts <= starts
    before = figure.ends is None or starts <= figure.ends
    return figure if after and before else None
