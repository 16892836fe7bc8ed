"""Tries a patch on a single pulse, or on a tone, in place of its microphone or noise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from patchgen.domains.patch.codec import decode
from patchgen.headless.engine import find_pd
from patchgen.headless.probe import Feed, Observation, observe
from patchgen_training.skills.audio_part import Part
from patchgen_training.skills.audio_scene import Scene
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Holds
from patchgen_training.skills.expect import all_of
from patchgen_training.skills.expect_audio import level, sound
from patchgen_training.skills.sketch import Handle
from patchgen_training.skills.sound_stage import finished
from patchgen_training.skills.sound_words import Request

Feeds = Sequence[tuple[float, Handle, str]]
"""Seconds, box, message."""
SOURCE = re.compile(r"(?m)^(\d+) (?:adc~ 1|noise~)$")
AT, LASTS = 0.2, 0.02
"""When the pulse comes, in seconds, and how long it is."""


def begun(draw: Draw) -> Scene:
    """A scene whose words are a request's."""
    scene = Scene(draw)
    scene.source = Part(())
    return scene


def pulsed(
    text: str,
    feeds: Feeds,
    loud: Sequence[float],
    quiet: Sequence[float],
    side: int = 0,
    low: float = 0.004,
) -> Holds:
    """A pulse instead of the microphone or noise is heard again at some delays in seconds, and not at others."""
    found = SOURCE.search(text)
    assert found
    box = int(found[1])
    notation = SOURCE.sub(r"\1 vline~", text, count=1)

    def holds(_seen: Observation) -> bool:
        told = [Feed(1000 * at, handle - 1, message) for at, handle, message in feeds]
        told += [Feed(1000 * AT, box - 1, "1"), Feed(1000 * (AT + LASTS), box - 1, "0")]
        seen = observe(
            decode(notation), feeds=told, seconds=AT + max((*loud, *quiet)) + 0.1, pd=find_pd()
        )

        def strength(delay: float) -> float:
            return level(sound(seen, AT + delay, AT + delay + LASTS)[side : side + 1])

        return all(strength(delay) > low for delay in loud) and all(
            strength(delay) < 0.2 * low for delay in quiet
        )

    return holds


def listening(
    text: str,
    check: Holds,
    hertz: float,
    watch: Sequence[Handle] = (),
    feeds: Feeds = (),
    seconds: float = 0.6,
) -> Holds:
    """The check on the patch while the microphone hears a sine."""

    def holds(_seen: Observation) -> bool:
        told = [Feed(1000 * at, handle - 1, message) for at, handle, message in feeds]
        return check(
            observe(
                decode(text),
                feeds=told,
                watch=[handle - 1 for handle in watch],
                seconds=seconds,
                microphone=hertz,
                pd=find_pd(),
            )
        )

    return holds


def tested(scene: Scene, request: Request, *more: Holds) -> Example:
    """The finished example with checks besides the trial of its controls."""
    example = finished(scene, request)
    return replace(example, holds=all_of(example.holds, *more))
