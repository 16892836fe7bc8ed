"""The machine and the programs that a measurement was taken with, in general words."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from patchgen.errors import PdMissing
from patchgen.headless.engine import find_pd
from patchgen.headless.version import pd_version

PROCESSORS = Path("/proc/cpuinfo")


def machine() -> str:
    """Processor, cores, Python and Pd in one line."""
    cores = os.cpu_count() or 1
    return (
        f"{processor()}, {cores} {'core' if cores == 1 else 'cores'}, "
        f"{platform.system()}, Python {platform.python_version()}, {its_pd()}"
    )


def processor() -> str:
    """The model of the processor as it names itself."""
    if PROCESSORS.is_file():
        for line in PROCESSORS.read_text("utf-8").splitlines():
            name, _, value = line.partition(":")
            if name.strip() == "model name":
                return value.strip()
    return platform.processor() or platform.machine()


def its_pd() -> str:
    """`Pd 0.53.1`, or that there is none."""
    try:
        return pd_version(find_pd()).replace("-", " ", 1)
    except PdMissing:
        return "no Pd"
