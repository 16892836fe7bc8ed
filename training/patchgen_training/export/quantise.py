"""Makes a GGUF file smaller with llama.cpp's own quantiser, in a process of its own.

llama.cpp and torch do not bear each other in one process, and a crash must not end a run.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from patchgen.errors import PatchgenError

KINDS = {"q8_0": "Q8_0", "q4_k_m": "Q4_K_M", "q5_k_m": "Q5_K_M"}
"""Our names and llama.cpp's."""


def quantise(source: Path, target: Path, kind: str, *, threads: int = 0) -> Path:
    """Writes `target`, whole or not at all, from a file in 16 or 32 bits; 0 threads: all cores."""
    partial = target.with_suffix(".partial")
    words = [source, partial, KINDS[kind], threads]
    command = [sys.executable, "-m", __name__, *map(str, words)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode != 0:
        partial.unlink(missing_ok=True)
        said = " ".join(ended.stderr.split("\n")[-3:]).strip()
        raise PatchgenError(
            f"llama.cpp cannot make {kind} of {source}: {said or f'exit {ended.returncode}'}",
            hint="Check that the file is whole and that the disk has room.",
        )
    partial.rename(target)
    return target


def main(source: str, target: str, kind: str, threads: str) -> None:
    """Runs the quantiser; ends with status 1 where it fails."""
    import llama_cpp.llama_cpp as native

    wanted = native.llama_model_quantize_default_params()
    wanted.ftype = getattr(native, f"LLAMA_FTYPE_MOSTLY_{kind}")
    wanted.nthread = int(threads)
    if native.llama_model_quantize(source.encode(), target.encode(), wanted) != 0:
        sys.exit(1)


if __name__ == "__main__":
    main(*sys.argv[1:])
