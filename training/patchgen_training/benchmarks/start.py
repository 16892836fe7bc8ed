"""How long `patchgen check` takes from nothing to the prompt."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from patchgen_training.benchmarks.figures import spread
from patchgen_training.benchmarks.part import Material, Result, Table

TITLE = "Start"
SAYS = (
    "The time on the wall of `patchgen check FILE` for a small patch, as a new process, beside a "
    "Python that does nothing; both in turns."
)
STARTS = 40
PATCH = """\
#N canvas 0 50 450 300 12;
#X obj 50 40 osc~ 440;
#X obj 50 80 *~ 0.1;
#X obj 50 120 dac~;
#X connect 0 0 1 0;
#X connect 1 0 2 0;
#X connect 1 0 2 1;
"""


def measure(material: Material) -> Result:
    """Starts both again and again."""
    starts = min(STARTS, material.files or STARTS)
    with TemporaryDirectory(prefix="patchgen-benchmark-") as name:
        path = Path(name) / "sine.pd"
        path.write_text(PATCH, "utf-8")
        check = (*program(), "check", str(path))
        nothing = (sys.executable, "-c", "pass")
        for command in (check, nothing):
            timed(command)  # The first start reads everything from disk.
        pairs = [(timed(check), timed(nothing)) for _ in range(starts)]
    checks, nothings = ([pair[i] for pair in pairs] for i in (0, 1))
    rows = (
        ("`patchgen check FILE`", spread(checks), f"{median(checks) / median(nothings):.1f}"),
        ("`python -c pass`", spread(nothings), "1.0"),
    )
    table = Table(("command", "time", "times Python"), rows)
    return Result((table,), (f"{starts} starts of each.",))


def program() -> tuple[str, ...]:
    """The console script beside this Python, as a user starts it, or the module."""
    script = Path(sys.executable).with_name("patchgen")
    return (str(script),) if script.exists() else (sys.executable, "-m", "patchgen.cli")


def timed(command: tuple[str, ...], clock: Callable[[], float] = perf_counter) -> float:
    """Seconds that a command takes."""
    started = clock()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return clock() - started
