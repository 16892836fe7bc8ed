"""Runs a patch in logical time: feeds messages in, watches boxes, records what reaches [dac~]."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from patchgen.headless.engine import run
from patchgen.headless.instrument import Feed, instrument
from patchgen.headless.observation import Observation, Seen, read_console
from patchgen.headless.parts import BLOCK, FINISHED, RATE, RECORDING
from patchgen.headless.recording import read_recording
from patchgen.headless.scratch import scratch
from patchgen.pd.model import Canvas
from patchgen.pd.write import write

__all__ = ["Feed", "Observation", "Seen", "observe"]


def observe(
    canvas: Canvas,
    *,
    feeds: Iterable[Feed] = (),
    watch: Iterable[int] = (),
    seconds: float = 0.3,
    microphone: float = 0.0,
    pd: Path,
    timeout: float = 5.0,
) -> Observation:
    """What the patch does in its first `seconds`. Raises PdFailed when Pd hangs or crashes on it.

    DSP is on. `watch` names top-level boxes whose first outlet is observed. `microphone` is the
    pitch in Hz of a sine that [adc~] hears; 0 is silence. `timeout` counts real seconds. Only
    [dac~] and [print] boxes in the file itself are observed, not those inside abstractions.
    """
    frames = round(seconds * RATE)
    watched = tuple(watch)
    made = instrument(canvas, feeds, watched, frames, microphone)
    with scratch() as folder:
        (folder / "patch.pd").write_text(write(made.canvas), "utf-8")
        lines = run(pd, ("-send", "pd dsp 1", "patch.pd"), folder=folder, timeout=timeout).console
        audio = read_recording(folder / RECORDING)
    end = 1000 * frames / RATE - 1e-3
    console, prints, values = read_console(lines, made.labels, watched, end)
    cut = tuple(samples[BLOCK:] for samples in audio)
    is_finished = any(FINISHED in line for line in lines)
    return Observation(console, prints, values, cut, is_finished)
