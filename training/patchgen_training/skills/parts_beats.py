"""Skills: drum machines by step numbers, and drums with a probability each, on a clock with a switch and a volume."""

from __future__ import annotations

from collections.abc import Sequence

from patchgen_training.skills.draw import Draw
from patchgen_training.skills.example import Example, Skill
from patchgen_training.skills.expect_time import at_times, numbers
from patchgen_training.skills.parts_clause import Fill, Head, Part, Words, said
from patchgen_training.skills.parts_sound import VOLUME
from patchgen_training.skills.parts_stage import CONTROLLED, Stage, control, finished, spoken
from patchgen_training.skills.parts_start import clock
from patchgen_training.skills.parts_values import counted
from patchgen_training.skills.sequence_drums import DRUMS, drum_machine
from patchgen_training.skills.sequence_phrase import enumerated

MACHINE = (
    ("[work] as a drum machine of {n} steps", "[play] a drum pattern of {n} steps", "[loop] a {n}-step drum pattern", "[run] a {n}-step drum sequencer", "[repeat] a rhythm of {n} steps"), ("a {n}-step drum machine", "a drum machine with {n} steps", "a {n} step drum sequencer", "a drum pattern of {n} steps"), ("{n} step drum machine", "drum sequencer, {n} steps"),
)  # fmt: skip
STRUCK = Words(
    ("{d} on {s}", "{d} on {s}", "{d} at {s}", "{d} that plays on {s}"), ("{d} sounds on {s}", "{d} plays on {s}", "there is {d} on {s}", "on {s} there is {d}", "{d} comes on {s}"), ("[play] {d} on {s}", "[trigger] {d} on {s}", "[put] {d} on {s}"), ("{d}: {s}", "{d} on {s}"),
)  # fmt: skip
SPREADS: dict[int, dict[str, tuple[tuple[int, ...], ...]]] = {
    4: {"low": ((0,), (0, 2), (0, 1)), "mid": ((2,), (1, 3), (3,)), "high": ((0, 1, 2, 3), (1, 3), (1, 2, 3))},
    8: {"low": ((0, 4), (0, 3, 6), (0, 2, 4, 6), (0, 5), (0, 3, 4)), "mid": ((2, 6), (4,), (6,), (2, 7)), "high": ((0, 1, 2, 3, 4, 5, 6, 7), (1, 3, 5, 7), (0, 2, 4, 6), (2, 4, 5))},
    16: {"low": ((0, 4, 8, 12), (0, 8), (0, 7, 10), (0, 6, 10), (0, 3, 8, 11)), "mid": ((4, 12), (8,), (4, 10, 12), (12,)), "high": ((2, 6, 10, 14), (0, 2, 4, 6, 8, 10, 12, 14), (3, 7, 11, 15))},
}  # fmt: skip
PLACES = {"low": ("kick", "kick", "kick", "tom"), "mid": ("snare", "snare", "clap", "rim"), "high": ("hat", "hat", "open hat", "cowbell")}


def steps_said(draw: Draw, steps: Sequence[int], size: int) -> Fill:
    """The numbers of the steps, counted from one."""
    listed = enumerated([str(step + 1) for step in steps])
    if len(steps) == size:
        return said(draw, "every step", "each step", "all steps")
    if len(steps) == 1:
        return said(draw, f"step {listed}", f"step {listed} only")
    return said(draw, f"steps {listed}", f"the steps {listed}", f"steps {listed}", f"steps {' '.join(str(step + 1) for step in steps)}")


def by_steps(count: int) -> Skill:
    """So many drums on said steps."""

    def make(draw: Draw) -> Example:
        stage = Stage(draw)
        size = draw.one((4, 8, 8, 8, 16, 16))
        beat = clock(stage, event="step", start="toggle", kind=draw.one(("ms", "ms", "bpm", "tempo", "interval")))
        pattern: dict[str, tuple[int, ...]] = {}
        for place in sorted(draw.some(tuple(PLACES), count), key=tuple(PLACES).index):
            name, steps = draw.one(PLACES[place]), draw.one(SPREADS[size][place])
            pattern[name] = steps
            stage.say(STRUCK, d=said(draw, *DRUMS[name].nouns[:2]), s=steps_said(draw, steps, size))
        slider = draw.chance(0.5)
        selects = drum_machine(stage.sketch, beat.source, size, pattern, slider)
        if slider:
            stage.parts.append(Part(CONTROLLED, spoken(draw, VOLUME, "slider", None, None)))
        first = next(iter(pattern.values()))
        stage.watch.append(selects[0])
        stage.seconds = beat.lasts(size + 0.5)
        # A watched [sel] speaks of its first outlet.
        wanted = [step for step in range(size + 1) if step % size == first[0]] if len(first) < size else list(range(size + 1))
        stage.checks.append(at_times(selects[0], beat.at(wanted)))
        return finished(stage, Head(*MACHINE, {"n": counted(draw, size)}))

    return make


ODDS = Words(
    ("{d} with a probability of {p}", "{d} with a {p} chance per step", "a {p} chance of {d} on each step"), ("{d} sounds with a probability of {p}", "each step has a {p} chance of {d}", "{d} is played on {p} of the steps"), ("[play] {d} with a probability of {p}",), ("{d} {p}",),
)  # fmt: skip
CHANCES = (
    ("[play] drums by chance", "[generate] a random rhythm", "[improvise] a drum pattern", "[play] a rhythm in which each drum has a probability"), ("a random drum machine", "a generative rhythm", "a probabilistic drum machine", "a drum generator"), ("random drums", "generative rhythm"),
)  # fmt: skip


def by_chance(draw: Draw) -> Example:
    """Each drum with a probability on each step."""
    stage = Stage(draw)
    beat = clock(stage, event="step", start="toggle")
    signals = []
    for name in draw.some(("kick", "snare", "hat", "clap", "tom", "cowbell"), draw.one((1, 2, 2, 3))):
        percent = draw.integer(2, 18) * 5
        stage.say(ODDS, d=said(draw, *DRUMS[name].nouns[:2]), p=said(draw, f"{percent}%", f"{percent} percent", f"{percent}%"))
        dice = stage.add("random 100", beat.source)
        hit = stage.add(f"moses {percent}", dice)
        signals.append(DRUMS[name].build(stage.sketch, [hit]))
        stage.watch += [dice, hit]
        stage.checks.append((lambda one, other, limit: lambda seen: len(numbers(seen, other)) == sum(n < limit for n in numbers(seen, one)))(dice, hit, percent))
    if draw.chance(0.5):
        total = stage.add("*~", *signals, stage.into(1, control(stage, VOLUME, ("slider",))[0]))
    else:
        total = stage.add("*~ 0.3", *signals)
    stage.add("dac~", total, stage.into(1, total))
    stage.seconds = beat.lasts(12)
    return finished(stage, Head(*CHANCES), audible=False)


SKILLS: dict[str, Skill] = {"one-drum-by-steps": by_steps(1), "two-drums-by-steps": by_steps(2), "three-drums-by-steps": by_steps(3), "drums-by-chance": by_chance}
CORE: tuple[str, ...] = ("two-drums-by-steps", "three-drums-by-steps")
