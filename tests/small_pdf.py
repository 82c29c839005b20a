"""PDF files made letter by letter, so that a test says where everything lies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """Some words: how far from the left and the top of a page of A4, in points."""

    left: float
    top: float
    text: str
    size: float = 11
    bold: bool = False


@dataclass(frozen=True)
class Stroke:
    """A rule from one place to another."""

    left: float
    top: float
    right: float
    bottom: float


Item = Words | Stroke
_WIDTH, _HEIGHT = 595, 842
_TURNED = b"0 1 -1 0 595 0 cm "
_PASSWORD = (
    b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <"
    + b"11" * 32
    + b"> /U <"
    + b"22" * 32
    + b"> >>"
)


def paragraph(
    lines: Iterable[str], top: float, *, left: float = 72, size: float = 11
) -> list[Item]:
    """Lines below one another."""
    return [
        Words(left, top + n * 1.3 * size, text, size) for n, text in enumerate(lines)
    ]


def ruled(
    rows: Sequence[Sequence[Sequence[str]]], lefts: Sequence[float], top: float
) -> list[Item]:
    """A table with rules about each cell: rows of cells of lines, and all edges."""
    items: list[Item] = []
    for row in rows:
        height = 16.0 * max(len(cell) for cell in row) + 6
        for at, cell in enumerate(row):
            items += [
                Words(lefts[at] + 4, top + 14 + 16 * n, text)
                for n, text in enumerate(cell)
            ]
        items += [Stroke(x, top, x, top + height) for x in lefts]
        items.append(Stroke(lefts[0], top, lefts[-1], top))
        top += height
        items.append(Stroke(lefts[0], top, lefts[-1], top))
    return items


def write_pdf(
    path: Path,
    pages: Iterable[Iterable[Item]],
    *,
    rotate: int = 0,
    encrypted: bool = False,
) -> Path:
    """A PDF of these pages; with ``rotate=90`` they lie on their side in the file."""
    height = _WIDTH if rotate else _HEIGHT
    contents = [
        _TURNED * bool(rotate) + b"\n".join(_drawn(item, height) for item in page)
        for page in pages
    ]
    count = len(contents)
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for n, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
            f"/Rotate {rotate} /Contents {6 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        )
    if encrypted:
        objects.append(_PASSWORD)
    return _file(path, objects, encrypted=encrypted)


def _file(path: Path, objects: list[bytes], *, encrypted: bool) -> Path:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    secret = b"/Encrypt %d 0 R /ID [<00> <00>] " % len(objects) if encrypted else b""
    out += b"trailer\n<< /Size %d /Root 1 0 R %s>>\n" % (len(objects) + 1, secret)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(bytes(out))
    return path


def _font(name: str) -> bytes:
    return (
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} "
        "/Encoding /WinAnsiEncoding >>"
    ).encode()


def _drawn(item: Item, height: float) -> bytes:
    if isinstance(item, Stroke):
        return (
            f"0.5 w {item.left} {height - item.top} m "
            f"{item.right} {height - item.bottom} l S"
        ).encode()
    text = item.text.encode("cp1252")
    for mark in b"\\()":
        text = text.replace(bytes([mark]), b"\\" + bytes([mark]))
    font = 2 if item.bold else 1
    place = f"{item.left} {height - item.top}"
    return f"BT /F{font} {item.size} Tf {place} Td (".encode() + text + b") Tj ET"
