"""The curves of a run, drawn from its log as SVG: losses, and shares of the task metric."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from math import isfinite
from pathlib import Path

from patchgen.errors import PatchgenError
from patchgen_training.plot import Curve, Panel, picture

LOSSES = ("loss", "eval_loss")
SHARES = ("parsed", "clean", "loaded")


def curves(log: Path) -> str:
    """The picture of a log. Raises PatchgenError where the log has nothing to draw."""
    lines = log.read_text(encoding="utf-8").splitlines()
    entries = [json.loads(line) for line in lines if line.endswith("}")]
    drawn = [panel for panel in panels(entries) if panel.curves]
    if not drawn:
        raise PatchgenError(f"{log} holds no figures", hint="Wait for the first steps of the run.")
    return picture(drawn)


def panels(entries: Sequence[dict[str, float]]) -> Iterator[Panel]:
    """Losses in nats a token; shares of the samples."""
    losses = {name: found for name in LOSSES if (found := values(entries, name))}
    highest = max((y for curve in losses.values() for _, y in curve), default=0.0)
    yield Panel("loss, nats a token", losses, highest * 1.05 or 1.0)
    sampled = [
        entry | {name: entry[name] / entry["samples"] for name in SHARES}
        for entry in entries
        if entry.get("samples")
    ]
    shares = {name: found for name in SHARES if (found := values(sampled, name))}
    yield Panel("share of sampled patches", shares, 1.0)


def values(entries: Sequence[dict[str, float]], name: str) -> Curve:
    """One quantity by steps; what is no number has no place in a picture."""
    pairs = ((entry["step"], entry[name]) for entry in entries if name in entry)
    return tuple((float(step), float(y)) for step, y in pairs if isfinite(y))
