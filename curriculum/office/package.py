"""Office files as the zip packages they are: opened within bounds, packed again.

A file of 0.2 MB can unpack to gigabytes, so parts and expansion are capped
before anything is read.  Packing copies unchanged parts still compressed, and
with a fixed date, so that the same content gives the same bytes.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath
from struct import Struct
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from curriculum.files import bytes_of
from curriculum.findings import SourceError

LARGEST_FILE_MB = 100
MOST_PARTS = 2_000
LARGEST_EXPANDED_MB = 250
STEEPEST_RATIO = 250
"""Expansion beyond which a part is no document; XML of long tables reaches 60."""
_SMALL = 1_000_000
"""Bytes up to which a part may be as repetitive as it likes."""

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_CONTENT_TYPES = "[Content_Types].xml"
_ENCRYPTED, _UTF8 = 0x1, 0x800
_PIECE = 1 << 18
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_VERSION = 20
_MIDNIGHT, _DAY_ONE = 0, (1 << 5) | 1
"""1 January 1980: the date of every part that is written."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it lies in the package."""

    name: str
    method: int
    crc: int
    size: int
    packed: bytes | memoryview


class Package:
    """An Office file whose parts can be read safely, in the order of the file."""

    def __init__(self, name: str, parts: Mapping[str, _Part]) -> None:
        self.name = name
        self._parts = parts
        self._digests: dict[str, bytes] = {}

    @classmethod
    def open(cls, source: Path | bytes, *, name: str = "") -> "Package":
        """A package from a file or from bytes.

        Raises SourceError, with a sentence, for what is missing, too large, no
        Office file, protected by a password, damaged, or unpacks beyond reason.
        """
        name = name or (source.name if isinstance(source, Path) else "the file")
        data = (
            source if isinstance(source, bytes) else bytes_of(source, LARGEST_FILE_MB)
        )
        if data.startswith(_OLD_OFFICE):
            raise SourceError(
                f"{name}: is protected by a password or in the format of Office 97; "
                "save it without a password as .docx or .xlsx"
            )
        try:
            with ZipFile(BytesIO(data)) as archive:
                infos = _checked(name, archive.infolist())
        except (BadZipFile, ValueError, NotImplementedError, UnicodeError):
            raise SourceError(f"{name}: is not an Office file, or is damaged") from None
        parts = {i.filename: _lying(name, data, i) for i in infos if not i.is_dir()}
        if _CONTENT_TYPES not in parts and "content.xml" in parts:
            raise SourceError(
                f"{name}: is an OpenDocument file; save it as .docx or .xlsx"
            )
        if _CONTENT_TYPES not in parts:
            raise SourceError(f"{name}: is a zip file, but not an Office file")
        return cls(name, parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """Names of the parts."""
        return tuple(self._parts)

    def read(self, part: str) -> bytes:
        """A part's content; never more than the package declares."""
        held = self._parts.get(part)
        if held is None:
            raise SourceError(f"{self.name}: the part {part} is missing")
        stored = held.method == ZIP_STORED
        content = bytes(held.packed) if stored else _inflated(held)
        if (
            content is None
            or len(content) != held.size
            or zlib.crc32(content) != held.crc
        ):
            raise SourceError(f"{self.name}: the part {part} is damaged")
        return content

    def stream(self, part: str) -> Iterator[bytes]:
        """A part's content piece by piece, so that a long one is never held whole."""
        held = self._parts.get(part)
        if held is None:
            raise SourceError(f"{self.name}: the part {part} is missing")
        size = crc = 0
        for piece in _pieces(held):
            size, crc = size + len(piece), zlib.crc32(piece, crc)
            if size > held.size:
                break
            yield piece
        if size != held.size or crc != held.crc:
            raise SourceError(f"{self.name}: the part {part} is damaged")

    def fingerprint(self, *parts: str) -> bytes:
        """What tells some parts from others, found without unpacking them."""
        digest = sha256()
        for name in parts:
            if name in self._parts:
                digest.update(self._digest(self._parts[name]))
        return digest.digest()

    def _digest(self, held: "_Part") -> bytes:
        """That of one part, worked out once: sheets share their texts."""
        if held.name not in self._digests:
            digest = sha256(f"{held.name} {held.method} {held.size} ".encode())
            digest.update(held.packed)
            self._digests[held.name] = digest.digest()
        return self._digests[held.name]

    def size(self, part: str) -> int:
        """How many bytes a part unpacks to; 0 if there is no such part."""
        held = self._parts.get(part)
        return held.size if held else 0

    def packed_with(
        self, parts: Mapping[str, bytes], *, letters: Collection[str] = ()
    ) -> bytes:
        """The package's bytes with some parts changed, each in its place, or added.

        ``letters`` are parts in which no stretch stands twice, only some letters
        oftener than others; they are packed four times as fast.
        The list of the parts' kinds stands first, by which programs know the file.
        """
        made = {
            name: _deflated(name, content, letters=name in letters)
            for name, content in parts.items()
        }
        held = dict(self._parts) | made
        first = {_CONTENT_TYPES: held[_CONTENT_TYPES]}
        body, directory = _pieces_of(list((first | held).values()), 0)
        start, entries = sum(map(len, body)), b"".join(directory)
        return b"".join((*body, entries, _end(len(held), entries, start)))

    def packer(self, changing: Collection[str]) -> "Packer":
        """What packs this package again with other content for some parts."""
        return Packer([p for n, p in self._parts.items() if n not in changing])


class Packer:
    """Packs a package many times; unchanged parts are laid out once."""

    def __init__(self, unchanged: list[_Part]) -> None:
        self._head, self._directory = _laid_out(unchanged, 0)
        self._count = len(unchanged)

    def pack(self, parts: Mapping[str, bytes | Iterable[bytes]]) -> bytes:
        """The package's bytes with other content for some parts, whole or in pieces."""
        changed = [_deflated(name, content) for name, content in parts.items()]
        body, entries = _laid_out(changed, len(self._head))
        directory = self._directory + entries
        count = self._count + len(changed)
        start = len(self._head) + len(body)
        return b"".join((self._head, body, directory, _end(count, directory, start)))


def pack_into(path: Path, parts: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip file part by part, so that none is held longer than it takes."""
    directory, start = list[bytes](), 0
    with path.open("wb") as file:
        for name, content in parts:
            body, entry = _laid_out([_deflated(name, content)], start)
            file.write(body)
            directory.append(entry)
            start += len(body)
        entries = b"".join(directory)
        file.write(entries + _end(len(directory), entries, start))


def place_of(folder: str, target: str) -> str:
    """Where the target of a relation lies, seen from the folder of its part."""
    if target.startswith("/"):
        return target[1:]
    parts: list[str] = []
    for part in PurePosixPath(folder, target).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts)


def _checked(name: str, infos: list[ZipInfo]) -> list[ZipInfo]:
    """The directory's entries, once they are known to be harmless."""
    if len(infos) > MOST_PARTS:
        raise SourceError(f"{name}: has {len(infos)} parts, more than {MOST_PARTS}")
    if len({i.filename for i in infos}) < len(infos):
        raise SourceError(f"{name}: is damaged: two parts have one name")
    if any(i.flag_bits & _ENCRYPTED for i in infos):
        raise SourceError(f"{name}: is protected by a password; save it without one")
    if any(i.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for i in infos):
        raise SourceError(f"{name}: is packed in a way that Office does not use")
    if sum(i.file_size for i in infos) > LARGEST_EXPANDED_MB * 1_000_000:
        raise SourceError(f"{name}: unpacks to more than {LARGEST_EXPANDED_MB} MB")
    for info in infos:
        if info.file_size > max(_SMALL, STEEPEST_RATIO * info.compress_size):
            raise SourceError(
                f"{name}: the part {info.filename} unpacks to more than "
                f"{STEEPEST_RATIO} times its size, as no document does"
            )
    return infos


def _lying(name: str, data: bytes, info: ZipInfo) -> _Part:
    """A part with its bytes still packed, as the local header places them."""
    header = data[info.header_offset : info.header_offset + _LOCAL.size]
    if len(header) < _LOCAL.size or header[:4] != b"PK\3\4":
        raise SourceError(f"{name}: the part {info.filename} is damaged")
    name_size, extra_size = _LOCAL.unpack(header)[-2:]
    start = info.header_offset + _LOCAL.size + name_size + extra_size
    packed = memoryview(data)[start : start + info.compress_size]
    return _Part(info.filename, info.compress_type, info.CRC, info.file_size, packed)


def _pieces(part: _Part) -> Iterator[bytes]:
    """What a part inflates to, in pieces; what is damaged ends early."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = part.packed
    if part.method == ZIP_STORED:
        yield bytes(rest)
        return
    while rest and not inflater.eof:
        try:
            yield inflater.decompress(rest, _PIECE)
        except zlib.error:
            return
        rest = inflater.unconsumed_tail


def _inflated(part: _Part) -> bytes | None:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        return inflater.decompress(part.packed, part.size + 1)
    except zlib.error:
        return None


def _deflated(
    name: str, content: bytes | Iterable[bytes], *, letters: bool = False
) -> _Part:
    how = zlib.Z_HUFFMAN_ONLY if letters else zlib.Z_DEFAULT_STRATEGY
    packer = zlib.compressobj(
        6, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, how
    )
    packed, size, crc = list[bytes](), 0, 0
    for piece in [content] if isinstance(content, bytes) else content:
        packed.append(packer.compress(piece))
        size, crc = size + len(piece), zlib.crc32(piece, crc)
    packed.append(packer.flush())
    return _Part(name, ZIP_DEFLATED, crc, size, b"".join(packed))


def _end(count: int, directory: bytes, start: int) -> bytes:
    return _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)


def _laid_out(parts: list[_Part], offset: int) -> tuple[bytes, bytes]:
    """Local headers with content, and directory entries, from an offset on."""
    body, directory = _pieces_of(parts, offset)
    return b"".join(body), b"".join(directory)


def _pieces_of(
    parts: list[_Part], offset: int
) -> tuple[list[bytes | memoryview], list[bytes]]:
    """The same in pieces, so that long ones are not copied before they are joined."""
    body: list[bytes | memoryview] = []
    directory: list[bytes] = []
    for part in parts:
        name = part.name.encode()
        flags = 0 if name.isascii() else _UTF8
        facts = (
            *(flags, part.method, _MIDNIGHT, _DAY_ONE),
            *(part.crc, len(part.packed), part.size, len(name)),
        )
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *facts, 0)
        directory += (
            _CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *facts, 0, 0, 0, 0, 0, offset),
            name,
        )
        body += (local, name, part.packed)
        offset += len(local) + len(name) + len(part.packed)
    return body, directory
