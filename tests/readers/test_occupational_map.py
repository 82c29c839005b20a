import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.findings import SourceError
from curriculum.model import (
    MapStatus,
    OccupationalMap,
    Tier,
)
from curriculum.paths import PUBLISHED
from curriculum.readers import occupational_map, read
from curriculum.readers._map_titles import key_of
from curriculum.readers._text import Line, SourceText, open_text
from maps import HEADINGS, LAND, Reading, Said, entry, findings
from pace import allowed

DIGITAL = PUBLISHED / "occupational-map-digital.txt"


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)


@pytest.fixture(scope="module")
def digital() -> Said:
    return Said(read(DIGITAL))


class TestDigitalMap:
    def test_has_the_parts_that_the_page_shows(self, digital: Said) -> None:
        assert digital.map.title == "Occupational Map: Digital"
        counts = [
            (
                pathway.title,
                len(pathway.clusters),
                sum(len(c.occupations) for c in pathway.clusters),
                sum(len(o.options) for c in pathway.clusters for o in c.occupations),
            )
            for pathway in digital.map.pathways
        ]
        assert counts == [
            ("Digital Support and Services", 5, 10, 6),
            ("Digital Production, Design and Development", 3, 14, 0),
            ("Digital Business Services", 6, 10, 17),
        ]
        assert len(digital.map.descriptions) == 35

    def test_clusters_stand_under_their_tiers(self, digital: Said) -> None:
        assert [(c.tier.value, c.title) for c in digital.clusters] == [
            ("technical", "IT Support and Services Technician"),
            ("higher technical", "Cyber Security Technician"),
            ("professional", "Cyber Security Professional"),
            ("higher technical", "Hardware, Networks and Infrastructure Technician"),
            ("higher technical", "IT Systems Technician"),
            ("technical", "Software Development Technician"),
            ("higher technical", "Software Development Advanced Technician"),
            ("professional", "Software Development Professional"),
            ("technical", "Data Analyst Technician"),
            ("higher technical", "Data Analyst Advanced Technician"),
            ("professional", "Business Information Professional"),
            ("technical", "Digital Solutions Technician"),
            ("higher technical", "Digital Solutions Advanced Technician"),
            ("professional", "Digital Solutions Professional"),
        ]

    def test_every_occupation_is_told_from_its_neighbours(self, digital: Said) -> None:
        assert digital.entries == [
            "Digital Device Repair Technician 3",
            (
                "Digital Support Technician 3: "
                "Digital Applications Technician, Digital Service Technician"
            ),
            "Infrastructure Technician 3",
            "IT Solutions Technician 3: Hardware Solutions, Software Solutions",
            "Network Cable Installer 3",
            "Radio Network Technician 3",
            "Cyber Security Technologist 4: Technologist, Risk Analyst",
            "Cyber Security Technical Professional (degree) 6",
            "Digital Network & Infrastructure Engineer 4",
            "Computer Systems Analyst",
            "Digital Front End Developer 3",
            "Digital Test Technician 3",
            "Software Development Technician 3",
            "DevOps Engineer 4",
            "Digital Product Analyst / Digital Business Analyst 4",
            "Digital User Experience 4",
            "Games Designer",
            "Gaming Audio Engineer",
            "IT Product Manager",
            "Software Developer 4",
            "Video Games Quality Assurance Technician 4",
            "Digital User Experience (UX) Professional 6",
            "Computer Science/Software Engineer 7",
            "Creative Digital Design Professional 6",
            "Data Technician 3",
            "Data Analyst 4",
            "Data Architect",
            "Data Scientist (degree) 6",
            "Digital Content Administrator 2",
            "Digital Community Manager 4",
            "Digital Content Manager",
            "Artificial Intelligence (AI) Data Specialist (degree) 7",
            (
                "Digital & Technology Solutions Professional (degree) 6: "
                "Business Analyst, Cyber Security Specialist, Data Analyst, "
                "IT Consultant, Network Engineer, Software Engineer"
            ),
            (
                "Digital & Technology Solution Specialist 7: "
                "Cyber Security Technology Specialist, Data Analytics Specialist, "
                "Digital Business & Enterprise System Architecture Specialist, "
                "IT Business Analyst Specialist, IT Operations Management Specialist, "
                "IT Project Management Specialist, IT Strategy Specialist, "
                "IT/Digital Futures Management Specialist, "
                "Network Engineering Specialist, Software Engineering Specialist, "
                "Systems Test & Assurance Specialist"
            ),
        ]

    def test_only_the_erratum_divides_what_the_text_does_not(self) -> None:
        printed = Said(read(DIGITAL, errata=()))
        run_on = (
            "Games Designer Gaming Audio Engineer IT Product Manager Software Developer"
        )
        assert f"{run_on} 4" in printed.entries
        assert len(printed.entries) == 31
        assert printed.lines("SRC210") == [
            (
                f"24: SRC210 {run_on} (4) may be several occupations (it holds Games "
                "Designer, IT Product Manager, Software Developer) and is read as one"
            )
        ]

    def test_the_erratum_is_reported(self, digital: Said) -> None:
        (line,) = digital.lines("SRC010")
        assert line.startswith("24: SRC010 “Games Designer Gaming Audio Engineer")
        assert not digital.lines("SRC210", "SRC211", "SRC212")

    def test_records_keep_their_lines(self, digital: Said) -> None:
        places = {o.title: o.source.place for o in digital.occupations}
        assert places["Radio Network Technician"] == "19"
        assert places["Computer Systems Analyst"] == "21"
        assert places["Digital & Technology Solution Specialist"] == "28"
        assert {o.source.file for o in digital.occupations} == {DIGITAL.name}
        assert [p.source.place for p in digital.map.pathways] == ["18", "23", "26"]
        assert digital.map.descriptions[-1].source.place == "66"

    def test_status_is_unknown_and_said_so_once(self, digital: Said) -> None:
        assert {o.status for o in digital.occupations} == {MapStatus.UNKNOWN}
        assert digital.lines("SRC201") == findings("""
            8: SRC201 the status of all 34 occupations is unknown: the page shows it
                by colour, and the text has no colours
        """)

    def test_legend_and_introduction(self, digital: Said) -> None:
        assert [(e.colour, e.meaning) for e in digital.map.legend] == [
            ("green", "Standard approved for delivery"),
            ("amber", "Standard published"),
            ("red", "Standard in development"),
            ("black", "Standard awaiting development"),
        ]
        first, note = digital.map.introduction
        assert first.startswith("This is one of 15 occupational maps")
        assert note.startswith("The number shown in brackets ()")

    def test_cut_descriptions_are_named(self, digital: Said) -> None:
        assert digital.lines("SRC217", "SRC218") == findings("""
            41: SRC218 the description of Digital Applications Technician ends without
                a full stop: “… technologies, and digital information systems to”
            46: SRC218 the description of Digital User Experience ends without a full
                stop: “… or service as perceived by users”
            62: SRC217 the description of Unified Communications Technician begins
                within a sentence: “communications systems under supervision. They use
                …”
            64: SRC217 the description of Video Games Quality Assurance Technician
                begins within a sentence: “development, responsible for ensuring that
                games …”
        """)

    def test_titles_that_differ_slightly_are_one_occupation(
        self, digital: Said
    ) -> None:
        assert [line.partition(" SRC222 ")[2] for line in digital.lines("SRC222")] == [
            f"{pathways} of the pathways is {descriptions} in the descriptions; "
            "both are kept"
            for pathways, descriptions in (
                ("Digital Support Technician (3)", "Digital Support Technicians (3)"),
                ("IT Solutions Technician (3)", "IT Solution Technician (3)"),
                ("Data Scientist (degree) (6)", "Data Scientist Degree (6)"),
                (
                    "Digital & Technology Solutions Professional (degree) (6)",
                    "Digital & Technology Solutions professional (degree) (6)",
                ),
            )
        ]
        assert "IT Solution Technician" in [
            d.occupation for d in digital.map.descriptions
        ]

    def test_pathways_that_differ_are_named(self, digital: Said) -> None:
        assert digital.lines("SRC223") == findings("""
            49: SRC223 Infrastructure Technician (3) stands in the pathway Digital
                Support and Services and is described under Digital Production Design
                and Development; both are kept
        """)
        wrong, cut = digital.lines("SRC224")
        assert wrong.startswith(
            "31: SRC224 “Development and Digital Business Services” is no pathway of "
            "the map and is given for Community Coordinator/Associate Community "
            "Manager (4), Data Analyst (4), "
        )
        assert cut == (
            "32: SRC224 “Digital Support and” is no pathway of the map and is given "
            "for Computer Systems Analyst"
        )

    def test_occupations_of_one_table_only_are_named(self, digital: Said) -> None:
        undescribed = re.findall(
            r"not have (.+?) of the", "\n".join(digital.lines("SRC219"))
        )
        assert undescribed == [
            "Digital Device Repair Technician (3)",
            "Digital Network & Infrastructure Engineer (4)",
            "Digital Front End Developer (3)",
            "Digital Test Technician (3)",
            "DevOps Engineer (4)",
            "Digital Product Analyst (4) and Digital Business Analyst (4)",
            "Gaming Audio Engineer",
            "Computer Science/Software Engineer (7)",
            "Data Technician (3)",
            "Digital Content Administrator (2)",
            "Digital Content Manager",
            "Artificial Intelligence (AI) Data Specialist (degree) (7)",
        ]
        assert len(digital.lines("SRC220")) == 13
        assert digital.lines("SRC220")[3] == (
            "41: SRC220 Digital Applications Technician (3) is described and stands in "
            "the pathways only as an option of Digital Support Technician (3)"
        )

    def test_one_text_under_two_titles_is_named(self, digital: Said) -> None:
        assert digital.lines("SRC227") == findings("""
            42: SRC227 Digital Community Manager (4) has the same description as
                Community Coordinator/Associate Community Manager (4)
        """)

    def test_no_word_of_the_page_is_lost(self) -> None:
        result = read(DIGITAL, errata=())
        kept = {
            word
            for text in (
                *(record.model_dump_json() for record in result.records),
                *(f.message for f in result.findings),
            )
            for word in key_of(text)
        }
        furniture = set(key_of("Occupations in Cluster i Pathway Description"))
        for line in open_text(DIGITAL).written():
            assert not set(key_of(line.printed)) - kept - furniture, line.number

    def test_is_read_in_50_milliseconds(self) -> None:
        read(DIGITAL)
        times = []
        for _ in range(5):
            start = process_time()
            read(DIGITAL)
            times.append(process_time() - start)
        assert min(times) <= allowed(0.05)


class TestAnotherRoute:
    def test_reads_whole(self, reading: Reading) -> None:
        said = reading(LAND)
        assert [
            (
                p.title,
                c.tier.value,
                c.title,
                c.description,
                [*map(entry, c.occupations)],
            )
            for p in said.map.pathways
            for c in p.clusters
        ] == [
            (
                "Land",
                "technical",
                "Crops",
                "Grow crops.",
                ["Crop Technician 3: Arable, Glass", "Shepherd 2"],
            ),
            (
                "Land",
                "professional",
                "Estates",
                "Run estates.",
                ["Estate Manager (degree) 6"],
            ),
            ("Land", "higher technical", "Soils", "Mend soils.", ["Soil Adviser 4"]),
            (
                "Animal Care",
                "technical",
                "Kennels",
                "Look after dogs.",
                ["Dog Groomer 2", "Kennel Hand 2"],
            ),
        ]
        assert said.codes == {"SRC201", "SRC222"}

    @pytest.mark.parametrize(
        "other",
        [
            LAND.replace("\n", "\r\n"),
            LAND.replace("\n", "\n\n"),
            LAND.replace("\n", "\n \t\n"),
            LAND.replace("\t\n", "\n"),
            LAND.replace(" ", "\u00a0"),
            LAND.replace("Technical Occupations", "technical occupation"),
            LAND.replace("<i>", "<EM>").replace("</i>", "</EM>"),
            LAND.replace("(3)", "(Level 3)"),
            LAND.replace(" - ", " \u2013 "),
            "\ufeff" + LAND,
        ],
        ids=[
            "Windows line ends",
            "blank lines",
            "lines of white space",
            "no tabs at line ends",
            "fixed spaces",
            "small letters",
            "other italics",
            "level in words",
            "long dashes",
            "byte order mark",
        ],
    )
    def test_reads_the_same_however_it_was_pasted(
        self, reading: Reading, other: str
    ) -> None:
        plain, pasted = reading(LAND), reading(other)
        assert pasted.entries == plain.entries
        assert [(c.tier, c.title) for c in pasted.clusters] == [
            (c.tier, c.title) for c in plain.clusters
        ]
        assert len(pasted.map.descriptions) == len(plain.map.descriptions)
        assert pasted.codes == plain.codes

    def test_tiers_are_those_of_the_headings_in_any_order(
        self, reading: Reading
    ) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "P\tProfessional Occupations\tTechnical Occupations\n"
            "\tCluster: A <i>Does it.</i> Adviser (6)\t"
            "Cluster: B <i>Does it.</i> Builder (2)\n"
        )
        assert [(c.title, c.tier) for c in said.clusters] == [
            ("A", Tier.PROFESSIONAL),
            ("B", Tier.TECHNICAL),
        ]

    def test_a_table_may_have_no_column_for_its_name(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "Building\n"
            "Technical Occupations\tHigher Technical Occupations\n"
            "Cluster: A <i>Does it.</i> Bricklayer (2)\t"
            "Cluster: B <i>Does it.</i> Site Supervisor (4)\n"
        )
        assert [p.title for p in said.map.pathways] == ["Building"]
        assert said.map.introduction == ()
        assert said.entries == ["Bricklayer 2", "Site Supervisor 4"]

    def test_two_clusters_may_share_a_cell(self, reading: Reading) -> None:
        said = reading.cell("Baker (2) Cluster: D <i>Does more.</i> Cook (3)")
        assert [(c.title, [o.title for o in c.occupations]) for c in said.clusters] == [
            ("C", ["Baker"]),
            ("D", ["Cook"]),
        ]

    def test_a_pathway_goes_on_under_repeated_headings(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "P\tTechnical Occupations\n"
            "\tCluster: A <i>Does it.</i> Baker (2)\n"
            "P\tTechnical Occupations\n"
            "\tCluster: B <i>Does it.</i> Cook (2)\n"
        )
        assert [(p.title, len(p.clusters)) for p in said.map.pathways] == [("P", 2)]

    def test_the_table_of_descriptions_may_have_other_columns(
        self, reading: Reading
    ) -> None:
        said = reading(
            LAND.replace("Pathway\tOccupation\tDescription", "X").partition("X")[0]
            + "Occupation\tDescription\nShepherd (2)\tKeeps sheep.\n"
        )
        (row,) = said.map.descriptions
        assert (row.pathway, row.occupation, row.level) == ("", "Shepherd", 2)


class TestRecognition:
    def test_a_map_is_recognised(self, reading: Reading) -> None:
        assert occupational_map.recognises(open_text(DIGITAL)) == 1
        reading(LAND)
        assert occupational_map.recognises(open_text(reading.path)) == 1

    def test_a_map_without_headings_is_recognised(self, reading: Reading) -> None:
        reading(LAND.replace(HEADINGS, ""))
        assert occupational_map.recognises(open_text(reading.path)) > 0.5

    @pytest.mark.parametrize(
        "other",
        sorted(p.name for p in PUBLISHED.glob("*.txt") if p != DIGITAL),
    )
    def test_other_documents_are_not(self, other: str) -> None:
        assert occupational_map.recognises(open_text(PUBLISHED / other)) < 0.5

    def test_a_page_about_maps_is_not(self) -> None:
        page = lines(
            "Occupational Map: Digital", "View this occupation on the map.", "Level: 3"
        )
        assert occupational_map.recognises(page) < 0.5

    def test_text_of_another_form_gives_findings_and_no_record(self) -> None:
        [said] = occupational_map.read(lines("K1: how to bake bread"))
        assert str(said).endswith(
            "1: SRC204 the text has no table of a map, and nothing is read from it"
        )

    def test_text_of_another_form_is_refused(self, reading: Reading) -> None:
        with pytest.raises(SourceError, match="holds nothing of what"):
            reading("K1: how to bake bread\n")


def lines(*texts: str) -> SourceText:
    numbered = [Line(n, text, text) for n, text in enumerate(texts, start=1)]
    return SourceText("made.txt", "", numbered)


pieces = st.sampled_from(
    [
        *("Cluster: ", "<i>", "</i>", " - ", "(3)", "(6)", "/", " | ", ";", ":", "\t"),
        *("\n", "P\tTechnical Occupations\n", "Pathway\tOccupation\tDescription\n"),
        *("Occupational Map: X", "Cook", "Chef ", " Maid", "é", "&", " ", "[a](#)"),
        "Occupations in red: Gone\n",
    ]
)


@given(st.lists(pieces, max_size=40))
def test_any_text_is_read_without_a_fault_and_without_loss(parts: list[str]) -> None:
    page = lines(*"".join(parts).split("\n"))
    found = list(occupational_map.read(page))
    told = " ".join(str(thing) for thing in found)
    if any(isinstance(thing, OccupationalMap) for thing in found):
        for title in ("Cook", "Chef", "Maid"):
            assert title in told or title not in "".join(parts)
    else:
        assert "nothing is read from it" in told


def test_every_code_given_is_declared() -> None:
    sources = Path(occupational_map.__file__).parent.glob("*map*.py")
    given = set().union(
        *(re.findall(r"\"(SRC2\d\d)\",", s.read_text()) for s in sources)
    )
    assert given == set(occupational_map.FINDINGS)
    assert all(text.endswith(".") for text in occupational_map.FINDINGS.values())
