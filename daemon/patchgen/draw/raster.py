"""The one door to the rasteriser: an SVG becomes a PNG."""

from __future__ import annotations

import re
from importlib.resources import as_file, files

from patchgen.errors import PatchgenError

FONT = "fonts/DejaVuSansMono-Bold.ttf"
"""Latin, Greek and Cyrillic letters and signs: the picture is the same on every machine."""

COVERED = 0x0460
"""Below this code point our own font has the letters; others are looked for in the system's."""

SIGNS = range(0x2000, 0x2700)

MOST_PIXELS = 100_000_000
"""Of one picture; each takes four bytes while it is made."""

SIZE = re.compile(r'<svg [^>]*\bwidth="(\d+)" height="(\d+)"')


def png(svg: str, scale: float = 1) -> bytes:
    """The picture as PNG, so many times as large. Raises PatchgenError where it cannot be made."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise PatchgenError(
            f"PNG pictures need resvg_py, which does not load: {error}",
            hint="pip install --force-reinstall resvg_py, or draw an .svg",
        ) from error
    check_size(svg, scale)
    with as_file(files("patchgen.draw") / FONT) as font:
        try:
            return svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                font_files=[str(font)],
                skip_system_fonts=is_covered(svg),
                monospace_family="DejaVu Sans Mono",
                sans_serif_family="DejaVu Sans Mono",
                serif_family="DejaVu Sans Mono",
            )
        except ValueError as error:
            raise PatchgenError(
                f"the picture could not be made: {error}", hint="Draw an .svg, or a subpatch alone."
            ) from error


def check_size(svg: str, scale: float) -> None:
    """Raises PatchgenError where a picture would fill the memory."""
    found = SIZE.match(svg)
    pixels = 0 if found is None else int(found[1]) * int(found[2]) * scale**2
    if pixels > MOST_PIXELS:
        smaller = scale * (MOST_PIXELS / pixels) ** 0.5
        raise PatchgenError(
            f"the picture would have {pixels / 1e6:.0f} million pixels",
            hint=f"--scale {max(0.1, int(smaller * 10) / 10):g} makes it smaller, or draw an .svg.",
        )


def is_covered(svg: str) -> bool:
    """Whether our own font has all letters and all families; loading the system's takes time."""
    if "font-family=\"'DejaVu Sans'," in svg or "font-family=\"'DejaVu Serif'," in svg:
        return False
    return all(ord(letter) < COVERED or ord(letter) in SIGNS for letter in set(svg))
