"""The versions of all programs that decide what a job makes."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from patchgen import __version__
from patchgen.headless.version import pd_version

LLAMA = "llama-cpp-python"


def versions(pd: Path | None) -> dict[str, str]:
    """By the name of the program; without Pd patches are not tried, and so others may be taken."""
    return {
        "patchgen": __version__,
        LLAMA: llama_version(),
        "pd": "none" if pd is None else pd_version(pd),
    }


def llama_version() -> str:
    """The version of the library, which holds a llama.cpp of its own."""
    try:
        return version(LLAMA)
    except PackageNotFoundError:
        return "none"
