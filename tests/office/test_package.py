import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.findings import SourceError
from curriculum.office import package as module
from curriculum.office.package import Package

TYPES = "[Content_Types].xml"


def packed(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w", method) as archive:
        archive.writestr(TYPES, b"<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@given(
    unchanged=st.dictionaries(
        st.sampled_from(["a.xml", "b.bin", "ż.xml"]), st.binary()
    ),
    changed=st.binary(),
    method=st.sampled_from([ZIP_DEFLATED, ZIP_STORED]),
)
def test_packing_changes_what_is_given_and_nothing_else(
    unchanged: dict[str, bytes], changed: bytes, method: int
) -> None:
    package = Package.open(packed({**unchanged, "word/document.xml": b"old"}, method))
    made = package.packer({"word/document.xml"}).pack({"word/document.xml": changed})
    expected = {TYPES: b"<Types/>", **unchanged, "word/document.xml": changed}
    assert unpacked(made) == expected


def test_unchanged_parts_are_copied_still_packed() -> None:
    held = packed({"a.xml": b"x" * 5000})
    with ZipFile(BytesIO(held)) as archive:
        small = archive.getinfo("a.xml").compress_size
    with ZipFile(BytesIO(Package.open(held).packer(()).pack({}))) as archive:
        assert archive.getinfo("a.xml").compress_size == small
        assert archive.getinfo("a.xml").date_time == (1980, 1, 1, 0, 0, 0)


def test_a_part_is_read_as_it_was_written() -> None:
    package = Package.open(packed({"a.xml": b"content"}))
    assert package.parts == (TYPES, "a.xml")
    assert package.read("a.xml") == b"content"


def test_a_missing_part_is_a_sentence() -> None:
    with pytest.raises(SourceError, match=r"the part b\.xml is missing"):
        Package.open(packed({"a.xml": b""})).read("b.xml")


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    bomb = packed({"word/document.xml": b"\0" * 20_000_000})
    assert len(bomb) < 50_000
    with pytest.raises(SourceError, match="unpacks to more than 250 times its size"):
        Package.open(bomb, name="bomb.docx")


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    honest = packed({"a.xml": b"a" * 1000})
    lying = honest.replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(SourceError, match=r"the part a\.xml is damaged"):
        Package.open(lying).read("a.xml")


def test_too_much_in_all_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_EXPANDED_MB", 0)
    with pytest.raises(SourceError, match="unpacks to more than 0 MB"):
        Package.open(packed({"a.xml": b"a"}))


def test_too_many_parts_are_refused() -> None:
    many = packed({f"{n}.xml": b"" for n in range(module.MOST_PARTS)})
    with pytest.raises(SourceError, match="has 2001 parts, more than 2000"):
        Package.open(many)


def test_two_parts_of_one_name_are_refused() -> None:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr(TYPES, b"")
        archive.writestr("a.xml", b"")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.xml", b"")
    with pytest.raises(SourceError, match="two parts have one name"):
        Package.open(held.getvalue())


def test_what_is_protected_by_a_password_is_refused() -> None:
    encrypted = bytearray(packed({"a.xml": b"secret"}))
    directory = encrypted.index(b"PK\1\2")
    encrypted[directory + 8] |= 1
    with pytest.raises(SourceError, match="protected by a password"):
        Package.open(bytes(encrypted))
    with pytest.raises(SourceError, match="password or in the format of Office 97"):
        Package.open(bytes.fromhex("d0cf11e0a1b11ae1") + b"rest")


def test_another_way_of_packing_is_refused() -> None:
    with pytest.raises(SourceError, match="packed in a way that Office does not use"):
        Package.open(packed({"a.xml": b"a"}, zipfile.ZIP_BZIP2))


def test_a_plain_zip_file_is_refused() -> None:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("notes.txt", "no document")
    with pytest.raises(SourceError, match="a zip file, but not an Office file"):
        Package.open(held.getvalue())


@pytest.mark.parametrize("cut", [1, 30, 60])
def test_a_file_cut_short_is_refused(cut: int) -> None:
    whole = packed({"a.xml": b"content" * 20})
    with pytest.raises(SourceError):
        Package.open(whole[:-cut]).read("a.xml")


@given(st.binary(max_size=300))
def test_no_bytes_raise_anything_but_a_sentence(data: bytes) -> None:
    with pytest.raises(SourceError):
        Package.open(data)


@given(st.data())
def test_no_damage_raises_anything_but_a_sentence(data: st.DataObject) -> None:
    whole = bytearray(packed({"a.xml": b"content" * 20}))
    for _ in range(3):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(
            st.integers(0, 255)
        )
    with suppress(SourceError):
        package = Package.open(bytes(whole))
        assert all(isinstance(package.read(part), bytes) for part in package.parts)


def test_files_that_cannot_be_opened_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        Package.open(tmp_path / "none.docx")
    with pytest.raises(SourceError, match="cannot be opened"):
        Package.open(tmp_path)
    empty = tmp_path / "empty.docx"
    empty.touch()
    with pytest.raises(SourceError, match=r"empty\.docx: is empty"):
        Package.open(empty)


def test_a_file_beyond_the_largest_size_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST_FILE_MB", 0)
    path = tmp_path / "large.docx"
    path.write_bytes(b"PK")
    with pytest.raises(SourceError, match="is larger than 0 MB"):
        Package.open(path)
