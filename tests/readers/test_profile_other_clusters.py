"""Profiles of other clusters, in the shapes in which their text comes.

All 14 clusters of the framework of 2024 are published in one form.  Titles of
clusters and sub-clusters are those of the framework; the figures are made up.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum.findings import Finding
from curriculum.model import CareerCluster, Entry
from curriculum.readers import read

HEADINGS = (
    "Occupation Title\t2024 Jobs\t2029 Jobs\t% Change\t2023 Hires\t"
    "Avg. Annual Openings\t10th Percentile Hourly\tMedian Hourly\t"
    "Typical Entry Level Education"
)
INTRODUCTION = """\
The modernized National Career Clusters Framework comprises 14 industry-oriented, \
sector-specific Career Clusters and 72 Sub-Clusters. Industry sector profiles serve as \
a resource for each Career Cluster.

- understand the breadth and depth of each Cluster;
- assist learners in career exploration and advising;
"""
CONTEXT = """\
Occupations, Employment Contexts, Credentials, & Skills

Designing pathways requires understanding the occupations that are in demand. The \
table is reflective of national data and was pulled in 2024.

Top Occupations

The following table (Figure 1) displays the top occupations within this Cluster.

FIGURE 1

Source: U.S. Bureau of Labor Statistics, QCEW; Lightcast Database.
"""
CLOSING = """\
Acknowledgements

This Advance CTE resource was authored by a policy associate, with contributions from \
many hands.

About Advance CTE

Advance CTE is a national non-profit.

Appendix A: Cluster Changes

This appendix provides additional context about the change from 2002.
"""
HEALTH = f"""\
{INTRODUCTION}
Overview: Healthcare & Human Services Career Cluster

The Healthcare & Human Services Career Cluster focuses on promoting health and \
wellness and on diagnosing and treating injuries and diseases.

Sub-Clusters, Definitions, & Example Programs of Study

Behavioral & Mental Health

Careers focused on the assessment, diagnosis and treatment of mental, emotional and \
behavioral conditions.

Example Programs of Study

Counseling
Substance Abuse Prevention

Biotechnology Research & Development

Careers that apply biology to develop products and therapies for patients.

Example Programs of Study

Biomedical Sciences

Personal Care Services

Careers that offer grooming and wellness services to individuals.

Example Programs of Study

Barbering
Cosmetology

{CONTEXT}
{HEADINGS}
Registered Nurses\t3,310,562\t3,498,101\t6%\t1,005,552\t203,440\t\\$31.14\t\\$42.80\t\
Bachelor's degree
Home Health and Personal Care Aides\t3,902,315\t4,512,007\t16%\t2,250,118\t688,900\t\
\\$11.12\t\\$16.12\tHigh school diploma or equivalent
Medical Assistants\t790,220\t861,554\t9%\t410,332\t119,882\t\\$15.80\t\\$20.14\t\
Postsecondary nondegree award

Top Industry-Recognized Credentials

- Registered Nurse (RN)
- Basic Life Support (BLS) Certification
- Certified Nursing Assistant (CNA)

These credentials are commonly requested by employers for the occupations listed.

HIGH-DEMAND SKILLS

- Patient Care
- Medical Records
- Communication & Empathy

HIGH-DEMAND SOFTWARE SKILLS

Electronic Medical Records (EMR), Microsoft Excel, Epic

Sample Occupations & Emerging Occupations

These tables list sample occupations, emerging occupations, and sample places of work.

Sample Occupations

- Dental Hygienist
- Registered Nurse

Emerging Occupations

- Genetic Counselor
- Telehealth Coordinator

Sample Places of Work

- Hospitals
- Schools, Colleges & Universities

{CLOSING}"""
CONSTRUCTION = f"""\
{INTRODUCTION}
Overview: Construction Career Cluster

The Construction Career Cluster focuses on designing, planning, managing and building \
structures.

Sub-Clusters, Definitions, & Example Programs of Study

Architecture & Civil Engineering

Careers that plan and design the built environment.

Example Programs of Study

Architectural Design

Skilled Trades

Careers that build, install and maintain structures and their systems.

Example Programs of Study

Carpentry; Electrical; HVAC/R

{CONTEXT}
{HEADINGS}
Carpenters\t948,771\t980,112\t3%\t430,909\t88,415\t\\$17.04\t\\$27.31\tHigh school \
diploma or equivalent
Construction Managers\t502,118\t545,903\t9%\t160,227\t42,806\t$30.51\t$50.41\t\
Bachelor's degree
Roofers\t160,000\t158,400\t-1%\t90,110\t14,220\t\\$16.44\t\\$24.26\tNo formal \
educational credential

Top Industry-Recognized Credentials

- OSHA 30-Hour
- EPA Section 608 Certification

HIGH-DEMAND SKILLS

- Carpentry
- Blueprint Reading

HIGH-DEMAND SOFTWARE SKILLS

AutoCAD, Bluebeam, Procore

Sample Occupations

- Electrician

Emerging Occupations

- 3D Printing Technician

Sample Places of Work

- Construction Sites

{CLOSING}"""
TEXTS = {"health": HEALTH, "construction": CONSTRUCTION}
Shape = Callable[[str], str]


def _sections_turned(text: str) -> str:
    """The lists of occupations before the labour market."""
    first = text.index("Occupations, Employment Contexts")
    second = text.index("\nSample Occupations\n") + 1
    last = text.index("Acknowledgements")
    return text[:first] + text[second:last] + "\n" + text[first:second] + text[last:]


SHAPES: dict[str, Shape] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "few blank lines": lambda text: text.replace("\n\n", "\n"),
    "other bullets": lambda text: text.replace("\n- ", "\n• "),
    "stars": lambda text: text.replace("\n- ", "\n* "),
    "headings of Markdown": lambda text: text.replace("\nHIGH-", "\n## HIGH-").replace(
        "\nTop ", "\n### Top "
    ),
    "bold": lambda text: text.replace(
        "- Registered Nurse (RN)", "- **Registered** Nurse (RN)"
    ),
    "page numbers": lambda text: text.replace("\nSample ", "\n7\n\nSample "),
    "spaces for tabs": lambda text: text.replace("\t", "   "),
    "strokes": lambda text: text.replace("\t", " | "),
    "British": lambda text: text.replace("Programs of", "Programmes of").replace(
        "Recognized", "Recognised"
    ),
    "turned": _sections_turned,
}


def reading(folder: Path, text: str) -> tuple[CareerCluster, tuple[Finding, ...]]:
    path = folder / "profile.txt"
    path.write_bytes(text.encode())
    got = read(path)
    (cluster,) = got.records
    assert isinstance(cluster, CareerCluster)
    return cluster, got.findings


def words(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.wording for entry in entries]


def facts(cluster: CareerCluster) -> dict[str, object]:
    return {
        "title": cluster.title,
        "definition": cluster.definition,
        "sub_clusters": [
            (s.title, s.definition, s.programmes) for s in cluster.sub_clusters
        ],
        "occupations": [o.model_dump(exclude={"source"}) for o in cluster.occupations],
        "credentials": words(cluster.credentials),
        "skills": [s.wording for s in cluster.skills],
        "software": [s.wording for s in cluster.software_skills],
        "sample": words(cluster.sample_occupations),
        "emerging": words(cluster.emerging_occupations),
        "workplaces": words(cluster.workplaces),
        "source": cluster.market_source,
        "caveats": sorted(cluster.market_caveats),
    }


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_the_text_is_the_same_profile(
    tmp_path: Path, name: str, shape: str
) -> None:
    plain, _ = reading(tmp_path, TEXTS[name])
    other, _ = reading(tmp_path, SHAPES[shape](TEXTS[name]))
    assert facts(other) == facts(plain)


def test_the_health_profile_is_read_whole(tmp_path: Path) -> None:
    cluster, findings = reading(tmp_path, HEALTH)
    assert findings == ()
    assert cluster.title == "Healthcare & Human Services"
    assert [(s.title, s.programmes) for s in cluster.sub_clusters] == [
        ("Behavioral & Mental Health", ("Counseling", "Substance Abuse Prevention")),
        ("Biotechnology Research & Development", ("Biomedical Sciences",)),
        ("Personal Care Services", ("Barbering", "Cosmetology")),
    ]
    nurses = cluster.occupations[0]
    assert (nurses.title, nurses.openings_per_year) == ("Registered Nurses", 203_440)
    assert nurses.pay_median_usd_per_hour == 42.8
    assert [s.key for s in cluster.software_skills] == [
        "electronic-medical-records-emr",
        "microsoft-excel",
        "epic",
    ]


def test_the_construction_profile_splits_what_signs_part(tmp_path: Path) -> None:
    cluster, findings = reading(tmp_path, CONSTRUCTION)
    assert [f.code for f in findings] == []
    trades = cluster.sub_clusters[1]
    assert trades.programmes == ("Carpentry", "Electrical", "HVAC/R")
    assert [o.change for o in cluster.occupations] == [3, 9, -1]


@pytest.mark.parametrize(
    "section", ["Top Industry-Recognized Credentials", "Emerging Occupations"]
)
def test_a_missing_section_is_said_and_the_rest_is_read(
    tmp_path: Path, section: str
) -> None:
    first = CONSTRUCTION.index(f"\n{section}\n") + 1
    last = CONSTRUCTION.index("\n\n", CONSTRUCTION.index("\n- ", first)) + 2
    cluster, findings = reading(tmp_path, CONSTRUCTION[:first] + CONSTRUCTION[last:])
    assert [(f.code, f.message) for f in findings] == [
        ("SRC302", f"the section {section} is missing")
    ]
    assert cluster.workplaces
