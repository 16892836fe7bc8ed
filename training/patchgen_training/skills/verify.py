"""Runs skills' examples in headless Pd and says which do not do what they promise.

    python -m patchgen_training.skills.verify MODULE [--per-skill 10] [--only NAME] [--show]
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from patchgen.domains.patch.codec import decode, encode
from patchgen.domains.patch.judge import PatchConstraint
from patchgen.errors import PatchgenError
from patchgen.headless.engine import find_pd
from patchgen.headless.load import load
from patchgen.headless.probe import observe
from patchgen.layout.place import place
from patchgen.pd.write import write
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill


def fault(example: Example, pd: Path) -> str | None:
    """Why an example may not enter the data, or None."""
    try:
        canvas = decode(example.patch)
    except PatchgenError as error:
        return f"notation: {error}"
    if decode(encode(canvas)) != canvas:
        return "not in canonical form: " + first_difference(example.patch, encode(canvas))
    if not PatchConstraint().may_end(example.patch):
        return "refused by the decoding constraint"
    canvas = place(canvas)  # Pd orders a subpatch's inlets by their places.
    try:
        report = load(write(canvas), pd)
        if not report.is_silent:
            return f"does not load cleanly: {report}"
        seen = observe(
            canvas,
            feeds=[replace(feed, box=feed.box - 1) for feed in example.feeds],
            watch=[handle - 1 for handle in example.watch],
            seconds=example.seconds,
            pd=pd,
        )
    except PatchgenError as error:
        return f"Pd: {error}"
    if example.holds(seen):
        return None
    values = {handle: [value.atoms for value in seen.values(handle - 1)][-5:] for handle in example.watch}
    return f"check fails: values {values}, prints {[line.atoms for line in seen.prints][-5:]}, rms {seen.rms():.4f}"


def first_difference(one: str, other: str) -> str:
    """The first line that differs."""
    for left, right in zip(one.splitlines(), other.splitlines(), strict=False):
        if left != right:
            return f"{left!r} is read as {right!r}"
    return "lengths differ"


def faults(skill: Skill, count: int, pd: Path) -> Iterator[tuple[Example, str]]:
    """The failing examples among the first `count` seeds."""
    for seed in range(count):
        example = skill(Draw(seed))
        found = fault(example, pd)
        if found:
            yield example, found


def main() -> int:
    """The command line; exit code 1 where an example fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("module", help="math_unary or patchgen_training.skills.math_unary")
    parser.add_argument("--per-skill", type=int, default=10)
    parser.add_argument("--only", help="one skill by name")
    parser.add_argument("--show", action="store_true", help="print wordings and patch of seed 0")
    options = parser.parse_args()
    name = options.module if "." in options.module else f"patchgen_training.skills.{options.module}"
    skills: dict[str, Skill] = importlib.import_module(name).SKILLS
    pd, bad = find_pd(), 0
    for key, skill in skills.items():
        if options.only not in (None, key):
            continue
        if options.show:
            example = skill(Draw(0))
            print(key, *(wording.text for wording in example.wordings), example.patch, sep="\n")
        failing = list(faults(skill, options.per_skill, pd))
        bad += len(failing)
        for example, reason in failing[:2]:
            print(f"{key}: {reason}\n{example.patch}")
    print(f"{len(skills)} skills, {bad} failing examples")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
