"""The header of every document: what the programme is, when, where it stands."""

from collections.abc import Iterable, Iterator

from curriculum.days import DayOffKind
from curriculum.model import Framework, Programme
from curriculum.reviewed import Review
from curriculum.timetable import Timetable
from curriculum.writers._scheme_fields import (
    DeliveryFields,
    PositionFields,
    ProgrammeFields,
)
from curriculum.writers._tally import hours
from curriculum.writers._words import (
    NONE,
    NONE_PLANNED,
    NOT_STATED,
    all_or_none,
    count,
    day,
    days,
    number,
    or_none,
    paragraphs,
    sentence_case,
)


def programme_fields(programme: Programme) -> ProgrammeFields:
    """What stands at the head of the document."""
    standard = programme.standard
    return ProgrammeFields(
        code=programme.code,
        title=programme.title,
        subtitle=programme.subtitle,
        kind=_kind(programme),
        level=NOT_STATED if programme.level is None else str(programme.level),
        frameworks=all_or_none(map(_named, programme.frameworks), NOT_STATED),
        standard=_named(standard) if standard else NOT_STATED,
        cohort=_stated(programme.cohort),
        college=_stated(programme.college),
        department=_stated(programme.department),
        organisation=", ".join(filter(None, (programme.college, programme.department)))
        or "College not stated",
        awarding_organisation=_stated(programme.awarding_organisation),
        assessment_organisation=_stated(programme.assessment_organisation),
        venue=_stated(programme.venue),
        delivery_mode=_stated(programme.delivery_mode),
        entry=_stated(programme.entry),
        lecturers=all_or_none(_people(programme), NOT_STATED),
        version=_stated(programme.version),
        status=_stated(sentence_case(programme.status)),
        issued=day(programme.issued) if programme.issued else NOT_STATED,
        author=_stated(programme.name_of(programme.author)),
        approver=_stated(programme.name_of(programme.approver)),
        approval=_approval(programme),
        rationale=paragraphs(programme.rationale) or [NOT_STATED],
    )


def delivery_fields(review: Review) -> DeliveryFields:
    """When the programme is taught, and for how long."""
    programme, timetable = review.programme, review.timetable
    calendar = programme.calendar
    end = programme.end_point
    off = _days_off(timetable)
    sessions = sum(len(module.sessions) for module in programme.modules)
    return DeliveryFields(
        dates=days(calendar.starts, calendar.ends),
        weeks=str(timetable.delivery_weeks),
        pattern=all_or_none(_pattern(programme), NONE_PLANNED),
        sessions=(
            f"{count(sessions, 'session')} in {count(len(programme.modules), 'module')}"
        ),
        hours=_hours(programme),
        terms=all_or_none(
            (f"{t.title}: {days(t.starts, t.ends)}" for t in calendar.terms),
            NOT_STATED,
        ),
        staff_development=all_or_none(off[DayOffKind.STAFF_DEVELOPMENT], NONE_PLANNED),
        closures=all_or_none(
            [*off[DayOffKind.CLOSURE], *off[DayOffKind.HOLIDAY]], NONE_PLANNED
        ),
        bank_holidays="; ".join(_bank_holidays(timetable)) or "None in the programme",
        gateway=day(end.gateway) if end and end.gateway else NOT_STATED,
        end_point=all_or_none((m.title for m in end.methods) if end else (), NONE),
        end_stated=bool(end and (end.gateway or end.methods))
        or "apprenticeship" in programme.kind.casefold(),
    )


def position_fields(programme: Programme) -> PositionFields:
    """Where the programme stands in the published world."""
    at = programme.position
    fields = PositionFields(
        stated=False,
        map=NONE,
        pathway=NONE,
        cluster=NONE,
        occupation=NONE,
        profile=NONE,
        sub_cluster=NONE,
        programme_of_study=NONE,
        t_level=NONE,
    )
    if at is None:
        return fields
    if at.occupational_map:
        fields["map"] = at.occupational_map.title
    if at.pathway:
        fields["pathway"] = at.pathway.title
    if at.map_cluster:
        fields["cluster"] = f"{at.map_cluster.title} ({at.map_cluster.tier.value})"
    if at.occupation:
        level = at.occupation.level
        fields["occupation"] = at.occupation.title + (
            f" (level {level})" if level is not None else ""
        )
    if at.profile:
        fields["profile"] = at.profile.title
    if at.sub_cluster:
        fields["sub_cluster"] = at.sub_cluster.title
    if at.t_level:
        fields["t_level"] = at.t_level.title
    fields["programme_of_study"] = or_none(at.programme_of_study)
    fields["stated"] = any(value != NONE for value in fields.values() if value)
    return fields


def _stated(text: str) -> str:
    return text.strip() or NOT_STATED


def _approval(programme: Programme) -> str:
    """Who wrote it and approved it: "written by Ann, approver not stated"."""
    author = programme.name_of(programme.author).strip()
    approver = programme.name_of(programme.approver).strip()
    return ", ".join(
        (
            f"written by {author}" if author else "author not stated",
            f"approved by {approver}" if approver else "approver not stated",
        )
    )


def _kind(programme: Programme) -> str:
    kind = _stated(sentence_case(programme.kind.replace("-", " ")))
    return kind if programme.level is None else f"{kind}, level {programme.level}"


def _named(framework: Framework) -> str:
    return (
        f"{framework.label} {framework.title}, published by {framework.publisher}"
        if (framework.publisher)
        else f"{framework.label} {framework.title}"
    )


def _people(programme: Programme) -> Iterator[str]:
    for person in programme.people:
        yield f"{person.name}, {person.role}" if person.role else person.name


def _pattern(programme: Programme) -> Iterator[str]:
    for slot in programme.calendar.delivery:
        at = f" from {slot.starts:%H:%M}" if slot.starts else ""
        yield f"{slot.day.value}{at}, {number(slot.hours)} hours"


def _hours(programme: Programme) -> list[str]:
    """Planned hours, against what is published for the framework."""
    planned = hours(programme)
    off_the_job = f"{number(planned.off_the_job)} off-the-job"
    said = [f"{number(planned.planned)} planned, of which {off_the_job}"]
    for framework in programme.frameworks:
        least = framework.minimum_hours
        if least:
            said.append(
                f"{framework.label} asks for at least {number(least.figure)} "
                f"off-the-job hours; source: {least.authority}"
            )
            said += [least.remark] if least.remark else []
    return said


def _days_off(timetable: Timetable) -> dict[DayOffKind, list[str]]:
    """Days off within terms, by their kind."""
    told: dict[DayOffKind, list[str]] = {kind: [] for kind in DayOffKind}
    for closure in timetable.days.calendar.closures:
        kind = DayOffKind(closure.kind.value)
        told[kind].append(f"{closure.title}: {days(closure.starts, closure.ends)}")
    return told


def _bank_holidays(timetable: Timetable) -> Iterable[str]:
    for at in timetable.days:
        off = timetable.days.off(at)
        if off and off[0] is DayOffKind.BANK_HOLIDAY:
            yield f"{off[1]} {day(at)}"
