from pathlib import Path

import pytest

from maps import HEADINGS, LAND, Reading, findings, misprint


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)


class TestClusters:
    @staticmethod
    def cluster(text: str, described: str = "") -> str:
        rows = f"Pathway\tOccupation\tDescription\nP\t{described}\tDoes it.\n"
        return (
            "Occupational Map: Made\nP\tTechnical Occupations\n"
            f"\tCluster: {text}\n{rows if described else ''}"
        )

    def test_without_description_a_described_occupation_ends_the_title(
        self, reading: Reading
    ) -> None:
        said = reading(
            self.cluster("Sea Fishing Deck Hand (2) Mate (3)", "Deck Hand (2)")
        )
        assert [c.title for c in said.clusters] == ["Sea Fishing"]
        assert said.entries == ["Deck Hand 2", "Mate 3"]
        assert said.lines("SRC207", "SRC208") == [
            "3: SRC207 the cluster Sea Fishing has no description"
        ]

    def test_without_any_sign_the_text_is_kept_as_the_title(
        self, reading: Reading
    ) -> None:
        said = reading(self.cluster("Sea Fishing Deck Hand (2) Mate (3)"))
        assert [c.title for c in said.clusters] == ["Sea Fishing Deck Hand (2)"]
        assert said.entries == ["Mate 3"]
        assert said.lines("SRC208") == findings("""
            3: SRC208 the text does not say where the title of the cluster Sea Fishing
                Deck Hand (2) ends and its first occupation begins, and it is read as
                the title
        """)

    def test_an_erratum_ends_the_title(self, reading: Reading) -> None:
        said = reading(
            self.cluster("Sea Fishing Deck Hand (2)"), misprint("Fishing", "Fishing |")
        )
        assert [c.title for c in said.clusters] == ["Sea Fishing"]
        assert said.entries == ["Deck Hand 2"]
        assert not said.lines("SRC208")

    def test_a_cluster_with_nothing_but_a_title(self, reading: Reading) -> None:
        said = reading(self.cluster("Sea Fishing"))
        assert [c.title for c in said.clusters] == ["Sea Fishing"]
        assert said.entries == []
        assert said.lines("SRC207", "SRC208") == [
            "3: SRC207 the cluster Sea Fishing has no description"
        ]

    def test_a_description_without_end_is_named(self, reading: Reading) -> None:
        said = reading(self.cluster("Sea <i>Fishes. Deck Hand (2)"))
        assert said.clusters[0].description == "Fishes. Deck Hand (2)"
        assert said.lines("SRC215") == findings("""
            3: SRC215 the description of Sea has no end, so that its occupations
                cannot be told from it
        """)

    def test_a_cut_description_is_named(self, reading: Reading) -> None:
        said = reading(self.cluster("Sea <i>and fish</i> Mate (3)"))
        assert said.lines("SRC217", "SRC218") == findings("""
            3: SRC217 the description of the cluster Sea begins within a sentence:
                “and fish”
            3: SRC218 the description of the cluster Sea ends without a full stop:
                “and fish”
        """)

    def test_occupations_outside_clusters_are_kept_and_named(
        self, reading: Reading
    ) -> None:
        said = reading(
            "Occupational Map: Made\nP\tTechnical Occupations\n\tBaker (2) Cook (3)\n"
        )
        assert [c.title for c in said.clusters] == [""]
        assert said.entries == ["Baker 2", "Cook 3"]
        assert said.lines("SRC209") == ["3: SRC209 no cluster holds Baker, Cook"]


class TestTables:
    def test_a_table_without_headings_has_those_of_the_one_before(
        self, reading: Reading
    ) -> None:
        headless = LAND.replace(f"Animal Care\t{HEADINGS}", "Animal Care")
        said = reading(headless)
        assert said.entries == reading(LAND).entries
        assert [p.title for p in said.map.pathways] == ["Land", "Animal Care"]
        assert said.lines("SRC206") == findings("""
            13: SRC206 the table of Animal Care has no headings; its columns are read
                as those of the table before it
        """)

    def test_each_row_may_name_its_pathway(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "Pathway\tTechnical Occupations\tHigher Technical Occupations\n"
            "P\tCluster: A <i>It.</i> Cook (2)\tCluster: B <i>It.</i> Chef (4)\n"
            "\tCluster: C <i>It.</i> Maid (2)\t\n"
            "Q\t\tCluster: D <i>It.</i> Host (4)\n"
        )
        assert [
            (p.title, [c.title for c in p.clusters]) for p in said.map.pathways
        ] == [("P", ["A", "B", "C"]), ("Q", ["D"])]
        assert not said.codes & {"SRC205", "SRC206", "SRC231"}

    def test_without_any_headings_no_tier_is_guessed(self, reading: Reading) -> None:
        said = reading("Occupational Map: Made\nP\n\tCluster: C <i>It.</i> Cook (2)\n")
        assert [(p.title, p.clusters) for p in said.map.pathways] == [("P", ())]
        assert said.lines("SRC205", "SRC231") == findings("""
            3: SRC205 column 2 has no tier as its heading, and what stands in it is
                left out: “Cluster: C <i>It.</i> Cook (2)”
            3: SRC231 the pathway P has no clusters
        """)

    def test_a_column_of_no_tier_is_left_out_and_named(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "P\tEntry Occupations\tTechnical Occupations\n"
            "\tCluster: A <i>It.</i> Aide (1)\tCluster: B <i>It.</i> Cook (2)\n"
        )
        assert said.entries == ["Cook 2"]
        assert len(said.lines("SRC205")) == 1

    def test_a_table_without_a_name_is_kept_and_named(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\n"
            "This long paragraph says what the map is for.\n"
            "\tTechnical Occupations\n\tCluster: C <i>It.</i> Cook (2)\n"
        )
        assert [p.title for p in said.map.pathways] == [""]
        assert said.entries == ["Cook 2"]
        assert said.lines("SRC230") == ["3: SRC230 a table of clusters has no name"]

    def test_a_pathway_without_clusters_is_named(self, reading: Reading) -> None:
        said = reading(
            "Occupational Map: Made\nP\tTechnical Occupations\n"
            "Q\tTechnical Occupations\n\tCluster: C <i>It.</i> Cook (2)\n"
        )
        assert said.lines("SRC231") == ["2: SRC231 the pathway P has no clusters"]

    def test_without_descriptions_the_map_is_read_and_says_so(
        self, reading: Reading
    ) -> None:
        said = reading(LAND.partition("Pathway\t")[0])
        assert said.entries == [
            "Crop Technician 3: Arable",
            "Glass Shepherd 2",
            *reading(LAND).entries[2:],
        ]
        assert said.lines("SRC229") == findings("""
            1: SRC229 the map has no table of descriptions, so occupations that run on
                cannot be told apart by their titles
        """)

    def test_a_description_may_go_on_in_the_next_line(self, reading: Reading) -> None:
        said = reading(LAND.replace("Keeps sheep.", "Keeps\nsheep and\ngoats."))
        assert [d.description for d in said.map.descriptions][1] == (
            "Keeps sheep and goats."
        )
        assert not said.lines("SRC202", "SRC218")

    def test_unknown_lines_are_named_with_their_text(self, reading: Reading) -> None:
        said = reading(LAND + "\nCrown copyright\nLand\n")
        assert said.lines("SRC202") == findings("""
            23: SRC202 this line is no known part of a map and is left out: “Crown
                copyright”
            24: SRC202 this line is no known part of a map and is left out: “Land”
        """)

    def test_a_long_line_is_shown_by_its_beginning(self, reading: Reading) -> None:
        said = reading(LAND + "\n" + "far too long " * 1000)
        (line,) = said.lines("SRC202")
        assert "far too long far too long" in line
        assert line.endswith("…”")
        assert len(line) < 600

    def test_links_are_named_and_in_cells_give_way_to_their_text(
        self, reading: Reading
    ) -> None:
        said = reading(
            "Occupational Map: Made\n[More](https://example.org/more)\n"
            "P\tTechnical Occupations\n"
            "\tCluster: A <i>It.</i> [Cook](/st1) (2) [Maid (2)](/st2)\n"
        )
        assert said.entries == ["Cook 2", "Maid 2"]
        assert said.lines("SRC203") == [
            "2: SRC203 the link [More](https://example.org/more) is left out"
        ]

    def test_columns_that_no_map_has_are_named_with_their_cells(
        self, reading: Reading
    ) -> None:
        said = reading(
            LAND.replace("Occupation\tDescription", "Pay\tOccupation\tDescription")
            .replace("Keeps sheep.", "Shepherd (2)\tKeeps sheep.")
            .replace("Land\tShepherd (2)", "Land\t£12 an hour")
        )
        assert said.map.descriptions[1].occupation == "Shepherd"
        assert said.lines("SRC234", "SRC235")[0] == (
            "15: SRC234 “Pay” is no heading of a map's tables"
        )
        assert (
            "17: SRC235 “£12 an hour” stands under no known heading and is left out"
            in said.lines("SRC235")
        )

    def test_rows_without_headings_are_named(self, reading: Reading) -> None:
        said = reading(LAND.replace("Pathway\tOccupation\tDescription\n", ""))
        assert len(said.lines("SRC202")) == 6
        assert said.map.descriptions == ()


class TestDisagreement:
    def test_levels_that_differ_are_both_kept(self, reading: Reading) -> None:
        said = reading(
            LAND.replace("Soil Adviser (4)\tMends", "Soil Adviser (5)\tMends")
        )
        assert "Soil Adviser 4" in said.entries
        assert ("Soil Adviser", 5) in [
            (d.occupation, d.level) for d in said.map.descriptions
        ]
        assert said.lines("SRC221") == findings("""
            19: SRC221 Soil Adviser has level 4 in the pathways and level 5 in the
                descriptions; both are kept
        """)

    def test_one_title_at_two_levels_is_two_occupations(self, reading: Reading) -> None:
        said = reading.cell("Cook (2) Cook (3)", "Cook (3), Cook (2)")
        assert said.entries == ["Cook 2", "Cook 3"]
        assert not said.codes & {"SRC219", "SRC220", "SRC221", "SRC225", "SRC226"}

    def test_an_occupation_printed_twice_is_named(self, reading: Reading) -> None:
        said = reading.cell("Cook (2) Cook (2)", "Cook (2), Cook (2)")
        assert said.lines("SRC225", "SRC226") == findings("""
            3: SRC225 Cook (2) stands here, in the pathway P, and on line 3, in the
                pathway P
            6: SRC226 Cook (2) is described here and on line 5
        """)

    def test_a_row_with_an_empty_cell_is_kept_and_named(self, reading: Reading) -> None:
        said = reading(LAND + "Land\tShearer (2)\n\t\tShears.\n")
        assert said.map.descriptions[-2].occupation == "Shearer"
        assert said.map.descriptions[-1].description == "Shears."
        assert said.lines("SRC232") == [
            "22: SRC232 the row of Shearer has no description",
            "23: SRC232 the row has no pathway and no occupation",
        ]

    @pytest.mark.parametrize("number", ["3", "three"])
    def test_other_pathways_than_announced_are_named(
        self, reading: Reading, number: str
    ) -> None:
        said = reading(
            LAND.replace("2 pathways: Land; and", f"{number} pathways: Land; Sea; and")
        )
        assert [line.partition(" SRC233 ")[2] for line in said.lines("SRC233")] == [
            "the introduction announces 3 pathways and the map has 2",
            "the introduction announces Sea, which is no pathway of the map",
        ]
