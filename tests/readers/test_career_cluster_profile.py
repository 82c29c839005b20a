"""Profiles as Advance CTE publishes them: the shipped one, and one made up here."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum.findings import Finding, Severity
from curriculum.model import CareerCluster, MarketOccupation
from curriculum.paths import PUBLISHED
from curriculum.readers import all_readers, read
from curriculum.readers import career_cluster_profile as reader
from curriculum.readers._text import Line, SourceText, open_text
from curriculum.sources import all_errata

SHIPPED = PUBLISHED / "career-cluster-profile-digital-technology.txt"

OVERVIEW = "Overview: Hospitality, Events, & Tourism Career Cluster"

MADE = """\
Profiles serve as a resource for each Career Cluster.

Overview: Hospitality, Events, & Tourism Career Cluster

The cluster welcomes guests. It is read with the

Appendix to it.

2

Sub-Clusters, Definitions, & Example Programs of Study

Accommodation
Careers in hotels and other places
where guests stay overnight.
Example Programs of Study
• Front Office
• Hotel Management

Conferences & Events

Careers in planning and holding events of any size for guests.

Example Programs of Study

Event Planning

Top Occupations

The following table displays the top occupations. The table is reflective of \
national data and was pulled in 2025.

FIGURE 1

Source: U.S. Bureau of Labor Statistics; Lightcast Database.

Occupation Title\t2025 Jobs\t2030 Jobs\t% Change\t2024 Hires\t\
Avg. Annual Openings\t10th Percentile Hourly\tMedian Hourly\t\
Typical Entry Level Education
Chefs\t1,000\t1,100\t10%\t300\t90\t\\$12.50\t\\$20.00\tHigh school diploma
Lodging Managers\t2,000\t1,980\t-1%\t250\t80\t$15.00\t$31.25\tBachelor's degree

Top Industry-Recognized Credentials

• **ServSafe** Manager
• Certified Meeting Professional (CMP)

These credentials were identified using national labor market information from 2025.

HIGH-DEMAND SKILLS

* Guest Service
* Problem-solving

HIGH-DEMAND SOFTWARE SKILLS

Opera (Property, Cloud), Excel, and C#

Sample Occupations

1. Chef
2. Concierge

Emerging Occupations

○ Wellness Guide

Sample Places of Work

▪ Hotels
▪ Cafés

Acknowledgments

This Advance CTE resource was authored by many hands over one year.

About Advance CTE

Nothing here is read at all.
"""

Reading = tuple[CareerCluster, list[Finding]]
Made = Callable[[str], Reading]


def reading(path: Path, *, errata: bool = True) -> Reading:
    text = open_text(path)
    if errata:
        text.correct(e for e in all_errata() if e.reader == "career_cluster_profile")
    things = list(reader.read(text))
    [cluster] = [thing for thing in things if isinstance(thing, CareerCluster)]
    found = [thing for thing in things if isinstance(thing, Finding)]
    return cluster, found + text.corrections()


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def read(text: str) -> Reading:
        path = tmp_path / "made.txt"
        path.write_bytes(text.encode())
        return reading(path, errata=False)

    return read


@pytest.fixture(scope="module")
def digital() -> CareerCluster:
    return reading(SHIPPED)[0]


def of(text: str) -> SourceText:
    rows = [Line(at, row, row) for at, row in enumerate(text.split("\n"), start=1)]
    return SourceText("made.txt", "", rows)


def lines(findings: list[Finding], *codes: str) -> list[str]:
    return [str(f) for f in findings if not codes or f.code in codes]


def changed(old: str, new: str) -> str:
    assert old in MADE
    return MADE.replace(old, new)


class TestTheShippedProfile:
    def test_names_the_cluster_and_defines_it(self, digital: CareerCluster) -> None:
        assert digital.title == "Digital Technology"
        first, second = digital.definition
        assert "read the Interdisciplinary Elements explainer" in first
        assert second.startswith("The Digital Technology Career Cluster focuses on")

    def test_has_six_sub_clusters_with_their_programmes(
        self, digital: CareerCluster
    ) -> None:
        assert {sub.title: sub.programmes for sub in digital.sub_clusters} == {
            "Data Science & Artificial Intelligence": (
                "Applied Data Science & Analytics",
            ),
            "Information Technology (IT) Support & Services": (
                "Information Support & Services",
            ),
            "Network Systems & Cybersecurity": (
                "Computer Networking",
                "Cybersecurity",
                "IT Systems",
            ),
            "Software Solutions": (
                "App Design",
                "Computer Simulation",
                "Game Development",
                "Programming",
            ),
            "Unmanned Vehicle Technology": (
                "Drone Technology",
                "Unmanned Aircraft Systems",
            ),
            "Web & Cloud": (
                "Cloud Computing",
                "Web & Digital Communications",
                "Web Development",
            ),
        }
        assert all(
            sub.definition.startswith("Careers ") for sub in digital.sub_clusters
        )
        assert "machines. AI requires" in digital.sub_clusters[0].definition

    def test_has_the_table_with_its_units(self, digital: CareerCluster) -> None:
        assert len(digital.occupations) == 17
        developers, last = digital.occupations[0], digital.occupations[-1]
        assert developers.model_dump(exclude={"source"}) == {
            "title": "Software Developers",
            "jobs_2024": 1791385,
            "jobs_2029": 2082344,
            "change": 16.0,
            "hires_2023": 626133,
            "openings_per_year": 160067,
            "pay_p10_usd_per_hour": 36.5,
            "pay_median_usd_per_hour": 63.39,
            "entry_education": "Bachelor's degree",
        }
        assert str(last.source) == f"{SHIPPED.name}:120"
        assert last.entry_education == "Some college, no degree"
        [fallen] = [o for o in digital.occupations if (o.change or 0) < 0]
        assert (fallen.title, fallen.change) == ("Computer Programmers", -1.0)

    def test_leaves_no_cell_of_the_table_empty(self, digital: CareerCluster) -> None:
        for occupation in digital.occupations:
            assert None not in occupation.model_dump().values()

    def test_says_where_the_figures_come_from_and_how_far_they_hold(
        self, digital: CareerCluster
    ) -> None:
        assert digital.market_source == (
            "U.S. Bureau of Labor Statistics, QCEW; Lightcast Database; "
            "U.S. Census Bureau."
        )
        caveats = digital.market_caveats
        assert [" ".join(caveat.split()[:4]) for caveat in caveats] == [
            "The skills and occupations",
            "The table is reflective",
            "To contextualize this data,",
            "These credentials are commonly",
        ]
        assert "data in this table will not be updated" in caveats[1]
        assert "hourly living wage" in caveats[2]
        assert "Advance CTE" in digital.acknowledgements[0]

    def test_has_its_lists(self, digital: CareerCluster) -> None:
        credentials = [entry.wording for entry in digital.credentials]
        emerging = [entry.wording for entry in digital.emerging_occupations]
        assert len(credentials) == 10
        assert credentials[0] == "Certified Information Systems Security Professional"
        assert len(digital.sample_occupations) == 19
        assert len(emerging) == 16
        assert emerging[1:3] == [
            "AI Ethics Officer",
            "Bioinformatics & Computational Biologist",
        ]
        assert len(digital.workplaces) == 12
        assert digital.emerging_occupations[1].text == "Al Ethics Officer"

    def test_keeps_the_skill_lines_as_lines(self, digital: CareerCluster) -> None:
        assert len(digital.skills) == 11
        third = digital.skills[2]
        assert third.key == (
            "presentation-of-data-data-based-arguments-digital-technologies"
        )
        assert third.text.startswith("Presentation of data. data-based")
        assert third.wording.startswith("Presentation of data, data-based")
        assert not any(skill.software for skill in digital.skills)

    def test_has_every_software_skill_apart(self, digital: CareerCluster) -> None:
        assert [skill.wording for skill in digital.software_skills] == [
            "AI Tools",
            "Artificial intelligence",
            "Machine Learning",
            "Error-checking / accuracy validation",
            "C#",
            "C++",
            "HTML",
            "Linux",
            "Python",
            "Scripting",
            "Java",
            "Javascript",
            "Angular (Web Framework)",
            "Cascading Style Sheets (CSS)",
            "Git (Version Control System)",
            "JIRA",
            "Operating Systems",
            "PowerBI",
            "R / RStudio",
            "RESTful API",
            "Software Development",
            "Software Engineering",
            "Tableau",
            "Amazon Web Services",
            "Cloud",
            "Cybersecurity",
            "Digital forensics",
            "Computer Science",
            "Information Systems",
        ]
        first, second = digital.software_skills[:2]
        assert (first.key, first.text, first.meant) == (
            "ai-tools",
            "Al Tools",
            "AI Tools",
        )
        assert (second.text, second.meant) == ("Artificial intelligence", None)
        assert all(skill.software for skill in digital.software_skills)

    def test_reports_each_correction_and_little_else(self) -> None:
        found = reading(SHIPPED)[1]
        errata = [e for e in all_errata() if e.reader == "career_cluster_profile"]
        assert sum(f.code == "SRC010" for f in found) == len(errata)
        name = SHIPPED.name
        assert [line for line in lines(found) if "SRC010" not in line] == [
            (
                f"{name}:25: SRC308 “Interdisciplinary Elements explainer resource. "
                "This profile…” goes on from the line above and is read with it"
            ),
            (
                f"{name}:205: SRC308 “Biologist” goes on from the line above and is "
                "read with it"
            ),
        ]

    def test_each_erratum_stands_on_the_line_that_it_names(self) -> None:
        printed = open_text(SHIPPED).lines
        errata = [e for e in all_errata() if e.reader == "career_cluster_profile"]
        assert [e for e in errata if e.printed not in printed[e.line - 1].printed] == []


class TestTheShippedProfileWithoutErrata:
    def test_is_read_as_printed_or_refused_with_a_finding(self) -> None:
        cluster, found = reading(SHIPPED, errata=False)
        name = SHIPPED.name
        assert cluster.occupations[0].jobs_2024 is None
        assert cluster.occupations[10].entry_education == "BachelorS degree"
        assert [skill.text for skill in cluster.software_skills[:2]] == [
            "Al Tools",
            (
                "Artificial intelligence Machine Learning Error-checking / accuracy "
                "validation"
            ),
        ]
        assert [len(sub.programmes) for sub in cluster.sub_clusters] == [1] * 6
        assert lines(found, "SRC326", "SRC329") == [
            (
                f"{name}:104: SRC326 Software Developers: 2024 Jobs “1.791,385” cannot "
                "be read as a whole number"
            ),
            (
                f"{name}:114: SRC329 Web and Digital Interface Designers: “BachelorS "
                "degree” stands where others have “Bachelor's degree”"
            ),
        ]

    def test_doubts_what_may_be_run_together_or_misread(self) -> None:
        found = reading(SHIPPED, errata=False)[1]
        doubts = [f for f in found if f.code in {"SRC307", "SRC309"}]
        assert [(f.code, f.source.place) for f in doubts] == [
            ("SRC309", "37"),
            ("SRC307", "57"),
            ("SRC307", "67"),
            ("SRC307", "75"),
            ("SRC307", "83"),
            ("SRC309", "147"),
            ("SRC307", "160"),
            ("SRC309", "160"),
            ("SRC309", "203"),
        ]

    def test_keeps_an_entry_over_two_bullets_as_two(self) -> None:
        cluster, _ = reading(SHIPPED, errata=False)
        assert len(cluster.emerging_occupations) == 17


class TestAnotherProfile:
    def test_is_read_whole(self, made: Made) -> None:
        cluster, _ = made(MADE)
        assert cluster.title == "Hospitality, Events, & Tourism"
        assert cluster.definition == (
            "The cluster welcomes guests. It is read with the Appendix to it.",
        )
        assert [s.model_dump(exclude={"source"}) for s in cluster.sub_clusters] == [
            {
                "title": "Accommodation",
                "definition": (
                    "Careers in hotels and other places where guests stay overnight."
                ),
                "programmes": ("Front Office", "Hotel Management"),
            },
            {
                "title": "Conferences & Events",
                "definition": (
                    "Careers in planning and holding events of any size for guests."
                ),
                "programmes": ("Event Planning",),
            },
        ]
        assert [e.text for e in cluster.credentials] == [
            "ServSafe Manager",
            "Certified Meeting Professional (CMP)",
        ]
        assert [s.key for s in cluster.skills] == ["guest-service", "problem-solving"]
        assert [s.text for s in cluster.software_skills] == [
            "Opera (Property, Cloud)",
            "Excel",
            "C#",
        ]
        assert [e.text for e in cluster.sample_occupations] == ["Chef", "Concierge"]
        assert [e.text for e in cluster.emerging_occupations] == ["Wellness Guide"]
        assert [e.text for e in cluster.workplaces] == ["Hotels", "Cafés"]
        assert cluster.market_caveats == (
            "The table is reflective of national data and was pulled in 2025.",
            (
                "These credentials were identified using national labor market "
                "information from 2025."
            ),
        )
        assert len(cluster.acknowledgements) == 1

    def test_fills_the_figures_by_position_and_says_that_years_differ(
        self, made: Made
    ) -> None:
        cluster, found = made(MADE)
        chefs, managers = cluster.occupations
        assert (chefs.jobs_2024, chefs.jobs_2029, chefs.hires_2023) == (1000, 1100, 300)
        assert (managers.change, managers.pay_median_usd_per_hour) == (-1.0, 31.25)
        assert lines(found) == [
            (
                "made.txt:7: SRC308 “Appendix to it.” goes on from the line above "
                "and is read with it"
            ),
            "made.txt:36: SRC323 the column 2025 Jobs is held as jobs_2024",
            "made.txt:36: SRC323 the column 2030 Jobs is held as jobs_2029",
            "made.txt:36: SRC323 the column 2024 Hires is held as hires_2023",
        ]

    def test_reads_the_same_with_windows_line_ends_and_headings_in_markdown(
        self, made: Made
    ) -> None:
        plain, _ = made(MADE)
        dressed, _ = made(
            re.sub(r"^(Top|Sample|HIGH)", r"## \1", MADE, flags=re.MULTILINE)
            .replace("\n", "\r\n")
            .replace("Acknowledgments", "**Acknowledgements:**")
        )
        assert dressed == plain

    def test_reads_a_table_set_in_bars(self, made: Made) -> None:
        plain, _ = made(MADE)
        barred, _ = made(
            re.sub(r"^(.*\t.*)$", r"| \1 |", MADE, flags=re.MULTILINE).replace(
                "\t", " | "
            )
        )
        assert barred.occupations == plain.occupations

    def test_reads_headings_that_a_page_break_repeats_once(self, made: Made) -> None:
        head = next(line for line in MADE.splitlines() if "2025 Jobs" in line)
        cluster, found = made(changed("Lodging", f"{head}\nLodging"))
        assert [o.title for o in cluster.occupations] == ["Chefs", "Lodging Managers"]
        assert not lines(found, "SRC326")

    def test_drops_page_numbers_and_running_heads_anywhere(self, made: Made) -> None:
        plain, _ = made(MADE)
        strewn, found = made(
            changed(
                "• Hotel", "\f12\n•\n---\nIndustry Sector Profile | Tourism\n• Hotel"
            )
        )
        assert strewn.sub_clusters[0].programmes == plain.sub_clusters[0].programmes
        assert not lines(found, "SRC304")


class TestTheTable:
    def row(self, made: Made, cells: str) -> tuple[MarketOccupation, list[str]]:
        whole = (
            "Chefs\t1,000\t1,100\t10%\t300\t90\t\\$12.50\t\\$20.00\tHigh school diploma"
        )
        cluster, found = made(changed(whole, cells.replace(" | ", "\t")))
        told = [f.message for f in found if f.source.place == "37"]
        return cluster.occupations[0], told

    def test_leaves_a_cell_that_cannot_be_read_empty(self, made: Made) -> None:
        chefs, told = self.row(
            made, "Chefs | 1.000,5 | n/a | about 10% | 3 00 | <10 | £12 | $20.00 | None"
        )
        assert told == [
            "Chefs: 2025 Jobs “1.000,5” cannot be read as a whole number",
            "Chefs: 2030 Jobs “n/a” cannot be read as a whole number",
            "Chefs: % Change “about 10%” cannot be read as a percentage",
            "Chefs: 2024 Hires “3 00” cannot be read as a whole number",
            "Chefs: Avg. Annual Openings “<10” cannot be read as a whole number",
            "Chefs: 10th Percentile Hourly “£12” cannot be read as US dollars",
        ]
        assert (chefs.jobs_2024, chefs.pay_median_usd_per_hour) == (None, 20.0)

    def test_names_an_empty_cell(self, made: Made) -> None:
        chefs, told = self.row(
            made, "Chefs | 1,000 |  | 10% | 300 | 90 | $12.50 | $20.00 | None"
        )
        assert told == ["Chefs: 2030 Jobs is empty"]
        assert chefs.jobs_2029 is None

    def test_keeps_what_a_short_row_has(self, made: Made) -> None:
        chefs, told = self.row(made, "Chefs | 1,000 | 1,100 | 10%")
        assert told == ["Chefs has 4 cells under 9 headings and is read from the left"]
        assert (chefs.jobs_2029, chefs.hires_2023) == (1100, None)

    def test_takes_no_figure_for_another_where_a_cell_is_lost(self, made: Made) -> None:
        chefs, told = self.row(
            made, "Chefs | 1,000 | 1,100 | 300 | 90 | $12.50 | $20.00 | None"
        )
        assert (chefs.change, chefs.openings_per_year) == (None, None)
        assert chefs.pay_median_usd_per_hour is None
        assert "Chefs: % Change “300” cannot be read as a percentage" in told

    def test_names_what_a_long_row_has_too_much(self, made: Made) -> None:
        _, told = self.row(
            made, "Chefs | 10 | 11 | 10% | 300 | 90 | $12.50 | $20.00 | None | x | y"
        )
        assert told == [
            (
                "Chefs has 11 cells under 9 headings and is read from the left; "
                "“x; y” is not read"
            )
        ]

    @pytest.mark.parametrize(
        ("now", "then", "change", "agrees"),
        [
            ("1,000", "1,075", "7%", True),
            ("1,000", "1,075", "8%", True),
            ("1,000", "1,075", "9%", False),
            ("1,000", "1,075", "7.5%", True),
            ("1,000", "1,075", "7.4%", False),
            ("1,000", "989", "-1%", True),
            ("1,000", "989", "\u22121 %", True),
            ("1,000", "989", "1%", False),
            ("0", "989", "1%", True),
        ],
    )
    def test_compares_the_printed_change_with_the_jobs(
        self, made: Made, now: str, then: str, change: str, *, agrees: bool
    ) -> None:
        cells = f"Chefs | {now} | {then} | {change} | 3 | 9 | $1.50 | $2.00 | None"
        _, told = self.row(made, cells)
        assert (told == []) is agrees

    def test_says_how_change_and_jobs_differ(self, made: Made) -> None:
        _, told = self.row(
            made, "Chefs | 1,000 | 1,100 | 12% | 300 | 90 | $25.50 | $20 | None |  | "
        )
        assert told == [
            (
                "Chefs: the printed change is 12%, but the jobs 1,000 and 1,100 differ "
                "by 10.0%"
            ),
            (
                "Chefs: the 10th percentile of pay, 25.50 dollars, is over the median, "
                "20.00"
            ),
        ]

    def test_names_columns_that_it_misses_or_does_not_know(self, made: Made) -> None:
        cluster, found = made(changed("Median Hourly", "Median Annual"))
        assert lines(found, "SRC322") == [
            "made.txt:36: SRC322 the column Median Annual is not read",
            "made.txt:36: SRC322 the table has no column for pay_median_usd_per_hour",
        ]
        assert cluster.occupations[0].pay_median_usd_per_hour is None

    def test_leaves_out_a_third_year_of_jobs_and_says_so(self, made: Made) -> None:
        cluster, found = made(
            changed("2030 Jobs", "2030 Jobs\t2035 Jobs").replace(
                "\t1,100\t", "\t1,100\t1,200\t"
            )
        )
        assert cluster.occupations[0].jobs_2029 == 1100
        assert lines(found, "SRC322") == [
            "made.txt:36: SRC322 the column 2035 Jobs is not read"
        ]

    def test_reads_no_row_without_headings(self, made: Made) -> None:
        [head] = [line for line in MADE.splitlines() if "2025 Jobs" in line]
        cluster, found = made(changed(head, ""))
        assert cluster.occupations == ()
        assert lines(found, "SRC321") == [
            "made.txt:37: SRC321 “Chefs” stands before the headings and is not read",
            (
                "made.txt:38: SRC321 “Lodging Managers” stands before the headings "
                "and is not read"
            ),
        ]

    def test_refuses_a_figure_of_five_thousand_digits(self, made: Made) -> None:
        chefs, told = self.row(made, f"Chefs | {'9' * 5000} | 1")
        assert chefs.jobs_2024 is None
        assert len(told) == 2


class TestOddities:
    def test_names_each_section_that_is_missing(self, made: Made) -> None:
        cut = MADE.index("Top Occupations"), MADE.index("HIGH-DEMAND SKILLS")
        cluster, found = made(MADE[: cut[0]] + MADE[cut[1] :])
        assert lines(found, "SRC302") == [
            "made.txt: SRC302 the section Top Occupations is missing",
            (
                "made.txt: SRC302 the section Top Industry-Recognized Credentials is "
                "missing"
            ),
        ]
        assert cluster.occupations == ()
        assert len(cluster.skills) == 2

    def test_names_a_section_with_nothing_in_it(self, made: Made) -> None:
        _, found = made(changed("○ Wellness Guide\n", ""))
        assert lines(found, "SRC305") == [
            "made.txt:61: SRC305 nothing stands under Emerging Occupations"
        ]

    def test_reads_nothing_under_a_heading_that_it_does_not_know(
        self, made: Made
    ) -> None:
        cluster, found = made(
            changed(
                "* Problem-solving\n", "* Tact\n\nHIGH-DEMAND VIRTUES\n\n* Patience\n"
            )
        )
        assert [skill.text for skill in cluster.skills] == ["Guest Service", "Tact"]
        assert lines(found, "SRC304") == [
            (
                "made.txt:52: SRC304 “HIGH-DEMAND VIRTUES” has no place under "
                "High-Demand Skills and is not read"
            ),
            (
                "made.txt:54: SRC304 “Patience” has no place under High-Demand Skills "
                "and is not read"
            ),
        ]

    def test_joins_an_entry_that_goes_on_in_the_next_line(self, made: Made) -> None:
        cluster, found = made(changed("▪ Hotels\n", "▪ Hotels, inns and\n▪ hostels\n"))
        assert cluster.workplaces[0].text == "Hotels, inns and hostels"
        assert len(lines(found, "SRC308")) == 2

    def test_joins_an_entry_that_is_wrapped(self, made: Made) -> None:
        cluster, _ = made(changed("▪ Hotels\n", "▪ Hotels of\nany size\n"))
        assert [e.text for e in cluster.workplaces] == ["Hotels of any size", "Cafés"]

    def test_keeps_a_line_that_lost_its_bullet(self, made: Made) -> None:
        cluster, found = made(changed("▪ Cafés", "\nCafés & Bars"))
        assert [e.text for e in cluster.workplaces] == ["Hotels", "Cafés & Bars"]
        assert lines(found, "SRC311") == [
            "made.txt:69: SRC311 “Cafés & Bars” has no bullet and is read as an entry"
        ]

    def test_reads_a_list_without_bullets(self, made: Made) -> None:
        cluster, found = made(changed("1. Chef\n2. Conc", "Chef\nWaiter\n· Conc"))
        assert [e.text for e in cluster.sample_occupations] == [
            "Chef",
            "Waiter",
            "Concierge",
        ]
        assert lines(found) == lines(made(MADE)[1])

    def test_names_an_entry_that_stands_twice(self, made: Made) -> None:
        cluster, found = made(
            changed("* Problem-solving", "* Problem Solving\n* problem-solving")
        )
        assert len(cluster.skills) == 3
        assert lines(found, "SRC310") == [
            (
                "made.txt:51: SRC310 “problem-solving” stands under High-Demand Skills "
                "on line 50 already"
            )
        ]

    def test_tells_c_sharp_from_c_plus_plus(self, made: Made) -> None:
        cluster, found = made(changed("Excel, and C#", "Excel, C#, , C++, C,"))
        assert [s.key for s in cluster.software_skills[2:]] == [
            "c-sharp",
            "c-plus-plus",
            "c",
        ]
        assert not lines(found, "SRC310")

    def test_names_what_a_sub_cluster_lacks(self, made: Made) -> None:
        _, found = made(changed("• Front Office\n• Hotel Management\n", ""))
        assert lines(found, "SRC306") == [
            "made.txt:13: SRC306 Accommodation has no example programmes of study"
        ]

    def test_keeps_a_sub_cluster_without_definition(self, made: Made) -> None:
        definition = "Careers in planning and holding events of any size for guests.\n"
        cluster, found = made(changed(definition, ""))
        assert [(s.title, s.definition) for s in cluster.sub_clusters][1:] == [
            ("Conferences & Events", "")
        ]
        assert lines(found, "SRC306") == [
            "made.txt:20: SRC306 Conferences & Events has no definition"
        ]

    def test_makes_a_definition_whole_that_a_page_break_cuts(self, made: Made) -> None:
        plain, _ = made(MADE)
        cut, found = made(changed("of any size", "of\n\n17\n\nany size"))
        assert cut.sub_clusters[1].definition == plain.sub_clusters[1].definition
        assert [f.source.place for f in found if f.code == "SRC308"] == ["7", "26"]

    @pytest.mark.parametrize(
        "before",
        [
            "Accommodation\n",
            "Example Programs of Study\n\nEvent Planning",
            "Event Planning",
        ],
    )
    def test_names_lines_among_sub_clusters_that_fit_nowhere(
        self, made: Made, before: str
    ) -> None:
        stray = "see also the other guides"
        sentence = f"For more on this {stray}."
        cluster, found = made(changed(before, f"• {stray}\n{sentence}\n{before}"))
        told = " ".join(f.message for f in found) + str(cluster.sub_clusters)
        assert stray in told
        assert sentence in told
        assert [s.title for s in cluster.sub_clusters] == [
            "Accommodation",
            "Conferences & Events",
        ]

    @settings(deadline=None)
    @given(
        st.integers(min_value=0, max_value=60),
        st.lists(st.sampled_from(["Zab", "zeb", "zib,", "Zob."]), unique=True),
    )
    def test_never_loses_a_line_under_its_headings(
        self, at: int, words: list[str]
    ) -> None:
        rows = MADE.split("\n")
        first, last = (rows.index(row) for row in (OVERVIEW, "About Advance CTE"))
        at = first + 1 + at % (last - first)
        text = of("\n".join([*rows[:at], " ".join(words), *rows[at:]]))
        told = " ".join(map(str, reader.read(text)))
        assert [word for word in words if word.strip(",.") not in told] == []

    @settings(deadline=None)
    @given(st.text(max_size=80), st.integers(0, MADE.count("\n")))
    def test_reads_on_whatever_a_line_says(self, line: str, at: int) -> None:
        rows = MADE.split("\n")
        things = list(reader.read(of("\n".join([*rows[:at], line, *rows[at + 1 :]]))))
        assert sum(isinstance(thing, CareerCluster) for thing in things) == 1

    def test_loses_no_line_that_it_cannot_place(self, made: Made) -> None:
        odd = "Figures marked with a dagger"
        _, found = made(changed("FIGURE 1\n", f"{odd}\n"))
        assert lines(found, "SRC304") == [
            (
                f"made.txt:32: SRC304 “{odd}” has no place under Top Occupations and "
                "is not read"
            )
        ]

    def test_says_what_an_introduction_says_of_the_figures(self, made: Made) -> None:
        context = "Occupations, Employment Contexts, Credentials, & Skills"
        advice = "Leaders can use this page in many ways. "
        figures = "It rests on labor market information from 2025."
        cluster, found = made(
            changed("Top Occ", f"{context}\n\n{advice}{figures}\n\n- Odd\n\nTop Occ")
        )
        assert cluster.market_caveats[0] == figures
        assert lines(found, "SRC304") == [
            f"made.txt:32: SRC304 “Odd” has no place under {context} and is not read"
        ]

    def test_names_a_table_without_source(self, made: Made) -> None:
        cluster, found = made(changed("Source: U.S. Bureau", "See the U.S. Bureau"))
        assert cluster.market_source == ""
        assert [f.code for f in found if f.code == "SRC312"] == ["SRC312"]

    def test_takes_the_title_from_a_sentence_and_says_so(self, made: Made) -> None:
        cluster, found = made(
            changed(
                "Overview: Hospitality, Events, & Tourism Career Cluster", "Overview"
            ).replace("The cluster welcomes", "The Tourism Career Cluster welcomes")
        )
        assert cluster.title == "Tourism"
        assert lines(found, "SRC303") == [
            "made.txt: SRC303 the cluster's title, Tourism, is taken from a sentence"
        ]

    def test_without_any_title_is_an_error(self, made: Made) -> None:
        cluster, found = made(changed(OVERVIEW, "Overview"))
        assert cluster.title == ""
        assert [f.severity for f in found if f.code == "SRC303"] == [Severity.ERROR]

    def test_keeps_signs_emoji_and_other_tongues(self, made: Made) -> None:
        odd = "=SUM(A1) & <b> 🍰 Gwesty\u2019r Ddraig, Zażółć"
        cluster, _ = made(changed("▪ Hotels", f"▪ {odd}"))
        assert cluster.workplaces[0].text == odd


class TestRecognition:
    def test_knows_profiles(self, tmp_path: Path) -> None:
        path = tmp_path / "made.txt"
        path.write_text(MADE, "utf-8")
        assert reader.recognises(open_text(path)) == 1
        assert reader.recognises(open_text(SHIPPED)) == 1

    @pytest.mark.parametrize(
        "other", sorted(set(PUBLISHED.glob("*.txt")) - {SHIPPED}), ids=lambda p: p.stem
    )
    def test_leaves_other_documents_alone(self, other: Path) -> None:
        assert reader.recognises(open_text(other)) < 0.5

    def test_yields_only_an_error_for_a_text_without_sections(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "letter.txt"
        path.write_text("Dear all,\n\nthe profile follows.\n")
        text = open_text(path)
        assert reader.recognises(text) == 0
        [found] = reader.read(text)
        assert isinstance(found, Finding)
        assert found.severity is Severity.ERROR
        assert str(found) == (
            "letter.txt: SRC301 holds none of the sections of a career-cluster profile"
        )

    def test_is_among_the_readers(self) -> None:
        assert "career_cluster_profile" in {r.name for r in all_readers()}


def test_every_code_that_is_given_is_declared() -> None:
    folder = Path(str(reader.__file__)).parent
    files = [*folder.glob("_profile_*.py"), Path(str(reader.__file__))]
    given = {
        code
        for file in files
        for code in re.findall(r'\(\s*"(SRC\d{3})"', file.read_text("utf-8"))
    }
    assert given == set(reader.FINDINGS)
    assert all(re.fullmatch(r"SRC3[0-4]\d", code) for code in given)


def test_a_table_whose_tabs_became_spaces_reads_the_same(tmp_path: Path) -> None:
    text = SHIPPED.read_text("utf-8")
    spaced = tmp_path / "spaced.txt"
    spaced.write_text(text.replace("\t", "    "), "utf-8")
    [wanted], [got] = read(SHIPPED).records, read(spaced).records
    assert isinstance(wanted, CareerCluster)
    assert isinstance(got, CareerCluster)
    plain = {"source"}
    assert [o.model_dump(exclude=plain) for o in got.occupations] == [
        o.model_dump(exclude=plain) for o in wanted.occupations
    ]
