"""What a model might write, good and bad, and how to look at what became of it."""

from __future__ import annotations

import re
from pathlib import Path

from patchgen.headless.probe import observe
from patchgen.pd.atoms import unescape
from patchgen.pd.model import Box, walk
from patchgen.pd.parse import parse

TONE = "1 osc~ 440\n2 *~ 0.1 < 1\n3 dac~ < 2 2>1\n"
LOUD = "1 osc~ 440\n2 *~ 3 < 1\n3 dac~ < 2 2>1\n"
TWICE_LOUD = "1 osc~ 440\n2 *~ 3 < 1\n3 dac~ < 2 2>1\n4 dac~ < 2 2>1\n"
DEEP_LOUD = "1 osc~ 440\n2 *~ 3 < 1\n3 pd out < 2 {\n1 inlet~\n2 dac~ < 1 1>1\n}\n4 dac~ 1 < 2\n"
NOT_FINITE = "1 sig~ 1e+38\n2 *~ 1e+38 < 1\n3 dac~ < 2\n"
UNKNOWN = "1 shell ls\n"
QUITS = "1 loadbang\n2 msg ; pd quit < 1\n"
NONSENSE = "Sure! Here is your patch.\n"

ODD_PROMPTS = [
    "../../etc/passwd",
    "/absolute/path.pd",
    "a\\b\\..\\c",
    ".hidden...",
    "a patch of the",
    "日本語",
    "Créer une cloche très douce",
    "'single' \"double\" `back`",
    "x" * 4000,
    " ".join(["word"] * 800),
    "; pd quit; #X obj 1 1 shell; \\; pd quit",
    "$0 $1 \\$2 , , f 5",
    "#N canvas 0 0 1 1 META 0;",
    "con aux nul",
    "-rf --help",
    "🎹",
]


def names(text: str) -> list[str]:
    """The names of all boxes of a patch, canvas by canvas."""
    return [box.name for _, canvas in walk(parse(text)) for box in canvas.boxes]


def provenance(text: str) -> dict[str, str]:
    """What stands in `pd META`, by its first words."""
    (meta,) = (box for box in parse(text).boxes if box.args == ("META",))
    assert meta.canvas is not None
    lines = (comment(box).partition(" ") for box in meta.canvas.boxes)
    return {word: rest for word, _, rest in lines}


def comment(box: Box) -> str:
    """The text of a comment as a player reads it, commas and semicolons spaced as in the file."""
    return " ".join(unescape(atom) for atom in box.atoms)


def spaced(text: str) -> str:
    """A sentence with commas and semicolons standing alone, as Pd keeps them."""
    return " ".join(re.sub(r"([,;])", r" \1 ", text).split())


def peak(text: str, pd: Path) -> float:
    """The largest sample that a patch plays in a second."""
    return observe(parse(text), seconds=1.0, pd=pd).peak()
