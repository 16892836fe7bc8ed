"""What a player can set on Pd's objects: the words for it, and where the box keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[int | None, int | None]
"""Index among the arguments, and inlet; None where there is none."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that can be set."""

    words: str
    unit: str
    places: Mapping[str, Place]
    """By the full name of the object."""
    low: float
    high: float
    """What a new control for it offers."""
    is_main: bool = True
    """Whether `set the OBJECT to 5` means it."""
    also: str = ""
    """Words that mean it where nothing else is called so."""


PARAMETERS = (
    Parameter(
        "frequency freq pitch hertz hz tuning", "hz",
        {"osc~": (0, 0), "phasor~": (0, 0), "tabosc4~": (1, 0)}, 50, 1000,
        also="note tone rate speed",
    ),
    Parameter(
        "cutoff corner brightness", "hz",
        {"lop~": (0, 1), "hip~": (0, 1), "bp~": (0, 1), "vcf~": (None, 1), "slop~": (0, 1)},
        100, 5000, also="frequency freq hz hertz",
    ),
    Parameter("centre", "hz", {"bp~": (0, 1), "vcf~": (None, 1)}, 100, 5000),
    Parameter(
        "resonance q quality sharpness bandwidth", "", {"bp~": (1, 2), "vcf~": (0, 2)}, 1, 20,
        is_main=False,
    ),
    Parameter("volume gain level amplitude loudness amp", "gain", {"*~": (0, 1)}, 0, 1),
    Parameter("factor multiplier depth amount feedback", "gain", {"*~": (0, 1)}, 0, 1),
    Parameter(
        "tempo speed rate period interval time beat pulse bpm", "ms", {"metro": (0, 1)}, 50, 1000,
    ),
    Parameter("delaytime time", "ms", {"delread~": (1, 0), "delay": (0, 1)}, 1, 1000),
    Parameter("delaytime time", "ms", {"delread4~": (None, 0), "pipe": (0, 1)}, 1, 1000),
    Parameter("length maximum size buffer", "ms", {"delwrite~": (1, None)}, 1, 5000, is_main=False),
    Parameter("range size count", "", {"random": (0, 1)}, 1, 127),
    Parameter("threshold", "", {"moses": (0, 1), "threshold~": (0, None)}, 0, 127),
    Parameter(
        "transposition transpose offset shift amount interval", "",
        {"+": (0, 1), "-": (0, 1), "+~": (0, 1), "-~": (0, 1)}, 0, 24,
    ),
    Parameter("factor multiplier scale depth amount", "", {"*": (0, 1), "/": (0, 1)}, 0, 10),
    Parameter("divisor", "", {"/": (0, 1), "/~": (0, 1), "div": (0, 1)}, 1, 10, is_main=False),
    Parameter("steps modulus length", "", {"mod": (0, 1), "%": (0, 1)}, 1, 16),
    Parameter("velocity", "", {"makenote": (0, 1)}, 0, 127, is_main=False),
    Parameter("duration length", "ms", {"makenote": (1, 2)}, 10, 2000),
    Parameter("channel", "", {"noteout": (0, 2), "notein": (0, None), "bendin": (0, None)}, 1, 16),
    Parameter("controller", "", {"ctlin": (0, None), "ctlout": (0, 1)}, 0, 127),
    Parameter(
        "lowerlimit minimum min floor", "", {"clip~": (0, 1), "clip": (0, 1), "max": (0, 1)}, -1, 1,
        is_main=False,
    ),
    Parameter(
        "upperlimit maximum max ceiling limit", "",
        {"clip~": (1, 2), "clip": (1, 2), "min": (0, 1)}, 0, 1, is_main=False,
    ),
    Parameter("size length samples", "", {"table": (1, None)}, 1, 100000),
    Parameter("window", "", {"env~": (0, None)}, 64, 4096),
    Parameter("voices", "", {"poly": (0, None)}, 1, 16),
    Parameter("exponent power", "", {"pow": (0, 1), "pow~": (0, 1)}, 0, 10),
    Parameter(
        "number operand", "",
        dict.fromkeys(("==", "!=", "<", ">", "<=", ">=", "min", "max", "div"), (0, 1)), 0, 127,
    ),
    Parameter("value", "", dict.fromkeys(("float", "int"), (0, 1)) | {"sig~": (0, 0)}, 0, 127),
    Parameter("start", "", {"line~": (0, None), "line": (0, None)}, 0, 1, is_main=False),
)  # fmt: skip


def parameters_of(name: str) -> list[Parameter]:
    """What can be set on an object."""
    return [parameter for parameter in PARAMETERS if name in parameter.places]


def at_inlet(name: str, inlet: int) -> Parameter | None:
    """What an inlet of an object sets."""
    found = (p for p in parameters_of(name) if p.places[name][1] == inlet)
    return next(found, None)
