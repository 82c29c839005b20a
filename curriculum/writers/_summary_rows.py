"""The review summary as plain rows: the pinned standard, sign-offs, the sample."""

from collections.abc import Iterator

from curriculum.model import Framework, Programme, PublishedSource, SignOff
from curriculum.reviewed import Review
from curriculum.tracing.drawing import Drawn, Stop, draw
from curriculum.writers._packed import enclosed, names_in_pack
from curriculum.writers._summary_fields import (
    PinnedFields,
    SampleFields,
    SignOffFields,
    SinceFields,
    TraceFields,
)
from curriculum.writers._trace_rows import seed_of, traces
from curriculum.writers._words import (
    NONE,
    NOT_STATED,
    all_or_none,
    count,
    day,
    or_none,
    short_day,
)

PUBLISHED = "published"
"""The folder of the pack that holds published documents."""
MOST_CHANGES = 100
"""Changes that are printed; the file of all changes holds the rest."""
_NONE_KEPT = "No sign-off is recorded, so there is nothing to compare with"


# The pinned standard.


def pinned(review: Review) -> list[PinnedFields]:
    """Every framework with its source, version, date and digest."""
    return [_pinned(review.programme, held) for held in review.programme.frameworks]


def source_of(programme: Programme, framework: Framework) -> PublishedSource | None:
    """The published document that a framework was read from."""
    held = programme.sources
    by_digest = (s for s in held if framework.digest and s.digest == framework.digest)
    by_name = (s for s in held if s.file == framework.source.file)
    return next(by_digest, None) or next(by_name, None)


def _pinned(programme: Programme, framework: Framework) -> PinnedFields:
    source = source_of(programme, framework)
    publisher = framework.publisher or (source.publisher if source else "")
    told = (publisher, (source.dated or source.held_from) if source else "")
    return PinnedFields(
        title=f"{framework.id} {framework.title}",
        version="; ".join(_version(framework)),
        policy=framework.policy.statement,
        source="; ".join(filter(None, told)) or NOT_STATED,
        licence=(source.licence if source else "") or NOT_STATED,
        digest=framework.digest or NOT_STATED,
        enclosed=_enclosed(programme, source),
    )


def _version(framework: Framework) -> Iterator[str]:
    by = f", according to {framework.version_authority}"
    said = f"{framework.version}{by if framework.version_authority else ''}"
    yield said if framework.version else NOT_STATED
    if framework.status:
        yield framework.status
    if framework.earliest_start:
        yield f"for starts from {day(framework.earliest_start)}"
    if framework.latest_start:
        yield f"for starts up to {day(framework.latest_start)}"


def _enclosed(programme: Programme, source: PublishedSource | None) -> str:
    if source is None:
        return "Not enclosed: the document that it was read from is not known"
    content, why = enclosed(source)
    if content is None:
        return f"Not enclosed: {why}"
    name = names_in_pack(programme.sources)[programme.sources.index(source)]
    of = (
        "; the digest here is of what it asks, that of the file stands in contents.json"
    )
    said = f"{PUBLISHED}/{name}, as it was received{of if source.held else ''}."
    return " ".join(filter(None, (said, source.acknowledgement)))


# Sign-offs.


def signoffs(programme: Programme) -> list[SignOffFields]:
    """Every recorded approval, the first one first."""
    held = programme.signoffs
    return [_signoff(one, first=one is held[0]) for one in held]


def _signoff(held: SignOff, *, first: bool) -> SignOffFields:
    none = "The first sign-off" if first else "Nothing had changed"
    return SignOffFields(
        date=short_day(held.date),
        version=held.version or NOT_STATED,
        who=", ".join(filter(None, (held.who, held.role))),
        note=or_none(held.note),
        findings=or_none(held.findings),
        since=all_or_none(held.changes, none),
        digest=held.digest.removeprefix("sha256:") or NOT_STATED,
    )


def since(programme: Programme) -> SinceFields:
    """What changed since the last sign-off, in words."""
    changed = list(programme.changes or ())
    if len(changed) > MOST_CHANGES:
        rest = f"and {len(changed) - MOST_CHANGES:,} more, which stand in changes.txt"
        changed = [*changed[:MOST_CHANGES], rest]
    return SinceFields(sentence=_since(programme), change=changed)


def _since(programme: Programme) -> str:
    if not programme.signoffs:
        return f"{_NONE_KEPT}."
    last = programme.signoffs[-1]
    version = f"version {last.version}" if last.version else "a version without number"
    of = f"the last sign-off, of {version} on {day(last.date)} by {last.who}"
    if programme.changes is None:
        return f"What changed since {of}, cannot be told: what was signed is not kept."
    if not programme.changes:
        return f"Nothing has changed since {of}."
    same = programme.version and programme.version == last.version
    renumber = "; the number of the version is still the same" if same else ""
    return f"{count(len(programme.changes), 'change')} since {of}{renumber}."


# The sample.


def sample(review: Review) -> tuple[SampleFields, list[TraceFields]]:
    """Statements drawn by a seed, each followed to where it is printed."""
    seed, all_of_them = seed_of(review), traces(review)
    drawn = draw(all_of_them, seed)
    about = SampleFields(
        seed=seed,
        size=f"{len(drawn)} of {count(len(all_of_them), 'statement')}",
        again=f'curriculum trace review-pack.zip --seed "{seed}"',
        pages=_pages(review),
    )
    several = len({trace.framework for trace in all_of_them}) > 1
    return about, [_traced(one, several=several) for one in drawn]


def _pages(review: Review) -> str:
    """How places are given, and why."""
    how = (
        "Places are given by heading and row, which are the same on every machine: "
        "open the document, choose View, Navigation Pane, click the heading and look "
        "for the row."
    )
    if review.pages:
        return f"{how} Pages are those of the PDF files in this pack."
    return f"{how} Word lays out pages when it opens a file, so they are not given."


def _traced(drawn: Drawn, *, several: bool) -> TraceFields:
    framework = f"{drawn.trace.framework} " if several else ""
    return TraceFields(
        item=f"{framework}{drawn.trace.item}",
        wording=drawn.trace.wording,
        session=_stop(drawn.session, "Taught in no session"),
        found_at=_place(drawn.session),
        assessment=_stop(drawn.assessment, "Assessed by nothing"),
        assessed_at=_place(drawn.assessment),
    )


def _stop(stop: Stop | None, none: str) -> list[str]:
    if stop is None:
        return [none]
    return [f"{stop.key} {stop.title}", stop.facts]


def _place(stop: Stop | None) -> list[str]:
    if stop is None:
        return [NONE]
    place = [stop.document, f"heading {stop.heading}", f"row {stop.row}"]
    return [*place, f"page {stop.page} of the PDF"] if stop.page else place
