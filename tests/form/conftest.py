"""The small programme and its form, fresh for each test."""

from pathlib import Path

import pytest

from form_copies import form, programme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return programme(tmp_path / "small")


@pytest.fixture
def sheet(folder: Path, tmp_path: Path) -> Path:
    return form(folder, tmp_path / "form.xlsx")
