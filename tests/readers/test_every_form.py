"""Standards of the publisher's JSON, re-made in each form: read to the same facts."""

import shutil
import subprocess
from pathlib import Path

import pytest

from curriculum.model import Standard
from curriculum.paths import PUBLISHED
from curriculum.readers import Read, read
from standard_copies import Facts, facts, of_json, samples, web_page, word_copy

SOFFICE = shutil.which("soffice")
ST0128 = "occupational-standard-st0128-software-development-technician.txt"
STEMS = ("st0128", *(path.stem for path in samples()))


@pytest.fixture(scope="module")
def standards(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Standard]:
    """ST0128 as text, the others as JSON."""
    folder = tmp_path_factory.mktemp("json")
    [own] = read(PUBLISHED / ST0128).records
    assert isinstance(own, Standard)
    return {"st0128": own} | {p.stem: of_json(p, folder) for p in samples()}


@pytest.fixture(scope="module")
def copies(
    standards: dict[str, Standard], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A folder with every standard as a saved page and as a Word copy."""
    folder = tmp_path_factory.mktemp("copies")
    for stem, standard in standards.items():
        (folder / f"{stem}.html").write_text(web_page(standard), "utf-8")
        word_copy(standard, folder / f"{stem}.docx")
    return folder


@pytest.fixture(scope="module")
def printed(copies: Path) -> Path:
    """The same folder with every Word copy printed as PDF."""
    if not SOFFICE:
        pytest.skip("LibreOffice is not installed")
    subprocess.run(  # noqa: S603 (a program and files of ours)
        [
            *(SOFFICE, f"-env:UserInstallation={(copies / 'profile').as_uri()}"),
            *("--headless", "--convert-to", "pdf", "--outdir", str(copies)),
            *(str(path) for path in sorted(copies.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return copies


def _facts(got: Read) -> Facts:
    [record] = got.records
    assert isinstance(record, Standard)
    return facts(record)


def test_the_samples_are_there() -> None:
    if not samples():
        pytest.skip("../shared with the publisher's JSON is not there")
    assert len(samples()) == 18


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("form", ["html", "docx"])
def test_a_copy_is_read_to_the_same_facts(
    standards: dict[str, Standard], copies: Path, stem: str, form: str
) -> None:
    got = read(copies / f"{stem}.{form}")
    assert _facts(got) == facts(standards[stem])
    assert not [f for f in got.findings if f.severity.value == "error"]


@pytest.mark.office
@pytest.mark.parametrize("stem", STEMS)
def test_a_printed_copy_is_read_to_the_same_facts(
    standards: dict[str, Standard], printed: Path, stem: str
) -> None:
    got = read(printed / f"{stem}.pdf")
    assert _facts(got) == facts(standards[stem])
    assert not [f for f in got.findings if f.severity.value == "error"]


def test_the_errata_of_a_standard_hold_in_every_form(
    standards: dict[str, Standard], copies: Path
) -> None:
    meant = {ksb.key: ksb.meant for ksb in standards["st0128"].ksbs}
    for form in ("html", "docx"):
        [record] = read(copies / f"st0128.{form}").records
        assert isinstance(record, Standard)
        assert {ksb.key: ksb.meant for ksb in record.ksbs} == meant
