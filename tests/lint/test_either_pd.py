"""What the linter says for a target, and what that Pd says: vanilla and Purr Data."""

from __future__ import annotations

from pathlib import Path

import pytest
from abstractions.conftest import engine, target

from patchgen.headless.load import load
from patchgen.lint.registry import REFUSED_CORDS
from patchgen.lint.runner import lint
from patchgen.lint.scope import Scope
from patchgen.objects.reference import names, second_words
from patchgen.objects.spec import Engine
from patchgen.pd.model import Canvas
from patchgen.pd.parse import parse
from patchgen.service.places import Target

__all__ = ["engine", "target"]

ROOT = Path(__file__).parents[2]
PATCHES = sorted(
    path
    for folder in ("abstractions", "help-patches", "tests/patches")
    for path in (ROOT / folder).rglob("*.pd")
)

TARGETS: dict[Target, Engine] = {"vanilla": Engine.VANILLA, "purr-data": Engine.PURR}

NO_BOX = frozenset({"unknown-object", "bad-arguments", "engine-difference"})
"""Codes that say of a box that Pd does not make it."""

NO_CORD = "audio signal outlet connected to nonsignal inlet (ignored)"
"""What vanilla says when sound starts; Purr Data refuses such a cord at once."""


def of_either() -> list[str]:
    """The text of a box for every object that vanilla or Purr Data has built in."""
    engines = TARGETS.values()
    first = {name for engine in engines for name in names([engine])}
    both = {
        f"{name} {word}"
        for engine in engines
        for name in first
        for word in second_words(name, frozenset({engine}))
    }
    return sorted(first | both)


def test_it_knows_which_objects_a_pd_has(target: Target, engine: str) -> None:
    texts = of_either()
    patch = "#N canvas 0 50 450 300 12;\n" + "".join(f"#X obj 10 10 {text};\n" for text in texts)

    missing = set(load(patch, Path(engine), timeout=30).not_created)
    found = lint(parse(patch), Scope(select=NO_BOX, engines=(TARGETS[target],)))

    assert {texts[finding.place.box or 0] for finding in found} == missing
    assert (len(missing) > 20) == (target == "vanilla")


def boxes_and_cords(canvas: Canvas, target: Target) -> tuple[int, bool]:
    """How many boxes the linter misses, and whether it does a cord."""
    found = lint(canvas, Scope(select=NO_BOX | REFUSED_CORDS.keys(), engines=(TARGETS[target],)))
    codes = [finding.code for finding in found]
    return sum(code in NO_BOX for code in codes), any(code in REFUSED_CORDS for code in codes)


@pytest.mark.parametrize("path", PATCHES, ids=lambda path: path.stem)
def test_they_miss_the_same_boxes_and_cords(target: Target, engine: str, path: Path) -> None:
    text = path.read_text("utf-8")

    report = load(text, Path(engine), paths=[path.parent])
    boxes, has_bad_cord = boxes_and_cords(parse(text), target)

    assert boxes == len(report.not_created)
    # Purr Data makes no sound cord into a box that it could not make; [text] stands for such a box.
    refused = [cord for cord in report.failed_connections if not cord.endswith("->text)")]
    assert has_bad_cord == (bool(refused) or NO_CORD in report.complaints)
