"""Skills that are a source, filters and effects in a row, and a level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from patchgen_training.skills.audio_effects import EFFECTS
from patchgen_training.skills.audio_filters import STAGES
from patchgen_training.skills.audio_levels import LEVELS, USUAL
from patchgen_training.skills.audio_modulation import MODULATIONS, PANNINGS
from patchgen_training.skills.audio_part import Chain, Part
from patchgen_training.skills.audio_sources import any_source, microphone, noise, tone
from patchgen_training.skills.audio_wording import example
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_audio import moves
from patchgen_training.skills.sequence_phrase import widened

Source = Callable[[Draw], Chain]
Stage = Callable[[Chain], Part]

LAST = {"ping-pong", *PANNINGS}
"""Stages that leave two channels."""
ALL: dict[str, Stage] = {**STAGES, **EFFECTS, **MODULATIONS, **PANNINGS}


def built(draw: Draw, source: Source, stages: Sequence[str], level: str) -> Example:
    """The example of one chain."""
    chain = source(draw)
    assert chain.source is not None
    for name in sorted(stages, key=lambda name: name in LAST):
        chain.parts.append(ALL[name](chain))
    if chain.parts and chain.oscillator and chain.steps:
        # Behind filters and modulators the oscillator is no longer the strongest frequency.
        chain.steps = [replace(step, shows=moves) if step.control < chain.oscillator else step for step in chain.steps]
    return example(chain, LEVELS[level](chain))


def row(source: Source, *choices: Sequence[str], levels: Sequence[str] = USUAL) -> Skill:
    """A skill: one stage from each of `choices`, one of the levels."""

    def skill(draw: Draw) -> Example:
        return built(draw, source, [draw.one(names) for names in choices], draw.one(levels))

    return skill


def of(waveforms: Sequence[str] = (), pitches: Sequence[str] = ()) -> Source:
    """Oscillators of these waveforms and pitch controls."""
    return lambda draw: tone(draw, tuple(waveforms), tuple(pitches))


def color(*kinds: str) -> Source:
    """Noises of these colours."""
    return lambda draw: noise(draw, kinds)


FILTERS = tuple(STAGES)
SIMPLE = ("low-pass", "high-pass", "low-pass-slider", "high-pass-slider", "band-pass", "band-pass-slider")
SPACE = ("phaser", "delay", "echo", "echo-plain", "echo-sliders", "reverb", "chorus", "flanger", "delay-slider", "ping-pong")
SHAPE = ("tremolo", "ring", "distortion", "overdrive", "crush", "downsample", "auto-wah")
PLAIN = ("fixed", "fixed", "fixed", "steady")

SKILLS: dict[str, Skill] = widened({
    "sine": row(of(["sine"], PLAIN)),
    "sawtooth": row(of(["sawtooth"], PLAIN)),
    "square": row(of(["square"], PLAIN)),
    "triangle": row(of(["triangle"], PLAIN)),
    "tone-messages": row(of((), ["messages"])),
    "tone-note": row(of((), ["note-fixed"])),
    "tone-slider": row(of((), ["slider"])),
    "sine-slider": row(of(["sine"], ["slider"])),
    "tone-number-box": row(of((), ["number-box"])),
    "tone-note-box": row(of((), ["note-box"])),
    "white-noise": row(color("white")),
    "coloured-noise": row(color("pink", "brown", "pink", "brown", "blue", "violet")),
    "noise-level": row(noise, levels=("switch", "switch", "switch-volume", "mute", "decibels", "number", "gain", "smooth", "buttons", "controller")),
    "tone-level": row(of(), levels=("switch", "switch", "switch-volume", "mute", "decibels", "number", "gain", "smooth", "buttons", "controller")),
    "noise-low-pass": row(noise, ("low-pass", "low-pass-slider", "low-pass-range", "low-pass-box")),
    "noise-high-pass": row(noise, ("high-pass", "high-pass-slider", "high-pass-range", "high-pass-box")),
    "noise-band-pass": row(noise, ("band-pass", "band-pass-slider")),
    "noise-resonant": row(noise, ("resonant", "resonant-slider")),
    "noise-notch": row(noise, ("notch",)),
    "noise-steep": row(noise, ("steep",)),
    "noise-two-filters": row(noise, ("two", "two-sliders")),
    "noise-filter-volume": row(noise, FILTERS, levels=("volume",)),
    "tone-low-pass": row(of(("sawtooth", "square", "triangle", "sawtooth")), ("low-pass", "low-pass-slider", "low-pass-range", "low-pass-box")),
    "tone-high-pass": row(of(("sawtooth", "square", "triangle")), ("high-pass", "high-pass-slider", "high-pass-range", "high-pass-box")),
    "tone-band-pass": row(of(("sawtooth", "square")), ("band-pass", "band-pass-slider")),
    "tone-resonant": row(of(("sawtooth", "square")), ("resonant", "resonant-slider")),
    "tone-filter": row(of(), FILTERS),
    "microphone-filter": row(microphone, FILTERS),
    "microphone-through": row(microphone),
    "microphone-space": row(microphone, SPACE),
    "microphone-shape": row(microphone, SHAPE + ("wah", "clip")),
    "microphone-chain": row(microphone, SIMPLE, SPACE),
    "delay": row(any_source, ("delay", "delay-slider")),
    "echo": row(any_source, ("echo", "echo-plain")),
    "echo-sliders": row(any_source, ("echo-sliders",)),
    "ping-pong": row(any_source, ("ping-pong",)),
    "reverb": row(any_source, ("reverb",)),
    "chorus": row(any_source, ("chorus",)),
    "flanger": row(any_source, ("flanger",)),
    "phaser": row(any_source, ("phaser",)),
    "pure-delay": row(any_source, ("pure-delay",)),
    "microphone-delay": row(microphone, ("pure-delay", "delay", "delay-slider")),
    "compressor": row(any_source, ("compressor",)),
    "stereo-widening": row(any_source, ("haas",)),
    "comb": row(any_source, ("comb",)),
    "tremolo": row(any_source, ("tremolo",)),
    "ring-modulation": row(any_source, ("ring",)),
    "distortion": row(any_source, ("distortion",)),
    "overdrive": row(any_source, ("overdrive",)),
    "clipping": row(of(), ("clip",)),
    "bit-crusher": row(any_source, ("crush",)),
    "downsampling": row(any_source, ("downsample",)),
    "wah": row(any_source, ("auto-wah", "wah")),
    "pan": row(any_source, ("pan",)),
    "auto-pan": row(any_source, ("auto-pan",)),
    "filter-then-space": row(any_source, SIMPLE, SPACE),
    "shape-then-filter": row(of(), SHAPE, SIMPLE),
    "filter-then-pan": row(any_source, SIMPLE, ("pan", "auto-pan")),
    "shape-then-space": row(any_source, SHAPE, SPACE),
    "noise-filter-shape": row(noise, FILTERS, ("tremolo", "ring")),
})  # fmt: skip
