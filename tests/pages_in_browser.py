"""What Chromium and axe-core make of HTML pages: how tests find and run them.

Chromium is found by name; axe-core and playwright-core by the environment
variable BROWSER_TOOLS, a folder with node_modules, or in .ci/node of the checkout.
"""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = Path(__file__).with_name("pages.mjs")
_TOOLS = Path(__file__).parent.parent / ".ci" / "node"
_PACKAGES = ("axe-core", "playwright-core")
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_SECONDS = 300


@dataclass(frozen=True)
class Told:
    """What was found on one page, in every view of it."""

    violations: list[str]
    """What axe-core says against it, with the view."""
    sideways: list[str]
    """Views in which the text must be scrolled sideways."""
    unreachable: list[str]
    """Regions that scroll and that the keyboard does not reach."""
    requests: list[str]
    """What it asks of other places."""
    errors: list[str]
    reached: list[str]
    """What the tab key reaches, in order."""
    unseen: list[str]
    """What has the focus without showing it."""


def why_not() -> str:
    """Why no page can be looked at here, or nothing."""
    if _browser() is None:
        return "Chromium is not installed"
    if shutil.which("node") is None:
        return "node is not installed"
    missing = [p for p in _PACKAGES if not (_tools() / "node_modules" / p).is_dir()]
    return f"{' and '.join(missing)} not installed in {_tools()}" if missing else ""


def told_of(pages: list[Path]) -> dict[Path, Told]:
    """Open pages in a browser, light and dark, wide and narrow, and as printed."""
    ran = subprocess.run(  # noqa: S603 (our own script)
        [str(shutil.which("node")), str(_SCRIPT)],
        input=json.dumps([str(page) for page in pages]).encode(),
        env={
            **os.environ,
            "BROWSER": str(_browser()),
            "BROWSER_TOOLS": str(_tools()),
        },
        capture_output=True,
        check=False,
        timeout=_SECONDS,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    held = json.loads(ran.stdout)
    return {page: Told(**held[str(page)]) for page in pages}


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def _tools() -> Path:
    return Path(os.environ.get("BROWSER_TOOLS") or _TOOLS).resolve()
