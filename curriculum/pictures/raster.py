"""Pictures as PNG, for programs that show no SVG.

Only the bundled font is used, so that every computer makes the same bytes.
"""

from functools import lru_cache

import resvg_py

from curriculum.pictures.letters import FAMILY, font_files

ZOOM = 2
"""Pixels to a point: 144 to the inch."""


@lru_cache(maxsize=64)
def png(svg: str) -> bytes:
    """An SVG as PNG."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=ZOOM,
            skip_system_fonts=True,
            font_files=font_files(),
            font_family=FAMILY,
            sans_serif_family=FAMILY,
            shape_rendering="crisp_edges",
        )
    )
