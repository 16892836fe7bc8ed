"""Colours as Pd's files spell them, in the three ways that came one after the other."""

from __future__ import annotations

import re

from patchgen.pd.atoms import is_number

LIGHT = "#fcfcfc"
DARK = "#000000"
"""What a GUI box is made of where the file says nothing."""

PALETTE = (
    0xFCFCFC, 0xA0A0A0, 0x404040, 0xFCE0E0, 0xFCE0C0, 0xFCFCC8, 0xD8FCD8, 0xD8FCFC, 0xDCE4FC,
    0xF8D8FC, 0xE0E0E0, 0x7C7C7C, 0x202020, 0xFC2828, 0xFCAC44, 0xE8E828, 0x14E814, 0x28F4F4,
    0x3C50FC, 0xF430F0, 0xBCBCBC, 0x606060, 0x000000, 0x8C0808, 0x583000, 0x782814, 0x285014,
    0x004450, 0x001488, 0x580050,
)  # fmt: skip
"""What small numbers stand for (g_all_guis.c, `iemgui_color_hex`)."""

HEX = re.compile(r"#([0-9a-fA-F]{1,8})")
NAMES = frozenset("black white red green blue yellow cyan magenta gray grey orange".split())


def colour(atom: str | None, default: str) -> str:
    """`#e0e0e0` for the atoms `#e0e0e0`, `-233017` and `10`; the default for what is none."""
    if atom is None:
        return default
    found = HEX.fullmatch(atom)
    if found is not None:
        return f"#{int(found.group(1), 16) & 0xFFFFFF:06x}"
    if is_number(atom) and abs(float(atom)) < 1e9:
        return f"#{of_number(int(float(atom))):06x}"
    return atom if atom in NAMES else default


def of_number(number: int) -> int:
    """Negative numbers hold six bits of each colour, others are places in the palette."""
    if number >= 0:
        return PALETTE[number % len(PALETTE)]
    bits = -1 - number
    return (bits & 0x3F000) << 6 | (bits & 0xFC0) << 4 | (bits & 0x3F) << 2
