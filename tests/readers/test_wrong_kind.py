"""A reader that is named for a file of another kind says so in a sentence."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from curriculum.cli.read import command
from curriculum.findings import SourceError
from curriculum.readers import all_readers, read

NAMES = [reader.name for reader in all_readers()]
OTHER = {
    "letter.txt": "Dear all,\n\nthe K1 route to the lighthouse is shut.\n",
    "list.txt": "# Shopping\n\n- oil, wicks\n- S2 batteries\n- bread\n\nLevel: 3\n",
    "other.json": '{"lamps": [1, 2, {"name": "K1"}]}',
    "none.json": "[]",
}


@pytest.mark.parametrize("file", OTHER)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_another_kind_is_refused(
    name: str, file: str, tmp_path: Path
) -> None:
    path = tmp_path / file
    path.write_text(OTHER[file], "utf-8")
    with pytest.raises(SourceError, match=f"^{file}: "):
        read(path, reader=name)


def test_the_command_refuses_it_too(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(OTHER["letter.txt"], "utf-8")
    got = CliRunner().invoke(command, [str(path), "--reader", "occupational_map"])
    assert isinstance(got.exception, SourceError)
    assert "holds nothing of what the reader occupational_map" in str(got.exception)
