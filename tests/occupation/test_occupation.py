"""One occupation seen from the map, the library and the labour market."""

from pathlib import Path

import pytest

from curriculum.findings import SourceError
from curriculum.library.store import Library
from curriculum.occupation import Charts, OccupationReport, report
from curriculum.occupation.finding import shipped_maps
from curriculum.occupation.page import as_page
from curriculum.occupation.records import Certainty, Cluster
from curriculum.occupation.text import lines
from curriculum.occupation_links import Links, links_of
from curriculum.paths import WORKED_EXAMPLE
from curriculum.pipeline import load
from curriculum.writers._position_rows import in_demand
from library_files import add, standard, write
from maps import LAND

OFFICIAL = Charts.of((), ())
CONFIRMED = links_of(())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library that holds a shepherd of level 2 and a lighthouse keeper."""
    path = tmp_path / "it.sqlite3"
    with Library(path, create=True) as shelves:
        shepherd = standard("ST8001", title="Shepherd", level=2)
        add(shelves, write(tmp_path / "one.json", shepherd))
        add(shelves, write(tmp_path / "two.json", standard("ST8002")))
    return path


@pytest.fixture
def land(tmp_path: Path) -> Charts:
    path = tmp_path / "land.txt"
    path.write_text(LAND, encoding="utf-8")
    return Charts.of([path], [])


def of(name: str, library: Path = Path("none.sqlite3")) -> OccupationReport:
    return report(name, OFFICIAL, CONFIRMED, library)


def occupations(clusters: tuple[Cluster, ...]) -> list[tuple[str, list[str]]]:
    return [(c.title, [o.title for o in c.occupations]) for c in clusters]


def test_what_lies_above_beside_and_below_on_its_pathway() -> None:
    (place,) = of("Cyber Security Technologist").places
    assert place.pathway == "Digital Support and Services"
    assert occupations(place.above) == [
        (
            "Cyber Security Professional",
            ["Cyber Security Technical Professional (degree)"],
        )
    ]
    assert [title for title, _ in occupations(place.beside)] == [
        "Hardware, Networks and Infrastructure Technician",
        "IT Systems Technician",
    ]
    assert [title for title, _ in occupations(place.below)] == [
        "IT Support and Services Technician"
    ]


def test_the_others_of_its_own_cluster_stand_beside_it() -> None:
    (place,) = of("software development technician").places
    assert [o.title for o in place.companions] == [
        "Digital Front End Developer",
        "Digital Test Technician",
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Software Developers", "Software Developer"),
        ("Data Analyst (4)", "Data Analyst"),
        ("data scientist", "Data Scientist (degree)"),
        ("Digital Business Analyst", "Digital Product Analyst"),
        ("Network Engineer", "Network Engineer"),
        ("ST0128", "Software Development Technician"),
        ("st0128@1.1", "Software Development Technician"),
    ],
)
def test_a_name_is_found_as_people_write_it(name: str, title: str) -> None:
    assert of(name).title == title


def test_an_option_leads_to_the_occupation_that_has_it() -> None:
    found = of("Hardware Solutions")
    assert (found.title, found.option) == ("IT Solutions Technician", found.asked)
    assert found.options == ("Hardware Solutions", "Software Solutions")


def test_what_is_described_and_stands_in_no_cluster_says_so() -> None:
    found = of("Software Tester")
    assert [place.cluster for place in found.places] == [""]
    assert "stands in no cluster" in found.places[0].sentence
    assert found.description.startswith("The primary role of a Software Tester")


def test_a_standard_of_the_library_is_matched_by_title_and_level(
    land: Charts, library: Path
) -> None:
    (found,) = report("Shepherd", land, Links(), library).standards
    assert (found.reference, found.held) == ("ST8001", "library")
    assert (found.how, found.score) == ("by title and level", 1.0)


def test_another_level_is_another_score(land: Charts, library: Path) -> None:
    with Library(library, create=True) as shelves:
        higher = standard("ST8003", title="Shepherd", level=5)
        add(shelves, write(library.parent / "three.json", higher))
    found = report("Shepherd", land, Links(), library).standards
    assert [(s.reference, s.score) for s in found] == [("ST8001", 1.0), ("ST8003", 0.7)]
    assert found[1].why.endswith("level 2 on the map, 5 in the standard")


def test_a_reference_is_matched_by_itself(land: Charts, library: Path) -> None:
    found = report("ST8001", land, Links(), library)
    assert found.title == "Shepherd"
    assert [(s.how, s.score) for s in found.standards] == [("by reference", 1.0)]


def test_a_standard_that_is_on_no_map_speaks_for_itself(
    land: Charts, library: Path
) -> None:
    for name in ("ST8002", "Lighthouse keepers"):
        found = report(name, land, Links(), library)
        assert (found.title, found.places) == ("Lighthouse keeper", ())
        assert "route Protective services" in found.said_by_standard


def test_only_what_a_person_confirmed_is_a_fact() -> None:
    (market,) = of("Software Development Technician").markets
    (fact,) = market.confirmed
    assert fact.figures.title == "Computer Programmers"
    assert fact.who
    assert fact.confirmed_on
    assert [p.certainty for p in market.proposed] == [Certainty.PROPOSED] * 2
    assert "AI Ethics Officer" in market.emerging


def test_without_links_everything_is_a_proposal_with_its_words() -> None:
    found = report("Software Developer", OFFICIAL, Links(), Path("none.sqlite3"))
    (market,) = found.markets
    assert market.confirmed == ()
    best = market.proposed[0]
    assert (best.figures.title, best.score) == ("Software Developers", 1.0)
    assert best.why == "shared words: Software, Developers"
    assert market.link is Certainty.PROPOSED


def test_two_that_only_share_what_they_are_called_have_nothing_in_common() -> None:
    (market,) = of("Network Engineer").markets
    assert "Computer Hardware Engineers" not in [
        p.figures.title for p in market.proposed
    ]


def test_a_profile_of_another_field_says_nothing(land: Charts, library: Path) -> None:
    assert report("Dog Groomer", land, CONFIRMED, library).markets == ()


def test_a_college_confirms_links_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "links.toml"
    own.write_text(
        '[[occupations]]\noccupation = "Software Developers"\n'
        'market = "Web Developers"\nwho = "Ceri Wójcik"\ndate = 2026-11-01\n',
        encoding="utf-8",
    )
    found = report("Software Developer", OFFICIAL, links_of([own]), tmp_path / "none")
    confirmed = found.markets[0].confirmed
    assert [(c.figures.title, c.who) for c in confirmed] == [
        ("Web Developers", "Ceri Wójcik"),
        ("Software Developers", "the maintainers"),
    ]


@pytest.mark.parametrize("text", ["[[occupations]]\nmarket = 3", "= 3", '[x]\ny = "z"'])
def test_a_faulty_file_of_links_is_refused_with_its_place(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "links.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"links\.toml: "):
        links_of([path])


def test_an_unknown_name_suggests_the_nearest() -> None:
    with pytest.raises(SourceError) as refused:
        of("Sofware Deveper")
    assert "near to it are: Software Developer" in str(refused.value)


def test_the_page_and_the_lines_tell_facts_from_proposals() -> None:
    found = of("Software Development Technician")
    page = as_page(found).decode()
    assert "Nearest occupations, confirmed" in page
    assert "proposed by shared words only" in page
    text = list(lines(found))
    assert text.index("Nearest, confirmed (1)") < text.index(
        "Nearest, proposed only (2)"
    )


def test_every_occupation_and_option_of_the_shipped_map_has_a_report() -> None:
    (chart,) = shipped_maps()
    entries = [o for p in chart.pathways for c in p.clusters for o in c.occupations]
    names = [n for e in entries for n in (e.title, *e.other_titles, *e.options)]
    for name in [*names, *(row.occupation for row in chart.descriptions)]:
        assert list(lines(of(name)))


def test_documents_name_the_same_confirmed_occupation() -> None:
    programme = load(WORKED_EXAMPLE).programme
    assert programme
    (market,) = of("Software Development Technician").markets
    (fact,) = market.confirmed
    said = in_demand(programme)
    assert f"Nearest to Software Development Technician: {fact.figures.title}" in said
    assert not any(p.figures.title in said for p in market.proposed)
