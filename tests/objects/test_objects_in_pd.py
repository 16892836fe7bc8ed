"""The real Pd has the last word on ports and argument types, for arguments drawn by chance."""

from __future__ import annotations

import random
import re
import subprocess
from pathlib import Path

import pytest

from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd
from patchgen.objects.arity import accepts, ports
from patchgen.objects.reference import names, second_words
from patchgen.objects.spec import Ports

SETTLED = frozenset({"clone", "declare", "inlet", "inlet~", "namecanvas", "netreceive", "outlet"})
"""Objects left out: they need files, sockets or another canvas, or change this one."""

FORMULAS = frozenset({"expr", "expr~", "fexpr~"})
"""Objects that want more than words."""

ATOMS = (
    "0 1 2 -1 4.5 64 0.5 f s b foo a p float list symbol ms old -s -w -g -k -t -u -f -b -foo"
).split()
COUNTS = (0, 1, 2, 3, 5)

MOST = 24
"""Inlets and outlets are counted up to here."""

FAILED = re.compile(r"(\d+) (\d+) (\d+) (\d+) \(.*?\) connection failed")


@pytest.fixture(scope="module")
def pd() -> Path:
    """Pd on this machine; without one there is nothing to compare with."""
    try:
        return find_pd()
    except PdMissing as missing:
        pytest.skip(missing.message)


def drawn(seed: int) -> list[tuple[str, ...]]:
    """Every vanilla object with arguments drawn by chance."""
    chance = random.Random(seed)
    starts: list[tuple[str, ...]] = [(name,) for name in sorted(names() - SETTLED)]
    starts += [(name, word) for name in sorted(names()) for word in sorted(second_words(name))]
    return [(*start, *chance.choices(ATOMS, k=count)) for start in starts for count in COUNTS]


def counted(pd: Path, boxes: list[tuple[str, ...]], file: Path) -> list[tuple[int, int] | None]:
    """Inlets and outlets of each box, by trying to connect; None where Pd refused the box.

    Pd lets any connection be made to a box that it could not create.
    """
    giver, taker = len(boxes), len(boxes) + 1
    lines = ["#N canvas 0 0 400 400 10;"]
    lines += [f"#X obj 10 10 {' '.join(box)};" for box in [*boxes, ("list",), ("list",)]]
    for box in range(giver):
        for port in range(MOST):
            lines.append(f"#X connect {giver} 0 {box} {port};")
            lines.append(f"#X connect {box} {port} {taker} 0;")
    file.write_text("\n".join(lines) + "\n")
    inlets, outlets = [MOST] * giver, [MOST] * giver
    for match in FAILED.finditer(console(pd, file, "pd quit")):
        source, _, sink, _ = map(int, match.groups())
        if source == giver:
            inlets[sink] -= 1
        else:
            outlets[source] -= 1
    return [None if pair == (MOST, MOST) else pair for pair in zip(inlets, outlets, strict=True)]


def console(pd: Path, file: Path, sent: str) -> str:
    """What Pd says to a patch."""
    command = [str(pd), *"-nogui -noaudio -noprefs -batch -stderr -open".split(), str(file)]
    ended = subprocess.run(
        [*command, "-send", sent], capture_output=True, text=True, timeout=30, check=False
    )
    return ended.stdout + ended.stderr


def refused_signals(pd: Path, box: tuple[str, ...], known: Ports, file: Path) -> int:
    """Pd's complaints where a signal goes into each inlet, and each outlet into a [float]."""
    lines = ["#N canvas 0 0 400 400 10;"]
    lines += [f"#X obj 10 10 {' '.join(text)};" for text in (box, ("osc~",), ("float",))]
    lines += [f"#X connect 1 0 0 {inlet};" for inlet in range(len(known.inlets))]
    lines += [f"#X connect 0 {outlet} 2 0;" for outlet in range(len(known.outlets))]
    file.write_text("\n".join(lines) + "\n")
    return console(pd, file, "pd dsp 1; pd quit").count("connected to nonsignal inlet")


@pytest.mark.parametrize("seed", [1, 2])
def test_pd_agrees_on_ports_and_types(pd: Path, tmp_path: Path, seed: int) -> None:
    boxes = drawn(seed)
    seen: list[tuple[int, int] | None] = []
    for start in range(0, len(boxes), 120):
        seen += counted(pd, boxes[start : start + 120], tmp_path / "boxes.pd")

    wrong = []
    for box, real in zip(boxes, seen, strict=True):
        name, args = box[0], box[1:]
        known = ports(name, args, "obj")
        if real is None:
            if accepts(name, args) and name not in FORMULAS:
                wrong.append((box, "is refused by Pd"))
        elif not accepts(name, args):
            wrong.append((box, "is accepted by Pd"))
        elif known is None or real != capped(len(known.inlets), len(known.outlets)):
            wrong.append((box, f"{real} in Pd, known: {known}"))

    assert wrong == []


def test_pd_agrees_on_signals(pd: Path, tmp_path: Path) -> None:
    boxes = [box for box in drawn(3) if accepts(box[0], box[1:]) and box[0] not in FORMULAS]

    wrong = []
    for box in random.Random(3).sample(boxes, k=100):
        known = ports(box[0], box[1:], "obj")
        assert known is not None
        expected = known.inlets.count(False) + known.outlets.count(True)
        if refused_signals(pd, box, known, tmp_path / "box.pd") != expected:
            wrong.append((box, known))

    assert wrong == []


def capped(inlets: int, outlets: int) -> tuple[int, int]:
    """Counts as far as they are counted."""
    return min(MOST, inlets), min(MOST, outlets)
