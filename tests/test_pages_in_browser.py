"""The HTML pages in a real browser: axe-core, the keyboard, narrow screens, print."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum import pipeline
from curriculum.cli._group import curriculum
from curriculum.paths import PUBLISHED, WORKED_EXAMPLE
from curriculum.writers import all_writers
from pages_in_browser import Told, told_of, why_not

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "can be looked at"),
]

CARE = Path(__file__).parent / "programmes" / "care-foundation"
HTML = ("--format", "html")
CARE_STANDARD = CARE / "foundation-standard.txt"
STANDARD = PUBLISHED / (
    "occupational-standard-st0128-software-development-technician.txt"
)


def printed(*words: str | Path) -> str:
    """What a command prints."""
    result = CliRunner().invoke(curriculum, [str(word) for word in words])
    assert not result.exception, result.stderr
    return result.stdout


def reworded(folder: Path) -> Path:
    """The standard with another wording of one statement, and without another."""
    text = STANDARD.read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("K2:")]
    path = folder / "standard.txt"
    path.write_text(
        "\n".join("K1: New words" if x.startswith("K1:") else x for x in lines), "utf-8"
    )
    return path


PAGES: dict[str, Callable[[Path], str]] = {
    "diff": lambda folder: printed(
        *("diff", "ST0128", reworded(folder), "--format", "html"),
        *("--programme", WORKED_EXAMPLE),
    ),
    "compare": lambda _: printed("compare", CARE, WORKED_EXAMPLE, "--format", "html"),
    "occupation": lambda _: printed("occupation", "ST0128", "--format", "html"),
    "crosswalk": lambda _: printed("crosswalk", "ST0128", CARE_STANDARD, *HTML),
}


def _documents() -> dict[str, Callable[[Path], str]]:
    """The pages that a build writes, of both programmes."""
    return {
        f"{writer.stem} of {path.name}": _written(writer.name, path)
        for path in (WORKED_EXAMPLE, CARE)
        for writer in all_writers()
        if writer.filename.endswith(".html")
    }


def _written(name: str, programme: Path) -> Callable[[Path], str]:
    def write(folder: Path) -> str:
        writer = next(w for w in all_writers() if w.name == name)
        writer.write(pipeline.review(pipeline.load(programme)), folder / "page")
        return (folder / "page").read_text("utf-8")

    return write


PAGES |= _documents()


@pytest.fixture(scope="module")
def looked_at(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """Every page, looked at in one go."""
    files = {}
    for name, make in PAGES.items():
        folder = tmp_path_factory.mktemp("page")
        files[name] = folder / "page.html"
        files[name].write_text(make(folder), "utf-8")
    told = told_of(list(files.values()))
    return {name: told[path] for name, path in files.items()}


@pytest.fixture(params=PAGES)
def told(request: pytest.FixtureRequest, looked_at: dict[str, Told]) -> Told:
    return looked_at[request.param]


def test_axe_finds_no_violation_in_light_dark_narrow_and_print(told: Told) -> None:
    assert told.violations == []


def test_no_text_runs_off_a_screen_of_320_pixels(told: Told) -> None:
    assert told.sideways == []


def test_the_keyboard_reaches_all_that_scrolls_and_shows_where_it_is(
    told: Told,
) -> None:
    assert told.unreachable == []
    assert told.unseen == []
    assert told.reached


def test_nothing_is_asked_of_other_places(told: Told) -> None:
    assert told.requests == []
    assert told.errors == []


def test_a_page_with_faults_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><body><img src="x.png"><a href="#a" style="outline:none">a</a>'
        '<p style="color:#aaa">pale</p><div style="width:900px">wide</div></body>',
        "utf-8",
    )
    found = told_of([page])[page]
    said = " ".join(found.violations)
    for rule in ("image-alt", "html-has-lang", "document-title", "color-contrast"):
        assert rule in said
    assert found.sideways
    assert found.unseen
