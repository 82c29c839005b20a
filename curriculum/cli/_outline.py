"""Records of published documents as lines of plain text."""

from collections import Counter
from collections.abc import Iterable, Iterator

from curriculum.cli._plan_outline import plan_outline
from curriculum.model import (
    AssessmentPlan,
    CareerCluster,
    OccupationalMap,
    Product,
    Standard,
)
from curriculum.plurals import many
from curriculum.readers import Published


def outline(record: Published) -> Iterator[str]:
    """The record, a fact a line."""
    match record:
        case Standard():
            yield from _standard(record)
        case OccupationalMap():
            yield from _map(record)
        case CareerCluster():
            yield from _cluster(record)
        case AssessmentPlan():
            yield from plan_outline(record)


def _standard(standard: Standard) -> Iterator[str]:
    version = f" v{standard.version}" if standard.version else ""
    yield f"\n{standard.reference}{version} {standard.title}"
    updated = standard.date_updated.isoformat() if standard.date_updated else "unknown"
    regulated = {True: "yes", False: "no", None: "unknown"}[standard.regulated]
    yield (
        f"level {standard.level or 'unknown'}, route {standard.route or 'unknown'}, "
        f"updated {updated}, regulated {regulated}"
    )
    yield from _published(standard)
    kinds = Counter(ksb.group for ksb in standard.ksbs)
    counts = ", ".join(f"{n} {group.lower()}" for group, n in kinds.items())
    duties, ksbs = many(len(standard.duties), "duty"), many(len(standard.ksbs), "KSB")
    yield f"{duties}; {ksbs} ({counts})"
    yield from _list("Typical job titles", standard.typical_job_titles)
    yield "\nDuties"
    for duty in standard.duties:
        part = f" in {'; '.join(duty.options)}" if duty.options else ""
        yield f"  {duty.key}: {duty.wording} [{' '.join(duty.ksbs)}]{part}"
    group = ""
    for ksb in standard.ksbs:
        if ksb.group != group:
            group = ksb.group
            yield f"\n{group}"
        yield f"  {ksb.key}: {ksb.wording}"
    for t_level in standard.t_levels:
        by = t_level.awarding_organisation or "awarding organisation unknown"
        yield f"\n{t_level.title}, level {t_level.level}: {by}"
    if standard.licence:
        yield f"\n{standard.licence}"


def _published(standard: Standard) -> Iterator[str]:
    """What only some forms of publication say."""
    units = (f"{unit.code} {unit.title}".strip() for unit in standard.soc)
    products = (
        " ".join(filter(None, (p.code, p.title, p.kind and f"({p.kind})")))
        for p in standard.products
    )
    months, hours = standard.typical_duration_months, standard.minimum_hours
    facts = {
        "status": standard.status,
        "first start": standard.earliest_start,
        "last start": standard.latest_start,
        "typical duration": months and f"{months} months",
        "minimum off-the-job hours": hours and f"{hours:g}",
        "pathway": standard.pathway,
        "cluster": standard.cluster,
        "occupation": standard.occupation,
        "SOC 2020": "; ".join(units),
        "products": "; ".join(products),
        "options": "; ".join(option.title for option in standard.options),
    }
    if standard.product is not Product.APPRENTICESHIP:
        yield standard.product.value
    yield from (f"{name}: {fact}" for name, fact in facts.items() if fact)
    if standard.overview:
        yield f"\n{standard.overview}"


def _map(chart: OccupationalMap) -> Iterator[str]:
    clusters = [c for p in chart.pathways for c in p.clusters]
    occupations = [o for c in clusters for o in c.occupations]
    options = sum(len(o.options) for o in occupations)
    yield f"\n{chart.title}"
    yield (
        f"{len(chart.pathways)} pathways, {len(clusters)} clusters, "
        f"{len(occupations)} occupations, {options} options, "
        f"{len(chart.descriptions)} descriptions"
    )
    for pathway in chart.pathways:
        yield f"\n{pathway.title}"
        for cluster in pathway.clusters:
            yield f"  {cluster.tier.value}: {cluster.title}"
            for occupation in cluster.occupations:
                titles = " / ".join((occupation.title, *occupation.other_titles))
                level = f" ({occupation.level})" if occupation.level else ""
                yield f"    {titles}{level}"
                yield from (f"      - {option}" for option in occupation.options)
    yield "\nDescriptions"
    for row in chart.descriptions:
        yield f"  {row.occupation}: {row.description}"


def _cluster(cluster: CareerCluster) -> Iterator[str]:
    yield f"\nCareer cluster: {cluster.title}"
    yield from _list("Definition", cluster.definition)
    for sub_cluster in cluster.sub_clusters:
        yield f"\n{sub_cluster.title}: {sub_cluster.definition}"
        yield from (f"  - {programme}" for programme in sub_cluster.programmes)
    yield f"\nOccupations ({len(cluster.occupations)}), pay in US dollars an hour"
    for row in cluster.occupations:
        facts = row.model_dump(exclude={"source", "title"})
        shown = ", ".join(f"{k} {'?' if v is None else v}" for k, v in facts.items())
        yield f"  {row.title}: {shown}"
    yield cluster.market_source
    for heading, entries in (
        ("Credentials", cluster.credentials),
        ("High-demand skills", cluster.skills),
        ("High-demand software skills", cluster.software_skills),
        ("Sample occupations", cluster.sample_occupations),
        ("Emerging occupations", cluster.emerging_occupations),
        ("Places of work", cluster.workplaces),
    ):
        yield from _list(f"{heading} ({len(entries)})", (e.wording for e in entries))


def _list(heading: str, entries: Iterable[str]) -> Iterator[str]:
    yield f"\n{heading}"
    yield from (f"  - {entry}" for entry in entries)
