"""Rhythm by chance: drums with a probability, melodies with rests, notes of random length."""

from __future__ import annotations

from itertools import pairwise

from patchgen.headless.probe import Feed, Observation
from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect import all_of, sounds
from patchgen_training.skills.expect_time import moments, numbers, within
from patchgen_training.skills.sequence_drums import DRUMS
from patchgen_training.skills.sequence_melody import joined, pulse
from patchgen_training.skills.sequence_notes import ends, pick
from patchgen_training.skills.sequence_phrase import widened
from patchgen_training.skills.sequence_theory import SCALES, USUAL_SCALES, root, scale_name
from patchgen_training.skills.sequence_voice import VOLUME_WORDS, WAVES, envelope, output, waveform
from patchgen_training.skills.sketch import Sketch
from patchgen_training.skills.time_clock import spell
from patchgen_training.skills.time_words import Text, said, worded


def random_drums(draw: Draw) -> Example:
    """Drums that sound on a step only with some probability."""
    names = draw.one((("kick",), ("snare",), ("hat",), ("kick", "snare"), ("kick", "hat"), ("kick", "snare", "hat"), ("clap", "kick"), ("rim",)))
    percents = [draw.integer(1, 19) * 5 for _ in names]
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0.15)
    dice, signals = [], []
    for name, percent in zip(names, percents, strict=True):
        dice.append(sketch.add("random 100", beat.source))
        signals.append(DRUMS[name].build(sketch, [sketch.add(f"moses {percent}", dice[-1])]))
    slider = draw.chance(0.5)
    total = sketch.add("*~", *signals, sketch.into(1, sketch.add('hsl 0 1 "volume" init:0.3'))) if slider else sketch.add("*~ 0.3", *signals)
    sketch.add("dac~", total, sketch.into(1, total))

    def what() -> str:
        return " and ".join(f"{DRUMS[name].short} with {percent}% probability" for name, percent in zip(names, percents, strict=True))

    def w() -> str:
        pace = said(beat.pace[0]).replace("note", "step") if beat.pace else ""
        words = [draw.one(words) for words in beat.controls] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return f" {pace}".rstrip() + joined(draw, " with ", words)

    clauses: list[Text] = [lambda: f"[play] a random drum rhythm: {what()} on each step{w()}", lambda: f"[play] {what()} on every step{w()}", lambda: f"[generate] a random beat of {what()}{w()}",
                           lambda: f"[drum] by chance, {what()} per step,{w()}"]
    things: list[Text] = [lambda: f"a random drum machine, {what()},{w()}", lambda: f"a generative beat with {what()}{w()}"]
    return Example(worded(draw, clauses, things, [lambda: f"random beat: {what()}{w()}"]), sketch.text(), all_of(
        *[within(one, 4, 0, 99, whole=True) for one in dice], sounds(0, 0.6)), tuple(beat.feeds), tuple(dice), (10 + beat.period * 3.5) / 1000)


def with_rests(draw: Draw) -> Example:
    """A random melody in which some steps are silent."""
    percent = draw.integer(4, 18) * 5
    low, high = draw.one(((48, 72), (60, 84), (60, 72), (50, 70), (55, 79)))
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    decay = draw.one((100, 150, 200, 300, 400, 500))
    sketch = Sketch()
    beat = pulse(draw, sketch, tempo=0.15)
    dice = sketch.add("random 100", beat.source)
    note = sketch.add(f"+ {low}", sketch.add(f"random {high - low + 1}", sketch.add("bng", sketch.add(f"moses {percent}", dice))))
    pitch = sketch.add("mtof", note)
    slider = draw.chance(0.5)
    output(sketch, envelope(sketch, waveform(sketch, kind, pitch), 0, decay, pitch), slider)

    def what() -> str:
        wave = f" on {draw.one(WAVES[kind][2])}" if kind != "sine" or draw.chance(0.4) else ""
        return draw.one((f"a random melody with rests {ends(draw, low, high)}, each step sounding with {percent}% probability,{wave}", f"random notes {ends(draw, low, high)} where each step has a {percent} % chance to sound{wave}",
                         f"a sparse random melody ({percent}% of the steps, notes {low} to {high}){wave}"))

    def w() -> str:
        pace = said(beat.pace[0]).replace("note", "step") if beat.pace else ""
        words = [draw.one(words) for words in beat.controls] + [f"a decay of {spell(draw, decay)}"] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return f" {pace}".rstrip() + joined(draw, " with ", words)

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[generate] {what()}{w()}"]
    return Example(worded(draw, clauses * 2, [lambda: f"{what()}{w()}"], [lambda: f"{what()}{w()}"]), sketch.text(), all_of(
        within(dice, 6, 0, 99, whole=True), lambda seen: len(numbers(seen, note)) == sum(n < percent for n in numbers(seen, dice)),
        lambda seen: all(low <= n <= high for n in numbers(seen, note))), tuple(beat.feeds), (dice, note), (10 + beat.period * 5.5) / 1000)


def random_lengths(draw: Draw) -> Example:
    """Notes of a scale that last for random times."""
    shortest, longest = draw.one(((100, 500), (100, 1000), (200, 800), (50, 400), (150, 600), (300, 1500), (200, 1000)))
    scale, base = draw.one(USUAL_SCALES), root(draw)
    notes = [base + step for step in SCALES[scale]]
    kind = draw.one(("sine", "sine", "sawtooth", "square", "triangle"))
    sketch = Sketch()
    switch = sketch.add('tgl "on"')
    metro = sketch.add(f"metro {longest}", switch)
    length = sketch.add(f"+ {shortest}", sketch.add(f"random {longest - shortest + 1}", metro))
    pitch = pick(sketch, sketch.add(f"random {len(notes)}", metro), notes)
    slider = draw.chance(0.5)
    output(sketch, waveform(sketch, kind, pitch), slider)
    sketch.connect(length, metro, inlet=1)

    def what() -> str:
        wave = f" using {draw.one(WAVES[kind][2])}" if kind != "sine" or draw.chance(0.4) else ""
        return draw.one((f"a random melody in {scale_name(draw, base, scale)} with random note lengths between {shortest} and {longest} ms{wave}",
                         f"random notes of the {scale_name(draw, base, scale)} scale, each lasting a random time from {shortest} to {longest} milliseconds,{wave}",
                         f"a melody with random pitches from {scale_name(draw, base, scale)} and random durations of {shortest} to {longest} ms{wave}"))

    def w() -> str:
        words = [draw.one(("an on/off toggle", "a toggle", "a toggle to start and stop it"))] + ([draw.one(VOLUME_WORDS)] if slider else [])
        return joined(draw, " with ", words)

    def irregular(seen: Observation) -> bool:
        times = moments(seen, pitch)
        gaps = [later - earlier for earlier, later in pairwise(times)]
        return len(gaps) >= 3 and all(shortest - 1 <= gap <= longest + 1 for gap in gaps) and len(set(map(round, gaps))) > 1

    clauses: list[Text] = [lambda: f"[play] {what()}{w()}", lambda: f"[generate] {what()}{w()}"]
    from_things: list[Text] = [lambda: f"{what()}{w()}"]
    return Example(worded(draw, clauses * 2, from_things, from_things), sketch.text(), all_of(irregular, sounds(0.003, 0.6)), [Feed(10, switch, "1")], (pitch,), 0.05 + longest * 5 / 1000)


SKILLS: dict[str, Skill] = widened({
    "random-drums": random_drums,
    "melody-with-rests": with_rests,
    "melody-random-lengths": random_lengths,
})
