"""Programs outside Python that read what is written: how tests find and run them.

LibreOffice is found as ``soffice``; the Open XML validator by the environment
variable OOXML_VALIDATOR, or in a node_modules folder of the checkout.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_BINARY = Path("node_modules", ".bin", "ooxml-validator")

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def soffice() -> str:
    """LibreOffice, or the test is skipped."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found is None:
        pytest.skip("LibreOffice is not installed")
    return found


def validator() -> str:
    """The Open XML validator, or the test is skipped."""
    named = os.environ.get("OOXML_VALIDATOR")
    if named:
        return named
    if (_ROOT / _BINARY).exists():
        return str(_ROOT / _BINARY)
    pytest.skip("the Open XML validator is not installed (OOXML_VALIDATOR is not set)")


def converted(document: Path, form: str, folder: Path) -> Path:
    """A document as LibreOffice saves it in another form, every formula computed."""
    program, profile = soffice(), folder / "profile"
    settings = profile / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(_ALWAYS_RECALCULATE, "utf-8")
    out = folder / "converted"
    command = [
        program,
        f"-env:UserInstallation={profile.resolve().as_uri()}",
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(out),
        str(document),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 our own command
    return out / f"{document.stem}.{form}"


def complaints(document: Path) -> list[str]:
    """What the Open XML validator says against a document."""
    ran = subprocess.run(  # noqa: S603 our own command
        [validator(), str(document)],
        check=False,
        capture_output=True,
        text=True,
        timeout=180,
    )
    said = json.loads(ran.stdout)
    faults = [json.dumps(error, ensure_ascii=False) for error in said["errors"]]
    return faults if faults or said["ok"] else [ran.stdout]
