from pathlib import Path

import pytest

from maps import Reading, findings, misprint


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    return Reading(tmp_path)


class TestRunningOn:
    def test_described_titles_part(self, reading: Reading) -> None:
        said = reading.cell(
            "Baker Pastry Chef Cook (2)", "Baker, Pastry Chef, Cook (2)"
        )
        assert said.entries == ["Baker", "Pastry Chef", "Cook 2"]

    def test_plurals_case_and_brackets_do_not_hide_a_title(
        self, reading: Reading
    ) -> None:
        said = reading.cell(
            "Bakers Food & Drink (degree) professional (2)",
            "Baker, Food and Drinks Degree Professional (2)",
        )
        assert said.entries == ["Bakers", "Food & Drink (degree) professional 2"]

    def test_a_longer_title_that_is_not_described_stays_whole(
        self, reading: Reading
    ) -> None:
        said = reading.cell("Senior Cook (2)", "Cook (2)")
        assert said.entries == ["Senior Cook 2"]
        assert said.lines("SRC210") == findings("""
            3: SRC210 Senior Cook (2) may be several occupations (it holds Cook) and
                is read as one
        """)

    def test_another_level_is_another_occupation(self, reading: Reading) -> None:
        said = reading.cell("Senior Cook (3)", "Cook (2)")
        assert said.entries == ["Senior Cook 3"]
        assert not said.lines("SRC210")

    def test_two_readings_are_no_reading(self, reading: Reading) -> None:
        said = reading.cell(
            "Field Farm Hand (2)", "Field, Field Farm, Farm Hand (2), Hand (2)"
        )
        assert said.entries == ["Field Farm Hand 2"]
        assert said.lines("SRC210")

    def test_an_unknown_title_that_looks_like_several_is_named(
        self, reading: Reading
    ) -> None:
        said = reading.cell("Stable Manager (3) Yard Manager Race Rider Groom (2)")
        assert said.entries == ["Stable Manager 3", "Yard Manager Race Rider Groom 2"]
        assert said.lines("SRC210") == findings("""
            3: SRC210 Yard Manager Race Rider Groom (2) may be several occupations (it
                holds Manager) and is read as one
        """)

    def test_an_erratum_divides(self, reading: Reading) -> None:
        said = reading.cell(
            "Yard Manager Race Rider Groom (2)",
            "Groom (2)",
            misprint(
                "Yard Manager Race Rider Groom", "Yard Manager | Race Rider | Groom"
            ),
        )
        assert said.entries == ["Yard Manager", "Race Rider", "Groom 2"]
        assert "SRC010" in said.codes
        assert "SRC210" not in said.codes

    def test_an_erratum_may_say_that_a_title_is_whole(self, reading: Reading) -> None:
        said = reading.cell(
            "Baker (2) Senior Cook (2)", "Cook (2)", misprint("Senior", "| Senior")
        )
        assert said.entries == ["Baker 2", "Senior Cook 2"]
        assert "SRC210" not in said.codes

    @pytest.mark.parametrize("mark", [";", "|", "<br>", "<BR />"])
    def test_printed_separators_part(self, reading: Reading, mark: str) -> None:
        said = reading.cell(f"Baker {mark} Pastry Chef {mark} Cook (2)")
        assert said.entries == ["Baker", "Pastry Chef", "Cook 2"]

    @pytest.mark.parametrize("mark", ["\u2022", "-"])
    def test_a_list_with_bullets_is_a_list(self, reading: Reading, mark: str) -> None:
        said = reading(
            "Occupational Map: Made\nP\tTechnical Occupations\n\tCluster: C "
            f"<i>Does it.</i> {mark} Baker (2) {mark} Cook {mark} Maid (2)\n"
        )
        assert said.entries == ["Baker 2", "Cook", "Maid 2"]

    def test_an_ampersand_joins(self, reading: Reading) -> None:
        said = reading.cell(
            "Baker & Cook (2) Head of Maids (3)", "Baker, Cook (2), Maid (3)"
        )
        assert said.entries == ["Baker & Cook 2", "Head of Maids 3"]


class TestOptions:
    def test_the_next_occupation_is_found_by_its_title_and_level(
        self, reading: Reading
    ) -> None:
        said = reading.cell(
            "Cook (2) - Hot - Cold Maid (3): - Inn", "Cook (2), Maid (3)"
        )
        assert said.entries == ["Cook 2: Hot, Cold", "Maid 3: Inn"]

    @pytest.mark.parametrize("described", ["", "Maid (2)", "Maid (3), Cold Maids (4)"])
    def test_without_that_title_nothing_is_divided(
        self, reading: Reading, described: str
    ) -> None:
        said = reading.cell("Cook (2) - Hot - Ice Cold Maid (3) - Inn", described)
        if "Maid (3)" in described:
            assert said.entries == ["Cook 2: Hot, Ice Cold", "Maid 3: Inn"]
            return
        assert said.entries == ["Cook 2: Hot", "Ice Cold Maid 3: Inn"]
        assert said.lines("SRC211") == findings("""
            3: SRC211 Ice Cold Maid (3) follows a dash and has a level: the text does
                not say where the option ends and the next occupation begins, and both
                are read as one occupation
        """)

    def test_two_titles_that_fit_divide_nothing(self, reading: Reading) -> None:
        said = reading.cell("Cook (2) - Cold Inn Maid (3)", "Maid (3), Inn Maid (3)")
        assert said.entries == ["Cook 2", "Cold Inn Maid 3"]
        assert said.lines("SRC211")

    def test_an_option_that_ends_like_an_occupation_is_named(
        self, reading: Reading
    ) -> None:
        said = reading.cell("Cook (2) - Cold Maid", "Maid")
        assert said.entries == ["Cook 2: Cold Maid"]
        assert said.lines("SRC212") == findings("""
            3: SRC212 the option Cold Maid ends like the occupation Maid and is read
                as one option
        """)

    def test_a_hyphen_inside_a_word_is_none(self, reading: Reading) -> None:
        said = reading.cell("Non-destructive Tester (3): - X-ray")
        assert said.entries == ["Non-destructive Tester 3: X-ray"]


class TestEntries:
    def test_two_titles_of_one_entry(self, reading: Reading) -> None:
        said = reading.cell("Cook (2)/Chef (2) / Maître (2) Maid (2)")
        assert said.entries == ["Cook / Chef / Maître 2", "Maid 2"]

    def test_titles_of_one_entry_with_different_levels(self, reading: Reading) -> None:
        said = reading.cell("Cook (2)/Chef (3)")
        assert said.entries == ["Cook / Chef 2"]
        assert said.lines("SRC213") == [
            "3: SRC213 one entry prints Cook (2) and Chef (3); its level is read as 2"
        ]

    def test_a_second_title_may_run_on(self, reading: Reading) -> None:
        said = reading.cell("Cook (2)/Chef Maid (2)", "Chef, Maid (2)")
        assert said.entries == ["Cook / Chef Maid 2"]
        assert said.lines("SRC210")

    def test_a_slash_within_a_title_is_part_of_it(self, reading: Reading) -> None:
        assert reading.cell("Cook/Chef (2)").entries == ["Cook/Chef 2"]

    def test_a_level_without_a_title_is_named(self, reading: Reading) -> None:
        said = reading.cell("Cook (2) (3)")
        assert said.entries == ["Cook 2"]
        assert said.lines("SRC214") == [
            "3: SRC214 the level 3 has no title before it and is left out"
        ]

    def test_a_cell_that_begins_with_a_level(self, reading: Reading) -> None:
        said = reading.cell("(2)/Cook (2)")
        assert said.entries == ["Cook 2"]
        assert said.lines("SRC214")

    def test_stray_signs_are_no_occupations(self, reading: Reading) -> None:
        assert reading.cell("Cook (2), Maid (2). | - : ;").entries == [
            "Cook 2",
            "Maid 2",
        ]

    def test_a_level_outside_its_tier_is_named(self, reading: Reading) -> None:
        assert reading.cell("Cook (6)").lines("SRC216") == findings("""
            3: SRC216 Cook (6) stands among technical occupations, which have the
                levels 2 and 3
        """)

    def test_other_languages_and_signs_stay_as_they_are(self, reading: Reading) -> None:
        said = reading.cell("Saer Coed & Töpfer (2) Inżynier =1+1 😀 (3)")
        assert said.entries == ["Saer Coed & Töpfer 2", "Inżynier =1+1 😀 3"]
