"""Workbooks edited in LibreOffice itself, scripted through UNO.

One office runs for all tests of a session, with a profile of its own.  Its Python
may be another one than that of the tests, so that the script runs as a program.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("uno_script.py")
_WAIT_SECONDS = 60
_PYTHONS = ("/usr/bin/python3", sys.executable)


def python_with_uno() -> str:
    """A Python that can speak to LibreOffice, or nothing."""
    for python in _PYTHONS:
        if Path(python).exists():
            tried = subprocess.run(  # noqa: S603 (a Python of this machine)
                [python, "-c", "import uno"], capture_output=True, check=False
            )
            if tried.returncode == 0:
                return python
    return ""


def why_not() -> str:
    """Why nothing can be edited in LibreOffice here, or nothing."""
    if shutil.which("soffice") is None:
        return "LibreOffice is not installed"
    return "" if python_with_uno() else "no Python here has the uno module"


@dataclass(frozen=True)
class Office:
    """A running LibreOffice."""

    python: str
    pipe: str

    def edit(
        self, source: Path, target: Path, *steps: list[object], password: str = ""
    ) -> Path:
        """Open a file, take the steps, save it as what the target's name says."""
        asked = json.dumps([self.pipe, str(source), str(target), steps, password])
        done = subprocess.run(  # noqa: S603 (our own script)
            [self.python, str(SCRIPT)],
            input=asked.encode(),
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()
        return target


@contextmanager
def running(folder: Path) -> Iterator[Office]:
    """Start LibreOffice without a window, and end it."""
    pipe = f"curriculum-tests-{os.getpid()}"
    command = [
        str(shutil.which("soffice")),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nologo", "--nodefault"),
        f"--accept=pipe,name={pipe};urp;",
    ]
    office = subprocess.Popen(  # noqa: S603 (a program of this machine)
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield Office(_ready(pipe), pipe)
    finally:
        # The command starts a second program, so the whole group is ended.
        os.killpg(office.pid, signal.SIGTERM)
        office.wait(_WAIT_SECONDS)


def _ready(pipe: str) -> str:
    """The Python to use, once the office answers."""
    python = python_with_uno()
    end = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < end:
        asked = json.dumps([pipe, "", "", [], ""]).encode()
        done = subprocess.run(  # noqa: S603 (our own script)
            [python, str(SCRIPT)], input=asked, capture_output=True, check=False
        )
        if done.returncode == 0:
            return python
        time.sleep(0.5)
    raise TimeoutError("LibreOffice does not answer")
