"""PNG for what shows no SVG: made of the bundled font alone."""

import sys
import zlib
from struct import unpack
from subprocess import run

from curriculum.pictures.canvas import Canvas, Drawing
from curriculum.pictures.raster import ZOOM, png


def drawing(text: str) -> Drawing:
    canvas = Canvas()
    canvas.text(5, 15, text, 10)
    return canvas.finished("A title", "A finding", 90, 20)


def chunks(content: bytes) -> dict[bytes, bytes]:
    """A PNG's chunks by name; those of the picture together."""
    held: dict[bytes, bytes] = {}
    at = 8
    while at < len(content):
        long, name = unpack(">L4s", content[at : at + 8])
        held[name] = held.get(name, b"") + content[at + 8 : at + 8 + long]
        at += 12 + long
    return held


def test_it_is_as_large_as_the_picture_at_144_dots_to_the_inch() -> None:
    content = png(drawing("K1").svg)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    assert unpack(">LL", chunks(content)[b"IHDR"][:8]) == (90 * ZOOM, 20 * ZOOM)


def test_letters_are_drawn_in_the_bundled_font() -> None:
    blank, shown, welsh = (
        zlib.decompress(chunks(png(drawing(text).svg))[b"IDAT"])
        for text in ("", "Module", "ŵŷżł")
    )
    assert len({blank, shown, welsh}) == 3


def test_the_same_picture_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "import sys; from curriculum.pictures.raster import png; "
        "sys.stdout.buffer.write(png(sys.stdin.read()))"
    )
    svg = drawing("Zażółć ŵ").svg
    made = run(  # noqa: S603 (this Python)
        [sys.executable, "-c", program],
        input=svg.encode(),
        capture_output=True,
        check=True,
    )
    assert made.stdout == png(svg)


def test_the_renderer_is_loaded_only_when_a_picture_is_shown() -> None:
    program = (
        "import sys, curriculum.pictures, curriculum.illustrations, "
        "curriculum.office.word_template, curriculum.cli.check; "
        "sys.exit('resvg_py' in sys.modules)"
    )
    assert run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 (this Python)
